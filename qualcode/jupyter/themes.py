"""A theme as it was put: the claim, and how each kind of source stands to it."""

from qualcode.jupyter.html import language, shown, table, tag
from qualcode.locale import translator
from qualcode.model import Theme
from qualcode.tables.columns import KINDS, RELATIONS
from qualcode.tables.summary import readable
from qualcode.tables.triangulation import CONCLUSION


def html(theme: Theme) -> str:
    """Return it as HTML."""
    tr, rows = translator(language()), _judged(theme)
    parts = [tag("h3", readable(theme.name)), tag("p", theme.claim)]
    if rows:
        parts.append(table([tr("Kind of source"), tr("Relation"), tr("Verdict")], rows))
    if theme.verdicts.get(CONCLUSION):
        parts.append(tag("p", tag("b", f"{tr('Conclusion')}: "), theme.verdicts[CONCLUSION]))
    return shown(*parts)


def plain(theme: Theme) -> str:
    """Return it as text."""
    lines = [f"{readable(theme.name)}: {theme.claim}"]
    lines += [" | ".join(filter(None, row)) for row in _judged(theme)]
    return "\n".join([*lines, *filter(None, [theme.verdicts.get(CONCLUSION)])])


def _judged(theme: Theme) -> list[list[str]]:
    tr = translator(language())
    return [
        [tr(name), tr(RELATIONS[theme.relations.get(kind, "")]), theme.verdicts.get(kind, "")]
        for kind, name in KINDS.items()
        if theme.relations.get(kind) or theme.verdicts.get(kind)
    ]
