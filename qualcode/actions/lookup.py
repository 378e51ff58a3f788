"""From the names that people type to records, with the nearest names where there is none."""

from collections.abc import Iterable
from difflib import get_close_matches

from qualcode.errors import CodeNotFound, CoderNotFound, QualcodeError, RecordNotFound, SourceNotFound
from qualcode.model import Case, Code, Codebook, Coder, Source, Theme
from qualcode.store import View


def source_named(view: View, name: str) -> Source:
    """Return the source of that name; capitals and a beginning that fits only one are forgiven.

    Raises
    ------
    SourceNotFound
        With the nearest names.
    """
    sources = {source.name: source for source in view.all(Source)}
    found = _match(name, sources)
    if found is None:
        raise _missing(
            SourceNotFound("there is no source {name!r}", name=name), name, sources, "qualcode sources"
        )
    return sources[found]


def code_named(codebook: Codebook | None, name: str) -> Code:
    """Return the code with that key, that name in any language, or that ``framework:key``.

    Raises
    ------
    CodeNotFound
        With the nearest names, or with the keys of those that share the name.
    """
    codes = codebook.codes if codebook else ()
    wanted = name.strip().casefold()
    keys = {code.key.casefold(): code for code in codes}
    names: dict[str, list[Code]] = {}
    for code in codes:
        for text in {text.casefold() for _language, text in code.name.items}:
            names.setdefault(text, []).append(code)
    named = [keys[wanted]] if wanted in keys else names.get(wanted, [])
    if not named and codebook and ":" in wanted:
        family, _, bare = wanted.rpartition(":")
        named = [
            code
            for code in [keys[bare]] * (bare in keys) or names.get(bare, [])
            if codebook.framework(code.framework_id).key.casefold() == family
        ]
    if len(named) > 1:
        raise CodeNotFound(
            "several codes are named {name!r}", remedy="say which by its key: {keys}",
            name=name, keys=", ".join(code.key for code in named),
        )  # fmt: skip
    if not named:
        error = CodeNotFound("there is no code {name!r}")
        raise _missing(error, name, [*keys, *names], "qualcode codebook show")
    return named[0]


def coder_named(view: View, handle: str) -> Coder:
    """Return the coder of that handle.

    Raises
    ------
    CoderNotFound
        With the nearest handles.
    """
    coders = {coder.handle: coder for coder in view.all(Coder)}
    if handle not in coders:
        raise _missing(CoderNotFound("there is no coder {name!r}"), handle, coders, "qualcode coders")
    return coders[handle]


def case_named(view: View, name: str) -> Case:
    """Return the case of that name or pseudonym.

    Raises
    ------
    RecordNotFound
        With the nearest names.
    """
    found_cases = view.all(Case)
    cases = {case.shown: case for case in found_cases} | {case.name: case for case in found_cases}
    found = _match(name, cases)
    if found is None:
        raise _missing(RecordNotFound("there is no case {name!r}"), name, cases, "qualcode cases")
    return cases[found]


def theme_named(view: View, name: str) -> Theme:
    """Return the theme of that name.

    Raises
    ------
    RecordNotFound
        With the nearest names.
    """
    themes = {theme.name: theme for theme in view.all(Theme)}
    found = _match(name, themes)
    if found is None:
        raise _missing(
            RecordNotFound("there is no theme {name!r}", name=name), name, themes, "qualcode theme"
        )
    return themes[found]


def _match(name: str, names: Iterable[str]) -> str | None:
    folded = {each.casefold(): each for each in names}
    exact = folded.get(name.casefold())
    beginnings = [each for key, each in folded.items() if name and key.startswith(name.casefold())]
    return exact or (beginnings[0] if len(beginnings) == 1 else None)


def _missing(error: QualcodeError, name: str, names: Iterable[str], command: str) -> QualcodeError:
    near = get_close_matches(name.casefold(), [each.casefold() for each in names], n=3, cutoff=0.5)
    written = {each.casefold(): each for each in names}
    remedy = "did you mean {near}? see `{command}`" if near else "see `{command}`"
    return type(error)(
        error.what, remedy=remedy, name=name, near=", ".join(written[each] for each in near), command=command
    )
