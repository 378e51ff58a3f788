"""The example study, made once as `make demo` makes it."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from qualcode import Project

ROOT = Path(__file__).parents[2]
CODED = ("W1-zul", "W2-herman", "W3-astuti", "W4-anda", "W5-lina", "W6-darmi", "O1-pelatihan", "D1-program")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The example study with the work of its first coder, opened for her."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with Project.create(folder, coder="rani", title="Contoh rekaan") as project:
            project.add(sorted((ROOT / "transcripts").glob("*.*")))
            project.apply_codebook(ROOT / "codebooks" / "empowerment.yaml")
            project.import_codings(ROOT / "transcripts" / "codings" / "rani.csv")
            for name in CODED:
                project.mark_read(name)
            project.import_themes(ROOT / "transcripts" / "codings" / "themes.csv")
            project.suggest(method="keywords")
            yield project


@pytest.fixture(scope="session")
def rows() -> list[dict[str, str]]:
    """The first coder's codings as she wrote them down."""
    path = ROOT / "transcripts" / "codings" / "rani.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def two_coders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example study, coded by rani and bayu, who have released their work; closed, to be copied."""
    folder = tmp_path_factory.mktemp("two")
    codings = ROOT / "transcripts" / "codings"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with Project.create(folder, coder="rani", title="Contoh rekaan") as rani:
            rani.add(sorted((ROOT / "transcripts").glob("*.*")))
            rani.apply_codebook(ROOT / "codebooks" / "empowerment.yaml")
        for coder in ("rani", "bayu"):
            with Project.open(folder, coder=coder) as project:
                project.import_codings(codings / f"{coder}.csv")
                for name in CODED:
                    project.mark_read(name)
                project.release(coder)
        with Project.open(folder, coder="rani") as rani:
            rani.import_themes(codings / "themes.csv")
            rani.suggest(method="keywords")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, one for all tests: Playwright starts only once in a process."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


def program(name: str) -> str:
    """Return the path of a program that a test needs; without it the test is skipped, but not in CI."""
    import os

    found = shutil.which(name)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed, so nothing can be rendered")
    return found
