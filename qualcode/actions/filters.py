"""Which codings a table or summary is about."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from qualcode.actions.lookup import case_named, code_named, coder_named, source_named
from qualcode.actions.vocabulary import vocabulary_of
from qualcode.errors import UsageError
from qualcode.model import Coder, Guid, SourceKind
from qualcode.query import chosen, possible

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Names of what is wanted; empty means everything. A code brings the codes below it along.

    A single name may stand without a list around it.

    `where` is a query over codings (see `qualcode.query.parse`), which sees all of them: what it says of
    overlaps does not depend on what else is filtered out. `codings` are GUIDs of codings chosen one by one;
    they narrow a frame of codings alone.
    """

    codes: Sequence[str] = ()
    frameworks: Sequence[str] = ()
    cases: Sequence[str] = ()
    sources: Sequence[str] = ()
    kinds: Sequence[str] = ()
    coders: Sequence[str] = ()
    codings: Sequence[str] = ()
    where: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            names = getattr(self, field.name)
            if field.name != "where" and isinstance(names, str):  # else its letters would be the names
                object.__setattr__(self, field.name, (names,) if names else ())

    def apply(self, view: "View", rows: "pd.DataFrame") -> "pd.DataFrame":
        """Return the rows that are wanted, of a frame of codings or of coverage.

        Raises
        ------
        UsageError
            A name is not in the project: the nearest are offered. QueryProblem, where the query is at fault.
        """
        kept = rows
        if self.where:
            ask = chosen if "coding_id" in rows else possible
            kept = rows[ask(self.where, rows, vocabulary_of(view))]
        if self.codings and "coding_id" in kept:
            kept = kept[kept["coding_id"].isin(list(self.codings))]
        wanted = self.code_ids(view)
        if wanted is not None:
            kept = kept[kept["code_id"].isin(wanted)]
        for column, names in (
            ("case", [case_named(view, name).shown for name in self.cases]),
            ("source", [source_named(view, name).name for name in self.sources]),
            ("kind", [_kind(name) for name in self.kinds]),
            ("coder", [coder_named(view, name).handle for name in self.coders]),
        ):
            if names and column in kept:
                kept = kept[kept[column].isin(names)]
        return kept.reset_index(drop=True)

    def code_ids(self, view: "View") -> set[Guid] | None:
        """Return the codes that are wanted, None for all."""
        wanted = [self._by_code(view)] if self.codes else []
        wanted += [self._by_family(view)] if self.frameworks else []
        wanted += [self._by_query(view)] if self.where else []
        return set.intersection(*wanted) if wanted else None

    def readers(self, view: "View") -> Sequence[str] | None:
        """Return the handles of coders whose codings are wanted, so that theirs are the readings that count.

        None where everybody's are.
        """
        import pandas as pd

        handles = [coder.handle for coder in view.all(Coder)]
        asked = set(handles)
        if self.where:
            frame = pd.DataFrame({"coder": handles})
            asked = set(frame["coder"][possible(self.where, frame, vocabulary_of(view))])
        wanted = [name for name in handles if name in asked and (not self.coders or name in self.coders)]
        return None if wanted == handles else wanted

    def _by_code(self, view: "View") -> set[Guid]:
        codebook = view.codebook()
        found = [code_named(codebook, name) for name in self.codes]
        below = [each.id for code in found for each in (codebook.descendants(code) if codebook else ())]
        return {code.id for code in found} | set(below)

    def _by_family(self, view: "View") -> set[Guid]:
        codebook = view.codebook()
        families = {each.key: each.id for each in codebook.frameworks} if codebook else {}
        unknown = [name for name in self.frameworks if name not in families]
        if unknown or codebook is None:
            raise UsageError(
                "there is no framework {name!r}", remedy="the frameworks are {names}",
                name=", ".join(unknown), names=", ".join(families),
            )  # fmt: skip
        wanted = {families[name] for name in self.frameworks}
        return {code.id for code in codebook.codes if code.framework_id in wanted}

    def _by_query(self, view: "View") -> set[Guid]:
        """Return the codes that codings which the query asks for can have."""
        import pandas as pd

        vocabulary = vocabulary_of(view)
        codes = pd.DataFrame({"code_id": [code.id for code in vocabulary.codebook.codes]}, dtype="str")
        return set(codes["code_id"][possible(self.where, codes, vocabulary)])


def _kind(name: str) -> str:
    if name not in list(SourceKind):
        raise UsageError(
            "{kind!r} is no kind of source", remedy="the kinds are {kinds}", kind=name,
            kinds=", ".join(SourceKind),
        )  # fmt: skip
    return name
