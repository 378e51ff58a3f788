"""Finds the messages that a translation has to cover, by reading the code."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from qualcode import errors

_Node = TypeVar("_Node", bound=ast.AST)

MAKERS = {"fault", "warning", "Fault", "Note"}
"""What makes a template besides errors: faults of a codebook file, notes on a file that was read."""


def messages_in(package: Path) -> set[str]:
    """The templates of errors, faults and notes under `package`: what went wrong, and the remedy."""
    errors_there = _errors_in(package)
    calls = [*_nodes(package, ast.Call)]
    parts = [part for call in calls if _name(call) in errors_there for part in call.args[:1]]
    parts += [part for call in calls if _name(call) in MAKERS for part in call.args]
    parts += [word.value for call in calls for word in call.keywords if word.arg in ("what", "remedy")]
    parts += [given.value for given in _nodes(package, ast.Assign) if _targets(given) & {"what", "remedy"}]
    return {message for part in parts for message in _literals(part)}


def words_in(package: Path, *translators: str) -> set[str]:
    """The literals handed first to a translator: ``tr``, or what prints in the user's language."""
    calls = (call for call in _nodes(package, ast.Call) if _name(call) in ("tr", *translators))
    return {message for call in calls for part in call.args[:1] for message in _literals(part)}


def _errors_in(package: Path) -> set[str]:
    """The names of the errors there are: those of `qualcode.errors`, and what is derived from them."""
    names = {
        name for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, Exception)
    }
    derived = (
        kind.name for kind in _nodes(package, ast.ClassDef) if {_dotted(base) for base in kind.bases} & names
    )
    return names | set(derived)


def _nodes(package: Path, kind: type[_Node]) -> Iterator[_Node]:
    return (node for node in _all_nodes(package) if isinstance(node, kind))


@cache
def _all_nodes(package: Path) -> list[ast.AST]:
    return [node for path in sorted(package.rglob("*.py")) for node in ast.walk(ast.parse(path.read_text()))]


def _targets(assignment: ast.Assign) -> set[str]:
    return {target.id for target in assignment.targets if isinstance(target, ast.Name)}


def _name(call: ast.Call) -> str:
    return _dotted(call.func)


def _dotted(expression: ast.expr) -> str:
    return expression.id if isinstance(expression, ast.Name) else getattr(expression, "attr", "")


def _literals(part: ast.expr) -> Iterator[str]:
    """A literal, or both of ``a if x else b``; empty ones need no translation."""
    if isinstance(part, ast.IfExp):
        yield from (*_literals(part.body), *_literals(part.orelse))
    elif isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
        yield part.value
