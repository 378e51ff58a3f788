"""Faults that no schema can see: ids used twice, keywords that are none, languages left out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qualcode.codebook_files.faults import Fault, fault, warning
from qualcode.codebook_files.outline import Outline, Path
from qualcode.errors import KeywordSyntaxError
from qualcode.model import ANY, code_guid, derived

ANY_LANGUAGE = "any"
"""How a file writes the language of words that are given for none in particular, beside others that are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A code as the outline has it."""

    data: Mapping[str, Any]
    path: Path

    @property
    def id(self) -> str:
        """Its id, or what stands there."""
        return str(self.data.get("id", ""))


def meaning_faults(outline: Outline) -> list[Fault]:
    """Return every fault of an outline that is of the right shape as far as it is looked at."""
    data = outline.data if isinstance(outline.data, dict) else {}
    codes = list(entries(data))
    found = [
        *_repeated("framework", [*frameworks(data)], outline),
        *_repeated("code", codes, outline),
        *_shared_guids(codes, data, outline),
        *_keyword_faults(codes, outline),
        *_shared_keywords(codes, outline),
        *_missing_languages(codes, data.get("languages"), outline),
    ]
    if not codes:
        found.append(fault(None, "the codebook has no codes", "list them under frameworks: or codes:"))
    if "codes" in data and "frameworks" in data:
        what = "there are codes beside the frameworks"
        found.append(fault(outline.line(("codes",)), what, "put them into a framework"))
    return found


def frameworks(data: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the frameworks, skipping what is none."""
    for index, each in enumerate(_list(data.get("frameworks"))):
        if isinstance(each, dict):
            yield Entry(each, ("frameworks", index))


def entries(data: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield every code, depth first, skipping what is none."""
    yield from _below(data, (), "codes")
    for framework in frameworks(data):
        yield from _below(framework.data, framework.path, "codes")


def _below(data: Mapping[str, Any], path: Path, field: str) -> Iterator[Entry]:
    for index, each in enumerate(_list(data.get(field))):
        if isinstance(each, dict):
            here = (*path, field, index)
            yield Entry(each, here)
            yield from _below(each, here, "children")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _repeated(kind: str, given: list[Entry], outline: Outline) -> Iterator[Fault]:
    first: dict[str, Path] = {}
    for entry in given:
        if entry.id in first:
            yield fault(
                outline.line((*entry.path, "id")),
                "the {kind} id {id!r} is used twice, first in line {first}",
                "give it another",
                kind=kind,
                id=entry.id,
                first=outline.line((*first[entry.id], "id")),
            )
        elif entry.id:
            first[entry.id] = entry.path


def _shared_guids(codes: list[Entry], data: Mapping[str, Any], outline: Outline) -> Iterator[Fault]:
    """Find codes of different ids that would be one and the same code."""
    codebook_id = str(data.get("guid") or derived("codebook", str(data.get("codebook"))))
    first: dict[str, str] = {}
    for entry in codes:
        guid = str(entry.data.get("guid") or code_guid(codebook_id, entry.id))
        other = first.setdefault(guid, entry.id)
        if other != entry.id:
            what = "{id!r} has the guid of {other!r}"
            remedy = "delete the guid of the code that is new, or give it an id that was never used"
            yield fault(outline.line(entry.path), what, remedy, id=entry.id, other=other)


def keywords_of(entry: Entry, field: str) -> Iterator[tuple[str, str, Path]]:
    """Yield the keywords of a code in a field, each with its language and path."""
    value = entry.data.get(field, [])
    by_language = value if isinstance(value, dict) else {ANY: value}
    for language, given in by_language.items():
        path: Path = (*entry.path, field, *([language] if isinstance(value, dict) else []))
        texts = [given] if isinstance(given, str) else _list(given)
        for index, text in enumerate(texts):
            if isinstance(text, str):
                yield ("" if language == ANY_LANGUAGE else str(language)), text, (*path, index)


def _keyword_faults(codes: list[Entry], outline: Outline) -> Iterator[Fault]:
    from qualcode.keywords import parse

    check: Callable[..., object] = parse
    for entry in codes:
        for field in ("keywords", "not_keywords"):
            for language, keyword, path in keywords_of(entry, field):
                try:
                    check(keyword, language=language)
                except KeywordSyntaxError as error:
                    yield fault(
                        outline.line(path),
                        "{id}: {keyword!r} is no keyword: {problem}",
                        id=entry.id,
                        keyword=keyword,
                        problem=error,
                    )


def _shared_keywords(codes: list[Entry], outline: Outline) -> Iterator[Fault]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in codes:
        for language, keyword, path in keywords_of(entry, "keywords"):
            other = first.setdefault((language, keyword.casefold()), entry)
            if other is not entry:
                yield warning(
                    outline.line(path),
                    "the keyword {keyword!r} of {id!r} is one of {other!r} too, so that both are suggested",
                    keyword=keyword,
                    id=entry.id,
                    other=other.id,
                )


def _missing_languages(codes: list[Entry], languages: Any, outline: Outline) -> Iterator[Fault]:
    for entry in codes:
        for field in ("name", "definition"):
            value = entry.data.get(field)
            given = value.keys() if isinstance(value, dict) else set()
            missing = [language for language in _list(languages) if given and language not in given]
            if missing and ANY_LANGUAGE not in given:
                yield warning(
                    outline.line((*entry.path, field)),
                    "{id}: the {field} is not given in {languages}",
                    id=entry.id,
                    field=field,
                    languages=", ".join(map(str, missing)),
                )
