"""The codebook: its codes, changes of them with what they touch, files in and out, live keyword hits."""

from collections import Counter
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, Response, UploadFile

from qualcode.actions.codebooks import ApplyOptions, Preview
from qualcode.actions.codes import Touched
from qualcode.actions.redefining import CodeChange
from qualcode.model import Code, Source
from qualcode.workbench.desk import Desk, TheDesk
from qualcode.workbench.routes.sources import kept
from qualcode.workbench.schemas.base import Name
from qualcode.workbench.schemas.codebook import (
    CodebookOut,
    CodebookPreview,
    CodeChangeIn,
    CodeDone,
    CodeIn,
    ConflictOut,
    DifferenceOut,
    HitsOut,
    MergeIn,
    SplitIn,
    TouchedOut,
    TouchesOut,
)
from qualcode.workbench.shaping import codebook_out

router = APIRouter(tags=["codebook"])

TEXTS = ("name", "definition", "include", "exclude")
LISTS = ("examples", "keywords", "not_keywords")

MOST_HITS = 5000
"""Places of a keyword from which on a count is broken off."""


@router.get("/codebook")
def get_codebook(desk: TheDesk) -> CodebookOut:
    """Return the codebook."""
    with desk.project.view() as view:
        return codebook_out(view)


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
    apply: Annotated[bool, Form(description="do it; by default, say what it would do")] = False,
    theirs: Annotated[bool, Form(description="where both changed a field, take the file's")] = False,
) -> CodebookPreview:
    """Say what a codebook file would do, or merge it into the codebook; what the file lacks stays."""
    with TemporaryDirectory() as folder:
        path = kept(file, Path(folder))
        if not apply:
            return _preview(desk, desk.project.preview_codebook(path), applied=False)
        with desk.writing() as project:
            done = project.apply_codebook(path, options=ApplyOptions(choose=lambda conflict: theirs))
    return _preview(desk, done, applied=True)


@router.post("/codes", status_code=201)
def add_code(desk: TheDesk, asked: CodeIn) -> CodeDone:
    """Add a code below another, to a framework, or among the inductive codes."""
    with desk.writing() as project:
        return _done(desk, project.add_code(asked.name, framework=asked.framework, parent=asked.parent))


@router.patch("/codes/{key}")
def edit_code(desk: TheDesk, key: str, asked: CodeChangeIn) -> CodeDone:
    """Rename, move, redefine or recolour a code, in one action."""
    said: dict[str, Any] = asked.model_dump(exclude_none=True)
    change = CodeChange(
        key=asked.key, color=asked.color, parent=asked.parent, framework=asked.framework,
        position=asked.position, texts=_chosen(said, TEXTS), lists=_chosen(said, LISTS),
    )  # fmt: skip
    with desk.writing() as project:
        return _done(desk, project.edit_code(key, change, seen=asked.seq))


@router.get("/codes/{key}/touches")
def get_touches(desk: TheDesk, key: str) -> TouchesOut:
    """Return what changing, merging or removing a code would touch."""
    found = desk.project.touches(key)
    return TouchesOut(
        code=found.code, codings=found.codings, own=found.own, coders=list(found.coders),
        sources=list(found.sources), below=dict(found.below), themes=list(found.themes), memos=found.memos,
    )  # fmt: skip


@router.post("/codes/{key}/merge")
def merge_code(desk: TheDesk, key: str, asked: MergeIn) -> TouchedOut:
    """Merge a code into another, which takes over everyone's codings."""
    with desk.writing() as project:
        return _touched(desk, project.merge_codes([key], asked.into))


@router.post("/codes/{key}/split")
def split_code(desk: TheDesk, key: str, asked: SplitIn) -> TouchedOut:
    """Split a new code off a code, with some of the coder's codings."""
    with desk.writing() as project:
        return _touched(desk, project.split_code(key, asked.name, asked.codings))


@router.delete("/codes/{key}")
def remove_code(
    desk: TheDesk, key: str,
    codings_to: Annotated[str, Query(description="the code that its codings go to")] = "",
) -> TouchedOut:  # fmt: skip
    """Remove a code; where it is in use, its codings need another."""
    with desk.writing() as project:
        return _touched(desk, project.remove_code(key, codings_to=codings_to))


@router.get("/hits")
def get_hits(
    desk: TheDesk, keyword: Name,
    language: Annotated[str, Query(description="only in sources of this language")] = "",
) -> HitsOut:  # fmt: skip
    """Count where a keyword stands, while it is being written."""
    with desk.project.view() as view:
        named = [source.name for source in view.all(Source) if language in ("", source.language)]
    lines = list(islice(desk.project.find(keyword, sources=named), MOST_HITS)) if named else []
    forms = Counter(line.words.casefold() for line in lines)
    return HitsOut(
        keyword=keyword, total=len(lines), by_source=dict(Counter(line.source for line in lines)),
        forms=dict(forms.most_common(20)),
    )  # fmt: skip


def _chosen(said: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: said[name] for name in fields if name in said}


def _done(desk: Desk, code: Code) -> CodeDone:
    with desk.project.view() as view:
        codes = {each.id: each for each in codebook_out(view).codes}
        return CodeDone(code=codes[code.id], seq=view.seq)


def _touched(desk: Desk, touched: Touched | None) -> TouchedOut:
    return TouchedOut(codings=touched.codings if touched else {}, seq=desk.seq)


def _preview(desk: Desk, preview: Preview | None, *, applied: bool) -> CodebookPreview:
    found = preview or Preview((), (), {})
    return CodebookPreview(
        applied=applied, left=list(found.left), seq=desk.seq,
        differences=[
            DifferenceOut(
                kind=each.kind.value, on=each.on, key=each.key, fields=list(each.fields),
                codings=found.touched.get(each.key, 0),
            )
            for each in found.differences
        ],
        conflicts=[
            ConflictOut(key=each.key, field=each.field, ours=_text(each.ours), theirs=_text(each.theirs))
            for each in found.conflicts
        ],
    )  # fmt: skip


def _text(value: object) -> str:
    return "" if value is None else str(value)
