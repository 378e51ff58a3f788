"""Three-way merge: what a file changed, into a codebook that may have changed since the file was exported."""

from dataclasses import dataclass, replace

from qualcode.codebook_files.align import BY_GUID, aligned
from qualcode.codebook_files.diff import MEANING, Difference, diff, differing
from qualcode.codebook_files.three_way import Choose, Conflict, Merger
from qualcode.model import Code, Codebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a merge came to.

    Attributes
    ----------
    codebook
        The result; `ours` itself where there is no difference.
    differences
        Between `ours` and the result.
    conflicts
        What was left as it is in `ours`.
    kept
        Keys of the codes and frameworks that `theirs` does not have and that stay, for want of `prune`.
    """

    codebook: Codebook
    differences: tuple[Difference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    kept: tuple[str, ...] = ()


def leave(conflict: Conflict) -> bool:
    """Leave what is in conflict as it is."""
    del conflict
    return False


def merge(
    base: Codebook | None, ours: Codebook, theirs: Codebook, *, prune: bool = False, choose: Choose = leave
) -> Merge:
    """Bring the changes from `base` to `theirs` into `ours`.

    Every field is merged by itself, and a field that is given per language, language by language. What
    only one side changed is taken from that side. What both changed differently is a conflict, and stays as
    in `ours` unless `choose` says otherwise. Merging the same file again makes no further difference.

    The result's version is one more than that of `ours`. A new code has it as `created_in`; a code whose
    meaning changed, that is its definition, inclusion, exclusion or examples, has it as `changed_in`. A
    change of name, keywords, colour or place is no change of meaning.

    Parameters
    ----------
    base
        The version that the file was exported from; None for a file that names none. Then whatever the
        file says holds, and what it does not say stays.
    ours
        The present codebook.
    theirs
        The file's codebook. Its codes are those of `ours` by their keys, else by their GUIDs.
    prune
        Remove what `theirs` does not have. A code that was changed here since `base` is a conflict.
    choose
        Asked for each conflict; True takes the state of `theirs`. It is not asked where taking it would put
        a code above itself.

    Raises
    ------
    CodebookProblem
        The result would hold two codes of one key.
    """
    merger = Merger(
        aligned(base, ours, by=BY_GUID) if base else None,
        ours,
        aligned(theirs, ours),
        prune=prune,
        choose=choose,
    )
    result = merger.result()
    differences = tuple(diff(ours, result, by=BY_GUID))
    return Merge(
        codebook=_dated(result, ours) if differences else ours,
        differences=differences,
        conflicts=tuple(merger.conflicts),
        kept=tuple(merger.kept),
    )


def _dated(result: Codebook, ours: Codebook) -> Codebook:
    version = ours.version + 1
    before = {code.id: code for code in ours.codes}

    def dated(code: Code) -> Code:
        was = before.get(code.id)
        if was is None:
            return replace(code, created_in=version, changed_in=version)
        return replace(code, changed_in=version) if differing(was, code, MEANING) else code

    return replace(result, version=version, codes=tuple(map(dated, result.codes)))
