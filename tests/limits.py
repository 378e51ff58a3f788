"""The system's own limits, for tests of what happens when there is no room."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

resource = pytest.importorskip("resource", reason="this system does not limit the size of files")


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """Have the system refuse to write beyond so many bytes of a file, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
