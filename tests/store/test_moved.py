"""A database that is moved away, exchanged, or brought back while it is open."""

import shutil
import sqlite3

import pytest

from qualcode.errors import StoreProblem
from qualcode.model import Memo, Suggestion, fresh
from tests.store.study import AWARENESS, RANI, ZUL, Study, note


def memos(made: Study) -> list[str]:
    with made.store.view(RANI) as view:
        return sorted(each.text for each in view.all(Memo))


def write(made: Study, text: str) -> None:
    with made.store.action(RANI, "memo") as act:
        act.put(note(text))


def test_nothing_is_written_to_a_database_that_was_moved_and_it_goes_on_when_it_is_back(made: Study) -> None:
    write(made, "before")
    folder = made.store.path.parent
    away = folder.rename(folder.with_name("away"))
    for doing in (lambda: write(made, "lost?"), lambda: memos(made)):
        with pytest.raises(StoreProblem, match="no longer where it was"):
            doing()
    with sqlite3.connect(away / made.store.path.name) as there:
        assert there.execute("select text from memo").fetchall() == [("before",)]
    away.rename(folder)
    write(made, "after")
    assert memos(made) == ["after", "before"]


def test_where_a_copy_was_put_in_its_place_the_copy_is_what_is_read_and_written(made: Study) -> None:
    write(made, "in both")
    path, copy = made.store.path, made.store.path.with_name("copy")
    with sqlite3.connect(path) as there:
        there.execute("vacuum into ?", [str(copy)])
    write(made, "in the first")
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.move(copy, path)
    assert memos(made) == ["in both"]
    write(made, "in the copy")
    assert memos(made) == ["in both", "in the copy"]


def test_suggestions_made_again_are_told_from_those_before(made: Study) -> None:
    def suggested() -> tuple[int, int]:
        with made.store.view(RANI) as view:
            return view.suggested

    def suggest(*ids: str) -> None:
        found = [
            Suggestion(
                id=each, source_id=ZUL.source.id, revision_id=ZUL.revision.id, start=0, end=4,
                code_id=AWARENESS.id, method="keywords", version="1", score=0.5,
            )
            for each in ids
        ]  # fmt: skip
        made.store.replace_suggestions(RANI, "keywords", found, revision_ids=[ZUL.revision.id])

    seen, one = {suggested()}, fresh()
    for ids in ([one], [one], [one, fresh()], []):
        suggest(*ids)
        seen.add(suggested())
    assert len(seen) == 4  # none, once, again, two; and none again
    assert suggested() == (0, 0)
