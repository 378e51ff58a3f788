"""Our values as the shapes that are sent."""

from qualcode.actions.opening import marks
from qualcode.actions.shaping import PlacesBySource, codebook_shape, shifted
from qualcode.model import Coding, Guid
from qualcode.store import View
from qualcode.workbench.schemas.codebook import CodebookOut
from qualcode.workbench.schemas.reader import CodingOut


def coding_out(view: View, coding: Coding) -> CodingOut:
    """Return one coding as it is sent."""
    (mark,) = marks(view, id=coding.id)
    return CodingOut.model_validate(shifted([mark], PlacesBySource(view).of(mark["source"]))[0])


def coding_or_none(view: View, coding_id: Guid) -> CodingOut | None:
    """Return one coding as it is sent, None where it is gone or not to be seen."""
    coding = view.get(Coding, coding_id)
    return coding_out(view, coding) if coding else None


def codebook_out(view: View) -> CodebookOut:
    """Return the codebook as it is sent."""
    return CodebookOut.model_validate(codebook_shape(view))
