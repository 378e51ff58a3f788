"""Our values as the shapes that are sent, and places that are named back."""

from collections.abc import Iterable, Sequence

from qualcode.actions.event_words import action_words
from qualcode.actions.lookup import source_named
from qualcode.actions.offsets import Places
from qualcode.actions.opening import marks
from qualcode.actions.shaping import PlacesBySource, codebook_shape, shifted
from qualcode.actions.texts import latest_words
from qualcode.actions.tracing import Step
from qualcode.errors import UsageError
from qualcode.locale import translator
from qualcode.model import Coding, Guid, Span
from qualcode.project import Project
from qualcode.store import View
from qualcode.workbench.schemas.codebook import CodebookOut
from qualcode.workbench.schemas.reader import CodingOut
from qualcode.workbench.schemas.talk import StepOut


def span_in(project: Project, source: str, start: int | None, end: int | None) -> Span | None:
    """Return a stretch that the browser names in a source's latest text; None where it names none.

    Raises
    ------
    UsageError
        One bound is missing, the stretch is empty, or it is not in the text.
    """
    if start is None and end is None:
        return None
    if start is None or end is None or not source:
        raise UsageError("a place has a source, a start and an end")
    with project.view() as view:
        found = source_named(view, source)
        return Places(latest_words(view, found)[1], where=found.name).span(start, end)


def coding_out(view: View, coding: Coding) -> CodingOut:
    """Return one coding as it is sent."""
    return codings_out(view, [coding])[0]


def codings_out(view: View, codings: Sequence[Coding]) -> list[CodingOut]:
    """Return codings of one source as they are sent, in their order."""
    order = {coding.id: place for place, coding in enumerate(codings)}
    found = sorted(marks(view, id=list(order)), key=lambda mark: order[mark["id"]])
    places = PlacesBySource(view).of(found[0]["source"])
    return [CodingOut.model_validate(each) for each in shifted(found, places)]


def coding_or_none(view: View, coding_id: Guid) -> CodingOut | None:
    """Return one coding as it is sent, None where it is gone or not to be seen."""
    coding = view.get(Coding, coding_id)
    return coding_out(view, coding) if coding else None


def codebook_out(view: View) -> CodebookOut:
    """Return the codebook as it is sent."""
    return CodebookOut.model_validate(codebook_shape(view))


def steps_out(steps: Iterable[Step], language: str) -> list[StepOut]:
    """Return what was done to a thing as it is sent, its actions in words."""
    tr = translator(language)
    return [
        StepOut(
            seq=step.event.seq, at=step.event.at, actor=step.event.actor, action=step.event.action,
            words=action_words(step.event.action, tr), kind=step.kind,
            changed={name: list(pair) for name, pair in step.changed.items()},
        )
        for step in steps
    ]  # fmt: skip
