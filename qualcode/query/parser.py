"""From the text of a query to what it is made of."""

from collections.abc import Callable
from difflib import get_close_matches

from qualcode.errors import QueryProblem
from qualcode.query.nodes import (
    And,
    Condition,
    Everything,
    How,
    Not,
    OfCode,
    Or,
    Query,
    Related,
    Where,
    is_condition,
    leaves,
)
from qualcode.query.tokens import Token, tokens
from qualcode.query.words import FIELDS, FLAGS, ORDERED, PROSE

DEEPEST = 60
"""How many brackets may stand in one another."""

_BY_SIZE = ("<", "<=", ">", ">=")
_COMPARING = ("=", "!=", *_BY_SIZE, "~")


def parse(text: str) -> Query:
    """Understand a query.

    Parameters
    ----------
    text
        Codes (``awareness``, with those below it; ``=awareness`` alone; ``stage:*`` a whole framework; ``*``
        everything), joined by ``AND``, ``OR``, ``NOT``, ``OVERLAPS``, ``WITHIN``, ``NEAR/3`` and brackets;
        then ``WHERE`` and conditions, such as ``kind = interview``. Conditions alone will do.

    Raises
    ------
    QueryProblem
        With the place of the fault, in code points.

    Examples
    --------
    >>> parse("stage:awareness dan strategy:* dengan jenis = interview")
    Where(part=And(parts=(OfCode(name='awareness', family='stage', alone=False, at=0), ...
    >>> str(parse("stage:awareness dan strategy:* dengan jenis = interview"))
    'stage:awareness AND strategy:* WHERE kind = interview'
    """
    if not text.strip():
        raise QueryProblem(
            "the query is empty", remedy="name a code, or write a condition such as `kind = interview`",
            text=text, position=0,
        )  # fmt: skip
    return _Parser(text).whole()


