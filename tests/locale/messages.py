"""Finds the messages that a translation has to cover, by reading the code."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

from qualcode import errors

ERRORS = {
    name for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, Exception)
}


def messages_in(package: Path) -> set[str]:
    """The templates of errors: literals given as `what` and `remedy` to any QualcodeError under `package`."""
    return {
        message
        for call in _calls(package)
        if _name(call) in ERRORS
        for part in [
            *call.args[:1],
            *(word.value for word in call.keywords if word.arg in ("what", "remedy")),
        ]
        for message in _literals(part)
    }


def words_in(package: Path) -> set[str]:
    """The literals handed to a translator, which is called ``tr`` everywhere."""
    translated = (call for call in _calls(package) if _name(call) == "tr")
    return {message for call in translated for part in call.args for message in _literals(part)}


def _calls(package: Path) -> Iterator[ast.Call]:
    for path in sorted(package.rglob("*.py")):
        yield from (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _literals(part: ast.expr) -> Iterator[str]:
    """A literal, or both of ``a if x else b``; empty ones need no translation."""
    if isinstance(part, ast.IfExp):
        yield from (*_literals(part.body), *_literals(part.orelse))
    elif isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
        yield part.value
