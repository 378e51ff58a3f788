from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.styles.style import ParagraphStyle

from qualcode.exports.docx_headings import likely_headings, on_headings
from qualcode.settings import Dress
from tests.exports.templates import thesis


def template(folder: Path, *names: str, outlines: dict[str, int] | None = None) -> Path:
    """A file with these styles and none of Word's own headings, some with a level in the outline."""
    document = docx.Document()
    for level in range(1, 10):
        document.styles[f"Heading {level}"].delete()
    for name in names:
        style = document.styles.add_style(name, 1)
        assert isinstance(style, ParagraphStyle)
        if name in (outlines or {}):
            level_of = OxmlElement("w:outlineLvl")
            level_of.set(qn("w:val"), str((outlines or {})[name]))
            style.element.get_or_add_pPr().append(level_of)
    path = folder / "template.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("names", "likely"),
    [
        (["Judul Bab", "Sub Bab", "Kutipan"], {"heading1": "Judul Bab", "heading2": "Sub Bab"}),
        (["Judul 1", "Isi", "Judul 3"], {"heading1": "Judul 1", "heading3": "Judul 3"}),
        (["Chapter Title", "Section"], {"heading1": "Chapter Title", "heading2": "Section"}),
        (["Isi", "Kutipan", "Judul Tabel"], {}),
    ],
)  # fmt: skip
def test_headings_are_guessed_by_name(names: list[str], likely: dict[str, str], tmp_path: Path) -> None:
    assert likely_headings(template(tmp_path, *names), {}) == likely


def test_the_outline_tells_more_than_names_do(tmp_path: Path) -> None:
    path = template(tmp_path, "Bab", "Kepala", "Anak", outlines={"Kepala": 0, "Anak": 1})
    assert likely_headings(path, {}) == {"heading1": "Kepala", "heading2": "Anak"}


def test_what_word_names_or_the_user_names_needs_no_guess(tmp_path: Path) -> None:
    usual = tmp_path / "usual.docx"
    docx.Document().save(str(usual))
    assert likely_headings(usual, {}) == {}
    assert (
        on_headings(Dress(template=thesis(tmp_path / "t.docx"), styles={"heading1": "Judul Bab"}), "en") == ""
    )
    assert on_headings(Dress(), "en") == ""


def test_the_hint_is_the_line_to_write(tmp_path: Path) -> None:
    dress = Dress(template=thesis(tmp_path / "t.docx"), styles={"quote": "Kutipan"})
    hint = on_headings(dress, "id")
    assert "gaya Heading 1," in hint
    assert hint.endswith('styles = {quote = "Kutipan", heading1 = "Judul Bab"}')
