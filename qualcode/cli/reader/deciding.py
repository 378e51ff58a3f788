"""Deciding on suggestions in the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.actions.coding import Passage
from qualcode.actions.noting import Subject
from qualcode.cli.language import language, tr
from qualcode.cli.reader.asking import ask_code
from qualcode.cli.reader.cards import Card, suggestion_card
from qualcode.cli.reader.desk import Choice, Desk
from qualcode.cli.reader.queue import QueueSession
from qualcode.cli.reader.sheet import Sheet, sheet_of
from qualcode.model import Coding, Guid, Source, Suggestion, Verdict

if TYPE_CHECKING:
    from qualcode.actions.ordering import LiveScores
    from qualcode.project import Project


class ReviewSession(QueueSession[Suggestion]):
    """Pending suggestions, in the order given.

    Parameters
    ----------
    desk, project, items
        As for every queue.
    order, seed
        How they were ordered.
    live
        Scores that follow each decision: after it, what is still to come is ordered anew.
    """

    def __init__(
        self,
        desk: Desk,
        project: "Project",
        items: Sequence[Suggestion],
        *,
        order: str = "reading",
        seed: int = 0,
        live: "LiveScores | None" = None,
    ) -> None:
        super().__init__(desk, project, items)
        self._order, self._seed, self._live = order, seed, live
        with project.view() as view:
            self._names = {source.id: source.name for source in view.all(Source)}

    def id_of(self, item: Suggestion) -> Guid:
        """Return the suggestion's GUID."""
        return item.id

    def waiting(self) -> set[Guid]:
        """Return the suggestions that are undecided now."""
        return {each.id for each in self.project.pending()}

    def heading(self, item: Suggestion) -> str:
        """Return source, turn, speaker and time."""
        return self._card(item).heading()

    def card(self, item: Suggestion, *, width: int, room: int) -> list[Text]:
        """Return passage, code, score and evidence."""
        return self._card(item).lines(width=width, room=room)

    def _card(self, item: Suggestion) -> Card:
        sheet = self._sheet(item)
        return suggestion_card(
            sheet.source_text,
            sheet.codebook,
            item,
            language=language(),
            alike=self._alike(item),
            given=[each for each in sheet.codings if each.span and each.span.overlaps(item.span)],
            memos=[memo.text for memo in sheet.memos_in(item.span)],
            outcome=tr(self.outcomes.get(item.id, "")),
        )

    def _alike(self, item: Suggestion) -> dict[str, str]:
        """Return the words of the coded passages that were most like this one, by reference code."""
        references = [each.label for each in item.evidence if each.kind == "similar"]
        if not references:
            return {}
        with self.project.view() as view:
            return {each.reference: each.quote for each in view.all(Coding, reference=references)}

    def _sheet(self, item: Suggestion) -> Sheet:
        with self.project.view() as view:
            return sheet_of(view, self.project.coder, self._names[item.source_id])

    def actions(self, item: Suggestion) -> list[Choice]:
        """Return the decisions there are."""
        return [
            Choice("a", "accept", lambda: self.accept(item), "accept: code the passage"),
            Choice("r", "reject", lambda: self.reject(item), "reject: the code does not fit"),
            Choice("o", "other", lambda: self.other(item), "give another code instead"),
            Choice("n", "negative", lambda: self.accept(item, negative=True), "accept as a negative case"),
            Choice("m", "memo", lambda: self.memo(item), "write a memo on the passage"),
        ]

    def accept(self, item: Suggestion, *, negative: bool = False) -> str:
        """Make the coding."""
        self.refuse_if_decided(item)
        self.project.decide(item.id, Verdict.ACCEPT, negative=negative)
        self._follow(item, fits=True)
        return self.settle(item, "negative case" if negative else "accepted")

    def reject(self, item: Suggestion) -> str:
        """Keep that it does not fit."""
        self.refuse_if_decided(item)
        self.project.decide(item.id, Verdict.REJECT)
        self._follow(item, fits=False)
        return self.settle(item, "rejected")

    def other(self, item: Suggestion) -> str:
        """Ask for the code that fits instead."""
        self.refuse_if_decided(item)
        code = ask_code(self.desk, self._sheet(item).codebook)
        if code is None:
            return tr("Not decided.")
        self.project.decide(item.id, Verdict.REJECT, code=code)
        self._follow(item, fits=False)
        return self.settle(item, "other code")

    def _follow(self, item: Suggestion, *, fits: bool) -> None:
        """Order what is still to come by what the decision teaches."""
        if self._live is None:
            return
        self._live.decided(item, fits=fits)
        coming = self._live.rescored(self.items[self.at + 1 :])
        self.items[self.at + 1 :] = self.project.in_order(coming, self._order, seed=self._seed)

    def undo(self) -> str:
        """Take back the latest action, and what it taught."""
        decided = len(self.outcomes)
        said = super().undo()
        if self._live is not None and len(self.outcomes) < decided:
            self._live.take_back()
        return said

    def memo(self, item: Suggestion) -> str:
        """Ask for a memo on the passage."""
        text = self.desk.ask(tr("Memo:"))
        if not text:
            return tr("No memo was written.")
        passage = Passage(source=self._names[item.source_id], at=item.span)
        self.project.memo(text, Subject(passage=passage))
        self.steps.did()
        return tr("The memo is kept.")
