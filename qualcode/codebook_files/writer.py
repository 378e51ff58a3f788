"""Codebook -> YAML: readable, diffable, the same for equal codebooks."""

import io
from contextlib import suppress
from pathlib import Path
from typing import Any

from qualcode.codebook_files.meaning import ANY_LANGUAGE
from qualcode.errors import FileProblem
from qualcode.model import ANY, Code, Codebook, LocalList, LocalText, code_guid, framework_guid

_WIDE = 1_000_000
"""Lines are never folded, so that one changed text is one changed line."""


def to_yaml(codebook: Codebook) -> str:
    """Return the codebook as YAML, with the GUID and version that it was made from."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = _WIDE
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_plain(codebook), stream)
    return stream.getvalue()


def write(codebook: Codebook, path: Path) -> None:
    """Write a codebook file, whole or not at all.

    Raises
    ------
    FileProblem
        The file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.write_bytes(to_yaml(codebook).encode())
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        what = "the file cannot be written: {problem}"
        raise FileProblem(what, where=path.name, problem=error.strerror) from error


def _plain(codebook: Codebook) -> dict[str, Any]:
    languages = {
        language: None
        for each in (
            codebook.title,
            *(framework.name for framework in codebook.frameworks),
            *(code.name for code in codebook.codes),
        )
        for language, _ in each.items
        if language != ANY
    }
    return _given(
        codebook=codebook.key,
        guid=codebook.id,
        version=codebook.version,
        title=_text(codebook.title),
        languages=[*languages],
        frameworks=[
            _given(
                id=framework.key,
                guid=framework.id if framework.id != framework_guid(codebook.id, framework.key) else "",
                name=_text(framework.name) or framework.key,
                definition=_text(framework.definition),
                codes=[_code(codebook, code) for code in codebook.children(None, framework.id)],
            )
            for framework in codebook.frameworks
        ],
    )


def _code(codebook: Codebook, code: Code) -> dict[str, Any]:
    return _given(
        id=code.key,
        guid=code.id if code.id != code_guid(codebook.id, code.key) else "",
        name=_text(code.name) or code.key,
        definition=_text(code.definition),
        include=_text(code.include),
        exclude=_text(code.exclude),
        examples=_list(code.examples),
        keywords=_list(code.keywords),
        not_keywords=_list(code.not_keywords),
        color=code.color,
        children=[_code(codebook, child) for child in codebook.children(code.id)],
    )


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _text(text: LocalText) -> Any:
    if [language for language, _ in text.items] == [ANY]:
        return _scalar(text.items[0][1])
    return {language or ANY_LANGUAGE: _scalar(words) for language, words in text.items}


def _list(texts: LocalList) -> Any:
    if [language for language, _ in texts.items] == [ANY]:
        return [_scalar(text) for text in texts.items[0][1]]
    return {language or ANY_LANGUAGE: [_scalar(text) for text in given] for language, given in texts.items}


def _scalar(text: str) -> str:
    """Write texts of several lines as blocks."""
    from ruamel.yaml.scalarstring import LiteralScalarString

    return LiteralScalarString(text) if "\n" in text else text
