"""Indexes kept on disk: derived data, deletable at any time."""

from pathlib import Path

from qualcode.errors import FileProblem
from qualcode.keywords.index import TextIndex
from qualcode.lang.analyser import VERSION
from qualcode.model import sha256

LAYOUT = "2"
"""Of what an index holds; it goes up when the same words give another index."""


def cached_index(text: str, language: str, cache_dir: Path | None) -> TextIndex:
    """Return the index of a text, from the cache where it is there, else built and put there.

    Parameters
    ----------
    text, language
        What to index.
    cache_dir
        The folder of the cache, made if need be. With None, or where it cannot be written, nothing is kept.
    """
    if cache_dir is None:
        return TextIndex.build(text, language)
    path = index_path(text, language, cache_dir)
    try:
        return TextIndex.load(path)
    except FileProblem:
        index = TextIndex.build(text, language)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        index.save(path)
    except (OSError, FileProblem):
        return index  # a cache that cannot be written costs time, nothing else
    return index


def index_path(text: str, language: str, cache_dir: Path) -> Path:
    """Return where the index of a text is kept; an erased text's file must be deleted with it."""
    return cache_dir / f"index-{VERSION}.{LAYOUT}-{language}-{sha256(text)}.npz"
