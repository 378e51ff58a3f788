"""The widget itself: it carries messages between a cell's output and the desk.

Nothing of a study is in the widget's state, which a notebook may save: texts travel in messages alone.
"""

from pathlib import Path
from typing import Any

import anywidget
from IPython.core.getipython import get_ipython
from traitlets import Unicode

from qualcode.errors import FileProblem
from qualcode.jupyter.widget import fallback
from qualcode.jupyter.widget.desk import ReviewDesk

DIST = Path(__file__).parent / "dist"
"""Where the front end is built: ``widget.js`` and ``widget.css``."""


class ReviewWidget(anywidget.AnyWidget):
    """A review in a cell's output; made by `qualcode.jupyter.review`.

    Parameters
    ----------
    desk
        Does what is asked.
    keep_words
        Whether the interviews' words are in what the notebook keeps of it.

    Raises
    ------
    FileProblem
        The front end was not built.
    """

    _esm = Unicode().tag(sync=True)
    _css = Unicode().tag(sync=True)

    def __init__(self, desk: ReviewDesk, *, keep_words: bool = False, dist: Path = DIST) -> None:
        super().__init__(_esm=_built(dist / "widget.js"), _css=_built(dist / "widget.css"))
        self._desk = desk
        self._keep_words = keep_words
        self.on_msg(self._hear)

    def _hear(self, widget: object, content: object, buffers: object) -> None:
        self.send(self._desk.answer(content))

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Return the widget, and beside it what shows where no widget can: a list, and the same as text."""
        shown = super()._repr_mimebundle_(**kwargs)
        if shown is None:
            return None
        data, metadata = shown
        listed, words = fallback.listed(self._desk), self._shows_words
        html, text = fallback.html(listed, words=words), fallback.plain(listed, words=words)
        return {**data, "text/html": html, "text/plain": text}, metadata

    def __repr__(self) -> str:
        return fallback.plain(fallback.listed(self._desk), words=self._shows_words)

    @property
    def _shows_words(self) -> bool:
        """A notebook keeps what is shown, so only where that is wanted; a terminal keeps nothing."""
        return self._keep_words or not hasattr(get_ipython(), "kernel")


def _built(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise FileProblem(
            "the review widget was not built", where=str(path),
            remedy="run `pip install .` in qualcode's folder again, online; "
            "meanwhile, `qualcode serve` and `project.review_coding` review as well",
        ) from error  # fmt: skip
