"""Change what a code says of itself, and see beforehand what a change of it touches."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from qualcode.actions.acting import acting
from qualcode.actions.codes import save, the_codebook, touched
from qualcode.actions.lookup import code_named
from qualcode.actions.stale import refuse_changed
from qualcode.codebook_files import edit
from qualcode.keywords import parse
from qualcode.model import Code, Codebook, Coder, Coding, Memo, MemoOn, Source, Theme
from qualcode.store import Store, View


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeChange:
    """What is to be changed on a code; None leaves a thing as it is.

    Attributes
    ----------
    key, color
        As in `qualcode.model.Code`.
    parent, framework, position
        Its new place: below a code (empty for the top), in a framework, so many-th from 0.
    texts
        Per field (``name``, ``definition``, ``include``, ``exclude``), texts by language.
    lists
        Per field (``examples``, ``keywords``, ``not_keywords``), short texts by language.
    """

    key: str | None = None
    color: str | None = None
    parent: str | None = None
    framework: str | None = None
    position: int | None = None
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lists: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)


def edit_code(store: Store, actor: Coder, code: str, change: CodeChange, *, seen: int | None = None) -> Code:
    """Change a code, as one event; its codings stay.

    Where definition, criteria or examples change, its codings come up for review.

    Raises
    ------
    StaleEdit
        It was changed since it was `seen` (its `seq` then).
    KeywordSyntaxError, CodebookProblem, CodeNotFound
        As their names say.
    """
    for field_name in ("keywords", "not_keywords"):
        for keyword in (each for words in change.lists.get(field_name, {}).values() for each in words):
            parse(keyword)
    with acting(store, actor, "edit_code", summary=code) as act:
        before = the_codebook(act)
        found = code_named(before, code)
        refuse_changed(found.seq, seen, "this code was changed since it was read", where=found.key)
        after = _edited(before, found, change)
        return (save(act, before, after) if after.codes != before.codes else before).code(found.id)


def _edited(before: Codebook, code: Code, change: CodeChange) -> Codebook:
    after = edit.redefine_code(before, code.key, texts=change.texts, lists=change.lists, color=change.color)
    if change.parent is not None or change.framework is not None or change.position is not None:
        parent = _above(before, code) if change.parent is None and not change.framework else change.parent
        above = code_named(before, parent).key if parent else ""
        after = edit.move_code(
            after, code.key, parent=above, framework=change.framework or "", position=change.position
        )
    return edit.rename_code(after, code.key, to=change.key) if change.key else after


def _above(codebook: Codebook, code: Code) -> str:
    return codebook.code(code.parent_id).key if code.parent_id else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touches:
    """What a change of a code touches.

    Attributes
    ----------
    code
        Its key.
    codings, own
        By anyone, seen or not; the actor's own.
    coders, sources
        How many of the codings that the actor may see are whose, and where.
    below
        The codes below it, with their codings by anyone.
    themes, memos
        Names of the themes that draw from it; how many memos are on it.
    """

    code: str
    codings: int
    own: int
    coders: Mapping[str, int]
    sources: Mapping[str, int]
    below: Mapping[str, int]
    themes: tuple[str, ...]
    memos: int


def touches(view: View, code: str) -> Touches:
    """Return what changing, merging or removing a code would touch."""
    codebook = the_codebook(view)
    found = code_named(codebook, code)
    below = list(codebook.descendants(found))
    counts = touched(view, [found, *below]).codings
    seen = view.all(Coding, code_id=found.id)
    handles = {coder.id: coder.handle for coder in view.all(Coder)}
    names = {source.id: source.name for source in view.all(Source)}
    return Touches(
        code=found.key,
        codings=counts.get(found.key, 0),
        own=sum(each.coder_id == view.actor.id for each in seen),
        coders=_counted(handles.get(each.coder_id, "?") for each in seen),
        sources=_counted(names[each.source_id] for each in seen if each.source_id in names),
        below={each.key: counts.get(each.key, 0) for each in below},
        themes=tuple(sorted(theme.name for theme in view.all(Theme) if found.id in theme.code_ids)),
        memos=view.count(Memo, about=MemoOn.CODE, target_id=found.id),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
