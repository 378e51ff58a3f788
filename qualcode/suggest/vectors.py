"""Vectors of texts, computed once and kept: derived data, deletable at any time."""

import os
import re
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from qualcode.model import sha256
from qualcode.suggest.arrays import Floats
from qualcode.suggest.embedders import Embedder, embedded
from qualcode.suggest.steps import READING, OnStep, no_steps

BATCH = 64
"""Texts embedded between two steps of the bar."""

SHARD = 512
"""Texts whose vectors are put away together: no more is lost when the work is stopped."""


class Vectors:
    """The vectors of one model, by text.

    Each batch is a file of its own, put in place whole, so that a run that is stopped loses little and two
    programs do not disturb one another. An erased text's files go with the whole cache.

    Parameters
    ----------
    embedder
        What makes them.
    cache_dir
        The folder of the cache, made if need be. With None, or where it cannot be written, they are kept
        in memory only.
    """

    def __init__(self, embedder: Embedder, cache_dir: Path | None) -> None:
        self.embedder = embedder
        self._folder = cache_dir / f"vectors-{_safe(embedder.name)}" if cache_dir else None
        self._known: dict[str, Floats] = {}
        self._load()

    def of(self, texts: Sequence[str], *, on_step: OnStep = no_steps) -> Floats:
        """Return one row per text; only texts that were never seen are computed.

        Parameters
        ----------
        texts
            In any number, also the same one again.
        on_step
            Called with how many of the unseen ones are done.

        Raises
        ------
        QualcodeError
            The model gives no usable vectors.
        """
        keys = [sha256(text) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        made: dict[str, Floats] = {}
        todo = sorted(new, key=lambda key: (len(new[key]), key))  # a batch takes as long as its longest
        for at in range(0, len(todo), BATCH):
            batch = todo[at : at + BATCH]
            rows = _as_kept(embedded(self.embedder, [new[key] for key in batch]))
            self._forget_other_widths(rows.shape[1])
            made.update(zip(batch, rows, strict=True))
            on_step(min(at + BATCH, len(todo)), len(todo), READING)
            if len(made) >= SHARD or at + BATCH >= len(todo):
                self._known.update(made)
                self._keep(made)
                made = {}
        missing = [key for key in keys if key not in self._known]
        if missing:  # the model's dimension changed: what was kept is of no use any more
            return self.of(texts, on_step=on_step)
        return np.stack([self._known[key] for key in keys]) if keys else np.zeros((0, 1))

    def _forget_other_widths(self, width: int) -> None:
        if self._known and len(next(iter(self._known.values()))) != width:
            self._known = {}
            for path in self._files():
                with suppress(OSError):
                    path.unlink()

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.npz")) if self._folder else []

    def _load(self) -> None:
        for path in self._files():
            # a damaged file costs time, nothing else
            with suppress(OSError, ValueError, KeyError, EOFError), np.load(path) as kept:
                self._known.update(zip(kept["keys"].tolist(), kept["rows"].astype(np.float64), strict=True))

    def _keep(self, made: dict[str, Floats]) -> None:
        if self._folder is None or not made:
            return
        rows = np.stack(list(made.values())).astype(np.float32)
        with suppress(OSError):  # a cache that cannot be written costs time, nothing else
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                np.savez(file, keys=np.array(list(made)), rows=rows)
            Path(name).replace(self._folder / f"{sha256(''.join(made))[:16]}.npz")


def _as_kept(rows: Floats) -> Floats:
    """Round as a file does, so that a vector is the same when it is new and when it is read again."""
    return rows.astype(np.float32).astype(np.float64)


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name)
