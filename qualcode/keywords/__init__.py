"""The keyword language: parser, index, matching."""

from qualcode.keywords.cache import cached_index, index_path
from qualcode.keywords.index import TextIndex
from qualcode.keywords.kwic import ContextLine, in_context
from qualcode.keywords.matching import Hit, Matches, find, locate, overlapping
from qualcode.keywords.pattern import Match, Pattern, Term, parse

__all__ = [
    "ContextLine",
    "Hit",
    "Match",
    "Matches",
    "Pattern",
    "Term",
    "TextIndex",
    "cached_index",
    "find",
    "in_context",
    "index_path",
    "locate",
    "overlapping",
    "parse",
]
