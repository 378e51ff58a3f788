"""Read a batch of files, many at once where there are many, and hand them over in their order."""

import os
import signal
from collections import deque
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

from qualcode.actions.collecting import garbage_waits
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
    files: Sequence[Path],
    *,
    known: Mapping[str, str],
    languages: Mapping[Path, str],
    cache_dir: Path | None,
    tiers: Mapping[Path, tuple[str, ...]] = MappingProxyType({}),
    workers: int | None = None,
) -> Generator[Outcome, None, None]:
    """Yield what becomes of each file, in their order.

    Parameters
    ----------
    files
        The batch.
    known
        Names of sources by the SHA-256 of their file: these are not read again.
    languages
        Of the files whose language is said; it is found in the others.
    cache_dir
        Where the index of each text is kept, so that it need not be made later.
    tiers
        Those to be read, of files for which they are said.
    workers
        Processes to read with; by default one for each core this process may use, at most 8.
    """
    workers = workers or min(_cores(), 8)
    if len(files) <= FEW or workers == 1:
        for path in files:
            yield _known(path, known) or _outcome(path, languages.get(path), tiers.get(path, ()), cache_dir)
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_leave_stopping) as pool:
        waiting: deque[Future[Outcome] | str] = deque()
        try:
            for path in files:
                there = _known(path, known)
                said = languages.get(path), tiers.get(path, ())
                waiting.append(there or pool.submit(_outcome, path, *said, cache_dir))
                if len(waiting) >= workers * AHEAD:
                    yield _settled(waiting.popleft())
            while waiting:
                yield _settled(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _leave_stopping() -> None:
    """Leave ctrl-C, which every process of a window gets, to the one that hands out the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _settled(one: "Future[Outcome] | str") -> Outcome:
    return one if isinstance(one, str) else one.result()


def _known(path: Path, known: Mapping[str, str]) -> str | None:
    try:
        return known.get(sha256(path.read_bytes())) if known else None
    except OSError:
        return None  # reading it says why


@garbage_waits()
def _outcome(path: Path, language: str | None, tiers: tuple[str, ...], cache_dir: Path | None) -> Outcome:
    try:
        draft = read(path, tiers=tiers)
        cached_index(draft.text, language or draft.language, cache_dir)
    except QualcodeError as error:
        return error
    except MemoryError:
        return FileProblem("is too large for this machine's memory", where=path.name, remedy="divide it")
    return draft
