import datetime
from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.model import Role, SourceKind
from qualcode.readers import read
from qualcode.readers.draft import Draft
from tests.readers.builders import workbook


def said(draft: Draft) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(draft.text)) for turn in draft.turns]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_one_row_per_turn(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "W1.csv"
    rows = [["waktu", "pembicara", "teks"], ["0:05", "P", '"Kapan, ya?"'], ["0:09", "I", '"Dulu; lama."']]
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    draft = read(path)
    assert said(draft) == [("P", "Kapan, ya?"), ("I", "Dulu; lama.")]
    assert [turn.time for turn in draft.turns] == [5.0, 9.0]


def test_cells_are_read_as_a_person_sees_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["start", "speaker", "text"],
        [datetime.time(0, 0, 5), "P", "Kapan?"],
        [datetime.time(0, 1), "I", 2019.0],
    ]
    draft = read(workbook(tmp_path / "W1.xlsx", rows))
    assert said(draft) == [("P", "Kapan?"), ("I", "2019")]
    assert [turn.time for turn in draft.turns] == [5.0, 60.0]


def test_open_questions_are_asked_once_above_their_answers(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Responden", "Umur", "Apa manfaat pelatihan?", "Apa kendala usaha?"],
        ["R01", 43, "Saya jadi tahu cara mengemas.", "Modal masih kurang sekali buat saya."],
        ["R02", 51, "Bisa jualan lewat hape sekarang.", None],
    ]
    draft = read(workbook(tmp_path / "survei.xlsx", rows))
    assert draft.kind is SourceKind.OPEN_ANSWERS
    assert said(draft) == [
        ("Pertanyaan", "Apa manfaat pelatihan?"),
        ("R01", "Saya jadi tahu cara mengemas."),
        ("R02", "Bisa jualan lewat hape sekarang."),
        ("Pertanyaan", "Apa kendala usaha?"),
        ("R01", "Modal masih kurang sekali buat saya."),
    ]
    assert draft.speakers[0].role is Role.INTERVIEWER
    assert draft.speakers[1].attributes == {"Umur": "43"}
    assert [str(note) for note in draft.notes] == ["1 empty answers were left out"]


def test_one_row_per_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("responden,pertanyaan,jawaban\nR1,Mengapa?,Ingin maju\nR2,Mengapa?,Terpaksa\n")
    assert said(read(path)) == [("Pertanyaan", "Mengapa?"), ("R1", "Ingin maju"), ("R2", "Terpaksa")]


def test_a_sheet_that_is_left_out_is_named(tmp_path: Path) -> None:
    turns = [["speaker", "text"], ["P", "Kapan?"], ["I", "Dulu."]]
    draft = read(workbook(tmp_path / "W1.xlsx", turns, [["a", "b"], [1, 2]]))
    assert "Sheet1" in str(draft.notes[0])


def test_a_table_without_words_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["case", "age"], ["R1", 43]])
    with pytest.raises(FileProblem, match=r"a.xlsx: there is no column of turns or of answers"):
        read(path)
