"""Frames in, frames out: frequencies, matrices, summaries."""

from qualcode.tables.cells import CellNote, Companions
from qualcode.tables.columns import codings_frame
from qualcode.tables.counts import Count
from qualcode.tables.frequencies import frequencies
from qualcode.tables.matrix import Matrix, State, legend, matrix
from qualcode.tables.quotations import Quotation, strongest
from qualcode.tables.summary import Note, Part, Summary, of_codes, of_themes
from qualcode.tables.triangulation import Triangulation

__all__ = [
    "CellNote",
    "Companions",
    "Count",
    "Matrix",
    "Note",
    "Part",
    "Quotation",
    "State",
    "Summary",
    "Triangulation",
    "codings_frame",
    "frequencies",
    "legend",
    "matrix",
    "of_codes",
    "of_themes",
    "strongest",
]
