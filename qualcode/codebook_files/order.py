"""The order of a merged list."""

from collections.abc import Sequence


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all of `ours` and `theirs` in one order.

    The order of `ours` leads where it differs from that of `base`, else that of `theirs`. What only the
    other side has stands right after what it follows there.

    Examples
    --------
    >>> merged_order("abc", "axbc", "cab")
    ['c', 'a', 'x', 'b']
    >>> merged_order("abc", "cab", "abyc")
    ['c', 'a', 'b', 'y']
    """
    common = set(base) & set(ours) & set(theirs)
    moved_here = [each for each in ours if each in common] != [each for each in base if each in common]
    lead, follow = (ours, theirs) if moved_here else (theirs, ours)
    order = list(lead)
    known = set(lead)
    for index, each in enumerate(follow):
        if each not in known:
            order.insert(order.index(follow[index - 1]) + 1 if index else 0, each)
            known.add(each)
    return order
