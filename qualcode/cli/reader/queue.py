"""Going through things to be decided, one after the other, with a way back."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.text import Text

from qualcode.cli.language import tr
from qualcode.cli.reader.desk import Choice, Desk, Session
from qualcode.cli.reader.steps import Steps
from qualcode.errors import UsageError
from qualcode.model import Guid

if TYPE_CHECKING:
    from qualcode.project import Project

T = TypeVar("T")


class QueueSession(Session, Generic[T]):
    """A queue on the screen.

    Parameters
    ----------
    desk, project
        Where, and whose.
    items
        What is to be decided, in order.

    Attributes
    ----------
    outcomes
        What was decided here, by the item's id, in English.
    """

    def __init__(self, desk: Desk, project: "Project", items: Sequence[T]) -> None:
        super().__init__(desk)
        self.project = project
        self.steps = Steps(project)
        self.items = list(items)
        self.at = 0
        self.outcomes: dict[Guid, str] = {}

    @abstractmethod
    def id_of(self, item: T) -> Guid:
        """Return what an item is known by."""

    @abstractmethod
    def waiting(self) -> set[Guid]:
        """Return the ids of what is still to be decided, as the project has it now."""

    @abstractmethod
    def card(self, item: T, *, width: int, room: int) -> list[Text]:
        """Return an item's lines."""

    @abstractmethod
    def heading(self, item: T) -> str:
        """Return where an item is."""

    @abstractmethod
    def actions(self, item: T) -> list[Choice]:
        """Return what can be done with an item."""

    @property
    def item(self) -> T | None:
        """The item on the screen; None behind the last one."""
        return self.items[self.at] if self.at < len(self.items) else None

    def title(self) -> Text:
        """Return where the item is, and its place in the queue."""
        if self.item is None:
            return Text(tr("The end"), style="bold")
        place = tr("{place} of {count}").format(place=self.at + 1, count=len(self.items))
        return Text(f"{self.heading(self.item)}", style="bold").append(f"   {place}", "not bold dim")

    def page(self, *, width: int, room: int) -> list[Text]:
        """Return the item's card, or the tally behind the last one."""
        if self.item is None:
            return [
                Text(),
                Text(f" {self.tally()}"),
                Text(),
                Text(" " + tr("u takes the last decision back.")),
            ]
        return [Text(), *self.card(self.item, width=width, room=room - 1)]

    def choices(self) -> list[Choice]:
        """Return what can be done with the item, and the ways to others."""
        ways = [
            Choice("s", "skip", self.skip, "leave it for later (also Enter and space)", also=("enter",)),
            Choice("b", "back", self.back, "the one before"),
            Choice("u", "undo", self.undo, "take back your latest action"),
            Choice("q", "quit", self.leave, "leave; everything is kept"),
        ]
        if self.item is None:
            return [*ways[1:], Choice("enter", "leave", self.leave)]
        return [*self.actions(self.item), *ways]

    def settle(self, item: T, outcome: str) -> str:
        """Count and note what was decided, and go on to the next that waits."""
        self.steps.did()
        return self.settled(item, outcome)

    def settled(self, item: T, outcome: str) -> str:
        """Go on to the next that waits, where the deciding was counted already."""
        self.outcomes[self.id_of(item)] = outcome
        waiting = self.waiting()
        self.at += 1
        while self.item is not None and self.id_of(self.item) not in waiting | self.outcomes.keys():
            self.at += 1
        return ""

    def refuse_if_decided(self, item: T) -> None:
        """Refuse a second decision on an item.

        Raises
        ------
        UsageError
        """
        if self.id_of(item) in self.outcomes:
            raise UsageError("that is decided", remedy="u takes your latest decision back")

    def skip(self) -> str:
        """Go on."""
        self.at = min(self.at + 1, len(self.items))
        return ""

    def back(self) -> str:
        """Go to the one before."""
        self.at = max(self.at - 1, 0)
        return ""

    def undo(self) -> str:
        """Take back the latest action; what it decided is shown again."""
        said = self.steps.undo()
        waiting = self.waiting()
        for place, item in enumerate(self.items):
            known = self.id_of(item)
            if known in waiting and known in self.outcomes:
                del self.outcomes[known]
                self.at = place
        return said

    def tally(self) -> str:
        """Return what was decided, and how much is left."""
        counts = Counter(self.outcomes.values())
        parts = [tr("{what}: {count}").format(what=tr(what), count=count) for what, count in counts.items()]
        left = sum(self.id_of(item) not in self.outcomes for item in self.items)
        return ", ".join([*parts, tr("left: {count}").format(count=left)]) + "."
