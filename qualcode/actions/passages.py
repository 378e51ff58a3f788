"""The passages of a source that are material for coding."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qualcode.actions.lookup import source_named
from qualcode.actions.texts import SourceText, counted_sources, text_of
from qualcode.model import Role, Segment
from qualcode.segmenters import segment
from qualcode.store import View
from qualcode.tables.framing import frame_of, indexed

if TYPE_CHECKING:
    import pandas as pd

DEFAULT = "passage"
SEGMENTS = {
    "source": "str",
    "turn": "Int64",
    "speaker": "str",
    "start": "Int64",
    "end": "Int64",
    "text": "str",
    "source_id": "str",
    "segment_id": "str",
}


def passages(source_text: SourceText, *, by: str = DEFAULT, interviewer: bool = False) -> list[Segment]:
    """Segment a source; interviewers' turns are left out unless asked for."""
    segments = segment(source_text.text, source_text.revision, by=by, language=source_text.source.language)
    if interviewer:
        return segments
    roles = {speaker.label: speaker.role for speaker in source_text.speakers.values()}
    return [each for each in segments if roles.get(each.speaker) is not Role.INTERVIEWER]


def texts(view: View, names: tuple[str, ...] = ()) -> Iterator[SourceText]:
    """Yield the sources that are coded and counted, or those named, in natural order."""
    sources = [source_named(view, name) for name in names] if names else counted_sources(view)
    for source in sources:
        yield text_of(view, source)


def segments_frame(
    view: View,
    source: str | None = None,
    *,
    by: str = DEFAULT,
    interviewer: bool = False,
    by_id: bool = False,
) -> "pd.DataFrame":
    """Return the passages that suggestions are made for, computed anew from the texts.

    Parameters
    ----------
    view
        Of the actor.
    source
        Of one source; of all that are counted, where none is named.
    by
        How a text is cut: ``passage``, ``turn``, ``sentence`` or ``paragraph``.
    interviewer
        Bring interviewers' words along.
    by_id
        Index by the segment's GUID, the same each time for the same words cut the same way.

    Returns
    -------
    pandas.DataFrame
        ``source``; ``turn``, its number; ``speaker`` (label); ``start`` and ``end`` in code points; ``text``;
        ``source_id``, ``segment_id``.
    """
    rows = (
        (text.source.name, each.turn, each.speaker, each.start, each.end, each.span.of(text.text),
         text.source.id, each.id)
        for text in texts(view, (source,) if source else ())
        for each in passages(text, by=by, interviewer=interviewer)
    )  # fmt: skip
    return indexed(frame_of(rows, SEGMENTS), "segment_id", by_id=by_id)
