"""Where a project is, and its qualcode.toml."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from qualcode.errors import FileProblem, ProjectNotFound, UsageError
from qualcode.lang import language_code
from qualcode.model.people import Role
from qualcode.model.sources import SourceKind
from qualcode.settings.dress import Dress, dress_of

FILE_NAME = "qualcode.toml"
FOLDERS = ("codebooks", "transcripts", "notebooks", "outputs")

TEMPLATE = """\
# A qualcode project. What changes meaning (title, roles, codebook, reference codes) is in the database;
# here are only its place and the defaults of commands.
database = "qualcode.db"

# [table]
# out = "outputs/coded.xlsx"

# How Word documents look: the faculty's template with its styles, captions, the line below tables.
# [document]
# template = "faculty.docx"
# chapter = "4"
# table = "Tabel {chapter}.{number}"
# figure = "Gambar {chapter}.{number}"
# source = "Sumber: Hasil wawancara, diolah peneliti (2024)"
# pseudonyms = false
# styles = {heading1 = "Judul Bab", quote = "Kutipan"}

# What `add` should know of some files; the command line comes before it.
# [[profile]]
# files = "transcripts/pak-*.docx"
# kind = "interview"
# language = "id"
# roles = {P = "interviewer", S = "informant"}
# tiers = ["Rina", "Pak Zul"]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of files before they are read.

    Attributes
    ----------
    files
        Pattern of their paths, as seen from the project's folder or the folder added; ``*`` stands for
        letters within one name.
    kind, language, roles, tiers
        What the files are, as far as it is said; roles by speaker's label, tiers of ELAN files.
    """

    files: str
    kind: SourceKind | None = None
    language: str | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    tiers: tuple[str, ...] = ()

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
    dress
        What documents look like.
    """

    root: Path
    database: Path
    commands: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    profiles: tuple[Profile, ...] = ()
    dress: Dress = field(default_factory=Dress)

    @property
    def cache_dir(self) -> Path:
        """Folder of derived files, which may be deleted at any time."""
        return self.root / ".qualcode" / "cache"

    @property
    def pseudonyms(self) -> bool:
        """Whether exports disguise names: ``pseudonyms`` in ``[document]``, and by default they do."""
        return bool(self.commands.get("document", {}).get("pseudonyms", True))

    def dressed(self, template: Path | None, *, excel: bool = False) -> Dress:
        """Return the dress of files, with another template where one is named, and for Excel where asked."""
        return replace(self.dress, template=template or self.dress.template, excel=excel)


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
    dress = dress_of(values.get("document", {}), root, f"{path} [document]")
    return ProjectSettings(root, root / database, commands, profiles, dress)


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
        language = language_code(table["language"]) if "language" in table else None
        tiers = tuple(table.get("tiers", ()))
        yield Profile(files=table["files"], kind=kind, language=language, roles=roles, tiers=tiers)


def _is_language(written: object) -> bool:
    try:
        return isinstance(written, str) and bool(language_code(written))
    except UsageError:
        return False


def _fault_of(table: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the first key of a profile that is not right, and what it should be."""
    roles = table.get("roles", {})
    unknown = table.keys() - {"files", "kind", "language", "roles", "tiers"}
    if unknown:
        remedy = "a profile has files, kind, language, roles and tiers"
        return min(unknown), remedy
    if not isinstance(table.get("files"), str) or not table["files"]:
        remedy = 'it names the files, as in files = "transcripts/pak-*.docx"'
        return "files", remedy
    if "kind" in table and table["kind"] not in list(SourceKind):
        remedy = "the kinds are {kinds}"
        return "kind", remedy
    if not _is_language(table.get("language", "id")):
        remedy = 'it is a code in quotes, as in language = "id"'
        return "language", remedy
    if not isinstance(roles, dict) or any(role not in list(Role) for role in roles.values()):
        remedy = "the roles are {roles}"
        return "roles", remedy
    tiers = table.get("tiers", [])
    if not isinstance(tiers, list) or not all(isinstance(name, str) for name in tiers):
        remedy = 'it lists names in quotes, as in tiers = ["Rina", "Pak Zul"]'
        return "tiers", remedy
    return None
