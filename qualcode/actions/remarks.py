"""What was said of codings, as it is read: by whom, of whose coding, and whether it waits for an answer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.actions.frames import ASKING, open_reviews
from qualcode.actions.lookup import source_named
from qualcode.actions.remark_words import read_remark
from qualcode.model import Codebook, Coder, Coding, Guid, Memo, MemoOn, Remark, Review, Revision, Source, Span
from qualcode.store import View


@dataclass(frozen=True, slots=True)
class NamedReview:
    """A review with the names of what it is about.

    Attributes
    ----------
    review, coding
        What was said, and of what.
    reviewer, coder
        Handles of who said it and of whose the coding is.
    code, proposed
        Keys of the coding's code and of the code proposed instead, where one is.
    source
        The source's name.
    is_open
        It asks or proposes, and waits: neither has its coder answered, nor has who asked agreed since.
    """

    review: Review
    coding: Coding
    reviewer: str
    coder: str
    code: str
    proposed: str
    source: str
    is_open: bool

    @property
    def is_answer(self) -> bool:
        """The coder says it of their own coding."""
        return self.review.coder_id == self.coding.coder_id


def reviews(view: View, *, source: str = "", open_only: bool = False) -> list[NamedReview]:
    """Return what was said of codings, in reading order, and of each in order of time.

    Parameters
    ----------
    view
        Of the actor.
    source
        Only of this source.
    open_only
        Only questions and proposals that wait for an answer.
    """
    wanted = {"source_id": source_named(view, source).id} if source else {}
    names = {each.id: each.name for each in view.all(Source)}
    codings = {each.id: each for each in view.all(Coding, **wanted) if each.source_id in names}
    handles = {each.id: each.handle for each in view.all(Coder)}
    waiting = open_reviews(view, {each.id: each.coder_id for each in codings.values()})
    found = [each for each in view.all(Review) if each.coding_id in codings]
    named = []
    for each in found:
        coding = codings[each.coding_id]
        named.append(
            NamedReview(
                each, coding, handles.get(each.coder_id, "?"), handles.get(coding.coder_id, "?"),
                key_of(view.codebook(), coding.code_id), key_of(view.codebook(), each.code_id),
                names[coding.source_id], each.id in waiting,
            )
        )  # fmt: skip
    named.sort(key=lambda each: (each.source, each.coding.start or 0, each.coding.id, _time(each.review)))
    return [each for each in named if each.is_open or not open_only]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the actor.

    Attributes
    ----------
    to_answer
        Questions and proposals on their codings.
    answered
        Codings of others that they asked about, answered, and on which they said nothing since.
    """

    to_answer: int
    answered: int


def waiting(view: View) -> Waiting:
    """Count what was asked and answered, and waits for the actor to say something."""
    said: dict[Guid, list[Review]] = defaultdict(list)
    for each in sorted(view.all(Review), key=_time):
        said[each.coding_id].append(each)
    if not said:
        return Waiting(0, 0)
    me, found = view.actor.id, view.columns(Coding, ["id", "coder_id"], id=list(said))
    coders: dict[Guid, Guid] = dict(zip(found["id"], found["coder_id"], strict=True))
    unanswered = open_reviews(view, coders)
    mine = [each for coding_id, coder_id in coders.items() if coder_id == me for each in said[coding_id]]
    return Waiting(
        to_answer=sum(each.id in unanswered for each in mine),
        answered=sum(is_answered(said[each], me, coder_id) for each, coder_id in coders.items()),
    )


def is_answered(said: Iterable[Review], actor_id: Guid, coder_id: Guid) -> bool:
    """Say whether the actor asked about another's coding, and its coder had the last word of the two."""
    asked = answered = False
    for each in said:
        if each.coder_id == actor_id:
            asked, answered = asked or each.remark in ASKING, False
        elif each.coder_id == coder_id:
            answered = asked
    return answered and actor_id != coder_id


@dataclass(frozen=True, slots=True)
class AskedWords:
    """A question or proposal on words that are not coded: a memo that came back in a document.

    Attributes
    ----------
    memo, remark
        What was said, with its author's name before it, and of which kind it is.
    source, words
        Where, and on which words.
    """

    memo: Memo
    remark: Remark
    source: str
    words: str


def asked_words(view: View, *, source: str = "") -> list[AskedWords]:
    """Return the imported questions on words that nobody has coded yet, in reading order.

    One is settled when something is coded there, or when its memo is changed or taken away.
    """
    imported = {event.seq for event in view.events() if event.action == "import_review"}
    wanted = {"id": source_named(view, source).id} if source else {}
    names = {each.id: each.name for each in view.all(Source, **wanted)}
    found = []
    for memo in view.all(Memo, about=MemoOn.SPAN) if imported else ():
        revision = view.get(Revision, memo.target_id or "")
        if memo.seq not in imported or revision is None or revision.source_id not in names:
            continue
        span = Span(memo.start or 0, memo.end or 0)
        coded = view.all(Coding, revision_id=revision.id)
        said = (read_remark(each, view.codebook())[0] for each in (memo.text.partition(": ")[2], memo.text))
        remark = next((each for each in said if each in ASKING), None)
        if remark and not any(each.span and each.span.overlaps(span) for each in coded):
            words = span.of(view.text(revision.id))
            found.append(AskedWords(memo, remark, names[revision.source_id], words))
    return sorted(found, key=lambda each: (each.source, each.memo.start or 0, each.memo.id))


def _time(review: Review) -> tuple[str, int, Guid]:
    return review.at, review.seq, review.id


def key_of(codebook: Codebook | None, code_id: Guid | None) -> str:
    """Return a code's key, empty where there is no such code."""
    return next((code.key for code in codebook.codes if code.id == code_id), "") if codebook else ""
