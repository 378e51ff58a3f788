"""Names that identify people: finding them, and putting pseudonyms in their place."""

from qualcode.pseudonyms.candidates import Candidate, Passage, Reason, around, candidates
from qualcode.pseudonyms.combinations import Telling, telling
from qualcode.pseudonyms.forms import Entry
from qualcode.pseudonyms.names import core, folded, initials, is_personal, kind_of_name
from qualcode.pseudonyms.replacing import Disguise, Found

__all__ = [
    "Candidate",
    "Disguise",
    "Entry",
    "Found",
    "Passage",
    "Reason",
    "Telling",
    "around",
    "candidates",
    "core",
    "folded",
    "initials",
    "is_personal",
    "kind_of_name",
    "telling",
]
