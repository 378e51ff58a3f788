"""Sources: the list, adding files, one to be read, and marks of having read it."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Response, UploadFile
from pydantic_core import to_json

from qualcode.actions.batches import AddOptions, FileReport
from qualcode.actions.progress import Progress
from qualcode.actions.shaping import reader_shape
from qualcode.errors import UsageError
from qualcode.locale import explain
from qualcode.model import SourceKind
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.faults import fault_of
from qualcode.workbench.schemas.base import Done, Place
from qualcode.workbench.schemas.project import (
    FileOut,
    FilesOut,
    SourceChangeIn,
    SourceOut,
    SpeakerChangeIn,
    SpeakerFound,
    SpeakerOut,
)
from qualcode.workbench.schemas.reader import NotAskedIn, ReaderOut, ReadIn
from qualcode.workbench.shaping import span_in

router = APIRouter(tags=["sources"])

BLOCK = 1024 * 1024
Bound = Annotated[Place | None, Query()]


@router.get("/sources")
def get_sources(desk: TheDesk) -> list[SourceOut]:
    """Return the sources with how far the coder is with each."""
    return [_source_out(each) for each in desk.project.progress()]


@router.post("/sources")
def add_sources(
    desk: TheDesk,
    language: Language,
    *,
    files: Annotated[list[UploadFile], File(description="interview files of any kind that `add` reads")],
    kind: Annotated[SourceKind | None, Form()] = None,
    source_language: Annotated[str, Form(description="language of the interviews")] = "",
    preview: Annotated[bool, Form(description="say what would be added, and add nothing")] = False,
) -> FilesOut:
    """Add files; one that cannot be read does not stop the rest."""
    options = AddOptions(kind=kind, language=source_language or None)
    with TemporaryDirectory() as folder:
        paths = [kept(each, Path(folder)) for each in files]
        with desk.writing() as project:
            report = project.add(paths, options=options, preview=preview, workers=1)
    files_out = [_file_out(each, language) for each in report.files]
    return FilesOut(files=files_out, left=report.left, seq=desk.seq)


@router.patch("/sources/{name}")
def correct_source(desk: TheDesk, name: str, asked: SourceChangeIn) -> Done:
    """Correct what was guessed of a source."""
    with desk.writing() as project:
        project.set_source(name, kind=asked.kind, language=asked.language, translates=asked.translates)
        return Done(seq=desk.seq, action="set_source", summary=name)


@router.patch("/sources/{name}/speakers")
def correct_speaker(desk: TheDesk, name: str, asked: SpeakerChangeIn) -> Done:
    """Correct what was guessed of a speaker: the role, the case they speak for."""
    with desk.writing() as project:
        project.set_speaker(name, asked.label, role=asked.role, case=asked.case)
        return Done(seq=desk.seq, action="set_speaker", summary=f"{name} {asked.label}")


@router.get("/sources/{name}/reader", response_class=Response, responses={200: {"model": ReaderOut}})
def get_reader(desk: TheDesk, name: str) -> Response:
    """Return a source with its text and all that is marked on it."""
    opened = desk.project.open_source(name)
    return Response(to_json(reader_shape(opened)), media_type="application/json")


@router.put("/sources/{name}/read")
def mark_read(desk: TheDesk, name: str, asked: ReadIn | None = None) -> Done:
    """Mark a source, or a stretch of it, as coded through, for some codes or for all.

    Its suggestions show once all of it is coded through for their code.
    """
    wanted = asked or ReadIn()
    with desk.writing() as project:
        at = span_in(project, name, wanted.start, wanted.end)
        project.mark_read(name, codes=wanted.codes, frameworks=wanted.frameworks, at=at)
        return Done(seq=desk.seq, action="mark_read", summary=name)


@router.delete("/sources/{name}/read")
def mark_unread(desk: TheDesk, name: str, start: Bound = None, end: Bound = None) -> Done:
    """Take back that a source, or a stretch of it, was coded through."""
    with desk.writing() as project:
        project.mark_unread(name, at=span_in(project, name, start, end))
        return Done(seq=desk.seq, action="mark_unread", summary=name)


@router.put("/sources/{name}/not-asked")
def mark_not_asked(desk: TheDesk, name: str, asked: NotAskedIn) -> Done:
    """Note that a source was never asked about a code, or take the note back."""
    with desk.writing() as project:
        project.mark_not_asked(name, asked.code, asked=asked.asked)
        return Done(seq=desk.seq, action="mark_not_asked", summary=f"{name} {asked.code}")


def kept(upload: UploadFile, folder: Path) -> Path:
    """Write an uploaded file under its own name, whatever path the browser says it had."""
    name = Path((upload.filename or "").replace("\\", "/")).name
    if not name or name.startswith(".") or "\0" in name or len(name.encode()) > 200:
        raise UsageError("{name!r} is no name of a file", name=name[:40])
    path = folder / name
    if path.exists():
        raise UsageError("two files have the same name", where=name, remedy="rename one, or add them apart")
    with path.open("wb") as file:
        while block := upload.file.read(BLOCK):
            file.write(block)
    return path


def _file_out(report: FileReport, language: str) -> FileOut:
    error = report.error
    if error is not None:  # the folder that the file was in meanwhile says nothing to anybody
        error.where = error.where.replace(str(report.path), report.path.name)
    speakers = [SpeakerFound(label=label, role=role, turns=turns) for label, role, turns in report.speakers]
    return FileOut(
        file=report.path.name, status=report.status, source=report.source, kind=report.kind,
        language=report.language, turns=report.turns,
        speakers=speakers, notes=[explain(note, language) for note in report.notes],
        error=fault_of(error, language) if error else None,
    )  # fmt: skip


def _source_out(each: Progress) -> SourceOut:
    return SourceOut(
        name=each.source.name, kind=each.source.kind, language=each.source.language, turns=each.turns,
        speakers=list(_speakers(each)), codings=each.codings, own=each.own, read=each.read, begun=each.begun,
        waiting=each.waiting, hidden=each.hidden, translates=each.translates, file=each.source.file_name,
    )  # fmt: skip


def _speakers(each: Progress) -> Iterable[SpeakerOut]:
    for speaker in each.speakers:
        case = each.cases.get(speaker.case_id or "", "")
        yield SpeakerOut(label=speaker.label, name=speaker.name, role=speaker.role, case=case)
