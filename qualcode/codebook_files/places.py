"""Codes in their places: depth first, positions counted, no code above itself."""

from collections.abc import Iterable
from dataclasses import replace

from qualcode.errors import CodebookProblem
from qualcode.model import Code, Codebook, Guid


def arranged(codebook: Codebook, codes: Iterable[Code]) -> Codebook:
    """Return `codebook` with `codes` instead of its own, depth first.

    Siblings keep the order in which they are given, top codes that of their frameworks. Positions are
    counted anew and every code gets the framework of the code above it.

    Raises
    ------
    CodebookProblem
        Two codes have one id or one GUID, a code is above itself, or its parent or framework is missing.
    """
    given = list(codes)
    _refuse_twice([code.key for code in given])
    _refuse_twice([code.id for code in given])
    below: dict[Guid | None, list[Code]] = {}
    for code in given:
        below.setdefault(code.parent_id, []).append(code)
    placed: list[Code] = []
    for framework in codebook.frameworks:
        tops = [code for code in below.get(None, []) if code.framework_id == framework.id]
        _place(placed, tops, framework.id, below)
    left = {code.id for code in given} - {code.id for code in placed}
    if left:
        lost = ", ".join(code.key for code in given if code.id in left)
        raise CodebookProblem("{keys} would be above themselves or nowhere", remedy="move them", keys=lost)
    return replace(codebook, codes=tuple(placed))


def _place(
    placed: list[Code], siblings: list[Code], framework_id: Guid, below: dict[Guid | None, list[Code]]
) -> None:
    for position, code in enumerate(siblings):
        placed.append(replace(code, position=position, framework_id=framework_id))
        _place(placed, below.get(code.id, []), framework_id, below)


def _refuse_twice(names: list[str]) -> None:
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise CodebookProblem("there are two codes {key!r}", remedy="give one another id", key=twice)
