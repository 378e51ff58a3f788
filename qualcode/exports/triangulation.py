"""Findings seen from every kind of source: Temuan | Wawancara | Observasi | Dokumentasi | Kesimpulan."""

from collections.abc import Iterator, Sequence

from qualcode.exports.blocks import Block, Grid, GridColumn, Heading, Paragraph
from qualcode.exports.characters import shortened
from qualcode.locale import Translate, translator
from qualcode.tables import Quotation, Triangulation
from qualcode.tables.columns import ABSENCES, KINDS, RELATIONS
from qualcode.tables.triangulation import Angle

SHORT = 160
"""Characters of a quotation in a cell."""

GAP = "\n\n"
"""Stands between the parts of a cell."""

COLUMNS = {
    "interview": "Interviews",
    "focus_group": "Focus groups",
    "observation": "Observation",
    "document": "Documentation",
    "open_answers": "Open answers",
}
NOTE = (
    "How a kind of source stands to a finding is the researcher's judgement; qualcode only lays the evidence "
    "side by side. At most two quotations for a finding and one against it, shortened where marked […]."
)


def triangulation_blocks(
    findings: Sequence[Triangulation], *, language: str, heading: bool = True
) -> Iterator[Block]:
    """Lay out findings as one table, each a row.

    Parameters
    ----------
    findings
        In the order wanted.
    language
        Of all words but the quotations.
    heading
        Begin with one.
    """
    tr = translator(language)
    if heading:
        yield Heading(tr("Triangulation of sources"))
    if findings or heading:
        yield Paragraph(tr(NOTE), quiet=True)
    if findings:
        yield triangulation_grid(findings, caption=tr("Triangulation of sources"), language=language)


def triangulation_grid(findings: Sequence[Triangulation], *, caption: str, language: str) -> Grid:
    """Return the table of some findings."""
    tr = translator(language)
    there = {angle.kind for finding in findings for angle in finding.angles}
    kinds = [kind for kind in KINDS if kind in there]
    titles = [tr("Finding"), *(tr(COLUMNS[kind]) for kind in kinds), tr("Conclusion")]
    columns = tuple(GridColumn(title, 20) for title in titles)
    rows = []
    for finding in findings:
        angles = {angle.kind: angle for angle in finding.angles}
        cells = [_cell(angles[kind], language) if kind in angles else "" for kind in kinds]
        found = GAP.join(filter(None, [finding.title, finding.claim]))
        rows.append([found, *cells, conclusion(finding, language)])
    return Grid(caption, columns, rows, landscape=len(findings) > 1)


def angle_lines(angle: Angle, language: str) -> list[str]:
    """Return the lines of a cell: the judgement, if any, then the evidence or why there is none."""
    tr = translator(language)
    if angle.absence:
        lines = [f"— ({tr(ABSENCES[angle.absence])})"]
    else:
        lines = [_quoted(each, tr) for each in angle.quotations]
    relation = sentence(tr(RELATIONS[angle.relation])) if angle.relation else ""
    return [" ".join(filter(None, [relation, angle.verdict])), *lines]


def _cell(angle: Angle, language: str) -> str:
    return GAP.join(filter(None, angle_lines(angle, language)))


def _quoted(quotation: Quotation, tr: Translate) -> str:
    shown = " ".join(f"“{_short(text)}”" for text in (quotation.text, quotation.translation) if text)
    cited = f"{shown} ({quotation.reference})"
    return f"{tr('Against')}: {cited}" if quotation.negative else cited


def _short(text: str) -> str:
    words = " ".join(text.split())
    short = shortened(words, SHORT)
    return short if short == words else f"{short} […]"


def conclusion(finding: Triangulation, language: str) -> str:
    """Return what a person concludes, after how each kind of source stands to the finding."""
    tr = translator(language)
    judged: dict[str, list[str]] = {}
    for angle in finding.angles:
        if angle.relation or not angle.absence:
            word = tr(RELATIONS[angle.relation]) if angle.relation else tr("not judged yet")
            judged.setdefault(word, []).append(tr(KINDS[angle.kind]))
    lines = [f"{sentence(word, '')}: {', '.join(kinds)}." for word, kinds in judged.items()]
    return GAP.join(filter(None, ["\n".join(lines), finding.conclusion]))


def sentence(words: str, end: str = ".") -> str:
    """Return words with a capital and a full stop.

    Examples
    --------
    >>> sentence("not asked")
    'Not asked.'
    """
    return f"{words[:1].upper()}{words[1:]}{end}"
