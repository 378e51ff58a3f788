"""``qualcode memo``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import word
from qualcode.cli.options import argument, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_table, say
from qualcode.errors import UsageError
from qualcode.model import MemoOn

if TYPE_CHECKING:
    from qualcode.actions.noting import NamedMemo


@cli_command(
    "Write a memo on the project, a source, a passage, a code, a coding, a case, a theme, or a cell "
    "(case and code). Without TEXT your editor opens; --list shows what there is.",
    examples=[
        "qualcode memo 'Pertanyaan tentang modal perlu diperdalam'",
        "qualcode memo --source W1-zul --turn 12 'Ia tertawa getir di sini'",
        "qualcode memo --code awareness 'Beda sadar dan sekadar tahu'",
        "qualcode memo --list",
    ],
)
@argument("text", default="")
@option("--source", default="", help="On this source.")
@option("--turn", type=int, help="On this turn of it.")
@option("--quote", default="", help="On these words of it.")
@option("--code", default="", help="On this code.")
@option("--coding", default="", metavar="CODING", help="On one of your codings, as in 'W1-zul.12 awareness'.")
@option("--case", default="", help="On this case; with --code, on the cell.")
@option("--theme", default="", help="On this theme.")
@option("--list", "show", is_flag=True, help="List the memos.")
@option("--remove", default="", metavar="ID", help="Take one of your memos away.")
@in_project
def command(
    text: str,
    source: str,
    turn: int | None,
    quote: str,
    code: str,
    coding: str,
    case: str,
    theme: str,
    show: bool,
    remove: str,
    folder: Path,
    coder: str | None,
) -> None:
    """Write a memo."""
    from qualcode.actions.coding import Passage
    from qualcode.actions.noting import Subject

    with open_project(folder, coder) as project:
        if show:
            rows = [
                (each.memo.id[:8], _about(each), each.memo.text, each.coder, each.memo.at[:10])
                for each in project.named_memos()
            ]
            print_table(["Id", "On", "Memo", "Coder", "Date"], rows)
            return
        if remove:
            project.remove_memo(remove)
            say("The memo is taken away; qualcode undo brings it back.")
            return
        if (quote or turn) and not source:
            raise UsageError("say of which source", remedy="add --source NAME")
        passage = Passage(source=source, quote=quote, turn=turn) if source and (quote or turn) else None
        subject = Subject(
            source="" if passage else source,
            passage=passage,
            code=code,
            coding=coding,
            case=case,
            theme=theme,
        )
        memo = project.memo(text or _written(), subject)
    say("Noted ({id}).", id=memo.id[:8])


def _written() -> str:
    """Return what the user writes in their editor, or what comes through a pipe."""
    return (click.edit() or "") if sys.stdin.isatty() else sys.stdin.read()


def _about(named: "NamedMemo") -> str:
    return word(named.subject) if named.memo.about is MemoOn.PROJECT else named.subject
