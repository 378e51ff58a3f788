import pytest

from qualcode.project import Project
from tests.study import Study


@pytest.fixture
def rani(study: Study) -> Project:
    """The study with a few codings, opened by who made them."""
    project = study.opened_by("rani")
    project.code("W1-zul", "belajar sendiri di rumah", "awareness", memo="Belajar tanpa program.")
    project.code("W1-zul", "sendiri di rumah. Tidak ada pelatihan", "capacity", negative=True)
    project.code("W2-lina", "Modal dari bank", "capital")
    project.theme("belajar", "Belajar dimulai sendiri.")
    return project
