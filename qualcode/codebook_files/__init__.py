"""Codebooks as files: read, check, compare, merge."""
