"""From the names that people type to records, with the nearest names where there is none."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from qualcode.errors import (
    CodeNotFound,
    CoderNotFound,
    QualcodeError,
    RecordNotFound,
    SourceNotFound,
    UsageError,
)
from qualcode.model import Case, Code, Codebook, Coder, Coding, Framework, Guid, Source, Speaker, Theme
from qualcode.pseudonyms import core
from qualcode.store import View

R = TypeVar("R")
E = TypeVar("E", bound=StrEnum)


def choice_named(choices: type[E], name: str, field: str) -> E:
    """Return the choice of that name.

    Raises
    ------
    UsageError
        With the choices there are.

    Examples
    --------
    >>> from qualcode.model import Verdict
    >>> choice_named(Verdict, "accept", "verdict")
    <Verdict.ACCEPT: 'accept'>
    """
    if name not in list(choices):
        raise UsageError(
            "{value} is none of the values of {field}", remedy="they are {choices}",
            value=name, field=field, choices=", ".join(choices),
        )  # fmt: skip
    return choices(name)


def source_named(view: View, name: str) -> Source:
    """Return the source of that name; capitals and a beginning that fits only one are forgiven.

    Raises
    ------
    SourceNotFound
        With the nearest names.
    """
    sources = {source.name: source for source in view.all(Source)}
    return _named(sources, name, SourceNotFound("there is no source {name!r}"), "qualcode sources")


def case_named(view: View, name: str) -> Case:
    """Return the case of that name, with Pak or Bu or without, or of that pseudonym.

    Capitals, and a beginning that fits only one, are forgiven.

    Raises
    ------
    RecordNotFound
        With the nearest names.
    """
    known = view.all(Case)
    bare = Counter(core(case.name) for case in known)
    alone = {core(case.name): case for case in known if bare[core(case.name)] == 1}
    cases = alone | {case.shown: case for case in known} | {case.name: case for case in known}
    return _named(cases, name, RecordNotFound("there is no case {name!r}"), "qualcode cases")


def theme_named(view: View, name: str) -> Theme:
    """Return the theme of that GUID or name, capitals and a beginning that fits only one forgiven.

    Raises
    ------
    RecordNotFound
        With the nearest names.
    """
    if found := view.get(Theme, name):
        return found
    themes = {theme.name: theme for theme in view.all(Theme)}
    return _named(themes, name, RecordNotFound("there is no theme {name!r}"), "qualcode theme")


def speaker_named(view: View, label: str) -> str:
    """Return the label of that speaker as it is written; capitals and a beginning that fits one are forgiven.

    Raises
    ------
    RecordNotFound
        With the nearest labels.
    """
    labels = {speaker.label: speaker.label for speaker in view.all(Speaker)}
    return _named(labels, label, RecordNotFound("there is no speaker {name!r}"), "qualcode speakers")


def coder_named(view: View, handle: str) -> Coder:
    """Return the coder of that very handle.

    Raises
    ------
    CoderNotFound
        With the nearest handles.
    """
    coders = {coder.handle: coder for coder in view.all(Coder)}
    if handle not in coders:
        raise _missing(CoderNotFound("there is no coder {name!r}"), handle, coders, "qualcode coders")
    return coders[handle]


def code_named(codebook: Codebook | None, name: str) -> Code:
    """Return the code with that key, that name in any language, or that ``framework:key``.

    Capitals are forgiven, a space for an underscore, and a beginning that fits only one key.

    Raises
    ------
    CodeNotFound
        With the nearest keys, or with the keys of those that share the name.
    """
    codes = codebook.codes if codebook else ()
    named = _codes(codes, name)
    if not named and codebook and ":" in name:
        family, _, bare = name.rpartition(":")
        named = [
            code
            for code in _codes(codes, bare)
            if _folded(codebook.framework(code.framework_id).key) == _folded(family)
        ]
    if len(named) > 1:
        raise CodeNotFound(
            "several codes are named {name!r}", remedy="say which by its key: {keys}",
            name=name, keys=", ".join(code.key for code in named),
        )  # fmt: skip
    if not named:
        spoken = {text: code.key for code in codes for text in (code.key, *_texts(code))}
        raise _offering(CodeNotFound("there is no code {name!r}"), name, spoken, "qualcode codebook show")
    return named[0]


def keys_of(codebook: Codebook | None) -> dict[Guid, str]:
    """Return the codes' keys by their GUIDs; none before a study has a codebook."""
    return {code.id: code.key for code in codebook.codes} if codebook else {}


def framework_named(codebook: Codebook | None, name: str) -> Framework:
    """Return the framework with that key, or that name in any language; capitals are forgiven.

    Raises
    ------
    RecordNotFound
        With the nearest keys.
    """
    families = codebook.frameworks if codebook else ()
    spoken = {text: each.key for each in families for text in each.name.as_mapping().values()}
    offers = {**spoken, **{each.key: each.key for each in families}}
    keys = {_folded(text): key for text, key in offers.items()}
    for each in families:
        if each.key == keys.get(_folded(name)):
            return each
    raise _offering(RecordNotFound("there is no framework {name!r}"), name, offers, "qualcode codebook show")


