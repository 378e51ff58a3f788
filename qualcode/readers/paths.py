"""From paths to bytes: files in folders, and what must not be opened."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from qualcode.errors import FileProblem
from qualcode.readers.limits import VARIABLE, largest, largest_mb

_LITTER = {"thumbs.db", "desktop.ini"}


def expand(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and those in the folders named, once each.

    Files within a folder come sorted; hidden files, office programs' lock files (``~$x.docx``), the file
    manager's own, and a folder's README are left out. Folders that are links are not entered. What does not
    exist, and a folder that cannot be looked into, are kept, so that reading them says so.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(_within(path), key=lambda file: file.relative_to(path).parts)
            found |= dict.fromkeys(inside)
        else:
            found[path] = None
    return list(found)


def _within(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for here, folders, files in os.walk(
        folder, onerror=lambda error: closed.append(Path(str(error.filename)))
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(here, name) for name in files if _is_wanted(Path(here, name)))
    yield from closed


def _is_wanted(path: Path) -> bool:
    name = path.name.casefold()
    if name.startswith((".", "~$")) or name in _LITTER or path.stem.casefold() == "readme":
        return False
    return path.is_symlink() or path.is_file()


def bytes_of(path: Path) -> bytes:
    """Read a file.

    Raises
    ------
    FileProblem
        It cannot be read, is no file, a link to elsewhere, empty, or larger than the limit.
    """
    try:
        _refuse_link(path)
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            os.scandir(path).close()
            raise FileProblem("this is a folder", where=str(path))
        if not stat.S_ISREG(about.st_mode):
            raise FileProblem("this is not a file", where=str(path))
        if about.st_size > largest():
            raise too_large(path.name, about.st_size >> 20)
        with path.open("rb") as file:
            data = file.read(largest() + 1)
    except FileNotFoundError as error:
        raise FileProblem("there is no such file", where=str(path)) from error
    except OSError as error:
        remedy = "check its permissions"
        raise FileProblem(
            "the file cannot be read: {reason}", where=path.name, remedy=remedy, reason=error.strerror
        ) from error
    if len(data) > largest():
        raise too_large(path.name, len(data) >> 20)
    if not data.strip():
        raise FileProblem("the file is empty", where=path.name, remedy="leave it out, or save it again")
    return data


def _refuse_link(path: Path) -> None:
    """Refuse a link that leaves its own folder: it may show what its maker could not read."""
    if path.is_symlink() and not _real(path).is_relative_to(_real(path.parent)):
        what = "this is a link to a file elsewhere: {target}"
        target = str(path.readlink())
        raise FileProblem(what, where=path.name, remedy="name that file itself", target=target)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve gives up on links in a circle


def too_large(name: str, size: int) -> FileProblem:
    """Return the error for a file of so many megabytes."""
    what = "the file has {size} MB, more than the {limit} MB that are read"
    remedy = "split it, or allow more: {variable}={size}"
    return FileProblem(what, where=name, remedy=remedy, size=size + 1, limit=largest_mb(), variable=VARIABLE)
