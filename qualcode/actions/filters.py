"""Which codings a table or summary is about."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from qualcode.actions.lookup import case_named, code_named, coder_named, source_named
from qualcode.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Names of what is wanted; empty means everything. A code brings the codes below it along."""

    codes: Sequence[str] = ()
    frameworks: Sequence[str] = ()
    cases: Sequence[str] = ()
    sources: Sequence[str] = ()
    kinds: Sequence[str] = ()
    coders: Sequence[str] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def apply(self, view: "View", codings: "pd.DataFrame") -> "pd.DataFrame":
        """Return the rows that are wanted.

        Raises
        ------
        UsageError
            A name is not in the project: the nearest are offered.
        """
        kept = codings
        if self.codes:
            kept = kept[kept["code_id"].isin(self._code_ids(view))]
        if self.frameworks:
            kept = kept[kept["code_id"].isin(self._family_ids(view))]
        for column, names in (
            ("case", [case_named(view, name).name for name in self.cases]),
            ("source", [source_named(view, name).name for name in self.sources]),
            ("kind", list(self.kinds)),
            ("coder", [coder_named(view, name).handle for name in self.coders]),
        ):
            if names:
                kept = kept[kept[column].isin(names)]
        return kept.reset_index(drop=True)

    def _code_ids(self, view: "View") -> set[str]:
        codebook = view.codebook()
        found = [code_named(codebook, name) for name in self.codes]
        below = [each.id for code in found for each in (codebook.descendants(code) if codebook else ())]
        return {code.id for code in found} | set(below)

    def _family_ids(self, view: "View") -> set[str]:
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
