import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from qualcode.actions.appendix import PARTS, Wanted
from qualcode.actions.exporting import NothingToShow, Notice
from qualcode.actions.filters import Filters
from qualcode.actions.noting import Subject
from qualcode.actions.theming import ThemeChange
from qualcode.errors import UsageError
from qualcode.model import ConsentState, SourceKind
from qualcode.project import Project
from tests.study import Study

GUIDE = "Aspek,Pertanyaan\nModal,Dari mana modalnya?\nPelatihan,Apa yang berubah sesudahnya?\n"


@pytest.fixture
def coded(study: Study, rani: Project) -> Project:
    rani.code("W1-zul", "Awalnya saya belajar sendiri", "awareness", condensation="Belajar tanpa pelatihan.")
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.theme("mandiri", "Orang belajar sendiri.", change=None)
    rani.mark_read("W1-zul")
    rani.mark_read("W2-lina")
    return rani


def headings(path: Path) -> list[str]:
    return [
        each.text for each in Document(str(path)).paragraphs if each.style and each.style.name == "Heading 1"
    ]


def test_the_parts_come_in_the_order_of_a_thesis_each_numbered(coded: Project, tmp_path: Path) -> None:
    made = coded.appendix(tmp_path / "a.docx", wanted=Wanted(language="id"))
    assert [*made] == [name for name in PARTS if name in made]
    assert {"informants", "transcripts", "codebook", "reduction", "history"} <= set(made)
    assert headings(tmp_path / "a.docx")[:2] == ["Lampiran 1. Informan", "Lampiran 2. Transkrip"]


def test_coded_passages_stand_in_it_once_condensed_where_they_are(coded: Project, tmp_path: Path) -> None:
    made = coded.appendix(tmp_path / "a.md")
    assert ("reduction" in made, "segments" in made) == (True, False)
    assert made["reduction"].rows == 2
    plain = coded.appendix(tmp_path / "a.md", wanted=Wanted(filters=Filters(codes=("capital",))))
    assert ("reduction" in plain, "segments" in plain) == (False, True)


def test_a_triangulation_is_not_repeated_under_each_theme(coded: Project, tmp_path: Path) -> None:
    coded.theme("mandiri", change=ThemeChange(codes=("awareness",)))
    for parts, times in ((("themes",), 1), (("themes", "triangulation"), 1)):
        coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=parts, language="en"))
        assert (tmp_path / "a.md").read_text().count("| Finding |") == times


def test_sources_that_are_not_printed_are_named_with_the_reason(
    coded: Project, study: Study, tmp_path: Path
) -> None:
    coded.add([study.file("D1-program.txt", "Program pelatihan dimulai tahun ini.\n")])
    coded.set_source("D1-program", kind=SourceKind.DOCUMENT)
    coded.set_consent("Bu Lina", ConsentState.GIVEN, scope="counted")
    coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=("transcripts",), language="en"))
    told = (tmp_path / "a.md").read_text()
    assert "since they are documents or written answers: D1-program." in told
    assert "since not all who speak in them may be quoted: W2-" in told


def test_an_appendix_without_codings_is_refused_unless_its_parts_are_named(
    study: Study, rani: Project, tmp_path: Path
) -> None:
    with pytest.raises(NothingToShow, match="nothing is coded yet"):
        rani.appendix(tmp_path / "a.md")
    assert [*rani.appendix(tmp_path / "a.md", wanted=Wanted(parts=("codebook",)))] == ["codebook"]


def test_a_filter_that_fits_nothing_is_named_as_the_reason(coded: Project, tmp_path: Path) -> None:
    wanted = Wanted(parts=("segments",), filters=Filters(codes=("capital",), cases=("zul",)))
    with pytest.raises(NothingToShow, match="no coding fits"):
        coded.appendix(tmp_path / "a.md", wanted=wanted)


def test_in_latex_a_part_has_the_number_of_its_title_only(coded: Project, tmp_path: Path) -> None:
    coded.appendix(tmp_path / "a.tex", wanted=Wanted(parts=("reduction",), language="id"))
    assert r"\section*{Lampiran 1. Matriks reduksi data}" in (tmp_path / "a.tex").read_text()


def test_parts_are_chosen_ordered_and_numbered_from_where_one_likes(coded: Project, tmp_path: Path) -> None:
    wanted = Wanted(parts=("reduction", "codebook"), language="en", first=3)
    assert [*coded.appendix(tmp_path / "a.docx", wanted=wanted)] == ["reduction", "codebook"]
    assert headings(tmp_path / "a.docx") == ["Appendix 3. Data reduction matrix", "Appendix 4. Codebook"]


