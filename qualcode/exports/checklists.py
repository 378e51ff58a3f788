"""Checklists of what a qualitative study should report, filled in where the project shows it.

The items are those of COREQ (Tong, Sainsbury and Craig 2007, doi:10.1093/intqhc/mzm042) and SRQR (O'Brien and
others 2014, doi:10.1097/ACM.0000000000000388), in words of our own.
"""

from collections.abc import Iterator, Mapping, Sequence

from qualcode.exports.blocks import Block, Grid, GridColumn, Heading, Paragraph
from qualcode.exports.facts import Facts
from qualcode.locale import number, translator
from qualcode.tables.columns import KINDS

COREQ = (
    "Who held the interviews or led the groups",
    "Their degrees and titles",
    "Their occupation at the time",
    "Their gender",
    "Their experience and training in such research",
    "Whether they knew the participants before",
    "What participants knew of them and their reasons",
    "What else about them matters: assumptions, interests, bias",
    "The approach and theory behind the study",
    "How participants were selected",
    "How they were approached",
    "How many took part",
    "How many refused or dropped out, and why",
    "Where the data were collected",
    "Who else was present",
    "What characterises the participants",
    "The questions or guide, and whether it was tried out",
    "Whether interviews were repeated, and how often",
    "Whether and how talk was recorded",
    "Whether field notes were made",
    "How long interviews or groups lasted",
    "Whether saturation was discussed",
    "Whether transcripts went back to participants",
    "How many people coded",
    "What the codebook or coding tree looks like",
    "Whether themes were set beforehand or came from the data",
    "Which software was used",
    "Whether participants commented on the findings",
    "Whether quotations illustrate the findings, each with its speaker",
    "Whether data and findings agree",
    "Whether major themes are told clearly",
    "Whether diverse cases and minor themes are told",
)
"""The 32 items of COREQ, in order."""

COREQ_DOMAINS = {
    1: "Researchers and reflexivity",
    9: "Design of the study",
    24: "Analysis and findings",
}
"""The domains of COREQ, by their first item."""

SRQR = (
    "Title: the subject and that the study is qualitative",
    "Abstract: the parts of the study in short",
    "The problem, and what is known of it",
    "The purpose or question",
    "Approach, paradigm and theory, and why these",
    "Who the researchers are, and how that may bear on the study",
    "The setting, and what in it matters",
    "Whom or what was sampled, how, and when it was enough",
    "Approval by an ethics board, consent, confidentiality",
    "How data were collected, and when",
    "Instruments and devices, and how they changed",
    "How many participants, documents or events there were, and of what sort",
    "How data were prepared: transcription, checking, coding, anonymity",
    "How the analysis went, from data to themes, and by whom",
    "What was done for findings to be trusted",
    "The main findings: interpretations, themes, a theory",
    "Evidence: quotations, notes, excerpts",
    "How findings stand to earlier work, and what they contribute",
    "How far findings can be trusted, and where they end",
    "Conflicts of interest, and how they were dealt with",
    "Who paid, and what part they had",
)
"""The 21 items of SRQR, in order."""


def checklist_blocks(facts: Facts, *, language: str) -> Iterator[Block]:
    """Lay out both checklists: number, item, and what the project shows of it."""
    tr = translator(language)
    yield Heading(tr("Checklists"))
    yield Paragraph(
        tr(
            "Journals ask for one or the other. What the project shows is filled in; add the page on which "
            "your text says it."
        ),
        quiet=True,
    )
    shown = _Shown(facts, language)
    yield Grid(
        "COREQ (Tong, Sainsbury & Craig 2007)", _columns(language), _rows(COREQ, shown.coreq(), language)
    )
    yield Grid("SRQR (O'Brien et al. 2014)", _columns(language), _rows(SRQR, shown.srqr(), language))
    yield Paragraph(
        "Tong A, Sainsbury P, Craig J (2007). Consolidated criteria for reporting qualitative research "
        "(COREQ): a 32-item checklist for interviews and focus groups. International Journal for Quality in "
        "Health Care 19(6), 349-357. https://doi.org/10.1093/intqhc/mzm042",
        quiet=True,
    )
    yield Paragraph(
        "O'Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA (2014). Standards for reporting qualitative "
        "research: a synthesis of recommendations. Academic Medicine 89(9), 1245-1251. "
        "https://doi.org/10.1097/ACM.0000000000000388",
        quiet=True,
    )


