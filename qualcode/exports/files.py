"""Files written whole or not at all, the same bytes for the same content."""

import errno
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

from qualcode.errors import FileProblem

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold; every entry bears it."""


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: whoever reads it finds the old file or the whole new one.

    Raises
    ------
    FileProblem
        The folder is missing or may not be written, the file is open elsewhere, the disk is full.
    """
    try:
        target = path.resolve()
        _refuse(path, target)
        part = target.with_name(f".{target.name[:64]}.{os.getpid()}.part")
        try:
            part.write_bytes(data)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except PermissionError as problem:
        raise FileProblem(
            "the file cannot be written",
            where=str(path),
            remedy="close it where it is open, or choose a folder that you may write in",
        ) from problem
    except OSError as problem:
        full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
        raise FileProblem(
            "there is no room left for the file" if full else "the file cannot be written: {reason}",
            where=str(path),
            remedy="make room and try again" if full else "choose another name or folder",
            reason=problem.strerror,
        ) from problem


def fixed_zip(data: bytes, change: Callable[[str, bytes], bytes] = lambda name, data: data) -> bytes:
    """Return the zip file with the time of every entry set to `EPOCH`; order and names stay.

    `change` is given each entry's name and contents, and returns the contents that it is to have.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, change(entry.filename, old.read(entry)))
    return packed.getvalue()


def _refuse(path: Path, target: Path) -> None:
    if target.is_dir():
        raise FileProblem("this is a folder", where=str(path), remedy="name a file in it")
    if not target.parent.is_dir():
        raise FileProblem(
            "the folder {folder} does not exist",
            where=str(path),
            remedy="make it first, or choose another",
            folder=str(path.parent),
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise FileProblem(
            "the file is read-only", where=str(path), remedy="allow writing to it, or choose another name"
        )
    for lock in (f".~lock.{target.name}#", f"~${target.name[2:]}", f"~${target.name}"):
        if target.with_name(lock).exists():
            raise FileProblem(
                "the file is open in another program",
                where=str(path),
                remedy="close it there; if it is not open, delete {lock}",
                lock=lock,
            )
