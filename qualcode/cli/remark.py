"""``qualcode remark``."""

from pathlib import Path

import click

from qualcode.cli.language import word
from qualcode.cli.options import argument, cli_command, in_project, open_project, option
from qualcode.cli.printing import say, shortened
from qualcode.model import Remark

ANSWER, ACCEPT = "answer", "accept"


@cli_command(
    "Say something of another's coding, or answer what was said of your own. CODING is its reference code, "
    "with the code where several were given there. To accept gives your coding the code that was proposed.",
    examples=[
        "qualcode remark 'W1-zul.10 awareness' agree",
        "qualcode remark 'W1-zul.10 awareness' query 'Apakah ini sudah sadar, atau baru tahu?'",
        "qualcode remark 'W1-zul.10 awareness' propose --code motivation",
        "qualcode remark 'W1-zul.10 awareness' answer 'Baru tahu.'",
        "qualcode remark 'W1-zul.10 awareness' accept 'Saya pindahkan.'",
    ],
)
@argument("coding")
@argument("kind", type=click.Choice([*(each.value for each in Remark), ANSWER, ACCEPT]))
@argument("text", default="")
@option("--code", default="", help="The code proposed, or accepted.")
@in_project
def command(coding: str, kind: str, text: str, code: str, folder: Path, coder: str | None) -> None:
    """Review a coding, or answer."""
    with open_project(folder, coder) as project:
        if kind == ANSWER:
            project.answer(coding, text)
        elif kind == ACCEPT:
            project.accept_proposal(coding, text, code=code)
        else:
            project.review_coding(coding, kind, text, code=code)
    said = " ".join(part for part in (code, shortened(text)) if part)
    say("{coding}: {remark} {text}", coding=coding, remark=word(kind), text=said)
