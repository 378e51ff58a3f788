"""What the names in a query stand for in one study."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple

from qualcode.errors import QualcodeError, QueryProblem
from qualcode.model import Code, Codebook, Framework, Guid
from qualcode.query.nodes import OfCode
from qualcode.query.values import alike, folded


class Drawn(NamedTuple):
    """What a theme is drawn from: whole codes, those below them too, and codings chosen one by one."""

    code_ids: frozenset[Guid]
    coding_ids: frozenset[Guid]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What the names in a query stand for. What looks a name up raises a `QualcodeError` where there is none.

    Attributes
    ----------
    codebook
        Its codes and frameworks.
    code
        From a name, or ``framework:name``, to the code.
    named
        For ``case``, ``source``, ``coder`` and ``speaker``, from a name to that in the codings frame.
    theme
        From a name to what the theme is drawn from.
    attributes
        For ``case`` and ``source``, per name in the codings frame, the attributes.
    """

    codebook: Codebook
    code: Callable[[str], Code]
    named: Mapping[str, Callable[[str], str]]
    theme: Callable[[str], Drawn]
    attributes: Mapping[str, Mapping[str, Mapping[str, str]]]

    def code_ids(self, wanted: OfCode, text: str) -> set[Guid]:
        """Return the codes that a part of the query `text` asks for.

        Raises
        ------
        QueryProblem
            There is none of that name.
        """
        codebook = self.codebook
        family = self._framework(wanted, text) if wanted.family else None
        pool = [code for code in codebook.codes if family is None or code.framework_id == family.id]
        if "*" in wanted.name:
            found = [code for code in pool if alike(code.key, wanted.name)]
        else:
            with located(text, wanted.at):
                found = [self._code(wanted, family)]
        if not found:
            raise QueryProblem(
                "no code is like {name}", remedy="see `qualcode codebook show`",
                text=text, position=wanted.at, name=wanted.name,
            )  # fmt: skip
        below = [] if wanted.alone else [each for code in found for each in codebook.descendants(code)]
        return {code.id for code in (*found, *below)}

    def _code(self, wanted: OfCode, family: Framework | None) -> Code:
        try:
            return self.code(f"{family.key}:{wanted.name}" if family else wanted.name)
        except QualcodeError:
            if family is None and (whole := self._frameworks().get(folded(wanted.name))):
                raise QualcodeError(
                    "{name} is a framework", remedy="write {key}:* for all its codes",
                    name=wanted.name, key=whole.key,
                ) from None  # fmt: skip
            raise

    def _framework(self, wanted: OfCode, text: str) -> Framework:
        known = self._frameworks()
        if framework := known.get(folded(wanted.family)):
            return framework
        near = get_close_matches(folded(wanted.family), list(known), n=1)
        raise QueryProblem(
            "there is no framework {name!r}",
            remedy="did you mean {near}?" if near else "the frameworks are {names}",
            text=text, position=wanted.at, name=wanted.family,
            near=", ".join(known[each].key for each in near),
            names=", ".join(each.key for each in self.codebook.frameworks),
        )  # fmt: skip

    def _frameworks(self) -> dict[str, Framework]:
        """Return the frameworks by key and by name in every language."""
        frameworks = self.codebook.frameworks
        named = {folded(name): each for each in frameworks for _, name in each.name.items}
        return named | {folded(each.key): each for each in frameworks}


@contextmanager
def located(text: str, at: int) -> Iterator[None]:
    """Let an error say where in the query `text` it arose.

    Raises
    ------
    QueryProblem
        In place of any other error of ours.
    """
    try:
        yield
    except QueryProblem:
        raise
    except QualcodeError as error:
        values: dict[str, Any] = {
            name: value for name, value in error.values.items() if name not in ("text", "position")
        }
        raise QueryProblem(error.what, remedy=error.remedy, text=text, position=at, **values) from error
