"""The shape of an outline, against codebook.schema.json."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from qualcode.codebook_files.faults import Fault, fault, nearest
from qualcode.codebook_files.outline import Outline, Path

if TYPE_CHECKING:
    from jsonschema import ValidationError

_KINDS = {"string": "a text", "array": "a list", "object": "a mapping", "integer": "a number"}
_REMEDIES = {
    "color": 'write it as "#4477aa"',
    "id": "use letters, digits, - and _, without spaces",
    "codebook": "use letters, digits, - and _, without spaces",
    "guid": "leave it out, or keep it as it was exported",
    "version": "leave it out, or keep it as it was exported",
    "languages": "use short names, such as id or en",
}


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of codebook files, as shipped with the package."""
    text = files("qualcode.codebook_files").joinpath("codebook.schema.json").read_text("utf-8")
    return dict(json.loads(text))


def structural_faults(outline: Outline) -> list[Fault]:
    """Return every departure from the schema, in words that name the field and what was meant."""
    from jsonschema import Draft202012Validator

    return [
        found
        for error in Draft202012Validator(schema()).iter_errors(outline.data)
        for found in _explain(error, outline)
    ]


def _explain(error: "ValidationError", outline: Outline) -> Iterator[Fault]:
    path: Path = tuple(error.absolute_path)
    line = outline.line(path)
    rule = str(error.validator)
    wanted: Any = error.validator_value
    found: Any = error.instance
    if rule == "additionalProperties":
        known = list(error.schema["properties"]) if isinstance(error.schema, dict) else []
        for name in found:
            if name not in known:
                yield _unknown(outline.line((*path, name)), name, known)
    elif rule == "required":
        for name in wanted:
            if name not in found:
                subject = found.get("id") or _subject(path)
                yield fault(line, "{subject}: there is no {field!r}", subject=subject, field=name)
    elif rule == "type":
        kinds = wanted if isinstance(wanted, list) else [wanted]
        expected = " or ".join(_KINDS[kind] for kind in kinds)
        yield fault(line, "{field} should be {expected}", field=_subject(path), expected=expected)
    elif rule == "minLength":
        yield fault(line, "{field} has an empty entry", "fill it in or delete it", field=_subject(path))
    elif "propertyNames" in error.absolute_schema_path:
        name = str(found)
        yield fault(
            outline.line((*path, name)),
            "{field}: {name!r} is no language",
            "use short names, such as id or en",
            field=_subject(path),
            name=name,
        )
    else:
        field = _subject(path)
        yield fault(
            line,
            "{value!r} is no {field}",
            _REMEDIES.get(field, ""),
            value=str(found),
            field=_singular(field),
        )


def _unknown(line: int | None, name: str, known: list[str]) -> Fault:
    meant = nearest(name, known)
    if meant:
        return fault(line, "there is no field {name!r}", "did you mean {meant!r}?", name=name, meant=meant)
    return fault(line, "there is no field {name!r}", "there are: {known}", name=name, known=", ".join(known))


def _subject(path: Path) -> str:
    """Return the field that a path is about: its last name that is no language."""
    if path[-1:] == ("id",) and isinstance(path[-2], int):
        return "id"
    fields = [part for part in path if isinstance(part, str) and len(part) > 3]
    return fields[-1] if fields else "the codebook"


def _singular(field: str) -> str:
    return {"languages": "language", "codebook": "id"}.get(field, field)
