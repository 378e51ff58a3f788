"""The codebook: its codes, changes of them with what they touch, live keyword hits."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query

from qualcode.actions.codes import Touched
from qualcode.actions.hits import KeywordHits
from qualcode.actions.redefining import CodeChange
from qualcode.locale import told
from qualcode.model import Code
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.schemas.codebook import (
    CodebookOut,
    CodeChangeIn,
    CodeDone,
    CodeIn,
    HitsOut,
    KeywordOut,
    KeywordsIn,
    MergeIn,
    SplitIn,
    TouchedOut,
    TouchesOut,
)
from qualcode.workbench.shaping import codebook_out

router = APIRouter(tags=["codebook"])

TEXTS = ("name", "definition", "include", "exclude")
LISTS = ("examples", "keywords", "not_keywords")

MOST_FORMS = 20
"""Forms of a keyword that are told."""


@router.get("/codebook")
def get_codebook(desk: TheDesk) -> CodebookOut:
    """Return the codebook."""
    with desk.project.view() as view:
        return codebook_out(view)


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
        code=found.code, codings=found.codings, own=found.own, coders=dict(found.coders),
        sources=dict(found.sources), below=dict(found.below), themes=list(found.themes), memos=found.memos,
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


@router.post("/hits")
def count_hits(desk: TheDesk, language: Language, asked: KeywordsIn) -> HitsOut:
    """Count what keywords find, while they are being written."""
    found = desk.project.keyword_hits(asked.keywords, asked.not_keywords, language=asked.language)
    return HitsOut(
        keywords=[_keyword(each, language) for each in found.keywords],
        not_keywords=[_keyword(each, language) for each in found.not_keywords],
        total=found.left.total(), sources=len(+found.left), vetoed=found.vetoed.total(),
    )  # fmt: skip


def _keyword(hits: KeywordHits, language: str) -> KeywordOut:
    return KeywordOut(
        keyword=hits.keyword, total=hits.by_source.total(), sources=len(hits.by_source),
        forms=dict(hits.forms.most_common(MOST_FORMS)),
        fault=told(hits.fault, language).what if hits.fault else "",
    )  # fmt: skip


def _chosen(said: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: said[name] for name in fields if name in said}


def _done(desk: Desk, code: Code) -> CodeDone:
    with desk.project.view() as view:
        codes = {each.id: each for each in codebook_out(view).codes}
        return CodeDone(code=codes[code.id], seq=view.seq)


def _touched(desk: Desk, touched: Touched | None) -> TouchedOut:
    return TouchedOut(codings=touched.codings if touched else {}, seq=desk.seq)
