"""Downloads, made by the actions that the command line uses."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Response, UploadFile

from qualcode.actions.appendix import Wanted
from qualcode.actions.exporting import Notice, known_as
from qualcode.actions.filters import Filters
from qualcode.errors import UsageError
from qualcode.exports.docx_headings import on_headings
from qualcode.locale import translator
from qualcode.project import Project
from qualcode.settings import Dress
from qualcode.tables.translated import Words
from qualcode.workbench.choosing import Choices, Chosen
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.routes.retrieval import found_codings

router = APIRouter(tags=["exports"])

DOCUMENTS = ("docx", "html", "md", "tex")
TABLES = ("xlsx", "docx", "csv", "html", "md", "tex")
PICTURES = ("svg", "png", "html", "json", "xlsx", "csv")


@dataclass(slots=True)
class Task:
    """A file that is wanted: of what, in which language and dress, and what there is to know of it."""

    project: Project
    filters: Filters
    language: str
    dress: Dress | None = None
    pseudonyms: bool | None = None
    words: Words = "original"
    chart: str = ""
    choices: Mapping[str, Any] = field(default_factory=dict)
    notice: Notice = field(default_factory=Notice)

    def heed(self, notice: Notice) -> None:
        """Keep what is said of the file."""
        self.notice = notice

    @property
    def common(self) -> dict[str, Any]:
        """What every export takes."""
        return {"filters": self.filters, "language": self.language, "pseudonyms": self.pseudonyms,
                "on_notice": self.heed}  # fmt: skip

    @property
    def dressed(self) -> dict[str, Any]:
        """What every export takes that is a document or a table."""
        return {**self.common, "dress": self.dress}


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be downloaded: in which forms, and how it is made."""

    forms: tuple[str, ...]
    make: Callable[[Task, Path], Any]


PARTS: Mapping[str, Part] = {
    "table": Part(TABLES, lambda task, path: task.project.table(path, words=task.words, **task.dressed)),
    "summary": Part(DOCUMENTS, lambda task, path: task.project.summary(
        path, filters=task.filters, language=task.language)),
    "triangulation": Part(DOCUMENTS, lambda task, path: task.project.triangulation(
        path, filters=task.filters, language=task.language)),
    "frequencies": Part(TABLES, lambda task, path: task.project.frequencies(path, **task.dressed)),
    "matrix": Part(TABLES, lambda task, path: task.project.matrix(path, **task.dressed)),
    "chart": Part(PICTURES, lambda task, path: task.project.chart(
        task.chart, path, **task.common, **task.choices)),
    "appendix": Part((*DOCUMENTS, "xlsx"), lambda task, path: task.project.appendix(
        path, wanted=Wanted(filters=task.filters, language=task.language))),
    "methods": Part(DOCUMENTS, lambda task, path: task.project.methods(path, language=task.language)),
    "codebook": Part(("yaml", "csv", "xlsx", "docx"), lambda task, path:
        task.project.export_codebook(path)),
}  # fmt: skip
"""What can be downloaded; each part takes what of a task fits it."""


@router.post("/export/{part}", response_class=Response, responses={200: {"content": {"*/*": {}}}})
def export(
    desk: TheDesk,
    language: Language,
    part: str,
    *,
    form: Annotated[str, Form()] = "docx",
    filters: Chosen,
    chart: Annotated[str, Query(description="which picture")] = "",
    choices: Choices,
    codings: Annotated[str, Form(description="chosen ones by id, commas between")] = "",
    without: Annotated[str, Form(description="all that fit but these, by id")] = "",
    document_language: Annotated[str, Form(pattern="^(id|en)?$")] = "",
    words: Annotated[Words, Form()] = "original",
    pseudonyms: Annotated[bool | None, Form(description="as the project has it, where not said")] = None,
    excel: Annotated[bool, Form(description="csv as Excel wants it")] = False,
    template: Annotated[UploadFile | None, File(description="a .docx whose styles are used")] = None,
) -> Response:
    """Download a file of chosen codings, dressed as wanted; the answer's heads say what consent left out."""
    chosen = _listed(codings) or _all_but(desk, filters, _listed(without), language)
    with _kept(template) as path:
        task = Task(
            desk.project, Filters(**{**_fields(filters), "codings": chosen}), document_language or language,
            words=words, pseudonyms=pseudonyms, chart=chart, choices=choices,
            dress=desk.project.settings.dressed(path, excel=excel),
        )  # fmt: skip
        return _made(desk, part, form, task, said_in=language)


def _made(desk: Desk, part: str, form: str, task: Task, *, said_in: str) -> Response:
    found = PARTS.get(part)
    if found is None or form not in found.forms:
        raise UsageError(
            "{part} cannot be downloaded as {form!r}", remedy="there is {known}", part=part, form=form,
            known=", ".join(found.forms if found else PARTS),
        )  # fmt: skip
    name = f"{part}.{form}"
    with _workshop(desk.project) as folder, known_as(f"{name} (download)"):
        path = folder / name
        found.make(task, path)
        data = path.read_bytes()
    heads = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(path.name)}"}
    told = list(_told(task.notice, said_in))
    if form == "docx" and task.dress and (text := on_headings(task.dress, said_in)):
        told.append(text)
    if told:
        heads["X-Notice"] = quote(json.dumps(told))
    return Response(data, media_type=_TYPES.get(form, "text/plain; charset=utf-8"), headers=heads)


@contextmanager
def _workshop(project: Project) -> Iterator[Path]:
    """Make a folder for the while: in the project's own, where it can be written."""
    beside = project.settings.root / ".qualcode"
    if project.store.writable:
        beside.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=beside if project.store.writable else None, prefix="download-") as folder:
        yield Path(folder)


def _told(notice: Notice, language: str) -> Iterator[str]:
    """Yield what should be known of a file, in the words of the command line."""
    tr = translator(language)
    for names, text in (
        (notice.unquoted, "Not quoted, for want of consent: {names}."),
        (notice.uncounted, "Left out altogether, for want of consent: {names}."),
        (notice.disguised, "Disguised all the same, as the consent asks: {names}."),
        (notice.unnamed, "Under their own names, for want of a pseudonym: {names}."),
    ):
        if names:
            yield tr(text).format(names=", ".join(names))
    if notice.undisguised:
        yield tr(
            "Nobody has a pseudonym yet, so names are as they were said; see qualcode pseudonyms propose."
        )


def _listed(text: str) -> list[str]:
    return [each for each in text.split(",") if each]


def _all_but(desk: Desk, filters: Filters, without: Sequence[str], language: str) -> list[str]:
    if not without:
        return []
    frame = found_codings(desk, filters, language)
    return list(frame["coding_id"][~frame["coding_id"].isin(list(without))])


def _fields(filters: Filters) -> dict[str, Any]:
    return {name: getattr(filters, name) for name in Filters.__slots__}


@contextmanager
def _kept(template: UploadFile | None) -> Iterator[Path | None]:
    """Keep an uploaded template in a file, while it is needed."""
    if template is None or not template.filename:
        yield None
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.docx"
        path.write_bytes(template.file.read())
        yield path


_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
}
