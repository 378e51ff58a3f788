"""Makes methods of a project of actions, and of functions over a view."""

import inspect
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from qualcode.actions.filters import Filters
from qualcode.actions.helping import own_help, own_signature
from qualcode.errors import UsageError
from qualcode.model import Coder
from qualcode.settings import ProjectSettings
from qualcode.store import Store, View

SETTLED = {"cache_dir", "dress", "profiles", "pseudonyms", "root"}
"""Parameters of actions that a project's settings give."""

SAID = {"pseudonyms"}
"""Those of them that are said now and then."""

P = ParamSpec("P")
R = TypeVar("R")


class Opened(Protocol):
    """A study that is open for a coder, whose methods these are."""

    settings: ProjectSettings
    store: Store
    coder: Coder

    def view(self) -> AbstractContextManager[View]:
        """Open a consistent view of all records that the coder may see."""
        ...


def acts(action: Callable[Concatenate[Store, Coder, P], R]) -> Callable[Concatenate[Opened, P], R]:
    """Make a method of an action: store, actor, and what `SETTLED` names are the project's."""
    settled = SETTLED & inspect.signature(action).parameters.keys()

    @wraps(action)
    def method(self: Opened, /, *args: P.args, **kwargs: P.kwargs) -> R:
        _check(method, action, (self.store, self.coder, *args), kwargs)
        for name in settled:
            if kwargs.get(name) is None:
                kwargs[name] = getattr(self.settings, name)
        return action(self.store, self.coder, *args, **kwargs)

    return _bound(method, action, hidden={"store", "actor", *settled} - SAID)


def views(look: Callable[Concatenate[View, P], R]) -> Callable[Concatenate[Opened, P], R]:
    """Make a method of a function over a view of what the coder may see."""

    @wraps(look)
    def method(self: Opened, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with self.view() as view:
            _check(method, look, (view, *args), kwargs)
            return look(view, *args, **kwargs)

    return _bound(method, look, hidden={"view"})


def _check(
    method: Callable[..., Any], function: Callable[..., Any], args: Sequence[object], kwargs: dict[str, Any]
) -> None:
    """Refuse what a function cannot be called with in words about the method, which the user wrote.

    Raises
    ------
    UsageError
        With what to write instead.
    """
    filters = kwargs.get("filters")
    if filters is not None and not isinstance(filters, Filters):
        raise UsageError(
            "filters of {method} are {given!r}, which are no Filters",
            remedy="write filters=Filters(codes=[...]), after `from qualcode import Filters`",
            method=method.__name__, given=filters,
        )  # fmt: skip
    signature = inspect.signature(function)
    try:
        signature.bind(*args, **kwargs)
    except TypeError as error:
        narrows = "filters" in signature.parameters
        raise UsageError(
            "{method} cannot be called so: {reason}",
            remedy="write each option with its name: filters=Filters(sources=[...])"
            if narrows
            else "see help(Project.{method})",
            method=method.__name__, reason=error,
        ) from None  # fmt: skip


def _bound(method: Callable[P, R], function: Callable[..., Any], *, hidden: set[str]) -> Callable[P, R]:
    """Let `help` tell of a method's own parameters, not of those that the project fills in."""
    signature = own_signature(function, hidden=hidden)
    method.__signature__ = signature  # type: ignore[attr-defined]  # inspect reads it
    method.__doc__ = own_help(function, hidden=hidden)
    return method
