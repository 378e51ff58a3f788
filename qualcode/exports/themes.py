"""Summaries of themes and codes: what each rests on, what speaks against it, and how it was judged."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from qualcode.exports.blocks import Block, BlockQuote, Grid, GridColumn, Heading, Paragraph, Report, marked
from qualcode.exports.indicators import indicators_blocks
from qualcode.exports.layout import INDENT
from qualcode.exports.triangulation import NOTE, triangulation_grid
from qualcode.locale import Translate, number, translator
from qualcode.tables import Count, Note, Part, Quotation, Summary
from qualcode.tables.columns import EXTENTS, KINDS, column, title
from qualcode.tables.quotations import RULE


def summary_report(summaries: Sequence[Summary], *, heading: str, language: str) -> Report:
    """Lay out summaries, one section per code or theme."""
    return Report(heading, language, tuple(themes_blocks(summaries, language=language)))


def themes_blocks(
    summaries: Sequence[Summary], *, language: str, explained: bool = True, triangulated: bool = True
) -> Iterator[Block]:
    """Lay out summaries of themes, or of codes, after how their quotations were chosen.

    Parameters
    ----------
    summaries
        In the order wanted, each a section.
    language
        Of all words but those of coders and informants.
    explained
        Say how quotations were chosen, and what a triangulation is.
    triangulated
        With the triangulation of each theme.
    """
    tr = translator(language)
    if summaries and explained:
        yield Paragraph(tr(RULE), quiet=True)
    if explained and triangulated and any(each.triangulation for each in summaries):
        yield Paragraph(tr(NOTE), quiet=True)
    for each in summaries:
        yield from _section(each, tr, language, triangulated=triangulated)


def _section(summary: Summary, tr: Translate, language: str, *, triangulated: bool) -> Iterator[Block]:
    yield Heading(summary.title, 1)
    if summary.path:
        yield Paragraph(summary.path, quiet=True)
    if summary.claim:
        yield Paragraph(marked(summary.claim), tr("Claim") if summary.triangulation else tr("Definition"))
    yield from _counts(summary, tr, language)
    if summary.quotations:
        yield Heading(tr("Quotations"), 2)
        yield from (_quote(quotation, tr) for quotation in summary.quotations)
    yield Heading(tr("Speaks against"), 2)
    if not summary.negative:
        yield Paragraph(tr("No negative case has been marked."), quiet=True)
    yield from (_quote(quotation, tr) for quotation in summary.negative)
    if summary.triangulation and triangulated:
        yield Heading(tr("Triangulation of sources"), 2)
        caption = tr("Triangulation of {title}").format(title=summary.title)
        yield triangulation_grid([summary.triangulation], caption=caption, language=language)
    if summary.companions and summary.companions.rows:
        yield Heading(tr("What goes along"), 2)
        yield from indicators_blocks(summary.companions, of=summary.title, language=language)
    if summary.memos:
        yield Heading(tr("Memos"), 2)
        yield from (Paragraph(marked(memo.text), _whose(memo)) for memo in summary.memos)


def _counts(summary: Summary, tr: Translate, language: str) -> Iterator[Block]:
    support = counts_line(summary.support, language, with_sub_codes=summary.with_sub_codes)
    yield Paragraph(support, tr("Borne by"))
    if summary.against.codings:
        yield Paragraph(counts_line(summary.against, language), tr("Spoken against by"))
    if summary.kinds:
        kinds = (f"{tr(KINDS.get(kind, kind))} ({number(n.passages, language)})" for kind, n in summary.kinds)
        yield Paragraph(", ".join(kinds), tr("Kinds of source in support"))
    if summary.parts:
        yield _parts(summary.parts, summary.title, language)


def _whose(memo: Note) -> str:
    return f"{memo.about} ({memo.coder})" if memo.about and memo.coder else memo.about or memo.coder


def counts_line(count: Count, language: str, *, with_sub_codes: bool = False) -> str:
    """Return a count in words; informants come before codings.

    Examples
    --------
    >>> counts_line(Count(informants=1, sources=1, passages=2, codings=3), "en")
    'informants: 1; sources: 1; passages: 2; codings: 3'
    """
    tr = translator(language)
    template = "informants: {informants}; sources: {sources}; passages: {passages}; codings: {codings}"
    counts = {name: number(value, language) for name, value in asdict(count).items()}
    return tr(template).format(**counts) + (f" ({tr('with sub-codes')})" if with_sub_codes else "")


def _parts(parts: tuple[Part, ...], of: str, language: str) -> Grid:
    """Lay out what codes contribute; what speaks against them has its column where something does."""
    tr = translator(language)
    sides = [asdict(part.support) | {"codings_against": part.against.codings} for part in parts]
    names = [name for name in sides[0] if name != "codings_against" or any(side[name] for side in sides)]
    columns = (
        GridColumn(tr("Code"), 40),
        *(GridColumn(title(name, language), column(name).width, numeric=True) for name in names),
    )
    rows = [
        (INDENT * part.depth + part.title, *(number(side[name], language) for name in names))
        for part, side in zip(parts, sides, strict=True)
    ]
    return Grid(tr("Codes in {title}").format(title=of), columns, rows)


def _quote(quotation: Quotation, tr: Translate) -> BlockQuote:
    kind = tr(KINDS.get(quotation.kind, quotation.kind))
    whose = ", ".join(
        part for part in (quotation.case or quotation.speaker or quotation.source, kind) if part
    )
    if len(quotation.coders) > 1:
        whose += "; " + tr("coded by {coders}").format(coders=", ".join(quotation.coders))
    extent = tr(EXTENTS[quotation.translated]) if EXTENTS[quotation.translated] else ""
    if extent:
        whose += "; " + tr("translation of: {extent}").format(extent=extent)
    notes = ((tr("Condensation"), quotation.condensation), (tr("Memo"), quotation.memo))
    written = tuple(f"{label}: {text}" for label, text in notes if text)
    return BlockQuote(quotation.text, f"{quotation.reference} ({whose})", written, quotation.translation)
