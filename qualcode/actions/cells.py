"""Cells of case x code: what a coder says, in a few sentences, of one informant under one code."""

from dataclasses import dataclass

from qualcode.actions.acting import acting
from qualcode.actions.codes import the_codebook
from qualcode.actions.editing import put_words
from qualcode.actions.filters import Filters
from qualcode.actions.lookup import case_named, code_named, theme_named
from qualcode.actions.stale import refuse_changed
from qualcode.actions.tabling import chosen_codings
from qualcode.model import Case, Code, Coder, ConsentState, Memo, MemoOn, fresh
from qualcode.store import Store, View


@dataclass(frozen=True, slots=True)
class CellSummary:
    """A coder's summary of a cell, and the `seq` to change it by."""

    coder: str
    text: str
    mine: bool
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One case under one code.

    Attributes
    ----------
    case, code
        The case as it is shown; the code's key.
    codings
        Of the code and those below it, that the actor may see.
    summaries
        The coders', oldest first.
    """

    case: str
    code: str
    codings: int
    summaries: tuple[CellSummary, ...]


def cells(view: View, theme: str, *, language: str = "id") -> list[Cell]:
    """Return the cells of a theme: every case under each of its codes, case by case."""
    codebook, found = the_codebook(view), theme_named(view, theme)
    codes = [code for code in codebook.codes if code.id in found.code_ids]
    cases = sorted(view.all(Case, consent=ConsentState.GIVEN), key=lambda case: case.shown)
    frame = chosen_codings(view, Filters(codes=[code.key for code in codes]), language)
    counted = {
        code.id: frame.loc[frame["code"].isin({code.key, *(each.key for each in codebook.descendants(code))})]
        .groupby("case", observed=True)
        .size()
        .to_dict()
        for code in codes
    }
    return [
        Cell(
            case=case.shown, code=code.key, codings=int(counted[code.id].get(case.shown, 0)),
            summaries=_summaries(view, case, code),
        )
        for case in cases
        for code in codes
    ]  # fmt: skip


def _summaries(view: View, case: Case, code: Code) -> tuple[CellSummary, ...]:
    memos = view.all(Memo, about=MemoOn.CELL, target_id=case.id, code_id=code.id)
    handles = dict(zip(*view.columns(Coder, ["id", "handle"]).values(), strict=True))
    return tuple(
        CellSummary(handles.get(memo.coder_id, "?"), memo.text, memo.coder_id == view.actor.id, memo.seq)
        for memo in sorted(memos, key=lambda memo: (memo.at, memo.seq, memo.id))
    )


def put_cell(
    store: Store, actor: Coder, case: str, code: str, text: str, *, seen: int | None = None
) -> Memo | None:
    """Let a text be the actor's summary of a cell, in place of what they said before; none takes it away.

    Raises
    ------
    StaleEdit
        It was changed since it was `seen`: the highest `seq` of the actor's memos on the cell, 0 for none.
    """
    with acting(store, actor, "memo", summary=MemoOn.CELL.value) as act:
        about = case_named(act, case)
        under = code_named(act.codebook(), code)
        new = Memo(
            id=fresh(), coder_id=actor.id, text="", about=MemoOn.CELL, target_id=about.id, code_id=under.id
        )
        known = _own(act, new)
        latest = max((memo.seq for memo in known), default=0)
        where = f"{about.shown} x {under.key}"
        refuse_changed(latest, seen, "this summary was changed since it was read", where=where)
        put_words(act, known, new, text)
        return next(iter(_own(act, new)), None)


def _own(view: View, memo: Memo) -> list[Memo]:
    """Return the memos of the same coder on the same cell."""
    return view.all(
        Memo, about=memo.about, target_id=memo.target_id, code_id=memo.code_id, coder_id=memo.coder_id
    )
