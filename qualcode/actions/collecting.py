"""Keep Python from looking for garbage while one text is taken in."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_waits() -> Iterator[None]:
    """Let garbage wait until a text is taken in.

    Its turns and words are a great many objects that stay and hold no cycles; going through them again and
    again takes a third of the time that a long one takes.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
