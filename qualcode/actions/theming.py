"""Themes: claims in a sentence, drawn from codes and chosen codings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from qualcode.actions.acting import acting, now
from qualcode.actions.lookup import code_named, coding_named, seen_coding, theme_named
from qualcode.actions.theme_words import kind_said, relation_said
from qualcode.errors import AlreadyThere, RecordNotFound, StaleEdit, UsageError
from qualcode.model import Coder, Coding, Guid, Memo, MemoOn, Theme, fresh
from qualcode.store import Action, Store, View
from qualcode.tables.triangulation import CONCLUSION


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """What is set on a theme; codes and codings are added to those it has.

    Attributes
    ----------
    name
        Another name.
    claim
        The sentence.
    codes, evidence_for, evidence_against
        Codes it draws from, and codings as people name them: one's own, or those that one may see.
    verdicts
        Per kind of source, or ``conclusion``, in words; an empty one is taken back.
    relations
        Per kind of source, aligned, complements or contradicts; an empty one is taken back.
    without
        Keys of codes and GUIDs of codings that leave the theme; what it does not have, or does not show, is
        passed over.
    position
        Its new place among the themes, from 0.
    """

    name: str = ""
    claim: str = ""
    codes: Sequence[str] = ()
    evidence_for: Sequence[str] = ()
    evidence_against: Sequence[str] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    without: Sequence[str] = ()
    position: int | None = None


def themes(view: View) -> list[Theme]:
    """Return the themes in their order."""
    return sorted(view.all(Theme), key=lambda theme: (theme.position, theme.name))


def put_theme(
    store: Store,
    actor: Coder,
    name: str,
    claim: str = "",
    *,
    change: ThemeChange | None = None,
    seen: int | None = None,
) -> Theme:
    """Make a theme, or change one that is named by its name or GUID; as one event.

    Raises
    ------
    UsageError
        A new theme has no claim, or a verdict or relation is on no kind of source.
    AlreadyThere
        Another theme has the new name.
    StaleEdit
        It was changed since it was `seen` (its `seq` then), or is gone.
    """
    change = change or ThemeChange()
    with acting(store, actor, "theme", summary=name) as act:
        done = put_within(act, actor, name, replace(change, claim=claim or change.claim), seen=seen)
        act.summary = done.name
        return done


def put_within(
    act: Action, actor: Coder, name: str, change: ThemeChange, *, seen: int | None = None
) -> Theme:
    """Make or change a theme, within an action."""
    theme = _to_change(act, actor, name, change, seen=seen)
    if change.name and act.all(Theme, name=change.name) and change.name != theme.name:
        raise AlreadyThere("there is a theme {name!r} already", name=change.name)
    put = act.put(_changed(act, actor, theme, change))
    return put if change.position is None else _placed(act, put, change.position)


def _to_change(act: Action, actor: Coder, name: str, change: ThemeChange, *, seen: int | None) -> Theme:
    known = act.all(Theme, name=name) or act.all(Theme, id=name)
    if known and seen in (None, known[0].seq):
        return known[0]
    if seen is not None:
        what = "this theme was changed since it was read" if known else "this theme was taken away"
        raise StaleEdit(what, where=known[0].name if known else name, remedy="look at it again and repeat")
    if not change.claim:
        raise UsageError("a theme is a claim: say it in a sentence", where=name)
    return Theme(
        id=fresh(), name=name, claim=change.claim, coder_id=actor.id, at=now(), position=len(act.all(Theme))
    )


def _changed(act: Action, actor: Coder, theme: Theme, change: ThemeChange) -> Theme:
    name = theme.name
    verdicts = {kind_said(kind, name, more=(CONCLUSION,)): text for kind, text in change.verdicts.items()}
    relations = {kind_said(kind, name): relation_said(word, name) for kind, word in change.relations.items()}
    pro = [_cited(act, actor, each) for each in change.evidence_for]
    contra = [_cited(act, actor, each) for each in change.evidence_against]
    codebook = act.codebook()
    codes = [code_named(codebook, code).id for code in change.codes]
    keys = {code.key: code.id for code in codebook.codes} if codebook else {}
    gone = [keys.get(each, each) for each in change.without]
    gone = [each for each in gone if act.get(Coding, each) or not act.everyone(Coding, id=each)]
    return replace(
        theme,
        name=change.name or theme.name,
        claim=change.claim or theme.claim,
        code_ids=_joined(theme.code_ids, codes, without=gone),
        evidence_for=_joined(theme.evidence_for, pro, without=[*contra, *gone]),
        evidence_against=_joined(theme.evidence_against, contra, without=[*pro, *gone]),
        verdicts=_set(theme.verdicts, verdicts),
        relations=_set(theme.relations, relations),
    )


def _placed(act: Action, theme: Theme, position: int) -> Theme:
    """Put a theme at its place, and number the others anew."""
    others = [each for each in themes(act) if each.id != theme.id]
    for at, each in enumerate([*others[:position], theme, *others[position:]]):
        if each.position != at:
            put = act.put(replace(each, position=at))
            theme = put if put.id == theme.id else theme
    return theme


def _set(known: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in {**known, **new}.items() if text}


def _cited(act: Action, actor: Coder, name: str) -> Guid:
    """Return a coding to be cited: where the name fits one's own, that one, else one that shows."""
    try:
        return coding_named(act, actor, name).id
    except RecordNotFound:
        return seen_coding(act, name).id


def _joined(known: tuple[Guid, ...], more: list[Guid], *, without: Sequence[Guid] = ()) -> tuple[Guid, ...]:
    """Add to what is known; evidence that changes sides leaves the side it was on."""
    stays = [each for each in known if each not in without]
    return tuple(dict.fromkeys([*stays, *more]))


def remove_theme(store: Store, actor: Coder, name: str) -> Theme:
    """Take a theme away, named by its name or GUID, with one's memos on it; its codes and codings stay."""
    with acting(store, actor, "remove_theme", summary=name) as act:
        theme = theme_named(act, name)
        act.summary = theme.name
        for memo in act.all(Memo, about=MemoOn.THEME, target_id=theme.id, coder_id=actor.id):
            act.remove(memo)
        act.remove(theme)
        return theme
