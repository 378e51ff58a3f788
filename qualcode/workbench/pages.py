"""The built front end, and the plain pages that stand where it cannot."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from qualcode.locale import translator
from qualcode.workbench.desk import Language

DIST = Path(__file__).parent / "ui" / "dist"
"""Where the front end is built."""


STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:34rem;margin:18vh auto;padding:0 1.5rem;background:light-dark(#fbf8f2,#191816);"
    "color:light-dark(#24211c,#e9e4da);font:1.125rem/1.6 Charter,Cambria,Georgia,serif}"
    "h1{font-size:1.75rem;font-weight:600}"
)
"""Of the plain pages, which stand where no other file is served."""

STYLE_HASH = f"'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
"""By which the security policy knows it."""


def plain_page(title: str, text: str, *, language: str = "en") -> str:
    """Return a page of one heading and one paragraph, without script or any other file."""
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><style>{STYLE}</style>'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)} · qualcode</title>'
        f"<h1>{escape(title)}</h1><p>{escape(text)}</p></html>"
    )


def serve_pages(app: FastAPI, *, dist: Path = DIST) -> None:
    """Serve the front end: its files, and its one page at every other address that is not the API's."""
    app.mount("/assets", StaticFiles(directory=dist / "assets", check_dir=False), name="assets")

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str, language: Language) -> Response:
        index, asked = dist / "index.html", dist / path
        if path.startswith("api/"):
            raise HTTPException(404)
        if not index.is_file():
            return HTMLResponse(_unbuilt(language), status_code=503)
        return FileResponse(asked if path and _is_within(dist, asked) else index)


def _is_within(folder: Path, asked: Path) -> bool:
    try:
        return asked.resolve().is_relative_to(folder.resolve()) and asked.is_file()
    except (OSError, ValueError):  # no file can have this name
        return False


def _unbuilt(language: str) -> str:
    tr = translator(language)
    text = tr(
        "The pages of the workbench were not built: run `pip install .` in qualcode's folder again, online."
    )
    return plain_page(tr("Something is missing"), text, language=language)
