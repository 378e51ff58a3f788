"""Where a quote stands in a text: exactly, or forgiving spaces, capitals and quotation marks."""

import re

from qualcode.actions.texts import SourceText
from qualcode.errors import QuoteNotFound, UsageError
from qualcode.model import Role, Span

_ALIKE = {
    "'": "['\u2018\u2019\u02bc`]",
    '"': '["\u201c\u201d\u201e]',
    "-": "[-\u2010-\u2014]",
    "…": r"(?:…|\.\.\.)",
}
"""What word processors put for what was typed."""

SHOWN = 5


def occurrences(text: str, quote: str, within: Span) -> list[Span]:
    r"""Return where `quote` stands in a stretch of `text`: as written, else in the forgiving form.

    Examples
    --------
    >>> occurrences("Saya  belajar\nsendiri", "belajar sendiri", Span(0, 21))
    [Span(start=6, end=21)]
    """
    exact = _search(re.escape(quote), text, within, 0)
    return exact or _search(_forgiving(quote), text, within, re.IGNORECASE)


def locate(source_text: SourceText, quote: str, *, turn: int | None = None) -> Span:
    """Return the one place of a quote in a source.

    Parameters
    ----------
    source_text
        The source.
    quote
        The words; empty for the whole of `turn`.
    turn
        Number of the turn to look in; None for the whole source.

    Raises
    ------
    QuoteNotFound
        It stands nowhere, or in several places, which are listed.
    UsageError
        Neither a quote nor a turn, or a turn that is not there.
    """
    where = source_text.source.name
    within = source_text.whole()
    if turn is not None:
        found_turn = source_text.turn(turn)
        if found_turn is None:
            raise UsageError(
                "there is no turn {turn}", where=where, remedy="it has turns 1 to {last}",
                turn=turn, last=len(source_text.revision.turns),
            )  # fmt: skip
        within = found_turn.span
    if not quote.strip():
        if turn is None:
            raise UsageError("say which words, or which turn", where=where)
        return within
    places = occurrences(source_text.text, quote.strip(), within)
    spoken = [span for span in places if _is_material(source_text, span)]
    places = spoken or places  # what an informant says is meant before what an interviewer echoes
    if len(places) == 1:
        return places[0]
    if not places:
        raise QuoteNotFound(
            "{quote!r} is not said there",
            where=where if turn is None else f"{where}, turn {turn}",
            remedy="look it up with `qualcode find`",
            quote=_short(quote),
        )
    raise QuoteNotFound(
        "{quote!r} is said in {count} places: {places}",
        where=where,
        remedy="add more of its words, or narrow it with --turn or --at",
        quote=_short(quote), count=len(places), places=_listed(source_text, places),
    )  # fmt: skip


def _is_material(source_text: SourceText, span: Span) -> bool:
    turn = source_text.turn_at(span.start)
    return turn is not None and source_text.role(turn) is not Role.INTERVIEWER


def _listed(source_text: SourceText, places: list[Span]) -> str:
    rows = []
    for span in places[:SHOWN]:
        turn = source_text.turn_at(span.start)
        context = source_text.text[max(0, span.start - 15) : span.end + 15].replace("\n", " ")
        rows.append(f"{span.start}:{span.end}{f' (turn {turn.number})' if turn else ''} …{context}…")
    return "; ".join(rows) + ("; …" if len(places) > SHOWN else "")


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else quote[:59] + "…"


def _forgiving(quote: str) -> str:
    words = re.split(r"\s+", quote.strip().replace("...", "…"))
    return r"\s+".join("".join(_character(char) for char in word) for word in words)


def _character(char: str) -> str:
    for plain, alike in _ALIKE.items():
        if re.fullmatch(alike, char) or char == plain:
            return alike
    return re.escape(char)


def _search(pattern: str, text: str, within: Span, flags: int) -> list[Span]:
    found = re.compile(pattern, flags).finditer(text, within.start, within.end)
    return [Span(*match.span()) for match in found]
