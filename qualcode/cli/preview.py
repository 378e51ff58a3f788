"""What ``qualcode add --preview`` shows: the turns of each file as they would be, doubts marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.language import language, tr, word
from qualcode.cli.printing import print_table, say, shortened
from qualcode.locale import explain
from qualcode.references import clock

if TYPE_CHECKING:
    from qualcode.actions.batches import FileReport
    from qualcode.model import Turn
    from qualcode.readers import Draft

FIRST, LAST = 12, 2
"""Turns shown of a file, beside those that are doubtful."""

DOUBT = "?"


def show_file(file: "FileReport", draft: "Draft", *, every: bool) -> None:
    """Print a file as it would be added."""
    say("{file} would be {source}: {kind}, {written_in}, turns: {turns}.", file=file.path, source=file.source,
        kind=word(file.kind), written_in=file.language, turns=file.turns)  # fmt: skip
    if file.profile:
        say("  as the profile {files} says", files=file.profile)
    for key, value in draft.attributes.items():
        click.echo(f"  {key}: {value}")
    print_table(["", "Turn", "Time", "Speaker", "Words"], _rows(file, draft, every=every), right=[1])
    for each in file.doubts:
        place = tr("turn {number}").format(number=each.turn) + ": " if each.turn else ""
        click.echo(f"{DOUBT} {place}{explain(each.note, language())}")
    click.echo()


def _rows(file: "FileReport", draft: "Draft", *, every: bool) -> Iterator[tuple[object, ...]]:
    doubtful = {each.turn for each in file.doubts if each.turn}
    spoken = {label: _spoken(draft, label, role) for label, role, _ in file.speakers}
    left_out = 0
    for place, turn in enumerate(draft.turns):
        near_an_end = place < FIRST or place >= len(draft.turns) - LAST
        if not (every or near_an_end or turn.number in doubtful):
            left_out += 1
            continue
        if left_out:
            yield "", "", "", "", tr("… {count} more turns …").format(count=left_out)
            left_out = 0
        mark = DOUBT if turn.number in doubtful else ""
        yield (
            mark,
            turn.number,
            _time(turn),
            spoken.get(turn.speaker, ""),
            shortened(turn.span.of(draft.text)),
        )


def _spoken(draft: "Draft", label: str, role: str) -> str:
    """Return a speaker with the role, which is marked where it is but a guess."""
    guessed = any(each.label == label and each.guessed and each.role == role for each in draft.speakers)
    return f"{label} ({word(role)}{DOUBT if guessed else ''})"


def _time(turn: "Turn") -> str:
    return "" if turn.time is None else clock(turn.time)


def plain_turns(file: "FileReport", draft: "Draft") -> list[dict[str, Any]]:
    """Return all turns of a file, as JSON can hold them."""
    roles = {label: role for label, role, _ in file.speakers}
    return [
        {
            "number": turn.number,
            "time": turn.time,
            "speaker": turn.speaker,
            "role": roles.get(turn.speaker),
            "start": turn.start,
            "end": turn.end,
            "words": turn.span.of(draft.text),
        }
        for turn in draft.turns
    ]
