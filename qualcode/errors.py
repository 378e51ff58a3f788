"""Every error a user can meet: what went wrong, where, and what to do about it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class QualcodeError(Exception):
    """Base of all errors that are shown to a user.

    Parameters
    ----------
    what
        What went wrong, in plain English, with ``{name}`` fields filled from `values`. It is kept as
        written, so that it can be translated before it is filled.
    where
        The place: a file, a row, a code. Not translated.
    remedy
        What the user can do about it, with the same fields.
    **values
        The values of the fields.

    Examples
    --------
    >>> error = SourceNotFound("there is no source {name!r}", remedy="see `qualcode sources`", name="W9")
    >>> print(error)
    there is no source 'W9' (see `qualcode sources`)
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "", **values: object) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy
        self.values: Mapping[str, object] = MappingProxyType(values)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let an error pass from one process to another whole."""
        return _restored, (type(self), self.what, self.where, self.remedy, dict(self.values))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" ({self.remedy.format(**self.values)})" if self.remedy else ""
        return f"{place}{self.what.format(**self.values)}{remedy}"


def _restored(
    kind: type[QualcodeError], what: str, where: str, remedy: str, values: dict[str, Any]
) -> QualcodeError:
    return kind(what, where=where, remedy=remedy, **values)


class UsageError(QualcodeError):
    """The call itself is wrong: an option, a name, a pattern."""

    exit_code = 2


class FileProblem(QualcodeError):
    """A file cannot be read, is not what its suffix says, or cannot be written."""


class ProjectNotFound(UsageError):
    """No project here or above."""


class SourceNotFound(UsageError):
    """No source of that name."""


class CodeNotFound(UsageError):
    """No code of that name."""


class CoderNotFound(UsageError):
    """No coder of that handle."""


class RecordNotFound(UsageError):
    """No record with that id, or none that this coder may see."""


class QuoteNotFound(QualcodeError):
    """A quote occurs nowhere, or in several places, in its source."""


class CodebookProblem(QualcodeError):
    """A codebook file has faults, or cannot be applied as it is."""


class KeywordSyntaxError(QualcodeError):
    """A keyword is not in the keyword language.

    Parameters
    ----------
    what, where, remedy, **values
        As for `QualcodeError`.
    position
        Offset of the fault within the keyword, in code points.
    """

    exit_code = 2

    def __init__(
        self, what: str, *, position: int, where: str = "", remedy: str = "", **values: object
    ) -> None:
        super().__init__(what, where=where, remedy=remedy, position=position, **values)
        self.position = position


class QueryProblem(UsageError):
    """A query over codings cannot be understood, or names what is not in the study.

    Parameters
    ----------
    what, where, remedy, **values
        As for `QualcodeError`.
    text
        The query.
    position
        Offset of the fault within it, in code points.
    """

    def __init__(
        self, what: str, *, text: str, position: int, where: str = "", remedy: str = "", **values: Any
    ) -> None:
        super().__init__(what, where=where, remedy=remedy, text=text, position=position, **values)
        self.text = text
        self.position = position


class AlreadyThere(QualcodeError):
    """The same file, code or coding is in the project already."""


class StaleEdit(QualcodeError):
    """Somebody changed a record after it was read."""


class UndoRefused(QualcodeError):
    """A later event touched what would be taken back, or there is nothing to take back."""


class NotAllowed(QualcodeError):
    """The policy does not let this coder do that."""


class StoreProblem(QualcodeError):
    """The database cannot be opened, is busy, damaged, full, or of a newer version."""
