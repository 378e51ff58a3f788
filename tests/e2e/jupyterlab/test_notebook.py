"""A notebook in JupyterLab: it runs, and what it shows is seen."""

from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.jupyterlab.conftest import Lab


def test_the_supervisors_notebook_runs_and_shows_what_was_found(lab: Lab) -> None:
    lab.copy_clone()
    notebook = lab.open(lab.folder / "notebooks" / "2_review_themes.ipynb")
    notebook.command("notebook:clear-all-cell-outputs")
    notebook.run_all()
    expect(notebook.page.locator(".jp-OutputArea .qualcode").first).to_be_visible()
    expect(notebook.page.locator("[data-mime-type='application/vnd.jupyter.error']")).to_have_count(0)


def test_a_click_on_a_cell_shows_what_was_said_there(lab: Lab, two_coders: Path) -> None:
    opened = f"from qualcode import Project\nproject = Project.open({str(two_coders)!r}, coder='rani')"
    notebook = lab.open(lab.write("asked.ipynb", opened, "project.explore('frameworks', language='en')"))
    notebook.run_all()
    shown = notebook.output(1)
    expect(shown.get_by_text("Click a bar or a cell")).to_be_visible()
    shown.get_by_label("column: information_systems; row: awareness").first.click()
    expect(shown.get_by_text("W2-herman", exact=False).first).to_be_visible()
    expect(shown.get_by_text("Click a bar or a cell")).to_have_count(0)
