"""The command line: one file per command, each a thin wrapper that parses, calls, prints."""
