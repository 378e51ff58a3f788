"""The group of commands on the codebook."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.options import cli_group

if TYPE_CHECKING:
    pass

FILE = click.Path(dir_okay=False, path_type=Path)


@cli_group(
    "Check a codebook file, see what applying it would do, apply it; show, export and rework the codebook.",
    examples=[
        "qualcode codebook apply codebooks/empowerment.yaml",
        "qualcode codebook show",
    ],
)
def command() -> None:
    """Work on the codebook."""
