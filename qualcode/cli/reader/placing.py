"""Placing, in the terminal, codings whose words a correction took away."""

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.actions.candidates import Candidate
from qualcode.actions.placing import Unplaced
from qualcode.cli.language import language, tr
from qualcode.cli.reader.asking import find_words
from qualcode.cli.reader.cards import code_lines, head, tail
from qualcode.cli.reader.colours import colour_of, on
from qualcode.cli.reader.desk import Choice
from qualcode.cli.reader.queue import QueueSession
from qualcode.cli.reader.setting import MEASURE, wrapped
from qualcode.model import Codebook, Guid, Span

if TYPE_CHECKING:
    from qualcode.actions.texts import SourceText

AROUND = 60
"""Code points shown on either side of a passage."""


class PlaceSession(QueueSession[Unplaced]):
    """Unplaced codings, in order of source and old turn."""

    def id_of(self, item: Unplaced) -> Guid:
        """Return the coding's GUID."""
        return item.coding.id

    def waiting(self) -> set[Guid]:
        """Return the codings that have no place now."""
        return {each.coding.id for each in self.project.unplaced()}

    def heading(self, item: Unplaced) -> str:
        """Return the coding's reference code."""
        return item.coding.reference

    def card(self, item: Unplaced, *, width: int, room: int) -> list[Text]:
        """Return the old words with what was around them, their code, and where they may stand now."""
        codebook = self.project.codebook
        assert codebook is not None
        texts = [*_old(item, codebook), Text()]
        for number, each in enumerate(item.candidates, start=1):
            texts.append(candidate_line(item.source_text, number, each))
        if not item.candidates:
            texts.append(Text(tr("No words like these are left; w types the new ones."), style="dim"))
        outcome = self.outcomes.get(self.id_of(item), "")
        texts += [Text(), Text(tr(outcome), style="bold green")] if outcome else []
        return [line for text in texts for line in wrapped(text, min(width, MEASURE), indent=1)][:room]

    def actions(self, item: Unplaced) -> list[Choice]:
        """Return the places there are to take, and the other ways out."""
        taking = [
            Choice(str(number), "take", partial(self.take, item, each.span), "take this place")
            for number, each in enumerate(item.candidates, start=1)
        ]
        return [
            *taking,
            Choice("w", "words", lambda: self.words(item), "type the words to place it on"),
            Choice("x", "remove", lambda: self.remove(item), "take the coding away"),
        ]

    def take(self, item: Unplaced, span: Span) -> str:
        """Place the coding."""
        self.refuse_if_decided(item)
        self.project.place(item.coding.id, span)
        return self.settle(item, "placed")

    def words(self, item: Unplaced) -> str:
        """Ask for the words to place the coding on."""
        self.refuse_if_decided(item)
        words = self.desk.ask(tr("Words to place it on:"))
        if not words:
            return tr("Not decided.")
        return self.take(item, find_words(self.desk, item.source_text, words, item.source_text.whole()))

    def remove(self, item: Unplaced) -> str:
        """Take the coding away."""
        self.refuse_if_decided(item)
        self.project.uncode(item.coding.id)
        return self.settle(item, "removed")


def _old(item: Unplaced, codebook: Codebook) -> list[Text]:
    code = codebook.code(item.coding.code_id)
    words = Text(tail(item.before, 4 * AROUND), style="dim")
    words.append(" " if item.before[-1:].isspace() else "")
    words.append(item.coding.quote, f"not dim bold underline {on(colour_of(codebook, code))}")
    words.append(" " if item.after[:1].isspace() else "").append(head(item.after, 4 * AROUND))
    return [Text(tr("It was given to:"), style="dim"), words, Text(), *code_lines(codebook, code, language())]


def candidate_line(text: "SourceText", number: int, candidate: Candidate) -> Text:
    """Return a likely place in a line: its number, turn and likeness, and the words with those around."""
    span = candidate.span
    turn = text.turn_at(span.start)
    start, end = (turn.start, max(turn.end, span.end)) if turn else (0, len(text.text))
    before, after = text.text[start : span.start], text.text[span.end : end]
    line = Text(f"{number}  ", style="bold")
    place = tr("turn {number}").format(number=turn.number) if turn else f"{span.start}:{span.end}"
    line.append(f"{place}  {candidate.likeness:.0%}  ", "not bold dim")
    line.append(tail(before, AROUND) + (" " if before[-1:].isspace() else ""), "not bold dim")
    line.append(" ".join(span.of(text.text).split()), "bold")
    return line.append((" " if after[:1].isspace() else "") + head(after, AROUND), "not bold dim")
