"""Themes: claims in a sentence, drawn from codes and chosen codings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcode.actions.acting import acting, now
from qualcode.actions.lookup import code_named, coding_named, theme_named
from qualcode.actions.rows import read_rows
from qualcode.errors import AlreadyThere, QualcodeError, UsageError
from qualcode.locale import translator
from qualcode.model import Coder, Guid, Relation, SourceKind, Theme, fresh
from qualcode.store import Action, Store, View
from qualcode.tables.triangulation import CONCLUSION

SPOKEN = ("en", "id")
"""Languages in which a kind of source and a relation may be named."""

SHORTEST = 4
"""Letters from which a word is taken for a longer or shorter one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """What is set on a theme; codes and codings are added to those it has.

    Attributes
    ----------
    claim
        The sentence.
    codes, evidence_for, evidence_against
        Codes it draws from, and codings of the actor's, as people name them.
    verdicts
        Per kind of source, or ``conclusion``, in words; an empty one is taken back.
    relations
        Per kind of source, aligned, complements or contradicts; an empty one is taken back.
    without
        Keys of codes and GUIDs of codings that leave the theme; what it does not have is passed over.
    """

    claim: str = ""
    codes: Sequence[str] = ()
    evidence_for: Sequence[str] = ()
    evidence_against: Sequence[str] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    without: Sequence[str] = ()


def themes(view: View) -> list[Theme]:
    """Return the themes in their order."""
    return sorted(view.all(Theme), key=lambda theme: (theme.position, theme.name))


def put_theme(
    store: Store, actor: Coder, name: str, claim: str = "", *, change: ThemeChange | None = None
) -> Theme:
    """Make a theme, or add to one.

    Raises
    ------
    UsageError
        A new theme has no claim, or a verdict or relation is on no kind of source.
    """
    with acting(store, actor, "theme", summary=name) as act:
        return _put_theme(act, actor, name, replace(change or ThemeChange(), claim=claim))


def _put_theme(act: Action, actor: Coder, name: str, change: ThemeChange) -> Theme:
    known = act.all(Theme, name=name)
    if not known and not change.claim:
        raise UsageError("a theme is a claim: say it in a sentence", where=name)
    theme = known[0] if known else Theme(
        id=fresh(), name=name, claim=change.claim, coder_id=actor.id, at=now(), position=len(act.all(Theme))
    )  # fmt: skip
    verdicts = {_kind(kind, name, more=(CONCLUSION,)): text for kind, text in change.verdicts.items()}
    relations = {_kind(kind, name): _relation(word, name) for kind, word in change.relations.items()}
    pro = _codings(act, actor, change.evidence_for)
    contra = _codings(act, actor, change.evidence_against)
    codebook = act.codebook()
    codes = [code_named(codebook, code).id for code in change.codes]
    keys = {code.key: code.id for code in codebook.codes} if codebook else {}
    gone = [keys.get(each, each) for each in change.without]
    return act.put(
        replace(
            theme,
            claim=change.claim or theme.claim,
            code_ids=_joined(theme.code_ids, codes, without=gone),
            evidence_for=_joined(theme.evidence_for, pro, without=[*contra, *gone]),
            evidence_against=_joined(theme.evidence_against, contra, without=[*pro, *gone]),
            verdicts=_set(theme.verdicts, verdicts),
            relations=_set(theme.relations, relations),
        )
    )


def _set(known: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in {**known, **new}.items() if text}


def _kind(word: str, where: str, *, more: Sequence[str] = ()) -> str:
    """Return the kind of source that a word names in either language, or one of `more`."""
    kinds = [*SourceKind, *more]
    found = _meant(word, kinds)
    if found is None:
        raise UsageError(
            "{kind!r} is no kind of source", where=where, remedy="the kinds are {kinds}",
            kind=word, kinds=", ".join(kinds),
        )  # fmt: skip
    return found


def _relation(word: str, where: str) -> str:
    """Return the relation that a word names in either language; nothing for nothing."""
    if not word.strip():
        return ""
    found = _meant(word, Relation)
    if found is None:
        raise UsageError(
            "{relation!r} is no relation", where=where, remedy="the relations are {relations}",
            relation=word, relations=", ".join(Relation),
        )  # fmt: skip
    return found


def _meant(word: str, values: Iterable[str]) -> str | None:
    """Return the value that a word is, or is the translation of; other endings and capitals are forgiven."""
    said = word.strip().replace("_", " ").casefold()
    spoken = [
        (translator(language)(value.replace("_", " ")), str(value))
        for value in values
        for language in SPOKEN
    ]  # fmt: skip
    exact = [value for name, value in spoken if name == said]
    near = [
        value
        for name, value in spoken
        if len(said) >= SHORTEST and (name.startswith(said) or said.startswith(name))
    ]
    return next(iter([*exact, *near]), None)


def _codings(act: Action, actor: Coder, names: Sequence[str]) -> list[Guid]:
    return [coding_named(act, actor, name).id for name in names]


def _joined(known: tuple[Guid, ...], more: list[Guid], *, without: Sequence[Guid] = ()) -> tuple[Guid, ...]:
    """Add to what is known; evidence that changes sides leaves the side it was on."""
    stays = [each for each in known if each not in without]
    return tuple(dict.fromkeys([*stays, *more]))


def remove_theme(store: Store, actor: Coder, name: str) -> Theme:
    """Take a theme away; its codes and codings stay."""
    with acting(store, actor, "remove_theme", summary=name) as act:
        theme = theme_named(act, name)
        act.remove(theme)
        return theme


def import_themes(store: Store, actor: Coder, path: str | Path) -> list[Theme]:
    """Make themes of a table.

    Its columns are ``name``, ``claim``, ``codes``, ``for``, ``against`` (these three separated by ``;``),
    ``relation_KIND`` and ``verdict_KIND`` for kinds of sources, and ``conclusion``.

    Raises
    ------
    AlreadyThere
        A theme of that name is there.
    """
    path, made = Path(path), []
    with acting(store, actor, "import_themes", summary=path.name) as act:
        for number, row in read_rows(path):
            name, where = row.get("name", ""), f"{path.name}, row {number}"
            if not name:
                raise UsageError("the theme has no name", where=where, remedy="fill the column name")
            if act.all(Theme, name=name):
                raise AlreadyThere("there is a theme {name!r} already", where=where, name=name)
            change = ThemeChange(
                claim=row.get("claim", ""),
                codes=_listed(row, "codes"),
                evidence_for=_listed(row, "for"),
                evidence_against=_listed(row, "against"),
                verdicts=_by_kind(row, "verdict_") | {CONCLUSION: row.get(CONCLUSION, "")},
                relations=_by_kind(row, "relation_"),
            )
            try:
                made.append(_put_theme(act, actor, name, change))
            except QualcodeError as error:
                error.where = f"{where}: {error.where}" if error.where else where
                raise
    return made


def _listed(row: Mapping[str, str], column: str) -> list[str]:
    return [each.strip() for each in row.get(column, "").split(";") if each.strip()]


def _by_kind(row: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): text for name, text in row.items() if name.startswith(prefix) and text}
