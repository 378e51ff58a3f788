from pathlib import Path

import pytest

from tests.study import Study


@pytest.fixture
def here(study: Study, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the small study, its commands run as rani."""
    monkeypatch.setenv("QUALCODE_CODER", "rani")
    return study.folder
