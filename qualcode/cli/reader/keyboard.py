"""Single keys and typed lines from a terminal."""

import os
import re
import select
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

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

RESIZED = "resized"
"""What stands for a key where the window was given another size."""

_KEY = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])|.", re.DOTALL)


class Keyboard:
    """Gives keys one by one, also those typed while something was being done."""

    def __init__(self) -> None:
        self._ahead: list[str] = []
        self._line_mode: list[Any] | None = None
        self._woken: int | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Take every key as it is pressed, for as long as the block runs.

        `click.getchar` alone would throw away what is typed between two calls.
        """
        try:
            import termios
        except ImportError:  # Windows, where nothing is thrown away
            yield
            return
        self._line_mode = termios.tcgetattr(sys.stdin)
        try:
            self._key_mode()
            with _resizing() as self._woken:
                yield
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._line_mode)
            self._line_mode = self._woken = None

    def key(self, *, resized: bool = False) -> str:
        """Wait for a key and return it, by its name where it has one; if asked to, also `RESIZED`."""
        while not self._ahead:
            try:
                self._ahead = keys_in(self._typed())
            except (KeyboardInterrupt, EOFError):
                return "q"
            if resized and not self._ahead:
                return RESIZED
        raw = self._ahead.pop(0)
        return NAMED.get(raw, raw)

    def line(self, question: str, *, words: Sequence[str] = (), given: str = "") -> str | None:
        """Ask for a line; Tab completes `words`, `given` stands there already.

        Returns None where it is called off (ctrl-C, ctrl-D).
        """
        typed, self._ahead = "".join(self._ahead), []
        before, line_end, after = typed.replace("\r", "\n").partition("\n")
        if line_end:
            self._ahead = keys_in(after)
            return before.strip()
        with _completing(words, given + typed), self._line_wise():
            try:
                return input(question).strip()
            except (KeyboardInterrupt, EOFError):
                return None

    def _typed(self) -> str:
        """Wait for what is typed; where the window was resized instead, that is nothing."""
        if self._line_mode is None or self._woken is None:
            return click.getchar()
        ready, _, _ = select.select([sys.stdin, self._woken], [], [])
        if self._woken in ready:
            os.read(self._woken, 1024)
            return ""
        typed = os.read(sys.stdin.fileno(), 1024)
        if not typed:
            raise EOFError
        return typed.decode(sys.stdin.encoding, errors="ignore")

    def _key_mode(self) -> None:
        import termios
        import tty

        tty.setcbreak(sys.stdin, termios.TCSADRAIN)
        mode = termios.tcgetattr(sys.stdin)
        mode[6][termios.VINTR] = b"\0"  # ctrl-C is a key here, so that it breaks nothing off halfway
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, mode)

    @contextmanager
    def _line_wise(self) -> Iterator[None]:
        if self._line_mode is None:
            yield
            return
        import termios

        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._line_mode)
        try:
            yield
        finally:
            self._key_mode()


@contextmanager
def _resizing() -> Iterator[int]:
    """Yield what becomes readable when the window is resized."""
    woken, waker = os.pipe()
    os.set_blocking(waker, False)
    known, known_waker = signal.signal(signal.SIGWINCH, lambda *_: None), signal.set_wakeup_fd(waker)
    try:
        yield woken
    finally:
        signal.set_wakeup_fd(known_waker)
        signal.signal(signal.SIGWINCH, known)
        os.close(woken)
        os.close(waker)


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
