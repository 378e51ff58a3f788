"""The entry point: loads the one command that is asked for, and turns errors into exit codes."""

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from qualcode import __version__
from qualcode.cli.help import TranslatedGroup, TranslatedOption
from qualcode.cli.language import language, teach_click, tr
from qualcode.cli.printing import pointed
from qualcode.errors import QualcodeError, QueryProblem
from qualcode.locale import explain

COMMANDS = {
    "init": "Make a project in a folder.",
    "add": "Add interview files, or folders of them.",
    "revise": "Bring in a corrected transcript; codings go along.",
    "sources": "List sources, correct what one is, or take some out.",
    "speakers": "List speakers, or set a speaker's role and case.",
    "cases": "List cases, set attributes and consent, or erase one.",
    "pseudonyms": "Keep pseudonyms, find what may identify somebody.",
    "membercheck": "Let an informant check a transcript and its reading, and record the answer.",
    "codebook": "Check, compare, apply, show and rework the codebook.",
    "serve": "Open the workbench in the browser.",
    "read": "Read a source, code as you go, mark it as coded through.",
    "code": "Code a passage by hand, or import codings.",
    "uncode": "Take one of your codings away.",
    "translate": "Translate passages, and see which have no translation.",
    "mark": "Mark as coded through, not asked, a negative case, or pinned.",
    "suggest": "Suggest codes for every passage.",
    "evaluate": "Measure how often suggestions are right, and what is left to find.",
    "review": "Decide on suggestions; look again at what a changed codebook or transcript touches.",
    "import-review": "Take in what was commented on in a transcript in Word.",
    "remark": "Say something of a coding, or answer what was said of yours.",
    "remarks": "List what was said of codings, and the questions that are open.",
    "place": "Place a coding that a corrected transcript left without words.",
    "query": "Show the codings that a query asks for, in context.",
    "table": "Make the coded-segment table.",
    "summary": "Summarise codes or themes.",
    "triangulation": "Set themes against kinds of source, with your verdicts.",
    "methods": "Tell how the study was done, with the COREQ and SRQR checklists.",
    "appendix": "Write the appendix of a thesis in one document.",
    "frequencies": "Count informants, sources and codings per code.",
    "matrix": "Set codes against cases.",
    "chart": "Draw a chart, as a file or on the terminal.",
    "show": "Show the passage that a reference code names, with all that is known of it.",
    "transcript": "Write a coded transcript, as a table or with a comment on every coding.",
    "find": "Show a keyword in context.",
    "memo": "Write, list or remove memos.",
    "theme": "Make, extend or list themes.",
    "coders": "List coders, set roles, release work.",
    "settings": "Show or change the project's settings.",
    "changes": "Show what was done since a day, for a meeting.",
    "log": "Show the history.",
    "undo": "Take back your latest action.",
    "redo": "Do again what you took back last.",
    "check": "Compare the project with its history.",
}
"""Every command with its short help, so that the list of commands loads none of them."""


class LazyGroup(TranslatedGroup):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and return its command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"qualcode.cli.{cmd_name.replace('-', '_')}").command
        return command

    def short_helps(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return the commands with their descriptions, without importing them."""
        return list(COMMANDS.items())


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Code qualitative interviews: from a folder of transcripts to coded tables and theme summaries.",
    epilog="Begin with `qualcode init my-study`; then `qualcode add`, `codebook apply`, `read`, `table`.",
)
@click.version_option(
    __version__,
    prog_name="qualcode",
    message="%(prog)s %(version)s",
    cls=TranslatedOption,
    help="Show the version and exit.",
)
def cli() -> None:
    """Run one command."""


def main() -> NoReturn:
    """Run the command line; every error becomes one line and an exit code here, and nowhere else."""
    teach_click()
    try:
        sys.exit(cli.main(prog_name="qualcode", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo(tr("Stopped; what was done so far is kept."), err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except QualcodeError as error:
        _show(error)
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("QUALCODE_DEBUG"):
            raise
        click.echo(
            tr("qualcode failed in a way it should not: {error}. QUALCODE_DEBUG=1 shows where.").format(
                error=f"{type(error).__name__}: {error}"
            ),
            err=True,
        )
        sys.exit(70)


def _show(error: QualcodeError) -> None:
    click.echo(tr("Error: {text}").format(text=explain(error, language())), err=True)
    if isinstance(error, QueryProblem):
        for line in pointed(error.text, error.position):
            click.echo(line, err=True)
