"""Values and frames to Word, Excel, CSV, HTML and Markdown."""

from qualcode.exports.registry import SUFFIXES, check_suffix, write_summary, write_table

__all__ = ["SUFFIXES", "check_suffix", "write_summary", "write_table"]
