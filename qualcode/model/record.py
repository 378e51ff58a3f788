"""What every stored value has in common."""

from dataclasses import dataclass, field

from qualcode.model.ids import Guid


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A value with an identity that the store keeps.

    Attributes
    ----------
    id
        Its GUID.
    seq
        Number of the last event that touched it; 0 for a value that was never stored. It names the
        version that a write saw and takes no part in comparison.
    """

    id: Guid
    seq: int = field(default=0, compare=False)
