"""Names that identify people: finding them, and putting pseudonyms in their place."""

from qualcode.pseudonyms.forms import Entry
from qualcode.pseudonyms.names import core, folded, initials, is_personal, kind_of_name
from qualcode.pseudonyms.replacing import Disguise, Found

__all__ = ["Disguise", "Entry", "Found", "core", "folded", "initials", "is_personal", "kind_of_name"]
