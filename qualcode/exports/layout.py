"""Frames and summaries laid out as reports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from math import ceil

import pandas as pd

from qualcode.exports.blocks import Block, BlockQuote, Grid, GridColumn, Heading, Paragraph, Report
from qualcode.locale import Translate, number, translator
from qualcode.references import clock
from qualcode.tables import Count, Part, Quotation, Summary
from qualcode.tables.columns import CODINGS, KINDS, column, title
from qualcode.tables.quotations import RULE

INDENT = "\u2003"
"""Stands before a code once for each code above it."""

JOINT = " > "
"""Stands between the names of a code's path."""

ACROSS = 12
"""Columns of cases per table; a matrix of more is shared evenly among several."""

READ = (
    "reference", "case", "kind", "quotation", "translation", "translated", "translator", "condensation",
    "memo", "coder", "negative",
)  # fmt: skip
"""The columns of coded passages in documents, where they say something."""

SAME_THROUGHOUT = {"kind", "translator", "coder"}
"""Those that say nothing where every row has the same."""


def worded(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the frame with every cell as a document shows it: text, in `language`."""
    tr = translator(language)
    shown = {}
    for name in frame.columns:
        values, cells = column(name).values, frame[name]
        if name == "time":
            shown[name] = cells.map(clock, na_action="ignore").astype(object).fillna("")
        elif values is not None:
            words = {value: tr(word) if word else "" for value, word in values.items()}
            shown[name] = cells.map(words).astype(object).fillna(cells)
        elif pd.api.types.is_numeric_dtype(cells):
            shown[name] = cells.astype(object).map(lambda value: number(value, language), na_action="ignore")
            shown[name] = shown[name].fillna("")
        else:
            shown[name] = cells
    return pd.DataFrame(shown, index=frame.index).astype("str")


def table_report(
    frame: pd.DataFrame,
    *,
    heading: str,
    language: str,
    columns: Sequence[str] | None = None,
    codes: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Report:
    """Lay out a frame: coded passages by code, anything else as it is.

    Parameters
    ----------
    frame
        The codings frame, frequencies, or a matrix as shown; its rows in the order wanted.
    heading
        The report's title.
    language
        Of its words.
    columns
        Those wanted, in order; by default what a reader needs.
    codes
        Keys of codes in codebook order, which coded passages follow; without it, by framework and path.
    notes
        Lines below the last table, such as a matrix's legend.
    """
    if "quotation" in frame.columns and "code_path" in frame.columns:
        tables = _passages(_by_code(frame, codes), columns, language)
    else:
        tables = _plain(frame, columns, heading, language)
    return Report(heading, language, (*tables, *(Paragraph(note, quiet=True) for note in notes)))


def summary_report(summaries: Sequence[Summary], *, heading: str, language: str) -> Report:
    """Lay out summaries, one section per code or theme."""
    tr = translator(language)
    blocks = [Paragraph(tr(RULE), quiet=True)] if summaries else []
    sections = (block for each in summaries for block in _section(each, tr, language))
    return Report(heading, language, (*blocks, *sections))


def _by_code(frame: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    """Sort coded passages by code, keeping the order of the rows within each."""
    places = {code: place for place, code in enumerate(codes)}
    families = {family: place for place, family in enumerate(frame["framework"].unique())}
    keys = pd.DataFrame(
        {
            "place": frame["code"].map(places).astype("float64"),
            "family": frame["framework"].map(families).astype("float64"),
            "path": frame["code_path"],
        }
    )
    return frame.loc[keys.sort_values(["place", "family", "path"], kind="stable").index]


def _passages(frame: pd.DataFrame, columns: Sequence[str] | None, language: str) -> Iterator[Block]:
    tr = translator(language)
    names = list(columns or _telling(frame, language))
    framework = None
    for (family, path), group in frame.groupby(["framework", "code_path"], sort=False):
        if family != framework and family:
            yield Heading(str(family), 1)
        framework = family
        yield Heading(str(path), 2)
        caption = tr("{title} (codings: {codings}; informants: {informants})").format(
            title=path,
            codings=number(len(group), language),
            informants=number(group.loc[group["case"] != "", "case"].nunique(), language),
        )
        shown = (
            names if columns or group["negative"].any() else [each for each in names if each != "negative"]
        )
        yield _grid(frame.loc[group.index, shown], caption, language)


def _telling(frame: pd.DataFrame, language: str) -> list[str]:
    shown = worded(frame[[name for name in READ if name in frame.columns]], language)
    return [
        name
        for name in shown.columns
        if (shown[name] != "").any() and (name not in SAME_THROUGHOUT or shown[name].nunique() > 1)
    ]


def _plain(
    frame: pd.DataFrame, columns: Sequence[str] | None, heading: str, language: str
) -> Iterator[Block]:
    names = list(columns or (name for name in frame.columns if name not in _hidden(frame)))
    if not columns and "code_path" in names:
        frame = frame.assign(code_path=indented(frame["code_path"])).rename(columns={"code_path": "outline"})
        names = ["outline" if name == "code_path" else name for name in names]
    tr = translator(language)
    first, rest = names[:1], names[1:]
    across = ceil(len(rest) / max(ceil(len(rest) / ACROSS), 1)) or 1
    for start in range(0, max(len(rest), 1), across):
        caption = tr("{title} (continued)").format(title=heading) if start else heading
        yield _grid(frame[[*first, *rest[start : start + across]]], caption, language)


def indented(paths: Iterable[str]) -> list[str]:
    """Return the paths of codes as an outline: what a path has in common with a row above is an indent.

    Examples
    --------
    >>> [each.replace(INDENT, "  ") for each in indented(["Sadar", "Sadar > Motivasi", "Modal > Bank"])]
    ['Sadar', '  Motivasi', 'Modal > Bank']
    """
    shown: list[str] = []
    above: list[str] = []
    for path in paths:
        while above and not path.startswith(above[-1] + JOINT):
            above.pop()
        known = len(above[-1] + JOINT) if above else 0
        shown.append(INDENT * len(above) + path[known:])
        above.append(path)
    return shown


def _hidden(frame: pd.DataFrame) -> set[str]:
    """Name the columns that say again what another says, or are for scripts."""
    technical = {each.name for each in CODINGS if each.technical}
    return technical | ({"code"} if "code_path" in frame.columns else set())


def _grid(frame: pd.DataFrame, caption: str, language: str) -> Grid:
    columns = tuple(
        GridColumn(title(name, language), column(name).width, column(name).numeric) for name in frame.columns
    )
    return Grid(caption, columns, worded(frame, language).to_numpy().tolist())


def _section(summary: Summary, tr: Translate, language: str) -> Iterator[Block]:
    yield Heading(summary.title, 1)
    if summary.path:
        yield Paragraph(summary.path, quiet=True)
    if summary.claim:
        yield Paragraph(summary.claim)
    yield Paragraph(
        counts_line(summary.support, language, with_sub_codes=summary.with_sub_codes), tr("Borne by")
    )
    if summary.against.codings:
        yield Paragraph(counts_line(summary.against, language), tr("Spoken against by"))
    if summary.kinds:
        kinds = (f"{tr(KINDS.get(kind, kind))} ({number(n.passages, language)})" for kind, n in summary.kinds)
        yield Paragraph(", ".join(kinds), tr("Kinds of source in support"))
    yield from (Paragraph(verdict, tr(KINDS.get(kind, kind))) for kind, verdict in summary.verdicts)
    if summary.parts:
        yield _parts(summary.parts, summary.title, language)
    if summary.quotations:
        yield Heading(tr("Quotations"), 2)
        yield from (_quote(quotation, tr) for quotation in summary.quotations)
    yield Heading(tr("Speaks against"), 2)
    if not summary.negative:
        yield Paragraph(tr("No negative case has been marked."), quiet=True)
    yield from (_quote(quotation, tr) for quotation in summary.negative)
    if summary.memos:
        yield Heading(tr("Memos"), 2)
        yield from (Paragraph(memo.text, memo.coder) for memo in summary.memos)


def counts_line(count: Count, language: str, *, with_sub_codes: bool = False) -> str:
    """Return a count in words; informants come before codings.

    Examples
    --------
    >>> counts_line(Count(informants=1, sources=1, passages=2, codings=3), "en")
    'informants: 1; sources: 1; passages: 2; codings: 3'
    """
    tr = translator(language)
    template = "informants: {informants}; sources: {sources}; passages: {passages}; codings: {codings}"
    counts = {name: number(value, language) for name, value in asdict(count).items()}
    return tr(template).format(**counts) + (f" ({tr('with sub-codes')})" if with_sub_codes else "")


def _parts(parts: tuple[Part, ...], of: str, language: str) -> Grid:
    """Lay out what codes contribute; what speaks against them has its column where something does."""
    tr = translator(language)
    sides = [asdict(part.support) | {"codings_against": part.against.codings} for part in parts]
    names = [name for name in sides[0] if name != "codings_against" or any(side[name] for side in sides)]
    columns = (
        GridColumn(tr("Code"), 40),
        *(GridColumn(title(name, language), column(name).width, numeric=True) for name in names),
    )
    rows = [
        (INDENT * part.depth + part.title, *(number(side[name], language) for name in names))
        for part, side in zip(parts, sides, strict=True)
    ]
    return Grid(tr("Codes in {title}").format(title=of), columns, rows)


def _quote(quotation: Quotation, tr: Translate) -> BlockQuote:
    kind = tr(KINDS.get(quotation.kind, quotation.kind))
    whose = ", ".join(
        part for part in (quotation.case or quotation.speaker or quotation.source, kind) if part
    )
    if len(quotation.coders) > 1:
        whose += "; " + tr("coded by {coders}").format(coders=", ".join(quotation.coders))
    notes = ((tr("Condensation"), quotation.condensation), (tr("Memo"), quotation.memo))
    written = tuple(f"{label}: {text}" for label, text in notes if text)
    return BlockQuote(quotation.text, f"{quotation.reference} ({whose})", written)
