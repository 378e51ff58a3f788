"""Guessing who asks and who answers, and what kind of source a file is."""

import re
from collections.abc import Mapping, Sequence

from qualcode.model import Role, SourceKind
from qualcode.readers import labels
from qualcode.readers.header import role_in
from qualcode.readers.marks import fold, word_of

_FEWEST_QUESTIONS = 0.15
"""Share of asking turns below which a speaker is nobody's interviewer."""

_CO_HOST = 0.35
"""Share of asking turns from which a second speaker is an interviewer too: informants measured 0 to 0.26."""


def roles_of(said: Mapping[str, Sequence[str]], known: Mapping[str, Role | None]) -> dict[str, Role]:
    """Guess the role of each speaker.

    Words that name a role decide; then question and answer letters; then who asks most. ``P`` and ``I``
    decide nothing: either may be interviewer or informant, in Indonesian as in English.

    Parameters
    ----------
    said
        What each label said, turn by turn, in order of appearance.
    known
        Roles that a legend or a definition gives.
    """
    roles = _stated({label: known.get(label) for label in said})
    if Role.INTERVIEWER not in roles.values():
        asking = _who_asks({label: said[label] for label, role in roles.items() if role is None})
        roles |= dict.fromkeys(asking, Role.INTERVIEWER)
    return {label: role or Role.INFORMANT for label, role in roles.items()}


def guessed(known: Mapping[str, Role | None]) -> set[str]:
    """Return the labels whose role rests on who asks: no word, letter, legend or definition tells it.

    Examples
    --------
    >>> sorted(guessed({"Kiki": None, "Bu Ani": None})), guessed({"Peneliti": None, "Bu Ani": None})
    (['Bu Ani', 'Kiki'], set())
    """
    roles = _stated(known)
    return set() if Role.INTERVIEWER in roles.values() else {label for label in roles if roles[label] is None}


def _stated(known: Mapping[str, Role | None]) -> dict[str, Role | None]:
    """Return the roles that are given, or that the labels themselves tell."""
    words = {label: word_of(label) for label in known}
    roles = {label: role or role_in(label) for label, role in known.items()}
    for asks, answers in labels.PAIRS:
        if {asks, answers} <= set(words.values()):
            for label in known:
                pair = {asks: Role.INTERVIEWER, answers: Role.INFORMANT}
                roles[label] = roles[label] or pair.get(words[label])
    return roles


def _who_asks(said: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the speaker whose turns ask most, and those who ask about as much; never everybody."""
    marked = any("?" in turn for turns in said.values() for turn in turns)
    shares = {label: sum(_asks(turn, marked) for turn in turns) / len(turns) for label, turns in said.items()}
    weights = {label: shares[label] ** 2 * len(turns) for label, turns in said.items()}
    able = [label for label in said if shares[label] >= _FEWEST_QUESTIONS]
    if not able:
        return _who_says_less(said)
    most = max(able, key=lambda label: weights[label])
    limit = max(_CO_HOST, shares[most] / 2)
    others = [label for label in able if label != most and shares[label] >= limit]
    return [most, *others] if len(others) + 1 < len(said) else [most]


def _who_says_less(said: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the one of two speakers who clearly says less: machines transcribe without question marks."""
    amounts = sorted((sum(len(turn) for turn in turns), label) for label, turns in said.items())
    return [amounts[0][1]] if len(amounts) == 2 and amounts[0][0] * 2 < amounts[1][0] else []


def _asks(turn: str, marked: bool) -> float:
    """Return 1 for a turn that ends with a question, less for one that holds one."""
    if marked:
        return 1.0 if turn.rstrip(" \"”’')*_").endswith("?") else 0.5 * ("?" in turn)
    return float(fold(turn.split(maxsplit=1)[0].strip(",")) in labels.QUESTION_WORDS)


def kind_of(name: str, opening: str, roles: Sequence[Role]) -> SourceKind:
    """Guess the kind of a source from its file name, its first lines, and the roles of who speaks in it."""
    stem = re.sub(r"[_\s]+", " ", name.rsplit(".", 1)[0].casefold())
    guess = _first(labels.KIND_IN_NAME, stem) or _first(labels.KIND_IN_HEADING, opening.casefold())
    if guess in (None, SourceKind.INTERVIEW):
        crowd = roles.count(Role.INFORMANT) > 2 and Role.INTERVIEWER in roles
        return SourceKind.FOCUS_GROUP if crowd and guess is None else SourceKind.INTERVIEW
    return guess or SourceKind.INTERVIEW


def _first(patterns: Sequence[tuple[SourceKind, str]], text: str) -> SourceKind | None:
    return next((kind for kind, pattern in patterns if re.search(pattern, text)), None)
