"""Codings put up for review, with what a reviewer needs beside each: question, neighbours, what was said."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from qualcode.actions.filters import Filters
from qualcode.actions.frames import codings_frame
from qualcode.actions.lookup import theme_named
from qualcode.actions.otherwise import Otherwise
from qualcode.actions.remarks import NamedReview, is_answered, reviews
from qualcode.actions.texts import SourceText, text_of
from qualcode.model import Codebook, Coding, Guid, Source, Theme
from qualcode.query import Places
from qualcode.store import View

if TYPE_CHECKING:
    import pandas as pd

NOTHING = Filters()

AROUND = 240
"""Characters of a turn shown before and after a coding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A coding put up for review.

    Attributes
    ----------
    row
        Its row of the codings frame, as plain values, with its `seq` and the words of its turn `before` and
        `after` it.
    reviews
        What was said of it, in order of time.
    neighbours
        Rows of the other codings of overlapping words, by whomever the actor may see.
    otherwise
        Handles of the other coders who looked for its code there, and did not give it.
    mine
        It is the actor's own.
    answered
        The actor asked about it, and its coder said the last word.
    """

    row: dict[str, Any]
    reviews: tuple[NamedReview, ...]
    neighbours: tuple[dict[str, Any], ...]
    otherwise: tuple[str, ...] = ()
    mine: bool = False
    answered: bool = False

    @property
    def is_open(self) -> bool:
        """Something was asked, or proposed, and not answered."""
        return any(each.is_open for each in self.reviews)

    def is_looked_at(self, reviewer: str) -> bool:
        """Say whether a reviewer has said anything of it."""
        return any(each.reviewer == reviewer for each in self.reviews)


class Standing(StrEnum):
    """Where a coding stands in a review, for whoever looks."""

    UNSEEN = "unseen"
    """Another's, of which the actor has said nothing."""
    WAITING = "waiting"
    """It waits for the actor: asked of their own coding, or answered to them."""
    OPEN = "open"
    """It waits for somebody's answer."""
    SAID = "said"
    """Something was said of it."""
    AGREED = "agreed"
    DEVIANT = "deviant"
    """What its review came to."""


def stands(queued: Queued, reviewer: str) -> set[Standing]:
    """Return every way in which a coding stands for a reviewer, by handle."""
    found = {
        Standing.UNSEEN: not queued.mine and not queued.is_looked_at(reviewer),
        Standing.WAITING: queued.answered or (queued.mine and queued.is_open),
        Standing.OPEN: queued.is_open,
        Standing.SAID: bool(queued.reviews),
        Standing.AGREED: queued.row["review"] == "agreed",
        Standing.DEVIANT: queued.row["negative"] or queued.row["review"] == "deviant",
    }
    return {standing for standing, holds in found.items() if holds}


def review_queue(
    view: View,
    *,
    theme: str = "",
    source: str = "",
    filters: Filters = NOTHING,
    open_only: bool = False,
    language: str = "id",
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
    filters
        Which codings else.
    open_only
        Only those with a question or proposal that waits for an answer.
    language
        Of code names.
    """
    everything = codings_frame(view, language=language)
    frame = filters.apply(view, everything)
    if theme:
        frame = frame[_drawn_from(frame, theme_named(view, theme), view.codebook())]
    if source:
        frame = Filters(sources=[source]).apply(view, frame)
    said: dict[Guid, list[NamedReview]] = defaultdict(list)
    for each in reviews(view):
        said[each.coding.id].append(each)
    if open_only:
        asked = [coding_id for coding_id, found in said.items() if any(each.is_open for each in found)]
        frame = frame[frame["coding_id"].isin(asked)]
    return _queued(view, everything, frame, said)


def _queued(
    view: View, everything: "pd.DataFrame", frame: "pd.DataFrame", said: Mapping[Guid, Sequence[NamedReview]]
) -> list[Queued]:
    rows = np.flatnonzero(everything["coding_id"].isin(frame["coding_id"]).to_numpy(bool))
    versions = view.columns(Coding, ["id", "seq", "coder_id"])
    stored = {each[0]: each[1:] for each in zip(*versions.values(), strict=True)}
    sources = {source.id: source for source in view.all(Source)}
    texts = cache(lambda source_id: text_of(view, sources[source_id]))
    plain, otherwise, me = _plain(everything), Otherwise(view, texts), view.actor.id
    found = []
    for at, others in zip(rows.tolist(), Places.of(everything).beside(rows), strict=True):
        row = plain[at]
        seq, coder_id = stored[row["coding_id"]]
        beside = tuple(plain[other] for other in sorted(others.tolist()))
        remarks = tuple(said.get(row["coding_id"], ()))
        found.append(
            Queued(
                row={**row, "seq": seq, **_in_turn(texts(row["source_id"]), row["start"], row["end"])},
                reviews=remarks, neighbours=beside, otherwise=otherwise.coders(row, beside),
                mine=coder_id == me, answered=is_answered([each.review for each in remarks], me, coder_id),
            )
        )  # fmt: skip
    return found


def _drawn_from(frame: "pd.DataFrame", theme: Theme, codebook: Codebook | None) -> "pd.Series[bool]":
    codes = set(theme.code_ids)
    for code in codebook.codes if codebook else ():
        if code.id in theme.code_ids and codebook:
            codes.update(each.id for each in codebook.descendants(code))
    chosen = [*theme.evidence_for, *theme.evidence_against]
    return frame["code_id"].isin(codes) | frame["coding_id"].isin(chosen)


def _plain(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    """Return a frame's rows as plain values, None for what is missing."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def _in_turn(text: SourceText, start: int | None, end: int | None) -> dict[str, str]:
    """Return the words of a turn on either side of a stretch of it, cut between words."""
    turn = text.turn_at(start) if start is not None else None
    if turn is None or start is None or end is None:
        return {"before": "", "after": ""}
    before, after = text.text[turn.start : start], text.text[end : max(turn.end, end)]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return {"before": before, "after": after}
