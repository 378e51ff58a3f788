"""Frames with people's words in them: quotations that can be read, and words that begin where words begin."""

from itertools import count
from typing import TYPE_CHECKING

from qualcode.jupyter.html import Html, tag

if TYPE_CHECKING:
    import pandas as pd

WORDY = frozenset({"quotation", "translation", "question", "text", "definition", "memo", "before", "after"})
"""Columns by which a frame is known as one of ours."""

CUT, READ = 50, 240
"""Characters after which pandas cuts a text unless told otherwise, and after which we do."""

_numbers = count(1)


def html(frame: "pd.DataFrame") -> str | None:
    """Return a frame of ours as HTML; None for any other, which pandas shows itself."""
    import pandas as pd

    if not WORDY & set(frame.columns):
        return None
    longest = pd.get_option("display.max_colwidth")
    with pd.option_context("display.max_colwidth", READ if longest == CUT else longest):
        shown: str | None = frame._repr_html_()  # type: ignore[operator]  # pandas' stubs leave it out
    if shown is None:
        return None
    name = f"qualcode-frame-{next(_numbers)}"
    places = ", ".join(f"#{name} :is(td, th):nth-child({place})" for place in _texts(frame))
    rule = "text-align: left; vertical-align: top; white-space: normal; max-width: 34em"
    style = Html(f"<style>{places} {{ {rule} }} #{name} :is(td, th) {{ vertical-align: top }}</style>")
    return tag("div", style, Html(shown), id=name) if places else shown


def _texts(frame: "pd.DataFrame") -> list[int]:
    """Return the places of columns of text, from 1, where the index is the first and some may be left out."""
    import pandas as pd

    most = pd.get_option("display.max_columns") or len(frame.columns)
    half = most // 2
    whole = len(frame.columns) <= most
    names = list(frame.columns) if whole else [*frame.columns[:half], None, *frame.columns[-half:]]
    return [
        place
        for place, name in enumerate(names, 2)
        if name is not None and not pd.api.types.is_numeric_dtype(frame[name].dtype)
    ]
