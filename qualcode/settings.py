"""Where a project is, its qualcode.toml, and who the user is."""

import getpass
import json
import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from platformdirs import user_config_path

from qualcode.errors import FileProblem, ProjectNotFound, UsageError
from qualcode.model.ids import Guid, fresh, is_guid
from qualcode.model.people import Role
from qualcode.model.sources import SourceKind

FILE_NAME = "qualcode.toml"
FOLDERS = ("codebooks", "transcripts", "notebooks", "outputs")

TEMPLATE = """\
# A qualcode project. What changes meaning (title, roles, codebook, reference codes) is in the database;
# here are only its place and the defaults of commands.
database = "qualcode.db"

# [table]
# out = "outputs/coded.xlsx"

# What `add` should know of some files; the command line comes before it.
# [[profile]]
# files = "transcripts/pak-*.docx"
# kind = "interview"
# language = "id"
# roles = {P = "interviewer", S = "informant"}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of files before they are read.

    Attributes
    ----------
    files
        Pattern of their paths, as seen from the project's folder or the folder added; ``*`` stands for
        letters within one name.
    kind, language, roles
        What the files are, as far as it is said; roles by speaker's label.
    """

    files: str
    kind: SourceKind | None = None
    language: str | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)

    def fits(self, path: Path, folders: Sequence[Path]) -> bool:
        """Say whether a file is meant, as seen from any of the folders.

        Examples
        --------
        >>> Profile(files="wave1/*.docx").fits(Path("/study/wave1/W1.docx"), [Path("/study")])
        True
        """
        seen = [path.relative_to(folder) for folder in folders if path.is_relative_to(folder)]
        return any(PurePosixPath("/", each.as_posix()).match(f"/{self.files}") for each in seen)


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """What qualcode.toml says.

    Attributes
    ----------
    root
        The project's folder.
    database
        Path of the SQLite file, relative to `root` in the file.
    commands
        Defaults of commands, by command name.
    profiles
        What is known of files, in order: the first that fits a file counts.
    """

    root: Path
    database: Path
    commands: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    profiles: tuple[Profile, ...] = ()

    @property
    def cache_dir(self) -> Path:
        """Folder of derived files, which may be deleted at any time."""
        return self.root / ".qualcode" / "cache"


def find_root(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that has a qualcode.toml.

    Raises
    ------
    ProjectNotFound
        There is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE_NAME).is_file():
            return folder
    raise ProjectNotFound(
        "there is no project here or above",
        where=str(start),
        remedy="make one with `qualcode init`, or name its folder with --project",
    )


def load(root: Path) -> ProjectSettings:
    """Read a project's qualcode.toml.

    Raises
    ------
    FileProblem
        It is not TOML, or a value is not of its kind.
    """
    path = root / FILE_NAME
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileProblem(
            "cannot be read: {reason}", where=str(path), remedy="mend the file", reason=error
        ) from error
    database = values.pop("database", "qualcode.db")
    if not isinstance(database, str):
        raise FileProblem(
            "database must be a file name in quotes", where=str(path), remedy="mend the line `database = ...`"
        )
    profiles = tuple(_profiles(values.pop("profile", []), str(path)))
    commands = {name: table for name, table in values.items() if isinstance(table, dict)}
    return ProjectSettings(root, root / database, commands, profiles)


def _profiles(found: object, where: str) -> Iterator[Profile]:
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise FileProblem(
            "a profile must be a table", where=where, remedy="begin each with the line `[[profile]]`"
        )
    for number, table in enumerate(found, start=1):
        fault = _fault_of(table)
        if fault:
            raise FileProblem(
                "profile {number}: {key} is not right", where=where, remedy=fault[1],
                number=number, key=fault[0], kinds=", ".join(SourceKind), roles=", ".join(Role),
            )  # fmt: skip
        roles = {label: Role(role) for label, role in table.get("roles", {}).items()}
        kind = SourceKind(table["kind"]) if "kind" in table else None
        yield Profile(files=table["files"], kind=kind, language=table.get("language"), roles=roles)


def _fault_of(table: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the first key of a profile that is not right, and what it should be."""
    roles = table.get("roles", {})
    unknown = table.keys() - {"files", "kind", "language", "roles"}
    if unknown:
        remedy = "a profile has files, kind, language and roles"
        return min(unknown), remedy
    if not isinstance(table.get("files"), str) or not table["files"]:
        remedy = 'it names the files, as in files = "transcripts/pak-*.docx"'
        return "files", remedy
    if "kind" in table and table["kind"] not in list(SourceKind):
        remedy = "the kinds are {kinds}"
        return "kind", remedy
    if not isinstance(table.get("language", "id"), str) or not table.get("language", "id"):
        remedy = 'it is a code in quotes, as in language = "id"'
        return "language", remedy
    if not isinstance(roles, dict) or any(role not in list(Role) for role in roles.values()):
        remedy = "the roles are {roles}"
        return "roles", remedy
    return None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the user is on this machine: a handle, and the GUID that goes with it."""

    handle: str
    guid: Guid


def user_config() -> Path:
    """Return the file in which the user's own identity is kept."""
    given = os.environ.get("QUALCODE_CONFIG")
    return Path(given) if given else user_config_path("qualcode") / "config.toml"


def identity(handle: str | None = None, *, config: Path | None = None) -> Identity:
    """Return who acts: the handle given, else QUALCODE_CODER, else the user's own, else the login name.

    A handle met for the first time gets a GUID, which is kept in the user's configuration where that can be
    written; ``handle = "rani"`` in that file sets the user's own. The project is never asked who its user is.

    Raises
    ------
    UsageError
        The handle is empty or has spaces or commas in it.
    """
    path = config or user_config()
    known = _read_config(path)
    name = handle or os.environ.get("QUALCODE_CODER") or known.get("handle") or _login()
    check_handle(name)
    coders: dict[str, str] = known.get("coders", {})
    guid = coders.get(name, "")
    if not is_guid(guid):
        guid = fresh()
        _write_config(path, known.get("handle", ""), {**coders, name: guid})
    return Identity(name, guid)


def check_handle(handle: str) -> None:
    """Refuse a handle that is empty or has spaces or commas in it."""
    if not handle or any(char.isspace() or char == "," for char in handle):
        raise UsageError(
            "a coder's handle is one word: {handle!r} is not",
            remedy="say --coder rani, for example",
            handle=handle,
        )


def _login() -> str:
    try:
        return "_".join(getpass.getuser().split()) or "me"
    except (OSError, KeyError):
        return "me"


def _read_config(path: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileProblem(
            "cannot be read: {reason}", where=str(path), remedy="mend or delete the file", reason=error
        ) from error
    if not isinstance(found.get("handle", ""), str) or not isinstance(found.get("coders", {}), dict):
        raise FileProblem(
            "handle must be a name in quotes, and coders a table", where=str(path),
            remedy="mend or delete the file",
        )  # fmt: skip
    return found


def _write_config(path: Path, handle: str, coders: Mapping[str, str]) -> None:
    lines = [f"handle = {_quoted(handle)}", ""] if handle else []
    lines.append("[coders]")
    lines += [f"{_quoted(name)} = {_quoted(guid)}" for name, guid in coders.items()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError:
        return  # a home that cannot be written still has a user, who is then new each time


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # TOML knows no surrogate pairs
