"""Who may talk to the service: one browser of this machine, let in by an address that works once.

A page from elsewhere that is open in the same browser can send requests to this machine too, under a name
that its owner points here if need be. So every request must name this service as its host, come from its own
pages where it says where it comes from, and bring the cookie that the one-time address gave.
"""

import os
import secrets
from collections.abc import Iterable
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qualcode.locale import translator
from qualcode.workbench.desk import language_asked
from qualcode.workbench.faults import SAID
from qualcode.workbench.pages import STYLE_HASH, plain_page

OPEN = "/open"
"""Path of the address that lets a browser in."""

POLICY = (
    f"default-src 'self'; script-src 'self'; style-src 'self' {STYLE_HASH}; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Nothing is loaded from, or sent to, any other host; nothing written into a page runs."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

MOST = 256 * 1024 * 1024
"""Bytes of the largest request."""


class Guard:
    """Middleware in front of everything.

    Parameters
    ----------
    app
        What is guarded.
    port
        That the service listens on.
    token
        Of the one-time address.
    session
        What the cookie holds.
    """

    def __init__(self, app: ASGIApp, *, port: int, token: str, session: str) -> None:
        self._app = app
        self._hosts = {f"{host}:{port}" for host in ("127.0.0.1", "localhost")}
        self._cookie = f"qualcode_{port}"  # cookies do not tell ports apart
        self._token = token
        self._session = session

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        request = Request(scope)
        answering = _with_headers(send, scope["path"])
        refusal = self._refusal(request)
        if refusal is not None:
            await refusal(scope, receive, answering)
            return
        try:
            await self._app(scope, _limited(receive), answering)
        except Exception:
            if os.environ.get("QUALCODE_DEBUG"):
                raise  # else it was answered, and said on the terminal, where it was met

    def _refusal(self, request: Request) -> Response | None:
        """Return the answer to a request that is not let through, or that opens the door."""
        headers, path, tr = request.headers, request.url.path, translator(language_asked(request))
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return _refused(tr("this service answers on this machine alone"), 403)
        if origin is not None and origin != f"http://{host}":
            return _refused(tr("this request comes from another page"), 403)
        if _length(headers) > MOST:
            return _refused(tr(SAID[413]), 413)
        if self._knows(headers.getlist("cookie")):
            return RedirectResponse("/", status_code=303) if path == OPEN else None
        if path == OPEN and request.method == "GET":
            return self._open(request)
        if path.startswith("/api/"):
            return _refused(tr("open the address that `qualcode serve` printed"), 401)
        return _shut(request)

    def _knows(self, cookies: Iterable[str]) -> bool:
        for line in cookies:
            try:
                morsel = SimpleCookie(line).get(self._cookie)
            except CookieError:
                continue
            if morsel is not None and _same(morsel.value, self._session):
                return True
        return False

    def _open(self, request: Request) -> Response:
        given = request.query_params.get("token", "")
        if not self._token or not _same(given, self._token):
            return _shut(request)
        self._token = ""
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(self._cookie, self._session, httponly=True, samesite="strict", path="/")
        return response


def fresh_secret() -> str:
    """Return a word that nobody guesses."""
    return secrets.token_urlsafe(32)


def _same(given: str, wanted: str) -> bool:
    return compare_digest(given.encode(), wanted.encode())


def _refused(what: str, status: int) -> Response:
    return JSONResponse({"what": what, "where": "", "remedy": "", "position": None}, status_code=status)


def _length(headers: Headers) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isdecimal() else 0


def _shut(request: Request) -> Response:
    language = language_asked(request)
    tr = translator(language)
    text = tr("This address lets in one browser, once. Start `qualcode serve` anew and open what it prints.")
    return HTMLResponse(plain_page(tr("This door is shut"), text, language=language), status_code=401)


def _with_headers(send: Send, path: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            if not path.startswith("/assets/"):
                headers["Cache-Control"] = "no-store"
        await send(message)

    return sending


def _limited(receive: Receive) -> Receive:
    """Count what comes in, since a request need not say how long it is."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST:
            raise HTTPException(413)
        return message

    return receiving
