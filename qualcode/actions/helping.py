"""What `help` says of an action that is a method: what the project fills in is left out."""

import inspect
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

_SECTION = re.compile(r"Parameters\n-{10}\n((?:(?!\n\n).)*\n?)\n*", re.DOTALL)
_ENTRY = re.compile(r"^(\S.*)\n((?: {4}.*\n?)*)", re.MULTILINE)


class Named(str):
    """A function that is a default, by its name: its address in memory tells a reader nothing."""

    __slots__ = ()
    __repr__ = str.__str__


def own_signature(function: Callable[..., Any], *, hidden: Collection[str]) -> inspect.Signature:
    """Return the signature of a function as a method, without the parameters that are filled in."""
    signature = inspect.signature(function)
    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    shown = (
        parameter.replace(default=_named(parameter.default), annotation=_read(parameter))
        for name, parameter in signature.parameters.items()
        if name not in hidden
    )
    return signature.replace(parameters=[own, *shown])


def own_help(function: Callable[..., Any], *, hidden: Collection[str]) -> str:
    """Return a function's docstring without the parameters that are filled in."""

    def kept(section: re.Match[str]) -> str:
        entries = "".join(_entries(section[1] + "\n", hidden))
        return f"Parameters\n----------\n{entries}\n" if entries else ""

    return _SECTION.sub(kept, inspect.getdoc(function) or "").rstrip()


def _entries(section: str, hidden: Collection[str]) -> Iterator[str]:
    for names, text in _ENTRY.findall(section):
        shown = [name for name in names.split(", ") if name not in hidden]
        if shown:
            yield f"{', '.join(shown)}\n{text.rstrip()}\n"


def _named(default: object) -> object:
    if isinstance(default, type) or not callable(default):
        return default
    return Named(getattr(default, "__name__", "").replace("<lambda>", "none"))


def _read(parameter: inspect.Parameter) -> object:
    """Return what a parameter is annotated with, where that can be read."""
    return parameter.empty if parameter.kind is parameter.VAR_KEYWORD else parameter.annotation
