"""A project at a glance: what was collected, who has read it, how much was coded."""

from typing import TYPE_CHECKING

from qualcode.errors import QualcodeError
from qualcode.jupyter.html import language, shown, table, tag
from qualcode.locale import explain, number, translator
from qualcode.model import Coding
from qualcode.tables.columns import KINDS

if TYPE_CHECKING:
    from qualcode.project import Project


def html(project: "Project") -> str:
    """Return it as HTML."""
    try:
        title, facts, rows = _told(project)
    except QualcodeError as error:
        return shown(tag("p", explain(error, language())))
    sources = table(_titles(), rows, numeric=(3, 5))
    return shown(tag("h3", title), tag("p", facts, kind="quiet"), tag("div", sources, kind="scroll"))


def plain(project: "Project") -> str:
    """Return it as text, a line per source."""
    try:
        title, facts, rows = _told(project)
    except QualcodeError as error:
        return explain(error, language())
    return "\n".join([title, facts, *(" | ".join(row) for row in rows)])


def _titles() -> list[str]:
    tr = translator(language())
    titles = ("Source", "Kind", "Language", "Turns", "Cases", "Codings", "Coded through by")
    return [tr(each) for each in titles]


def _told(project: "Project") -> tuple[str, str, list[list[str]]]:
    """Return title, facts and a row per source."""
    tr, codebook = translator(language()), project.codebook
    with project.view() as view:
        title = view.settings().get("title", "") or project.settings.root.name
        codings = view.count(Coding)
    counts = {
        "Codes": len(codebook.codes) if codebook else 0,
        "Codings": codings,
        "Themes": len(project.themes()),
    }
    facts = [f"{tr('Coder')}: {project.coder.handle}"]
    facts += [f"{tr(name)}: {number(count, language())}" for name, count in counts.items()]
    rows = [
        [
            row["source"], tr("translation of {source}").format(source=row["translates"])
            if row["translates"] else tr(KINDS[row["kind"]]), row["language"],
            number(row["turns"], language()), row["cases"], number(row["codings"], language()),
            row["read_by"],
        ]
        for row in project.sources().to_dict("records")
    ]  # fmt: skip
    return title, " · ".join(facts), rows
