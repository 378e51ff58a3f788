"""In which order suggestions are best looked at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

import numpy as np

from qualcode.model import Guid, Suggestion

ORDERS = ("reading", "uncertain", "likely", "diverse")

SPREAD = 200
"""Suggestions that are chosen one after the other for being unlike those before; the rest follow by doubt."""


def ordered(
    suggestions: Sequence[Suggestion], order: str, *, words: Mapping[Guid, str], seed: int = 0
) -> list[Suggestion]:
    """Return suggestions, given in reading order, in another.

    Parameters
    ----------
    suggestions
        What waits.
    order
        ``"reading"``: as they come; ``"likely"``: the likeliest first; ``"uncertain"``: those on which a
        decision teaches most, nearest to even odds, one code after the other so that no code comes in a row;
        ``"diverse"``: each unlike those before it in its words, the doubtful before the sure.
    words
        The words of each passage, by the suggestion's id.
    seed
        Of what chance decides between equals: the same seed, the same order.
    """
    chance = Random(seed)
    tie = {each.id: chance.random() for each in suggestions}
    if order == "likely":
        return sorted(suggestions, key=lambda each: (-each.score, tie[each.id]))
    if order == "uncertain":
        return _in_turn(sorted(suggestions, key=lambda each: (_sureness(each), tie[each.id])))
    if order == "diverse":
        return _spread(sorted(suggestions, key=lambda each: (_sureness(each), tie[each.id])), words)
    return list(suggestions)


def _sureness(suggestion: Suggestion) -> float:
    """Return how far a score is from even odds, 0 to 0.5."""
    return round(abs(suggestion.score - 0.5), 4)


def _in_turn(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Take one suggestion of each code in turn."""
    seen: dict[Guid, int] = defaultdict(int)
    turns = []
    for place, each in enumerate(suggestions):
        turns.append((seen[each.code_id], place))
        seen[each.code_id] += 1
    return [suggestions[place] for _, place in sorted(turns)]


def _spread(suggestions: Sequence[Suggestion], words: Mapping[Guid, str]) -> list[Suggestion]:
    """Choose each next one for being least like those chosen, weighed by doubt (farthest first)."""
    from qualcode.suggest.words import count

    if len(suggestions) < 3:
        return list(suggestions)
    rows = count([words[each.id] for each in suggestions]).weighted(np.ones(len(suggestions), dtype=bool))
    doubt = 1 - np.array([_sureness(each) for each in suggestions])
    nearest = np.zeros(len(suggestions))
    chosen: list[int] = []
    left = np.ones(len(suggestions), dtype=bool)
    for _ in range(min(SPREAD, len(suggestions))):
        worth = np.where(left, doubt * (1 - nearest), -1.0)
        place = int(worth.argmax())
        chosen.append(place)
        left[place] = False
        like = np.asarray((rows @ rows[[place]].T).toarray()).ravel() / 2  # two blocks, each of length 1
        nearest = np.maximum(nearest, like)
    return [suggestions[place] for place in [*chosen, *np.flatnonzero(left).tolist()]]
