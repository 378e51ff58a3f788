"""Rows of a table -> outline: one code per row, its place given by the columns parent and framework."""

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from qualcode.codebook_files.faults import Fault, fault, nearest, warning
from qualcode.codebook_files.keys import slug
from qualcode.codebook_files.outline import Outline, Path

Rows: TypeAlias = Sequence[Sequence[str]]
"""Cells as text; the first row that names columns is the header."""

TEXTS = ("name", "definition", "include", "exclude")
LISTS = ("examples", "keywords", "not_keywords")
COLUMNS = ("id", "parent", "framework", "color", *TEXTS, *LISTS)

ALIASES = {
    "code": "id", "kode": "id", "key": "id",
    "induk": "parent", "parent_id": "parent", "parent_code": "parent",
    "kerangka": "framework", "family": "framework", "kelompok": "framework",
    "colour": "color", "warna": "color",
    "nama": "name", "label": "name", "nama_kode": "name", "code_name": "name",
    "definisi": "definition", "description": "definition",
    "inclusion": "include", "termasuk": "include", "kriteria_inklusi": "include",
    "exclusion": "exclude", "tidak_termasuk": "exclude", "kriteria_eksklusi": "exclude",
    "example": "examples", "contoh": "examples",
    "keyword": "keywords", "kata_kunci": "keywords", "not_keyword": "not_keywords",
    "bukan_kata_kunci": "not_keywords",
}  # fmt: skip
"""Other names that people give to columns."""

LEVELS = 15
"""Codes above one another; deeper nesting is a mistake."""

_LANGUAGE = re.compile(r"(.+)_([a-z]{2,3})")
ANY = "any"
"""The language of a column that names none, beside others that do."""

_Column: TypeAlias = tuple[str, str]


def column(header: str) -> _Column | None:
    """Return what a column holds, as field and language; None where it is unknown.

    Examples
    --------
    >>> column("Kata kunci (id)"), column("name_en"), column("Remarks")
    (('keywords', 'id'), ('name', 'en'), None)
    """
    name = re.sub(r"\W+", "_", header.strip().lower()).strip("_")
    field = ALIASES.get(name, name)
    if field in COLUMNS:
        return field, ""
    match = _LANGUAGE.fullmatch(name)
    field = ALIASES.get(match[1], match[1]) if match else ""
    return (field, match[2]) if match and field in TEXTS + LISTS else None


def is_header(row: Sequence[str]) -> bool:
    """Say whether a row names the columns: there is an id or a name, and one known column more."""
    fields = {found[0] for cell in row if (found := column(cell))}
    return bool(fields & {"id", "name"}) and len(fields) > 1


def read_rows(rows: Rows, *, codebook: str) -> Outline:
    """Turn the rows of a table into an outline.

    Parameters
    ----------
    rows
        All rows, so that row numbers are the file's own.
    codebook
        The codebook's id, which a table cannot say.
    """
    outline = Outline(data={"codebook": slug(codebook)})
    at = next((index for index, row in enumerate(rows) if is_header(row)), None)
    if at is None:
        remedy = "name the columns in the first row: {known}"
        outline.faults.append(fault(1, "there is no header row", remedy, known=", ".join(COLUMNS)))
        return outline
    columns = _columns(rows[at], at + 1, outline)
    nodes = [
        _Node(number, columns, row)
        for number, row in enumerate(rows[at + 1 :], at + 2)
        if any(map(str.strip, row))
    ]
    _find_parents(nodes, outline)
    _nest(nodes, outline)
    return outline


def _columns(header: Sequence[str], line: int, outline: Outline) -> list[_Column | None]:
    columns = [column(cell) for cell in header]
    for cell, found in zip(header, columns, strict=True):
        if cell.strip() and not found:
            meant = nearest(cell.strip().lower(), [*COLUMNS, *ALIASES])
            remedy = "did you mean {meant!r}?" if meant else ""
            outline.faults.append(
                warning(line, "the column {name!r} is not used", remedy, name=cell.strip(), meant=meant)
            )
    for twice in sorted({found for found in columns if found and columns.count(found) > 1}):
        name = "_".join(filter(None, twice))
        outline.faults.append(fault(line, "there are two columns {name!r}", "rename one", name=name))
    return columns


