"""Second-cycle work on a codebook: add, rename, move, merge, split, remove codes.

Every function returns a new codebook of the next version and leaves the given one alone. GUIDs stay with
their codes whatever happens to ids, names and places. A code that was merged into or split has the new
version as its `changed_in`, since its meaning is another now; a renamed or moved code has not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeAlias

from qualcode.codebook_files.align import free_guid
from qualcode.codebook_files.builder import local_list, local_text
from qualcode.codebook_files.diff import MEANING
from qualcode.codebook_files.faults import nearest
from qualcode.codebook_files.places import arranged
from qualcode.errors import CodebookProblem, CodeNotFound
from qualcode.model import Code, Codebook, Framework, LocalList, LocalText, code_guid, framework_guid

Text: TypeAlias = str | Mapping[str, str]
"""A text, once or per language."""


def code_of(codebook: Codebook, key: str) -> Code:
    """Return the code with that key.

    Raises
    ------
    CodeNotFound
        There is none; the nearest key is offered.
    """
    code = codebook.find(key)
    if code is None:
        meant = nearest(key, [each.key for each in codebook.codes])
        remedy = "did you mean {meant!r}?" if meant else "see `qualcode codebook show`"
        raise CodeNotFound("there is no code {key!r}", remedy=remedy, key=key, meant=meant)
    return code


def add_code(
    codebook: Codebook,
    key: str,
    *,
    name: Text,
    parent: str = "",
    framework: str = "",
    definition: Text = "",
    keywords: Sequence[str] | Mapping[str, list[str]] = (),
    color: str = "",
) -> Codebook:
    """Add a code as the last one under a code, or at the top of a framework.

    A codebook without frameworks gets one of its own name; with one, that is meant.

    Raises
    ------
    CodebookProblem
        The key is taken, or there are several frameworks and none is named.
    CodeNotFound
        There is no such parent.
    """
    above = code_of(codebook, parent) if parent else None
    if above is None:
        codebook, family = _family(codebook, framework)
    version = codebook.version + 1
    code = Code(
        id=free_guid(code_guid(codebook.id, key), {each.id for each in codebook.codes}),
        key=key,
        framework_id=above.framework_id if above else family.id,
        parent_id=above.id if above else None,
        name=local_text(name),
        definition=local_text(definition),
        keywords=local_list(keywords if isinstance(keywords, Mapping) else list(keywords)),
        color=color,
        created_in=version,
        changed_in=version,
    )
    return _next(codebook, [*codebook.codes, code])


def rename_code(codebook: Codebook, key: str, *, name: Text = "", to: str = "") -> Codebook:
    """Give a code another name, another key, or both.

    A plain `name` is the name in any language; a mapping replaces the names in its languages only.
    """
    code = code_of(codebook, key)
    names = code.name
    if isinstance(name, str):
        names = local_text(name) if name else names
    else:
        names = LocalText.of({**names.as_mapping(), **name})
    return _next(codebook, _put(codebook, replace(code, name=names, key=to or key)))


def redefine_code(
    codebook: Codebook,
    key: str,
    *,
    texts: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    lists: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({}),
    color: str | None = None,
) -> Codebook:
    """Say a code's name, definition, criteria, examples, keywords or colour anew.

    Parameters
    ----------
    codebook, key
        Which code.
    texts, lists
        Per field, what it says by language. Other languages stay; nothing takes a language's away.
    color
        ``"#rrggbb"``, empty for none; None leaves it as it is.
    """
    code = code_of(codebook, key)
    anew: dict[str, Any] = {
        name: LocalText.of({**getattr(code, name).as_mapping(), **said}) for name, said in texts.items()
    }
    for name, said in lists.items():
        kept = {**getattr(code, name).as_mapping(), **said}
        anew[name] = LocalList.of({language: [*words] for language, words in kept.items()})
    changed = replace(code, **anew, color=code.color if color is None else color)
    if any(getattr(changed, name) != getattr(code, name) for name in MEANING):
        changed = replace(changed, changed_in=codebook.version + 1)
    return _next(codebook, _put(codebook, changed))


def move_code(
    codebook: Codebook, key: str, *, parent: str = "", framework: str = "", position: int | None = None
) -> Codebook:
    """Move a code, with what is below it, under another code or to the top of a framework.

    Parameters
    ----------
    codebook, key
        What to move.
    parent, framework
        Where to; with neither, it goes to the top of its own framework, or stays if it is there.
    position
        Among its new siblings, from 0; last by default.

    Raises
    ------
    CodebookProblem
        It would be below itself.
    """
    code = code_of(codebook, key)
    if parent:
        above = code_of(codebook, parent)
        place = (above.framework_id, above.id)
        moved = replace(code, framework_id=place[0], parent_id=place[1])
    else:
        family = _family(codebook, framework)[1].id if framework else code.framework_id
        moved = replace(code, framework_id=family, parent_id=None)
    rest = [each for each in codebook.codes if each.id != code.id]
    siblings = [
        each for each in rest if (each.framework_id, each.parent_id) == (moved.framework_id, moved.parent_id)
    ]
    after = siblings[position:] if position is not None else []
    at = rest.index(after[0]) if after else len(rest)
    return _next(codebook, [*rest[:at], moved, *rest[at:]])


def merge_codes(codebook: Codebook, keys: Iterable[str], *, into: str) -> Codebook:
    """Merge codes into one, which takes over their keywords, examples and sub-codes.

    Its definition is left as it is: only a person can say what the two mean together. A target that is
    below a merged code takes that code's place.
    """
    target = code_of(codebook, into)
    merged = [code_of(codebook, key) for key in dict.fromkeys(keys) if key != into]
    gone = {code.id for code in merged}
    place = next((above for above in codebook.ancestors(target) if above.id in gone), target)
    result = replace(
        target,
        framework_id=place.framework_id,
        parent_id=place.parent_id,
        examples=_joined([target.examples, *(code.examples for code in merged)]),
        keywords=_joined([target.keywords, *(code.keywords for code in merged)]),
        not_keywords=_joined([target.not_keywords, *(code.not_keywords for code in merged)]),
        changed_in=codebook.version + 1,
    )
    codes = [
        replace(code, parent_id=target.id) if code.parent_id in gone else code
        for code in codebook.codes
        if code.id not in gone and code.id != target.id
    ]
    index = sum(code.id not in gone for code in codebook.codes[: codebook.codes.index(place)])
    return _next(codebook, [*codes[:index], result, *codes[index:]])


def split_code(codebook: Codebook, key: str, new_key: str, *, name: Text, definition: Text = "") -> Codebook:
    """Make a new code right after one, under the same parent, for part of what that one meant."""
    code = code_of(codebook, key)
    version = codebook.version + 1
    part = Code(
        id=free_guid(code_guid(codebook.id, new_key), {each.id for each in codebook.codes}),
        key=new_key,
        framework_id=code.framework_id,
        parent_id=code.parent_id,
        name=local_text(name),
        definition=local_text(definition),
        created_in=version,
        changed_in=version,
    )
    codes = _put(codebook, replace(code, changed_in=version))
    index = codebook.codes.index(code)
    return _next(codebook, [*codes[: index + 1], part, *codes[index + 1 :]])


def remove_code(codebook: Codebook, key: str, *, with_children: bool = False) -> Codebook:
    """Remove a code.

    Raises
    ------
    CodebookProblem
        It has sub-codes, and they are not to go with it.
    """
    code = code_of(codebook, key)
    below = [each.id for each in codebook.descendants(code)]
    if below and not with_children:
        raise CodebookProblem(
            "{key!r} has {count} codes below it", remedy="move or merge them first", key=key, count=len(below)
        )
    return _next(codebook, [each for each in codebook.codes if each.id not in {code.id, *below}])


def _family(codebook: Codebook, key: str) -> tuple[Codebook, Framework]:
    """Return the framework that is meant, and the codebook, which may have got it just now."""
    if not codebook.frameworks and key in ("", codebook.key):
        name = codebook.title or LocalText.of(codebook.key)
        made = Framework(id=framework_guid(codebook.id, codebook.key), key=codebook.key, name=name)
        return replace(codebook, frameworks=(made,)), made
    found = [each for each in codebook.frameworks if key in ("", each.key)]
    if len(found) != 1:
        what = "there is no framework {key!r}" if key else "there are several frameworks"
        known = ", ".join(each.key for each in codebook.frameworks)
        raise CodebookProblem(what, remedy="name one of {known}", key=key, known=known)
    return codebook, found[0]


def _put(codebook: Codebook, code: Code) -> list[Code]:
    return [code if each.id == code.id else each for each in codebook.codes]


def _joined(lists: Sequence[LocalList]) -> LocalList:
    """Unite lists per language, each text once."""
    joined: dict[str, dict[str, None]] = {}
    for each in lists:
        for language, text in each:
            joined.setdefault(language, {})[text] = None
    return LocalList.of({language: [*texts] for language, texts in joined.items()})


def _next(codebook: Codebook, codes: Iterable[Code]) -> Codebook:
    return replace(arranged(codebook, codes), version=codebook.version + 1)
