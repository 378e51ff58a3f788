"""What pictures are made of: the frames of one study, filtered, with what was chosen of them."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypedDict

from qualcode.actions.codes import the_codebook
from qualcode.actions.exporting import NothingToShow, Outgoing
from qualcode.actions.filters import Filters
from qualcode.actions.lookup import source_named
from qualcode.actions.overview import coverage_frame
from qualcode.actions.summarising import summaries_of
from qualcode.actions.tabling import chosen_codings
from qualcode.actions.texts import counted_sources, text_of
from qualcode.errors import UsageError
from qualcode.exports.disguised import disguised
from qualcode.model import Case, Codebook, Framework, Source, SourceKind
from qualcode.store import View
from qualcode.tables.cooccurrence import Crossing, Within, cooccurrence, crossing
from qualcode.tables.frequencies import frequencies
from qualcode.tables.matrix import Matrix, matrix
from qualcode.tables.saturation import Saturation, saturation
from qualcode.tables.timeline import Timeline, Unit, timeline
from qualcode.tables.triangulation import Triangulation

if TYPE_CHECKING:
    import pandas as pd

SPOKEN = (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP)
"""Kinds of source that saturation is assessed over."""


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a picture is to show.

    Attributes
    ----------
    filters
        Which codings count.
    language
        Of names, words and numbers.
    top
        Only the topmost codes, with what is coded below them counted in; by default as suits the picture.
    source
        Of a timeline.
    unit
        Of a timeline: turns or minutes; by default minutes where the source has times.
    rows, columns
        Frameworks laid over each other; by default the first two.
    within
        What codes have to share to go together: words, or the turn they begin in.
    each_case
        Lay the frameworks over each other for each informant as well.
    base, run, threshold
        Of saturation, see `qualcode.tables.saturation`.
    """

    filters: Filters = field(default_factory=Filters)
    language: str = "id"
    top: bool | None = None
    source: str = ""
    unit: Unit | None = None
    rows: str = ""
    columns: str = ""
    within: Within = "words"
    each_case: bool = False
    base: int = 4
    run: int = 2
    threshold: float = 0.05


class Counting(TypedDict, total=False):
    """The fields of `Choices` by name, as the methods that count take them."""

    filters: Filters
    language: str
    top: bool | None
    unit: Unit | None
    rows: str
    columns: str
    within: Within
    each_case: bool
    base: int
    run: int
    threshold: float


class Choosing(Counting, total=False):
    """The fields of `Choices` by name, as charts take them."""

    source: str


