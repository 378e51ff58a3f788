"""``qualcode uncode``."""

from pathlib import Path

from qualcode.cli.options import argument, cli_command, in_project, open_project
from qualcode.cli.printing import say, shortened


@cli_command(
    "Take one of your codings away, named by reference code and code, or by the beginning of its id.",
    examples=["qualcode uncode W1-zul.12 awareness"],
)
@argument("coding", nargs=-1, required=True)
@in_project
def command(coding: tuple[str, ...], folder: Path, coder: str | None) -> None:
    """Take a coding away."""
    with open_project(folder, coder) as project:
        gone = project.uncode(" ".join(coding))
    say("{reference} is no longer coded so: {quote}", reference=gone.reference, quote=shortened(gone.quote))
    say("qualcode undo brings it back.")
