"""Types of the arrays that methods hand to one another."""

from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float64]]
"""Scores, probabilities, vectors; of two dimensions, passages come first."""

Numbers = np.ndarray[Any, np.dtype[np.int64]]
"""Places in a list of passages."""

Flags = np.ndarray[Any, np.dtype[np.bool_]]
"""One yes or no per passage, or per passage and code."""

Labels = np.ndarray[Any, np.dtype[np.int8]]
"""What is known, per passage and code: `YES`, `NO`, or `UNKNOWN`."""

YES, NO, UNKNOWN = 1, 0, -1
