"""A supervisor reviews in JupyterLab: what is clicked and typed there is what the project holds."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from qualcode import Project
from tests.built import require_widget
from tests.e2e.jupyterlab.conftest import PATIENCE, Lab, Notebook
from tests.study import Study

OPEN = """\
from qualcode import Project
from qualcode.jupyter import review

project = Project.open("study", coder="dewi")
review(project)
"""
WORDS = "belajar sendiri di rumah"


@pytest.fixture
def rani(study: Study, lab: Lab) -> Iterator[Project]:
    """The coder of a small study in JupyterLab's folder; dewi is its supervisor."""
    require_widget()
    shutil.copytree(study.folder, lab.folder / "study")
    with Project.open(lab.folder / "study", coder="rani") as project:
        project.code("W1-zul", WORDS, "awareness", memo="Belajar tanpa program.")
        project.code("W1-zul", "modal juga sendiri", "capital")
        project.code("W2-lina", "Saya ikut pelatihan", "capacity")
        project.code("W2-lina", "Modal dari bank", "capital")
        project.set_coder("dewi", role="supervisor")  # type: ignore[arg-type]  # a StrEnum's value
        yield project


def widget_in(notebook: Notebook) -> Locator:
    """The review that the first cell shows, ready for keys."""
    found = notebook.output(0).locator(".qualcode-widget")
    expect(found.locator(".reader")).to_be_visible(timeout=PATIENCE)
    found.locator("h3").click()
    return found


def said(project: Project) -> list[tuple[str, str, str, str]]:
    return [
        (each.code, each.reviewer, each.review.remark.value, each.review.text) for each in project.reviews()
    ]


def test_what_a_supervisor_says_by_key_is_in_the_project_and_there_after_a_restart(
    lab: Lab, rani: Project
) -> None:
    notebook = lab.open(lab.write("review.ipynb", OPEN, "1 + 1"))
    keys = notebook.page.keyboard
    notebook.run(0)
    widget = widget_in(notebook)
    expect(widget.locator("[aria-current]")).to_contain_text("W1-zul.2")
    expect(widget).to_contain_text("Belajar tanpa program.")
    progress = widget.get_by_text("of 4 looked at")

    keys.press("a")  # agrees, and goes on
    expect(widget.locator("[aria-current]")).to_contain_text("W1-zul.4")
    expect(progress).to_have_text("1 of 4 looked at")
    keys.press("q")
    keys.type("dd: modal siapa? a x j")  # which would cut and choose, were they commands
    keys.press("Enter")
    expect(progress).to_have_text("2 of 4 looked at")
    for key in ("j", "x", "j", "x", "a"):  # the two that are left, in one go
        keys.press(key)
    expect(progress).to_have_text("4 of 4 looked at")
    keys.press("Control+z")
    expect(progress).to_have_text("2 of 4 looked at")
    assert said(rani) == [
        ("awareness", "dewi", "agree", ""), ("capital", "dewi", "query", "dd: modal siapa? a x j")
    ]  # fmt: skip
    expect(notebook.cells).to_have_count(2)

    rani.answer(rani.reviews(open_only=True)[0].coding.id, "Modal keluarga.")
    expect(widget.get_by_title("waits for you")).to_be_visible(timeout=PATIENCE)

    kept = str(notebook.save())
    assert "W1-zul.2" in kept
    assert not [words for words in (WORDS, "Modal dari bank") if words in kept]

    notebook.restart()
    expect(widget).to_contain_text("Run this cell again", timeout=PATIENCE)
    notebook.run(0)
    widget = widget_in(notebook)
    expect(widget.get_by_text("of 4 looked at")).to_have_text("2 of 4 looked at")
    expect(widget.get_by_title("waits for you")).to_be_visible()
    notebook.page.emulate_media(color_scheme="dark")
    expect(widget).to_have_attribute("data-theme", "dark", timeout=PATIENCE)
