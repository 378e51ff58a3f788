"""Places where a database does not lie well: synchronised and network folders."""

import re
from pathlib import Path

from qualcode.errors import StoreProblem

_SYNCHRONISED = {
    "Dropbox": re.compile(r"dropbox", re.I),
    "OneDrive": re.compile(r"onedrive", re.I),
    "Google Drive": re.compile(r"google ?drive|my drive", re.I),
    "iCloud": re.compile(r"icloud|mobile documents|com~apple~clouddocs", re.I),
    "Nextcloud": re.compile(r"nextcloud|owncloud", re.I),
}
_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|afpfs|9p|davfs|fuse\.(sshfs|rclone|davfs\w*|gvfsd-fuse)")
_MOUNTS = Path("/proc/mounts")


def place_warning(path: Path) -> StoreProblem | None:
    """Return why a project should rather not lie there, as an error to be shown and not raised.

    Examples
    --------
    >>> print(place_warning(Path("/home/rani/Dropbox/study/qualcode.db")))
    Dropbox synchronises this folder while the database is written, which can damage it
    """
    for service, name in _SYNCHRONISED.items():
        if any(name.match(part) for part in path.absolute().parts):
            return StoreProblem(
                "{service} synchronises this folder while the database is written, which can damage it",
                service=service,
            )
    if str(path).startswith("\\\\") or _is_on_network(path.absolute(), _mounts()):
        return StoreProblem(
            "this is a network folder, where two computers writing at once can damage the database"
        )
    return None


def _is_on_network(path: Path, mounts: str) -> bool:
    """Say whether the innermost mount above `path` is a network's; `mounts` as in ``/proc/mounts``."""
    innermost, kind = Path("/"), ""
    for line in mounts.splitlines():
        _, place, kind_there, *_ = line.split(" ")
        folder = Path(place.replace("\\040", " "))
        if path.is_relative_to(folder) and folder.is_relative_to(innermost):
            innermost, kind = folder, kind_there
    return bool(_NETWORK.fullmatch(kind))


def _mounts() -> str:
    return _MOUNTS.read_text(encoding="utf-8", errors="replace") if _MOUNTS.exists() else ""
