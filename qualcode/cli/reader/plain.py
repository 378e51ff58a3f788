"""A source without a screen: one line per turn, or JSON."""

from typing import Any

from qualcode.actions.coding import reference_of
from qualcode.cli.printing import printable
from qualcode.cli.reader.setting import clock
from qualcode.cli.reader.sheet import Sheet
from qualcode.store import View


def plain_lines(view: View, sheet: Sheet, first: int = 1) -> list[str]:
    """Return one line per turn: reference code, speaker, time, words, separated by tabs."""
    text = sheet.source_text
    return [
        "\t".join([
            reference_of(view, text, turn.span),
            printable(turn.speaker),
            clock(turn.time),
            printable(" ".join(turn.span.of(text.text).split())),
        ])
        for turn in text.revision.turns
        if turn.number >= first
    ]  # fmt: skip


def as_data(view: View, sheet: Sheet, first: int = 1) -> dict[str, Any]:
    """Return a source with its turns and the reader's codings, as JSON can hold it."""
    text = sheet.source_text
    return {
        "source": text.source.name,
        "kind": text.source.kind.value,
        "language": text.source.language,
        "coded_through": sheet.read,
        "turns": [
            {
                "number": turn.number,
                "reference": reference_of(view, text, turn.span),
                "speaker": turn.speaker,
                "role": text.role(turn).value,
                "time": turn.time,
                "start": turn.start,
                "end": turn.end,
                "text": turn.span.of(text.text),
                "codings": [
                    {
                        "id": coding.id,
                        "reference": coding.reference,
                        "code": sheet.codebook.code(coding.code_id).key,
                        "start": coding.start,
                        "end": coding.end,
                        "quote": coding.quote,
                        "negative": coding.negative,
                        "memos": sheet.notes.get(coding.id, []),
                    }
                    for coding in sheet.codings_in(turn.span)
                ],
            }
            for turn in text.revision.turns
            if turn.number >= first
        ],
    }
