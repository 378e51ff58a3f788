"""Code many passages at once, such as every place where a keyword stands."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from qualcode.actions.acting import acting
from qualcode.actions.coding import Passage, put_coding
from qualcode.actions.lookup import code_named, source_named
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import UsageError
from qualcode.lang.sentences import sentence_spans
from qualcode.model import Coder, Coding, Span
from qualcode.store import Store

Reach = Literal["words", "sentence", "turn"]
"""How much around the words of a passage is coded."""


@dataclass(frozen=True, slots=True)
class Coded:
    """Codings that were made, and how many passages the coder had given these codes before."""

    made: tuple[Coding, ...]
    there: int


def code_many(
    store: Store, actor: Coder, passages: Sequence[Passage], codes: Sequence[str], *, reach: Reach = "words"
) -> Coded:
    """Code several passages with one code or several, in one action that is undone as one.

    Parameters
    ----------
    store, actor
        Where, and who codes.
    passages
        The words; each may be of another source.
    codes
        Keys or names.
    reach
        Code the words themselves, or the sentences or turns in which they stand. What is the same then is
        coded once.

    Raises
    ------
    SourceNotFound, CodeNotFound, QuoteNotFound
        As their names say; nothing is coded then.
    UsageError
        There is nothing to code.
    """
    if not passages or not codes:
        raise UsageError("there is nothing to code", remedy="choose places and a code")
    with acting(store, actor, "code") as act:
        found = [code_named(act.codebook(), name) for name in codes]

        @cache
        def text_named(name: str) -> SourceText:
            return text_of(act, source_named(act, name))

        places: dict[tuple[str, Span], SourceText] = {}
        for passage in passages:
            text = text_named(passage.source)
            places.setdefault((text.source.id, widened(text, passage.find(text), reach)), text)
        made: list[Coding] = []
        there = 0
        for (source_id, span), text in places.items():
            known = {
                each.code_id
                for each in act.all(Coding, source_id=source_id, coder_id=actor.id)
                if (each.start, each.end) == (span.start, span.end)
            }
            there += sum(code.id in known for code in found)
            made += [put_coding(act, actor, text, span, code) for code in found if code.id not in known]
        act.summary = f"{len(made)} × {', '.join(code.key for code in found)}"
        return Coded(tuple(made), there)


def widened(text: SourceText, span: Span, reach: Reach) -> Span:
    """Return words with the rest of the sentences, or of the turns, in which they begin and end."""
    if reach == "words":
        return span
    first, last = (_around(text, place, reach) for place in (span.start, span.end - 1))
    return Span(min(first.start, span.start), max(last.end, span.end))


def _around(text: SourceText, place: int, reach: Reach) -> Span:
    turn = text.turn_at(place)
    stretch = turn.span if turn else text.whole()
    if turn and reach == "turn":
        return stretch
    spans = sentence_spans(text.text, text.source.language, start=stretch.start, end=stretch.end)
    at = bisect_right([each.start for each in spans], place) - 1
    return spans[at] if at >= 0 else Span(place, place + 1)
