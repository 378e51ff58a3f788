"""Text and turns -> spans: turn, paragraph, sentence, passage."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qualcode.errors import UsageError
from qualcode.model import Revision, Segment, Span, derived
from qualcode.segmenters import cuts

__all__ = ["SEGMENTERS", "Segmenter", "segment"]


@dataclass(frozen=True, slots=True)
class Segmenter:
    """One way to cut a text.

    Attributes
    ----------
    cut
        Text, stretch and options -> the spans in the stretch, in order.
    version
        Rises when the same text would be cut differently, since segment ids depend on it.
    options
        Names of the options of `segment` that make a difference to it.
    """

    cut: Callable[[str, Span, cuts.Options], list[Span]]
    version: str
    options: tuple[str, ...] = ()


SEGMENTERS = {
    "turn": Segmenter(cuts.whole, "1"),
    "paragraph": Segmenter(cuts.paragraphs, "1"),
    "sentence": Segmenter(cuts.sentences, "1", ("language",)),
    "passage": Segmenter(cuts.passages, "1", ("language", "longest")),
}
"""Every segmenter, by its name."""


def segment(
    text: str, revision: Revision, *, by: str = "passage", language: str = "id", longest: int = 80
) -> list[Segment]:
    """Cut a revision's text into segments; none crosses a turn.

    Labels and timestamps between turns belong to no segment. A text without turns, such as a programme
    document, is cut by paragraphs first. Whose turns are material and whose are context is the caller's
    choice: each segment names its turn and speaker.

    Parameters
    ----------
    text
        The revision's text.
    revision
        The revision, with its turns.
    by
        ``"turn"``, ``"paragraph"``, ``"sentence"``, or ``"passage"``: a turn, cut at sentence ends where
        it is longer than `longest`.
    language
        Of the text, for its sentence ends.
    longest
        Words that a passage should not exceed. A sentence is never cut, and a tail of less than a
        quarter of this stays with the passage before it, so some passages are longer.

    Returns
    -------
    list of Segment
        In order of place. Equal arguments give equal ids.

    Raises
    ------
    UsageError
        There is no such segmenter, or `longest` is not positive.
    """
    if by not in SEGMENTERS:
        raise UsageError(
            "there is no segmenter {name!r}",
            remedy="choose one of {known}",
            name=by,
            known=", ".join(SEGMENTERS),
        )
    if longest < 1:
        raise UsageError("a passage cannot be of {longest} words", remedy="give 1 or more", longest=longest)
    segmenter = SEGMENTERS[by]
    options = cuts.Options(language=language, longest=longest, blank_lines=cuts.has_blank_lines(text))
    made_by = (revision.id, by, segmenter.version, *(f"{o}={getattr(options, o)}" for o in segmenter.options))
    return [
        Segment(
            id=derived("segment", *made_by, span.start, span.end),
            revision_id=revision.id,
            start=span.start,
            end=span.end,
            turn=turn,
            speaker=speaker,
        )
        for stretch, turn, speaker in _stretches(text, revision, options)
        for span in segmenter.cut(text, stretch, options)
    ]


def _stretches(
    text: str, revision: Revision, options: cuts.Options
) -> Iterator[tuple[Span, int | None, str]]:
    """Yield what no segment may cross, with turn number and speaker."""
    for turn in revision.turns:
        yield turn.span, turn.number, turn.speaker
    if not revision.turns:
        for span in cuts.paragraphs(text, Span(0, len(text)), options):
            yield span, None, ""
