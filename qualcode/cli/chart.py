"""``qualcode chart``."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.language import tr
from qualcode.cli.notices import tell_notice
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import is_terminal, print_json, print_table, say
from qualcode.cli.results import Rendering, filtered, rendered, to_file

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters
    from qualcode.charts import Figure

MOST = 20
"""Pairs of codes that are listed on a terminal."""

WIDTH = 40
"""Characters of the longest bar, and of a whole interview, on a terminal."""


@cli_command(
    "Draw a chart: frequencies, matrix, frameworks, cooccurrence, timeline, saturation or triangulation. "
    "Without a name they are listed; without --out the numbers are printed. Charts can be read in black and "
    "white too.",
    examples=[
        "qualcode chart frameworks --out outputs/frameworks.svg --lang id",
        "qualcode chart timeline W1-zul --out outputs/zul.png",
        "qualcode chart saturation --base 4 --run 3 --threshold 0",
    ],
)
@argument("name", required=False, metavar="[NAME]")
@argument("source", required=False, metavar="[SOURCE]")
@to_file("A file: .svg .png .html .json (Vega-Lite); the numbers: .csv .xlsx.")
@option("--width", type=click.FloatRange(2, 200), help="Width of the picture in centimetres.")
@option(
    "--top/--sub-codes", default=None, help="Only topmost codes, with sub-codes counted in, or all codes."
)
@option("--rows", default="", metavar="FRAMEWORK", help="frameworks: the one down the side.")
@option("--columns", default="", metavar="FRAMEWORK", help="frameworks: the one across.")
@option(
    "--within", type=click.Choice(["words", "turn"]), default="words",
    help="What codes share to go together: words (by default), or a turn.",
)  # fmt: skip
@option("--each-case", is_flag=True, help="frameworks: for each informant as well.")
@option("--unit", type=click.Choice(["turns", "minutes"]), help="timeline: what places are counted in.")
@option("--base", type=click.IntRange(1), default=4, help="saturation: interviews in the base.")
@option("--run", type=click.IntRange(1), default=2, help="saturation: interviews in a run.")
@option(
    "--threshold",
    type=click.FloatRange(0, 100),
    default=5.0,
    help="saturation: per cent of new information.",
)
@filtered
@rendered(look=False)
@as_json
@in_project
def command(
    name: str | None,
    source: str | None,
    out: Path | None,
    width: float | None,
    filters: "Filters",
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
    threshold: float,
    **chosen: Any,
) -> None:
    """Draw a chart."""
    if not name:
        from qualcode.actions.charting import CHARTS

        print_table(["Chart", "What it shows"], [(known, tr(text)) for known, text in CHARTS.items()])
        return
    with open_project(folder, coder) as project:
        figure = project.draw(
            name, out, width=width, filters=filters, source=source or next(iter(filters.sources), ""),
            language=rendering.language, pseudonyms=rendering.pseudonyms, on_notice=tell_notice,
            threshold=threshold / 100, **chosen,
        )  # fmt: skip
    if as_json:
        numbers = figure.numbers.astype(object)
        print_json(numbers.where(numbers.notna(), None).to_dict("records"))
    elif out:
        say("{title}: {path}", title=figure.title, path=out)
    else:
        _show(figure)


def _show(figure: "Figure") -> None:
    click.secho(figure.title, bold=True)
    {
        "frequencies": _show_frequencies,
        "matrix": _show_cells,
        "frameworks": _show_cells,
        "cooccurrence": _show_pairs,
        "timeline": _show_timeline,
        "saturation": _show_saturation,
        "triangulation": _show_triangulation,
    }[figure.name](figure)
    for note in figure.notes:
        click.echo(note)


def _show_frequencies(figure: "Figure") -> None:
    columns = (figure.numbers[name] for name in ("code_path", "informants", "sources", "codings"))
    rows = [list(row) for row in zip(*columns, strict=True)]
    titles = ["Code", "Informants", "Sources", "Codings"]
    _print_with_bars(titles, rows, figure.numbers["informants"])


def _show_cells(figure: "Figure") -> None:
    cells = figure.numbers
    titles = [tr("Code"), *cells.columns[1:]]
    print_table(titles, cells.itertuples(index=False), right=list(range(1, len(titles))))


def _show_pairs(figure: "Figure") -> None:
    pairs = figure.numbers
    apart = pairs[pairs["code"] != pairs["other"]]
    shown = apart.sort_values(["informants", "places"], ascending=False, kind="stable")
    rows = [list(row) for row in shown.itertuples(index=False)]
    if is_terminal() and len(rows) > MOST:
        say("{count} pairs; the first {most}:", count=len(rows), most=MOST)
        rows = rows[:MOST]
    print_table(["Code", "Other code", "Informants", "Sources", "Places"], rows, right=[2, 3, 4])


def _show_timeline(figure: "Figure") -> None:
    frame = figure.numbers
    if not is_terminal():
        print_table(["Code", "Begin", "End", "Speaks against"], frame.itertuples(index=False), right=[1, 2])
        return
    first = frame["begin"].min()
    room = max(frame["end"].max() - first, 1)
    rows = []
    for code, places in frame.groupby("code", sort=False):
        strip = ["·"] * WIDTH
        for begin, end, against in zip(places["begin"], places["end"], places["negative"], strict=True):
            left, right = (int((place - first) / room * (WIDTH - 1)) for place in (begin, end))
            strip[left : right + 1] = ("×" if against else "█") * (right + 1 - left)
        rows.append([code, "".join(strip), len(places)])
    print_table(["Code", "Along the interview", "Places"], rows, right=[2])


def _show_saturation(figure: "Figure") -> None:
    frame = figure.numbers
    from qualcode.charts.words import percent

    shares = ["" if math.isnan(share) else percent(share, figure.language) for share in frame["share"]]
    rows = [list(row) for row in zip(frame["source"], frame["new"], frame["total"], shares, strict=True)]
    titles = ["Interview", "New codes", "Codes so far", "New information"]
    _print_with_bars(titles, rows, frame["new"])


def _show_triangulation(figure: "Figure") -> None:
    frame = figure.numbers
    from qualcode.charts.triangulation import said
    from qualcode.tables.columns import KINDS, RELATIONS

    columns = (
        frame[name] for name in ("title", "kind", "relation", "passages", "passages_against", "absence")
    )
    themes: dict[str, dict[str, str]] = {}
    for title, kind, relation, support, against, absence in zip(*columns, strict=True):
        words = (tr(RELATIONS[relation]) if relation else "", said(support, against, absence))
        themes.setdefault(title, {})[kind] = " ".join(filter(None, words))
    kinds = list(dict.fromkeys(frame["kind"]))
    rows = [[title, *(cells.get(kind, "") for kind in kinds)] for title, cells in themes.items()]
    print_table([tr("Theme"), *(tr(KINDS[kind]).capitalize() for kind in kinds)], rows)


def _print_with_bars(titles: Sequence[str], rows: Sequence[list[object]], values: Iterable[int]) -> None:
    """Print a table; on a terminal with a bar per row, the longest `WIDTH` long."""
    right = list(range(1, len(titles)))
    if not is_terminal():
        print_table(titles, rows, right=right)
        return
    lengths = list(values)
    most = max([1, *lengths])
    bars = ["█" * round(value / most * WIDTH) for value in lengths]
    print_table([*titles, ""], [[*row, bar] for row, bar in zip(rows, bars, strict=True)], right=right)
