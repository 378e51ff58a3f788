"""Every error as JSON: what went wrong, where, and what to do about it; never a traceback."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from qualcode.actions.offsets import Places
from qualcode.errors import (
    AlreadyThere,
    CodeNotFound,
    CoderNotFound,
    KeywordSyntaxError,
    NotAllowed,
    ProjectNotFound,
    QualcodeError,
    QueryProblem,
    RecordNotFound,
    SourceNotFound,
    StaleEdit,
    StoreProblem,
    UndoRefused,
)
from qualcode.locale import told, translator
from qualcode.workbench.desk import language_asked
from qualcode.workbench.schemas.base import Fault

STATUSES: Mapping[type[QualcodeError], int] = {
    NotAllowed: 403,
    SourceNotFound: 404,
    CodeNotFound: 404,
    CoderNotFound: 404,
    RecordNotFound: 404,
    AlreadyThere: 409,
    StaleEdit: 409,
    UndoRefused: 409,
    ProjectNotFound: 503,
    StoreProblem: 503,
}
"""Status by kind of error; of any other, 422: the request cannot be done as it is."""

SAID = {
    400: "the request cannot be done",
    404: "there is nothing at this address",
    405: "this cannot be done here",
    413: "that is more than 256 MB: add fewer files at once",
}
"""What is said of errors that come before any of ours."""

_log = logging.getLogger(__name__)


class Refused(QualcodeError):
    """A request that cannot be read: a field is missing, too long, or not what it should be."""


def status_of(error: QualcodeError) -> int:
    """Return an error's HTTP status."""
    return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 422)


def fault_of(error: QualcodeError, language: str) -> Fault:
    """Return an error as it is sent."""
    said = told(error, language)
    return Fault(what=said.what, where=said.where, remedy=said.remedy, position=_position(error))


def _position(error: QualcodeError) -> int | None:
    """Return where in what was written a fault is, in UTF-16."""
    if isinstance(error, QueryProblem):
        return Places(error.text).out(min(error.position, len(error.text)))
    return error.position if isinstance(error, KeywordSyntaxError) else None


def answer(error: QualcodeError, language: str, *, status: int | None = None) -> JSONResponse:
    """Return the response to an error."""
    return JSONResponse(fault_of(error, language).model_dump(), status_code=status or status_of(error))


def handle_faults(app: FastAPI) -> None:
    """Let every error of the service be answered in one form."""

    @app.exception_handler(QualcodeError)
    def of_ours(request: Request, error: QualcodeError) -> JSONResponse:
        return answer(error, language_asked(request))

    @app.exception_handler(RequestValidationError)
    def of_requests(request: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part not in ("body", "query", "path"))
        refused = Refused("the request cannot be read: {reason}", where=where, reason=str(first["msg"]))
        return answer(refused, language_asked(request))

    @app.exception_handler(HTTPException)
    def of_addresses(request: Request, error: HTTPException) -> JSONResponse:
        what = SAID.get(error.status_code, SAID[400])
        return answer(QualcodeError(what), language_asked(request), status=error.status_code)

    @app.exception_handler(Exception)
    def of_anything_else(request: Request, error: Exception) -> JSONResponse:
        _log.error("%s %s: %s: %s", request.method, request.url.path, type(error).__name__, error)
        tr = translator(language_asked(request))
        fault = Fault(what=tr("qualcode failed in a way it should not; nothing was changed"))
        return JSONResponse(fault.model_dump(), status_code=500)