def test_the_reduction_matrix_leads_from_the_words_to_the_theme(coded: Project, tmp_path: Path) -> None:
    coded.appendix(tmp_path / "a.xlsx", wanted=Wanted(parts=("reduction",), language="id"))
    rows = [*load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(values_only=True)]
    assert rows[0] == ("Kode rujukan", "Informan", "Kutipan", "Pemadatan fakta", "Kode", "Kategori", "Tema")
    assert rows[1][2:6] == ("Awalnya saya belajar sendiri", "Belajar tanpa pelatihan.", "Penyadaran", "Tahap")


def test_a_guide_is_printed_as_the_table_it_is(coded: Project, tmp_path: Path) -> None:
    (tmp_path / "guide.csv").write_text(GUIDE, encoding="utf-8")
    coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=("guide",), guide=tmp_path / "guide.csv"))
    assert "| Modal | Dari mana modalnya? |" in (tmp_path / "a.md").read_text()


def test_a_guide_in_running_text_stays_running_text(coded: Project, tmp_path: Path) -> None:
    (tmp_path / "guide.txt").write_text("Pembukaan\n\n1. Ceritakan usaha Bapak.\n", encoding="utf-8")
    coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=("guide",), guide=tmp_path / "guide.txt"))
    assert "Ceritakan usaha Bapak." in (tmp_path / "a.md").read_text()


def test_the_same_study_gives_the_same_bytes(coded: Project, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        coded.appendix(tmp_path / name, wanted=Wanted(language="id"))
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_who_may_not_be_quoted_is_in_no_part(coded: Project, tmp_path: Path) -> None:
    heard: list[Notice] = []
    coded.set_case("Bu Lina", attributes={"Desa": "Pemulutan"})
    coded.set_consent("Bu Lina", ConsentState.GIVEN, scope="counted")
    coded.appendix(tmp_path / "a.docx", on_notice=heard.append)
    with ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as package:
        text = package.read("word/document.xml").decode()
    assert "Modal dari bank" not in text
    assert heard[0].unquoted


def test_the_history_names_nobody_who_withdrew_nor_their_source(coded: Project, tmp_path: Path) -> None:
    coded.set_case("zul", rename="Zulkifli")
    coded.set_consent("Zulkifli", ConsentState.WITHDRAWN)
    coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=("history",), language="en"))
    told = (tmp_path / "a.md").read_text()
    assert "zul" not in told.casefold()
    assert "W2-lina" in told


def test_the_history_names_codes_in_words_and_leaves_out_what_is_about_the_program(
    coded: Project, tmp_path: Path
) -> None:
    coded.mark_not_asked("W2-lina", "awareness")
    coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=("history",), language="id"))
    told = (tmp_path / "a.md").read_text()
    assert "Penyadaran" in told
    assert "awareness" not in told


def test_figures_that_may_not_leave_are_not_among_what_goes_along(coded: Project, tmp_path: Path) -> None:
    coded.theme("mandiri", change=ThemeChange(codes=("awareness",)))
    coded.memo("Sel: ajakan tetangga.", Subject(case="Bu Lina", code="awareness"))
    coded.set_consent("Bu Lina", ConsentState.GIVEN, scope="internal")
    coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=("themes",), language="id"))
    told = (tmp_path / "a.md").read_text()
    assert "| zul |" in told
    assert "Lina" not in told
    assert "ajakan tetangga" not in told


def test_who_speaks_in_a_translation_only_is_no_informant(
    coded: Project, study: Study, tmp_path: Path
) -> None:
    coded.add([study.file("W2-lina-en.txt", "Q: How did it begin?\nMrs. Lina: I joined a training.\n")])
    coded.set_source("W2-lina-en", translates="W2-lina")
    coded.appendix(tmp_path / "a.md", wanted=Wanted(parts=("informants",), language="id"))
    told = (tmp_path / "a.md").read_text()
    assert "Bu Lina" in told
    assert "Mrs. Lina" not in told


def test_an_unknown_part_is_refused_with_the_list(coded: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="informants transcripts codebook"):
        coded.appendix(tmp_path / "a.docx", wanted=Wanted(parts=("annexe",)))


def test_a_part_asked_for_that_has_nothing_is_refused(coded: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--guide"):
        coded.appendix(tmp_path / "a.docx", wanted=Wanted(parts=("guide",)))
    assert not (tmp_path / "a.docx").exists()
