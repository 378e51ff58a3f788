"""The passages of a source that are material for coding."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qualcode.actions.lookup import source_named
from qualcode.actions.texts import SourceText, counted_sources, text_of
from qualcode.model import Role, Segment
from qualcode.segmenters import segment
from qualcode.store import View

if TYPE_CHECKING:
    import pandas as pd

DEFAULT = "passage"


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
    view: View, source: str | None = None, *, by: str = DEFAULT, interviewer: bool = False
) -> "pd.DataFrame":
    """Return the passages of one source, or of all that are counted, with their text.

    Returns
    -------
    pandas.DataFrame
        ``source, turn, speaker, start, end, text, segment_id``; places in code points.
    """
    import pandas as pd

    rows = [
        (text.source.name, each.turn, each.speaker, each.start, each.end, each.span.of(text.text), each.id)
        for text in texts(view, (source,) if source else ())
        for each in passages(text, by=by, interviewer=interviewer)
    ]
    columns = ["source", "turn", "speaker", "start", "end", "text", "segment_id"]
    return pd.DataFrame(rows, columns=columns).astype({"turn": "Int64"})
