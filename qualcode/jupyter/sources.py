"""A source as it is read: turn by turn, with what was coded in colour and the codes beside it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from qualcode.actions.opening import Mark as Coding
from qualcode.actions.opening import OpenedSource
from qualcode.jupyter.html import Html, chip, language, name_of, shown, tag
from qualcode.jupyter.marking import Mark, marked
from qualcode.locale import number, translator
from qualcode.model import Code, Role, Span, Turn
from qualcode.tables.columns import KINDS

MINUS = "−"
"""Before a code that these words speak against."""


def html(opened: OpenedSource) -> str:
    """Return it as HTML."""
    tr, rows = translator(language()), _rows(opened)
    titles = (tr("No"), tr("Speaker"), tr("Text"), tr("Codes"))
    head = tag("thead", tag("tr", *(tag("th", each) for each in titles)))
    codes = _codes(opened)
    found = _by_row([place for place, _turn in rows], opened.codings)
    body = (_row(opened, place, turn, each, codes) for (place, turn), each in zip(rows, found, strict=True))
    transcript = tag("table", head, tag("tbody", *body), kind="wide")
    parts = [tag("h3", opened.text.source.name), tag("p", _facts(opened), kind="quiet")]
    if lost := [each for each in opened.codings if each["start"] is None]:
        chips = [_chip(opened, each["code"], [each], codes) for each in lost]
        parts.append(tag("p", f"{tr('Unplaced')}: ", *chips))
    return shown(*parts, tag("div", transcript, kind="scroll"))


def plain(opened: OpenedSource) -> str:
    """Return it as text, a line per turn, with its codes in brackets."""
    rows = _rows(opened)
    found = _by_row([place for place, _turn in rows], opened.codings)
    lines = [f"{opened.text.source.name} ({_facts(opened)})"]
    for (place, turn), codings in zip(rows, found, strict=True):
        who = f"{turn.number} {turn.speaker}: " if turn else ""
        codes = dict.fromkeys(each["code"] for each in codings)
        lines.append(who + place.of(opened.text.text) + "".join(f" [{code}]" for code in codes))
    return "\n".join(lines)


def _facts(opened: OpenedSource) -> str:
    tr, source = translator(language()), opened.text.source
    turns = number(len(opened.text.revision.turns), language())
    codings = number(len(opened.codings), language())
    counts = [f"{tr('Turns')}: {turns}", f"{tr('Codings')}: {codings}"]
    return " · ".join([tr(KINDS[source.kind.value]), source.language, *counts])


def _rows(opened: OpenedSource) -> list[tuple[Span, Turn | None]]:
    """Return the turns and, between them, what is nobody's words."""
    turns: list[tuple[Span, Turn | None]] = [(turn.span, turn) for turn in opened.text.revision.turns]
    notes: list[tuple[Span, Turn | None]] = [(span, None) for span in opened.text.notes]
    return sorted([*turns, *notes], key=lambda row: row[0])


def _by_row(rows: Sequence[Span], codings: Sequence[Coding]) -> list[list[Coding]]:
    """Return the codings that touch each row."""
    starts, found = [row.start for row in rows], [list[Coding]() for _row in rows]
    for coding in codings:
        if coding["start"] is None or coding["end"] is None:
            continue
        span = Span(coding["start"], coding["end"])
        at = max(bisect_right(starts, span.start) - 1, 0)
        while at < len(rows) and rows[at].start < span.end:
            if rows[at].overlaps(span):
                found[at].append(coding)
            at += 1
    return found


def _codes(opened: OpenedSource) -> dict[str, Code]:
    return {code.key: code for code in opened.codebook.codes} if opened.codebook else {}


def _row(
    opened: OpenedSource, place: Span, turn: Turn | None, codings: Sequence[Coding], codes: dict[str, Code]
) -> Html:
    marks = [
        Mark(
            Span(each["start"] or 0, each["end"] or 0),
            codes.get(each["code"]),
            f"{_path(opened, each['code'], codes)} ({each['coder']})",
        )
        for each in codings
    ]
    asked = turn is not None and opened.text.role(turn) is Role.INTERVIEWER
    return tag(
        "tr",
        tag("td", str(turn.number) if turn else "", kind="number"),
        tag("td", turn.speaker if turn else ""),
        tag("td", *marked(opened.text.text, place, marks), kind="words"),
        tag("td", *_chips(opened, codings, codes), kind="codes"),
        kind="asked" if asked else "",
    )


def _chips(opened: OpenedSource, codings: Sequence[Coding], codes: dict[str, Code]) -> Iterator[Html]:
    """Yield a label per code of a row, whoever gave it."""
    together: dict[str, list[Coding]] = {}
    for coding in codings:
        together.setdefault(coding["code"], []).append(coding)
    for key, given in together.items():
        yield _chip(opened, key, given, codes)


def _chip(opened: OpenedSource, key: str, given: Sequence[Coding], codes: dict[str, Code]) -> Html:
    against = all(each["negative"] for each in given)
    coders = ", ".join(dict.fromkeys(each["coder"] for each in given))
    told = [f"{_path(opened, key, codes)} ({coders})", *(each["memo"] for each in given)]
    words = f"{MINUS} {key}" if against else key
    return chip(words, codes.get(key), title="\n".join(filter(None, told)))


def _path(opened: OpenedSource, key: str, codes: dict[str, Code]) -> str:
    return name_of(opened.codebook, codes[key]) if key in codes else key
