"""Downloads, made by the actions that the command line uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Response

from qualcode.actions.appendix import Wanted
from qualcode.actions.filters import Filters
from qualcode.errors import UsageError
from qualcode.project import Project
from qualcode.workbench.choosing import Chosen
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.schemas.retrieval import PartOut

router = APIRouter(tags=["exports"])

DOCUMENTS = ("docx", "html", "md", "tex")
TABLES = ("xlsx", "docx", "csv", "html", "md", "tex")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be downloaded: in which forms, and how it is made."""

    forms: tuple[str, ...]
    make: Callable[[Project, Path, Filters, str], Any]


PARTS: Mapping[str, Part] = {
    "table": Part(TABLES, lambda project, path, filters, language: project.table(
        path, filters=filters, language=language)),
    "summary": Part(DOCUMENTS, lambda project, path, filters, language: project.summary(
        path, filters=filters, language=language)),
    "triangulation": Part(DOCUMENTS, lambda project, path, filters, language: project.triangulation(
        path, filters=filters, language=language)),
    "frequencies": Part(TABLES, lambda project, path, filters, language: project.frequencies(
        path, filters=filters, language=language)),
    "matrix": Part(TABLES, lambda project, path, filters, language: project.matrix(
        path, filters=filters, language=language)),
    "appendix": Part((*DOCUMENTS, "xlsx"), lambda project, path, filters, language: project.appendix(
        path, wanted=Wanted(filters=filters, language=language))),
    "methods": Part(DOCUMENTS, lambda project, path, filters, language: project.methods(
        path, language=language)),
    "codebook": Part(("yaml", "csv", "xlsx", "docx"), lambda project, path, filters, language:
        project.export_codebook(path)),
}  # fmt: skip
"""What can be downloaded; each part takes the filters and the language that fit it."""


@router.get("/export")
def get_parts() -> list[PartOut]:
    """Return what can be downloaded, and in which forms."""
    return [PartOut(name=name, forms=list(part.forms)) for name, part in PARTS.items()]


@router.get("/export/{part}", response_class=Response, responses={200: {"content": {"*/*": {}}}})
def export(
    desk: TheDesk,
    language: Language,
    part: str,
    *,
    form: str = "docx",
    filters: Chosen,
) -> Response:
    """Download a file: what consent allows, under pseudonyms as the project has it."""
    found = PARTS.get(part)
    if found is None or form not in found.forms:
        raise UsageError(
            "{part} cannot be downloaded as {form!r}", remedy="there is {known}", part=part, form=form,
            known=", ".join(found.forms if found else PARTS),
        )  # fmt: skip
    beside = desk.project.settings.root / ".qualcode"
    beside.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=beside, prefix="download-") as folder:
        path = Path(folder) / f"{part}.{form}"
        found.make(desk.project, path, filters, language)
        data = path.read_bytes()
    name = f"attachment; filename*=UTF-8''{quote(path.name)}"
    return Response(data, media_type=_TYPES.get(form, "text/plain; charset=utf-8"),
                    headers={"Content-Disposition": name})  # fmt: skip


_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
