"""Running the command line in this process, as a pipe sees it: what was printed, and the exit code."""

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from qualcode.cli import main
from qualcode.cli.language import language
from qualcode.locale import translator

ONCE = tuple(
    translator(code)(
        "Nobody has a pseudonym yet, so names are as they were said; see qualcode pseudonyms propose."
    )
    + "\n"
    for code in ("en", "id")
)
"""What the first file of a study says where nobody looked at names yet, in each language."""


@dataclass(frozen=True)
class Result:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[list[str]]:
        """The cells of the lines of a table in a pipe, without its header."""
        return [line.split("\t") for line in self.out.splitlines()[1:] if "\t" in line]


def run(folder: Path, *args: str, stdin: str = "") -> Result:
    """Run ``qualcode ARGS`` in a folder."""
    out, err = io.StringIO(), io.StringIO()
    language.cache_clear()
    code = 0
    with (
        chdir(folder),
        patch.object(sys, "argv", ["qualcode", *args]),
        patch.object(sys, "stdin", io.StringIO(stdin)),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
        finally:
            language.cache_clear()
    return Result(code, out.getvalue(), err.getvalue())


def done(folder: Path, *args: str, stdin: str = "") -> Result:
    """Run ``qualcode ARGS``, which must go well; the first file of a study may say that names are real."""
    result = run(folder, *args, stdin=stdin)
    result = replace(
        result, err="".join(line for line in result.err.splitlines(keepends=True) if line not in ONCE)
    )
    assert (result.code, result.err) == (0, ""), result
    return result
