"""What a person should look at in a file that was read: each doubt with its turn, where it has one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.readers.draft import Note

if TYPE_CHECKING:
    from qualcode.readers import Draft

LONG = 400
"""Words from which a turn is long enough to hold a change of speaker that was missed."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A note on a file, and the number of the turn it is about; None for the file as a whole."""

    note: Note
    turn: int | None = None


def doubts(draft: "Draft", *, settled: Collection[str] = ()) -> tuple[Doubt, ...]:
    """Return what is doubtful about a draft: about the file first, then turn by turn.

    Parameters
    ----------
    draft
        What was read.
    settled
        Labels of the speakers whose roles a person gave.
    """
    unsure = [each.label for each in draft.speakers if each.guessed and each.label not in settled]
    found = [Doubt(note) for note in draft.notes]
    if unsure:
        what = "roles were guessed by who asks: {labels}"
        found.append(Doubt(Note(what, {"labels": ", ".join(unsure)})))
    return (*found, *_of_turns(draft))


def _of_turns(draft: "Draft") -> Iterator[Doubt]:
    several = len(draft.speakers) > 1
    once = {each.label for each in draft.speakers if each.turns == 1 and several and len(draft.turns) > 2}
    for turn in draft.turns:
        if turn.speaker in once:
            yield Doubt(Note("{label} speaks only here", {"label": turn.speaker}), turn.number)
        long = turn.end - turn.start > 2 * LONG  # no word is shorter than a letter and a space
        words = len(turn.span.of(draft.text).split()) if long else 0
        if words > LONG:
            yield Doubt(Note("the turn has {count} words", {"count": words}), turn.number)
