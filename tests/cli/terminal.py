"""Commands run in a real pseudo-terminal, as a person would meet them."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from rich.text import Text

_START = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that ctrl-C reaches the command, as in any window
from qualcode.cli import main
main()
"""
_CLEARED = "\x1b[2J"
_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|\r")
PATIENCE = 30.0
"""Seconds after which a screen that does not come is a failure; a busy machine needs many."""


class Terminal:
    """``qualcode`` with arguments, in a window of its own."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 80, lines: int = 24) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        env = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "NO_COLOR")}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *arguments],
            cwd=folder,
            env={**env, "TERM": "xterm-256color", "QUALCODE_LANG": "en", "PYTHONPATH": str(Path.cwd())},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self._shown = ""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def screen(self) -> str:
        """What stands on the screen, without colours, every run of spaces as one."""
        return " ".join(_CONTROLS.sub("", self._shown.rpartition(_CLEARED)[2]).split())

    def sees(self, text: str) -> str:
        """Wait until a text stands on the screen, and return the screen."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.screen:
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"{text!r} never came; the screen was:\n{self.screen}")
        return self.screen

    def types(self, keys: str, sees: str) -> str:
        """Press keys and wait for what comes of it."""
        os.write(self._master, keys.encode())
        return self.sees(sees)

    def resizes(self, columns: int, lines: int, sees: str) -> str:
        """Give the window another size and wait for what comes of it."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        return self.sees(sees)

    def leaves(self, keys: str = "q") -> tuple[int, str]:
        """Press keys and wait for the command to end; return its exit code and what stands there last."""
        os.write(self._master, keys.encode())
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline - time.monotonic()):
            pass
        return self._process.wait(timeout=PATIENCE), self.screen

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux says so when the other side has closed
            return False
        self._shown += data.decode(errors="replace")
        return bool(data)


def styled_words(lines: Iterable[Text], style: str) -> list[str]:
    """The words that carry a style."""
    return [
        line.plain[span.start : span.end]
        for line in lines
        for span in line.spans
        if style in str(span.style).split()
    ]
