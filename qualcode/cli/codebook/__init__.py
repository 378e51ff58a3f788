"""``qualcode codebook``."""

from qualcode.cli.codebook import families, files, reworking, showing
from qualcode.cli.codebook.group import command

__all__ = ["command", "families", "files", "reworking", "showing"]
