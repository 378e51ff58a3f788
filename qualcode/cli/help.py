"""Help in the user's language, with an example for every command."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

import click

from qualcode.cli.language import tr
from qualcode.errors import UsageError

_PLACEHOLDER = re.compile(r"[A-Z]{2,}(?: RANGE)?")


def placeholders(pattern: str) -> str:
    """Return what stands for words to be typed, such as ``LABEL=ROLE``, in the user's language."""
    return _PLACEHOLDER.sub(lambda word: tr(word[0]), pattern)


@contextmanager
def _translated(owner: object, name: str) -> Iterator[None]:
    """Let an attribute hold its translation while click writes it out."""
    known = getattr(owner, name)
    setattr(owner, name, tr(known) if known else known)
    try:
        yield
    finally:
        setattr(owner, name, known)


class TranslatedOption(click.Option):
    """An option whose help is shown in the user's language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's line, translated."""
        with _translated(self, "help"):
            return super().get_help_record(ctx)

    def make_metavar(self, *args: Any, **kwargs: Any) -> str:
        """Return what stands for the option's value, translated."""
        return placeholders(super().make_metavar(*args, **kwargs))


class TranslatedArgument(click.Argument):
    """An argument that is named in the user's language."""

    def make_metavar(self, *args: Any, **kwargs: Any) -> str:
        """Return what stands for the argument, translated."""
        return placeholders(super().make_metavar(*args, **kwargs))


class TranslatedCommand(click.Command):
    """A command with examples.

    Parameters
    ----------
    examples
        Lines that can be typed as they stand.
    """

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, which click makes once, with its text in the user's language."""
        option = super().get_help_option(ctx)
        if option:
            option.help = tr("Show this message and exit.")
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what can follow the command's name, translated."""
        return [placeholders(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description, translated."""
        with _translated(self, "help"):
            super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what else is to be said."""
        if self.examples:
            with formatter.section(tr("Examples")):
                for example in self.examples:
                    formatter.write_text(example)
        with _translated(self, "epilog"):
            super().format_epilog(ctx, formatter)


class TranslatedGroup(TranslatedCommand, click.Group):
    """A group of commands with examples."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; where there is none, offer the nearest."""
        known = self.list_commands(ctx)
        if args[0] in known or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        near = get_close_matches(args[0], known, n=1)
        raise UsageError(
            "there is no command {name!r}",
            remedy="did you mean {near}?" if near else "see `{command} --help`",
            name=args[0], near=", ".join(near), command=ctx.command_path,
        )  # fmt: skip

    def short_helps(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return the commands, each with its description in English."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.help or "") for name, command in found if command]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their whole descriptions."""
        with formatter.section(tr("Commands")):
            formatter.write_dl([(name, tr(text)) for name, text in self.short_helps(ctx)])
