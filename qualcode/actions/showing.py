"""From a reference code back to the passage that it names, with everything that is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from qualcode.actions.remarks import NamedReview, reviews
from qualcode.actions.texts import SourceText, text_of
from qualcode.actions.transcribing import theme_finder
from qualcode.actions.translations import Translations, target
from qualcode.errors import RecordNotFound
from qualcode.model import Case, Coder, Coding, Condensation, Guid, Memo, MemoOn, Source, Span, Turn
from qualcode.store import View

NEAR = 5
"""How many reference codes are offered in place of one that is not there."""


@dataclass(frozen=True, slots=True)
class Said:
    """A turn: its number, who speaks, the words."""

    number: int
    speaker: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCoding:
    """A coding with all that was said of it; `start` and `end` are code points of `Passage.words`.

    They are None where it is unplaced, and then `quotation` is what it was on.
    """

    id: Guid
    code: str
    path: str
    coder: str
    at: str
    origin: str
    quotation: str
    start: int | None
    end: int | None
    negative: bool
    pinned: bool
    condensation: str
    memos: tuple[str, ...]
    themes: tuple[str, ...]
    reviews: tuple[NamedReview, ...]
    translation: str
    translator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage that a reference code names.

    Attributes
    ----------
    reference, source, case
        The code, and where it leads; `case` is empty where nobody's words they are.
    question
        What was asked before.
    before, turns, after
        The turns around, and those that the codings touch.
    words
        The turns' words, joined by line breaks.
    codings
        All that bear the reference code there, in order of place.
    memos
        On stretches that overlap it.
    """

    reference: str
    source: str
    case: str
    question: str
    before: tuple[Said, ...]
    turns: tuple[Said, ...]
    after: tuple[Said, ...]
    words: str
    codings: tuple[ShownCoding, ...]
    memos: tuple[str, ...]


def show(view: View, reference: str, *, context: int = 1, language: str = "id") -> list[Passage]:
    """Return the passages that a reference code names: one, unless sources share it.

    Parameters
    ----------
    view
        Of the actor.
    reference
        As it was issued, capitals forgiven; with a code's key behind it that changes nothing; or the
        beginning of a coding's GUID.
    context
        Turns shown on either side.
    language
        Of code names.

    Raises
    ------
    RecordNotFound
        No coding bears it; the nearest reference codes are offered.
    """
    found = _bearing(view, reference.strip())
    sources = {source.id: source for source in view.all(Source)}
    grouped: dict[Guid, list[Coding]] = {}
    for coding in found:
        grouped.setdefault(coding.source_id, []).append(coding)
    showing = _Showing(view, context, language)
    return [showing.passage(sources[source_id], codings) for source_id, codings in grouped.items()]


def _bearing(view: View, reference: str) -> list[Coding]:
    codings = [each for each in view.all(Coding) if each.reference]
    folded = reference.casefold()
    exact = [each for each in codings if each.reference.casefold() == folded]
    named = [each for each in codings if len(folded) >= 8 and each.id.startswith(folded)]
    longer = [each for each in codings if folded.startswith(f"{each.reference.casefold()} ")]
    found = exact or [other for each in named or longer for other in codings if _are_together(each, other)]
    if found:
        return list({each.id: each for each in found}.values())
    known = {each.reference.casefold(): each.reference for each in codings}
    near = get_close_matches(folded, list(known), n=NEAR, cutoff=0.5)
    remedy = "the nearest are {near}" if near else "`qualcode table` lists what was coded"
    raise RecordNotFound(
        "no coding has the reference code {name!r}", remedy=remedy, name=reference,
        near=", ".join(known[each] for each in near),
    )  # fmt: skip


def _are_together(one: Coding, other: Coding) -> bool:
    return (one.source_id, one.reference) == (other.source_id, other.reference)


