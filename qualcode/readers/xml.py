"""Parsing XML that strangers wrote: no entities, no network, no document type."""

from typing import TYPE_CHECKING

from qualcode.errors import FileProblem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def root_of(data: bytes, *, where: str) -> "Element":
    """Return the root element.

    Raises
    ------
    FileProblem
        The bytes are no well-formed XML, or declare entities.
    """
    from lxml import etree

    if b"<!DOCTYPE" in data[:4096].replace(b"\x00", b"") or b"<!ENTITY" in data:
        what = "the file holds XML entities, which no program for transcripts writes"
        raise FileProblem(what, where=where, remedy="open it in its program and save it again")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        remedy = "open it in its program, save it again, and add that"
        raise FileProblem("the file is damaged", where=where, remedy=remedy) from error
