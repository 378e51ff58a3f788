"""A picture to be asked: a click on a cell or a bar shows the quotations behind it, below the picture.

It is one Vega-Lite specification with all that it shows, so that it works in a notebook that is only read,
and on a page of its own, with nothing loaded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qualcode.charts.figure import Figure
from qualcode.charts.look import ACTIONS, FAINT, INK, TEXT
from qualcode.charts.words import wrapped
from qualcode.locale import translator

MIME = "application/vnd.vegalite.v5+json"
"""What JupyterLab itself draws."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.20.1.json"
"""A name, not an address: nothing fetches it. Our pictures are the same in versions 5 and 6 of Vega-Lite."""

FIELDS = {
    "frequencies": ("code",),
    "matrix": ("row", "column"),
    "frameworks": ("row", "column"),
    "cooccurrence": ("row", "column"),
    "timeline": ("code",),
    "saturation": ("interview",),
    "triangulation": ("theme", "kind"),
}
"""What tells the marks of a picture apart, by its name."""

LINE = 16
"""Height of a line of a quotation, in px."""

ACROSS = 112
"""Characters of such a line."""

MOST, LONGEST = 5, 3
"""Quotations of a cell that are shown, and lines of each."""

MARKED = "#e07b00"
"""Round what was chosen, on light and on dark cells."""

ROOM = MOST * 3
"""Lines that there is room for."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation behind a mark: its words, and where they are from (reference code, informant, coder)."""

    words: str
    origin: str


@dataclass(frozen=True, slots=True)
class Explored:
    """A picture with the quotations behind its marks.

    Attributes
    ----------
    figure
        The picture.
    quotations
        By what tells a mark apart (see `FIELDS`), in reading order.
    """

    figure: Figure
    quotations: Mapping[tuple[str, ...], Sequence[Quoted]]

    @property
    def spec(self) -> dict[str, Any]:
        """The Vega-Lite specification."""
        spec = _in_parts(self.figure.alone.to_dict())
        names = [name for place, part in enumerate(spec["vconcat"]) if (name := _named(part, place))]
        select = {
            "type": "point",
            "fields": [*FIELDS[self.figure.name]],
            "toggle": False,
            "clear": "dblclick",
        }
        spec["params"] = [{"name": "chosen", "select": select, "views": names}]
        spec["vconcat"].append(_below(self))
        return spec | {"$schema": SCHEMA}

    def save(self, path: str | Path) -> None:
        """Write it as a page of its own (.html) that can be clicked offline, or as Vega-Lite (.json)."""
        from qualcode.charts.rendering import clickable

        Path(path).write_bytes(clickable(self.spec, Path(path).suffix, language=self.figure.language))

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return it for JupyterLab, and the picture alone for what draws no Vega-Lite or only prints."""
        from qualcode.charts.rendering import to_svg

        shown = {
            MIME: self.spec,
            "image/svg+xml": to_svg(self.figure.alone).decode(),
            "text/plain": self.figure.alt,
        }
        return shown, {MIME: {"embed_options": {"renderer": "svg", "actions": ACTIONS}}}


def _in_parts(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose views stand below one another, as most of ours do already."""
    if "vconcat" in spec:
        return spec
    inner = {name: spec.pop(name) for name in ("data", "layer", "height", "width") if name in spec}
    return {**spec, "vconcat": [inner]}


def _named(part: dict[str, Any], place: int) -> str:
    """Name the view of a part that is clicked, and let what was chosen there stand out; return its name."""
    layers: list[dict[str, Any]] = part["layer"]
    marks = [each for each in layers if each["mark"]["type"] in ("bar", "rect")]
    clicked = next((each for each in marks if each["mark"]["type"] == "bar"), marks[0])
    clicked["name"] = f"part{place}"
    chosen = deepcopy(clicked)
    del chosen["name"]
    chosen["transform"] = [*chosen.get("transform", ()), {"filter": {"param": "chosen", "empty": False}}]
    chosen["mark"] |= {"fillOpacity": 0, "stroke": MARKED, "strokeWidth": 3}
    for each in layers:
        each["mark"]["cursor"] = "pointer"
    layers.append(chosen)
    return str(clicked["name"])


def _below(explored: Explored) -> dict[str, Any]:
    """Return the view of the quotations, of which those of the chosen mark are shown."""
    tr, fields = translator(explored.figure.language), FIELDS[explored.figure.name]
    lines = [
        {**dict(zip(fields, mark, strict=True)), "y": LINE * place, **line}
        for mark, quotations in explored.quotations.items()
        for place, line in enumerate(_lines(quotations, explored.figure.language))
    ]
    base: dict[str, Any] = {"type": "text", "align": "left", "baseline": "top", "fontSize": TEXT, "limit": 0}
    places: dict[str, Any] = {
        "x": {"value": 0},
        "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
    }
    shown: list[dict[str, Any]] = [
        {
            "transform": [
                {"filter": {"param": "chosen", "empty": False}},
                {"filter": f"datum.head === {str(head).lower()}"},
            ],
            "mark": base | {"fontWeight": "bold" if head else "normal", "color": FAINT if head else INK},
            "encoding": places | {"text": {"field": "text", "type": "nominal"}},
        }
        for head in (True, False)
    ]
    hint = {
        "data": {"values": [{"text": tr("Click a bar or a cell: what was said there is shown here.")}]},
        "transform": [{"filter": "length(data('chosen_store')) === 0"}],
        "mark": {**base, "fontStyle": "italic", "color": FAINT},
        "encoding": {"x": {"value": 0}, "y": {"value": 0}, "text": {"field": "text", "type": "nominal"}},
    }
    values = lines or [{"text": "", "y": 0, "head": True}]
    return {"data": {"values": values}, "width": 640, "height": LINE * ROOM, "layer": [*shown, hint]}


def _lines(quotations: Iterable[Quoted], language: str) -> Iterator[dict[str, object]]:
    """Yield what is written below: origins in bold, words in lines, and how many are not shown."""
    found, used = list(quotations), 0
    for place, each in enumerate(found):
        words = wrapped(each.words, ACROSS)
        if len(words) > LONGEST:
            words = [*words[: LONGEST - 1], f"{words[LONGEST - 1][: ACROSS - 2]} …"]
        if place == MOST or used + len(words) + 2 > ROOM:
            more = translator(language)("and {count} more").format(count=len(found) - place)
            yield {"text": more, "head": True}
            return
        yield {"text": each.origin, "head": True}
        yield from ({"text": line, "head": False} for line in words)
        used += len(words) + 1
