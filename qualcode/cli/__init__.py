"""The command line: one file per command, each a thin wrapper that parses, calls, prints."""

from qualcode.cli.main import main

__all__ = ["main"]
