"""Codebook files against the project's codebook: what applying would do, and doing it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcode.actions.acting import acting
from qualcode.actions.codes import Touched, let_go, move_codings, redirect, save, the_codebook, touched
from qualcode.actions.exporting import prepared
from qualcode.actions.lookup import code_named
from qualcode.codebook_files import Conflict, Difference, Merge, diff, merge, read, write
from qualcode.errors import CodebookProblem, UsageError
from qualcode.exports.disguised import disguised
from qualcode.model import Codebook, Coder, Setting
from qualcode.store import Action, Store, View

APPLIED = "applied_version"
"""Setting that keeps the version a file was last applied at: the common ground with files that name none."""

Choose = Callable[[Conflict], bool]
"""Asked where file and project both changed a field; True takes the file's."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What applying a file would do.

    Attributes
    ----------
    differences
        Between the project's codebook and what it would become.
    conflicts
        Fields that file and project both changed since they were the same.
    touched
        Codings by anyone, per code key that changes.
    left
        Codes that the file lacks and that stay, since nothing made elsewhere is removed unasked.
    """

    differences: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]
    touched: Mapping[str, int]
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyOptions:
    """How a file is applied.

    Attributes
    ----------
    prune
        Remove codes that the file lacks.
    codings_to
        For removed codes in use: which code their codings go to, key by key.
    choose
        Asked for each conflict; the project's stays where it says False.
    agree
        Asked with the preview before anything is done.
    """

    prune: bool = False
    codings_to: Mapping[str, str] = field(default_factory=dict)
    choose: Choose = lambda conflict: False
    agree: Callable[[Preview], bool] = lambda preview: True


def apply_codebook(
    store: Store, actor: Coder, path: str | Path, *, options: ApplyOptions | None = None
) -> Preview | None:
    """Merge a codebook file into the project's codebook, as one event.

    Returns
    -------
    Preview or None
        What was done; None where it was not agreed to.

    Raises
    ------
    CodebookProblem
        The file has faults, or a code to be removed is in use and nothing says where its codings go.
    """
    options = options or ApplyOptions()
    options = replace(options, choose=_once(options.choose))
    theirs = read(Path(path))
    with store.view(actor) as view:
        preview, _merged = _prepare(view, theirs, options)
    if not options.agree(preview):
        return None
    if not preview.differences:
        return preview
    with acting(store, actor, "apply_codebook", summary=Path(path).name) as act:
        before = the_codebook(act)
        preview, merged = _prepare(act, theirs, options)
        _clear_the_way(act, before, merged.codebook, options)
        stored = save(act, before, merged.codebook)
        known = act.all(Setting, name=APPLIED)
        act.put(Setting.of(APPLIED, str(stored.version), seq=known[0].seq if known else 0))
    return preview


def _once(choose: Choose) -> Choose:
    """Ask only once about each conflict, though the merge is made for the preview and again for the event."""
    answers: dict[tuple[str, str], bool] = {}

    def chosen(conflict: Conflict) -> bool:
        place = (conflict.key, conflict.field)
        if place not in answers:
            answers[place] = choose(conflict)
        return answers[place]

    return chosen


def preview_codebook(
    store: Store, actor: Coder, path: str | Path, *, prune: bool = False, choose: Choose | None = None
) -> Preview:
    """Say what applying a file would do, with the number of everyone's codings each change touches.

    Conflicts are those that are left: `choose` is asked about each as in `ApplyOptions`.
    """
    theirs = read(Path(path))
    options = ApplyOptions(prune=prune, choose=choose) if choose else ApplyOptions(prune=prune)
    with store.view(actor) as view:
        return _prepare(view, theirs, options)[0]


def _prepare(view: View, theirs: Codebook, options: ApplyOptions) -> tuple[Preview, Merge]:
    known = view.codebook()
    if known is None:
        merged = _first(the_codebook(view), theirs)
    else:
        ground = _common_ground(view, known, theirs)
        merged = merge(ground, known, theirs, prune=options.prune, choose=options.choose)
    before = known or the_codebook(view)
    counts = _touched(view, merged.differences, before)
    return Preview(merged.differences, merged.conflicts, counts, merged.kept), merged


def _first(empty: Codebook, theirs: Codebook) -> Merge:
    """Take a file's codebook over whole, as the project's first version."""
    codes = tuple(replace(code, created_in=1, changed_in=1) for code in theirs.codes)
    first = replace(theirs, version=1, codes=codes)
    return Merge(codebook=first, differences=tuple(diff(empty, first)))


def _common_ground(view: View, ours: Codebook, theirs: Codebook) -> Codebook | None:
    """Return the version both sides started from: named by an exported file, else the one last applied."""
    named = theirs.version if theirs.id == ours.id and theirs.version > 1 else 0
    version = named or int(view.settings().get(APPLIED, "0"))
    return view.codebook(at_version=version) if 0 < version <= ours.version else None


def _touched(
    view: View, differences: tuple[Difference, ...] | list[Difference], before: Codebook
) -> dict[str, int]:
    keys = {difference.key for difference in differences}
    return touched(view, [code for code in before.codes if code.key in keys]).codings


def _clear_the_way(act: Action, before: Codebook, after: Codebook, options: ApplyOptions) -> None:
    staying = {code.id for code in after.codes}
    gone = [code for code in before.codes if code.id not in staying]
    in_use: Touched = touched(act, gone)
    for code in gone:
        if not in_use.codings.get(code.key) and code.key not in options.codings_to:
            let_go(act, code)
            continue
        if code.key not in options.codings_to:
            raise CodebookProblem(
                "{code} would be removed, but is in use: {count} codings",
                remedy="say where they go with --codings-to {code}=CODE",
                code=code.key, count=in_use.codings[code.key],
            )  # fmt: skip
        target = code_named(after, options.codings_to[code.key])
        if target.id not in {each.id for each in before.codes}:
            raise UsageError("codings can only go to a code that is there already", where=target.key)
        move_codings(act, code.id, target.id)
        redirect(act, code.id, target.id)


def export_codebook(store: Store, actor: Coder, path: str | Path, *, renamed: bool = False) -> Codebook:
    """Write the project's codebook to a file that carries the version it was made from.

    Parameters
    ----------
    store, actor, path
        Where, who asks, and the file.
    renamed
        Names in definitions and examples are disguised; not by default, since the file can be applied again.

    Raises
    ------
    UsageError
        There is no codebook yet.
    """
    with store.view(actor) as view:
        codebook = view.codebook()
        outgoing = prepared(view, pseudonyms=renamed)
    if codebook is None:
        raise UsageError("there is no codebook yet", remedy="apply one with `qualcode codebook apply FILE`")
    written = disguised(codebook, outgoing.disguise) if renamed else codebook
    write(written, Path(path))
    return written
