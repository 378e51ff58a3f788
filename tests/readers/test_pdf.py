from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.readers import read
from qualcode.readers.draft import Draft
from tests.readers.pdf_files import Placed, pdf, prose

LONG = "Saya membuka toko di pasar ini sejak tahun dua ribu sembilan belas bersama kakak saya"


def turns(draft: Draft) -> list[tuple[str, str, int | None]]:
    return [(turn.speaker, turn.span.of(draft.text), turn.page) for turn in draft.turns]


def with_furniture(number: int, *lines: str) -> list[Placed]:
    return [
        (60, 770, "Transkrip wawancara W1"),
        *prose(*lines),
        (290, 30, f"Halaman {number} dari 3"),
    ]


def test_wrapped_lines_are_one_paragraph_and_turns_keep_their_page(tmp_path: Path) -> None:
    first = prose("P: Kapan mulai?", f"I: {LONG}", "yang sulung.", f"P: {LONG}.", "I: Ya.")
    draft = read(pdf(tmp_path / "W1.pdf", first, prose("P: Lalu?", "I: Begitulah.")))
    assert turns(draft) == [
        ("P", "Kapan mulai?", 1),
        ("I", f"{LONG} yang sulung.", 1),
        ("P", f"{LONG}.", 1),
        ("I", "Ya.", 1),
        ("P", "Lalu?", 2),
        ("I", "Begitulah.", 2),
    ]
    assert draft.reader == "pdf"


def test_running_heads_and_page_numbers_are_left_out_and_said_so(tmp_path: Path) -> None:
    pages = [
        with_furniture(1, "P: Kapan mulai?", f"I: {LONG}"),
        with_furniture(2, "yang sulung.", "P: Lalu?"),
        with_furniture(3, "I: 2019.", "P: Ya?", "I: Ya."),
    ]
    draft = read(pdf(tmp_path / "W1.pdf", *pages))
    assert draft.text == f"P: Kapan mulai?\nI: {LONG} yang sulung.\nP: Lalu?\nI: 2019.\nP: Ya?\nI: Ya."
    assert str(draft.notes[0]).startswith("6 running heads and page numbers were left out, the first: 'Tran")


def test_a_word_parted_at_the_end_of_a_line_is_joined_and_a_doubled_one_keeps_its_hyphen(
    tmp_path: Path,
) -> None:
    lines = ("P: Bagaimana?", f"I: {LONG} dan pela-", f"tihan itu, {LONG} pelan-", "pelan berjalan.")
    assert turns(read(pdf(tmp_path / "W1.pdf", prose(*lines))))[1][1] == (
        f"{LONG} dan pelatihan itu, {LONG} pelan-pelan berjalan."
    )


def test_two_columns_are_read_one_after_the_other_however_they_are_drawn(tmp_path: Path) -> None:
    left = prose(*["P: Apa yang Ibu lakukan di pasar?", "I: Saya berjualan kain tenun saja."] * 4)
    right = prose(*["P: Sejak kapan Ibu berjualan kain?", "I: Sejak suami saya meninggal."] * 4, left=320)
    whole = read(pdf(tmp_path / "a.pdf", left + right))
    by_line = [placed for pair in zip(left, right, strict=True) for placed in pair]
    assert read(pdf(tmp_path / "b.pdf", by_line)).text == whole.text
    assert [words for _, words, _ in turns(whole)][7:9] == [
        "Saya berjualan kain tenun saja.",
        "Sejak kapan Ibu berjualan kain?",
    ]


def test_columns_of_time_speaker_and_words_are_a_table_of_speech(tmp_path: Path) -> None:
    placed: list[Placed] = []
    for number, (name, words) in enumerate([("Rina", "Kapan mulai?"), ("Zul", "Dulu, waktu itu")] * 3):
        top = 700 - 40 * number
        placed += [
            (60, top, f"00:0{number}"),
            (130, top, name),
            (220, top, words),
            (220, top - 14, "sekali."),
        ]
    draft = read(pdf(tmp_path / "W1.pdf", placed))
    assert [(turn.speaker, turn.time) for turn in draft.turns[:2]] == [("Rina", 0.0), ("Zul", 1.0)]
    assert {words.split()[-1] for _, words, _ in turns(draft)} == {"sekali."}


def test_numbers_of_lines_are_kept_beside_the_turns(tmp_path: Path) -> None:
    lines = ["P: Kapan mulai?", f"I: {LONG}", "yang sulung.", "P: Lalu?", "I: Begitulah.", "P: Ya?"]
    numbers = [(30.0, baseline, str(line)) for line, (_, baseline, _) in enumerate(prose(*lines), start=1)]
    draft = read(pdf(tmp_path / "W1.pdf", [*numbers, *prose(*lines)]))
    assert turns(draft)[1][1] == f"{LONG} yang sulung."
    assert [turn.line for turn in draft.turns] == [1, 2, 4, 5, 6]


def test_bold_names_on_their_own_line_are_speakers(tmp_path: Path) -> None:
    draft = read(pdf(tmp_path / "W1.pdf", prose(*["**Rina**", "Kapan mulai?", "**Pak Zul**", "Dulu."] * 3)))
    assert [turn[:2] for turn in turns(draft)] == [("Rina", "Kapan mulai?"), ("Pak Zul", "Dulu.")] * 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.4\n1 0 obj\n<<", "the file is damaged"),
        (b"P: Ya?", r"this is not a \.pdf file but plain text"),
    ],
)
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "W1.pdf").write_bytes(data)
    with pytest.raises(FileProblem, match=message):
        read(tmp_path / "W1.pdf")


def test_pictures_of_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"pictures of pages and no text \(run text recognition"):
        read(pdf(tmp_path / "W1.pdf", [], []))


def test_numbers_beside_every_fifth_line_are_kept_apart(tmp_path: Path) -> None:
    words = [f"{'P: Kapan' if n % 4 == 0 else 'I: Tahun' if n % 4 == 2 else '2019'} mulai" for n in range(40)]
    page = prose(*words) + [(30.0, 700 - 14 * (n - 1), str(n)) for n in range(5, 41, 5)]
    draft = read(pdf(tmp_path / "W1.pdf", page))
    assert {turn.span.of(draft.text) for turn in draft.turns} == {
        "Kapan mulai 2019 mulai",
        "Tahun mulai 2019 mulai",
    }
    assert [turn.line for turn in draft.turns[:4]] == [None, None, 5, None]


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    draft = read(pdf(tmp_path / "W1.pdf", prose("P: Ya?", "I: Ya."), []))
    assert str(draft.notes[0]) == "pages without text, perhaps pictures, were left out: 2"


def test_a_password_is_asked_for_by_name(tmp_path: Path) -> None:
    encrypted = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (
        b"41" * 32,
        b"42" * 32,
    )
    with pytest.raises(FileProblem, match="protected by a password"):
        read(pdf(tmp_path / "W1.pdf", prose("P: Ya?"), extra=encrypted))


def test_pages_that_hold_one_another_end(tmp_path: Path) -> None:
    path = pdf(tmp_path / "W1.pdf", prose("P: Ya?", "I: Ya."))
    path.write_bytes(path.read_bytes().replace(b"/Kids[5 0 R]/Count 1", b"/Kids[2 0 R]/Count 9"))
    with pytest.raises(FileProblem):
        read(path)
