"""Options of commands that make a result, each group handed over in one value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, cast

import click

from qualcode.cli.language import language
from qualcode.cli.notices import tell_headings, tell_notice
from qualcode.cli.options import option

if TYPE_CHECKING:
    from qualcode.actions.exporting import OnNotice
    from qualcode.actions.filters import Filters
    from qualcode.project import Project
    from qualcode.settings import Dress

F = TypeVar("F", bound=Callable[..., Any])

TABLES = "A file: .docx .html .md .tex .xlsx .csv."
"""What a table can be written to."""

DOCUMENTS = "A document: .docx .html .md .tex."
"""What running text can be written to."""


class Keywords(TypedDict):
    """What every action that makes a result takes by these names."""

    language: str
    dress: "Dress"
    pseudonyms: bool | None
    on_notice: "OnNotice"


@dataclass(frozen=True, slots=True)
class Rendering:
    """How a result is shown: in which language, with which look, under which names.

    Attributes
    ----------
    language
        Of titles and code names.
    template
        A Word file whose styles are taken.
    excel
        A .csv is for Excel.
    pseudonyms
        Names are disguised; None leaves it to the project's settings.
    """

    language: str
    template: Path | None = None
    excel: bool = False
    pseudonyms: bool | None = None

    def keywords(self, project: "Project") -> Keywords:
        """Return what the project's actions take; what they left out or disguised is told at once."""
        return {
            "language": self.language,
            "dress": self.dress(project),
            "pseudonyms": self.pseudonyms,
            "on_notice": tell_notice,
        }

    def dress(self, project: "Project") -> "Dress":
        """Return what a document looks like: the project's dress, but for what was asked.

        Headings of a template that would not be used are told at once.
        """
        dress = project.settings.dressed(self.template, excel=self.excel)
        tell_headings(dress)
        return dress


def to_file(text: str, *, required: bool = False) -> Callable[[F], F]:
    """Declare ``--out``, saying what can be written."""
    return option("--out", type=click.Path(dir_okay=False, path_type=Path), required=required, help=text)


def filtered(function: F) -> F:
    """Give a command the options that choose codings, which it takes as ``filters``."""
    options = {
        name: option(flag, name, multiple=True, help=text)
        for name, flag, text in (
            ("codes", "--code", "Only this code and those below it."),
            ("frameworks", "--framework", "Only codes of this framework."),
            ("cases", "--case", "Only this case."),
            ("sources", "--source", "Only this source."),
            ("kinds", "--kind", "Only this kind of source."),
            ("coders", "--by", "Only this coder's codings."),
        )
    }
    options["where"] = option(
        "--where", default="", metavar="QUERY", help="Only what this query asks for; see qualcode query."
    )
    return _together(options, "filters", _filters)(function)


def rendered(*, look: bool = True, excel: bool = False, names: bool = True) -> Callable[[F], F]:
    """Give a command the options that say how its result is shown, which it takes as ``rendering``.

    Parameters
    ----------
    look, excel, names
        With ``--template``; with ``--excel``; with ``--pseudonyms``.
    """
    options = {
        "language": option(
            "--lang",
            "language",
            type=click.Choice(["id", "en"]),
            callback=lambda context, parameter, value: value or language(),
            help="Language of titles and of code names; yours by default.",
        )
    }
    if look:
        options["template"] = option(
            "--template",
            type=click.Path(dir_okay=False, path_type=Path),
            help="A Word file whose styles, page, header and footer a .docx takes.",
        )
    if excel:
        options["excel"] = option(
            "--excel", is_flag=True,
            help="Begin a .csv with a byte-order mark, so that Excel reads its letters.",
        )  # fmt: skip
    if names:
        options["pseudonyms"] = option(
            "--pseudonyms/--no-pseudonyms", default=None,
            help="Replace names in the file, as is usual; or leave real names in it.",
        )  # fmt: skip
    return _together(options, "rendering", Rendering)


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


def _filters(**chosen: Any) -> "Filters":
    from qualcode.actions.filters import Filters

    return Filters(**chosen)


def _together(
    options: Mapping[str, Callable[[F], F]], name: str, make: Callable[..., object]
) -> Callable[[F], F]:
    """Declare options, by their names, that reach a command in one value, which is made of them."""

    def declare(function: F) -> F:
        @wraps(function)
        def command(**given: Any) -> Any:
            value = make(**{each: given.pop(each) for each in options})
            return function(**given, **{name: value})

        declared = cast("F", command)
        for each in reversed(list(options.values())):
            declared = each(declared)
        return declared

    return declare
