"""Who the user of this machine is."""

import getpass
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from qualcode.errors import FileProblem, UsageError
from qualcode.model.ids import Guid, fresh, is_guid


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the user is on this machine: a handle, and the GUID that goes with it."""

    handle: str
    guid: Guid


def user_config() -> Path:
    """Return the file in which the user's own identity is kept."""
    given = os.environ.get("QUALCODE_CONFIG")
    return Path(given) if given else user_config_path("qualcode") / "config.toml"


def identity(handle: str | None = None, *, config: Path | None = None) -> Identity:
    """Return who acts: the handle given, else QUALCODE_CODER, else the user's own, else the login name.

    A handle met for the first time gets a GUID, which is kept in the user's configuration where that can be
    written; ``handle = "rani"`` in that file sets the user's own. The project is never asked who its user is.

    Raises
    ------
    UsageError
        The handle is empty or has spaces or commas in it.
    """
    path = config or user_config()
    known = _read_config(path)
    name = handle or os.environ.get("QUALCODE_CODER") or known.get("handle") or _login()
    check_handle(name)
    coders: dict[str, str] = known.get("coders", {})
    guid = coders.get(name, "")
    if not is_guid(guid):
        guid = fresh()
        _write_config(path, known.get("handle", ""), {**coders, name: guid})
    return Identity(name, guid)


def check_handle(handle: str) -> None:
    """Refuse a handle that is empty or has spaces or commas in it."""
    if not handle or any(char.isspace() or char == "," for char in handle):
        raise UsageError(
            "a coder's handle is one word: {handle!r} is not",
            remedy="say --coder rani, for example",
            handle=handle,
        )


def _login() -> str:
    try:
        return "_".join(getpass.getuser().split()) or "me"
    except (OSError, KeyError):
        return "me"


def _read_config(path: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileProblem(
            "cannot be read: {reason}", where=str(path), remedy="mend or delete the file", reason=error
        ) from error
    if not isinstance(found.get("handle", ""), str) or not isinstance(found.get("coders", {}), dict):
        raise FileProblem(
            "handle must be a name in quotes, and coders a table", where=str(path),
            remedy="mend or delete the file",
        )  # fmt: skip
    return found


def _write_config(path: Path, handle: str, coders: Mapping[str, str]) -> None:
    lines = [f"handle = {_quoted(handle)}", ""] if handle else []
    lines.append("[coders]")
    lines += [f"{_quoted(name)} = {_quoted(guid)}" for name, guid in coders.items()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError:
        return  # a home that cannot be written still has a user, who is then new each time


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # TOML knows no surrogate pairs
