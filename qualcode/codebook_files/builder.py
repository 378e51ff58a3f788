"""Outline -> codebook, once it is known to be free of faults."""

from collections.abc import Mapping
from typing import Any

from qualcode.codebook_files.meaning import ANY_LANGUAGE
from qualcode.codebook_files.places import arranged
from qualcode.model import (
    ANY,
    Code,
    Codebook,
    Framework,
    Guid,
    LocalList,
    LocalText,
    code_guid,
    derived,
    framework_guid,
)


def build(data: Mapping[str, Any]) -> Codebook:
    """Make the codebook that an outline's data describes."""
    key = data["codebook"]
    codebook_id = data.get("guid") or derived("codebook", key)
    families = data.get("frameworks") or [
        {"id": key, "name": data.get("title", key), "codes": data.get("codes", [])}
    ]
    frameworks = tuple(
        Framework(
            id=each.get("guid") or framework_guid(codebook_id, each["id"]),
            key=each["id"],
            name=local_text(each["name"]),
            definition=local_text(each.get("definition", "")),
            position=position,
        )
        for position, each in enumerate(families)
    )
    codebook = Codebook(
        id=codebook_id,
        key=key,
        title=local_text(data.get("title", "")),
        version=int(data.get("version", 1)),
        frameworks=frameworks,
    )
    codes: list[Code] = []
    for framework, each in zip(frameworks, families, strict=True):
        for code in each.get("codes", []):
            _add(codes, code, codebook_id, framework.id, None)
    return arranged(codebook, codes)


def _add(
    codes: list[Code], data: Mapping[str, Any], codebook_id: Guid, framework_id: Guid, parent_id: Guid | None
) -> None:
    code = Code(
        id=data.get("guid") or code_guid(codebook_id, data["id"]),
        key=data["id"],
        framework_id=framework_id,
        parent_id=parent_id,
        name=local_text(data["name"]),
        definition=local_text(data.get("definition", "")),
        include=local_text(data.get("include", "")),
        exclude=local_text(data.get("exclude", "")),
        examples=local_list(data.get("examples", [])),
        keywords=local_list(data.get("keywords", [])),
        not_keywords=local_list(data.get("not_keywords", [])),
        color=data.get("color", "").lower(),
    )
    codes.append(code)
    for child in data.get("children", []):
        _add(codes, child, codebook_id, framework_id, code.id)


def local_text(value: str | Mapping[str, str]) -> LocalText:
    """Read a text given once or per language."""
    return LocalText.of(
        value if isinstance(value, str) else {_language(key): text for key, text in value.items()}
    )


def local_list(value: str | list[str] | Mapping[str, str | list[str]]) -> LocalList:
    """Read texts given once or per language; a single text stands for a list of one."""
    if not isinstance(value, Mapping):
        return LocalList.of(value)
    return LocalList.of(
        {_language(key): [texts] if isinstance(texts, str) else texts for key, texts in value.items()}
    )


def _language(key: str) -> str:
    return ANY if key == ANY_LANGUAGE else key
