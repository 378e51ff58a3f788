"""Keeping the garbage collector out of bulk work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do something without the cyclic garbage collector.

    Hundreds of thousands of fresh rows would make it walk the whole heap again and again, and no row is part
    of a cycle.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
