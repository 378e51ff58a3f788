"""The service as it runs: a port of this machine, a session that outlives a crash, a clean stop."""

import json
import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from qualcode.errors import UsageError
from qualcode.project import Project
from qualcode.workbench.app import make_app
from qualcode.workbench.desk import Desk
from qualcode.workbench.guard import OPEN, Guard, fresh_secret

HOST = "127.0.0.1"
REMEMBERED = "workbench.json"


@dataclass(frozen=True, slots=True)
class _Last:
    """Where a coder's service ran last, and what its cookie held, so that an open page finds it again."""

    port: int = 0
    session: str = ""


class Service:
    """A service that is ready to run; its port is taken already.

    Attributes
    ----------
    port
        That it listens on.
    address
        That lets one browser in, once.
    """

    def __init__(self, project: Project, *, port: int = 0) -> None:
        remembered = _remembered(project)
        self._socket = _listen(port, remembered.port)
        self.port: int = self._socket.getsockname()[1]
        session, token = remembered.session or fresh_secret(), fresh_secret()
        self.address = f"http://{HOST}:{self.port}{OPEN}?token={token}"
        _remember(project, _Last(self.port, session))
        desk = Desk(project)
        app = Guard(make_app(desk), port=self.port, token=token, session=session)
        self._server = uvicorn.Server(
            uvicorn.Config(
                app, log_config=None, access_log=False, server_header=False, date_header=False,
                timeout_graceful_shutdown=3, lifespan="off",
            )
        )  # fmt: skip
        desk.leaving = lambda: self._server.should_exit
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)  # what failed is said once, by `faults`

    def run(self, *, on_ready: Callable[[], None] = lambda: None) -> None:
        """Answer until `stop` or Ctrl-C; `on_ready` is called once connections are taken."""
        on_ready()  # the port listens since it was taken: who comes now waits for a moment
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._socket.close()

    def stop(self) -> None:
        """Answer what was asked, then stop."""
        self._server.should_exit = True


def _listen(wanted: int, last: int) -> socket.socket:
    """Take a port: the one that is wanted, else the one of last time, else any that is free.

    Raises
    ------
    UsageError
        The wanted one is not to be had.
    """
    for port in [wanted] if wanted else [last, 0]:
        taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((HOST, port))
            taken.listen(128)
        except OSError as error:
            taken.close()
            if port == wanted:
                raise UsageError(
                    "port {port} cannot be had: {reason}",
                    remedy="leave --port out, and a free one is found",
                    port=port, reason=error.strerror or str(error),
                ) from error  # fmt: skip
        else:
            return taken
    raise AssertionError("unreachable: port 0 is any free one")


def _remembered(project: Project) -> _Last:
    try:
        found = json.loads(_file(project).read_text(encoding="utf-8"))[project.coder.handle]
        return _Last(int(found["port"]), str(found["session"]))
    except (OSError, ValueError, TypeError, KeyError):
        return _Last()


def _remember(project: Project, last: _Last) -> None:
    """Keep what the next service needs in a file for nobody else to read; without it, a page opens anew."""
    path = _file(project)
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = {}
    known = known if isinstance(known, dict) else {}
    known[project.coder.handle] = {"port": last.port, "session": last.session}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(json.dumps(known), encoding="utf-8")
    except OSError:
        return


def _file(project: Project) -> Path:
    return project.settings.cache_dir / REMEMBERED
