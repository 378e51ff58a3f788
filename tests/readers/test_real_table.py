"""What becomes of real files that nobody here wrote, folder by folder: figures only, none of their words."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.model import Role
from qualcode.readers import expand, read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
HEAD = "| folder | files | read | refused, and why | turns | of nobody | interviewers / informants / others |"


def folders() -> list[Path]:
    """Return every folder of real files."""
    return [*sorted(path for path in (DATA / "formats").iterdir() if path.is_dir()), DATA / "indonesian"]


def row(folder: Path) -> str:
    """Return a folder's row of the table."""
    turns = Counter[str]()
    roles = Counter[Role]()
    refused = Counter[str]()
    files = expand([folder])
    for path in files:
        try:
            draft = read(path)
        except FileProblem as error:
            refused[error.what] += 1
            continue
        turns["all"] += len(draft.turns)
        turns["nobody's"] += sum(not turn.speaker for turn in draft.turns)
        roles.update(speaker.role for speaker in draft.speakers)
    reasons = "; ".join(f"{count} {what}" for what, count in sorted(refused.items())) or "–"
    people = " / ".join(str(roles[role]) for role in (Role.INTERVIEWER, Role.INFORMANT, Role.OTHER))
    read_ones, nobodys = len(files) - refused.total(), turns["nobody's"]
    cells = (folder.name, len(files), read_ones, reasons, turns["all"], nobodys, people)
    return f"| {' | '.join(map(str, cells))} |"


@pytest.mark.skipif(not DATA.is_dir(), reason="the folder of real files is not here")
def test_real_files_are_read_or_refused_as_the_table_says(golden: Callable[[str, bytes], None]) -> None:
    lines = [HEAD, "|---|---|---|---|---|---|---|", *map(row, folders())]
    golden("real-files.md", ("\n".join(lines) + "\n").encode())
