"""``qualcode place``."""

from pathlib import Path

from qualcode.cli.code import stretch
from qualcode.cli.options import argument, cli_command, in_project, open_project, option
from qualcode.cli.printing import say, shortened
from qualcode.model import Span


@cli_command(
    "Place one of your codings that a corrected transcript left without words. CODING is its reference code "
    "(and code), or the beginning of its id; see `review --unplaced`.",
    examples=[
        'qualcode place W1-zul.12 --quote "mulai belajar"',
        "qualcode place W1-zul.12 awareness --turn 14",
        "qualcode place 3f2a91c0 --at 120:135",
    ],
)
@argument("coding", nargs=-1, required=True)
@option("--quote", default="", metavar="WORDS", help="The words, as they stand there now.")
@option("--turn", type=int, help="Look in this turn only; without words, the whole turn.")
@option("--at", metavar="START:END", help="This stretch of the text, in code points.")
@in_project
def command(
    coding: tuple[str, ...], quote: str, turn: int | None, at: str | None, folder: Path, coder: str | None
) -> None:
    """Place a coding."""
    where = Span(*stretch(at)) if at else None
    with open_project(folder, coder) as project:
        placed = project.place_words(" ".join(coding), quote=quote, turn=turn, at=where)
    say("{reference} is placed: {quote}", reference=placed.reference, quote=shortened(placed.quote))
