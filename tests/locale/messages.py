"""Finds the messages that a translation has to cover, by reading the code."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import click

from qualcode import errors

_Node = TypeVar("_Node", bound=ast.AST)

SPEAKERS = {"tr", "translator", "say", "warn", "progress", "agreed", "confirmed"}
"""What puts its first argument into the user's language."""

MAKERS = {"fault", "warning", "Fault", "Note"}
"""What makes a template besides errors: faults of a codebook file, notes on a file that was read."""


def messages_in(package: Path) -> set[str]:
    """The templates of errors, faults and notes under `package`: what went wrong, and the remedy."""
    errors_there = _errors_in(package)
    makers = MAKERS | _makers_in(package, errors_there)
    calls = [*_nodes(package, ast.Call)]
    parts = [part for call in calls if _name(call) in errors_there for part in call.args[:1]]
    parts += [part for call in calls if _name(call) in makers for part in call.args]
    parts += [word.value for call in calls for word in call.keywords if word.arg in ("what", "remedy")]
    parts += [
        given.value
        for given in _nodes(package, ast.Assign)
        if _targets(given) & {"what", "remedy", "template"}
    ]
    return {message for part in parts for message in _literals(part)}


def words_in(package: Path, *translators: str) -> set[str]:
    """The literals handed first to a translator: ``tr``, or what prints in the user's language."""
    calls = (call for call in _nodes(package, ast.Call) if _name(call) in ("tr", "translator", *translators))
    return {message for call in calls for part in call.args[:1] for message in _literals(part)}


def spoken_in(package: Path) -> set[str]:
    """What commands say: sentences, questions, titles of tables, keys of screens and what they lead to."""
    calls = [*_nodes(package, ast.Call)]
    parts = [part for call in calls if _name(call) in SPEAKERS for part in call.args[:1]]
    parts += [part for call in calls if _name(call) == "counted" for part in call.args[:2]]
    parts += [part for call in calls if _name(call) == "print_table" for part in _items(call.args[0])]
    parts += [part for call in calls if _name(call) == "Choice" and len(call.args) > 2
              for part in (call.args[1], *call.args[3:])]  # fmt: skip
    parts += [part for call in calls if _name(call) == "settle" for part in call.args[1:]]
    parts += [part for given in _nodes(package, ast.Assign) if "titles" in _targets(given)
              for part in _items(given.value)]  # fmt: skip
    return {message for part in parts for message in _literals(part)}


def actions_in(package: Path) -> set[str]:
    """The names of the actions that are written to the history."""
    calls = (call for call in _nodes(package, ast.Call) if _name(call) in ("acting", "action"))
    return {message for call in calls for part in call.args[1:3] for message in _literals(part)}


def help_of(command: click.Command) -> set[str]:
    """The texts of a command's help and of those below it, and the words that stand for what is typed."""
    context = click.Context(command, **command.context_settings)
    texts = {command.help, command.epilog}
    for parameter in command.params:
        texts.add(getattr(parameter, "help", None))
    for piece in (*command.collect_usage_pieces(context), *_metavars(command, context)):
        texts.update(re.findall(r"[A-Z]{2,}(?: RANGE)?", piece))
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return {text for text in texts if text}.union(*map(help_of, below))


def _metavars(command: click.Command, context: click.Context) -> Iterator[str]:
    """What stands for values of options, but for choices, which are typed as they are."""
    for parameter in command.params:
        if not isinstance(parameter.type, click.Choice) and not getattr(parameter, "is_flag", False):
            yield parameter.make_metavar(context)


def clicks_own() -> set[str]:
    """The sentences that click looks up itself."""
    package = Path(click.__file__).parent
    calls = (call for call in _nodes(package, ast.Call) if _name(call) in ("_", "ngettext"))
    found = {message for call in calls for part in call.args[:2] for message in _literals(part)}
    return found | {"required"}  # which it hands over in a variable


def _items(part: ast.expr) -> Iterator[ast.expr]:
    if isinstance(part, ast.List):
        yield from part.elts


def _errors_in(package: Path) -> set[str]:
    """The names of the errors there are: those of `qualcode.errors`, and what is derived from them."""
    names = {
        name for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, Exception)
    }
    derived = (
        kind.name for kind in _nodes(package, ast.ClassDef) if {_dotted(base) for base in kind.bases} & names
    )
    return names | set(derived)


def _makers_in(package: Path, errors_there: set[str]) -> set[str]:
    """The functions that are handed a template, and make an error, a fault or a note of it."""
    return {
        function.name
        for function in _nodes(package, ast.FunctionDef)
        if any(
            isinstance(call, ast.Call) and _name(call) in errors_there | MAKERS and _is_handed_on(call)
            for call in ast.walk(function)
        )
        and {argument.arg for argument in function.args.args} & {"what", "remedy"}
    }


def _is_handed_on(call: ast.Call) -> bool:
    given = [*call.args, *(word.value for word in call.keywords if word.arg == "remedy")]
    return any(isinstance(part, ast.Name) and part.id in ("what", "remedy") for part in given)


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
    if isinstance(expression, ast.Call):  # translator(language)("Summary")
        return _dotted(expression.func)
    return expression.id if isinstance(expression, ast.Name) else getattr(expression, "attr", "")


def _literals(part: ast.expr) -> Iterator[str]:
    """A literal, or both of ``a if x else b``; empty ones need no translation."""
    if isinstance(part, ast.IfExp):
        yield from (*_literals(part.body), *_literals(part.orelse))
    elif isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
        yield part.value
