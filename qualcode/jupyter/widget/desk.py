"""Does what the widget asks, through the project's own actions: the reviewer is the project's coder."""

import logging
from hashlib import sha256
from typing import Any

from qualcode.actions.opening import open_source
from qualcode.actions.queueing import stands
from qualcode.actions.shaping import PlacesBySource, codebook_shape, queued_shape, reader_shape
from qualcode.errors import QualcodeError
from qualcode.jupyter.widget.messages import Ask, Look, Open, Read, Reply, Say, Undo, understood
from qualcode.jupyter.widget.subject import Subject
from qualcode.locale import told, translator
from qualcode.project import Project
from qualcode.store import View

REMARKS = frozenset({"review", "answer"})
"""The acts that the widget does, and takes back."""

_log = logging.getLogger(__name__)


class ReviewDesk:
    """One review, as the widget's front end asks for it; places are in UTF-16.

    Parameters
    ----------
    project
        The study, opened for whoever reviews.
    subject
        What is reviewed.
    language
        Of names and messages.
    """

    def __init__(self, project: Project, subject: Subject, *, language: str) -> None:
        self.project = project
        self.subject = subject
        self.language = language

    def answer(self, content: object) -> dict[str, Any]:
        """Return the answer to a message; what goes wrong is a sentence in it, never an exception."""
        to = content.get("id") if isinstance(content, dict) else None
        try:
            return {"to": to, "done": self._do(understood(content))}
        except QualcodeError as error:
            said = told(error, self.language)
            return {"to": to, "fault": {"what": said.what, "where": said.where, "remedy": said.remedy}}
        except Exception as error:  # a kernel keeps it to itself, and the front end would wait for ever
            _log.exception("%s", type(error).__name__)
            what = "qualcode failed in a way it should not; nothing was changed"
            return {"to": to, "fault": {"what": translator(self.language)(what), "where": "", "remedy": ""}}

    def _do(self, ask: Ask) -> Any:
        match ask:
            case Open():
                return self._opened()
            case Read(source=name):
                return self._reader(name)
            case Look(since=since):
                with self.project.view() as view:
                    return self._queue(view) if view.seq > since else None
            case Say():
                self.project.review_codings(
                    list(ask.codings), ask.remark, ask.text, code=ask.code, seen=ask.codings
                )
            case Reply():
                self.project.answer(ask.coding, ask.text)
            case Undo(act=act):
                self.project.undo(seen=act)
        with self.project.view() as view:
            return self._queue(view)

    def _opened(self) -> dict[str, Any]:
        with self.project.view() as view:
            return {
                "title": self.subject.title, "claim": self.subject.claim, "language": self.language,
                "reviewer": self.project.coder.handle, "key": self._key(),
                "codebook": codebook_shape(view), "queue": self._queue(view),
            }  # fmt: skip

    def _key(self) -> str:
        """Return what tells this review from others in a browser's memory, without saying what it is."""
        about = repr((str(self.project.settings.root), self.project.coder.handle, self.subject))
        return f"qualcode.review.{sha256(about.encode()).hexdigest()[:16]}"

    def _reader(self, name: str) -> dict[str, Any]:
        """Return a source; suggestions are the coder's affair."""
        with self.project.view() as view:
            return {**reader_shape(open_source(view, name)), "suggestions": [], "hidden": 0}

    def _queue(self, view: View) -> dict[str, Any]:
        places = PlacesBySource(view)
        me, queue = view.actor.handle, self.subject.queue(view, self.language)
        items = [queued_shape(each, stands(each, me), places) for each in queue]
        return {"seq": view.seq, "items": items, "back": _back(view)}


def _back(view: View) -> dict[str, Any] | None:
    """Return what undo would take back, where that is a remark: its number, and the codings it is about."""
    latest, _ = view.next_back()
    if latest is None or latest.action not in REMARKS:
        return None
    about = latest.summary.partition(" ")[2] if latest.action == "review" else latest.summary
    return {"act": latest.seq, "words": about}
