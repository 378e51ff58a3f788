"""The built front end, and the plain pages that stand where it cannot."""

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


def plain_page(title: str, text: str, *, language: str = "en") -> str:
    """Return a page of one heading and one paragraph, without style or script."""
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
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
        if path and asked.resolve().is_relative_to(dist.resolve()) and asked.is_file():
            return FileResponse(asked)
        return FileResponse(index)


def _unbuilt(language: str) -> str:
    tr = translator(language)
    text = tr(
        "The pages of the workbench were not built: run `pip install .` in qualcode's folder again, online."
    )
    return plain_page(tr("Something is missing"), text, language=language)
