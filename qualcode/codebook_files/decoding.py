"""Bytes -> text, without guessing: a codebook is UTF-8, or UTF-16 that says so."""

import codecs

from qualcode.codebook_files.faults import Fault, fault

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(data: bytes, faults: list[Fault]) -> str | None:
    """Return the text with line feeds for line ends; None, and a fault, where it is in no such encoding."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    try:
        text = data[len(mark) :].decode(_MARKS.get(mark, "utf-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        faults.append(fault(line, "the text is not UTF-8", "save the file again with the encoding UTF-8"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