class _Node:
    """One row: its code as plain data, and where it says it belongs."""

    def __init__(self, line: int, columns: Sequence[_Column | None], row: Sequence[str]) -> None:
        self.line = line
        self.parent = self.framework = ""
        self.code: dict[str, Any] = {}
        self.above: _Node | None = None
        for found, cell in zip(columns, row, strict=False):
            if found and cell.strip():
                self._take(*found, cell.strip())
        for field in {*TEXTS, *LISTS} & self.code.keys():
            by_language = self.code[field]
            self.code[field] = by_language[ANY] if [*by_language] == [ANY] else by_language
        self.id = str(self.code.setdefault("id", slug(_first(self.code.get("name", "")))))
        self.code.setdefault("name", self.id)

    def _take(self, field: str, language: str, cell: str) -> None:
        if field in ("parent", "framework"):
            setattr(self, field, cell)
            return
        value: Any = _items(cell, field) if field in LISTS else cell
        if field in ("id", "color"):
            self.code[field] = value
        else:
            self.code.setdefault(field, {})[language or ANY] = value


def _first(texts: Any) -> str:
    return str(next(iter(texts.values()))) if isinstance(texts, dict) else str(texts)


def _items(cell: str, field: str) -> list[str]:
    """Split a cell: lines, and for keywords also semicolons."""
    parts = re.split(r"\n" if field == "examples" else r"[;\n]", cell)
    return [part.strip() for part in parts if part.strip()]


def _find_parents(nodes: Sequence[_Node], outline: Outline) -> None:
    by_id = {node.id: node for node in reversed(nodes)}
    for node in nodes:
        node.above = by_id.get(node.parent)
        if node.parent and not node.above:
            meant = nearest(node.parent, by_id)
            remedy = "did you mean {meant!r}?" if meant else "give the id of another row"
            what = "there is no code {parent!r}"
            outline.faults.append(fault(node.line, what, remedy, parent=node.parent, meant=meant))
    for node in nodes:
        above, found = _chain(node)
        if found:
            outline.faults.append(found)
            node.above = None
        elif above:
            above[-1].framework = above[-1].framework or node.framework


def _chain(node: _Node) -> tuple[list[_Node], Fault | None]:
    """Return the codes above one, nearest first, and what is wrong with them."""
    above: list[_Node] = []
    step = node.above
    while step and step not in above:
        above.append(step)
        step = step.above
        if step is node:
            circle = " > ".join(each.id for each in [node, *reversed(above), node])
            what = "{id!r} is above itself: {circle}"
            return above, fault(node.line, what, "give one of them another parent", id=node.id, circle=circle)
        if len(above) > LEVELS:
            return above, fault(
                node.line, "codes are nested too deeply", "a codebook needs a few levels only"
            )
    other = above[-1].framework if above else ""
    if node.framework and other and node.framework != other:
        what = "{id!r} is of {framework!r}, the codes above it are of {other!r}"
        return above, fault(node.line, what, "use one", id=node.id, framework=node.framework, other=other)
    return above, None


def _nest(nodes: Sequence[_Node], outline: Outline) -> None:
    """Put codes below their parents and frameworks, noting the row of each."""
    below: dict[_Node | None, list[_Node]] = {}
    for node in nodes:
        below.setdefault(node.above, []).append(node)

    def attach(siblings: list[_Node], path: Path) -> list[dict[str, Any]]:
        for index, node in enumerate(siblings):
            outline.lines[*path, index] = node.line
            if node in below:
                node.code["children"] = attach(below[node], (*path, index, "children"))
        return [node.code for node in siblings]

    tops = below.get(None, [])
    if not any(node.framework for node in tops):
        outline.data["codes"] = attach(tops, ("codes",))
        return
    families: dict[str, list[_Node]] = {}
    for node in tops:
        families.setdefault(node.framework or outline.data["codebook"], []).append(node)
    outline.data["frameworks"] = [
        {"id": slug(name), "name": name, "codes": attach(family, ("frameworks", index, "codes"))}
        for index, (name, family) in enumerate(families.items())
    ]
