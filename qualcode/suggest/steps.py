"""How work that takes long says how far it has come."""

from typing import Protocol


class OnStep(Protocol):
    """Called as work goes on."""

    def __call__(self, done: int, total: int, text: str) -> None:
        """Say how much of it is done, and what it is, in English."""
        ...


def no_steps(done: int, total: int, text: str) -> None:
    """Tell nobody."""


READING = "Reading what passages mean"
LEARNING = "Learning from what is coded"
MEASURING = "Measuring"

STEPS = (READING, LEARNING, MEASURING)
