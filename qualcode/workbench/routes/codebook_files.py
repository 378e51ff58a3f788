"""The codebook as a file: out, and in again with what that would do."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Response, UploadFile

from qualcode.actions.codebooks import ApplyOptions, Preview
from qualcode.codebook_files import Conflict, Difference
from qualcode.errors import UsageError
from qualcode.model import Code, LocalList, LocalText
from qualcode.workbench.desk import Desk, TheDesk
from qualcode.workbench.routes.sources import kept
from qualcode.workbench.schemas.codebook import CodebookPreview, ConflictOut, DifferenceOut, FieldOut

router = APIRouter(tags=["codebook"])


@router.get("/codebook.yaml", response_class=Response, responses={200: {"content": {"application/yaml": {}}}})
def download_codebook(desk: TheDesk) -> Response:
    """Download the codebook as a file that can be applied again."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.yaml"
        written = desk.project.export_codebook(path)
        name = f'attachment; filename="{written.key or "codebook"}.yaml"'
        return Response(
            path.read_bytes(), media_type="application/yaml", headers={"Content-Disposition": name}
        )


@router.post("/codebook")
def apply_codebook(
    desk: TheDesk,
    file: Annotated[UploadFile, File(description="YAML, CSV, XLSX or DOCX")],
    *,
    apply: Annotated[bool, Form(description="do it; by default, say what it would do")] = False,
    prune: Annotated[bool, Form(description="remove the codes that the file lacks")] = False,
    theirs: Annotated[
        list[str], Form(description="of the fields that both changed, those that take the file's: key:field")
    ] = [],
    codings_to: Annotated[
        list[str], Form(description="where the codings of removed codes go: key:other")
    ] = [],
) -> CodebookPreview:
    """Say what a codebook file would do, or merge it into the codebook."""
    met: list[Conflict] = []

    def choose(conflict: Conflict) -> bool:
        met.append(conflict)
        return f"{conflict.key}:{conflict.field}" in theirs

    with TemporaryDirectory() as folder:
        path = kept(file, Path(folder))
        if not apply:
            preview = desk.project.preview_codebook(path, prune=prune, choose=choose)
            return _preview(desk, preview, met, applied=False)
        options = ApplyOptions(prune=prune, choose=choose, codings_to=dict(map(_pair, codings_to)))
        with desk.writing() as project:
            done = project.apply_codebook(path, options=options)
    return _preview(desk, done or Preview((), (), {}), met, applied=True)


def _pair(text: str) -> tuple[str, str]:
    key, colon, other = text.rpartition(":")
    if not colon:
        raise UsageError("{text!r} does not say where codings go", remedy="write key:other", text=text)
    return key, other


def _preview(desk: Desk, found: Preview, met: list[Conflict], *, applied: bool) -> CodebookPreview:
    conflicts = {(each.key, each.field): each for each in [*met, *found.conflicts]}
    return CodebookPreview(
        applied=applied, left=list(found.left), seq=desk.seq,
        differences=[
            DifferenceOut(
                kind=each.kind.value, on=each.on, key=each.key, fields=list(_fields(each)),
                codings=found.touched.get(each.key, 0),
            )
            for each in found.differences
        ],
        conflicts=[
            ConflictOut(key=key, field=field, ours=_text(each.ours), theirs=_text(each.theirs))
            for (key, field), each in conflicts.items()
        ],
    )  # fmt: skip


def _fields(difference: Difference) -> Iterator[FieldOut]:
    """Yield what differs in words: per field, and per language where it has them."""
    if difference.before is None or difference.after is None:
        return
    for name in difference.fields:
        was, now = (getattr(each, name, None) for each in (difference.before, difference.after))
        if isinstance(was, LocalText | LocalList) and isinstance(now, LocalText | LocalList):
            here, there = was.as_mapping(), now.as_mapping()
            for language in {**here, **there}:
                if here.get(language) != there.get(language):
                    field = f"{name}.{language}".rstrip(".")
                    yield FieldOut(
                        field=field, before=_text(here.get(language)), after=_text(there.get(language))
                    )
        elif not name.endswith("_id"):
            yield FieldOut(field=name, before=_text(was), after=_text(now))


def _text(value: Any) -> str:
    """Return a value as people read it: lists one item a line, a whole code by its key."""
    if value is None:
        return ""
    if isinstance(value, LocalList):
        return "\n".join(text for _language, text in value)
    if isinstance(value, tuple | list):
        return "\n".join(map(str, value))
    return value.key if isinstance(value, Code) else str(value)
