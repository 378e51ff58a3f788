"""Opening office files safely: zip archives of XML, of a bounded size, without entities."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qualcode.errors import FileProblem
from qualcode.readers.draft import File
from qualcode.readers.limits import MOST_TIGHTLY, SMALL_MB, VARIABLE, largest, largest_mb
from qualcode.readers.paths import too_large

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError)
"""What `zipfile` raises where an archive is damaged, or locked."""

_READ = (".xml", ".rels", "mimetype")
"""Members that are read; pictures and macros are never unpacked."""


class Package:
    """An office file as an archive.

    Parameters
    ----------
    file
        The bytes of a .docx, .xlsx or .odt.

    Raises
    ------
    FileProblem
        The archive is damaged, or a member is unreasonably large.
    """

    def __init__(self, file: File) -> None:
        self.file = file
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(file.data))
        except BROKEN as error:
            raise self.damaged() from error
        self._names = set(self._archive.namelist())
        self._refuse_bombs()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def bytes_of(self, name: str) -> bytes:
        """Return a member's bytes; the limit holds whatever the archive's directory says."""
        try:
            with self._archive.open(name) as member:
                data = member.read(largest() + 1)
        except (KeyError, *BROKEN) as error:
            raise self.damaged() from error
        if len(data) > largest():
            raise too_large(self.file.name, len(data) >> 20)
        return data

    def _refuse_bombs(self) -> None:
        """Refuse an archive that unpacks to more than can be read, or than any office program packs."""
        total = 0
        for member in self._archive.infolist():
            if not member.filename.endswith(_READ):
                continue
            total += member.file_size
            packed = max(member.compress_size, 1)
            if total > largest():
                what = "the file unpacks to {size} MB, more than the {limit} MB that are read"
                remedy = "split it, or allow more: {variable}={size}"
                size, limit = (total >> 20) + 1, largest_mb()
                raise FileProblem(
                    what, where=self.file.name, remedy=remedy, size=size, limit=limit, variable=VARIABLE
                )
            if member.file_size > SMALL_MB << 20 and member.file_size > packed * MOST_TIGHTLY:
                what = "the file unpacks to {times} times its size, as no office program packs"
                remedy = "open it in its program, save it again, and add that"
                times = member.file_size // packed
                raise FileProblem(what, where=self.file.name, remedy=remedy, times=times)

    def xml(self, name: str) -> "Element":
        """Return the root of an XML member."""
        from lxml import etree

        data = self.bytes_of(name)
        self._refuse_entities(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged() from error

    def related(self, name: str, kind: str) -> "Element | None":
        """Return the root of the member that another one refers to as, for instance, its ``footnotes``."""
        folder, _, base = name.rpartition("/")
        relations = f"{folder}/_rels/{base}.rels".lstrip("/")
        if relations not in self:
            return None
        for relation in self.xml(relations):
            if attribute(relation, "Type").endswith(f"/{kind}"):
                target = attribute(relation, "Target")
                member = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                return self.xml(member) if member in self else None
        return None

    def refuse_entities(self) -> None:
        """Refuse an archive with a document type in any of its XML members: office programs write none."""
        for name in self._archive.namelist():
            if name.endswith((".xml", ".rels")):
                self._refuse_entities(self.bytes_of(name))

    def _refuse_entities(self, data: bytes) -> None:
        if b"<!DOCTYPE" in data[:4096].replace(b"\x00", b"") or b"<!ENTITY" in data:
            what = "the file holds XML entities, which no office program writes"
            remedy = "open it in its program and save it again"
            raise FileProblem(what, where=self.file.name, remedy=remedy)

    def damaged(self) -> FileProblem:
        """Return the error for a file that cannot be taken apart."""
        remedy = "open it in its program, save it again, and add that"
        return FileProblem("the file is damaged", where=self.file.name, remedy=remedy)


class _Names(dict[object, str]):
    """Names by tag: a document has a million elements of a few dozen names."""

    def __missing__(self, tag: object) -> str:
        if len(self) > 4096:
            self.clear()
        self[tag] = name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        return name


_NAMES = _Names()


def local(element: "Element") -> str:
    """Return an element's name without its namespace; empty for comments."""
    return _NAMES[element.tag]


def attribute(element: "Element", name: str) -> str:
    """Return an attribute by its name without namespace; empty where there is none."""
    for key, value in element.items():
        if _NAMES[key] == name:
            return str(value)
    return ""


def children(element: "Element", *names: str) -> Iterator["Element"]:
    """Yield the children of those names."""
    return (child for child in element if local(child) in names)
