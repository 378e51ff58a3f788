from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.study import Study, study


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    with study(tmp_path) as found:
        yield found
        assert found.store.check() == []
