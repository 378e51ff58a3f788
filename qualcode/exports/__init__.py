"""Values and frames to Word, Excel, CSV, HTML and Markdown."""

from qualcode.exports.marks import Mark, Part, Piece, Transcript
from qualcode.exports.membercheck import ReadSource, ReadTurn, write_membercheck
from qualcode.exports.registry import SUFFIXES, check_suffix, write_summary, write_table, write_triangulation
from qualcode.exports.transcript import transcript_blocks, write_transcript

__all__ = [
    "SUFFIXES",
    "Mark",
    "Part",
    "Piece",
    "ReadSource",
    "ReadTurn",
    "Transcript",
    "check_suffix",
    "transcript_blocks",
    "write_membercheck",
    "write_summary",
    "write_table",
    "write_transcript",
    "write_triangulation",
]
