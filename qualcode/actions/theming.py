"""Themes: claims in a sentence, drawn from codes and chosen codings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.actions.acting import acting, now
from qualcode.actions.coding import coding_named
from qualcode.actions.lookup import code_named, theme_named
from qualcode.actions.rows import read_rows
from qualcode.errors import AlreadyThere, QualcodeError, UsageError
from qualcode.model import Coder, Guid, SourceKind, Theme, fresh
from qualcode.store import Action, Store, View


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """What is set on a theme; codes and codings are added to those it has."""

    claim: str = ""
    codes: Sequence[str] = ()
    evidence_for: Sequence[str] = ()
    evidence_against: Sequence[str] = ()
    verdicts: Mapping[str, str] | None = None


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
        A new theme has no claim, or a verdict is on no kind of source.
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
    verdicts = dict(change.verdicts or {})
    unknown = sorted(set(verdicts) - {kind.value for kind in SourceKind})
    if unknown:
        raise UsageError(
            "{kind!r} is no kind of source", where=name, remedy="the kinds are {kinds}",
            kind=unknown[0], kinds=", ".join(SourceKind),
        )  # fmt: skip
    pro = _codings(act, actor, change.evidence_for)
    contra = _codings(act, actor, change.evidence_against)
    return act.put(
        replace(
            theme,
            claim=change.claim or theme.claim,
            code_ids=_joined(theme.code_ids, [code_named(act.codebook(), code).id for code in change.codes]),
            evidence_for=_joined(theme.evidence_for, pro, without=contra),
            evidence_against=_joined(theme.evidence_against, contra, without=pro),
            verdicts={**theme.verdicts, **verdicts},
        )
    )


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
    """Make themes of a table with the columns name, claim, codes, and verdict_KIND for kinds of sources.

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
            verdicts = {
                column.removeprefix("verdict_"): text
                for column, text in row.items()
                if column.startswith("verdict_") and text
            }
            codes = [code.strip() for code in row.get("codes", "").split(";") if code.strip()]
            change = ThemeChange(claim=row.get("claim", ""), codes=codes, verdicts=verdicts)
            try:
                made.append(_put_theme(act, actor, name, change))
            except QualcodeError as error:
                error.where = f"{where}: {error.where}" if error.where else where
                raise
    return made
