"""Keyword in context, over every source the actor may see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.actions.lookup import source_named
from qualcode.actions.texts import natural, text_of
from qualcode.keywords import cached_index, find, in_context, parse
from qualcode.model import Coder, Role, Source, Span
from qualcode.store import Store


@dataclass(frozen=True, slots=True)
class Line:
    """A place where a keyword stands, with the words around it."""

    source: str
    turn: int | None
    speaker: str
    span: Span
    before: str
    words: str
    after: str


def find_lines(
    store: Store,
    actor: Coder,
    keyword: str,
    *,
    sources: Sequence[str] = (),
    interviewer: bool = False,
    width: int = 8,
    cache_dir: Path | None = None,
) -> Iterator[Line]:
    """Yield where a keyword stands, source by source.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    keyword
        In the keyword language.
    sources
        Names; all where none is given.
    interviewer
        Look in the interviewers' turns too.
    width
        Words of context on either side, within the turn.
    cache_dir
        Where the indexes are kept.

    Raises
    ------
    KeywordSyntaxError, SourceNotFound
        As their names say.
    """
    pattern = parse(keyword)
    with store.view(actor) as view:
        chosen = [source_named(view, name) for name in sources] or sorted(
            view.all(Source), key=lambda source: natural(source.name)
        )
        for source in chosen:
            source_text = text_of(view, source)
            index = cached_index(source_text.text, source.language, cache_dir)
            turns = [turn.span for turn in source_text.revision.turns]
            for line in in_context(index, find(index, pattern), words=width, within=turns):
                span = Span(line.hit.start, line.hit.end)
                turn = source_text.turn_at(span.start)
                if turn and not interviewer and source_text.role(turn) is Role.INTERVIEWER:
                    continue
                number, speaker = (turn.number, turn.speaker) if turn else (None, "")
                yield Line(source.name, number, speaker, span, line.before, line.words, line.after)
