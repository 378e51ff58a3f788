"""Frameworks, the families of codes: name, define, order and remove them, and see what that touches."""

from dataclasses import dataclass

from qualcode.actions.acting import acting
from qualcode.actions.codes import Touched, save, the_codebook, touched
from qualcode.actions.lookup import framework_named
from qualcode.actions.second_cycle import Agree, NotAgreed, always
from qualcode.actions.stale import refuse_changed
from qualcode.codebook_files import families
from qualcode.codebook_files.edit import Text
from qualcode.errors import UsageError
from qualcode.model import Codebook, Coder, Framework
from qualcode.store import Store, View


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkChange:
    """What is to be changed on a framework; None leaves a thing as it is.

    Attributes
    ----------
    key
        Its id in files and queries.
    name, definition
        Once for all languages, or by language: then others stay, and an empty text takes its language's away.
    position
        Its place among the frameworks, from 0.
    """

    key: str | None = None
    name: Text | None = None
    definition: Text | None = None
    position: int | None = None


def edit_framework(
    store: Store, actor: Coder, framework: str, change: FrameworkChange, *, seen: int | None = None
) -> Framework:
    """Change a framework, as one event; its codes and their codings stay.

    Raises
    ------
    StaleEdit
        It was changed since it was `seen` (its `seq` then).
    RecordNotFound, CodebookProblem
        There is no such framework; the key is another's.
    """
    with acting(store, actor, "edit_framework", summary=framework) as act:
        before = the_codebook(act)
        found = framework_named(before, framework)
        refuse_changed(found.seq, seen, "this framework was changed since it was read", where=found.key)
        after = _edited(before, found, change)
        changed = after.frameworks != before.frameworks
        return (save(act, before, after) if changed else before).framework(found.id)


def _edited(before: Codebook, framework: Framework, change: FrameworkChange) -> Codebook:
    after = families.redefine_framework(
        before, framework, name=change.name, definition=change.definition, key=change.key or ""
    )
    if change.position is None:
        return after
    return families.move_framework(after, after.framework(framework.id), change.position)


def framework_touches(view: View, framework: str) -> Touched:
    """Return the codes of a framework with everyone's codings, seen or not."""
    codebook = the_codebook(view)
    return _codings_below(view, codebook, framework_named(codebook, framework))


def _codings_below(view: View, codebook: Codebook, framework: Framework) -> Touched:
    codes = [code for code in codebook.codes if code.framework_id == framework.id]
    counts = touched(view, codes).codings
    return Touched({code.key: counts.get(code.key, 0) for code in codes})


def remove_framework(
    store: Store,
    actor: Coder,
    framework: str,
    *,
    codes_to: str = "",
    agree: Agree = always,
) -> Touched | None:
    """Take a framework away; where it has codes, these go to another one, with all their codings.

    Returns
    -------
    Touched or None
        The codes that went elsewhere, with their codings; None where it was not agreed to.

    Raises
    ------
    CodebookProblem
        It has codes, and no other framework was named.
    """
    try:
        with acting(store, actor, "remove_framework", summary=framework) as act:
            before = the_codebook(act)
            found = framework_named(before, framework)
            target = framework_named(before, codes_to) if codes_to else None
            if target == found:
                raise UsageError("the codes of a framework that is removed need another", where=found.key)
            after = families.remove_framework(before, found, codes_to=target)
            affected = _codings_below(act, before, found)
            if not agree(affected):
                raise NotAgreed
            save(act, before, after)
            return affected
    except NotAgreed:
        return None
