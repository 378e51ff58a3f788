"""Readers: from a file to the draft of a source, one module per format."""

from qualcode.readers.draft import Comment, Draft, DraftSpeaker, Note
from qualcode.readers.paths import expand
from qualcode.readers.registry import READERS, Reader, read
from qualcode.readers.returned import MarginComment, ReturnedFile, read_returned

__all__ = [
    "READERS",
    "Comment",
    "Draft",
    "DraftSpeaker",
    "MarginComment",
    "Note",
    "Reader",
    "ReturnedFile",
    "expand",
    "read",
    "read_returned",
]
