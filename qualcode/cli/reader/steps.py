"""Undo and redo on the screen, no further back than the screen was opened."""

from typing import TYPE_CHECKING

from qualcode.cli.events import done_again, taken_back
from qualcode.cli.language import tr
from qualcode.errors import UndoRefused

if TYPE_CHECKING:
    from qualcode.project import Project


class Steps:
    """Counts what was done since the screen was opened, so that one key too many takes nothing older back."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._done = self._undone = 0

    def did(self) -> None:
        """Count one action."""
        self._done, self._undone = self._done + 1, 0

    def undo(self) -> str:
        """Take back the latest action, and say which.

        Raises
        ------
        UndoRefused
            All that was done here is taken back, or somebody has built on it.
        """
        if not self._done:
            raise UndoRefused(
                "nothing was done here yet", remedy="qualcode undo takes back what was done before"
            )
        event = self._project.undo()
        self._done, self._undone = self._done - 1, self._undone + 1
        return tr("Taken back: {what}").format(what=taken_back(event))

    def redo(self) -> str:
        """Do again what was taken back last, and say what.

        Raises
        ------
        UndoRefused
            Nothing was taken back here.
        """
        if not self._undone:
            raise UndoRefused("there is nothing to redo")
        event = self._project.redo()
        self._done, self._undone = self._done + 1, self._undone - 1
        return tr("Done again: {what}").format(what=done_again(event))
