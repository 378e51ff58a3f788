"""Values and frames to Word, Excel, CSV, HTML and Markdown."""

from qualcode.exports.membercheck import ReadSource, ReadTurn, write_membercheck
from qualcode.exports.registry import SUFFIXES, check_suffix, write_summary, write_table

__all__ = [
    "SUFFIXES",
    "ReadSource",
    "ReadTurn",
    "check_suffix",
    "write_membercheck",
    "write_summary",
    "write_table",
]
