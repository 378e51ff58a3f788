"""What one code learns: a linear model that can be read, word by word."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, issparse
from sklearn import config_context
from sklearn.linear_model import LogisticRegression

from qualcode.suggest.arrays import YES, Floats, Labels

STRENGTH = 3.0
"""Inverse of the regularisation, where columns are weighted; higher follows the examples more closely."""

MOST = 8.0
"""Log-odds beyond which a score says nothing more: ``1 / (1 + e**-8)`` is 0.9997."""


@dataclass(frozen=True, eq=False)
class Linear:
    """Log-odds of a code as a sum over columns.

    Attributes
    ----------
    weights
        One per column.
    base
        What is added to the sum.
    scale
        What the columns were weighed by when it was learnt.
    """

    weights: Floats
    base: float
    scale: Floats

    def logits(self, rows: Any) -> Floats:
        """Return the log-odds of each row."""
        return np.clip(np.asarray(rows @ self.weights).ravel() + self.base, -MOST, MOST)


def learn(rows: Any, labels: Labels, *, by_ratio: bool) -> Linear:
    """Learn one code from rows that are known.

    Parameters
    ----------
    rows
        Sparse counts, or vectors.
    labels
        `YES` or `NO` for each.
    by_ratio
        Weigh each column first by how much more often it stands in one class than in the other: the
        log-count ratio of naive Bayes (Wang and Manning 2012). It is what makes few examples go far.

    Notes
    -----
    With examples of one kind only, nothing but their share is learnt: the log-odds are those of the rule of
    succession.
    """
    found = labels == YES
    positives, negatives = int(found.sum()), int((~found).sum())
    if not positives or not negatives:
        odds = float(np.log((positives + 0.5) / (negatives + 0.5)))
        return Linear(np.zeros(rows.shape[1]), odds, np.ones(rows.shape[1]))
    scale = _ratios(rows, found) if by_ratio and issparse(rows) else np.ones(rows.shape[1])
    model = LogisticRegression(
        C=STRENGTH, solver="liblinear", dual=True, tol=0.01, max_iter=1000, random_state=0
    )  # the dual problem: with more columns than rows, some twenty times as fast
    with config_context(assume_finite=True, skip_parameter_validation=True):
        model.fit(_scaled(rows, scale) if issparse(rows) else rows, found)
    return Linear(model.coef_[0] * scale, float(model.intercept_[0]), scale)


def _scaled(rows: csr_matrix, scale: Floats) -> csr_matrix:
    """Return rows with each column multiplied; a product of matrices would take time to sort them anew."""
    data = rows.data * scale[rows.indices]
    return csr_matrix((data, rows.indices, rows.indptr), shape=rows.shape)


def _ratios(rows: csr_matrix, found: Any) -> Floats:
    """Return the size of each column's log-count ratio, every column counted once more than it is."""
    with_code = 1.0 + rows[found].getnnz(axis=0)
    without = 1.0 + rows[~found].getnnz(axis=0)
    ratios: Floats = np.abs(np.log((with_code / with_code.sum()) / (without / without.sum())))
    return ratios


def chances(logits: Floats) -> Floats:
    """Return log-odds as chances from 0 to 1.

    Examples
    --------
    >>> chances(np.array([0.0, 2.0])).round(2).tolist()
    [0.5, 0.88]
    """
    chance: Floats = 1 / (1 + np.exp(-logits))
    return chance
