"""What the README shows is what happens: its commands run in a terminal, its Python in a real study."""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.codebook_files import check
from qualcode.settings import load

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


class Shell:
    """A shell just good enough: `cd`, `export`, commands in a terminal 100 wide, no progress bars."""

    def __init__(self, home: Path) -> None:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.folder = home
        self.env = {"HOME": str(home), "PATH": path, "TERM": "xterm", "LANG": "en_GB.UTF-8"}
        self.env["QUALCODE_CONFIG"] = str(home / "config.toml")

    def run(self, command: str) -> str:
        word, _, rest = command.partition(" ")
        if word == "cd":
            self.folder /= rest
            return ""
        if word == "export":
            name, _, value = rest.partition("=")
            self.env[name] = value
            return ""
        return self._in_terminal(command)

    def _in_terminal(self, command: str) -> str:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        with subprocess.Popen(
            command,
            shell=True,
            cwd=self.folder,
            env=self.env,
            stdin=slave,
            stdout=slave,
            stderr=subprocess.PIPE,
        ) as process:
            os.close(slave)
            shown = b"".join(_read(master))
            assert process.stderr is not None
            said = process.stderr.read()
            assert process.wait() == 0, said.decode()
            assert not said
        os.close(master)
        lines = COLOURS.sub("", shown.decode()).replace("\r\n", "\n").split("\n")
        return "\n".join(line.rstrip() for line in lines)


def _read(master: int) -> Iterator[bytes]:
    while True:
        try:
            data = os.read(master, 65536)
        except OSError:  # Linux says so when the other side has closed
            return
        if not data:
            return
        yield data


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the example study's transcripts as ~/interviews, and its codings as ~/codings.csv."""
    (tmp_path / "interviews").mkdir()
    for file in (ROOT / "transcripts").glob("*.*"):
        shutil.copy(file, tmp_path / "interviews")
    shutil.copy(ROOT / "transcripts" / "codings" / "rani.csv", tmp_path / "codings.csv")
    (tmp_path / "my-study" / "codebooks").mkdir(parents=True)
    shutil.copy(ROOT / "codebooks" / "empowerment.yaml", tmp_path / "my-study" / "codebooks")
    return tmp_path


def test_its_commands_print_what_it_says_they_print(home: Path, request: pytest.FixtureRequest) -> None:
    shell = Shell(home)

    def replay(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", block[0], re.MULTILINE)
        return "".join(f"$ {command}\n{shell.run(command)}" for command in commands)

    text = README.read_text(encoding="utf-8")
    replayed = CONSOLE.sub(replay, text)
    if request.config.getoption("--update-golden"):
        README.write_text(replayed, encoding="utf-8")
        text = replayed
    assert replayed == text


def test_its_python_runs_in_the_study_that_its_commands_make(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(home)
    for command in (
        "qualcode init . --coder rani", "qualcode add interviews --coder rani",
        "qualcode codebook apply my-study/codebooks/empowerment.yaml --coder rani",
        "qualcode code --from codings.csv --coder rani", "qualcode suggest --coder rani",
    ):  # fmt: skip
        shell.run(command)
    monkeypatch.chdir(home)
    for block in blocks("python"):
        exec(compile(block, str(README), "exec"), {})
    assert (home / "outputs" / "zul.docx").exists()


def test_its_codebook_is_sound(tmp_path: Path) -> None:
    (block,) = blocks("yaml")
    (tmp_path / "codebook.yaml").write_text(block, encoding="utf-8")
    assert check(tmp_path / "codebook.yaml") == []


def test_its_settings_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "qualcode.toml").write_text("\n".join(blocks("toml")), encoding="utf-8")
    settings = load(tmp_path)
    (profile,) = settings.profiles
    assert (profile.files, profile.language) == ("transcripts/pak-*.docx", "id")
    assert (settings.dress.chapter, settings.dress.styles["quote"]) == ("4", "Kutipan")
