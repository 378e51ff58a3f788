"""Codings put up for review, with what a reviewer needs beside each: question, neighbours, what was said."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qualcode.actions.filters import Filters
from qualcode.actions.lookup import theme_named
from qualcode.actions.reviewing import NamedReview, reviews
from qualcode.actions.tabling import chosen_codings
from qualcode.model import Codebook, Coding, Guid, Theme
from qualcode.store import View

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A coding put up for review.

    Attributes
    ----------
    row
        Its row of the codings frame, as plain values, with its `seq`.
    reviews
        What was said of it, in order of time.
    neighbours
        Rows of the other codings of overlapping words, by whomever the actor may see.
    """

    row: dict[str, Any]
    reviews: tuple[NamedReview, ...]
    neighbours: tuple[dict[str, Any], ...]

    @property
    def is_open(self) -> bool:
        """Something was asked, or proposed, and not answered."""
        return any(each.is_open for each in self.reviews)


def review_queue(
    view: View, *, theme: str = "", source: str = "", open_only: bool = False, language: str = "id"
) -> list[Queued]:
    """Return the codings to be looked at, in reading order.

    Parameters
    ----------
    view
        Of the actor.
    theme
        Only the codings that this theme draws from: of its codes, and its evidence.
    source
        Only this source's.
    open_only
        Only those with a question or proposal that waits for an answer.
    language
        Of code names.
    """
    everything = chosen_codings(view, Filters(), language)
    frame = everything
    if theme:
        frame = frame[_drawn_from(frame, theme_named(view, theme), view.codebook())]
    if source:
        frame = Filters(sources=[source]).apply(view, frame)
    said: dict[Guid, list[NamedReview]] = defaultdict(list)
    for each in reviews(view):
        said[each.coding.id].append(each)
    versions = view.columns(Coding, ["id", "seq"])
    seqs = dict(zip(versions["id"], versions["seq"], strict=True))
    around = _by_source(everything)
    found = [
        Queued(
            row={**row, "seq": seqs[row["coding_id"]]},
            reviews=tuple(said.get(row["coding_id"], ())),
            neighbours=tuple(_overlapping(row, around[row["source_id"]])),
        )
        for row in _rows(frame)
    ]
    return [each for each in found if each.is_open or not open_only]


def _drawn_from(frame: "pd.DataFrame", theme: Theme, codebook: Codebook | None) -> "pd.Series[bool]":
    codes = set(theme.code_ids)
    for code in codebook.codes if codebook else ():
        if code.id in theme.code_ids and codebook:
            codes.update(each.id for each in codebook.descendants(code))
    chosen = [*theme.evidence_for, *theme.evidence_against]
    return frame["code_id"].isin(codes) | frame["coding_id"].isin(chosen)


def _rows(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    """Return a frame's rows as plain values, None for what is missing."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def _by_source(frame: "pd.DataFrame") -> dict[Guid, list[dict[str, Any]]]:
    found: dict[Guid, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(frame):
        if row["start"] is not None:
            found[row["source_id"]].append(row)
    return found


def _overlapping(row: dict[str, Any], others: Sequence[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    if row["start"] is None:
        return
    for other in others:
        if other["start"] >= row["end"]:
            return  # they stand in reading order
        if other["end"] > row["start"] and other["coding_id"] != row["coding_id"]:
            yield other