def coding_named(view: View, actor: Coder, text: str) -> Coding:
    """Return one of the actor's codings by its GUID's beginning, or by ``reference code-key``.

    Raises
    ------
    RecordNotFound
        None fits, or several do; those are listed.
    """
    what = "you have no coding {name!r}"
    return _coding(view, view.all(Coding, coder_id=actor.id), text, what)


def seen_coding(view: View, text: str) -> Coding:
    """Return a coding that the actor may see, whoever's; named as for `coding_named`."""
    what = "there is no coding {name!r}"
    return _coding(view, view.all(Coding), text, what)


def _coding(view: View, codings: Sequence[Coding], text: str, missing: str) -> Coding:
    name, codebook = text.strip(), view.codebook()
    keys = keys_of(codebook)
    found = [each for each in codings if len(name) >= 4 and each.id.startswith(name.lower())]
    found = found or [each for each in codings if each.reference == name]
    if not found:
        there = [each for each in codings if name.startswith(f"{each.reference} ")]
        wanted = {
            each.reference: code_named(codebook, name.removeprefix(f"{each.reference} ")) for each in there
        }
        found = [each for each in there if each.code_id == wanted[each.reference].id]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(
            f"{each.id[:8]} ({keys.get(each.code_id, '')}: {each.quote[:30]}…)" for each in found
        )
        raise RecordNotFound(
            "{name!r} fits {count} codings: {listed}", remedy="name one by its first letters",
            name=text, count=len(found), listed=listed,
        )  # fmt: skip
    near = sorted({keys.get(each.code_id, "") for each in codings if name.startswith(f"{each.reference} ")})
    remedy = "coded there: {codes}" if near else (
        "`qualcode table` lists them by reference code and code"
    )  # fmt: skip
    raise RecordNotFound(missing, remedy=remedy, name=text, codes=", ".join(near))


def subject_named(view: View, name: str) -> Theme | Framework | Code:
    """Return the theme, framework or code of that name: whatever codings can be drawn from.

    A theme's whole name goes before a framework's key, that before a code as `code_named` finds it, and that
    before the beginning of a theme's name.

    Raises
    ------
    RecordNotFound
        With the nearest names of all three. CodeNotFound, where several codes share the name.
    """
    codebook, wanted = view.codebook(), _folded(name)
    themes = {theme.name: theme for theme in view.all(Theme)}
    families = codebook.frameworks if codebook else ()
    whole: list[tuple[str, Theme | Framework]] = [*themes.items(), *((each.key, each) for each in families)]
    for key, found in whole:
        if _folded(key) == wanted:
            return found
    codes = codebook.codes if codebook else ()
    if _codes(codes, name.rpartition(":")[2]):
        return code_named(codebook, name)
    begun = [theme for key, theme in themes.items() if wanted and _folded(key).startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    spoken = {text: code.key for code in codes for text in (code.key, *_texts(code))}
    offers = {**spoken, **{family.key: family.key for family in families}, **{each: each for each in themes}}
    missing = RecordNotFound("there is no theme, framework or code {name!r}")
    raise _offering(missing, name, offers, "qualcode codebook show")


def _codes(codes: Iterable[Code], name: str) -> list[Code]:
    """Return the code of that key, else those of that name, else the one whose key is or begins so."""
    known, wanted = list(codes), _folded(name)
    keyed = [code for code in known if code.key.casefold() == name.strip().casefold()]
    named = [code for code in known if wanted in map(_folded, _texts(code))]
    spaced = [code for code in known if _folded(code.key) == wanted]
    begun = [code for code in known if wanted and _folded(code.key).startswith(wanted)]
    return keyed or named or spaced or (begun if len(begun) == 1 else [])


def _texts(code: Code) -> list[str]:
    return [text for _language, text in code.name.items]


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())


def _named(records: Mapping[str, R], name: str, missing: QualcodeError, command: str) -> R:
    folded = {each.casefold(): each for each in records}
    exact = folded.get(name.casefold())
    begun = [each for key, each in folded.items() if name and key.startswith(name.casefold())]
    if exact is None and len({id(records[each]) for each in begun}) != 1:
        raise _missing(missing, name, records, command)
    return records[exact or begun[0]]


def _missing(error: QualcodeError, name: str, names: Iterable[str], command: str) -> QualcodeError:
    return _offering(error, name, {each: each for each in names}, command)


def _offering(error: QualcodeError, name: str, offers: Mapping[str, str], command: str) -> QualcodeError:
    """Return the error with what to say instead: per name that is near, what is offered for it."""
    written = {_folded(each): offer for each, offer in offers.items()}
    near = [written[each] for each in get_close_matches(_folded(name), list(written), n=5, cutoff=0.5)]
    remedy = "did you mean {near}? see `{command}`" if near else "see `{command}`"
    shown = ", ".join(list(dict.fromkeys(near))[:3])
    return type(error)(error.what, remedy=remedy, name=name, near=shown, command=command)
