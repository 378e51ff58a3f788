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
    """Stream a message `Moved` whenever somebody acts: here, on the command line or in a notebook.

    The first says where the history is now. With `since`, what happened after that number is told at once.
    """
    seen = await run_in_threadpool(lambda: desk.seq) if since is None else since
    return StreamingResponse(_events(desk, request, seen), media_type="text/event-stream")


async def _events(desk: Desk, request: Request, seen: int) -> AsyncIterator[str]:
    yield _message(Moved(seq=seen, kinds=[], actors=[]))
    quiet = 0.0
    while not desk.leaving() and not await request.is_disconnected():
        try:
            moved = await run_in_threadpool(_moved, desk, seen)
        except StoreProblem:
            return  # the project is away; the page asks again, and is told why
        quiet = 0.0 if moved else quiet + PERIOD
        if moved:
            seen = moved.seq
            yield _message(moved)
        elif quiet >= QUIET:
            quiet = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(PERIOD)


def _moved(desk: Desk, seen: int) -> Moved | None:
    if desk.seq <= seen:
        return None
    news = desk.project.store.changes_since(seen)
    kinds = {kind for _, keys in news for kind, _ in keys}
    actors = {event.actor for event, _ in news}
    return Moved(seq=news[-1][0].seq, kinds=sorted(kinds), actors=sorted(actors)) if news else None


def _message(moved: Moved) -> str:
    return f"id: {moved.seq}\ndata: {moved.model_dump_json()}\n\n"
