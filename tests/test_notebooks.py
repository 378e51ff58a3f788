"""The notebooks run from a clean kernel, and show what is committed: no error, and nothing is fetched."""

import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.built import require_widget

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

LIVE = "application/vnd.jupyter.widget-view+json"
"""How a widget is shown while its kernel lives; a committed notebook has what stands beside it."""

FETCHED = re.compile(r"<script|<link|<iframe|\bsrc=\\?\"https?:|@import|url\(")


def cells_of(path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return found


def test_there_are_three() -> None:
    assert [path.stem[:1] for path in NOTEBOOKS] == ["1", "2", "3"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_committed_outputs_are_whole_and_fetch_nothing(path: Path) -> None:
    code = [cell for cell in cells_of(path) if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    written = path.read_text(encoding="utf-8")
    assert '"output_type": "error"' not in written
    assert '"name": "stderr"' not in written
    assert not FETCHED.search(written)
    assert LIVE not in written
    assert "/tmp/" not in written
    assert str(Path.home()) not in written


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_in_a_copy_of_the_clone(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "qualcode.jupyter import review" in path.read_text(encoding="utf-8"):
        require_widget()
    for name in ("transcripts", "codebooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # it has no types
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path / "notebooks")}},
    )
    client.execute()  # raises where a cell does
    committed = cells_of(path)
    for cell, before in zip(notebook.cells, committed, strict=True):
        assert kinds(cell.get("outputs", [])) == kinds(before.get("outputs", [])), cell["source"]


def kinds(outputs: object) -> list[list[str]]:
    """In which forms each output of a cell is shown."""
    assert isinstance(outputs, list)
    return [sorted({*output.get("data", [output["output_type"]])} - {LIVE}) for output in outputs]
