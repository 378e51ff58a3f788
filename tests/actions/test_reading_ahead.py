import pickle
from pathlib import Path

import pytest

from qualcode.actions.reading_ahead import FEW, outcomes
from qualcode.errors import FileProblem, KeywordSyntaxError, QualcodeError
from qualcode.model import sha256
from qualcode.readers import Draft


def batch(folder: Path, count: int) -> list[Path]:
    files = [folder / f"W{number:02}.txt" for number in range(count)]
    for number, path in enumerate(files):
        path.write_text(f"P: Siapa?\nI: Saya informan nomor {number} di sini.\n", encoding="utf-8")
    return files


@pytest.mark.parametrize("count", [3, FEW + 5])
def test_outcomes_come_in_the_order_of_the_files_however_many_there_are(tmp_path: Path, count: int) -> None:
    files = batch(tmp_path, count)
    files[1].write_bytes(b"")
    known = {sha256(files[2].read_bytes()): "W2-there"}
    found = list(outcomes(files, known=known, languages={}, cache_dir=tmp_path / "cache"))
    assert isinstance(found[1], FileProblem)
    assert found[1].where == "W01.txt"
    assert found[2] == "W2-there"
    drafts = [each for each in found if isinstance(each, Draft)]
    assert [
        f"nomor {number} " in draft.text for number, draft in zip([0, *range(3, count)], drafts, strict=True)
    ]
    assert len(list((tmp_path / "cache").rglob("*.*"))) == len(drafts)


@pytest.mark.parametrize(
    "error",
    [
        FileProblem("cannot be read: {reason}", where="W1.docx", remedy="mend it", reason="damaged"),
        KeywordSyntaxError("a keyword ends too early", position=3, where="code"),
    ],
)
def test_an_error_passes_between_processes_whole(error: QualcodeError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.where, dict(again.values)) == (
        type(error), str(error), error.where, dict(error.values),
    )  # fmt: skip
