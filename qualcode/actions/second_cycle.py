"""Second-cycle work on the codebook: add, rename, move, merge, split, remove."""

from collections.abc import Callable, Sequence

from qualcode.actions.acting import acting
from qualcode.actions.codes import (
    Touched,
    key_from,
    let_go,
    move_codings,
    put_new_code,
    redirect,
    save,
    the_codebook,
    touched,
)
from qualcode.actions.lookup import code_named, coding_named
from qualcode.codebook_files import edit
from qualcode.errors import AlreadyThere, CodebookProblem, UsageError
from qualcode.model import Code, Coder
from qualcode.store import Store

Agree = Callable[[Touched], bool]
"""Asked with what a change will touch, before it is done; False leaves everything as it is."""


def always(_touched: Touched) -> bool:
    """Agree to every change."""
    return True


class NotAgreed(Exception):
    """Rolls an action back because the user did not agree."""


def add_code(store: Store, actor: Coder, name: str, *, framework: str = "", parent: str = "") -> Code:
    """Add a code below another, to a framework, or among the inductive codes."""
    with acting(store, actor, "add_code", summary=name) as act:
        made = put_new_code(act, name, framework=framework, parent=parent)
        beside = the_codebook(act).children(made.parent_id, made.framework_id)
        if any(each.name == made.name for each in beside if each.id != made.id):
            raise AlreadyThere("there is a code {name!r} there already", name=name)
        return made


def rename_code(store: Store, actor: Coder, code: str, name: str, *, language: str = "") -> Code:
    """Give a code another name, in one language or in all; its key and its codings stay."""
    with acting(store, actor, "rename_code", summary=f"{code} -> {name}") as act:
        before = the_codebook(act)
        found = code_named(before, code)
        after = edit.rename_code(before, found.key, name={language: name} if language else name)
        return save(act, before, after).code(found.id)


def move_code(store: Store, actor: Coder, code: str, *, parent: str = "", framework: str = "") -> Code:
    """Put a code, with all below it, under another code or at the top of a framework."""
    with acting(store, actor, "move_code", summary=code) as act:
        before = the_codebook(act)
        found = code_named(before, code)
        above = code_named(before, parent).key if parent else ""
        after = edit.move_code(before, found.key, parent=above, framework=framework)
        return save(act, before, after).code(found.id)


def merge_codes(
    store: Store, actor: Coder, codes: Sequence[str], into: str, *, agree: Agree = always
) -> Touched | None:
    """Merge codes into one; everyone's codings go along and are put up for review.

    Returns
    -------
    Touched or None
        The codings that were moved; None where it was not agreed to.
    """
    try:
        with acting(store, actor, "merge_code", summary=f"{', '.join(codes)} -> {into}") as act:
            before = the_codebook(act)
            target = code_named(before, into)
            gone = [code_named(before, code) for code in codes]
            if target in gone or not gone:
                raise UsageError("a code cannot be merged into itself", where=target.key)
            affected = touched(act, gone)
            if not agree(affected):
                raise NotAgreed
            for code in gone:
                move_codings(act, code.id, target.id)
                redirect(act, code.id, target.id)
            save(act, before, edit.merge_codes(before, [code.key for code in gone], into=target.key))
            return affected
    except NotAgreed:
        return None


def split_code(
    store: Store, actor: Coder, code: str, name: str, codings: Sequence[str], *, agree: Agree = always
) -> Touched | None:
    """Split a new code off another, taking the named codings of the actor along.

    The codings of both codes are put up for review.
    """
    try:
        with acting(store, actor, "split_code", summary=f"{code} -> {name}") as act:
            before = the_codebook(act)
            found = code_named(before, code)
            chosen = [coding_named(act, actor, each) for each in codings]
            for coding in chosen:
                if coding.code_id != found.id:
                    raise UsageError("{name} is not coded {code}", name=coding.reference, code=found.key)
            affected = Touched({found.key: len(chosen)})
            if not agree(affected):
                raise NotAgreed
            key = key_from(name, [each.key for each in before.codes])
            after = save(act, before, edit.split_code(before, found.key, key, name=name))
            new = after.find(key)
            assert new is not None
            move_codings(act, found.id, new.id, only={coding.id for coding in chosen})
            return affected
    except NotAgreed:
        return None


def remove_code(
    store: Store, actor: Coder, code: str, *, codings_to: str = "", agree: Agree = always
) -> Touched | None:
    """Remove a code; where it is in use, say to which code its codings go.

    Raises
    ------
    CodebookProblem
        It is in use and no other code was named, or there are codes below it.
    """
    try:
        with acting(store, actor, "remove_code", summary=code) as act:
            before = the_codebook(act)
            found = code_named(before, code)
            affected = touched(act, [found])
            if affected.total and not codings_to:
                raise CodebookProblem(
                    "{code} is in use: {count} codings",
                    remedy="say where they go with --codings-to CODE",
                    code=found.key, count=affected.total,
                )  # fmt: skip
            if not agree(affected):
                raise NotAgreed
            if codings_to:
                target = code_named(before, codings_to)
                if target == found:
                    raise UsageError("the codings of a code that is removed need another", where=found.key)
                move_codings(act, found.id, target.id)
                redirect(act, found.id, target.id)
            else:
                let_go(act, found)
            save(act, before, edit.remove_code(before, found.key))
            return affected
    except NotAgreed:
        return None
