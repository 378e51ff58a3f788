import csv
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from qualcode.codebook_files import Severity, check, read
from qualcode.errors import CodebookProblem, FileProblem

SMALL = """\
codebook: small
codes:
  - id: modal
    name: Modal
"""


def faults(tmp_path: Path, text: str | bytes, name: str = "book.yaml") -> list[str]:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(each) for each in check(path)]


def test_a_small_codebook_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, SMALL) == []


def test_every_fault_is_reported_at_once_with_its_line(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        """\
codebook: small
frameworks:
  - id: stage
    name: {id: Tahap, xx1: Stages}
    codes:
      - id: no
        name: Tidak
        keyword: [latih]
        children:
          - id: no
            color: red
          - id: dua kata
            name: [Dua]
            keywords: {id: ["~3"]}
""",
    )
    assert found[:3] == [
        "line 4: name: 'xx1' is no language (use short names, such as id or en)",
        "line 8: there is no field 'keyword' (did you mean 'keywords'?)",
        "line 10: no: there is no 'name'",
    ]
    assert found[3] == "line 10: the code id 'no' is used twice, first in line 6 (give it another)"
    assert found[4] == "line 11: 'red' is no color (write it as \"#4477aa\")"
    assert found[5].startswith("line 12: 'dua kata' is no id")
    assert found[6] == "line 13: name should be a text or a mapping"
    assert found[7].startswith("line 14: dua kata: '~3' is no keyword: ")
    assert len(found) == 8


def test_scalars_are_words_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text("codebook: 1.0\ncodes:\n- {id: no, name: on, keywords: [yes, 1_000, null, 0x1F]}\n")
    book = read(path)
    code = book.codes[0]
    assert (book.key, code.key, str(code.name)) == ("1.0", "no", "on")
    assert [text for _, text in code.keywords] == ["yes", "1_000", "null", "0x1F"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "the file is empty"),
        ("# nothing\n", "the file is empty"),
        ("codebook: x\n", "the codebook has no codes"),
        ("just words\n", "the codebook should be a mapping"),
        ("codebook: x\ncodes:\n\t- id: a\n", "line 3: a tab is used to indent (use spaces)"),
        ("codebook: x\ncodes: [\n", "this is not YAML"),
        ("codebook: x\ncodebook: y\n", "line 2: 'codebook' is given twice, first in line 1"),
        ("a: &a [x]\nb: *a\n", "line 2: an alias (*a) is used"),
        ("codebook: !!python/name:os.system x\n", "line 1: a tag"),
        ("? [a, b]\n: x\n", "line 1: a list or mapping is used as a name"),
        ("codebook: x\n---\ncodebook: y\n", "line 2: a second document begins"),
        ("codebook: x\ntitle: \x07\n", "line 2: there is a control character"),
        ("codes: " + "[" * 5000, "codes are nested too deeply"),
        (b"codebook: caf\xe9\n", "line 1: the text is not UTF-8"),
        (b"PK\x03\x04\x00\x00\xff", "the text is not UTF-8"),
        (SMALL + "frameworks: []\n", "there are codes beside the frameworks"),
        (SMALL + "version: two\n", "'two' is no version"),
        (SMALL + "languages: [Indonesia]\n", "'Indonesia' is no language"),
    ],
)
def test_what_is_no_codebook_is_said_to_be_none(tmp_path: Path, text: str | bytes, expected: str) -> None:
    assert any(expected in each for each in faults(tmp_path, text)), faults(tmp_path, text)