class Material:
    """What pictures are made of, read from a view when it is first asked for."""

    def __init__(self, view: View, choices: Choices, outgoing: Outgoing | None = None) -> None:
        self.view = view
        self.choices = choices
        self.language = choices.language
        self.outgoing = outgoing
        codebook = the_codebook(view)
        self.codebook: Codebook = disguised(codebook, outgoing.disguise) if outgoing else codebook

    def at_the_top(self) -> "Material":
        """Return the same with topmost codes only, those below counted in."""
        return Material(self.view, replace(self.choices, top=True), self.outgoing)

    @cached_property
    def asked(self) -> "pd.DataFrame":
        """The codings frame as it is in the project."""
        return chosen_codings(self.view, self.choices.filters, self.language)

    @cached_property
    def codings(self) -> "pd.DataFrame":
        """The codings frame as it may be shown."""
        return self._shown(self.asked)

    @cached_property
    def coverage(self) -> "pd.DataFrame":
        """Which sources were read, and asked, for which codes, as it may be shown."""
        filters = self.choices.filters
        coverage = coverage_frame(self.view, the_codebook(self.view), coders=filters.readers(self.view))
        return self._shown(filters.apply(self.view, coverage))

    @cached_property
    def names(self) -> dict[str, str]:
        """What cases and sources are called in what is shown; two that would be alike are numbered."""
        real = [*(each.shown for each in self.view.all(Case)), *(each.name for each in self.view.all(Source))]
        known = dict.fromkeys(real)
        if self.outgoing is None:
            return {name: name for name in known}
        seen: Counter[str] = Counter()
        names = {}
        for name in known:
            shown = self.outgoing.disguise(name)
            seen[shown] += 1
            names[name] = shown if seen[shown] == 1 else f"{shown} ({seen[shown]})"
        return names

    def _shown(self, frame: "pd.DataFrame") -> "pd.DataFrame":
        if self.outgoing is None:
            return frame
        allowed, disguise = self.outgoing.counted(frame), self.outgoing.disguise
        columns = {name: allowed[name].replace(self.names) for name in ("case", "source")}
        columns["code"] = allowed["code"].replace({key: disguise(key) for key in allowed["code"].unique()})
        return allowed.assign(**columns)

    @property
    def cases(self) -> list[str]:
        """Who is among the codings, as shown."""
        return [name for name in dict.fromkeys(self.codings["case"]) if name]

    def keys(self, *, top: bool) -> list[str]:
        """Return the keys of the codes wanted, in codebook order."""
        wanted = self.choices.filters.code_ids(self.view)
        return [
            code.key
            for code in self.codebook.codes
            if (wanted is None or code.id in wanted) and not (top and code.parent_id)
        ]

    def top(self, usual: bool) -> bool:
        """Say whether only topmost codes are shown, where a picture usually does or not."""
        return usual if self.choices.top is None else self.choices.top

    def frequencies(self) -> "pd.DataFrame":
        """Return how many informants, sources and codings each code has."""
        top = self.top(False)
        found = frequencies(self.codings, self.codebook, language=self.language, roll_up=top)
        return found[found["code"].isin(self.keys(top=top))].reset_index(drop=True)

    def matrix(self) -> Matrix:
        """Return codes against cases; sources take their place where there is no case."""
        top = self.top(False)
        by: Literal["case", "source"] = "case" if self.coverage["case"].any() else "source"
        units = [name for name in dict.fromkeys(self.coverage[by]) if name]
        found = matrix(
            self.codings, self.codebook, units, self.coverage, by=by, language=self.language, roll_up=top
        )
        return found.only(self.keys(top=top))

    def crossings(self) -> dict[str, Crossing]:
        """Return two frameworks laid over each other: for the whole study, then for each case if wanted."""
        top = self.top(True)
        rows, columns = self._keys_of(*self.sides, top=top)
        cases = ["", *self.cases] if self.choices.each_case else [""]
        found = {}
        for case in cases:
            codings, coverage = (
                frame[frame["case"] == case] if case else frame for frame in (self.codings, self.coverage)
            )
            found[case] = crossing(
                codings, self.codebook, rows, columns, coverage, within=self.choices.within, roll_up=top
            )
        return found

    @property
    def sides(self) -> tuple[Framework, Framework]:
        """The two frameworks laid over each other.

        Raises
        ------
        UsageError
            There is no framework of that name, or only one.
        """
        known = {framework.key: framework for framework in self.codebook.frameworks}
        chosen = [name for name in (self.choices.rows, self.choices.columns) if name]
        unknown = [name for name in chosen if name not in known]
        if unknown:
            raise UsageError(
                "there is no framework {name!r}", remedy="the frameworks are {names}",
                name=", ".join(unknown), names=", ".join(known),
            )  # fmt: skip
        others = [name for name in known if name not in chosen]
        rows = self.choices.rows or next(iter(others), "")
        columns = self.choices.columns or next((name for name in others if name != rows), "")
        if not rows or not columns:
            raise UsageError(
                "it takes two frameworks to lay one over the other",
                remedy="add a second framework to the codebook, or see `qualcode chart cooccurrence`",
            )
        return known[rows], known[columns]

    def _keys_of(self, *sides: Framework, top: bool) -> list[list[str]]:
        """Return the keys of the codes of each framework."""
        keys = set(self.keys(top=top))
        return [
            [code.key for code in self.codebook.codes if code.framework_id == side.id and code.key in keys]
            for side in sides
        ]

    def pairs(self) -> "pd.DataFrame":
        """Return which codes go together, and how often."""
        top = self.top(False)
        found = cooccurrence(self.codings, self.codebook, within=self.choices.within, roll_up=top)
        keys = self.keys(top=top)
        return found[found["code"].isin(keys) & found["other"].isin(keys)].reset_index(drop=True)

    def timeline(self) -> Timeline:
        """Return the codings of the source chosen, along it.

        Raises
        ------
        UsageError
            No source is chosen, or it has no times to show minutes by.
        """
        if not self.choices.source:
            raise UsageError(
                "a timeline is of one source", remedy="say which, as in `qualcode chart timeline W1-zul`"
            )
        source = source_named(self.view, self.choices.source)
        turns = text_of(self.view, source).revision.turns
        codings = self.codings
        if self.top(False):
            codings = _at_the_top(codings, self.codebook)
        if self.outgoing and not self.outgoing.may_name(source.name):
            raise NothingToShow("nobody who may be told of speaks in {source}", source=source.name)
        name = self.names[source.name]
        found = timeline(codings, self.codebook, name, turns, unit=self.choices.unit)
        if self.choices.unit == "minutes" and found.unit != "minutes":
            raise UsageError(
                "{name} has no times", remedy="leave out the unit: places are then counted in turns",
                name=name,
            )  # fmt: skip
        return found

    def triangulations(self) -> list[Triangulation]:
        """Return every theme seen from every kind of source.

        Raises
        ------
        NothingToShow
            There is no theme.
        """
        found = summaries_of(
            self.view, self.codings, self.choices.filters,
            theme="", by="theme", language=self.language, most=0, outgoing=self.outgoing,
        )  # fmt: skip
        if not found:
            raise NothingToShow("there is no theme to draw", remedy="make one with `qualcode theme`")
        disguise = self.outgoing.disguise if self.outgoing else str
        seen = [each.triangulation for each in found if each.triangulation]
        return [replace(each, title=disguise(each.title)) for each in seen]

    def saturation(self) -> tuple[Saturation, list[str]]:
        """Return what each interview adds, and the names of those left out, not yet coded through."""
        kinds = self.choices.filters.kinds or SPOKEN
        names = set(self.coverage["source"])
        spoken = [
            self.names[source.name]
            for source in counted_sources(self.view)
            if source.kind in kinds and self.names[source.name] in names
        ]
        read = set(self.coverage["source"][self.coverage["read"].astype(bool)])
        found = saturation(
            self.codings, [name for name in spoken if name in read],
            base=self.choices.base, run=self.choices.run, threshold=self.choices.threshold,
        )  # fmt: skip
        return found, [name for name in spoken if name not in read]


def _at_the_top(codings: "pd.DataFrame", codebook: Codebook) -> "pd.DataFrame":
    """Return the codings, each under the topmost code above its own."""
    above = {code.key: [*codebook.ancestors(code), code][0].key for code in codebook.codes}
    return codings.assign(code=codings["code"].map(above))
