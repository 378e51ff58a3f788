import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import AlreadyThere, RecordNotFound, StaleEdit, UndoRefused
from qualcode.model import Code, Codebook, Coder, Coding, Framework, LocalText
from qualcode.store import Store
from tests.store.study import AWARENESS, BUDI, CAPACITY, RANI, SRI, ZUL, Study, coding, study

SPANS = list(ZUL.spans.values())
FORTH = ["code", "uncode", "negative", "rename", "there and back"]
BACK = ["undo", "redo"]


@dataclass(frozen=True)
class Step:
    """Something that a coder does at a place with a code."""

    what: str
    who: Coder
    place: int
    code: Code

    def take(self, store: Store, number: int) -> None:
        if self.what in BACK:
            getattr(store, self.what)(self.who)
            return
        with store.action(self.who, self.what) as act:
            mine = act.all(Coding, coder_id=self.who.id)
            if self.what == "code":
                act.put(coding(self.who, SPANS[self.place], code=self.code))
            elif self.what == "rename":
                act.put_all([replace(each, name=LocalText.of(str(number))) for each in act.all(Code)])
            elif mine and self.what == "uncode":
                act.remove(mine[self.place % len(mine)])
            elif mine:
                marked = act.put(replace(mine[0], negative=not mine[0].negative))
                if self.what == "there and back":
                    act.put(replace(marked, negative=mine[0].negative))


def steps(what: list[str], who: list[Coder]) -> st.SearchStrategy[list[Step]]:
    """Steps of these kinds by these coders."""
    places = st.integers(0, len(SPANS) - 1)
    codes = st.sampled_from([AWARENESS, CAPACITY])
    return st.lists(st.builds(Step, st.sampled_from(what), st.sampled_from(who), places, codes), max_size=12)


def take(store: Store, todo: list[Step]) -> None:
    """Take steps; what is refused is refused."""
    for number, step in enumerate(todo):
        with contextlib.suppress(AlreadyThere, RecordNotFound, StaleEdit, UndoRefused):
            step.take(store, number)


def state(store: Store) -> object:
    """What a supervisor sees, but for the codebook's version, which never goes back."""
    with store.view(SRI) as view:
        return view.all(Coding), view.all(Code), view.all(Framework)


@settings(max_examples=25, deadline=None)
@given(steps(FORTH + BACK, [RANI, BUDI]))
def test_whatever_is_done_the_history_tells_the_present(todo: list[Step]) -> None:
    with TemporaryDirectory() as folder, study(Path(folder)) as made:
        take(made.store, todo)
        assert made.store.check() == []


@settings(max_examples=15, deadline=None)
@given(steps(FORTH, [RANI]))
def test_undoing_and_redoing_everything_leads_there_and_back(todo: list[Step]) -> None:
    with TemporaryDirectory() as folder, study(Path(folder)) as made:
        start = state(made.store)
        with made.store.view(RANI) as view:
            seq = view.seq
        take(made.store, todo)
        end = state(made.store)
        with made.store.view(RANI) as view:
            done = view.seq - seq
        for _ in range(done):
            made.store.undo(RANI)
        assert state(made.store) == start
        for _ in range(done):
            made.store.redo(RANI)
        assert state(made.store) == end
        assert made.store.check() == []


def test_a_whole_codebook_put_again_changes_nothing(made: Study) -> None:
    with made.store.action(RANI, "apply_codebook") as act:
        codebook = act.codebook()
        assert codebook is not None
        act.put(codebook)
    assert act.event is None
    with made.store.view(RANI) as view:
        assert view.all(Codebook)[0].version == 1


@pytest.mark.parametrize("limit", [1, 2])
def test_the_latest_events_are_asked_for_by_number(made: Study, limit: int) -> None:
    with made.store.view(RANI) as view:
        assert [each.seq for each in view.events(limit=limit)] == [3, 2][:limit][::-1]
        assert [each.seq for each in view.events(since=2)] == [3]
