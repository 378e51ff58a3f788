"""Codes along an axis: family by family, in codebook order, those below set in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from qualcode.charts.look import RAMP
from qualcode.charts.words import WRAP, breadth, wrapped
from qualcode.model import Code, Codebook

INDENT = "\u200b\u2003"
"""What sets a sub-code in, once per code above it; Vega would trim a line that begins with a space."""


@dataclass(frozen=True, slots=True)
class Family:
    """The codes of one framework that a picture shows.

    Attributes
    ----------
    name
        Of the framework.
    keys
        Of its codes, in codebook order.
    labels
        Per key the lines of its name.
    colors
        Per key its colour in the codebook, else that of the nearest code above that has one, else ours.
    """

    name: str
    keys: tuple[str, ...]
    labels: dict[str, list[str]]
    colors: dict[str, str]


def families(
    codebook: Codebook, keys: Collection[str], *, language: str, parents: bool = False
) -> list[Family]:
    """Return the codes wanted, by framework; a framework without any is left out.

    With `parents`, a sub-code that stands without the code above it says that one's name as well.
    """
    found: list[Family] = []
    for framework in codebook.frameworks:
        codes = [code for code in codebook.codes if code.framework_id == framework.id and code.key in keys]
        if codes:
            found.append(
                Family(
                    name=framework.name.get(language) or framework.key,
                    keys=tuple(code.key for code in codes),
                    labels={
                        code.key: _label(codebook, code, keys, language, parents=parents) for code in codes
                    },
                    colors={code.key: _color(codebook, code) for code in codes},
                )
            )
    return found


def breadth_of(parts: Iterable[Family]) -> float:
    """Return how broad the labels of some families are, so that all can have the same room."""
    lines = (line for part in parts for label in part.labels.values() for line in label)
    return max(map(breadth, lines), default=0.0)


def short_name(codebook: Codebook, key: str, language: str) -> str:
    """Return a code's own name, without those above it."""
    code = codebook.find(key)
    return (code.name.get(language) if code else "") or key


def _label(
    codebook: Codebook, code: Code, shown: Collection[str], language: str, *, parents: bool
) -> list[str]:
    above = codebook.ancestors(code)
    depth = sum(each.key in shown for each in above)
    name = code.name.get(language) or code.key
    if parents and above and above[-1].key not in shown:
        name += f" ({above[-1].name.get(language) or above[-1].key})"
    lines = wrapped(name, WRAP - 2 * depth)
    return [INDENT * depth + line for line in lines]


def _color(codebook: Codebook, code: Code) -> str:
    chain = [code, *reversed(codebook.ancestors(code))]
    return next((each.color for each in chain if each.color), RAMP[3])
