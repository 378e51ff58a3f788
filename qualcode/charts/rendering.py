"""Charts as bytes: SVG, PNG, a page of its own, a Vega-Lite specification. Nothing is fetched."""

import json
import re
from dataclasses import dataclass
from html import escape
from typing import Any

import vl_convert

from qualcode.charts.figure import Figure
from qualcode.charts.look import Chart
from qualcode.errors import UsageError

PPI = 300
"""Pixels per inch of a PNG."""

INCH = 96
"""A chart's own units per inch, those of CSS."""

CLOSED = "default-src 'none'; style-src 'unsafe-inline'"
"""What a page may load: nothing but what is in it."""

STYLE = (
    "body { font: 15px/1.4 Arial, Helvetica, sans-serif; color: #222222; margin: 2em } "
    "h1 { font-size: 1.4em } p { margin: 0.2em 0 } svg { margin-top: 1em; max-width: 100%; height: auto }"
)

_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_VERSION = re.compile(r"/v(\d+\.\d+)")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A picture for a document: `svg` as text, `png` at 300 pixels per inch."""

    svg: str
    png: bytes


def rendered(chart: Chart, *, width: float | None = None) -> Rendered:
    """Return a finished chart as SVG and PNG, `width` centimetres wide (by default as it comes out)."""
    return Rendered(svg=to_svg(chart, width=width).decode(), png=to_png(chart, width=width))


def to_svg(chart: Chart, *, width: float | None = None) -> bytes:
    """Return a chart as SVG; same chart, same bytes."""
    spec = _spec(chart)
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=_version(spec))
    if width:
        across, down = _size(svg)
        size = f'width="{width:g}cm" height="{width * down / across:.2f}cm"'
        svg = _SIZE.sub(size, svg, count=1)
    return (svg + "\n").encode()


def to_png(chart: Chart, *, width: float | None = None) -> bytes:
    """Return a chart as PNG at 300 pixels per inch; same chart, same bytes."""
    spec = _spec(chart)
    scale = 72 / INCH  # vl-convert takes a chart's units for points
    if width:
        svg: str = vl_convert.vegalite_to_svg(spec, vl_version=_version(spec))
        scale *= width / 2.54 * INCH / _size(svg)[0]
    png: bytes = vl_convert.vegalite_to_png(spec, vl_version=_version(spec), scale=scale, ppi=PPI)
    return png


def to_html(figure: Figure) -> bytes:
    """Return a figure as a page of its own: the picture as SVG, title and notes as text, no script."""
    svg = to_svg(figure.captioned).decode().strip()
    described = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(figure.alt)}" ', 1)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{figure.language}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{CLOSED}">',
        f"<title>{escape(figure.title)}</title>",
        f"<style>{STYLE}</style></head>",
        f"<body><h1>{escape(figure.title)}</h1>",
        *(f"<p>{escape(note)}</p>" for note in figure.notes),
        described,
        "</body></html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def to_json(chart: Chart) -> bytes:
    """Return a chart as a Vega-Lite specification."""
    return (json.dumps(_spec(chart), ensure_ascii=False, indent=2) + "\n").encode()


def clickable(spec: dict[str, Any], suffix: str, *, language: str) -> bytes:
    """Return a specification as a page that can be clicked, its scripts within, or as it is (.json)."""
    if suffix == ".json":
        return (json.dumps(spec, ensure_ascii=False, indent=2) + "\n").encode()
    if suffix != ".html":
        raise UsageError(
            "no file of the kind {suffix} can be written", remedy="end the name in one of {known}",
            suffix=suffix or "''", known=".html .json",
        )  # fmt: skip
    page: str = vl_convert.vegalite_to_html(spec, vl_version=_version(spec), bundle=True)
    return page.replace("<html>", f'<html lang="{language}">', 1).encode()


def written(figure: Figure, suffix: str, *, width: float | None = None) -> bytes:
    """Return a figure, with title and notes, as an .svg, .png, .html or .json file."""
    match suffix:
        case ".svg":
            return to_svg(figure.alone, width=width)
        case ".png":
            return to_png(figure.alone, width=width)
        case ".html":
            return to_html(figure)
        case _:
            return to_json(figure.alone)


def _spec(chart: Chart) -> dict[str, Any]:
    spec: dict[str, Any] = chart.to_dict()
    return spec


def _version(spec: dict[str, Any]) -> str:
    """Return the version of Vega-Lite that a specification names."""
    found = _VERSION.search(spec["$schema"])
    return found[1] if found else vl_convert.get_vegalite_versions()[-1]


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)
