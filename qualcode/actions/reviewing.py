"""What others say of a coding, and what its coder answers: the coding itself stays as it is."""

from dataclasses import dataclass

from qualcode.actions.acting import acting, now
from qualcode.actions.coding import seen_coding
from qualcode.actions.frames import review_states
from qualcode.actions.lookup import code_named, source_named
from qualcode.errors import AlreadyThere, NotAllowed, UsageError
from qualcode.model import Codebook, Coder, Coding, Guid, Remark, Review, Source, fresh
from qualcode.store import Action, Store, View

OPEN = frozenset({"queried", "proposed"})
"""States of a coding that wait for its coder."""


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
        It asks or proposes, and its coder has not answered.
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
    states = review_states(view, {each.id: each.coder_id for each in codings.values()})
    found = [each for each in view.all(Review) if each.coding_id in codings]
    latest = _latest(found, codings)
    named = []
    for each in found:
        coding = codings[each.coding_id]
        is_open = states.get(coding.id) in OPEN and latest[coding.id] is each
        named.append(
            NamedReview(
                each, coding, handles.get(each.coder_id, "?"), handles.get(coding.coder_id, "?"),
                key_of(view.codebook(), coding.code_id), key_of(view.codebook(), each.code_id),
                names[coding.source_id], is_open,
            )
        )  # fmt: skip
    named.sort(key=lambda each: (each.source, each.coding.start or 0, each.coding.id, _time(each.review)))
    return [each for each in named if each.is_open or not open_only]


def _latest(found: list[Review], codings: dict[Guid, Coding]) -> dict[Guid, Review]:
    """Return the last question or proposal of each coding: what is to be answered."""
    asking = [each for each in found if each.remark in (Remark.QUERY, Remark.PROPOSE)]
    others = [each for each in asking if each.coder_id != codings[each.coding_id].coder_id]
    return {each.coding_id: each for each in sorted(others, key=_time)}


def _time(review: Review) -> tuple[str, int, Guid]:
    return review.at, review.seq, review.id


def key_of(codebook: Codebook | None, code_id: Guid | None) -> str:
    """Return a code's key, empty where there is no such code."""
    return next((code.key for code in codebook.codes if code.id == code_id), "") if codebook else ""
