"""What others say of a coding, and what its coder answers: the coding itself stays as it is."""

from dataclasses import dataclass

from qualcode.actions.acting import acting, now
from qualcode.actions.frames import ASKING, open_reviews
from qualcode.actions.lookup import code_named, seen_coding, source_named
from qualcode.actions.remark_words import read_remark
from qualcode.errors import AlreadyThere, NotAllowed, UsageError
from qualcode.model import (
    Codebook,
    Coder,
    Coding,
    Guid,
    Memo,
    MemoOn,
    Remark,
    Review,
    Revision,
    Source,
    Span,
    fresh,
)
from qualcode.store import Action, Store, View


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


def review_coding(
    store: Store, actor: Coder, name: str, remark: Remark | str, text: str = "", *, code: str = ""
) -> Review:
    """Say something of another coder's coding.

    Parameters
    ----------
    store, actor
        Where, and who says it.
    name
        The coding: its reference code, with the code's key where several were given there, or the beginning
        of its GUID.
    remark
        ``agree``, ``query``, ``propose`` (another code), ``deviant`` (a negative case) or ``comment``.
    text
        In words; a query and a comment need them.
    code
        The code proposed.

    Raises
    ------
    UsageError
        Words or a code are missing.
    NotAllowed
        It is the actor's own coding.
    AlreadyThere
        The actor has said just this.
    """
    remark = Remark(remark)
    with acting(store, actor, "review") as act:
        coding = seen_coding(act, name)
        if remark in (Remark.QUERY, Remark.COMMENT) and not text.strip():
            raise UsageError("say it in words", where=name)
        if (remark is Remark.PROPOSE) != bool(code):
            raise UsageError("a code goes with a proposal, and a proposal with a code", where=name)
        wanted = code_named(act.codebook(), code) if code else None
        made = Review(
            id=fresh(), coding_id=coding.id, coder_id=actor.id, remark=remark, text=text.strip(), at=now(),
            code_id=wanted.id if wanted else None,
        )  # fmt: skip
        act.summary = f"{remark.value} {coding.reference}"
        return put_review(act, coding, made)


def answer(store: Store, actor: Coder, name: str, text: str) -> Review:
    """Answer what was said of one's own coding.

    Raises
    ------
    UsageError
        There are no words.
    NotAllowed
        It is another's coding.
    """
    if not text.strip():
        raise UsageError("say it in words", where=name)
    with acting(store, actor, "answer") as act:
        coding = seen_coding(act, name)
        if coding.coder_id != actor.id:
            raise NotAllowed(
                "only its coder answers for a coding", where=name, remedy="comment on it instead"
            )
        act.summary = coding.reference
        return act.put(
            Review(
                id=fresh(), coding_id=coding.id, coder_id=actor.id, remark=Remark.COMMENT,
                text=text.strip(), at=now(),
            )
        )  # fmt: skip


def put_review(act: Action, coding: Coding, made: Review) -> Review:
    """Put a review of another's coding, within an action.

    Raises
    ------
    NotAllowed, AlreadyThere
        See `review_coding`.
    """
    if coding.coder_id == made.coder_id:
        raise NotAllowed(
            "this is a coding of your own", where=coding.reference,
            remedy="answer what was said of it, or take it away",
        )  # fmt: skip
    known = act.all(Review, coding_id=coding.id, coder_id=made.coder_id)
    if any(
        (each.remark, each.text, each.code_id) == (made.remark, made.text, made.code_id) for each in known
    ):
        raise AlreadyThere("you have said this already", where=coding.reference)
    return act.put(made)


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
