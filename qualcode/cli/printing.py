"""What commands print: tables and progress on a terminal, plain lines in a pipe."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol
from unicodedata import east_asian_width

import click

from qualcode.cli.language import tr

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 12
"""Words up to this width are not broken in a table, however narrow the window."""

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

YES = frozenset({"y", "yes", "ya"})
"""A yes in English or Indonesian."""


def is_terminal() -> bool:
    """Say whether a person is looking."""
    return sys.stdout.isatty()


def console() -> "Console":
    """Return rich's console on the standard output."""
    from rich.console import Console

    return Console(highlight=False)


def say(text: str, /, **values: object) -> None:
    """Print one of our sentences in the user's language, its fields filled."""
    click.echo(tr(text).format(**values))


def warn(text: str, /, **values: object) -> None:
    """Print one of our sentences where errors go."""
    click.echo(tr(text).format(**values), err=True)


def printable(text: str) -> str:
    r"""Return a text with what would steer a terminal replaced by U+FFFD, one for one.

    Examples
    --------
    >>> printable("a\x1b[2Jb\n")
    'a\ufffd[2Jb\n'
    """
    return _STEERING.sub("\ufffd", text)


def shortened(words: str, most: int = 70) -> str:
    """Return words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def pointed(text: str, position: int, *, width: int = 72) -> tuple[str, str]:
    r"""Return the stretch of a text around a place, and a line that points at it from below.

    Examples
    --------
    >>> print(*pointed("awarness AND capacity", 13), sep="\n")
      awarness AND capacity
                   ^
    """
    first = max(0, position - width // 2) if len(text) > width else 0
    shown = printable(text[first : first + width].replace("\n", " ").replace("\t", " "))
    cut = "…" if first else ""
    before = sum(1 + (east_asian_width(char) in "WF") for char in cut + shown[: position - first])
    return f"  {cut}{shown}", f"  {' ' * before}^"


def print_json(data: Any) -> None:
    """Print JSON as a script wants it."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def print_table(
    titles: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[int] = ()
) -> None:
    """Print a table: ruled on a terminal, tab-separated with a header in a pipe.

    Parameters
    ----------
    titles
        Column titles, in English.
    rows
        Cells; None is printed as nothing.
    right
        Places of the columns with figures, set to the right.
    """
    cells = [["" if cell is None else printable(str(cell)) for cell in row] for row in rows]
    if not is_terminal():
        for row in [[tr(title) for title in titles], *cells]:
            click.echo("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", collapse_padding=True, pad_edge=False)
    for place, title in enumerate(titles):
        table.add_column(
            tr(title),
            justify="right" if place in right else "left",
            overflow="fold",
            min_width=_longest_word([tr(title), *(row[place] for row in cells)]),
        )
    for row in cells:
        table.add_row(*map(Text, row))
    console().print(table)


def _longest_word(texts: Iterable[str]) -> int:
    """Return the width at which a column breaks no word but long ones."""
    return min(max((len(word) for text in texts for word in text.split()), default=0), WIDE)


class Step(Protocol):
    """Called when one of the things to be done is done."""

    def __call__(self, done: int, total: int, text: str) -> None:
        """Move the bar."""


@contextmanager
def progress(text: str) -> Iterator[Step]:
    """Show a bar while work goes on; in a pipe, nothing."""
    if not sys.stderr.isatty():
        yield lambda done, total, text: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(tr(text), total=None)
        yield lambda done, total, text: bar.update(task, completed=done, total=total, description=text)


def confirmed(question: str, *, yes: bool = False) -> bool:
    """Ask before something is done; without a terminal, only ``--yes`` says yes."""
    if yes:
        return True
    if not sys.stdin.isatty():
        warn("Not done: say --yes to go ahead without being asked.")
        return False
    return agreed(question)


def agreed(question: str) -> bool:
    """Ask a question that only a yes, in either language, answers with yes."""
    answer = click.prompt(f"{question} [{tr('y/N')}]", default="", show_default=False)
    return answer.strip().casefold() in YES
