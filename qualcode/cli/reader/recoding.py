"""Looking again, in the terminal, at what a changed codebook touches."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.actions.recoding import RecodeQueue, Unread
from qualcode.actions.texts import text_of
from qualcode.cli.language import language, tr
from qualcode.cli.reader.asking import ask_code
from qualcode.cli.reader.cards import Card, code_lines, recode_card
from qualcode.cli.reader.desk import Choice, Desk
from qualcode.cli.reader.queue import QueueSession
from qualcode.cli.reader.reading import ReadSession
from qualcode.cli.reader.setting import MEASURE, wrapped
from qualcode.errors import RecordNotFound
from qualcode.model import Codebook, Coding, Guid, Source

if TYPE_CHECKING:
    from qualcode.project import Project
    from qualcode.store import View

Item = Coding | Unread


class RecodeSession(QueueSession[Item]):
    """Codings of codes that changed; then sources that were coded through before some codes were made."""

    def __init__(self, desk: Desk, project: "Project", queue: RecodeQueue) -> None:
        items: Sequence[Item] = [*queue.codings, *queue.unread]
        super().__init__(desk, project, items)

    def id_of(self, item: Item) -> Guid:
        """Return the coding's GUID, or the source's."""
        return item.id if isinstance(item, Coding) else item.source.id

    def waiting(self) -> set[Guid]:
        """Return what is to be looked at now."""
        queue = self.project.recode_queue()
        return {coding.id for coding in queue.codings} | {unread.source.id for unread in queue.unread}

    def heading(self, item: Item) -> str:
        """Return where the coding is, or the source's name."""
        return item.reference if isinstance(item, Coding) else item.source.name

    def card(self, item: Item, *, width: int, room: int) -> list[Text]:
        """Return the coding with what its code meant and means, or the codes a source was not read for."""
        outcome = tr(self.outcomes.get(self.id_of(item), ""))
        with self.project.view() as view:
            if isinstance(item, Coding):
                return _coding_card(view, item, outcome).lines(width=width, room=room)
            codebook = view.codebook()
            assert codebook is not None
            return _unread_lines(codebook, item, min(width, MEASURE), outcome)

    def actions(self, item: Item) -> list[Choice]:
        """Return what can be done with a coding, or with a source."""
        if isinstance(item, Coding):
            return [
                Choice("k", "keep", lambda: self.keep(item), "keep it: the code fits as it is now"),
                Choice("o", "other", lambda: self.other(item), "give another code"),
                Choice("x", "remove", lambda: self.remove(item), "take the coding away"),
            ]
        return [
            Choice("p", "read", lambda: self.read(item), "read the source now; d marks it"),
            Choice("d", "done", lambda: self.mark(item), "mark it as coded through for these codes"),
        ]

    def keep(self, item: Coding) -> str:
        """Confirm the coding under the code's present meaning."""
        self.refuse_if_decided(item)
        self.project.confirm(item.id)
        return self.settle(item, "kept")

    def other(self, item: Coding) -> str:
        """Ask for another code."""
        self.refuse_if_decided(item)
        codebook = self.project.codebook
        code = ask_code(self.desk, codebook) if codebook else None
        if code is None:
            return tr("Not decided.")
        self.project.recode(item.id, code)
        return self.settle(item, "other code")

    def remove(self, item: Coding) -> str:
        """Take the coding away."""
        self.refuse_if_decided(item)
        self.project.uncode(item.id)
        return self.settle(item, "removed")

    def read(self, item: Unread) -> str:
        """Open the source; its ``d`` marks it for these codes."""
        self.refuse_if_decided(item)
        ReadSession(
            self.desk,
            self.project,
            item.source.name,
            mark=lambda: self.project.mark_reread(item),
            steps=self.steps,
        ).run()
        return "" if self.id_of(item) in self.waiting() else self.settled(item, "coded through")

    def mark(self, item: Unread) -> str:
        """Mark the source as coded through for the codes made since."""
        self.refuse_if_decided(item)
        self.project.mark_reread(item)
        return self.settle(item, "coded through")


def _coding_card(view: "View", coding: Coding, outcome: str) -> Card:
    source, codebook = view.get(Source, coding.source_id), view.codebook()
    assert source is not None
    assert codebook is not None
    return recode_card(
        text_of(view, source),
        meaning_then(view, coding),
        codebook,
        coding,
        language=language(),
        outcome=outcome,
    )


def meaning_then(view: "View", coding: Coding) -> Codebook | None:
    """Return the codebook a coding was made with; None where the history does not have it."""
    try:
        return view.codebook(at_version=coding.codebook_version)
    except RecordNotFound:
        return None


def _unread_lines(codebook: Codebook, item: Unread, width: int, outcome: str) -> list[Text]:
    said = tr("{source} was coded through before these codes were made:").format(source=item.source.name)
    texts = [Text(said), Text()]
    for code in item.codes:
        texts += [*code_lines(codebook, code, language()), Text()]
    texts += [Text(outcome, style="bold green")] if outcome else []
    return [line for text in texts for line in wrapped(text, width, indent=1)]
