"""What others say of a coding, and what its coder answers: the coding itself stays as it is till then."""

from collections.abc import Mapping, Sequence

from qualcode.actions.acting import acting, now
from qualcode.actions.frames import open_reviews
from qualcode.actions.lookup import choice_named, code_named, seen_coding
from qualcode.actions.recoding import put_recoded
from qualcode.actions.stale import refuse_stale
from qualcode.errors import AlreadyThere, NotAllowed, UsageError
from qualcode.model import Coder, Coding, Guid, Remark, Review, fresh
from qualcode.store import Action, Store


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
        Words or a code are missing, or there is no such remark.
    NotAllowed
        It is the actor's own coding.
    AlreadyThere
        The actor has said just this.
    """
    return review_codings(store, actor, [name], remark, text, code=code)[0]


def review_codings(
    store: Store,
    actor: Coder,
    names: Sequence[str],
    remark: Remark | str,
    text: str = "",
    *,
    code: str = "",
    seen: Mapping[Guid, int] | None = None,
) -> list[Review]:
    """Say one thing of several codings of other coders, in one action.

    Of which the actor has said just this before are left as they are; see `review_coding` for the parameters.
    `seen` is the version of each that was looked at, by GUID.

    Raises
    ------
    StaleEdit
        One was changed since it was seen: the remark may not fit what it is now.
    UsageError, NotAllowed
        As for one; nothing is said then of any.
    AlreadyThere
        The actor has said just this of each.
    """
    remark, named = choice_named(Remark, remark, "remark"), ", ".join(names)
    if not names:
        raise UsageError("no coding is named")
    if remark in (Remark.QUERY, Remark.COMMENT) and not text.strip():
        raise UsageError("say it in words", where=named)
    if (remark is Remark.PROPOSE) != bool(code):
        raise UsageError("a code goes with a proposal, and a proposal with a code", where=named)
    with acting(store, actor, "review") as act:
        codings = {coding.id: coding for coding in (seen_coding(act, name) for name in names)}
        for coding in codings.values():
            refuse_stale(act, coding, (seen or {}).get(coding.id))
        wanted = code_named(act.codebook(), code).id if code else None
        made = []
        for coding in codings.values():
            said = Review(
                id=fresh(), coding_id=coding.id, coder_id=actor.id, remark=remark, text=text.strip(),
                at=now(), code_id=wanted,
            )  # fmt: skip
            if len(codings) == 1 or not _was_said(act, said):
                made.append(put_review(act, coding, said))
        if not made:
            raise AlreadyThere("you have said this already", where=named)
        more = f" +{len(made) - 1}" if len(made) > 1 else ""
        act.summary = f"{remark.value} {codings[made[0].coding_id].reference}{more}"
        return made


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
        coding = _own(act, actor, name)
        act.summary = coding.reference
        return act.put(
            Review(
                id=fresh(), coding_id=coding.id, coder_id=actor.id, remark=Remark.COMMENT,
                text=text.strip(), at=now(),
            )
        )  # fmt: skip


def accept_proposal(store: Store, actor: Coder, name: str, text: str = "", *, code: str = "") -> Coding:
    """Give one's own coding the code that was proposed, and say so, in one action.

    Parameters
    ----------
    store, actor
        Where, and whose coding it is.
    name
        The coding.
    text
        What is said to it, if anything.
    code
        Of several proposed codes, the one accepted; else the one proposed last.

    Returns
    -------
    Coding
        Its reference code stays. Where the actor gave these words that code already, the two become one.

    Raises
    ------
    UsageError
        No such proposal waits for an answer.
    NotAllowed
        It is another's coding.
    """
    with acting(store, actor, "accept_proposal") as act:
        coding = _own(act, actor, name)
        unanswered = open_reviews(act, {coding.id: actor.id})
        proposed = [
            each.code_id for each in sorted(act.all(Review, coding_id=coding.id), key=lambda each: each.seq)
            if each.id in unanswered and each.remark is Remark.PROPOSE
        ]  # fmt: skip
        wanted = code_named(act.codebook(), code).id if code else (proposed[-1] if proposed else None)
        if wanted is None or wanted not in proposed:
            raise UsageError(
                "no such proposal waits for an answer",
                where=name,
                remedy="see `qualcode remarks`",
            )
        act.put(
            Review(
                id=fresh(), coding_id=coding.id, coder_id=actor.id, remark=Remark.AGREE, text=text.strip(),
                at=now(), code_id=wanted,
            )
        )  # fmt: skip
        act.summary = coding.reference
        return put_recoded(act, coding, wanted)


def _own(act: Action, actor: Coder, name: str) -> Coding:
    coding = seen_coding(act, name)
    if coding.coder_id != actor.id:
        raise NotAllowed("only its coder answers for a coding", where=name, remedy="comment on it instead")
    return coding


def _was_said(act: Action, made: Review) -> bool:
    known = act.all(Review, coding_id=made.coding_id, coder_id=made.coder_id)
    said = (made.remark, made.text, made.code_id)
    return any((each.remark, each.text, each.code_id) == said for each in known)


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
    if _was_said(act, made):
        raise AlreadyThere("you have said this already", where=coding.reference)
    return act.put(made)
