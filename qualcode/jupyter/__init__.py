"""How a project and its parts show themselves in JupyterLab, VS Code, nbconvert and IPython's terminal.

``from qualcode import Project`` in a notebook is all it takes; ``%load_ext qualcode.jupyter`` does the same.
What is shown is HTML that loads nothing and runs nothing, with plain text beside it. `review` alone is more:
a widget, in which a supervisor agrees with codings and questions them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.lib.pretty import PrettyPrinter

    from qualcode.jupyter.reviewing import review

__all__ = ["load_ipython_extension", "register", "review"]

DISPLAYS = {
    ("qualcode.project", "Project"): "projects",
    ("qualcode.model.codes", "Codebook"): "codebooks",
    ("qualcode.model.review", "Theme"): "themes",
    ("qualcode.actions.opening", "OpenedSource"): "sources",
    ("qualcode.actions.showing", "Passage"): "passages",
    ("qualcode.tables.summary", "Summary"): "findings",
    ("qualcode.tables.triangulation", "Triangulation"): "findings",
}
"""Per type, the module here whose functions ``html`` and ``plain`` show it."""

FRAMES = ("pandas", "pandas.core.frame")
"""Where a frame's type says that it is from, in one version of pandas or another."""

CHARTS = ("LayerChart", "FacetChart", "VConcatChart")
"""The types of altair that `Project.chart` returns."""


def __getattr__(name: str) -> Any:
    if name != "review":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("qualcode.jupyter.reviewing").review


def load_ipython_extension(shell: "InteractiveShell") -> None:
    """Register with a shell: what ``%load_ext qualcode.jupyter`` calls."""
    register(shell)


def register(shell: "InteractiveShell | None" = None) -> None:
    """Let our values, frames and errors show themselves in a shell, by default the one that runs, if any.

    Types are named and not imported, so that this costs nothing.
    """
    from IPython.core.getipython import get_ipython

    shell = shell or get_ipython()
    formatter = shell.display_formatter if shell else None
    if shell is None or formatter is None:
        return
    from qualcode.jupyter import faults

    for (module, name), shower in DISPLAYS.items():
        formatter.formatters["text/html"].for_type_by_name(module, name, _html(shower))
        formatter.formatters["text/plain"].for_type_by_name(module, name, _plain(shower))
    for module in FRAMES:
        formatter.formatters["text/html"].for_type_by_name(module, "DataFrame", _frame)
    faults.register(shell)
    for name in CHARTS:
        formatter.mimebundle_formatter.for_type_by_name("altair.vegalite.v6.api", name, _chart)


def _html(shower: str) -> Any:
    def show(value: object) -> str:
        shown: str = import_module(f"qualcode.jupyter.{shower}").html(value)
        return shown

    return show


def _plain(shower: str) -> Any:
    def show(value: object, printer: "PrettyPrinter", cycle: bool) -> None:
        lines = import_module(f"qualcode.jupyter.{shower}").plain(value)
        printer.text(lines)  # type: ignore[no-untyped-call]  # IPython says no types here

    return show


def _frame(frame: Any) -> Any:
    """Show a frame of ours so that its quotations can be read; another one as pandas does."""
    from qualcode.jupyter.frames import html

    return html(frame) or frame._repr_html_()


def _chart(chart: Any, include: object = None, exclude: object = None) -> Any:
    """Show a chart of ours as a picture, since altair's own way loads scripts from the network."""
    from qualcode.charts.look import is_ours
    from qualcode.charts.rendering import to_svg

    if not is_ours(chart):
        return chart._repr_mimebundle_(include, exclude)
    return {"image/svg+xml": to_svg(chart).decode()}
