"""What README and docs show is what happens: commands run in a terminal, Python in a real study."""

import fcntl
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest

from qualcode.cli.main import cli
from qualcode.codebook_files import check
from qualcode.settings import load

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "qualcode" / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^):]*)\)")
CONSOLE = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
BLOCK = re.compile(r"```.*?```", re.DOTALL)
COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def blocks(kind: str, text: str = "") -> list[str]:
    text = text or "".join(page.read_text(encoding="utf-8") for page in PAGES)
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


class Shell:
    """A shell just good enough: `cd`, `export`, commands in a terminal 100 wide, no progress bars.

    What commands say where errors go is shown before their output.
    """

    def __init__(self, home: Path) -> None:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.folder = home
        self.env = {"HOME": str(home), "PATH": path, "TERM": "xterm", "LANG": "en_GB.UTF-8"}
        self.env["PYTHONPATH"] = str(ROOT)  # what is tested, wherever the program was installed from
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
        os.close(master)
        lines = COLOURS.sub("", (said + shown).decode()).replace("\r\n", "\n").split("\n")
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


def test_commands_print_what_is_said_that_they_print(home: Path, request: pytest.FixtureRequest) -> None:
    shell = Shell(home)

    def replay(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", block[0], re.MULTILINE)
        return "".join(f"$ {command}\n{shell.run(command)}" for command in commands)

    for page in PAGES:  # one story, from page to page
        text = page.read_text(encoding="utf-8")
        replayed = CONSOLE.sub(replay, text)
        if request.config.getoption("--update-golden"):
            page.write_text(replayed, encoding="utf-8")
        else:
            assert replayed == text


def commands() -> list[str]:
    """The commands that are named in running text, and those in blocks that are not run."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        found += re.findall(r"^(qualcode [^#\n]*)", "\n".join(blocks("sh", text)), re.MULTILINE)
        found += re.findall(r"`(qualcode [a-z][^`]*)`", BLOCK.sub("", text).replace("\n", " "))
    return list(dict.fromkeys(map(str.strip, found)))


@pytest.mark.parametrize("line", commands())
def test_commands_that_are_named_are_there_with_their_options(line: str) -> None:
    _, *words = shlex.split(line)
    command: click.Command = cli
    while isinstance(command, click.Group) and words:
        below = command.get_command(click.Context(command), words.pop(0))
        assert below is not None
        command = below
    with suppress(click.MissingParameter):  # it is named, and need not be whole
        command.make_context("qualcode", words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        file, _, heading = target.partition("#")
        there = (page.parent / file if file else page).resolve()
        assert there.is_relative_to(ROOT)
        titles = re.findall(r"^#+ (.*)$", there.read_text(encoding="utf-8"), re.MULTILINE)
        assert not heading or heading in {title.lower().replace(" ", "-") for title in titles}


def test_python_runs_in_the_study_that_the_commands_make(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = Shell(home)
    for command in (
        "qualcode init . --coder rani", "qualcode add interviews --coder rani",
        "qualcode codebook apply my-study/codebooks/empowerment.yaml --coder rani",
        "qualcode code --from codings.csv --coder rani", "qualcode suggest --coder rani",
    ):  # fmt: skip
        shell.run(command)
    monkeypatch.chdir(home)
    for block in blocks("python"):
        exec(compile(block, "<documentation>", "exec"), {})
    assert (home / "outputs" / "zul.docx").exists()


def test_the_codebook_shown_is_sound(tmp_path: Path) -> None:
    (block,) = blocks("yaml")
    (tmp_path / "codebook.yaml").write_text(block, encoding="utf-8")
    assert check(tmp_path / "codebook.yaml") == []


def test_the_settings_shown_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "qualcode.toml").write_text("\n".join(blocks("toml")), encoding="utf-8")
    settings = load(tmp_path)
    (profile,) = settings.profiles
    assert (profile.files, profile.language) == ("transcripts/pak-*.docx", "id")
    assert (settings.dress.chapter, settings.dress.styles["quote"]) == ("4", "Kutipan")
