"""``qualcode serve``."""

import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from qualcode.cli.options import cli_command, in_project, open_project, option
from qualcode.cli.printing import say, warn


@cli_command(
    "Open the workbench in the browser: read, code, review and look things up in the same project that "
    "commands and notebooks use. It answers on this machine alone, until Ctrl-C.",
    examples=["qualcode serve", "qualcode serve --no-browser --port 8765"],
)
@option("--port", type=click.IntRange(0, 65535), default=0, help="Port to answer on; a free one by default.")
@option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@in_project
def command(port: int, no_browser: bool, folder: Path, coder: str | None) -> None:
    """Serve the workbench."""
    from qualcode.workbench.server import Service

    with open_project(folder, coder) as project:
        service = Service(project, port=port)
        say("The workbench is at {address}", address=service.address)
        say("The address lets one browser in, once. Stop with Ctrl-C.")

        def look() -> None:
            if not no_browser and not webbrowser.open(service.address):
                warn("No browser could be opened: open the address yourself.")

        with suppress(KeyboardInterrupt):  # the server has stopped in good order before it passes this on
            service.run(on_ready=look)
    say("Stopped. Everything is saved.")
