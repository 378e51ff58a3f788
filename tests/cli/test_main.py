import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from pkgutil import iter_modules

import click
import pytest

import qualcode.cli
from qualcode.cli.main import COMMANDS, cli
from tests.cli.command import run

HEAVY = ("spacy", "pandas", "sklearn", "sqlalchemy", "numpy", "docx", "openpyxl", "rich")


def every_command(group: click.Group = cli, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that name each command and sub-command."""
    context = click.Context(group)
    for name in group.list_commands(context):
        yield (*above, name)
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from every_command(command, (*above, name))


def found(words: tuple[str, ...]) -> click.Command:
    command: click.Command = cli
    for word in words:
        assert isinstance(command, click.Group)
        inner = command.get_command(click.Context(command), word)
        assert inner
        command = inner
    return command


def _noting(called: list[str], words: str) -> Callable[..., None]:
    def note(*_: object, **__: object) -> None:
        called.append(words)

    return note


PATHS = list(every_command())


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("words", [(), *PATHS], ids=" ".join)
def test_help_is_as_it_was_last_looked_at(
    words: tuple[str, ...], tmp_path: Path, golden: Callable[[str, bytes], None]
) -> None:
    result = run(tmp_path, *words, "--help")
    assert (result.code, result.err) == (0, "")
    golden(f"help/{'-'.join(words) or 'qualcode'}.txt", result.out.encode())


@pytest.mark.parametrize("words", PATHS, ids=" ".join)
def test_every_command_has_examples_that_parse(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examples = getattr(found(words), "examples", ())
    assert examples
    called: list[str] = []
    for path in PATHS:
        monkeypatch.setattr(found(path), "callback", _noting(called, " ".join(path)))
    for example in examples:
        program, *args = shlex.split(example)
        assert program == "qualcode"
        called.clear()
        cli.main(args, prog_name="qualcode", standalone_mode=False)
        assert called[-1].startswith(" ".join(words)), example


def test_every_command_is_listed_and_there() -> None:
    assert {path[0] for path in PATHS} == set(COMMANDS)
    modules = {module.name for module in iter_modules(qualcode.cli.__path__)}
    assert {name.replace("-", "_") for name in COMMANDS} <= modules


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['qualcode', '--help']\n"
        "from qualcode.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Commands" in ran.stdout or "Perintah" in ran.stdout
    assert ran.stderr == "[]\n"


def test_the_version_is_told(tmp_path: Path) -> None:
    result = run(tmp_path, "--version")
    assert re.fullmatch(r"qualcode \d+\.\d+\S*\n", result.out)


def test_the_module_is_the_program(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "qualcode", "--version"]
    ran = subprocess.run(program, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ran.stdout.startswith("qualcode ")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["tabel"], "there is no command 'tabel' (did you mean table?)"),
        (["table", "--ot", "x.csv"], "--out"),
        (["add"], "PATHS"),
        (["matrix", "--across", "village"], "village"),
        (["log", "--limit", "0"], "0"),
        (["sources", "sett"], "there is no command 'sett' (did you mean set?)"),
        (["zzz"], "see `qualcode --help`"),
    ],
)
def test_wrong_use_says_what_is_right(tmp_path: Path, args: list[str], message: str) -> None:
    result = run(tmp_path, *args)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    "args",
    [
        "add x.txt", "sources", "speakers", "cases", "codebook show", "codebook diff x.yaml", "read W1",
        "code W1 kata kode", "uncode W1.1", "mark --read W1", "suggest", "review", "table", "summary",
        "frequencies", "matrix", "triangulation", "find kata", "memo kata", "theme", "coders", "settings",
        "log", "undo", "redo", "check",
    ],
)  # fmt: skip
def test_without_a_project_every_command_says_so_in_one_line(tmp_path: Path, args: str) -> None:
    result = run(tmp_path, *args.split())
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Error: ")
    assert result.err.count("\n") == 1
    assert "qualcode init" in result.err


def test_what_goes_wrong_unforeseen_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the roof fell in")

    monkeypatch.setattr(found(("log",)), "callback", fail)
    result = run(tmp_path, "log")
    assert result.code == 70
    assert result.err == (
        "qualcode failed in a way it should not: RuntimeError: the roof fell in. "
        "QUALCODE_DEBUG=1 shows where.\n"
    )
    monkeypatch.setenv("QUALCODE_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run(tmp_path, "log")


def test_a_user_of_indonesian_is_answered_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_LANG", "id")
    result = run(tmp_path, "log")
    assert "tidak ada" in result.err.lower() or "belum ada" in result.err.lower()
