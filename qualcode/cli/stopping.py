"""Ctrl-C while a batch goes on."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """Holds ctrl-C back until the thing in hand is done, so that what is said is what was done."""

    def __init__(self) -> None:
        self.asked = False

    def ask(self, number: int, frame: FrameType | None) -> None:
        """Note that ctrl-C was pressed; a second time does not wait."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

    def here(self) -> None:
        """Stop here, where it was asked for."""
        if self.asked:
            raise KeyboardInterrupt


@contextmanager
def held_back() -> Iterator[Stop]:
    """Hold ctrl-C back within the block; `Stop.here` says where it may take effect."""
    stop = Stop()
    before = signal.signal(signal.SIGINT, stop.ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
