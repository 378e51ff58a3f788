"""Single keys and typed lines from a terminal."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

NAMED = {
    "\r": "enter",
    "\n": "enter",
    " ": "enter",
    "\x1b[C": "enter",
    "\x1b[B": "enter",
    "\x1b[6~": "enter",
    "\x1b[D": "b",
    "\x1b[A": "b",
    "\x1b[5~": "b",
    "\x03": "q",
    "\x04": "q",
}
"""Keys that stand for another: what goes on is ``"enter"``, arrows leaf through, ctrl-C and ctrl-D leave."""

_KEY = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])|.", re.DOTALL)


class Keyboard:
    """Gives keys one by one, also where several were typed ahead."""

    def __init__(self) -> None:
        self._ahead: list[str] = []

    def key(self) -> str:
        """Wait for a key and return it, by its name where it has one."""
        while not self._ahead:
            try:
                self._ahead = keys_in(click.getchar())
            except (KeyboardInterrupt, EOFError):
                return "q"
        raw = self._ahead.pop(0)
        return NAMED.get(raw, raw)

    def line(self, question: str, *, words: Sequence[str] = ()) -> str | None:
        """Ask for a line; Tab completes `words`. None where the user thought better of it (ctrl-C)."""
        typed, self._ahead = "".join(self._ahead), []
        before, line_end, after = typed.partition("\r")
        if line_end:
            self._ahead = keys_in(after)
            return before.strip()
        with _completing(words, typed):
            try:
                return input(question).strip()
            except (KeyboardInterrupt, EOFError):
                return None


def keys_in(typed: str) -> list[str]:
    r"""Cut what a terminal sent into keys.

    Examples
    --------
    >>> keys_in("a\x1b[Cq")
    ['a', '\x1b[C', 'q']
    """
    return _KEY.findall(typed)


@contextmanager
def _completing(words: Sequence[str], typed: str) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # Windows has none; lines can be typed there all the same
        yield
        return

    def complete(text: str, state: int) -> str | None:
        found = [word for word in words if word.startswith(text)]
        return found[state] if state < len(found) else None

    known, delimiters = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims(" ")
    readline.set_startup_hook(lambda: readline.insert_text(typed))
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(known)
        readline.set_completer_delims(delimiters)
        readline.set_startup_hook()
