"""Suggestions: asked for by a coder, who goes on working meanwhile."""

from fastapi import APIRouter

from qualcode.workbench.desk import TheDesk
from qualcode.workbench.schemas.suggestions import SuggestIn, SuggestOut

router = APIRouter(tags=["suggestions"])


@router.post("/suggestions")
def suggest(desk: TheDesk, asked: SuggestIn | None = None) -> SuggestOut:
    """Suggest codes by the method that there are codings for; what was pending is replaced.

    No turn at writing is taken: it may last, and only its end writes.
    """
    report = desk.project.suggest(sources=(asked or SuggestIn()).sources)
    wanted = report.by_source
    return SuggestOut(
        passages=report.passages, suggestions=report.suggestions,
        by_source={name: count for name, count in wanted.items() if count},
        hidden={name: count for name, count in report.hidden.items() if name in wanted},
        method=report.method,
    )  # fmt: skip
