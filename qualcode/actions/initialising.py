"""Make a project: its folders, its qualcode.toml, its database."""

from collections.abc import Mapping
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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / FILE_NAME).exists():
            (folder / FILE_NAME).write_text(TEMPLATE, encoding="utf-8")
        for name in FOLDERS:
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        raise FileProblem("cannot be written: {reason}", where=str(folder), reason=error.strerror) from error
    project = load(folder.resolve())
    if project.database.exists():
        raise AlreadyThere(
            "there is a project already", where=str(folder), remedy="go on with `qualcode add`"
        )
    with Store.create(project.database) as store:
        values = {"title": folder.resolve().name, **given}
        with acting(store, actor_of(store, identity), "init") as act:
            act.put_all([Setting.of(name, value) for name, value in values.items()])
    return project