class _Showing:
    """Gathers what is known of passages."""

    def __init__(self, view: View, context: int, language: str) -> None:
        self.view, self.context, self.language = view, context, language
        self.codebook = view.codebook()
        codes = self.codebook.codes if self.codebook else ()
        self.places = {code.id: place for place, code in enumerate(codes)}
        self.handles = {coder.id: coder.handle for coder in view.all(Coder)}
        self.themes, self.translations = theme_finder(view), Translations(view)

    def passage(self, source: Source, codings: Sequence[Coding]) -> Passage:
        """Return the passage of codings of one source."""
        text = text_of(self.view, source)
        placed = [each.span for each in codings if each.span]
        whole = Span(min(span.start for span in placed), max(span.end for span in placed)) if placed else None
        turns = [turn for turn in text.revision.turns if whole and turn.span.overlaps(whole)]
        start = min([turns[0].start, whole.start]) if turns and whole else (whole.start if whole else 0)
        end = max([turns[-1].end, whole.end]) if turns and whole else (whole.end if whole else 0)
        before, after = self._around(text, turns)
        first = turns[0] if turns else None
        said = reviews(self.view, source=source.name)
        ordered = sorted(codings, key=self._in_order)
        return Passage(
            reference=codings[0].reference,
            source=source.name,
            case=self._case(text, first),
            question=text.question_before(first.number) if first else "",
            before=before,
            turns=tuple(_said(text, turn) for turn in turns),
            after=after,
            words=text.text[start:end],
            codings=tuple(self._coding(each, source, start, said) for each in ordered),
            memos=tuple(self._memos(text, Span(start, end))),
        )

    def _in_order(self, coding: Coding) -> tuple[object, ...]:
        """Return what orders codings: their place, then that of their code, then time."""
        place = self.places.get(coding.code_id, len(self.places))
        return coding.start or 0, coding.end or 0, place, coding.at, coding.id

    def _around(self, text: SourceText, turns: Sequence[Turn]) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        if not turns:
            return (), ()
        every = text.revision.turns
        first, last = every.index(turns[0]), every.index(turns[-1])
        before, after = every[max(0, first - self.context) : first], every[last + 1 : last + 1 + self.context]
        return tuple(_said(text, turn) for turn in before), tuple(_said(text, turn) for turn in after)

    def _case(self, text: SourceText, turn: Turn | None) -> str:
        speaker = text.speaker_of(turn)
        case = self.view.get(Case, speaker.case_id) if speaker and speaker.case_id else None
        return case.shown if case else ""

    def _coding(self, coding: Coding, source: Source, start: int, said: Sequence[NamedReview]) -> ShownCoding:
        code = self.codebook.code(coding.code_id) if self.codebook else None
        span = coding.span
        other = target(source, self.language)
        translated = self.translations.of(source, span, other) if span else None
        memos = self.view.all(Memo, about=MemoOn.CODING, target_id=coding.id)
        condensed = self.view.all(Condensation, coding_id=coding.id)
        return ShownCoding(
            id=coding.id,
            code=code.key if code else "",
            path=self.codebook.path(code, self.language) if self.codebook and code else "",
            coder=self.handles.get(coding.coder_id, "?"),
            at=coding.at,
            origin=coding.origin.value,
            quotation=coding.quote,
            start=span.start - start if span else None,
            end=span.end - start if span else None,
            negative=coding.negative,
            pinned=coding.pinned,
            condensation="\n".join(each.text for each in condensed),
            memos=tuple(each.text for each in sorted(memos, key=lambda memo: (memo.at, memo.id))),
            themes=self.themes(coding),
            reviews=tuple(each for each in said if each.coding.id == coding.id),
            translation=translated.text if translated else "",
            translator=translated.translator if translated else "",
        )

    def _memos(self, text: SourceText, span: Span) -> Iterator[str]:
        for memo in self.view.all(Memo, about=MemoOn.SPAN, target_id=text.revision.id):
            if memo.start is not None and memo.end is not None and Span(memo.start, memo.end).overlaps(span):
                yield memo.text


def _said(text: SourceText, turn: Turn) -> Said:
    return Said(turn.number, turn.speaker, turn.span.of(text.text))
