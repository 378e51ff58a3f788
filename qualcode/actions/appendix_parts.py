"""The parts of an appendix, each made of what the project holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.chart_material import Choices
from qualcode.actions.charting import figures
from qualcode.actions.codes import the_codebook
from qualcode.actions.exporting import Outgoing
from qualcode.actions.filters import Filters
from qualcode.actions.guide import guide_part
from qualcode.actions.history import history_frame
from qualcode.actions.overview import coverage_frame, informants_frame
from qualcode.actions.study_facts import facts_of
from qualcode.actions.summarising import summaries_of
from qualcode.actions.tabling import chosen_codings
from qualcode.actions.texts import SourceText, counted_sources, text_of
from qualcode.actions.theming import themes
from qualcode.actions.transcribing import transcript_of
from qualcode.exports.appendix import Part, lowered, table_part
from qualcode.exports.blocks import Block, Heading, PageBreak, Paragraph
from qualcode.exports.layout import table_report
from qualcode.exports.methods import methods_blocks
from qualcode.exports.pictures import charts_blocks
from qualcode.exports.themes import themes_blocks
from qualcode.exports.transcript import transcript_blocks
from qualcode.exports.triangulation import triangulation_blocks
from qualcode.locale import Translate, translator
from qualcode.model import Case, Guid, SourceKind
from qualcode.store import View
from qualcode.tables import legend
from qualcode.tables import matrix as lay_out
from qualcode.tables.codebook import codebook_frame
from qualcode.tables.reduction import reduction_frame
from qualcode.tables.summary import Summary, summary_frame
from qualcode.tables.translated import Words, in_words, quoted_in
from qualcode.tables.triangulation import triangulation_frame

if TYPE_CHECKING:
    import pandas as pd

PICTURES = ("frequencies", "frameworks", "cooccurrence", "triangulation", "saturation")
"""The charts of the part with pictures."""

PRINTED = (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION)
"""Kinds of source whose transcripts an appendix prints."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What goes into an appendix.

    Attributes
    ----------
    parts
        Names of `PARTS`, in the order wanted; by default all there is something for.
    filters
        Which codings count.
    language
        Of titles, names and definitions; quotations are in their own.
    quotations
        At most so many for each theme.
    words, into
        What quotations are shown in, and the language of translations.
    guide
        A file with the interview guide.
    first
        The number of the first part.
    """

    parts: Sequence[str] = ()
    filters: Filters = field(default_factory=Filters)
    language: str = "id"
    quotations: int = 5
    words: Words = "original"
    into: str = ""
    guide: Path | None = None
    first: int = 1


class Material:
    """What the parts are made of, each thing read once."""

    def __init__(self, view: View, wanted: Wanted, outgoing: Outgoing) -> None:
        self.view, self.wanted, self.outgoing = view, wanted, outgoing
        self.language = wanted.language
        self.tr: Translate = translator(wanted.language)
        self.codebook = the_codebook(view)
        self.asked = chosen_codings(view, wanted.filters, wanted.language, wanted.into)
        self.codings = in_words(outgoing.quoted(self.asked), wanted.words)
        self.parts = wanted.parts or self._usual()

    def _usual(self) -> list[str]:
        """Name the parts of an appendix for which nobody named any.

        Coded passages stand in it once: in the data reduction matrix where some are condensed, else by code.
        """
        condensed = (self.codings["condensation"].fillna("") != "").any()
        return [name for name in PARTS if name != ("segments" if condensed else "reduction")]

    @cached_property
    def cases(self) -> list[str]:
        """The cases that have something in the document, as frames name them."""
        return [name for name, case in self.outgoing.cases.items() if self.outgoing.may_quote(case)]

    @cached_property
    def coverage(self) -> "pd.DataFrame":
        """What was read and asked, see `coverage_frame`."""
        filters = self.wanted.filters
        frame = coverage_frame(self.view, self.codebook, coders=filters.readers(self.view))
        return self.outgoing.counted(filters.apply(self.view, frame))

    @cached_property
    def summaries(self) -> list[Summary]:
        """The themes, or the codes where there are no themes."""
        found = summaries_of(
            self.view, self.outgoing.muted(self.asked), self.wanted.filters,
            theme="", by=None, language=self.language, most=self.wanted.quotations, outgoing=self.outgoing,
        )  # fmt: skip
        return quoted_in(self.wanted.words, found)

    @cached_property
    def printed(self) -> list[SourceText]:
        """The sources whose transcripts may be printed: all who speak in them may be quoted."""
        return [text for text in self._texts if text.source.kind in PRINTED and self._may_print(text)]

    @cached_property
    def _texts(self) -> list[SourceText]:
        return [text_of(self.view, source) for source in counted_sources(self.view)]

    @cached_property
    def _cases(self) -> dict[Guid, Case]:
        return {case.id: case for case in self.view.all(Case)}

    def _may_print(self, text: SourceText) -> bool:
        ids = [each.case_id for each in text.speakers.values() if each.case_id in self._cases]
        return all(self.outgoing.may_quote(self._cases[case_id]) for case_id in ids if case_id)

    def unprinted(self) -> Iterator[str]:
        """Say which sources are not printed, and why; one of which nothing may leave is not named."""
        told = [text for text in self._texts if self.outgoing.may_name(text.source.name)]
        silent = [text.source.name for text in told if not self._may_print(text)]
        free = [text.source for text in told if text.source.name not in silent]
        others = [source.name for source in free if source.kind not in PRINTED]
        if others:
            yield self.tr("Not printed, since they are documents or written answers: {sources}.").format(
                sources=", ".join(others)
            )
        if silent:
            yield self.tr("Not printed, since not all who speak in them may be quoted: {sources}.").format(
                sources=", ".join(silent)
            )


def _guide(of: Material) -> Part | None:
    return guide_part(of.wanted.guide, language=of.language) if of.wanted.guide else None


def _informants(of: Material) -> Part | None:
    frame = of.outgoing.counted(informants_frame(of.view))
    return None if frame.empty else table_part(frame, of.tr("Informants"), language=of.language)


def _transcripts(of: Material) -> Part | None:
    blocks: list[Block] = [Paragraph(told, quiet=True) for told in of.unprinted()] if of.printed else []
    for place, text in enumerate(of.printed):
        transcript = transcript_of(of.view, text, language=of.language, coders=of.wanted.filters.coders)
        blocks += [*([PageBreak()] if place else []), Heading(transcript.name)]
        blocks += lowered(transcript_blocks(transcript, language=of.language, themes=True))
    return Part(title=of.tr("Transcripts"), blocks=tuple(blocks)) if blocks else None


def _codebook(of: Material) -> Part | None:
    frame = codebook_frame(of.codebook, language=of.language)
    if frame.empty:
        return None
    part = table_part(frame.drop(columns="keywords"), of.tr("Codebook"), language=of.language, by="framework")
    return replace(part, frame=frame)


def _segments(of: Material) -> Part | None:
    if of.codings.empty:
        return None
    heading, codes = of.tr("Coded passages"), [code.key for code in of.codebook.codes]
    report = table_report(of.codings, heading=heading, language=of.language, codes=codes)
    return Part(title=heading, blocks=report.blocks, frame=of.codings)


def _reduction(of: Material) -> Part | None:
    frame = reduction_frame(of.codings, of.codebook, themes(of.view), language=of.language)
    if frame.empty:
        return None
    return table_part(frame, of.tr("Data reduction matrix"), language=of.language)


def _themes(of: Material) -> Part | None:
    if not of.summaries:
        return None
    triangulated = "triangulation" not in of.parts
    blocks = tuple(themes_blocks(of.summaries, language=of.language, triangulated=triangulated))
    heading = of.tr("Themes") if themes(of.view) else of.tr("Codes")
    return Part(title=heading, blocks=blocks, frame=summary_frame(of.summaries))


def _matrix(of: Material) -> Part | None:
    cases = [name for name in dict.fromkeys(of.coverage["case"]) if name]
    if not cases or of.codings.empty:
        return None
    counted = of.outgoing.counted(of.asked)
    found = lay_out(counted, of.codebook, cases, of.coverage, language=of.language, roll_up=True)
    heading, notes = of.tr("Codes by case"), [legend(of.language)]
    report = table_report(found.shown(of.language), heading=heading, language=of.language, notes=notes)
    return Part(title=heading, blocks=report.blocks, frame=found.shown(of.language), notes=notes)


def _triangulation(of: Material) -> Part | None:
    findings = [each.triangulation for each in of.summaries if each.triangulation]
    if not findings:
        return None
    blocks = triangulation_blocks(findings, language=of.language, heading=False)
    frame = triangulation_frame(findings)
    return Part(title=of.tr("Triangulation of sources"), blocks=tuple(blocks), frame=frame)


def _pictures(of: Material) -> Part | None:
    if of.codings.empty:
        return None
    choices = Choices(filters=of.wanted.filters, language=of.language)
    blocks = tuple(charts_blocks(figures(of.view, PICTURES, choices, outgoing=of.outgoing)))
    return Part(title=of.tr("Pictures"), blocks=blocks) if blocks else None


def _methods(of: Material) -> Part | None:
    blocks = methods_blocks(
        facts_of(of.view, language=of.language, outgoing=of.outgoing), language=of.language
    )
    return Part(title=of.tr("Methods"), blocks=tuple(blocks))


def _history(of: Material) -> Part | None:
    frame = history_frame(of.view, language=of.language, may_name=of.outgoing.may_name)
    return table_part(frame, of.tr("What was done"), language=of.language)


PARTS: dict[str, Callable[[Material], Part | None]] = {
    "guide": _guide,
    "informants": _informants,
    "transcripts": _transcripts,
    "codebook": _codebook,
    "segments": _segments,
    "reduction": _reduction,
    "themes": _themes,
    "matrix": _matrix,
    "triangulation": _triangulation,
    "pictures": _pictures,
    "methods": _methods,
    "history": _history,
}
"""What an appendix can hold, in the order a thesis has it."""

NEEDS = {
    "guide": "name a file with --guide, or `guide` under [appendix] in qualcode.toml",
    "informants": "see `qualcode cases`",
    "transcripts": "see `qualcode sources`",
    "codebook": "apply one with `qualcode codebook apply FILE`",
    "segments": "code something first",
    "reduction": "code something first",
    "themes": "code something first",
    "matrix": "code something first",
    "triangulation": "make themes with `qualcode theme`",
    "pictures": "code something first",
    "methods": "",
    "history": "",
}
"""What is missing where there is nothing for a part."""
