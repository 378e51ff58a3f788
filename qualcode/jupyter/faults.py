"""What a user did that cannot be done, in a sentence and not in forty lines of traceback."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any

from qualcode.errors import QualcodeError, QueryProblem
from qualcode.jupyter.html import language
from qualcode.locale import explain

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


CALLS = {
    "sources": "sources()",
    "cases": "cases()",
    "speakers": "speakers()",
    "coders": "coders()",
    "codebook show": "codes()",
    "theme": "themes()",
}
"""What a notebook has in place of the commands that list names."""


def register(shell: "InteractiveShell") -> None:
    """Let a shell show our errors so, unless somebody else shows errors there; ``%tb`` shows where it was."""
    if not shell.custom_exceptions:
        shell.set_custom_exc((QualcodeError,), show)  # type: ignore[no-untyped-call]  # IPython says no types


def show(
    shell: Any,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    tb_offset: int | None = None,
) -> list[str]:
    """Show an error where the cell's output goes, and keep it for ``%tb``."""
    sys.last_type, sys.last_value, sys.last_traceback = kind, error, trace
    text = explain(error, language()) if isinstance(error, QualcodeError) else str(error)
    for command, call in CALLS.items():
        text = text.replace(f"`qualcode {command}`", f"`project.{call}`")
    lines = [f"{kind.__name__}: {text}"]
    if isinstance(error, QueryProblem):
        lines += [f"  {error.text.replace(chr(10), chr(32))}", f"  {' ' * error.position}^"]
    shell._showtraceback(kind, error, lines)
    return lines
