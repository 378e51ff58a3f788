"""A study of one long interview, densely coded: the most that a workbench has to bear."""

from pathlib import Path

from qualcode import Project
from qualcode.actions.codes import put_new_code
from qualcode.actions.coding import put_coding
from qualcode.actions.lookup import source_named
from qualcode.actions.texts import text_of
from qualcode.model import Span

CHARACTERS, CODINGS, CODES = 300_000, 5_000, 10


def long_study(folder: Path) -> Project:
    """Make the study, with a source ``W1``, and open it for its coder."""
    project = Project.create(folder / "study", coder="rani")
    answer = "I: 🙂 Saya belajar sendiri di rumah lalu mencoba menjual ke tetangga dulu. "
    turn = f"P: Lalu bagaimana?\n{answer * 8}\n"
    (folder / "W1.txt").write_text(turn * (CHARACTERS // len(turn)), encoding="utf-8")
    project.add([folder / "W1.txt"])
    with project.store.action(project.coder, "import_codings") as act:
        codes = [put_new_code(act, f"code {number}") for number in range(CODES)]
        text = text_of(act, source_named(act, "W1"))
        step = (len(text.text) - 200) // CODINGS
        for number in range(CODINGS):
            span = Span(number * step, number * step + 40 + number % 90)
            put_coding(act, project.coder, text, span, codes[number % CODES], shown=False)
    return project
