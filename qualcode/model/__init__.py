"""The words of the field, as frozen values of the standard library only."""

from qualcode.model.codes import Code, Codebook, Framework, code_guid, framework_guid
from qualcode.model.coding import (
    CONTEXT,
    Coding,
    Condensation,
    Decision,
    Evidence,
    NotAsked,
    Origin,
    Reading,
    Suggestion,
    Translation,
    Verdict,
)
from qualcode.model.coverage import is_read_for, material
from qualcode.model.history import Change, Event, Setting
from qualcode.model.ids import Guid, derived, fresh, is_guid
from qualcode.model.local import ANY, LocalList, LocalText
from qualcode.model.people import (
    Case,
    Coder,
    CoderRole,
    ConsentScope,
    ConsentState,
    NameKind,
    Naming,
    Pseudonym,
    Role,
    Speaker,
)
from qualcode.model.record import Record
from qualcode.model.review import Memo, MemoOn, Relation, Remark, Review, Theme
from qualcode.model.sources import Revision, Segment, Source, SourceKind, Turn
from qualcode.model.spans import Offsets, Span
from qualcode.model.texts import CleanText, clean, sha256

__all__ = [
    "ANY",
    "CONTEXT",
    "Case",
    "Change",
    "CleanText",
    "Code",
    "Codebook",
    "Coder",
    "CoderRole",
    "Coding",
    "Condensation",
    "ConsentScope",
    "ConsentState",
    "Decision",
    "Event",
    "Evidence",
    "Framework",
    "Guid",
    "LocalList",
    "LocalText",
    "Memo",
    "MemoOn",
    "NameKind",
    "Naming",
    "NotAsked",
    "Offsets",
    "Origin",
    "Pseudonym",
    "Reading",
    "Record",
    "Relation",
    "Remark",
    "Review",
    "Revision",
    "Role",
    "Segment",
    "Setting",
    "Source",
    "SourceKind",
    "Span",
    "Speaker",
    "Suggestion",
    "Theme",
    "Translation",
    "Turn",
    "Verdict",
    "clean",
    "code_guid",
    "derived",
    "framework_guid",
    "fresh",
    "is_guid",
    "is_read_for",
    "material",
    "sha256",
]
