"""Options that many commands share, and the one way in which commands are declared."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from qualcode.cli.help import TranslatedArgument, TranslatedCommand, TranslatedGroup, TranslatedOption
from qualcode.cli.printing import warn

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters
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
    from qualcode.project import Project

    project = Project.open(folder, coder=coder)
    project.store.on_wait = lambda: warn("Another program is writing to the project; waiting for it.")
    return project


def as_json(function: F) -> F:
    """Give a command ``--json``."""
    return option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")(function)


def filtered(function: F) -> F:
    """Give a command the options that choose codings; it reads them with `filters_of`."""
    function = option(
        "--where",
        "only_where",
        default="",
        metavar="QUERY",
        help="Only what this query asks for; see qualcode query.",
    )(function)
    for name, text in reversed(
        [
            ("code", "Only this code and those below it."),
            ("framework", "Only codes of this framework."),
            ("case", "Only this case."),
            ("source", "Only this source."),
            ("kind", "Only this kind of source."),
            ("by", "Only this coder's codings."),
        ]
    ):
        function = option(f"--{name}", f"only_{name}", multiple=True, help=text)(function)
    return function


def filters_of(chosen: dict[str, Any]) -> "Filters":
    """Make filters of what `filtered` took."""
    from qualcode.actions.filters import Filters

    return Filters(
        codes=chosen["only_code"],
        frameworks=chosen["only_framework"],
        cases=chosen["only_case"],
        sources=chosen["only_source"],
        kinds=chosen["only_kind"],
        coders=chosen["only_by"],
        where=chosen["only_where"],
    )


def document_language(function: F) -> F:
    """Give a command ``--lang``, the language of a document."""
    return option(
        "--lang",
        type=click.Choice(["id", "en"]),
        default=None,
        help="Language of titles and of code names; yours by default.",
    )(function)


def pseudonymised(function: F) -> F:
    """Give a command ``--pseudonyms``; what the export left out or disguised is told by `tell_notice`."""
    return option(
        "--pseudonyms/--no-pseudonyms",
        default=None,
        help="Replace names in the file, as is usual; or leave real names in it.",
    )(function)


def translated(function: F) -> F:
    """Give a command ``--words`` and ``--to`` (`words` and `into`): what quotations are shown in."""
    function = option(
        "--to", "into", default="", metavar="LANG", help="Language of translations; en by default."
    )(function)
    return option(
        "--words",
        type=click.Choice(["original", "translation", "both"]),
        default="original",
        help="Quotations as they were said (by default), as they were translated, or both.",
    )(function)


def to_a_file(function: F) -> F:
    """Give a command ``--out``, a file that a table or a document can be written to."""
    return option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        help="A file: .docx .html .md .tex .xlsx .csv.",
    )(function)


def for_excel(function: F) -> F:
    """Give a command ``--excel``; it goes into the dress as well."""
    return option(
        "--excel", is_flag=True, help="Begin a .csv with a byte-order mark, so that Excel reads its letters."
    )(function)


def dressed(function: F) -> F:
    """Give a command ``--template``; with ``project.settings.dressed(template)`` it makes the dress."""
    return option(
        "--template",
        type=click.Path(dir_okay=False, path_type=Path),
        help="A Word file whose styles, page, header and footer a .docx takes.",
    )(function)