def test_a_bomb_of_aliases_is_refused_without_being_unfolded(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert len([each for each in faults(tmp_path, bomb) if "alias" in each]) >= 59


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_understood(tmp_path: Path, encoding: str) -> None:
    assert faults(tmp_path, SMALL.replace("\n", "\r\n").encode(encoding)) == []


def test_two_codes_cannot_have_one_guid(tmp_path: Path) -> None:
    guid = "6f0c1c0e-6c1b-5d0e-9a53-0d6c9d2f6b1a"
    text = f"codebook: x\ncodes:\n- {{id: a, name: A, guid: {guid}}}\n- {{id: b, name: B, guid: {guid}}}\n"
    (found,) = faults(tmp_path, text)
    assert found.startswith("line 4: 'b' has the guid of 'a'")


def test_doubts_are_warnings_and_the_file_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text(
        "codebook: x\nlanguages: [id, en]\ncodes:\n"
        "- {id: a, name: {id: A}, keywords: {id: [latih]}}\n"
        "- {id: b, name: B, keywords: {id: [Latih]}}\n"
    )
    found = check(path)
    assert [str(each) for each in found] == [
        "line 4: a: the name is not given in en",
        "line 5: the keyword 'Latih' of 'b' is one of 'a' too, so that both are suggested",
    ]
    assert {each.severity for each in found} == {Severity.WARNING}
    assert len(read(path).codes) == 2


def test_reading_a_faulty_file_lists_every_error(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text("codebook: x\ncodes:\n- {id: a}\n- {name: B}\n")
    with pytest.raises(CodebookProblem) as caught:
        read(path)
    assert str(caught.value).splitlines() == [
        "book.yaml: 2 faults:",
        "  line 3: a: there is no 'name'",
        "  line 4: codes: there is no 'id'",
    ]


def test_files_that_are_none_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"gone\.yaml: the file cannot be read: No such file"):
        check(tmp_path / "gone.yaml")
    with pytest.raises(FileProblem, match=r"this is no codebook file \(give it as one of \.yaml"):
        check(tmp_path / "book.pdf")
    for name in ("book.xlsx", "book.docx"):
        (tmp_path / name).write_bytes(b"not a zip")
        with pytest.raises(FileProblem, match="damaged or encrypted"):
            check(tmp_path / name)


TABLE = [
    ["Kode", "Induk", "Framework", "Nama", "name_en", "Kata kunci (id)", "Warna", "Catatan"],
    ["awareness", "", "Stages", "Penyadaran", "Awareness", "sadar; =hak saya", "#4477AA", "x"],
    ["motivation", "awareness", "", "Motivasi", "", "semangat\nmandiri", "", ""],
    ["", "", "", "", "", "", "", ""],
    ["", "", "Problems", "Kurang modal", "", "", "", ""],
]


def write_table(path: Path, rows: list[list[str]]) -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    elif path.suffix == ".xlsx":
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(row)
        book.save(path)
    else:
        document = Document()
        document.add_table(1, 1).cell(0, 0).text = "not this one"
        table = document.add_table(len(rows), len(rows[0]))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
        document.save(str(path))
    return path


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx"])
def test_a_table_of_codes_is_a_codebook(tmp_path: Path, suffix: str) -> None:
    path = write_table(tmp_path / f"My Book{suffix}", TABLE)
    assert [str(each) for each in check(path)] == ["line 1: the column 'Catatan' is not used"]
    book = read(path)
    assert book.key == "my-book"
    assert [(each.key, str(each.name)) for each in book.frameworks] == [
        ("stages", "Stages"),
        ("problems", "Problems"),
    ]
    assert [(code.key, book.path(code, "en")) for code in book.codes] == [
        ("awareness", "Awareness"),
        ("motivation", "Awareness > Motivasi"),
        ("kurang-modal", "Kurang modal"),
    ]
    assert list(book.codes[0].keywords) == [("id", "sadar"), ("id", "=hak saya")]
    assert book.codes[0].name.items == (("", "Penyadaran"), ("en", "Awareness"))
    assert book.codes[0].color == "#4477aa"
    assert list(book.codes[1].keywords) == [("id", "semangat"), ("id", "mandiri")]


def test_faults_of_a_table_name_its_rows(tmp_path: Path) -> None:
    rows = [
        ["id", "parent", "framework", "name", "name"],
        ["a", "b", "F", "A", ""],
        ["b", "c", "", "B", ""],
        ["c", "a", "", "C", ""],
        ["d", "aa", "", "D", ""],
        ["e", "", "F", "E", ""],
        ["f", "e", "G", "F", ""],
        ["e", "", "", "E again", ""],
    ]
    found = [str(each) for each in check(write_table(tmp_path / "book.csv", rows))]
    assert found == [
        "line 1: there are two columns 'name' (rename one)",
        "line 2: 'a' is above itself: a > c > b > a (give one of them another parent)",
        "line 5: there is no code 'aa' (did you mean 'a'?)",
        "line 7: 'f' is of 'G', the codes above it are of 'F' (use one)",
        "line 8: the code id 'e' is used twice, first in line 6 (give it another)",
    ]


def test_a_table_without_a_header_or_without_codes_is_refused(tmp_path: Path) -> None:
    assert "line 1: there is no header row" in faults(tmp_path, "a,b\n1,2\n", "x.csv")[1]
    assert faults(tmp_path, "id,name\n", "x.csv") == [
        "the codebook has no codes (list them under frameworks: or codes:)"
    ]
    assert "line 2: the text is not UTF-8" in faults(tmp_path, b"id,name\na,caf\xe9\n", "x.csv")[0]


def test_a_chain_of_parents_without_end_is_a_fault(tmp_path: Path) -> None:
    rows = [["id", "parent", "name"], *([f"c{n}", f"c{n - 1}" if n else "", "C"] for n in range(3000))]
    found = [str(each) for each in check(write_table(tmp_path / "book.csv", rows))]
    assert "nested too deeply" in found[0]
