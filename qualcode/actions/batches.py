"""What the user says of files to be added, and what became of them."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualcode.actions.doubts import Doubt
from qualcode.errors import QualcodeError, StoreProblem
from qualcode.model import Role, SourceKind
from qualcode.settings import Profile

if TYPE_CHECKING:
    from qualcode.readers import Draft, Note

Status = Literal["added", "found", "skipped", "refused"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    Attributes
    ----------
    path, status
        The file, and whether it was added (or found, where it was only looked at), was there, or was refused.
    source
        Name of its source, where it has one.
    kind, language, turns
        What was recognised.
    speakers
        Label, role and number of turns of each.
    notes
        What its reader had to say, in the user's language.
    error
        Why it was refused.
    reader
        What read it.
    profile
        Pattern of the profile that was followed.
    doubts
        What a person should look at: the notes, roles that were guessed, turns.
    draft
        What was read, where it was only looked at; without the file's bytes.
    """

    path: Path
    status: Status
    source: str = ""
    kind: str = ""
    language: str = ""
    turns: int = 0
    speakers: tuple[tuple[str, str, int], ...] = ()
    notes: "tuple[Note, ...]" = ()
    error: QualcodeError | None = None
    reader: str = ""
    profile: str = ""
    doubts: tuple[Doubt, ...] = ()
    draft: "Draft | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of a batch of files, in natural order of their names.

    Attributes
    ----------
    files
        A report of each file that was come to.
    left
        How many were not come to, since at the last one the project itself could not be written.
    """

    files: tuple[FileReport, ...] = ()
    left: int = 0

    @property
    def refused(self) -> list[FileReport]:
        """Those that were left out."""
        return [file for file in self.files if file.status == "refused"]

    @property
    def skipped(self) -> list[FileReport]:
        """Those that were there."""
        return [file for file in self.files if file.status == "skipped"]

    @property
    def stopped(self) -> FileReport | None:
        """The file at which the project could not be written."""
        return next((file for file in self.files if isinstance(file.error, StoreProblem)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """What the user says of the files instead of leaving it to be guessed; `tiers` are of ELAN files."""

    name: str | None = None
    kind: SourceKind | None = None
    language: str | None = None
    translates: str | None = None
    roles: dict[str, Role] = field(default_factory=dict)
    tiers: tuple[str, ...] = ()

    def beside(self, profile: Profile | None, labels: Collection[str]) -> "AddOptions":
        """Return the options with what a profile says where the user says nothing.

        Roles of labels that the file has not are left out: a profile is for many files.
        """
        if profile is None:
            return self
        known = {label: role for label, role in profile.roles.items() if label in labels}
        return replace(
            self,
            kind=self.kind or profile.kind,
            language=self.language or profile.language,
            roles={**known, **self.roles},
            tiers=self.tiers or profile.tiers,
        )
