"""The one small notation in which tests write transcripts.

Each line is a turn, ``label: what was said``; ``[mm:ss]`` before a label is a timestamp; a line without a
label goes on with the turn above it; ``{name|words}`` marks the words as the span called *name*::

    transcript('''
    P: Bagaimana awalnya?
    I: Saya {learn|belajar sendiri} di rumah.
    ''')

``P``, ``T`` and ``Q`` are interviewers, everyone else is an informant.
"""

import re
from dataclasses import dataclass, field
from textwrap import dedent

from qualcode.model import Revision, Role, Source, Span, Speaker, Turn, derived, sha256

_MARK = re.compile(r"\{(\w+)\|([^{}]*)\}")
_LABEL = re.compile(r"^(?:\[(\d+):(\d\d)\] )?(\w[\w. ]*): ")
INTERVIEWERS = {"P", "T", "Q"}


@dataclass(frozen=True)
class Transcript:
    """A transcript built from the notation: text, records, and the marked spans by name."""

    text: str
    source: Source
    revision: Revision
    speakers: tuple[Speaker, ...]
    spans: dict[str, Span] = field(default_factory=dict)

    @property
    def turns(self) -> tuple[Turn, ...]:
        return self.revision.turns

    def at(self, words: str) -> Span:
        """The span of the first place where these words stand."""
        start = self.text.index(words)
        return Span(start, start + len(words))


def transcript(notation: str, *, name: str = "W1", language: str = "id") -> Transcript:
    """Build a transcript from the notation above."""
    text, spans = _unmark(dedent(notation).strip("\n"))
    turns = _turns(text)
    source = Source(
        id=derived("source", sha256(name + text)),
        name=name,
        language=language,
        file_name=f"{name}.txt",
        file_sha256=sha256(text),
    )
    revision = Revision(
        id=derived("revision", source.id, 1),
        source_id=source.id,
        number=1,
        text_sha256=sha256(text),
        turns=tuple(turns),
    )
    labels = dict.fromkeys(turn.speaker for turn in turns if turn.speaker)
    speakers = tuple(
        Speaker(
            id=derived("speaker", source.id, label),
            source_id=source.id,
            label=label,
            role=Role.INTERVIEWER if label in INTERVIEWERS else Role.INFORMANT,
        )
        for label in labels
    )
    return Transcript(text, source, revision, speakers, spans)


def _unmark(marked: str) -> tuple[str, dict[str, Span]]:
    parts: list[str] = []
    spans: dict[str, Span] = {}
    length = position = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[position : match.start()])
        length += match.start() - position
        spans[match[1]] = Span(length, length + len(match[2]))
        parts.append(match[2])
        length += len(match[2])
        position = match.end()
    return "".join([*parts, marked[position:]]), spans


def _turns(text: str) -> list[Turn]:
    turns: list[Turn] = []
    offset = 0
    for line in text.split("\n"):
        match = _LABEL.match(line)
        if match or not turns:
            seconds = int(match[1]) * 60.0 + int(match[2]) if match and match[1] else None
            turns.append(
                Turn(
                    number=len(turns) + 1,
                    start=offset + (match.end() if match else 0),
                    end=offset + len(line),
                    speaker=match[3] if match else "",
                    time=seconds,
                )
            )
        elif line:
            last = turns[-1]
            turns[-1] = Turn(
                number=last.number,
                start=last.start,
                end=offset + len(line),
                speaker=last.speaker,
                time=last.time,
            )
        offset += len(line) + 1
    return turns


def utf16(text: str, words: str) -> tuple[int, int]:
    """The place of words in UTF-16 code units, counted the long way round."""
    before, _, _ = text.partition(words)
    start = len(before.encode("utf-16-le")) // 2
    return start, start + len(words.encode("utf-16-le")) // 2
