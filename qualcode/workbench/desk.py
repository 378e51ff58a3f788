"""What the routes share: the project, opened once, and turns at writing to it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Lock, RLock
from typing import Annotated, TypeVar

from fastapi import Depends, Query, Request

from qualcode.locale import LANGUAGES, language_of
from qualcode.model import Coder
from qualcode.project import Project

KEPT = 6
"""Answers that are kept to be leafed through."""

T = TypeVar("T")


class Desk:
    """The project that is worked on, for all threads of the service.

    Reading needs no turn: each look at the store has a connection and a moment of its own. Writers of this
    process wait for one another here, those of others in the store.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.leaving: Callable[[], bool] = lambda: False
        self._turn = Lock()
        self._kept: OrderedDict[tuple[int, Hashable], object] = OrderedDict()
        self._finding = RLock()  # an answer may be found in another

    @property
    def seq(self) -> int:
        """Number of the last event."""
        with self.project.view() as view:
            return view.seq

    @property
    def pulse(self) -> tuple[int, str]:
        """Number of the last event, and a sign of suggestions, which are made outside the history."""
        with self.project.view() as view:
            return view.seq, ".".join(map(str, view.suggested))

    @property
    def actor(self) -> Coder:
        """The coder, with the role that they have now."""
        with self.project.view() as view:
            return view.sight.actor

    def kept(self, question: Hashable, answer: Callable[[], T]) -> T:
        """Return the answer to a question that was asked since the last event, else find it.

        A long list is asked for a page at a time: all its pages are of one answer. Whoever asks the same
        meanwhile waits.
        """
        with self._finding:
            key = (self.seq, question)
            if key not in self._kept:
                found = answer()
                self._kept[key] = found
                while len(self._kept) > KEPT or next(iter(self._kept))[0] != key[0]:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]  # type: ignore[return-value]  # what `answer` gave

    @contextmanager
    def writing(self) -> Iterator[Project]:
        """Take a turn at writing."""
        with self._turn:
            yield self.project


def desk_of(request: Request) -> Desk:
    """Return the desk of a request's service."""
    desk: Desk = request.app.state.desk
    return desk


def language_asked(request: Request) -> str:
    """Return the language of a request: ``?lang=``, else the first that the browser names and we speak."""
    named = [request.query_params.get("lang", "")]
    named += [each.split(";")[0].strip() for each in request.headers.get("accept-language", "").split(",")]
    spoken = [language_of({"LANG": each}) if each.lower()[:2] in (*LANGUAGES, "in") else "" for each in named]
    return next((each for each in spoken if each), "en")


def _language(
    request: Request,
    lang: Annotated[str, Query(description="language of messages: id or en; else Accept-Language")] = "",
) -> str:
    del lang  # declared for the description alone: it is read with the headers
    return language_asked(request)


TheDesk = Annotated[Desk, Depends(desk_of)]
Language = Annotated[str, Depends(_language)]
