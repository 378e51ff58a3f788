"""YAML -> outline. Every scalar is its source text: ``no``, ``on`` and ``1.0`` are words."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from qualcode.codebook_files.decoding import decode
from qualcode.codebook_files.faults import Fault, fault
from qualcode.codebook_files.outline import Outline, Path

DEEPEST = 40
"""Mappings and lists within one another; deeper nesting is no codebook."""


def read_yaml(data: bytes) -> Outline:
    """Read the bytes of a YAML file; what is wrong with them is among the outline's faults.

    The events of the parser are read one by one, so that neither aliases nor depth can multiply what a
    file holds.
    """
    outline = Outline()
    text = decode(data, outline.faults)
    if text is None:
        return outline
    try:
        _Builder(outline).take(YAML(typ="safe", pure=True).parse(io.StringIO(text)))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        outline.faults.append(fault(line, "there is a control character", "delete it"))
    except MarkedYAMLError as error:
        outline.faults.append(_syntax_fault(error, text))
    except YAMLError as error:
        outline.faults.append(fault(None, "this is not YAML: {problem}", problem=str(error)))
    return outline


def _syntax_fault(error: MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    if mark and mark.line < len(lines) and re.match(r" *\t", lines[mark.line]):
        return fault(mark.line + 1, "a tab is used to indent", "use spaces")
    line = mark.line + 1 if mark else None
    remedy = "compare the line with those around it"
    return fault(line, "this is not YAML: {problem}", remedy, problem=error.problem)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled."""

    container: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


class _Builder:
    """Puts events together, keeping the line of each key and item."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.open: list[_Open] = []

    def take(self, events: Iterable[Any]) -> None:
        """Take events until the first document ends or is seen to be no codebook."""
        documents = 0
        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault(line, "a second document begins", "keep one codebook per file")
                    return
            elif isinstance(event, CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, NodeEvent) and not self._node(event, line):
                return

    def _node(self, event: Any, line: int) -> bool:
        """Place a node; False where reading on makes no sense."""
        if isinstance(event, AliasEvent):
            self._fault(line, "an alias (*{name}) is used", "write the text out", name=event.anchor)
            self._place("", line)
            return True
        if event.tag is not None and not _is_implicit(event):
            self._fault(line, "a tag ({tag}) is used", "leave it out", tag=str(event.tag))
        if isinstance(event, ScalarEvent):
            self._place(event.value.strip(), line)
            return True
        container: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        assert isinstance(event, MappingStartEvent | SequenceStartEvent)
        self.open.append(_Open(container, self._place(container, line)))
        if len(self.open) > DEEPEST:
            self._fault(line, "codes are nested too deeply", "a codebook needs a few levels only")
        return len(self.open) <= DEEPEST

    def _place(self, value: Any, line: int) -> Path:
        """Put a key or a value where it belongs and return its path."""
        if not self.open:
            self.outline.data = value
            return ()
        top = self.open[-1]
        if isinstance(top.container, dict):
            if top.key is None:
                return self._place_key(top, value, line)
            if value != "":  # a key without a value says nothing
                top.container[top.key] = value
            path: Path = (*top.path, top.key)
            top.key = None
            return path
        path = (*top.path, len(top.container))
        top.container.append(value)
        self.outline.lines[path] = line
        return path

    def _place_key(self, top: _Open, value: Any, line: int) -> Path:
        if not isinstance(value, str):
            self._fault(line, "a list or mapping is used as a name", "names are single words")
        top.key = value if isinstance(value, str) else "?"
        path = (*top.path, top.key)
        if top.key in top.container:
            first = self.outline.lines[path]
            self._fault(
                line, "{key!r} is given twice, first in line {first}", "keep one", key=top.key, first=first
            )
        self.outline.lines[path] = line
        return path

    def _fault(self, line: int, what: str, remedy: str, **values: object) -> None:
        self.outline.faults.append(fault(line, what, remedy, **values))


def _is_implicit(event: Any) -> bool:
    return any(event.implicit) if isinstance(event.implicit, tuple) else bool(event.implicit)
