"""Where the comments of a returned Word file belong: to which source, which words, which codings."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from qualcode.actions.alignment import Alignment, Words
from qualcode.actions.lookup import source_named
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import FileProblem, UsageError
from qualcode.model import Coding, Source, Span
from qualcode.readers import MarginComment, ReturnedFile
from qualcode.store import View

TOKEN = re.compile(r"#([0-9a-f]{8})\b")
"""How our own comments end, by which a reply to them is known."""

ENOUGH = 0.5
"""Share of a comment's words that must still be in the text for it to be placed."""

KINSHIP = 0.25
"""Share of a source's runs of three words that must be in the file for it to be of that source."""

RUN = 3


@dataclass(frozen=True)
class Returned:
    """A returned file beside the source that it is of."""

    file: ReturnedFile
    source_text: SourceText
    codings: tuple[Coding, ...]

    @cached_property
    def _tokens(self) -> dict[str, Coding]:
        return {coding.id[:8]: coding for coding in self.codings}

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self.file.text, self.source_text.text)

    @cached_property
    def _sent(self) -> set[str]:
        """The codings whose comments are in the file."""
        marked = (self.marked(comment.text)[0] for comment in self.file.comments)
        return {coding.id for coding in marked if coding}

    def marked(self, text: str) -> tuple[Coding | None, str]:
        """Return the coding that a comment of ours is on, if it is still there, and what was written below.

        LibreOffice quotes the comment that it replies to, and so comes to the same. A comment that is not
        ours is below nothing.
        """
        ours = list(TOKEN.finditer(text))
        if not ours:
            return None, text.strip()
        return self._tokens.get(ours[-1][1]), text[ours[-1].end() :].strip(' \t\n"\u201d\u201c\u00bb')

    def words(self, comment: MarginComment) -> str:
        """Return the words that a comment is on, in one line: of a reply, those of what it replies to."""
        others = {each.name: each for each in self.file.comments}
        on = comment
        while parent := others.pop(on.parent, None):
            on = parent
        return " ".join(self.file.text[on.start : on.end].split())

    def place(self, comment: MarginComment) -> Span | None:
        """Return the stretch of the source that a comment is on; None where its words are not there."""
        span = Span(comment.start, comment.end)
        found = self._alignment.span(span) if self._alignment.share(span) >= ENOUGH else None
        if found is None:
            return None
        turns = [turn.span for turn in self.source_text.revision.turns if turn.span.overlaps(found)]
        if not turns:
            return found
        return Span(max(found.start, turns[0].start), min(found.end, turns[-1].end))

    def codings_at(self, span: Span) -> list[Coding]:
        """Return the codings whose words fit a stretch best, those that the file shows before others."""
        here = [each for each in self.codings if each.span and each.span.overlaps(span)]
        here = [each for each in here if each.id in self._sent] or here
        shares = {each.id: _likeness(each.span, span) for each in here if each.span}
        best = max(shares.values(), default=0.0)
        return [each for each in here if shares[each.id] == best]

    def codings_near(self, span: Span) -> list[Coding]:
        """Return the codings nearest to a stretch without any, within its own turn."""
        turns = [turn.span for turn in self.source_text.revision.turns if turn.span.overlaps(span)]
        gaps = {
            each.id: max(each.span.start - span.end, span.start - each.span.end)
            for each in self.codings if each.span and any(turn.overlaps(each.span) for turn in turns)
        }  # fmt: skip
        least = min(gaps.values(), default=0)
        return [each for each in self.codings if gaps.get(each.id) == least]


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def returned_of(view: View, file: ReturnedFile, where: str, source: str = "") -> Returned:
    """Find the source that a returned file is of: as named, by the codings in it, else by its words.

    Raises
    ------
    FileProblem
        It is of another project.
    UsageError
        It holds the words of no source.
    """
    codings = view.all(Coding)
    if source:
        return _beside(view, file, source_named(view, source), codings)
    tokens = {token for comment in file.comments for token in TOKEN.findall(comment.text)}
    counts = Counter(coding.source_id for coding in codings if coding.id[:8] in tokens)
    if counts:
        found = view.get(Source, counts.most_common(1)[0][0])
        assert found is not None  # its codings are seen
        return _beside(view, file, found, codings)
    runs = _runs(file.text)
    known = [(_kinship(text_of(view, each), runs), each.name, each) for each in view.all(Source)]
    share, _, nearest = max(known, key=lambda each: each[:2], default=(0.0, "", None))
    if nearest is None or share < KINSHIP:
        if tokens:
            raise FileProblem(
                "this file is of another project", where=where, remedy="go to that project's folder"
            )
        raise UsageError(
            "the file holds the words of no source", where=where, remedy="say which with --source"
        )
    return _beside(view, file, nearest, codings)


def _beside(view: View, file: ReturnedFile, source: Source, codings: Sequence[Coding]) -> Returned:
    source_text = text_of(view, source)
    own = tuple(each for each in codings if each.source_id == source.id)
    return Returned(file, source_text, own)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = Words(text).folds
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}


def _kinship(source_text: SourceText, runs: set[tuple[str, ...]]) -> float:
    own = _runs(source_text.text)
    return len(own & runs) / len(own) if own else 0.0
