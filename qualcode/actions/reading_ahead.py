"""Read a batch of files, many at once where there are many, and hand them over in their order."""

import os
from collections import deque
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from qualcode.errors import FileProblem, QualcodeError
from qualcode.keywords import cached_index
from qualcode.model import sha256
from qualcode.readers import Draft, read

FEW = 16
"""Files up to which starting other processes takes longer than it saves."""
AHEAD = 2
"""Files in work for each process, so that memory does not grow with the batch."""

Outcome = Draft | QualcodeError | str
"""A draft; why there is none; or the name of the source that was made of the very file."""


def outcomes(
    files: Sequence[Path], *, known: Mapping[str, str], language: str | None, cache_dir: Path | None
) -> Generator[Outcome, None, None]:
    """Yield what becomes of each file, in their order.

    Parameters
    ----------
    files
        The batch.
    known
        Names of sources by the SHA-256 of their file: these are not read again.
    language
        Of all files; found in each where it is None.
    cache_dir
        Where the index of each text is kept, so that it need not be made later.
    """
    workers = min(os.cpu_count() or 1, 8)
    if len(files) <= FEW or workers == 1:
        for path in files:
            yield _known(path, known) or _outcome(path, language, cache_dir)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Outcome] | str] = deque()
        try:
            for path in files:
                there = _known(path, known)
                waiting.append(there or pool.submit(_outcome, path, language, cache_dir))
                if len(waiting) >= workers * AHEAD:
                    yield _settled(waiting.popleft())
            while waiting:
                yield _settled(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _settled(one: "Future[Outcome] | str") -> Outcome:
    return one if isinstance(one, str) else one.result()


def _known(path: Path, known: Mapping[str, str]) -> str | None:
    try:
        return known.get(sha256(path.read_bytes())) if known else None
    except OSError:
        return None  # reading it says why


def _outcome(path: Path, language: str | None, cache_dir: Path | None) -> Outcome:
    try:
        draft = read(path)
        cached_index(draft.text, language or draft.language, cache_dir)
    except QualcodeError as error:
        return error
    except MemoryError:
        return FileProblem("is too large for this machine's memory", where=path.name, remedy="divide it")
    return draft
