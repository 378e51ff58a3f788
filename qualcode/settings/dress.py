"""How a faculty wants its documents: template, style names, captions, the line below a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from qualcode.errors import FileProblem

ROLES = (
    "title", "heading1", "heading2", "heading3", "text", "note", "quote", "quote_source",
    "caption", "source", "table", "table_text", "table_number",
)  # fmt: skip
"""What styles of a template can be for."""

KEYS = ("template", "styles", "table", "figure", "chapter", "source", "orientation", "pseudonyms")
"""What ``[document]`` can say; whether names are disguised is asked for by `qualcode.actions.exporting`."""

ORIENTATIONS = ("auto", "portrait", "landscape")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """What a document looks like, apart from what it says.

    Attributes
    ----------
    template
        A Word file whose styles, page, header and footer are taken.
    styles
        Names of its styles by role, such as ``{"quote": "Kutipan"}``; a role that is not named has a
        fall-back.
    table, figure
        Patterns of captions with ``{chapter}``, ``{part}`` (of an appendix) and ``{number}``, such as
        ``"Tabel {chapter}.{number}"``; by default the language's word, the chapter where there is one, and
        the number.
    chapter
        The chapter's number, as text.
    source
        The line below each table and picture.
    orientation
        ``auto`` turns the page for wide tables, and back.
    excel
        A .csv begins with a byte-order mark, without which Excel garbles letters beyond ASCII.
    """

    template: Path | None = None
    styles: Mapping[str, str] = field(default_factory=dict)
    table: str = ""
    figure: str = ""
    chapter: str = ""
    source: str = ""
    orientation: Literal["auto", "portrait", "landscape"] = "auto"
    excel: bool = False


def dress_of(table: Mapping[str, Any], root: Path, where: str) -> Dress:
    """Make a dress of what ``[document]`` says; a template is found from the folder `root`.

    Raises
    ------
    FileProblem
        A key is unknown, or a value is not of its kind.
    """
    fault = _fault_of(table)
    if fault:
        raise FileProblem(
            "{key} is not right", where=where, remedy=fault[1], key=fault[0],
            keys=", ".join(KEYS), roles=", ".join(ROLES), orientations=", ".join(ORIENTATIONS),
        )  # fmt: skip
    given = {key: value for key, value in table.items() if key != "pseudonyms"}
    if "template" in given:
        given["template"] = root / given["template"]
    if "chapter" in given:
        given["chapter"] = str(given["chapter"])
    return Dress(**given)


def _fault_of(table: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the first key that is not right, and what it should be."""
    unknown = sorted(table.keys() - set(KEYS))
    if unknown:
        remedy = "a document has {keys}"
        return unknown[0], remedy
    if not isinstance(table.get("pseudonyms", True), bool):
        remedy = "it is true or false"
        return "pseudonyms", remedy
    for key in ("template", "table", "figure", "source"):
        if not isinstance(table.get(key, "-"), str) or not table.get(key, "-"):
            remedy = "it is text in quotes"
            return key, remedy
    if not isinstance(table.get("chapter", ""), str | int):
        remedy = "it is a number or text in quotes"
        return "chapter", remedy
    styles = table.get("styles", {})
    if not isinstance(styles, dict) or not all(isinstance(name, str) and name for name in styles.values()):
        remedy = 'it names styles of the template, as in {{quote = "Kutipan"}}'
        return "styles", remedy
    if styles.keys() - set(ROLES):
        remedy = "styles can be named for {roles}"
        return f"styles.{min(styles.keys() - set(ROLES))}", remedy
    if table.get("orientation", "auto") not in ORIENTATIONS:
        remedy = "it is one of {orientations}"
        return "orientation", remedy
    return _fault_of_patterns(table)


def _fault_of_patterns(table: Mapping[str, Any]) -> tuple[str, str] | None:
    for key in ("table", "figure"):
        pattern = table.get(key, "Tabel {number}")
        fields = _fields(pattern)
        known = fields.count("number") == 1 and set(fields) <= {"number", "chapter", "part"}
        if not known or pattern.startswith("{"):
            remedy = 'it begins with a word and has {{number}} once, as in "Tabel {{chapter}}.{{number}}"'
            return key, remedy
        if "chapter" in fields and not table.get("chapter"):
            remedy = 'it needs the chapter, as in chapter = "4"'
            return key, remedy
    return None


def _fields(pattern: str) -> list[str]:
    """Return the fields of a pattern in order; none where its braces are not in pairs."""
    try:
        return [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    except ValueError:
        return []