class _Parser:
    """Reads a query from left to right; each method reads what its name says and stops behind it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(tokens(text))
        self.place = self.depth = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.place]

    @property
    def after_next(self) -> Token:
        return self.tokens[min(self.place + 1, len(self.tokens) - 1)]

    def take(self) -> Token:
        token = self.next
        self.place += token.kind != "end"
        return token

    def fault(self, what: str, at: int, remedy: str = "", **values: str) -> QueryProblem:
        return QueryProblem(what, text=self.text, position=at, remedy=remedy, **values)

    def whole(self) -> Query:
        query = self.query()
        left = self.next
        if left.is_mark(")"):
            raise self.fault("no bracket was opened for this one", left.at)
        if left.kind != "end":
            raise self.fault(
                "{word} stands alone", left.at,
                "join it by AND or OR; names of several words need quotation marks", word=left.text,
            )  # fmt: skip
        return query

    def query(self) -> Query:
        part = Everything() if self.next.operator == "WHERE" else self.either()
        if self.next.operator != "WHERE":
            return part
        where = self.take()
        condition = self.either()
        if not is_condition(condition):
            stray = next(each for each in leaves(condition) if not isinstance(each, Condition))
            raise self.fault(
                "{word} is no condition", stray.at if isinstance(stray, OfCode) else where.end,
                "after WHERE stand conditions such as `kind = interview`; codes stand before it",
                word=str(stray),
            )  # fmt: skip
        return Where(part, condition)

    def either(self) -> Query:
        return self._joined(self.both, ("OR",), Or)

    def both(self) -> Query:
        return self._joined(self.denied, ("AND", "NOT"), And)

    def _joined(
        self, read: Callable[[], Query], between: tuple[str, ...], join: Callable[[tuple[Query, ...]], Query]
    ) -> Query:
        parts = [read()]
        while self.next.operator in between:
            if self.next.operator != "NOT":  # `a NOT b` is `a AND NOT b`
                self.take()
            parts.append(read())
        return parts[0] if len(parts) == 1 else join(tuple(parts))

    def denied(self) -> Query:
        if self.next.operator != "NOT":
            return self.related()
        self._go_down(self.take())
        part = self.denied()
        self.depth -= 1
        return Not(part)

    def related(self) -> Query:
        left = self.single()
        while self.next.operator in list(How):
            operator = self.take()
            how = How(operator.operator)
            turns = self._turns(operator) if how is How.NEAR else 0
            left = Related(left, how, self.single(), turns)
        return left

    def _turns(self, near: Token) -> int:
        number = near.text.partition("/")[2]
        if not (number.isascii() and number.isdecimal()) or len(number) > 6:
            raise self.fault("it does not say how near", near.at, "say within how many turns: NEAR/3")
        return int(number)

    def single(self) -> Query:
        token = self.next
        if token.is_mark("("):
            return self._bracketed()
        if token.is_mark("="):
            self.take()
            if self.next.kind in ("mark", "end"):
                raise self.fault("a code is missing", self.next.at)
            return self._code(alone=True)
        if token.kind in ("mark", "end") or token.operator:
            raise self.fault(
                "a code or a condition is missing", token.at,
                "codes with the name of an operator need quotation marks" if token.operator else "",
            )  # fmt: skip
        if self._begins_test():
            return self._test()
        if token.kind == "word" and token.text.casefold() in FLAGS:
            return Condition(FLAGS[self.take().text.casefold()], at=token.at)
        return self._code()

    def _bracketed(self) -> Query:
        opening = self.take()
        self._go_down(opening)
        query = self.query()
        if not self.next.is_mark(")"):
            if self.next.kind == "end":
                raise self.fault("the bracket is not closed", opening.at)
            return query  # what stands here is told by who looks for the end
        self.take()
        self.depth -= 1
        return query

    def _go_down(self, token: Token) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.fault("too much stands in brackets within brackets", token.at)

    def _code(self, *, alone: bool = False) -> Query:
        token = self.take()
        name = token.text
        if token.kind == "word" and name.endswith(":") and self._follows(token):
            name += self.take().text  # stage:"Hak untuk dibina"
        family, colon, bare = name.partition(":")
        if name == "*" and not alone:
            return Everything()
        if not (bare if colon else name).strip():
            raise self.fault("a code is missing", token.end, "write `stage:*` for a whole framework")
        return OfCode(bare, family, alone, token.at) if colon else OfCode(name, "", alone, token.at)

    def _follows(self, token: Token) -> bool:
        return self.next.kind == "quoted" and self.next.at == token.end

    def _begins_test(self) -> bool:
        behind = self.after_next
        if self.next.text.endswith(".") and behind.kind == "quoted" and behind.at == self.next.end:
            return True  # case."Jenis usaha"
        return self.next.kind == "word" and behind.is_mark(*_COMPARING)

    def _test(self) -> Query:
        token = self.take()
        name, dot, attribute = token.text.partition(".")
        if dot and not attribute and self._follows(token):
            attribute = self.take().text
        known = FIELDS.get(name.casefold(), "")
        if not known or (dot and (known not in ("case", "source") or not attribute)):
            raise self._no_field(token)
        operator = self.take()
        if not operator.is_mark(*_COMPARING):
            raise self.fault("a comparison is missing", operator.at, "write = or > and a value")
        alone = "=" if self.next.is_mark("=") and self.take() and known == "code" else ""
        values = [self._value()]
        while self.next.is_mark(","):
            self.take()
            values.append(self._value())
        self._check(known, operator, ordered=bool(attribute) or known in ORDERED, one=len(values) == 1)
        return Condition(
            known, operator.text, tuple(alone + value.text for value in values), attribute, token.at,
            tuple(value.inside for value in values),
        )  # fmt: skip

    def _value(self) -> Token:
        token = self.take()
        if token.kind in ("mark", "end") or token.operator:
            raise self.fault(
                "a value is missing", token.at, "values with marks or operators need quotation marks"
            )
        return token

    def _check(self, name: str, operator: Token, *, ordered: bool, one: bool) -> None:
        if operator.text == "~" and name not in PROSE:
            raise self.fault(
                "~ searches the words of {fields}", operator.at, "compare by =", fields=", ".join(PROSE)
            )
        if operator.text in _BY_SIZE and not ordered:
            raise self.fault(
                "only dates, turns and attributes are more or less", operator.at, "compare by = or !="
            )
        if operator.text in _BY_SIZE and not one:
            raise self.fault("several values are neither more nor less", operator.at, "name one")

    def _no_field(self, token: Token) -> QueryProblem:
        name = token.text.casefold()
        if name in FLAGS:
            return self.fault("{word} takes no value", token.at, "write `{word}`, or `NOT {word}`", word=name)
        near = get_close_matches(name.partition(".")[0], [*FIELDS, *FLAGS], n=2)
        remedy = "did you mean {near}?" if near else "conditions are about {fields}"
        fields = [*dict.fromkeys(FIELDS.values()), "case.ATTRIBUTE", "source.ATTRIBUTE"]
        return self.fault(
            "codings have no {word}", token.at, remedy, word=token.text, near=", ".join(near),
            fields=", ".join(fields),
        )  # fmt: skip
