"""Who speaks, who is compared, who codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qualcode.model.ids import Guid
from qualcode.model.record import Record


class Role(StrEnum):
    """What a speaker does in an interview."""

    INTERVIEWER = "interviewer"
    INFORMANT = "informant"
    OTHER = "other"


class ConsentState(StrEnum):
    """What became of a case's consent."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


class ConsentScope(StrEnum):
    """What a consent allows to leave the project: a case's words, under which name, or figures alone."""

    QUOTED = "quoted"
    PSEUDONYM = "pseudonym"
    COUNTED = "counted"
    INTERNAL = "internal"


class Naming(StrEnum):
    """How a case is named in what leaves the project."""

    PSEUDONYM = "pseudonym"
    NAME = "name"
    INITIALS = "initials"


class NameKind(StrEnum):
    """What a name that identifies somebody is."""

    PERSON = "person"
    PLACE = "place"
    PHONE = "phone"
    EMAIL = "email"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Record):
    """A label in one source.

    Attributes
    ----------
    source_id
        The source it speaks in.
    label
        As written there, without the colon (``"P"``, ``"Bu Astuti"``).
    name
        The longer name, where the source defines one (``"Kiki (K)"`` gives ``"Kiki"``).
    role
        Guessed when the source was added, unless `confirmed`.
    confirmed
        A person set the role.
    case_id
        The case it speaks for; informants only.
    """

    source_id: Guid
    label: str
    name: str = ""
    role: Role = Role.OTHER
    confirmed: bool = False
    case_id: Guid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """A unit of comparison: an informant, an office.

    Attributes
    ----------
    name
        Unique in the project.
    attributes
        Age, trade, village and the like, as text.
    pseudonym
        The name in reports, where one is set.
    consent, consent_date, consent_scope
        State, ISO date and extent of the consent.
    naming
        How exports with pseudonyms name it.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    pseudonym: str = ""
    consent: ConsentState = ConsentState.GIVEN
    consent_date: str = ""
    consent_scope: str = ""
    naming: Naming = Naming.PSEUDONYM

    @property
    def shown(self) -> str:
        """The name in reports: the pseudonym, where there is one."""
        return self.pseudonym or self.name

    @property
    def scope(self) -> ConsentScope:
        """What the consent allows to leave the project; a scope in words of one's own allows quoting."""
        known = self.consent_scope in list(ConsentScope)
        return ConsentScope(self.consent_scope) if known else ConsentScope.QUOTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudonym(Record):
    """A name that identifies somebody, and what stands for it in what leaves the project.

    Attributes
    ----------
    name
        As it is said; unique in the project.
    replacement
        What stands for it; empty where somebody looked at the name and left it as it is.
    kind
        What it is.
    case_id
        The case it belongs to, where it does.
    """

    name: str
    replacement: str = ""
    kind: NameKind = NameKind.PERSON
    case_id: Guid | None = None


class CoderRole(StrEnum):
    """What a coder may do beside coding."""

    CODER = "coder"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder(Record):
    """Who acts.

    Attributes
    ----------
    handle
        Short name, unique in the project.
    role
        A supervisor sees every coder's work.
    released
        The coder's work may be seen by the other coders.
    """

    handle: str
    role: CoderRole = CoderRole.CODER
    released: bool = False
