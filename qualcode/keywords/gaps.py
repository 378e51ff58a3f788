"""What may stand between two words of a phrase."""

import re

_JOINING = re.compile("[\\s\u00ad\u200b-\u200d]+|[-\u2010\u2011./&@_+:]")


def joins(gap: str) -> bool:
    r"""Say whether a phrase may run over this gap: space of any kind, or one mark that makes a compound.

    A comma, a dash, a bracket end a phrase, as they do for the ear.

    Examples
    --------
    >>> joins(" \n\u00a0"), joins("/"), joins(", "), joins(" - ")
    (True, True, False, False)
    """
    return _JOINING.fullmatch(gap) is not None
