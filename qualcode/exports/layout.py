"""Frames and summaries laid out as reports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

import pandas as pd

from qualcode.exports.blocks import SAMPLE, Block, Grid, GridColumn, Heading, Paragraph, Report
from qualcode.locale import day, number, translator
from qualcode.references import clock
from qualcode.tables.columns import CODINGS, column, title
from qualcode.tables.translated import with_extents

INDENT = "\u2003"
"""Stands before a code once for each code above it."""

JOINT = " > "
"""Stands between the names of a code's path."""

ACROSS = 12
"""Columns of cases per table; a matrix of more is shared evenly among several."""

READ = (
    "reference", "case", "kind", "quotation", "translation", "condensation", "memo", "coder", "negative"
)  # fmt: skip
"""The columns of coded passages in documents, where they say something."""

SAME_THROUGHOUT = {"kind", "coder"}
"""Those that say nothing where every row has the same."""


def worded(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the frame with every cell as a document shows it: text, in `language`."""
    tr = translator(language)
    shown = {}
    for name in frame.columns:
        values, cells = column(name).values, frame[name]
        if name == "time":
            shown[name] = cells.map(clock, na_action="ignore").astype(object).fillna("")
        elif name == "date":
            shown[name] = cells.map(lambda text: day(text, language))
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
    widths: Mapping[str, int] | None = None,
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
    widths
        Of columns, in characters, where somebody asked for them.
    codes
        Keys of codes in codebook order, which coded passages follow; without it, by framework and path.
    notes
        Lines below the last table, such as a matrix's legend.
    """
    if "quotation" in frame.columns and "code_path" in frame.columns:
        tables = _passages(_by_code(frame, codes), columns, widths or {}, language)
    else:
        tables = _plain(frame, columns, widths or {}, heading, language)
    return Report(heading, language, (*tables, *(Paragraph(note, quiet=True) for note in notes)))


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


def _passages(
    frame: pd.DataFrame, columns: Sequence[str] | None, widths: Mapping[str, int], language: str
) -> Iterator[Block]:
    """Lay out coded passages, all on pages that lie the same way."""
    blocks = list(_sections(frame, columns, widths, language))
    wide = any(isinstance(block, Grid) and block.wide for block in blocks)
    for block in blocks:
        yield replace(block, landscape=wide) if isinstance(block, Grid) else block


def _sections(
    frame: pd.DataFrame, columns: Sequence[str] | None, widths: Mapping[str, int], language: str
) -> Iterator[Block]:
    tr = translator(language)
    frame = frame if columns else with_extents(frame, language)
    names = list(columns or _telling(frame, language))
    kin = worded(frame[names], language).iloc[:SAMPLE].to_numpy().tolist()
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
        yield replace(_grid(frame.loc[group.index, names], caption, language, widths), kin=kin)


def _telling(frame: pd.DataFrame, language: str) -> list[str]:
    shown = worded(frame[[name for name in READ if name in frame.columns]], language)
    return [
        name
        for name in shown.columns
        if (shown[name] != "").any() and (name not in SAME_THROUGHOUT or shown[name].nunique() > 1)
    ]


def _plain(
    frame: pd.DataFrame,
    columns: Sequence[str] | None,
    widths: Mapping[str, int],
    heading: str,
    language: str,
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
        yield _grid(frame[[*first, *rest[start : start + across]]], caption, language, widths)


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


def _grid(frame: pd.DataFrame, caption: str, language: str, widths: Mapping[str, int]) -> Grid:
    columns = tuple(
        GridColumn(
            title(name, language), widths.get(name) or column(name).width, column(name).numeric,
            fixed=name in widths,
        )
        for name in frame.columns
    )  # fmt: skip
    return Grid(caption, columns, worded(frame, language).to_numpy().tolist())
