"""Readers: from a file to the draft of a source, one module per format."""

from qualcode.readers.draft import Draft, DraftSpeaker, Note
from qualcode.readers.registry import READERS, Reader, expand, read

__all__ = ["READERS", "Draft", "DraftSpeaker", "Note", "Reader", "expand", "read"]
