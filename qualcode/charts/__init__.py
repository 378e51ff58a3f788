"""Frames to pictures: for the screen, for print in black and white, for whoever cannot tell colours apart.

A picture's module has ``chart``, frame in and Altair chart out, and ``alt_text``: what it shows in words.
"""

from qualcode.charts import (
    cooccurrence,
    evaluation,
    frameworks,
    frequencies,
    matrix,
    saturation,
    timeline,
    triangulation,
)
from qualcode.charts.figure import Figure
from qualcode.charts.look import Chart, finished
from qualcode.charts.rendering import Rendered, rendered, written

__all__ = [
    "Chart",
    "Figure",
    "Rendered",
    "cooccurrence",
    "evaluation",
    "finished",
    "frameworks",
    "frequencies",
    "matrix",
    "rendered",
    "saturation",
    "timeline",
    "triangulation",
    "written",
]
