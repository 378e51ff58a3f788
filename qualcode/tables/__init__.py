"""Frames in, frames out: frequencies, matrices, summaries."""

from qualcode.tables.columns import codings_frame
from qualcode.tables.frequencies import frequencies
from qualcode.tables.matrix import Matrix, State, legend, matrix
from qualcode.tables.quotations import Quotation, strongest
from qualcode.tables.summary import Count, Note, Part, Summary, of_codes, of_theme

__all__ = [
    "Count",
    "Matrix",
    "Note",
    "Part",
    "Quotation",
    "State",
    "Summary",
    "codings_frame",
    "frequencies",
    "legend",
    "matrix",
    "of_codes",
    "of_theme",
    "strongest",
]
