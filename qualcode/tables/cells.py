"""Which codes of other frameworks go along with a theme's, case by case: stage x indicator x case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from qualcode.model import Code, Codebook, Guid
from qualcode.tables.cooccurrence import places_by_case
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


@dataclass(frozen=True)
class Together:
    """What goes together in each case, and what it means where nothing does; made by `together`.

    Attributes
    ----------
    cases
        In the order of the coverage.
    places
        Per pair of codes, places with both, by case.
    asked, read
        Per source and case (rows) and code (columns).
    """

    cases: tuple[str, ...]
    places: Mapping[tuple[Guid, Guid], Mapping[str, int]]
    asked: pd.DataFrame
    read: pd.DataFrame

    def counts(self, code: Code, other: Code) -> tuple[int, ...]:
        """Return per case how many places have both codes."""
        found = self.places.get((code.id, other.id), {})
        return tuple(found.get(case, 0) for case in self.cases)

    def states(self, code: Code, other: Code) -> tuple[State, ...]:
        """Return per case what the count means.

        `State.NOT_ASKED` where no source was asked about both codes, `State.NOTHING` where all that were
        are coded through for both, else `State.UNREAD`.
        """
        pair = [code.id, other.id]
        asked = self.asked[pair].all(axis=1)
        left = (asked & ~self.read[pair].all(axis=1)).groupby(level="case").any()
        ever = asked.groupby(level="case").any()
        return tuple(
            State.CODED if count
            else State.NOT_ASKED if not ever[case]
            else State.UNREAD if left[case]
            else State.NOTHING
            for case, count in zip(self.cases, self.counts(code, other), strict=True)
        )  # fmt: skip


def together(codings: pd.DataFrame, codebook: Codebook, coverage: pd.DataFrame) -> Together:
    """Find out what goes together in each case; sub-codes count with the codes above them.

    Parameters
    ----------
    codings, codebook, coverage
        As for `qualcode.tables.matrix`. What has no row in `coverage` is unread.
    """
    spoken = coverage[coverage["case"] != ""]
    cells = spoken.assign(
        asked=~spoken["not_asked"].astype(bool), read=spoken["read"].astype(bool)
    ).drop_duplicates(["source", "case", "code_id"])
    marks = cells.set_index(["source", "case", "code_id"])
    codes = [code.id for code in codebook.codes]
    asked, read = (
        marks[mark].unstack("code_id", fill_value=missing).reindex(columns=codes, fill_value=missing)
        for mark, missing in (("asked", True), ("read", False))
    )
    cases = tuple(dict.fromkeys(spoken["case"]))
    return Together(cases, places_by_case(codings, codebook), asked, read)


def companions(
    codes: Sequence[Code],
    codebook: Codebook,
    found: Together,
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
    found
        From `together`.
    notes
        The coders' summaries of cells; those on other cases, or other codes than these and their sub-codes,
        are left out.
    language
        Of names.
    """
    drawn = {code.id for code in codes}
    own = [code for code in codes if not any(above.id in drawn for above in codebook.ancestors(code))]
    rows: list[Companion] = []
    met: set[Guid] = set()
    for code in own:
        others = [each for each in codebook.children(None) if each.framework_id != code.framework_id]
        there = [other for other in others if any(found.counts(code, other))]
        met.update(other.id for other in there)
        along = [_row(code, other, found, language) for other in there]
        along.sort(key=lambda row: (-row.informants, -sum(row.places)))
        rows += [_row(code, code, found, language), *along]
    families = {code.framework_id for code in own}
    others = [code for code in codebook.children(None) if families - {code.framework_id}]
    return Companions(
        cases=found.cases,
        rows=tuple(rows),
        never=tuple(_name(code, language) for code in others if code.id not in met | drawn),
        notes=tuple(_notes(own, codebook, [note for note in notes if note.case in found.cases], language)),
    )


def _row(code: Code, other: Code, found: Together, language: str) -> Companion:
    return Companion(
        code=_name(other, language),
        along=other.id != code.id,
        places=found.counts(code, other),
        states=found.states(code, other),
    )


def _notes(
    own: Sequence[Code], codebook: Codebook, notes: Sequence[CellNote], language: str
) -> Iterator[tuple[str, CellNote]]:
    for code in own:
        for each in [code, *codebook.descendants(code)]:
            yield from ((_name(each, language), note) for note in notes if note.code_id == each.id)


def _name(code: Code, language: str) -> str:
    return code.name.get(language) or code.key
