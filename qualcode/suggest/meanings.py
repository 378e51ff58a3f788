"""What a code means, as texts that passages can be compared with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qualcode.model import Code, LocalText
from qualcode.suggest.arrays import Floats
from qualcode.suggest.steps import OnStep, no_steps
from qualcode.suggest.vectors import Vectors

AGAINST = 0.5
"""How much likeness to what a code excludes takes away, where that is the greater."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The texts that say what a code is, and what it is not, in every language of the codebook."""

    belongs: tuple[str, ...]
    excluded: tuple[str, ...] = ()


def meaning_of(code: Code) -> Meaning:
    """Return name with definition, inclusion and examples of a code, and its exclusion.

    Examples
    --------
    >>> name, exclude = LocalText.of("Modal"), LocalText.of("hutang")
    >>> code = Code(id="1", key="capital", framework_id="f", name=name, exclude=exclude)
    >>> meaning_of(code)
    Meaning(belongs=('Modal',), excluded=('hutang',))
    """
    names = dict(code.name.items)
    defined = dict(code.definition.items)
    heads = [
        ". ".join(part for part in (names.get(language, ""), defined.get(language, "")) if part)
        for language in dict.fromkeys([*names, *defined])
    ]
    examples = [text for _language, text in code.examples]
    belongs = [*heads, *_texts(code.include), *examples]
    return Meaning(tuple(dict.fromkeys(filter(None, belongs))) or (code.key,), tuple(_texts(code.exclude)))


def _texts(local: LocalText) -> list[str]:
    return [text for _language, text in local.items if text]


def likeness(
    passages: Floats,
    meanings: Sequence[Meaning],
    vectors: Vectors,
    *,
    on_step: OnStep = no_steps,
) -> Floats:
    """Return how like each passage is to each code, passages x codes.

    Of a code's texts, the one most like the passage counts: an example, its definition in one language.

    Parameters
    ----------
    passages
        Vectors of the passages.
    meanings
        Of the codes.
    vectors
        The model that made them.
    on_step
        Called as texts are embedded.
    """
    texts = list(dict.fromkeys(text for each in meanings for text in (*each.belongs, *each.excluded)))
    rows = dict(zip(texts, vectors.of(texts, on_step=on_step), strict=True))
    columns = []
    for each in meanings:
        like = (passages @ np.stack([rows[text] for text in each.belongs]).T).max(axis=1)
        if each.excluded:
            unlike = (passages @ np.stack([rows[text] for text in each.excluded]).T).max(axis=1)
            like = like - AGAINST * np.maximum(0.0, unlike - like)
        columns.append(like)
    return np.column_stack(columns)
