"""Which codes of other frameworks go along with a theme's, case by case: stage x indicator x case."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from qualcode.model import Code, Codebook, Guid
from qualcode.tables.cooccurrence import Crossing, crossing
from qualcode.tables.matrix import State


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNote:
    """What a coder wrote on a case and a code: their summary of the cell."""

    case: str
    code_id: Guid
    text: str
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """A code of the theme, or one of another framework that goes along with it.

    Attributes
    ----------
    code
        Its name.
    along
        It goes along with the code above; else it is the theme's own.
    places
        Per case, stretches of text that have the code, or both codes.
    states
        Per case, what a count of 0 means.
    """

    code: str
    along: bool
    places: tuple[int, ...]
    states: tuple[State, ...]

    @property
    def informants(self) -> int:
        """How many cases it is found in."""
        return sum(count > 0 for count in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Companions:
    """What goes along with the codes of a theme.

    Attributes
    ----------
    cases
        In the order of the counts.
    rows
        Each code of the theme, followed by those that go along with it, most informants first.
    never
        Names of the topmost codes of other frameworks that go along with none of them.
    notes
        The coders' summaries of cells, and which code each is on, by name.
    """

    cases: tuple[str, ...] = ()
    rows: tuple[Companion, ...] = ()
    never: tuple[str, ...] = ()
    notes: tuple[tuple[str, CellNote], ...] = ()


def by_case(codings: pd.DataFrame, codebook: Codebook, coverage: pd.DataFrame) -> dict[str, Crossing]:
    """Lay all codes over all codes, per case; sub-codes count with the codes above them.

    Parameters
    ----------
    codings, codebook, coverage
        As for `qualcode.tables.matrix`.
    """
    keys = [code.key for code in codebook.codes]
    cases = [case for case in dict.fromkeys(coverage["case"]) if case]
    said, read = (dict(list(frame.groupby("case"))) for frame in (codings, coverage))
    return {
        case: crossing(said.get(case, codings.iloc[:0]), codebook, keys, keys, read[case]) for case in cases
    }


def companions(
    codes: Sequence[Code],
    codebook: Codebook,
    crossed: Mapping[str, Crossing],
    *,
    notes: Sequence[CellNote] = (),
    language: str = "en",
) -> Companions:
    """Find what goes along with the codes of a theme.

    Parameters
    ----------
    codes
        The theme's; those below another of them count with it.
    codebook
        All codes, in order.
    crossed
        From `by_case`.
    notes
        The coders' summaries of cells; those on other cases, or other codes than these and their sub-codes,
        are left out.
    language
        Of names.
    """
    drawn = {code.id for code in codes}
    own = [code for code in codes if not any(above.id in drawn for above in codebook.ancestors(code))]
    rows: list[Companion] = []
    found: set[Guid] = set()
    for code in own:
        along = [
            (other.id, _row(code, other, crossed, language))
            for other in codebook.children(None)
            if other.framework_id != code.framework_id
        ]
        there = [(other_id, row) for other_id, row in along if row.informants]
        found.update(other_id for other_id, _ in there)
        there.sort(key=lambda each: (-each[1].informants, -sum(each[1].places)))
        rows += [_row(code, code, crossed, language), *(row for _, row in there)]
    families = {code.framework_id for code in own}
    others = [code for code in codebook.children(None) if families - {code.framework_id}]
    return Companions(
        cases=tuple(crossed),
        rows=tuple(rows),
        never=tuple(_name(code, language) for code in others if code.id not in found | drawn),
        notes=tuple(_notes(own, codebook, [note for note in notes if note.case in crossed], language)),
    )


def _row(code: Code, other: Code, crossed: Mapping[str, Crossing], language: str) -> Companion:
    def cells(part: Callable[[Crossing], pd.DataFrame]) -> list[Any]:
        return [part(each).at[code.key, other.key] for each in crossed.values()]

    return Companion(
        code=_name(other, language),
        along=other.id != code.id,
        places=tuple(map(int, cells(lambda each: each.places))),
        states=tuple(map(State, cells(lambda each: each.states))),
    )


def _notes(
    own: Sequence[Code], codebook: Codebook, notes: Sequence[CellNote], language: str
) -> Iterator[tuple[str, CellNote]]:
    for code in own:
        for each in [code, *codebook.descendants(code)]:
            yield from ((_name(each, language), note) for note in notes if note.code_id == each.id)


def _name(code: Code, language: str) -> str:
    return code.name.get(language) or code.key
