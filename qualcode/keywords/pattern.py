"""The keyword language: from a keyword as a person writes it to what is looked for."""

import re
from dataclasses import dataclass
from enum import StrEnum

from qualcode.errors import KeywordSyntaxError
from qualcode.lang.analyser import WORDS
from qualcode.model import ANY

_NEAR = re.compile(r"~\s*(\d*)")
_STARRED = re.compile(r"\*(?=\s|\Z)")


class Match(StrEnum):
    """How one word of a keyword is matched."""

    FORM = "form"
    EXACT = "exact"
    PREFIX = "prefix"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a keyword, as written, and how it is matched.

    A `Match.FORM` stands for its whole word family where it is a root (``latih``: latihan, dilatih), else
    for the word itself in all its spellings. A `Match.EXACT` with a capital is matched with that case.
    """

    word: str
    match: Match = Match.FORM


@dataclass(frozen=True, slots=True)
class Pattern:
    """A keyword, understood.

    Attributes
    ----------
    keyword
        As written.
    language
        Whose word families count; `ANY` for those of the text.
    phrases
        One phrase, or the two that stand near each other.
    within
        Most words between the two, in either order, in one sentence.
    regex
        Set for a regular expression, and then alone.
    """

    keyword: str
    language: str = ANY
    phrases: tuple[tuple[Term, ...], ...] = ()
    within: int = 0
    regex: re.Pattern[str] | None = None


def parse(keyword: str, *, language: str = ANY) -> Pattern:
    """Understand a keyword.

    Parameters
    ----------
    keyword
        ``latih`` (a root finds its whole family), ``pemasaran`` (a derived word finds itself with clitics,
        repetition and colloquial spellings), ``media sosial`` (a phrase, word by word), ``=media sosial``
        (exactly these words), ``=DANA`` (capitals as written), ``promosi*`` (beginning),
        ``tidak tahu ~3 pelatihan`` (at most three words between, either order, one sentence),
        ``/regex/`` (any case; on the text as it stands).
    language
        The language of its words; that of the text if not given.

    Raises
    ------
    KeywordSyntaxError
        With the position of the fault, in code points.

    Examples
    --------
    >>> parse("tidak tahu ~3 promosi*").phrases[1]
    (Term(word='promosi', match=<Match.PREFIX: 'prefix'>),)
    """
    if keyword.strip().startswith("/"):
        return Pattern(keyword, language, regex=_regex(keyword))
    body = len(keyword) - len(keyword.lstrip())
    exact = keyword.startswith("=", body)
    body += exact
    near = list(_NEAR.finditer(keyword, body))
    if not near:
        return Pattern(keyword, language, (_phrase(keyword, body, len(keyword), exact=exact),))
    if len(near) > 1:
        raise _fault("only one ~ can stand in a keyword", near[1].start())
    if not near[0][1] or int(near[0][1]) == 0:
        raise _fault("a number of words must follow the ~", near[0].start(), "write `latih ~3 gratis`")
    sides = ((body, near[0].start()), (near[0].end(), len(keyword)))
    phrases = tuple(_phrase(keyword, start, end, exact=exact) for start, end in sides)
    return Pattern(keyword, language, phrases, within=int(near[0][1]))


def _phrase(keyword: str, start: int, end: int, *, exact: bool) -> tuple[Term, ...]:
    terms: list[Term] = []
    starred = {match.start() for match in _STARRED.finditer(keyword, start, end)}
    for match in WORDS.finditer(keyword, start, end):
        if match.end() in starred:
            starred.remove(match.end())
            if exact:
                raise _fault("a keyword is either exact (=) or a beginning (*)", match.end())
            terms.append(Term(match[0], Match.PREFIX))
        else:
            terms.append(Term(match[0], Match.EXACT if exact else Match.FORM))
    if not terms:
        raise _fault("a word is missing", start)
    stray = keyword.find("*", start, end)
    while stray >= 0 and keyword[stray - 1 : stray].isalnum() and _STARRED.match(keyword, stray):
        stray = keyword.find("*", stray + 1, end)
    if stray >= 0:
        raise _fault("a * can only end a word", stray, "write `promosi*`, or a /regex/")
    return tuple(terms)


def _regex(keyword: str) -> re.Pattern[str]:
    written = keyword.strip()
    start = keyword.index("/") + 1
    if len(written) < 2 or not written.endswith("/"):
        raise _fault("a regular expression must end with a /", len(keyword.rstrip()))
    if len(written) == 2:
        raise _fault("the regular expression is empty", start)
    try:
        return re.compile(written[1:-1], re.IGNORECASE)
    except re.error as error:
        at = start + (error.pos or 0)
        raise KeywordSyntaxError(
            "not a regular expression: {reason}", position=at, reason=error.msg
        ) from None


def _fault(what: str, position: int, remedy: str = "") -> KeywordSyntaxError:
    return KeywordSyntaxError(what, position=position, remedy=remedy)
