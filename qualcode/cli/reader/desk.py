"""The screen of an interactive command, and the loop that runs on it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.control import Control
from rich.segment import ControlType
from rich.text import Text

from qualcode.cli.language import language, tr
from qualcode.cli.reader.keyboard import RESIZED, Keyboard
from qualcode.errors import QualcodeError
from qualcode.locale import explain

HELP = "?"


@dataclass(frozen=True, slots=True)
class Choice:
    """A key and what it does.

    Attributes
    ----------
    key
        As `Keyboard.key` returns it.
    text
        What it does, in two words, in English.
    act
        Does it and returns what there is to say, translated.
    help
        The longer form of `text` for the list of keys.
    also
        Other keys that do the same.
    """

    key: str
    text: str
    act: Callable[[], str]
    help: str = ""
    also: tuple[str, ...] = ()

    def answers(self, key: str) -> bool:
        """Say whether this is what a key does."""
        return key.lower() in (self.key, *self.also)


@dataclass
class Desk:
    """A terminal to read and decide on."""

    console: Console = field(default_factory=lambda: Console(highlight=False))
    keyboard: Keyboard = field(default_factory=Keyboard)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Use the terminal's second screen, so that what stood there before is there again afterwards."""
        if self.console.is_alt_screen:  # one session opened another
            yield
            return
        self.console.set_alt_screen(True)
        try:
            with self.keyboard.held():
                yield
        finally:
            self.console.set_alt_screen(False)

    def show(self, lines: Sequence[Text], *, title: Text, hint: Text, said: Sequence[Text]) -> None:
        """Draw a screen: title, lines, and at the foot what was said last and the keys."""
        room = self.console.height - 2 - len(said)
        body = [*lines[:room], *[Text()] * (room - len(lines))]
        self.console.clear()
        for each in (title, *body, *said):
            self.console.print(each, no_wrap=True, overflow="ellipsis", crop=True)
        self.console.print(hint, no_wrap=True, overflow="ellipsis", crop=True, end="")

    def wrapped(self, text: str, style: str = "") -> list[Text]:
        """Break a sentence into lines of the screen's width."""
        return list(Text(text, style=style).wrap(self.console, self.console.width)) if text else []

    def leaf(self, lines: Sequence[Text], *, title: str) -> None:
        """Show lines page by page; the last page stays, for a question to be asked below it."""
        room = self.console.height - 2
        hint, head = Text(tr("any key goes on, q ends the list")), Text(title, style="bold")
        for start in range(0, len(lines), room):
            self.show(lines[start : start + room], title=head, hint=hint, said=())
            if start + room < len(lines) and self.keyboard.key() == "q":
                return

    def ask(self, question: str, *, words: Sequence[str] = (), given: str = "") -> str | None:
        """Ask for a line at the foot of the screen; None where nothing is to be done after all.

        Tab completes `words`; `given` stands there already.
        """
        self._clear_line()
        return self.keyboard.line(f"{question} ", words=words, given=given)

    def agrees(self, question: str) -> bool:
        """Ask a question that only a yes, in either language, answers with yes."""
        self._clear_line()
        self.console.print(f"{question} [{tr('y/n')}] ", end="", markup=False)
        return self.keyboard.key().lower() in ("y", tr("y"))

    def _clear_line(self) -> None:
        """Put a question where the keys stand, so that the page above it need not move."""
        self.console.control(Control(ControlType.CARRIAGE_RETURN, (ControlType.ERASE_IN_LINE, 2)))


class Session(ABC):
    """What runs on a desk: a page, the keys that do something on it, and when it is over."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.over = False

    @abstractmethod
    def title(self) -> Text:
        """Return the line at the head of the screen."""

    @abstractmethod
    def page(self, *, width: int, room: int) -> list[Text]:
        """Return the lines of the screen, at most `room`."""

    @abstractmethod
    def choices(self) -> list[Choice]:
        """Return what can be done now."""

    def leave(self) -> str:
        """End the session."""
        self.over = True
        return ""

    def run(self) -> None:
        """Show, wait for a key, do what it says; until the session is over."""
        said = ""
        with self.desk.opened():
            while not self.over:
                choices = self.choices()
                self._show(said, choices)
                key = self.desk.keyboard.key(resized=True)
                said = said if key == RESIZED else self._do(key, choices)

    def _show(self, said: str, choices: list[Choice]) -> None:
        told = self.desk.wrapped(said, "bold")
        width, height = self.desk.console.size
        lines = self.page(width=width, room=height - 2 - len(told))
        self.desk.show(lines, title=self.title(), hint=hint(choices, width), said=told)

    def _do(self, key: str, choices: list[Choice]) -> str:
        if key == HELP:
            return self._explain(choices)
        chosen = next((choice for choice in choices if choice.answers(key)), None)
        if chosen is None:
            return tr("{key} does nothing here; ? lists the keys.").format(key=repr(key))
        try:
            return chosen.act()
        except QualcodeError as error:
            said = explain(error, language())
            return said[:1].upper() + said[1:]

    def _explain(self, choices: list[Choice]) -> str:
        lines = [
            Text.assemble((f"{shown(each.key):>7}", "bold"), f"  {tr(each.help or each.text)}")
            for each in choices
        ]
        self.desk.show(
            lines, title=Text(tr("Keys"), style="bold"), hint=Text(tr("any key goes back")), said=()
        )
        self.desk.keyboard.key()
        return ""


def hint(choices: Sequence[Choice], width: int) -> Text:
    """Return the keys in one line, set closer where it is narrow; what does not fit is behind ``?``."""
    pieces = [Text.assemble((shown(each.key), "bold"), (f" {tr(each.text)}", "dim")) for each in choices]
    last = Text.assemble((HELP, "bold"), (f" {tr('keys')}", "dim"))
    for gap in ("  ", " "):
        line = Text(gap).join([*pieces, last])
        if len(line) < width:
            return line
    while pieces and len(Text(" ").join([*pieces, last])) >= width:
        pieces.pop()
    return Text(" ").join([*pieces, last])


def shown(key: str) -> str:
    """Return how a key is written on the screen."""
    return tr("Enter") if key == "enter" else key
