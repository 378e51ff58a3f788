import pytest

from qualcode.project import Project
from tests.study import Study


@pytest.fixture
def rani(study: Study) -> Project:
    """The study, opened by who made it."""
    return study.opened_by("rani")


@pytest.fixture
def bayu(study: Study) -> Project:
    """The same study, opened by a second coder."""
    return study.opened_by("bayu")
