"""The stream by which tabs, commands and notebooks stay in step."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from qualcode.errors import StoreProblem
from qualcode.workbench.desk import Desk, TheDesk
from qualcode.workbench.schemas.project import Moved

router = APIRouter(tags=["live"])

PERIOD = 0.3
"""Seconds between two looks at the history's number."""
QUIET = 15.0
"""Seconds of silence after which a sign of life is sent."""


@router.get(
    "/events",
    response_class=StreamingResponse,
    responses={200: {"model": Moved, "content": {"text/event-stream": {}}}},
)
async def get_events(
    desk: TheDesk, request: Request, since: Annotated[int | None, Query(ge=0, lt=2**63)] = None
) -> StreamingResponse:
    """Stream a message `Moved` whenever somebody acts or suggests: here, by a command or in a notebook.

    The first says where the history is now. With `since`, what happened after that number is told at once.
    """
    seq, suggested = await run_in_threadpool(lambda: desk.pulse)
    seen = seq if since is None else since
    first = Moved(seq=seen, kinds=[], actors=[], suggested=suggested)
    return StreamingResponse(_events(desk, request, first), media_type="text/event-stream")


async def _events(desk: Desk, request: Request, seen: Moved) -> AsyncIterator[str]:
    yield _message(seen)
    quiet = 0.0
    while not desk.leaving() and not await request.is_disconnected():
        try:
            moved = await run_in_threadpool(_moved, desk, seen)
        except StoreProblem:
            return  # the project is away; the page asks again, and is told why
        quiet = 0.0 if moved else quiet + PERIOD
        if moved:
            seen = moved
            yield _message(moved)
        elif quiet >= QUIET:
            quiet = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(PERIOD)


def _moved(desk: Desk, seen: Moved) -> Moved | None:
    seq, suggested = desk.pulse
    if (seq, suggested) == (seen.seq, seen.suggested):
        return None
    news = desk.project.store.changes_since(seen.seq) if seq > seen.seq else []
    kinds = {kind for _, keys in news for kind, _ in keys}
    if suggested != seen.suggested:
        kinds.add("suggestion")
    actors = {event.actor for event, _ in news}
    last = news[-1][0].seq if news else seq
    return Moved(seq=last, kinds=sorted(kinds), actors=sorted(actors), suggested=suggested)


def _message(moved: Moved) -> str:
    return f"id: {moved.seq}\ndata: {moved.model_dump_json()}\n\n"
