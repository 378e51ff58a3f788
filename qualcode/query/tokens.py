"""From the text of a query to its tokens, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.errors import QueryProblem
from qualcode.query.words import OPERATORS, WORD

_TOKENS = re.compile(
    rf"""\s*(?:
      (?P<mark>[()=~,] | [<>]=? | != | [≠≤≥])
    | "(?P<double>(?:[^"]|"")*)" | '(?P<single>(?:[^']|'')*)' | “(?P<curly>[^”]*)” | ‘(?P<curled>[^’]*)’
    | (?P<word>{WORD})
    )""",
    re.VERBOSE,
)
_SAME = {"≠": "!=", "≤": "<=", "≥": ">="}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or words in quotation marks.

    Attributes
    ----------
    text
        The word, the mark, or what stands between the quotation marks.
    at, end
        Its place in the query, in code points, half-open.
    kind
        ``"word"``, ``"mark"``, ``"quoted"``, or ``"end"`` for what stands after the last.
    """

    text: str
    at: int
    end: int
    kind: str

    @property
    def inside(self) -> int:
        """Where its text begins: behind the quotation mark, where it has one."""
        return self.at + (self.kind == "quoted")

    @property
    def operator(self) -> str:
        """The operator that the word is, in English; empty for any other."""
        if self.kind != "word":
            return ""
        name, slash, _ = self.text.casefold().partition("/")
        found = OPERATORS.get(name, "")
        return found if not slash or found == "NEAR" else ""

    def is_mark(self, *marks: str) -> bool:
        """Say whether it is one of these marks."""
        return self.kind == "mark" and self.text in marks


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query, and one after the last.

    Raises
    ------
    QueryProblem
        A quotation mark is not closed, or a mark stands alone that means nothing.
    """
    at = 0
    while text[at:].strip():
        found = _TOKENS.match(text, at)
        if found is None:
            raise _fault(text, at + len(text[at:]) - len(text[at:].lstrip()))
        kind = found.lastgroup or ""
        said, start = found[kind], found.end() - len(found[0].lstrip())
        at = found.end()
        if kind in ("double", "single"):
            mark = text[start]
            said = said.replace(mark * 2, mark)
        if kind == "mark":
            said = _SAME.get(said, said)
        yield Token(said, start, at, kind if kind in ("mark", "word") else "quoted")
    yield Token("", len(text.rstrip()), len(text), "end")


def _fault(text: str, at: int) -> QueryProblem:
    if text[at] in "\"'“‘":
        return QueryProblem("the quotation mark is not closed", text=text, position=at)
    return QueryProblem(
        "{mark} means nothing here", remedy="put names with marks of their own into quotation marks",
        text=text, position=at, mark=text[at],
    )  # fmt: skip
