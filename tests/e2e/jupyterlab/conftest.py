"""JupyterLab itself in a real browser: notebooks that are opened, cells that are run, and what they show.

One server serves all tests of a process; each test works in a folder of its own beneath the server's root.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import nbformat
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.conftest import ROOT

PATIENCE = 90_000
"""Milliseconds that a kernel may take to start, or a cell to run, on a busy machine."""

TOKEN = "letmein"

COMMAND = """name => {
    window.done = false
    window.jupyterapp.commands.execute(name).then(() => { window.done = true })
}"""

IDLE = """() => {
    const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel
    return kernel?.connectionStatus === "connected" && kernel.status === "idle"
}"""

SETTINGS: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "apputils-extension": {
        "themes": {"adaptive-theme": True},  # light or dark as the browser window is
        "notification": {"checkForUpdates": False, "fetchNews": "false", "doNotDisturbMode": True},
    },
    "docmanager-extension": {"plugin": {"autosave": False}},
    "notebook-extension": {"tracker": {"windowingMode": "none"}},  # every cell stands in the page
}
"""JupyterLab's own settings; its news and the search for updates would ask others."""

FLAGS = (
    "--no-browser",
    "--allow-root",
    f"--IdentityProvider.token={TOKEN}",
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.expose_app_in_browser=True",  # so that a test can tell when a command is done
    "--LabApp.extension_manager=readonly",
    "--ServerApp.terminals_enabled=False",
)


@dataclass(frozen=True)
class Server:
    """A running JupyterLab."""

    root: Path
    port: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="session")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A JupyterLab with settings, kernels and files of its own."""
    base = tmp_path_factory.mktemp("jupyter")
    server = Server(base / "root", _free_port())
    server.root.mkdir()
    _write_settings(base / "settings")
    with (base / "log.txt").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *FLAGS,
             f"--ServerApp.port={server.port}", "--ServerApp.port_retries=0",
             f"--ServerApp.root_dir={server.root}"],
            cwd=server.root, env=_environment(base), stdout=log, stderr=log,
        )  # fmt: skip
        try:
            _wait_for(server, running, base / "log.txt")
            yield server
        finally:
            running.terminate()
            try:
                running.wait(timeout=30)
            except subprocess.TimeoutExpired:
                running.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _write_settings(folder: Path) -> None:
    for package, plugins in SETTINGS.items():
        home = folder / "@jupyterlab" / package
        home.mkdir(parents=True)
        for plugin, chosen in plugins.items():
            (home / f"{plugin}.jupyterlab-settings").write_text(json.dumps(chosen), encoding="utf-8")


def _environment(base: Path) -> Mapping[str, str]:
    """Return what the server and its kernels are told: nothing of the user's is read or written."""
    return {
        **os.environ,
        "HOME": str(base),
        "IPYTHONDIR": str(base / "ipython"),
        "JUPYTER_CONFIG_DIR": str(base / "config"),
        "JUPYTER_DATA_DIR": str(base / "data"),
        "JUPYTER_RUNTIME_DIR": str(base / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(base / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(base / "workspaces"),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "QUALCODE_CONFIG": str(base / "identity.toml"),
        "QUALCODE_LANG": "en",
    }


def _wait_for(server: Server, running: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline and running.poll() is None:
        try:
            with urlopen(f"{server.address}/api?token={TOKEN}", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-3000:]}")


@dataclass
class Notebook:
    """A notebook that is open in JupyterLab."""

    page: Page
    path: Path

    @property
    def cells(self) -> Locator:
        """Its cells of code."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")

    def output(self, cell: int) -> Locator:
        """What a cell of code showed; the first is 0, the last -1."""
        return self.cells.nth(cell).locator(".jp-Cell-outputArea")

    def run(self, cell: int) -> Locator:
        """Run a cell of code, wait until it is done, and return what it shows."""
        self.cells.nth(cell).locator(".jp-InputArea-editor").click()
        self.command("notebook:run-cell")
        return self.output(cell)

    def run_all(self) -> None:
        """Run all cells, and wait until the last is done."""
        self.command("notebook:run-all-cells")

    def restart(self) -> None:
        """Start the kernel anew: what was computed is gone, what was shown stays."""
        self.page.get_by_role("menuitem", name="Kernel", exact=True).click()
        self.page.locator(".lm-Menu").get_by_text("Restart Kernel…", exact=True).click()
        self.page.get_by_role("button", name="Confirm Kernel Restart").click()
        self.wait_idle()

    def save(self) -> dict[str, Any]:
        """Save it, and return what the file now holds."""
        self.command("docmanager:save")
        found: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return found

    def command(self, name: str) -> None:
        """Do what a command of JupyterLab does, and wait until it is done."""
        self.page.evaluate(COMMAND, name)
        self.page.wait_for_function("window.done", timeout=PATIENCE)

    def wait_idle(self) -> None:
        """Wait until the kernel is there and has nothing to do."""
        self.page.wait_for_function(IDLE, timeout=PATIENCE)


@dataclass
class Lab:
    """A folder in a running JupyterLab, and the windows that were opened on it."""

    server: Server
    folder: Path
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def write(self, name: str, *cells: str) -> Path:
        """Write a notebook of these cells of code into the folder."""
        book = nbformat.v4.new_notebook(  # type: ignore[no-untyped-call]  # nbformat says no types here
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells],  # type: ignore[no-untyped-call]  # it has no types
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        )
        path = self.folder / name
        nbformat.write(book, path)  # type: ignore[no-untyped-call]  # it has no types
        return path

    def copy_clone(self) -> None:
        """Bring in the notebooks and what they work on."""
        for name in ("transcripts", "codebooks", "notebooks"):
            shutil.copytree(ROOT / name, self.folder / name)

    def open(self, path: Path, **settings: object) -> Notebook:
        """Open a notebook in a window of its own; `settings` are those of a context, as ``color_scheme``."""
        context = self.browser.new_context(**{"locale": "en-GB", **settings})  # type: ignore[arg-type]  # passed on
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.add(request.url))
        place = quote(path.relative_to(self.server.root).as_posix())
        workspace = len(self.contexts)
        page.goto(
            f"{self.server.address}/lab/workspaces/{self.folder.name}-{workspace}/tree/{place}?token={TOKEN}",
            timeout=PATIENCE,
        )
        notebook = Notebook(page, path)
        expect(notebook.cells.first).to_be_visible(timeout=PATIENCE)
        notebook.wait_idle()
        return notebook

    def close(self) -> None:
        """Close every window and kernel; no page had an error of its own, or asked anybody else."""
        for context in self.contexts:
            context.close()
        _end_kernels(self.server)
        own = (self.server.address, self.server.address.replace("http", "ws"), "data:", "blob:")
        assert self.complaints == []
        assert [url for url in self.asked if not url.startswith(own)] == []


def _end_kernels(server: Server) -> None:
    with urlopen(f"{server.address}/api/sessions?token={TOKEN}", timeout=30) as answer:
        sessions: Sequence[Mapping[str, str]] = json.load(answer)
    for session in sessions:
        place = f"{server.address}/api/sessions/{session['id']}?token={TOKEN}"
        with urlopen(Request(place, method="DELETE"), timeout=60):
            pass


@pytest.fixture
def lab(jupyter: Server, browser: Browser, tmp_path: Path) -> Iterator[Lab]:
    """A folder of one's own in JupyterLab."""
    folder = jupyter.root / tmp_path.name
    folder.mkdir()
    found = Lab(jupyter, folder, browser)
    yield found
    found.close()
