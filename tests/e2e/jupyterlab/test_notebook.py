"""A notebook in JupyterLab: it runs, and what it shows is seen."""

from playwright.sync_api import expect

from tests.e2e.jupyterlab.conftest import Lab


def test_the_supervisors_notebook_runs_and_shows_what_was_found(lab: Lab) -> None:
    lab.copy_clone()
    notebook = lab.open(lab.folder / "notebooks" / "2_review_themes.ipynb")
    notebook.command("notebook:clear-all-cell-outputs")
    notebook.run_all()
    expect(notebook.page.locator(".jp-OutputArea .qualcode").first).to_be_visible()
    expect(notebook.page.locator("[data-mime-type='application/vnd.jupyter.error']")).to_have_count(0)