def _columns(language: str) -> tuple[GridColumn, ...]:
    tr = translator(language)
    return (
        GridColumn(tr("No."), 5, numeric=True),
        GridColumn(tr("Item"), 36),
        GridColumn(tr("In this study"), 44),
        GridColumn(tr("Page"), 7),
    )


def _rows(items: Sequence[str], shown: Mapping[int, str], language: str) -> list[tuple[str, ...]]:
    tr = translator(language)
    domains = COREQ_DOMAINS if items is COREQ else {}
    return [
        (str(place), (f"{tr(domains[place])}: " if place in domains else "") + tr(item),
         shown.get(place) or tr("filled in by the researcher"), "")
        for place, item in enumerate(items, start=1)
    ]  # fmt: skip


class _Shown:
    """What a project shows of the items, each by its number; what it does not show is not claimed."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts, self.language, self.tr = facts, language, translator(language)

    def coreq(self) -> dict[int, str]:
        """Return what is known of COREQ's items."""
        facts = self.facts
        return {
            12: self._participants(),
            16: self.tr("attributes of informants: in the appendix") if facts.informants else "",
            20: self._filled(self.tr("observation notes: {count}"), self._of_kind("observation")),
            21: self._lasting(),
            22: self.tr("not a criterion here: say instead why the material was enough for the question")
            if facts.reflexive else "",
            23: self._checked(),
            24: self._coders(),
            25: self._codebook(),
            26: self._origin_of_codes(),
            27: facts.software,
            28: self._checked(),
            29: self._filled(self.tr("passages, each with a reference code: {count}"), facts.passages),
            31: self._filled(self.tr("themes: {count}"), facts.themes),
            32: self._filled(self.tr("codings that speak against their code: {count}"), facts.negative),
        }  # fmt: skip

    def srqr(self) -> dict[int, str]:
        """Return what is known of SRQR's items."""
        facts = self.facts
        kinds = {kind: self._of_kind(kind) for kind in KINDS}
        sources = ", ".join(
            f"{self.tr(KINDS[kind])} ({number(count, self.language)})"
            for kind, count in kinds.items()
            if count
        )
        return {
            10: sources,
            12: "; ".join(filter(None, [sources, self._participants()])),
            13: self._codebook(),
            14: "; ".join(filter(None, [self._coders(), facts.software])),
            15: "; ".join(filter(None, [self._twice(), self._checked()])),
            16: self._filled(self.tr("themes: {count}"), facts.themes),
            17: self._filled(self.tr("passages, each with a reference code: {count}"), facts.passages),
        }

    def _filled(self, message: str, count: int) -> str:
        return message.format(count=number(count, self.language)) if count else ""

    def _of_kind(self, kind: str) -> int:
        return sum(source.kind == kind for source in self.facts.sources)

    def _participants(self) -> str:
        return self._filled(self.tr("informants: {count}"), self.facts.informants)

    def _lasting(self) -> str:
        minutes = sorted(round(each.seconds / 60) for each in self.facts.sources if each.seconds)
        if not minutes:
            return ""
        least, most = (number(each, self.language) for each in (minutes[0], minutes[-1]))
        template = self.tr("{least} to {most} minutes, of {count} recordings with times")
        return template.format(least=least, most=most, count=number(len(minutes), self.language))

    def _checked(self) -> str:
        return self._filled(
            self.tr("answers of informants recorded: {count}"), sum(self.facts.checks.values())
        )

    def _coders(self) -> str:
        coders = [each.handle for each in self.facts.coders if each.codings]
        names = ", ".join(coders)
        return f"{number(len(coders), self.language)} ({names})" if coders else ""

    def _twice(self) -> str:
        if self.facts.reflexive:
            return ""
        return self._filled(self.tr("sources coded through by two coders or more: {count}"), self.facts.twice)

    def _codebook(self) -> str:
        facts = self.facts
        if not facts.codes:
            return ""
        template = self.tr("{codes} codes in {count} frameworks, in the appendix")
        return template.format(
            codes=number(facts.codes, self.language), count=number(len(facts.frameworks), self.language)
        )

    def _origin_of_codes(self) -> str:
        facts = self.facts
        if not facts.codes:
            return ""
        template = self.tr("codes: {first} from the beginning, {added} added while coding")
        return template.format(
            first=number(facts.codes_first, self.language),
            added=number(facts.codes - facts.codes_first, self.language),
        )
