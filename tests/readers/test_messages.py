from pathlib import Path

import pytest

from qualcode.readers import read
from qualcode.readers.draft import Draft


def chat(folder: Path, text: str) -> Draft:
    path = folder / "W1.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def turns(draft: Draft) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(draft.text)) for turn in draft.turns]


ZOOM = {
    "on one line": "09:12:03 From Rina to Everyone: Kapan mulai?\n"
    "09:12:40 From Pak Zul to Rina: Dulu: 2019.\n",
    "below the name": "2024-03-12 09:12:03 From Rina to Everyone:\n\tKapan mulai?\n"
    "2024-03-12 09:12:40 From Pak Zul to Rina(Direct Message):\n\tDulu: 2019.\n",
    "of an old version": "09:12:03\t From  Rina : Kapan mulai?\n09:12:40\t From  Pak Zul : Dulu: 2019.\n",
    "in Indonesian": "09:12:03 Dari Rina ke Semua Orang: Kapan mulai?\n"
    "09:12:40 Dari Pak Zul ke Rina: Dulu: 2019.\n",
}


@pytest.mark.parametrize("text", ZOOM.values(), ids=ZOOM)
def test_each_message_of_a_meeting_is_a_turn(tmp_path: Path, text: str) -> None:
    draft = chat(tmp_path, text)
    assert turns(draft) == [("Rina", "Kapan mulai?"), ("Pak Zul", "Dulu: 2019.")]
    assert [turn.time for turn in draft.turns] == [33123.0, 33160.0]
    assert draft.text.strip() == text.strip()


WHATSAPP = {
    "Android, Indonesian": "12/03/24 09.15 - Pesan dan panggilan dienkripsi secara end-to-end.\n"
    "12/03/24 09.15 - Rina: Kapan mulai?\n12/03/24 09.16 - Pak Zul: Dulu.\nTahun 2019: Januari.\n"
    "12/03/24 09.17 - Pak Zul: <Media tidak disertakan>\n12/03/24 09.18 - Rina mengubah ikon grup ini\n",
    "Android, English": "3/12/24, 9:15\u202fAM - Rina: Kapan mulai?\n3/12/24, 9:16\u202fAM - Pak Zul: Dulu.\n"
    "Tahun 2019: Januari.\n3/12/24, 9:17\u202fAM - Pak Zul: IMG-1.jpg (file attached)\n",
    "iOS": "\u200e[12/03/24, 09:15:02] Rina: Kapan mulai?\n[12/03/24, 09:16:40] Pak Zul: Dulu.\n"
    "Tahun 2019: Januari.\n\u200e[12/03/24, 09.17.01] Pak Zul: \u200eimage omitted\n",
}


@pytest.mark.parametrize("text", WHATSAPP.values(), ids=WHATSAPP)
def test_messages_without_words_are_kept_in_the_text_and_belong_to_nobody(tmp_path: Path, text: str) -> None:
    draft = chat(tmp_path, text)
    assert draft.reader == "messages"
    assert turns(draft) == [("Rina", "Kapan mulai?"), ("Pak Zul", "Dulu.\nTahun 2019: Januari.")]
    assert [str(note).split(" (")[0] for note in draft.notes] == ["1 messages without words"]
    assert draft.text.strip() == text.strip().removeprefix("\ufeff")


def test_a_date_at_the_head_of_an_interview_makes_no_chat_of_it(tmp_path: Path) -> None:
    draft = chat(tmp_path, "12/03/2024 09.15 - 10.00\nP: Kapan mulai?\nI: Dulu.\n")
    assert draft.reader == "text"
    assert turns(draft) == [("P", "Kapan mulai?"), ("I", "Dulu.")]
