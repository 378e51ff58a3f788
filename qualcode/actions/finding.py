"""Keyword in context, over every source the actor may see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.actions.lookup import source_named
from qualcode.actions.texts import natural, text_of
from qualcode.keywords import cached_index, find, parse
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
    width: int = 40,
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
        Code points of context on either side.
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
            for hit in find(index, pattern):
                turn = source_text.turn_at(hit.start)
                if turn and not interviewer and source_text.role(turn) is Role.INTERVIEWER:
                    continue
                text = source_text.text
                yield Line(
                    source.name,
                    turn.number if turn else None,
                    turn.speaker if turn else "",
                    Span(hit.start, hit.end),
                    text[max(0, hit.start - width) : hit.start].replace("\n", " "),
                    text[hit.start : hit.end].replace("\n", " "),
                    text[hit.end : hit.end + width].replace("\n", " "),
                )
