"""What every change of the codebook has in common: versions, what it touches, where codings go."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from qualcode.actions.lookup import code_named
from qualcode.codebook_files import edit
from qualcode.errors import CodebookProblem
from qualcode.model import (
    Code,
    Codebook,
    Coding,
    Condensation,
    Decision,
    Framework,
    Guid,
    LocalText,
    Memo,
    MemoOn,
    NotAsked,
    Review,
    Theme,
    derived,
    framework_guid,
)
from qualcode.store import Action, View

OWN_CODEBOOK = "codebook"
UNCONFIRMED = 0
"""Codebook version of a coding that was given its code by a change of the codebook."""
INDUCTIVE = "inductive"
"""Key of the framework that holds codes made while coding, where no other is named."""

LONGEST = 40
"""Characters of a key that is made of a name."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change of the codebook touches: per code key, its codings by anyone."""

    codings: dict[str, int]

    @property
    def total(self) -> int:
        """How many codings in all."""
        return sum(self.codings.values())


def touched(view: View, codes: Iterable[Code]) -> Touched:
    """Count the codings of everyone on some codes."""
    chosen = {code.id: code.key for code in codes}
    found = view.uses(chosen)
    return Touched({key: found[code_id] for code_id, key in chosen.items() if code_id in found})


def the_codebook(view: View) -> Codebook:
    """Return the project's codebook, an empty one where there is none yet."""
    return view.codebook() or Codebook(id=derived("codebook", OWN_CODEBOOK), key=OWN_CODEBOOK, version=0)


def save(act: Action, before: Codebook, after: Codebook) -> Codebook:
    """Store what differs between two states of the codebook, as its next version.

    Codes that are gone must not be in use any more: see `move_codings`.
    """
    version = before.version + 1
    act.put(replace(after, version=version, frameworks=(), codes=(), seq=before.seq))
    _save_rows(act, before.frameworks, after.frameworks)
    _save_rows(act, before.codes, after.codes)
    stored = act.codebook()
    assert stored is not None
    return stored


def _save_rows(
    act: Action,
    before: tuple[Code, ...] | tuple[Framework, ...],
    after: tuple[Code, ...] | tuple[Framework, ...],
) -> None:
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    act.put_all([
        replace(record, seq=old[record.id].seq if record.id in old else 0)
        for record in after
        if old.get(record.id) != record
    ])  # fmt: skip
    for record in reversed(before):
        if record.id not in new:
            act.remove(record)


