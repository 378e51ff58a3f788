"""What it means that a source is coded through."""

from collections.abc import Iterable, Sequence

from qualcode.model.coding import Reading
from qualcode.model.ids import Guid
from qualcode.model.sources import Revision
from qualcode.model.spans import Span


def material(revision: Revision, informants: Iterable[str], *, length: int) -> list[Span]:
    """Return what there is to read of a revision.

    Parameters
    ----------
    revision
        With its turns.
    informants
        Labels of its informants.
    length
        Of its text, in code points.

    Returns
    -------
    list of Span
        The informants' turns; where none speaks, every turn; where there are no turns, the whole text.
    """
    labels = set(informants)
    turns = [turn.span for turn in revision.turns]
    spoken = [turn.span for turn in revision.turns if turn.speaker in labels]
    return spoken or turns or [Span(0, length)]


def is_read_for(readings: Iterable[Reading], code_id: Guid, made_in: int, wanted: Sequence[Span]) -> bool:
    """Say whether readings of one revision cover all there is to read, for a code.

    A reading for the whole codebook is for the codes that there were then, not for those made since.

    Parameters
    ----------
    readings
        Of one revision.
    code_id, made_in
        The code, and the codebook version it was made in.
    wanted
        What there is to read.
    """
    stretches = _joined(
        Span(reading.start, reading.end)
        for reading in readings
        if (code_id in reading.code_ids if reading.code_ids else made_in <= reading.codebook_version)
    )
    return bool(stretches) and all(any(each.contains(span) for each in stretches) for span in wanted)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            last = joined.pop()
            joined.append(Span(last.start, max(last.end, span.end)))
        else:
            joined.append(span)
    return joined
