"""Make a project: its folders, its qualcode.toml, its database."""

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from qualcode.actions.acting import acting, actor_of
from qualcode.actions.configuring import check_setting
from qualcode.errors import AlreadyThere, FileProblem
from qualcode.model import Setting
from qualcode.settings import FILE_NAME, FOLDERS, TEMPLATE, Identity, ProjectSettings, load
from qualcode.store import Store


def init(folder: Path, identity: Identity, *, settings: Mapping[str, str] | None = None) -> ProjectSettings:
    """Make a project in a folder, which may have files but no database yet.

    Parameters
    ----------
    folder
        Made where it is not there.
    identity
        Its first coder.
    settings
        What the database keeps from the start: ``title``, ``reference_pattern``, ...

    Raises
    ------
    AlreadyThere
        There is a project with a database.
    FileProblem
        The folder cannot be written.
    """
    given = dict(settings or {})
    for name, value in given.items():
        check_setting(name, value)
    with ExitStack() as made:  # what is not kept in the end is taken away again
        project = _lay_out(folder, made)
        if project.database.exists():
            raise AlreadyThere(
                "there is a project already", where=str(folder), remedy="go on with `qualcode add`"
            )
        made.callback(_take_away, project.database)
        with Store.create(project.database) as store:
            values = {"title": folder.resolve().name, **given}
            with acting(store, actor_of(store, identity), "init") as act:
                act.put_all([Setting.of(name, value) for name, value in values.items()])
        made.pop_all()
    return project


def _lay_out(folder: Path, made: ExitStack) -> ProjectSettings:
    """Make the folders and the file of settings that are not there yet, each to be taken away with `made`."""
    try:
        above = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in [*reversed(above), *(folder / name for name in FOLDERS)]:
            if not each.is_dir():
                each.mkdir()
                made.callback(_take_away, each)
        settings = folder / FILE_NAME
        if not settings.exists():
            made.callback(_take_away, settings)
            settings.write_text(TEMPLATE, encoding="utf-8")
    except OSError as error:
        raise FileProblem("cannot be written: {reason}", where=str(folder), reason=error.strerror) from error
    return load(folder.resolve())


def _take_away(path: Path) -> None:
    with suppress(OSError):  # what cannot be taken away stays; the first trouble is the one to tell
        path.rmdir() if path.is_dir() else path.unlink()
