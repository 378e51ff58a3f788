"""Which codes go together: in the words they share, over the whole study or between two frameworks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from qualcode.locale import number, translator
from qualcode.model import Codebook, Guid
from qualcode.tables.frequencies import rolled_up
from qualcode.tables.matrix import GLYPHS, State

Within = Literal["words", "turn"]
"""What two codes have to share to go together."""

PAIRS = ("code", "other", "informants", "sources", "places")
"""Columns of `cooccurrence`."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """One family of codes laid over another.

    Attributes
    ----------
    rows, columns
        Keys of the codes of the two families, in codebook order.
    informants, places
        Per row and column: distinct cases, and stretches of text, where both codes were given.
    states
        The `State` of each cell, in the same shape. A count of 0 says nothing without it.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    informants: pd.DataFrame
    places: pd.DataFrame
    states: pd.DataFrame

    def shown(self, language: str = "en", *, informants: bool = True) -> pd.DataFrame:
        """Return the cells as text, with a glyph for each absence.

        Informants with the places in brackets, only these where no informant speaks there; places alone where
        `informants` are not asked for.
        """
        people, places = (
            cells.map(lambda count: number(count, language)).astype("str")
            for cells in (self.informants, self.places)
        )
        inside = "(" + places + ")"
        both = (people + " " + inside).mask(self.informants == 0, inside)
        shown = both if informants else places
        for state, glyph in GLYPHS.items():
            shown = shown.mask(self.states == state, glyph)
        return shown


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that one code was given to, by whoever: codings of it that overlap are one."""

    source_id: Guid
    start: int
    end: int
    code_id: Guid
    case: str


def cooccurrence(
    codings: pd.DataFrame, codebook: Codebook, *, within: Within = "words", roll_up: bool = False
) -> pd.DataFrame:
    """Count which codes were given to the same words, or in the same turn.

    Two codes go together where a coding of one overlaps a coding of the other, in at least one code point of
    the same source. Codings of one code that overlap (two coders', say) count as one stretch, so that a count
    does not depend on how many people coded.

    Parameters
    ----------
    codings
        The codings frame, without sources that translate another. Unplaced codings are left out.
    codebook
        Its order is the order of the rows.
    within
        With ``"turn"``, two codes go together where a coding of each begins in the same turn, whether or not
        they share words; a turn with both is one place. Codings outside turns are left out.
    roll_up
        Count a code's sub-codes with it.

    Returns
    -------
    DataFrame
        One row per pair that goes together, in codebook order: ``code`` and ``other`` (keys),
        ``informants`` (distinct cases), ``sources``, ``places`` (stretches of text where both apply). A code
        with itself says how often it was given at all.
    """
    order = {code.id: place for place, code in enumerate(codebook.codes)}
    found: dict[tuple[int, int], list[_Stretch]] = {}
    given = rolled_up(codings, codebook) if roll_up else codings
    for one, other in _overlaps(_stretches(_by_turn(given) if within == "turn" else given)):
        low, high = sorted((order[one.code_id], order[other.code_id]))
        found.setdefault((low, high), []).append(other)
    rows = [
        (codebook.codes[low].key, codebook.codes[high].key, *_counts(places))
        for (low, high), places in sorted(found.items())
    ]
    return pd.DataFrame(rows, columns=[*PAIRS])


def places_by_case(codings: pd.DataFrame, codebook: Codebook) -> dict[tuple[Guid, Guid], Counter[str]]:
    """Count, per pair of codes and per case, the places that have both; sub-codes count with their codes.

    What goes together is what does so for `cooccurrence`. Each pair is there both ways round, and a code
    with itself: of that, an unplaced coding is a place too, since something was found there.
    """
    found: dict[tuple[Guid, Guid], Counter[str]] = {}
    given = rolled_up(codings, codebook)
    for one, other in _overlaps(_stretches(given)):
        for pair in {(one.code_id, other.code_id), (other.code_id, one.code_id)}:
            found.setdefault(pair, Counter())[other.case] += 1
    unplaced = given[given["start"].isna()]
    for code_id, case in zip(unplaced["code_id"], unplaced["case"], strict=True):
        found.setdefault((code_id, code_id), Counter())[case] += 1
    return found


def crossing(
    codings: pd.DataFrame,
    codebook: Codebook,
    rows: Sequence[str],
    columns: Sequence[str],
    coverage: pd.DataFrame,
    *,
    within: Within = "words",
    roll_up: bool = True,
) -> Crossing:
    """Lay some codes over others: how many informants have both on the same words.

    Parameters
    ----------
    codings, codebook, within, roll_up
        As for `cooccurrence`.
    rows, columns
        Keys of the codes.
    coverage
        As for `qualcode.tables.matrix`.

    Notes
    -----
    A cell without counts is `State.NOT_ASKED` where no source was asked about both codes, `State.NOTHING`
    where all that were are coded through for both, and `State.UNREAD` otherwise.
    """
    pairs = cooccurrence(codings, codebook, within=within, roll_up=roll_up)
    mirrored = pairs.rename(columns={"code": "other", "other": "code"})
    both = pd.concat([pairs, mirrored], ignore_index=True).drop_duplicates(["code", "other"])

    def laid_out(count: str) -> pd.DataFrame:
        cells = both.pivot_table(index="code", columns="other", values=count, aggfunc="sum")
        return cells.reindex(index=[*rows], columns=[*columns]).fillna(0).astype("int64")

    informants, places = laid_out("informants"), laid_out("places")
    states = _absences(codebook, rows, columns, coverage).mask(places > 0, State.CODED.value)
    return Crossing(tuple(rows), tuple(columns), informants, places, states)


def definition(language: str, *, within: Within = "words") -> str:
    """Return what counts as going together, as a note below the figures."""
    tr = translator(language)
    if within == "turn":
        return tr(
            "Codes go together where a coding of each begins in the same turn, which counts as one place."
        )
    return tr(
        "Codes go together where a coding of one overlaps a coding of the other; overlapping codings of one "
        "code count as one place."
    )


def _by_turn(codings: pd.DataFrame) -> pd.DataFrame:
    """Return the codings in turns, each as long as the turn it begins in: turn n from n to n + 1."""
    spoken = codings[codings["turn"].notna()]
    return spoken.assign(start=spoken["turn"], end=spoken["turn"] + 1)


def _stretches(codings: pd.DataFrame) -> list[_Stretch]:
    placed = codings[codings["start"].notna()].sort_values(
        ["source_id", "code_id", "start", "end"], kind="stable"
    )
    columns = (placed[name] for name in ("source_id", "start", "end", "code_id", "case"))
    joined: list[_Stretch] = []
    for source_id, start, end, code_id, case in zip(*columns, strict=True):
        last = joined[-1] if joined else None
        if last and (last.source_id, last.code_id) == (source_id, code_id) and start < last.end:
            joined[-1] = _Stretch(source_id, last.start, max(last.end, end), code_id, last.case or case)
        else:
            joined.append(_Stretch(source_id, start, end, code_id, case))
    return joined


def _overlaps(stretches: Iterable[_Stretch]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Yield each pair that shares words, the one that starts later second, and each one with itself."""
    under_way: list[_Stretch] = []
    for one in sorted(stretches, key=lambda each: (each.source_id, each.start, each.end, each.code_id)):
        under_way = [
            other for other in under_way if other.source_id == one.source_id and other.end > one.start
        ]
        under_way.append(one)
        yield from ((other, one) for other in under_way)


def _counts(places: Sequence[_Stretch]) -> tuple[int, int, int]:
    cases = {each.case for each in places if each.case}
    return len(cases), len({each.source_id for each in places}), len(places)


def _absences(
    codebook: Codebook, rows: Sequence[str], columns: Sequence[str], coverage: pd.DataFrame
) -> pd.DataFrame:
    keys = {code.id: code.key for code in codebook.codes}
    known = coverage.assign(key=coverage["code_id"].map(keys))
    asked = ~_by_source(known, "not_asked", [*rows, *columns])
    read = _by_source(known, "read", [*rows, *columns])
    row, column = slice(0, len(rows)), slice(len(rows), None)
    both_asked = asked[:, row, None] & asked[:, None, column]
    left = both_asked & ~(read[:, row, None] & read[:, None, column])
    states = np.where(left.any(axis=0), State.UNREAD.value, State.NOTHING.value)
    states = np.where(both_asked.any(axis=0), states, State.NOT_ASKED.value)
    if not len(asked):
        states = np.full((len(rows), len(columns)), State.UNREAD.value)
    return pd.DataFrame(states, index=[*rows], columns=[*columns], dtype=object)


def _by_source(
    coverage: pd.DataFrame, mark: str, keys: Sequence[str]
) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """Return a mark per source with its case (rows) and code (columns)."""
    cells = coverage.assign(mark=coverage[mark].astype(bool)).pivot_table(
        index=["source", "case"], columns="key", values="mark", aggfunc="any"
    )
    wide = cells.reindex(columns=list(dict.fromkeys(keys))).eq(True)
    return np.asarray(wide[[*keys]], dtype=bool)
