"""Themes: claims, the codes and quotations they rest on, summaries of their cells, their histories."""

from fastapi import APIRouter

from qualcode.actions.filters import Filters
from qualcode.actions.lookup import keys_of, theme_named
from qualcode.actions.shaping import plain_rows
from qualcode.actions.theming import ThemeChange
from qualcode.errors import AlreadyThere
from qualcode.model import Coder, Coding, Theme
from qualcode.store import View
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.routes.retrieval import codings_out
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.talk import StepOut
from qualcode.workbench.schemas.themes import (
    CellDone,
    CellIn,
    CellOut,
    QuotationsOut,
    SummaryOut,
    ThemeChangeIn,
    ThemeIn,
    ThemeOut,
)
from qualcode.workbench.shaping import steps_out

router = APIRouter(tags=["themes"])


@router.get("/themes")
def get_themes(desk: TheDesk) -> list[ThemeOut]:
    """Return the themes in their order."""
    found = desk.project.themes()
    with desk.project.view() as view:
        return [_theme_out(view, theme) for theme in found]


@router.post("/themes", status_code=201)
def add_theme(desk: TheDesk, asked: ThemeIn) -> ThemeOut:
    """Make a theme."""
    with desk.writing() as project:
        if any(theme.name == asked.name for theme in project.themes()):
            raise AlreadyThere("there is a theme {name!r} already", name=asked.name)
        made = project.theme(asked.name, asked.claim, change=ThemeChange(codes=asked.codes))
        with project.view() as view:
            return _theme_out(view, made)


@router.patch("/themes/{theme}")
def change_theme(desk: TheDesk, theme: str, asked: ThemeChangeIn) -> ThemeOut:
    """Change a theme, by its id or name: name, claim, codes, evidence, verdicts, place; in one action."""
    change = ThemeChange(
        name=asked.name, claim=asked.claim, codes=asked.codes, evidence_for=asked.evidence_for,
        evidence_against=asked.evidence_against, without=asked.without, verdicts=asked.verdicts,
        relations=asked.relations, position=asked.position,
    )  # fmt: skip
    with desk.writing() as project:
        with project.view() as view:
            known = theme_named(view, theme)
        changed = project.theme(known.id, change=change, seen=asked.seq)
        with project.view() as view:
            return _theme_out(view, changed)


@router.delete("/themes/{theme}")
def remove_theme(desk: TheDesk, theme: str) -> Done:
    """Take a theme away, by its id or name; its codes and codings stay."""
    with desk.writing() as project:
        gone = project.remove_theme(theme)
        return Done(seq=desk.seq, action="remove_theme", summary=gone.name)


@router.get("/themes/{theme}/evidence")
def get_evidence(desk: TheDesk, language: Language, theme: str) -> QuotationsOut:
    """Return the quotations chosen for and against a theme, and the others of its codes."""
    frame = desk.project.codings(language=language)
    with desk.project.view() as view:
        found = theme_named(view, theme)
        chosen = [*found.evidence_for, *found.evidence_against]
        codes = Filters(codes=_keys(view, found))
        drawn = codes.apply(view, frame) if codes.codes else frame.iloc[:0]
    sides = [
        frame[frame["coding_id"].isin(found.evidence_for)],
        frame[frame["coding_id"].isin(found.evidence_against)],
        drawn[~drawn["coding_id"].isin(chosen)],
    ]
    pro, contra, others = (codings_out(desk, plain_rows(side)) for side in sides)
    return QuotationsOut(
        speaks_for=pro, speaks_against=contra, others=others, unseen=len(chosen) - len(pro) - len(contra)
    )


@router.get("/themes/{theme}/cells")
def get_cells(desk: TheDesk, language: Language, theme: str) -> list[CellOut]:
    """Return every case under each code of a theme, with the coders' summaries."""
    return [
        CellOut(
            case=cell.case, code=cell.code, codings=cell.codings,
            summaries=[
                SummaryOut(coder=each.coder, text=each.text, mine=each.mine, seq=each.seq)
                for each in cell.summaries
            ],
        )
        for cell in desk.project.cells(theme, language=language)
    ]  # fmt: skip


@router.put("/cells")
def put_cell(desk: TheDesk, asked: CellIn) -> CellDone:
    """Let a text be one's summary of a case under a code; an empty one takes it away."""
    with desk.writing() as project:
        memo = project.summarise_cell(asked.case, asked.code, asked.text, seen=asked.seq)
        about = f"{asked.case} x {asked.code}"
        return CellDone(seq=desk.seq, action="memo", summary=about, own=memo.seq if memo else 0)


@router.get("/themes/{theme}/history")
def get_theme_history(desk: TheDesk, language: Language, theme: str) -> list[StepOut]:
    """Return what was done to a theme, oldest first."""
    return steps_out(desk.project.theme_history(theme), language)


def _keys(view: View, theme: Theme) -> list[str]:
    keys = keys_of(view.codebook())
    return [keys[each] for each in theme.code_ids if each in keys]


def _theme_out(view: View, theme: Theme) -> ThemeOut:
    coder = view.get(Coder, theme.coder_id)
    pro, contra = (
        [each for each in side if view.get(Coding, each)]
        for side in (theme.evidence_for, theme.evidence_against)
    )
    return ThemeOut(
        id=theme.id, seq=theme.seq, name=theme.name, claim=theme.claim,
        coder=coder.handle if coder else "?", codes=_keys(view, theme),
        evidence_for=pro, evidence_against=contra,
        unseen_for=len(theme.evidence_for) - len(pro),
        unseen_against=len(theme.evidence_against) - len(contra),
        verdicts=dict(theme.verdicts), relations=dict(theme.relations), position=theme.position,
    )  # fmt: skip
