"""``qualcode transcript``."""

from pathlib import Path

from qualcode.cli.options import argument, cli_command, in_project, open_project, option
from qualcode.cli.printing import say
from qualcode.cli.results import DOCUMENTS, Rendering, rendered, to_file


@cli_command(
    "Write the transcript of SOURCE with its codings: who the informant is, then a table of turns, numbered "
    "as reference codes are. With --comments it is running text in Word, each coding a comment on its words, "
    "for somebody to reply to; qualcode import-review brings the replies in.",
    examples=[
        "qualcode transcript W1-zul --out outputs/zul.docx --lang id --themes",
        "qualcode transcript W1-zul --out outputs/zul.docx --comments --by rani",
        "qualcode transcript W1-zul --out outputs/zul.html --lines",
    ],
)
@argument("source")
@to_file(DOCUMENTS, required=True)
@option("--comments", is_flag=True, help="Running text with a Word comment on every coding (.docx).")
@option("--themes", is_flag=True, help="With a column of themes.")
@option("--lines", is_flag=True, help="One row a line, with the numbers that {line} has in reference codes.")
@option("--by", "coders", multiple=True, metavar="HANDLE", help="Only this coder's codings.")
@rendered()
@in_project
def command(
    source: str,
    *,
    out: Path,
    comments: bool,
    themes: bool,
    lines: bool,
    coders: tuple[str, ...],
    rendering: Rendering,
    folder: Path,
    coder: str | None,
) -> None:
    """Write a transcript."""
    with open_project(folder, coder) as project:
        made = project.transcript(
            source, out, comments=comments, themes=themes, lines=lines, coders=coders,
            **rendering.keywords(project),
        )  # fmt: skip
    turns = sum(bool(part.speaker or part.number) for part in made.parts)
    say("In {path}: turns {turns}, codings {codings}.", path=out, turns=turns, codings=len(made.marks))
