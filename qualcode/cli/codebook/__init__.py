"""``qualcode codebook``."""

from qualcode.cli.codebook import files, reworking, showing
from qualcode.cli.codebook.group import command

__all__ = ["command", "files", "reworking", "showing"]
