"""Files that mean harm, or are broken: each is refused with its name and the reason, or read in bounds."""

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.readers import expand, read
from qualcode.readers.draft import File
from qualcode.readers.packages import Package
from tests.permissions import said_by
from tests.readers.builders import open_document, rewritten, word, workbook

DIALOGUE = "P: Kapan?\nI: Dulu.\nP: Ya?\nI: Ya.\n"


@pytest.fixture
def one_mb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_MAX_MB", "1")


@pytest.mark.usefixtures("one_mb")
def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"ya " * 1_000_000)
    with pytest.raises(
        FileProblem, match=r"a.txt: the file has 3 MB, more than the 1 MB .*QUALCODE_MAX_MB=3"
    ):
        read(path)


def test_the_limit_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIALOGUE + "ya " * 400_000)
    monkeypatch.setenv("QUALCODE_MAX_MB", "1")
    with pytest.raises(FileProblem, match="more than the 1 MB"):
        read(path)
    monkeypatch.setenv("QUALCODE_MAX_MB", "3")
    assert len(read(path).turns) == 4


def test_a_zip_bomb_is_refused_by_how_tightly_it_is_packed() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * (40 << 20))
    with pytest.raises(FileProblem, match=r"b.docx: the file unpacks to \d+ times its size"):
        Package(File("b.docx", packed.getvalue()))


@pytest.mark.usefixtures("one_mb")
def test_many_members_together_are_bounded_too() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            archive.writestr(f"word/{number}.xml", os.urandom(200_000))
    with pytest.raises(FileProblem, match="the file unpacks to 2 MB, more than the 1 MB"):
        Package(File("b.docx", packed.getvalue()))


def test_names_that_climb_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", DIALOGUE)
    climb = "../../../../etc/passwd"
    rewritten(path, "_rels/.rels", lambda xml: xml.replace("word/document.xml", climb))
    with pytest.raises(FileProblem, match=r"a.docx: the file is damaged"):
        read(path)


def test_a_truncated_archive_is_damaged(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", DIALOGUE)
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(FileProblem, match="the file is damaged"):
        read(path)


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    deep = "<w:smartTag>" * 1900 + "</w:smartTag>" * 1900
    path = word(tmp_path / "a.docx", DIALOGUE)
    rewritten(path, "word/document.xml", lambda xml: xml.replace("<w:body>", f"<w:body>{deep}"))
    with pytest.raises(FileProblem, match="nested too deeply"):
        read(path)


def test_a_number_of_spaces_is_no_way_to_fill_the_memory(tmp_path: Path) -> None:
    path = open_document(tmp_path / "a.odt", "P: Ya?")
    many = '<text:s text:c="99999999999"/></text:p>'
    assert len(read(rewritten(path, "content.xml", lambda xml: xml.replace("</text:p>", many, 1))).text) < 100


@pytest.mark.usefixtures("one_mb")
def test_a_sheet_without_end_is_refused_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qualcode.readers.limits.ROWS_PER_MB", 50)
    path = workbook(tmp_path / "a.xlsx", [["speaker", "text"], *([f"P{n}", "ya"] for n in range(60))])
    with pytest.raises(FileProblem, match=r"a.xlsx: a sheet has more than 50 rows"):
        read(path)


def test_formulas_are_read_as_their_values(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["speaker", "text"], ["P", "=1+1"], ["I", "dua"]])
    cell = "<f>1+1</f><v>2</v>"
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("<f>1+1</f><v></v>", cell).replace("<f>1+1</f><v/>", cell),
    )
    draft = read(path)
    assert [turn.span.of(draft.text) for turn in draft.turns] == ["2", "dua"]


@pytest.mark.parametrize(
    "line",
    ["ya " * 700_000, "a" * 2_000_000, "Rina" + " " * 1_000_000 + ":", ":" * 1_000_000, "P: ya. " * 100_000],
    ids=["words", "letters", "spaces", "colons", "labels"],
)
def test_a_line_without_end_takes_no_time_without_end(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIALOGUE + line)
    began = time.process_time()
    read(path)
    assert time.process_time() - began < 20  # a pattern that goes astray takes hours


def test_a_table_of_codings_is_no_transcript(tmp_path: Path) -> None:
    path = tmp_path / "rani.csv"
    path.write_text("source,turn,quote,code\nW1,2,Dulu sekali waktu itu,modal\n")
    with pytest.raises(
        FileProblem, match=r"rani.csv: this is a table of codings .*qualcode code --from rani.csv"
    ):
        read(path)


def test_a_link_to_elsewhere_is_refused_and_one_within_its_folder_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(DIALOGUE)
    (folder / "a.txt").write_text(DIALOGUE)
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "same.txt").symlink_to(folder / "a.txt")
    assert [path.name for path in expand([folder])] == ["a.txt", "out.txt", "same.txt"]
    with pytest.raises(FileProblem, match=r"out.txt: this is a link to a file elsewhere: .*secret.txt"):
        read(folder / "out.txt")
    assert len(read(folder / "same.txt").turns) == 4


def test_folders_that_link_in_a_circle_are_entered_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "me.txt").symlink_to(tmp_path / "me.txt")
    assert [path.name for path in expand([tmp_path])] == ["x.txt", "me.txt"]
    with pytest.raises(FileProblem, match=r"me.txt: the file cannot be read"):
        read(tmp_path / "me.txt")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert expand([tmp_path]) == []
    with pytest.raises(FileProblem, match="this is not a file"):
        read(tmp_path / "a.txt")


def test_a_closed_folder_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    imports = "from qualcode.readers import expand, read"
    assert said_by(imports, "expand(P) == [P[0] / 'closed']", tmp_path) == "True\n"
    assert "cannot be read" in said_by(imports, "read(P[0])", closed)


def test_a_folders_readme_is_no_transcript(tmp_path: Path) -> None:
    for name in ("README.md", "readme.txt", "W1.txt"):
        (tmp_path / name).write_text(DIALOGUE)
    assert [path.name for path in expand([tmp_path])] == ["W1.txt"]
    assert expand([tmp_path / "README.md"]) == [tmp_path / "README.md"]
