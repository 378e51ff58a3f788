"""Comments that come back in a Word file: reviews of codings, and memos on words that are not coded."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from qualcode.actions.acting import acting, now
from qualcode.actions.frames import open_reviews
from qualcode.actions.people import put_coder
from qualcode.actions.remark_words import read_remark
from qualcode.actions.remarks import key_of
from qualcode.actions.review_placing import Returned, returned_of
from qualcode.actions.reviewing import put_review
from qualcode.errors import AlreadyThere, FileProblem, NotAllowed, QualcodeError, UsageError
from qualcode.model import (
    Coder,
    CoderRole,
    Coding,
    Guid,
    Memo,
    MemoOn,
    Remark,
    Review,
    Span,
    derived,
)
from qualcode.readers import MarginComment, Note, read_returned
from qualcode.store import Action, Store


class Outcome(StrEnum):
    """What a comment became."""

    REVIEW = "review"
    MEMO = "memo"
    UNPLACED = "unplaced"
    ALREADY = "already"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One comment and what it became.

    Attributes
    ----------
    author, words, text
        Who, on which words, what.
    outcome
        A review of codings; a memo on words; unplaced, which is a memo on the source, since the words are
        not in the text; already there; or left out.
    remark
        What it says of the codings.
    codings
        Their reference codes, each with its code's key.
    proposed
        Key of the code proposed; empty also where the codebook has no such code.
    nearest
        The words are not those of the codings, which are the nearest.
    resolved
        It is marked as done.
    why
        Why it was left out.
    """

    author: str
    words: str
    text: str
    outcome: Outcome
    remark: Remark | None = None
    codings: tuple[str, ...] = ()
    proposed: str = ""
    nearest: bool = False
    resolved: bool = False
    why: QualcodeError | None = None


