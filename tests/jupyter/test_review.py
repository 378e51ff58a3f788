"""What a supervisor is told before the first click, and what stays of a review in a notebook file."""

import importlib.util
from pathlib import Path
from types import SimpleNamespace

import pytest

from qualcode.actions.theming import ThemeChange
from qualcode.errors import (
    CoderNotFound,
    FileProblem,
    QualcodeError,
    QueryProblem,
    RecordNotFound,
    UsageError,
)
from qualcode.jupyter import review
from qualcode.jupyter.widget import view
from qualcode.jupyter.widget.desk import ReviewDesk
from qualcode.jupyter.widget.subject import subject_of
from qualcode.jupyter.widget.view import ReviewWidget
from qualcode.project import Project
from tests.permissions import said_by
from tests.study import Study

WORDS = "belajar sendiri di rumah"


@pytest.fixture
def dewi(study: Study, rani: Project) -> Project:
    """A supervisor of the study that rani has coded."""
    rani.set_coder("dewi", role="supervisor")  # type: ignore[arg-type]  # a StrEnum's value
    return study.opened_by("dewi")


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A front end that says nothing, for what the Python side does by itself."""
    for name in ("widget.js", "widget.css"):
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.setattr(view, "DIST", tmp_path)
    return tmp_path


@pytest.fixture
def in_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a notebook, not in a terminal."""
    monkeypatch.setattr(view, "get_ipython", lambda: SimpleNamespace(kernel=object()))


def codes_of(project: Project, *what: object, **which: str) -> list[str]:
    with project.view() as seen:
        found = subject_of(seen, *what, language="en", **which)  # type: ignore[arg-type]  # passed on
        return [each.row["code"] for each in found.queue(seen, "en")]


@pytest.mark.parametrize(
    ("what", "which", "codes"),
    [
        ("", {}, ["awareness", "capacity", "capital"]),
        ("awareness", {}, ["awareness"]),
        ("Penyadaran", {}, ["awareness"]),
        ("stage", {}, ["awareness", "capacity"]),
        ("stage:awareness AND capacity", {}, ["awareness"]),
        ("stage", {"where": "WHERE negative"}, ["capacity"]),
        ("", {"source": "W2-lina"}, ["capital"]),
        ("", {"coder": "rani"}, ["awareness", "capacity", "capital"]),
    ],
)
def test_codings_are_chosen_by_name_or_query(
    dewi: Project, what: str, which: dict[str, str], codes: list[str]
) -> None:
    assert codes_of(dewi, what, **which) == codes


def test_a_theme_goes_before_a_code_of_its_name_and_by_its_beginning(rani: Project, dewi: Project) -> None:
    capital = ThemeChange(codes=["capital"])
    rani.theme("awareness", "Sadar itu modal.", change=capital)
    rani.theme("uang-sendiri", "Modal itu uang sendiri.", change=capital)
    assert codes_of(dewi, "awareness") == ["capital"]
    assert codes_of(dewi, "uang") == ["capital"]


@pytest.mark.parametrize(
    ("what", "which", "kind", "told"),
    [
        ("awarness", {}, RecordNotFound, "did you mean awareness"),
        ("belajr", {}, RecordNotFound, "did you mean belajar"),
        ("stage:awarnes AND capacity", {}, QueryProblem, "awarnes"),
        ("stage:* AND capacity", {"where": "WHERE negative"}, UsageError, "one query"),
        ("awareness", {"coder": "rina"}, CoderNotFound, "did you mean rani"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    dewi: Project, what: str, which: dict[str, str], kind: type[QualcodeError], told: str
) -> None:
    with pytest.raises(kind, match=told):
        review(dewi, what, **which)  # type: ignore[arg-type]  # passed on


def test_what_can_only_be_read_is_refused_before_the_first_click(study: Study, dewi: Project) -> None:
    dewi.close()  # so that nothing is left in its log
    database = study.folder / "qualcode.db"
    database.chmod(0o400)
    study.folder.chmod(0o500)
    try:
        told = said_by(
            "from qualcode import Project\nfrom qualcode.jupyter import review",
            "review(Project.open(P[0], coder='dewi'), 'awareness')", study.folder,
        )  # fmt: skip
    finally:
        study.folder.chmod(0o700)
        database.chmod(0o600)
    assert "this project can only be read, and a review is written into it" in told
    assert "or copy the project" in told


def test_without_the_front_end_the_remedy_is_told(dewi: Project, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"was not built.*pip install \."):
        ReviewWidget(desk(dewi), dist=tmp_path)


def test_without_anywidget_the_remedy_is_told(dewi: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "qualcode.jupyter.reviewing.find_spec", lambda name: None if name == "anywidget" else found(name)
    )
    with pytest.raises(QualcodeError, match=r"pip install 'qualcode\[lab\]'"):
        review(dewi, "awareness")


def desk(project: Project) -> ReviewDesk:
    with project.view() as seen:
        return ReviewDesk(project, subject_of(seen, "", language="en"), language="en")


def test_no_word_of_an_interview_is_in_what_a_notebook_saves(
    dewi: Project, built: Path, in_kernel: None
) -> None:
    widget = ReviewWidget(desk(dewi), dist=built)
    shown = widget._repr_mimebundle_()
    assert shown
    assert "W1-zul.2" in shown[0]["text/html"]
    saved = f"{widget.get_state()} {shown}"
    assert not [words for words in (WORDS, "Modal dari bank") if words in saved]


def test_words_are_kept_for_readers_without_a_kernel_where_that_is_asked(
    dewi: Project, built: Path, in_kernel: None
) -> None:
    shown = ReviewWidget(desk(dewi), keep_words=True, dist=built)._repr_mimebundle_()
    assert shown
    assert all(WORDS in shown[0][kind] for kind in ("text/html", "text/plain"))


def test_a_terminal_shows_the_codings_with_what_was_said(dewi: Project, built: Path) -> None:
    dewi.review_coding("W1-zul.2 awareness", "query", "Sadar, atau baru tahu?")
    lines = repr(ReviewWidget(desk(dewi), dist=built)).splitlines()
    assert lines[:2] == ["Review: All codings", "1 of 3 looked at · Open questions: 1"]
    assert lines[2:5] == [
        "- W1-zul.2 · Awareness · rani", f"  {WORDS}", "  dewi, query: Sadar, atau baru tahu?"
    ]  # fmt: skip


def test_a_long_review_says_how_many_more_there_are(
    dewi: Project, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qualcode.jupyter.widget.fallback.LONGEST", 1)
    text = repr(ReviewWidget(desk(dewi), dist=built))
    assert "… and 2 more." in text
    assert "capital" not in text


def test_what_was_said_cannot_run_in_the_list(dewi: Project, built: Path) -> None:
    dewi.review_coding("W1-zul.2 awareness", "comment", "<script>alert(1)</script>")
    shown = ReviewWidget(desk(dewi), dist=built)._repr_mimebundle_()
    assert shown
    assert "<script" not in shown[0]["text/html"]
