"""Makes methods of a project of actions, and of functions over a view."""

import inspect
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from qualcode.actions.helping import own_help, own_signature
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
            return look(view, *args, **kwargs)

    return _bound(method, look, hidden={"view"})


def _bound(method: Callable[P, R], function: Callable[..., Any], *, hidden: set[str]) -> Callable[P, R]:
    """Let `help` tell of a method's own parameters, not of those that the project fills in."""
    signature = own_signature(function, hidden=hidden)
    method.__signature__ = signature  # type: ignore[attr-defined]  # inspect reads it
    method.__doc__ = own_help(function, hidden=hidden)
    return method