@dataclass(frozen=True, slots=True)
class ReviewImport:
    """What a returned file came to.

    Attributes
    ----------
    source
        The source that it is of.
    taken
        Every comment that is not one of our own, in the file's order.
    resolved
        How many comments of ours are marked as done.
    notes
        What should be known of the file.
    """

    source: str
    taken: tuple[Taken, ...] = ()
    resolved: int = 0
    notes: tuple[Note, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many comments became that."""
        return sum(each.outcome is outcome for each in self.taken)


class _Previewed(Exception):
    """Rolls an import back that was only to be looked at."""


def import_review(
    store: Store,
    actor: Coder,
    path: str | Path,
    *,
    source: str = "",
    reviewer: str = "",
    preview: bool = False,
) -> ReviewImport:
    """Take in what was commented on in a transcript that `make_transcript` wrote, as one event.

    A reply to a coding's comment is a review of that coding; a comment on coded words is one of the codings
    that fit them best; on other words it is a memo on them, but for one that agrees or tells of a negative
    case, which goes to the nearest coding of the turn. A general agreement with words leaves a question open
    that its author has asked of a coding of them; a reply to that coding settles it. What is there already is
    not taken in again.

    Parameters
    ----------
    store, actor
        Where, and who imports.
    path
        The .docx.
    source
        The source that it is of, where that cannot be found out.
    reviewer
        Handle of who wrote the comments whose author is no coder; made a supervisor where the project has
        none. By default the actor.
    preview
        Say what would happen, and leave everything as it is.

    Raises
    ------
    FileProblem
        It is no Word file, has no comments, or is of another project.
    UsageError
        It holds the words of no source, or it has to be said whose the comments are.
    """
    path = Path(path)
    file = read_returned(path)
    if not file.comments:
        raise FileProblem("nobody commented on anything in this file", where=path.name)
    reports: list[ReviewImport] = []
    try:
        with acting(store, actor, "import_review", summary=path.name) as act:
            returned = returned_of(act, file, path.name, source)
            reports.append(_Importing(act, actor, returned, reviewer, path.name).run())
            if preview:
                raise _Previewed
    except _Previewed:
        pass
    return reports[0]


@dataclass
class _Importing:
    act: Action
    actor: Coder
    returned: Returned
    reviewer: str
    where: str
    targets: dict[str, list[Coding]] = field(default_factory=dict)
    """The codings that each comment is about, by its name: what its replies are about."""

    def run(self) -> ReviewImport:
        """Take in every comment, what begins a thread before its replies; report in the file's order."""
        taken: dict[str, Taken] = {}
        resolved = 0
        for comment in sorted(self.returned.file.comments, key=self._turn):
            coding, text = self.returned.marked(comment.text)
            if coding is not None:
                self.targets[comment.name] = [coding]
                resolved += comment.resolved
            if text:
                taken[comment.name] = self._take(comment, coding, text)
        in_order = tuple(taken[each.name] for each in self.returned.file.comments if each.name in taken)
        name = self.returned.source_text.source.name
        return ReviewImport(name, in_order, resolved, self.returned.file.notes)

    def _take(self, comment: MarginComment, coding: Coding | None, text: str) -> Taken:
        words, author = self.returned.words(comment), comment.author
        span = None
        codings = [coding] if coding else self._replied_to(comment)
        answers = bool(codings)
        if not codings:
            span = self.returned.place(comment)
            codings = self._at(span, text) if span else []
        nearest = bool(span) and any(each.span != span for each in codings)
        made = Taken(
            author=author, words=words, text=text, outcome=Outcome.ALREADY, nearest=nearest,
            resolved=comment.resolved,
        )  # fmt: skip
        try:
            coder = self._coder(author, codings, ours=coding is not None and self._is_by(author, coding))
            others = [each for each in codings if answers or each.coder_id != coder.id]
            if others:
                self.targets.setdefault(comment.name, others)
                return self._review(made, coder, others, text, comment.at, general=not answers)
            return self._memo(made, span, comment.at)
        except NotAllowed as error:
            return replace(made, outcome=Outcome.LEFT_OUT, why=error)

    def _at(self, span: Span, text: str) -> list[Coding]:
        """Return the codings that a comment on words is about; see `import_review`."""
        here = self.returned.codings_at(span)
        about_a_coding = read_remark(text, None)[0] in (Remark.AGREE, Remark.DEVIANT)
        return here or (self.returned.codings_near(span) if about_a_coding else [])

    def _replied_to(self, comment: MarginComment) -> list[Coding]:
        return next((self.targets[name] for name in self._above(comment) if name in self.targets), [])

    def _turn(self, comment: MarginComment) -> tuple[bool, int]:
        """Return when a comment's turn is: after what it replies to, and after all questions if it agrees."""
        above = self._above(comment)
        texts = {each.name: each.text for each in self.returned.file.comments}
        beginning = texts[above[-1] if above else comment.name]
        return read_remark(beginning, None)[0] is Remark.AGREE, len(above)

    def _above(self, comment: MarginComment) -> list[str]:
        """Return the names of the comments that one replies to, the nearest first."""
        parents = {each.name: each.parent for each in self.returned.file.comments}
        above: list[str] = []
        name = comment.parent
        while name in parents and name not in above:
            above.append(name)
            name = parents[name]
        return above

    def _coder(self, author: str, codings: list[Coding], *, ours: bool) -> Coder:
        """Return whose a comment is: a coder of the author's name, else the reviewer named, else the actor.

        What is written into a comment of ours bears its coder's name, whoever wrote it.
        """
        named = "_".join(author.casefold().split())
        known = {coder.handle.casefold(): coder for coder in self.act.all(Coder)}
        if named in known and not ours:
            return known[named]
        if self.reviewer:
            supervised = any(coder.role is CoderRole.SUPERVISOR for coder in known.values())
            role = CoderRole.CODER if supervised else CoderRole.SUPERVISOR
            return put_coder(self.act, self.reviewer, role)
        if any(each.coder_id == self.actor.id for each in codings):
            raise UsageError(
                "whose remarks are these? They are signed {author!r}", where=self.where,
                remedy="say --reviewer HANDLE", author=author,
            )  # fmt: skip
        return self.actor

    def _is_by(self, author: str, coding: Coding) -> bool:
        coder = self.act.get(Coder, coding.coder_id)
        return coder is not None and coder.handle == author

    def _review(
        self, made: Taken, coder: Coder, codings: list[Coding], text: str, at: str, *, general: bool
    ) -> Taken:
        codebook = self.act.codebook()
        remark, code = read_remark(text, codebook)
        outcome = Outcome.ALREADY
        waiting = open_reviews(self.act, {each.id: each.coder_id for each in codings})
        asked = {each.coding_id for each in self.act.all(Review, coder_id=coder.id) if each.id in waiting}
        for coding in codings:
            own = coding.coder_id == coder.id
            spares = general and remark is Remark.AGREE and coding.id in asked
            review = Review(
                id=derived("review", coder.id, at, text, coding.id), coding_id=coding.id, coder_id=coder.id,
                remark=Remark.COMMENT if own or spares else remark, text=text, at=at or now(),
                code_id=code.id if code and not own else None,
            )  # fmt: skip
            if not self.act.everyone(Review, id=review.id) and self._put(coding, review, own=own):
                outcome = Outcome.REVIEW
        names = tuple(f"{each.reference} {key_of(codebook, each.code_id)}" for each in codings)
        return replace(made, outcome=outcome, remark=remark, codings=names, proposed=code.key if code else "")

    def _put(self, coding: Coding, review: Review, *, own: bool) -> bool:
        try:
            if own:
                self.act.put(review)
            else:
                put_review(self.act, coding, review)
        except AlreadyThere:
            return False
        return True

    def _memo(self, made: Taken, span: Span | None, at: str) -> Taken:
        """Keep a comment on words that are not coded, or are not there, as the actor's memo."""
        source_text = self.returned.source_text
        memo_id = derived("memo", source_text.source.id, made.author, at, made.text, made.words)
        if self.act.everyone(Memo, id=memo_id):
            return made
        text = f"{made.author}: {made.text}" if made.author else made.text
        if span:
            about: tuple[MemoOn, Guid] = MemoOn.SPAN, source_text.revision.id
        else:
            about, text = (MemoOn.SOURCE, source_text.source.id), f"{text} [“{made.words}”]"
        self.act.put(
            Memo(
                id=memo_id, coder_id=self.actor.id, text=text, about=about[0], target_id=about[1],
                start=span.start if span else None, end=span.end if span else None, at=at or now(),
            )
        )  # fmt: skip
        return replace(made, outcome=Outcome.MEMO if span else Outcome.UNPLACED)
