"""A picture with all that is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from qualcode.charts.look import Chart, finished


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with all that is said of it.

    Attributes
    ----------
    name
        Of the kind of picture, as it is asked for.
    title
        What it shows: above it, or its caption.
    chart
        The picture, without title.
    alt
        What a reader who does not see it is told.
    language
        Of its words and numbers.
    numbers
        What it is made of, as a table.
    notes
        How to read it, and what was counted.
    """

    name: str
    title: str
    chart: Chart
    alt: str
    language: str
    numbers: pd.DataFrame
    notes: Sequence[str] = ()

    @property
    def alone(self) -> Chart:
        """The picture for the screen or a file of its own, with title and notes."""
        return finished(self.chart, language=self.language, title=self.title, notes=self.notes)

    @property
    def captioned(self) -> Chart:
        """The picture for a document, whose caption is the title."""
        return finished(self.chart, language=self.language)

    def _repr_svg_(self) -> str:
        """Return the picture for JupyterLab, which then needs no network to show it."""
        from qualcode.charts.rendering import to_svg

        return to_svg(self.alone).decode()
