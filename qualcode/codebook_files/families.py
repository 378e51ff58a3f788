"""Work on the frameworks of a codebook: say them anew, put them in another order, take them away.

As in `qualcode.codebook_files.edit`, every function returns a new codebook of the next version.
"""

from collections.abc import Iterable
from dataclasses import replace

from qualcode.codebook_files.builder import local_text
from qualcode.codebook_files.edit import Text
from qualcode.codebook_files.places import arranged
from qualcode.errors import CodebookProblem
from qualcode.model import Code, Codebook, Framework, LocalText


def redefine_framework(
    codebook: Codebook,
    framework: Framework,
    *,
    key: str = "",
    name: Text | None = None,
    definition: Text | None = None,
) -> Codebook:
    """Give a framework another key, name or definition; texts by language leave other languages alone.

    Raises
    ------
    CodebookProblem
        Another framework has the key.
    """
    if any(each.key == key for each in codebook.frameworks if each.id != framework.id):
        raise CodebookProblem("there are two frameworks {key!r}", remedy="give one another id", key=key)
    anew = replace(
        framework,
        key=key or framework.key,
        name=_said(framework.name, name),
        definition=_said(framework.definition, definition),
    )
    return _next(codebook, [anew if each.id == anew.id else each for each in codebook.frameworks])


def _said(before: LocalText, text: Text | None) -> LocalText:
    if text is None:
        return before
    return local_text(text if isinstance(text, str) else {**before.as_mapping(), **text})


def move_framework(codebook: Codebook, framework: Framework, position: int) -> Codebook:
    """Put a framework so-many-th among the others, from 0."""
    others = [each for each in codebook.frameworks if each.id != framework.id]
    return _next(codebook, [*others[:position], framework, *others[position:]])


def remove_framework(codebook: Codebook, framework: Framework, *, codes_to: Framework | None) -> Codebook:
    """Take a framework away; its codes, with all below them, go to the end of another.

    Raises
    ------
    CodebookProblem
        It has codes, and no other framework is named for them.
    """
    own = [code for code in codebook.codes if code.framework_id == framework.id]
    if own and codes_to is None:
        raise CodebookProblem(
            "{key!r} has {count} codes", remedy="say where they go with --codes-to FRAMEWORK",
            key=framework.key, count=len(own),
        )  # fmt: skip
    left = [each for each in codebook.frameworks if each.id != framework.id]
    codes = [code for code in codebook.codes if code not in own]
    moved = [replace(code, framework_id=codes_to.id) for code in own] if codes_to else []
    return _next(codebook, left, [*codes, *moved])


def _next(
    codebook: Codebook, frameworks: Iterable[Framework], codes: Iterable[Code] | None = None
) -> Codebook:
    placed = tuple(replace(each, position=place) for place, each in enumerate(frameworks))
    after = replace(codebook, frameworks=placed, version=codebook.version + 1)
    return arranged(after, codebook.codes if codes is None else codes)
