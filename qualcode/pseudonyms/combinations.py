"""Which attributes together tell a case from all the others."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

MOST = 3
"""Attributes that somebody is likely to know together."""

_YEARS = re.compile(r"\D*(\d{1,3})\D*")


@dataclass(frozen=True, slots=True)
class Telling:
    """Attributes that few cases share.

    Attributes
    ----------
    case
        Whose they are.
    attributes
        By name, as they are written.
    share
        Cases that have the same, this one among them.
    """

    case: str
    attributes: tuple[tuple[str, str], ...]
    share: int


def telling(cases: Mapping[str, Mapping[str, str]], *, few: int = 1, most: int = MOST) -> list[Telling]:
    """Return the combinations of attributes that no more than `few` cases share, the smallest ones only.

    Numbers, such as ages, count as the same within ten. A combination is left out where a part of it is as
    rare. With `few` 1 this finds the cases for which k, in the sense of k-anonymity (Sweeney 2002,
    doi 10.1142/S0218488502001648), is 1.

    Parameters
    ----------
    cases
        Attributes by case.
    few
        Cases that may share them.
    most
        Attributes together.

    Examples
    --------
    >>> people = {
    ...     "Zul": {"trade": "locksmith", "village": "Ilir"}, "Lina": {"trade": "cook", "village": "Ilir"},
    ...     "Tuti": {"trade": "cook", "village": "Ulu"}, "Ida": {"trade": "locksmith", "village": "Ulu"},
    ... }
    >>> [(each.case, each.attributes) for each in telling(people)][0]
    ('Zul', (('trade', 'locksmith'), ('village', 'Ilir')))
    """
    written = {
        name: {key.casefold(): text for key, text in each.items() if text} for name, each in cases.items()
    }
    people = {name: {key: _class(text) for key, text in each.items()} for name, each in written.items()}
    counts: Counter[tuple[tuple[str, str], ...]] = Counter(
        chosen for attributes in people.values() for chosen in _chosen(attributes, most)
    )
    found = []
    for name, attributes in people.items():
        rare: list[frozenset[tuple[str, str]]] = []
        for chosen in _chosen(attributes, most):
            if counts[chosen] <= few and not any(part <= set(chosen) for part in rare):
                rare.append(frozenset(chosen))
                shown = tuple((key, written[name][key]) for key, _ in chosen)
                found.append(Telling(name, shown, counts[chosen]))
    return found


def _chosen(attributes: Mapping[str, str], most: int) -> Iterable[tuple[tuple[str, str], ...]]:
    """Yield the combinations of attributes, small ones first."""
    for size in range(1, most + 1):
        yield from combinations(sorted(attributes.items()), size)


def _class(text: str) -> str:
    """Return what a value is compared by: small letters, and of a number its ten."""
    number = _YEARS.fullmatch(text)
    return f"{int(number[1]) // 10}0" if number else " ".join(text.casefold().split())