def key_from(words: str, taken: Iterable[str]) -> str:
    """Make a code's key of its name: lower case, ASCII, unique, of whole words where they are many.

    Examples
    --------
    >>> key_from("Belajar sendiri!", [])
    'belajar_sendiri'
    >>> key_from("Belajar", ["belajar"])
    'belajar_2'
    >>> key_from("Pelat bekas itu kami kumpulkan dari bengkel-bengkel", [])
    'pelat_bekas_itu_kami_kumpulkan_dari'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "code"
    if len(stem) > LONGEST:
        stem = stem[: LONGEST + 1].rpartition("_")[0] or stem[:LONGEST]
    keys, key, count = set(taken), stem, 1
    while key in keys:
        count += 1
        key = f"{stem}_{count}"
    return key


def put_new_code(act: Action, name: str, *, framework: str = "", parent: str = "") -> Code:
    """Make a code while coding, within an action; without a place it goes among the inductive codes."""
    codebook = the_codebook(act)
    key = key_from(name, [code.key for code in codebook.codes])
    changed = codebook
    if parent:
        parent = code_named(codebook, parent).key
    elif not framework:
        framework = INDUCTIVE
    if framework:
        family = _framework(codebook, framework)
        framework = family.key
        if family not in codebook.frameworks:
            changed = replace(changed, frameworks=(*changed.frameworks, family))
    changed = edit.add_code(changed, key, name=name, framework=framework, parent=parent)
    stored = save(act, codebook, changed).find(key)
    assert stored is not None
    return stored


def _framework(codebook: Codebook, named: str) -> Framework:
    """Return the framework of that key or name, a new one where there is none."""
    for each in codebook.frameworks:
        if named == each.key or named in each.name.as_mapping().values():
            return each
    inductive = named == INDUCTIVE
    key = INDUCTIVE if inductive else key_from(named, [each.key for each in codebook.frameworks])
    name = LocalText.of({"id": "Kode induktif", "en": "Inductive codes"} if inductive else named)
    return Framework(
        id=framework_guid(codebook.id, key), key=key, name=name, position=len(codebook.frameworks)
    )


def move_codings(act: Action, old: Guid, new: Guid, *, only: set[Guid] | None = None) -> int:
    """Move everyone's codings from one code to another, within an action on everyone's behalf.

    They come up for review, since nobody has looked at them under their new code. Where a coder
    has coded the same span with both, the two become one: what was noted on either is kept.

    Returns
    -------
    int
        How many codings were moved.
    """
    kept = {_place(coding): coding for coding in act.everyone(Coding, code_id=new)}
    moved = 0
    for coding in act.everyone(Coding, code_id=old):
        if only is not None and coding.id not in only:
            continue
        twin = kept.get(_place(coding))
        if twin:
            hand_over_notes(act, coding, twin)
            act.remove(coding)
        else:
            act.put(replace(coding, code_id=new, codebook_version=UNCONFIRMED))
        moved += 1
    return moved


def _place(coding: Coding) -> tuple[Guid, Guid, int | None, int | None]:
    return coding.coder_id, coding.revision_id, coding.start, coding.end


def hand_over_notes(act: Action, coding: Coding, twin: Coding) -> None:
    """Give what was noted on a coding to the one that stays in its place."""
    for memo in act.everyone(Memo, about=MemoOn.CODING, target_id=coding.id):
        act.put(replace(memo, target_id=twin.id))
    for review in act.everyone(Review, coding_id=coding.id):
        act.put(replace(review, coding_id=twin.id))
    kept = {each.coder_id: each for each in act.everyone(Condensation, coding_id=twin.id)}
    for condensation in act.everyone(Condensation, coding_id=coding.id):
        other = kept.get(condensation.coder_id)
        if other:
            act.put(replace(other, text=f"{other.text}\n{condensation.text}"))
            act.remove(condensation)
        else:
            act.put(replace(condensation, coding_id=twin.id))
    for theme in act.everyone(Theme):
        swapped = replace(
            theme,
            evidence_for=_swapped(theme.evidence_for, coding.id, twin.id),
            evidence_against=_swapped(theme.evidence_against, coding.id, twin.id),
        )
        if swapped != theme:
            act.put(swapped)


def redirect(act: Action, old: Guid, new: Guid) -> None:
    """Let decisions, themes, memos and reviews name another code; what was not asked goes with the old one.

    Readings stay as they are: they say what was looked for then.
    """
    for theme in act.everyone(Theme):
        if old in theme.code_ids:
            act.put(replace(theme, code_ids=_swapped(theme.code_ids, old, new)))
    for note in act.everyone(NotAsked, code_id=old):
        act.remove(note)
    for decision in act.everyone(Decision, code_id=old):
        act.put(replace(decision, code_id=new))
    for decision in act.everyone(Decision, given_code_id=old):
        act.put(replace(decision, given_code_id=new))
    for review in act.everyone(Review, code_id=old):
        act.put(replace(review, code_id=new))
    for memo in act.everyone(Memo, about=MemoOn.CODE, target_id=old):
        act.put(replace(memo, target_id=new))
    for memo in act.everyone(Memo, code_id=old):
        act.put(replace(memo, code_id=new))


def let_go(act: Action, code: Code) -> None:
    """Take away what was only marked for a code that nobody's coding has, so that the code can go."""
    origins = {coding.decision_id for coding in act.everyone(Coding)}
    for note in act.everyone(NotAsked, code_id=code.id):
        act.remove(note)
    for decision in act.everyone(Decision, code_id=code.id):
        if decision.id in origins:
            raise CodebookProblem(
                "codings came of suggestions of {code}", remedy="say where these go with --codings-to",
                code=code.key,
            )  # fmt: skip
        act.remove(decision)
    for theme in act.everyone(Theme):
        if code.id in theme.code_ids:
            left = tuple(each for each in theme.code_ids if each != code.id)
            act.put(replace(theme, code_ids=left))


def _swapped(ids: tuple[Guid, ...], old: Guid, new: Guid) -> tuple[Guid, ...]:
    return tuple(dict.fromkeys(new if each == old else each for each in ids))
