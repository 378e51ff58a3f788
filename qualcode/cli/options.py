"""Options that many commands share, and the one way in which commands are declared."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from qualcode.cli.help import TranslatedArgument, TranslatedCommand, TranslatedGroup, TranslatedOption
from qualcode.cli.language import language
from qualcode.cli.printing import warn

if TYPE_CHECKING:
    from qualcode.project import Project

F = TypeVar("F", bound=Callable[..., Any])


def cli_command(
    text: str, *, examples: Sequence[str], name: str | None = None
) -> Callable[[F], click.Command]:
    """Declare a command with its description and examples."""
    return click.command(
        name, cls=TranslatedCommand, help=text, examples=examples, context_settings=_settings()
    )


def cli_group(text: str, *, examples: Sequence[str], **options: Any) -> Callable[[F], click.Group]:
    """Declare a group of commands with its description and examples."""
    return click.group(
        cls=TranslatedGroup, help=text, examples=examples, context_settings=_settings(), **options
    )


def subcommand(
    group: click.Group, name: str, text: str, *, examples: Sequence[str]
) -> Callable[[F], click.Command]:
    """Declare a command of a group with its description and examples."""
    return group.command(
        name, cls=TranslatedCommand, help=text, examples=examples, context_settings=_settings()
    )


def _settings() -> dict[str, Any]:
    return {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """Declare an option whose help is shown in the user's language."""
    return click.option(*names, cls=TranslatedOption, **settings)


def argument(*names: str, **settings: Any) -> Callable[[F], F]:
    """Declare an argument whose place in the usage is named in the user's language."""
    return click.argument(*names, cls=TranslatedArgument, **settings)


def listed(written: str | None) -> tuple[str, ...]:
    """Return the names in an option that takes several with commas between them."""
    return tuple(name.strip() for name in (written or "").split(",") if name.strip())


def in_project(function: F) -> F:
    """Give a command ``--project`` and ``--coder``; it opens the project with `open_project`."""
    function = option(
        "--coder",
        metavar="HANDLE",
        envvar="QUALCODE_CODER",
        callback=_or_the_groups,
        help="Who acts; your own handle by default.",
    )(function)
    return option(
        "--project",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        callback=_or_the_groups,
        help="The project's folder; by default this one or the nearest above.",
    )(function)


def _or_the_groups(context: click.Context, parameter: click.Parameter, value: object) -> object:
    """Return what the sub-command was given, else what its group was: ``cases --project X set Zul``."""
    name = parameter.name or ""
    if context.get_parameter_source(name) is ParameterSource.COMMANDLINE or not context.parent:
        return value
    return context.parent.params.get(name) or value


def open_project(folder: Path, coder: str | None) -> "Project":
    """Open the project for a coder, who is told where another program keeps it busy."""
    from qualcode.project import Project, migrating

    def say_copied(copy: Path) -> None:
        click.echo(migrating(copy, language()), err=True)

    project = Project.open(folder, coder=coder, on_copy=say_copied)
    project.store.on_wait = lambda: warn("Another program is writing to the project; waiting for it.")
    return project


def as_json(function: F) -> F:
    """Give a command ``--json``."""
    return option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")(function)
