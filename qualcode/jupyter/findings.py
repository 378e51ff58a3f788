"""What a code or theme rests on, laid out as in documents."""

from dataclasses import replace

from qualcode.exports.blocks import Grid, Report
from qualcode.exports.html_writer import fragment
from qualcode.exports.md_writer import render as as_markdown
from qualcode.exports.themes import themes_blocks
from qualcode.exports.triangulation import triangulation_blocks
from qualcode.jupyter.html import Html, language, shown
from qualcode.tables import Summary, Triangulation


def html(finding: Summary | Triangulation) -> str:
    """Return it as HTML."""
    return shown(Html(fragment(_report(finding))))


def plain(finding: Summary | Triangulation) -> str:
    """Return it as text, in Markdown."""
    return as_markdown(_report(finding)).decode()


def _report(finding: Summary | Triangulation) -> Report:
    if isinstance(finding, Summary):
        blocks = themes_blocks([finding], language=language(), explained=False)
    else:
        blocks = triangulation_blocks([finding], language=language(), heading=False)
    unnumbered = (replace(each, caption="") if isinstance(each, Grid) else each for each in blocks)
    return Report(finding.title, language(), tuple(unnumbered))
