"""What every test may use: golden files, an identity of its own, a small study to work on."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.study import Study

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew from what is made")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """A function that compares bytes with the golden file of that name, or writes it with --update-golden."""

    def compare(name: str, made: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made)
        assert path.is_file(), f"no golden file {name}: look at the output, then run with --update-golden"
        assert made.decode() == path.read_bytes().decode()

    return compare


@pytest.fixture(autouse=True)
def _own_identity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests from reading or writing who the user of this machine is."""
    monkeypatch.setenv("QUALCODE_CONFIG", str(tmp_path / "identity.toml"))
    monkeypatch.setenv("QUALCODE_LANG", "en")
    monkeypatch.delenv("QUALCODE_CODER", raising=False)


@pytest.fixture(scope="session")
def study_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a study that is made once and copied by each test that works on it."""
    from tests.study import make

    folder = tmp_path_factory.mktemp("template") / "study"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder.parent / "identity.toml"))
        make(folder)
    return folder


@pytest.fixture
def study(study_template: Path, tmp_path: Path) -> "Iterator[Study]":
    """Yield a study of one's own: two interviews, an observation note, four codes, the coder rani.

    Whatever a test does with it, replaying its history gives its present.
    """
    from qualcode.project import Project
    from tests.study import Study

    found = Study(Path(shutil.copytree(study_template, tmp_path / "study")))
    yield found
    if found.opened:
        if found.opened[0].store.closed:
            found.opened.insert(0, Project.open(found.folder, coder=found.opened[0].coder.handle))
        assert found.opened[0].check() == []
    found.close()
