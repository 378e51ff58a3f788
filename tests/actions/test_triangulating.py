from pathlib import Path

import pytest

from qualcode.actions.exporting import NothingToShow
from qualcode.actions.noting import Subject
from qualcode.actions.theming import ThemeChange
from qualcode.errors import RecordNotFound
from qualcode.model import ConsentState
from qualcode.project import Project


@pytest.fixture
def judged(rani: Project) -> Project:
    """The study with a theme that interviews speak for and that nobody looked for in the note."""
    rani.code("W1-zul", "ikut pelatihan tiga hari", "capacity")
    rani.code("W1-zul", "Kami dibina, lalu ikut pelatihan tiga hari.", "capital")
    rani.code("W2-lina", "Saya ikut pelatihan tiga hari di kecamatan.", "capacity", negative=True)
    rani.mark_read("W1-zul")
    change = ThemeChange(codes=["capacity"], relations={"interview": "aligned"})
    rani.theme("dilatih", "Orang dilatih.", change=change)
    return rani


def test_a_theme_is_seen_from_every_kind_of_source(judged: Project) -> None:
    (finding,) = judged.triangulation()
    assert [(angle.kind, angle.relation, angle.absence) for angle in finding.angles] == [
        ("interview", "aligned", ""),
        ("observation", "", "unread"),
        ("document", "", "no_source"),
    ]
    assert [each.negative for each in finding.angles[0].quotations] == [False, True]
    judged.mark_read("O1-pelatihan")
    assert judged.triangulation()[0].angles[1].absence == "nothing"
    judged.mark_not_asked("O1-pelatihan", "capacity")
    assert judged.triangulation()[0].angles[1].absence == "not_asked"


def test_what_is_filtered_out_says_nothing(judged: Project) -> None:
    judged.set_consent("zul", ConsentState.WITHDRAWN)
    (finding,) = judged.triangulation()
    assert [each.case for each in finding.angles[0].quotations] == ["Bu Lina"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "docx", "html", "md"])
def test_it_is_written_by_suffix_and_the_same_each_time(judged: Project, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"1.{suffix}", tmp_path / f"2.{suffix}"
    for path in (first, second):
        judged.triangulation(path, language="id")
    assert first.read_bytes() == second.read_bytes()
    with judged.view() as view:
        assert [len(export.case_ids) for export in view.exports()] == [2, 2]


def test_quotations_may_be_in_translation(judged: Project) -> None:
    judged.translate("W1-zul.6 capacity", "I took part in training.")
    (finding,) = judged.triangulation(words="translation", into="en")
    assert finding.angles[0].quotations[0].text == "I took part in training."


def test_nothing_is_written_where_there_is_no_theme(rani: Project, tmp_path: Path) -> None:
    assert rani.triangulation() == []
    with pytest.raises(NothingToShow):
        rani.triangulation(tmp_path / "t.md")
    with pytest.raises(RecordNotFound):
        rani.triangulation(theme="otodidak")


def test_a_summary_shows_what_goes_along_case_by_case_and_the_summaries_of_cells(judged: Project) -> None:
    judged.memo("Dilatih tiga hari.", Subject(case="zul", code="capacity"))
    judged.memo("Bukan di sini.", Subject(case="zul", code="awareness"))
    judged.memo("Kode yang luas.", Subject(code="capacity"))
    (summary,) = judged.summary(language="en")
    assert summary.companions is not None
    assert summary.companions.cases == ("zul", "Bu Lina")
    assert [(row.code, row.places, row.states) for row in summary.companions.rows] == [
        ("Capacity building", (1, 1), ("coded", "coded")),
        ("Capital", (1, 0), ("coded", "unread")),
    ]
    assert [(code, note.case, note.text) for code, note in summary.companions.notes] == [
        ("Capacity building", "zul", "Dilatih tiga hari.")
    ]
    assert [(note.about, note.text, note.coder) for note in summary.memos] == [
        ("Capacity building", "Kode yang luas.", "rani")
    ]


def test_a_pinned_coding_is_quoted_first(judged: Project) -> None:
    judged.code("W2-lina", "Modal dari bank.", "capacity")
    judged.mark_pinned("W2-lina.4")
    assert judged.summary()[0].quotations[0].reference == "W2-lina.4"
    judged.undo()
    assert judged.summary()[0].quotations[0].reference == "W1-zul.6"
