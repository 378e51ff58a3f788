"""Notes on anything."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcode.actions.acting import acting, now
from qualcode.actions.coding import Passage
from qualcode.actions.lookup import case_named, code_named, coding_named, keys_of, source_named, theme_named
from qualcode.actions.stale import refuse_changed
from qualcode.actions.texts import text_of
from qualcode.errors import RecordNotFound, UsageError
from qualcode.model import Case, Coder, Coding, Guid, Memo, MemoOn, Revision, Source, Theme, fresh
from qualcode.store import Action, Store, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcode.readers import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a memo is about, as people name it; all empty for the project."""

    source: str = ""
    passage: Passage | None = None
    code: str = ""
    coding: str = ""
    case: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class NamedMemo:
    """A memo with the names of what it is about and of its coder."""

    memo: Memo
    subject: str
    coder: str


def put_memo(store: Store, actor: Coder, text: str, subject: Subject | None = None) -> Memo:
    """Write a memo.

    Raises
    ------
    UsageError
        There are no words.
    """
    if not text.strip():
        raise UsageError("an empty memo says nothing")
    with acting(store, actor, "memo") as act:
        place = _place(act, actor, subject or Subject())
        act.summary = place.about.value
        return act.put(
            Memo(
                id=fresh(), coder_id=actor.id, text=text.strip(), about=place.about,
                target_id=place.target_id, start=place.start, end=place.end, code_id=place.code_id, at=now(),
            )
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    about: MemoOn
    target_id: Guid | None = None
    start: int | None = None
    end: int | None = None
    code_id: Guid | None = None


def _place(view: View, actor: Coder, subject: Subject) -> _Place:
    named = [subject.source, subject.passage, subject.coding, subject.theme, subject.case or subject.code]
    if sum(map(bool, named)) > 1:
        raise UsageError("a memo is about one thing", remedy="name one; only a case and a code go together")
    if subject.passage:
        source_text = text_of(view, source_named(view, subject.passage.source))
        span = subject.passage.find(source_text)
        return _Place(MemoOn.SPAN, source_text.revision.id, span.start, span.end)
    if subject.case and subject.code:
        code = code_named(view.codebook(), subject.code)
        return _Place(MemoOn.CELL, case_named(view, subject.case).id, code_id=code.id)
    if subject.source:
        return _Place(MemoOn.SOURCE, source_named(view, subject.source).id)
    if subject.coding:
        return _Place(MemoOn.CODING, coding_named(view, actor, subject.coding).id)
    if subject.code:
        return _Place(MemoOn.CODE, code_named(view.codebook(), subject.code).id)
    if subject.case:
        return _Place(MemoOn.CASE, case_named(view, subject.case).id)
    if subject.theme:
        return _Place(MemoOn.THEME, theme_named(view, subject.theme).id)
    return _Place(MemoOn.PROJECT)


def put_comments(act: Action, revision_id: Guid, comments: "Iterable[Comment]") -> None:
    """Keep the comments in a file's margin as memos on its passages, within an action."""
    for each in comments:
        text = f"{each.author}: {each.text}" if each.author else each.text
        act.put(
            Memo(
                id=fresh(), coder_id=act.actor.id, text=text, about=MemoOn.SPAN,
                target_id=revision_id, start=each.start, end=each.end, at=now(),
            )
        )  # fmt: skip


def change_memo(store: Store, actor: Coder, memo_id: str, text: str, *, seen: int | None = None) -> Memo:
    """Let other words stand in one of the actor's memos, named by the beginning of its GUID.

    Raises
    ------
    UsageError
        There are no words: a memo is taken away by `remove_memo`.
    StaleEdit
        It was changed since it was `seen`, which is the memo's `seq` when it was looked at.
    RecordNotFound
        The actor has no such memo.
    """
    if not text.strip():
        raise UsageError("an empty memo says nothing")
    with acting(store, actor, "memo") as act:
        found = _own(act, actor, memo_id)
        refuse_changed(found.seq, seen, "this memo was changed since it was read")
        act.summary = found.about.value
        return found if found.text == text.strip() else act.put(replace(found, text=text.strip(), at=now()))


def remove_memo(store: Store, actor: Coder, memo_id: str) -> Memo:
    """Take one of the actor's memos away, named by the beginning of its GUID."""
    with acting(store, actor, "remove_memo", summary=memo_id) as act:
        found = _own(act, actor, memo_id)
        act.remove(found)
        return found


def _own(view: View, actor: Coder, memo_id: str) -> Memo:
    found = [memo for memo in view.all(Memo, coder_id=actor.id) if memo.id.startswith(memo_id.lower())]
    if len(found) != 1 or len(memo_id) < 4:
        raise RecordNotFound("you have no memo {name!r}", remedy="see `qualcode memo --list`", name=memo_id)
    return found[0]


def memos(view: View) -> list[NamedMemo]:
    """Return the memos the actor may see, in order of time."""
    coders = {coder.id: coder.handle for coder in view.all(Coder)}
    found = sorted(view.all(Memo), key=lambda memo: (memo.at, memo.seq, memo.id))
    return [NamedMemo(memo, _subject(view, memo), coders.get(memo.coder_id, "?")) for memo in found]


def _subject(view: View, memo: Memo) -> str:
    target = memo.target_id or ""
    codes = keys_of(view.codebook())
    match memo.about:
        case MemoOn.SOURCE:
            return _name(view.get(Source, target))
        case MemoOn.SPAN:
            revision = view.get(Revision, target)
            source = view.get(Source, revision.source_id) if revision else None
            return f"{_name(source)} {memo.start}:{memo.end}"
        case MemoOn.CODE:
            return codes.get(target, "?")
        case MemoOn.CODING:
            coding = view.get(Coding, target)
            return f"{coding.reference} {codes.get(coding.code_id, '?')}" if coding else "?"
        case MemoOn.CASE:
            return _name(view.get(Case, target))
        case MemoOn.THEME:
            return _name(view.get(Theme, target))
        case MemoOn.CELL:
            return f"{_name(view.get(Case, target))} x {codes.get(memo.code_id or '', '?')}"
    return "project"


def _name(record: Source | Case | Theme | None) -> str:
    return record.name if record else "?"
