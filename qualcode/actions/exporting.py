"""What every file that leaves the project has in common: something to show, a title, whose words it holds."""

from collections.abc import Iterable
from pathlib import Path

from qualcode.errors import QualcodeError, StoreProblem
from qualcode.model import Case, Coder
from qualcode.store import Store, View


class NothingToShow(QualcodeError):
    """No coding fits what was asked for, so nothing was written."""


def refuse_nothing(*, empty: bool) -> None:
    """Refuse to write a file with nothing in it.

    Raises
    ------
    NothingToShow
    """
    if empty:
        raise NothingToShow(
            "no coding fits, so nothing was written",
            remedy="ask for less, or see what there is with `qualcode table`",
        )


def title_of(view: View) -> str:
    """Return the project's title, for the head of a document."""
    return view.settings().get("title", "")


def log_export(store: Store, actor: Coder, path: Path, names: Iterable[str]) -> None:
    """Note that a file with words of these cases was made, so that a withdrawal can name it.

    A project that cannot be written still exports.
    """
    with store.view(actor) as view:
        cases = {case.shown: case.id for case in view.all(Case)}
    try:
        store.log_export(actor, str(path), [cases[name] for name in dict.fromkeys(names) if name in cases])
    except StoreProblem:
        return
