"""Help in the user's language, with an example for every command."""

from collections.abc import Sequence
from typing import Any

import click

from qualcode.cli.language import tr


class TranslatedOption(click.Option):
    """An option whose help is shown in the user's language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's line, translated."""
        known, self.help = self.help, tr(self.help) if self.help else None
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = known


class _Translated(click.Command):
    examples: Sequence[str] = ()

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description, translated."""
        known, self.help = self.help, tr(self.help) if self.help else None
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = known

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what else is to be said."""
        if self.examples:
            with formatter.section(tr("Examples")):
                for example in self.examples:
                    formatter.write_text(example)
        known, self.epilog = self.epilog, tr(self.epilog) if self.epilog else None
        try:
            super().format_epilog(ctx, formatter)
        finally:
            self.epilog = known


class TranslatedCommand(_Translated):
    """A command with examples.

    Parameters
    ----------
    examples
        Lines that can be typed as they stand.
    """

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples


class TranslatedGroup(_Translated, click.Group):
    """A group of commands with examples."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples
