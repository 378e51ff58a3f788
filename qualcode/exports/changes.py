"""What was done since a day, laid out for a meeting: what to talk about first, then all of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qualcode.exports.blocks import Block, Grid, GridColumn, Heading, Paragraph, Report
from qualcode.exports.disguised import Disguising, unchanged
from qualcode.exports.registry import write_report
from qualcode.locale import translator
from qualcode.settings import Dress

FEW = 3
"""Imported codings of each source that are listed."""


class Kind(StrEnum):
    """What became of a coding."""

    CODED = "coded"
    RECODED = "recoded"
    UNCODED = "uncoded"
    MOVED = "moved"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingChange:
    """A coding that is new, under another code, gone, or on other words.

    Attributes
    ----------
    kind, reference, source, coder
        What became of which.
    code, was
        Path of its code, and of the code it was under before, where that is another.
    quotation
        The words; empty where they are not to be quoted.
    at
        When it was last touched (UTC, ISO 8601).
    case, start
        Whose words they are, and where they begin in their text.
    imported
        It came by an import, so that it is counted rather than listed.
    """

    kind: Kind
    reference: str
    source: str
    coder: str
    code: str
    was: str = ""
    quotation: str = ""
    at: str = ""
    case: str = ""
    start: int = 0
    imported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """Something said of a coding, or answered; `is_open` where it waits for an answer."""

    reference: str
    code: str
    quotation: str
    by: str
    remark: str
    text: str
    at: str
    source: str = ""
    case: str = ""
    is_open: bool = False

    @property
    def said(self) -> str:
        """What was said, in words: the kind of remark comes first, unless the words begin with it."""
        if not self.text or self.text.casefold().startswith(self.remark.casefold()):
            return self.text or self.remark
        return f"{self.remark}: {self.text}"


@dataclass(frozen=True, slots=True)
class Step:
    """Anything else that was done: what kind of thing, its name, what became of it, and more in words."""

    about: str
    name: str
    what: str
    by: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What was done in a project since a day.

    Attributes
    ----------
    since
        The day, ISO 8601.
    codings
        In reading order.
    remarks
        What was said and answered since.
    questions
        Whatever is open now, also from before.
    steps
        Sources, readings, codebook, themes, memos.
    """

    since: str
    codings: tuple[CodingChange, ...] = ()
    remarks: tuple[Remarked, ...] = ()
    questions: tuple[Remarked, ...] = ()
    steps: tuple[Step, ...] = ()

    def count(self, kind: Kind) -> int:
        """Return how many codings that became of."""
        return sum(each.kind is kind for each in self.codings)

    def __bool__(self) -> bool:
        """Say whether anything was done."""
        return bool(self.codings or self.remarks or self.steps)


def write_changes(
    changes: Changes,
    path: Path,
    *,
    language: str,
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write what was done to a .docx, .html or .md; errors as for `write_table`."""
    tr = translator(language)
    title = tr("Changes since {day}").format(day=written_day(changes.since, language))
    report = Report(title, language, tuple(changes_blocks(changes, language=language)))
    write_report(report, path, dress=dress, disguise=disguise)


def written_day(day: str, language: str) -> str:
    """Return an ISO date as the language writes it.

    Examples
    --------
    >>> written_day("2024-03-12", "id")
    '12 Maret 2024'
    """
    from datetime import date

    from babel.dates import format_date

    return format_date(date.fromisoformat(day[:10]), "d MMMM y", locale=language)


def changes_blocks(changes: Changes, *, language: str) -> Iterator[Block]:
    """Lay changes out: counts by source and code, open questions, what was said, quotations, the rest."""
    tr = translator(language)
    yield Paragraph(in_figures(changes, language))
    if changes.codings:
        yield Heading(tr("Codings"))
        yield _counts(changes.codings, language)
    yield from _remarks(tr("Open questions"), changes.questions, language)
    yield from _remarks(tr("Remarks and answers"), changes.remarks, language)
    for kind in Kind:
        chosen = [each for each in changes.codings if each.kind is kind]
        if chosen:
            yield Heading(title_of_kind(kind, language), 2)
            shown = listed(chosen)
            yield from _quotations(shown, language)
            if left := len(chosen) - len(shown):
                text = tr("Not listed, since they were imported: {count}. They are counted above.")
                yield Paragraph(text.format(count=left))
    for about in dict.fromkeys(each.about for each in changes.steps):
        yield Heading(about)
        yield _steps([each for each in changes.steps if each.about == about], language)


def listed(codings: Iterable[CodingChange]) -> list[CodingChange]:
    """Return what is listed one by one: of what was imported only the first few of each source."""
    seen: Counter[str] = Counter()
    shown = []
    for each in codings:
        seen[each.source] += each.imported
        if not each.imported or seen[each.source] <= FEW:
            shown.append(each)
    return shown


def in_figures(changes: Changes, language: str) -> str:
    """Return the changes in one sentence.

    Examples
    --------
    >>> in_figures(Changes(since="2024-03-12"), "en")
    'Open questions: 0.'
    """
    tr = translator(language)
    counts = [(title_of_kind(kind, language), changes.count(kind)) for kind in Kind]
    counts += [(tr("Remarks and answers"), len(changes.remarks))]
    counts = [(name, count) for name, count in counts if count]
    counts.append((tr("Open questions"), len(changes.questions)))
    return " ".join(f"{name}: {count}." for name, count in counts)


def title_of_kind(kind: Kind | str, language: str) -> str:
    """Return what became of codings, as a title."""
    tr = translator(language)
    return {
        Kind.CODED: tr("Coded"),
        Kind.RECODED: tr("Recoded"),
        Kind.UNCODED: tr("Uncoded"),
        Kind.MOVED: tr("On other words"),
        Kind.NEGATIVE: tr("Marked as negative case"),
    }[Kind(kind)]


def _remarks(title: str, remarks: Sequence[Remarked], language: str) -> Iterator[Block]:
    if not remarks:
        return
    tr = translator(language)
    yield Heading(title)
    columns = (
        GridColumn(tr("Reference"), 14), GridColumn(tr("Code"), 20), GridColumn(tr("Quotation"), 34),
        GridColumn(tr("By"), 10), GridColumn(tr("Remark"), 30),
    )  # fmt: skip
    rows = [
        (each.reference, each.code, each.quotation, f"{each.by}\n{each.at[:10]}",
         each.said)
        for each in remarks
    ]  # fmt: skip
    yield Grid("", columns, rows)


def counts_of(codings: Iterable[CodingChange], language: str) -> list[tuple[str, str, int, str]]:
    """Return per source and what became of codings how many there are, and of which codes.

    Examples
    --------
    >>> one = CodingChange(kind=Kind.CODED, reference="W1.2", source="W1", coder="rani", code="Awareness")
    >>> counts_of([one, one], "en")
    [('W1', 'Coded', 2, 'Awareness (2)')]
    """
    counts: dict[tuple[str, Kind], Counter[str]] = {}
    for each in codings:
        counts.setdefault((each.source, each.kind), Counter())[each.code.rpartition(" > ")[2]] += 1
    return [
        (source, title_of_kind(kind, language), codes.total(),
         ", ".join(f"{code} ({count})" for code, count in sorted(codes.items())))
        for (source, kind), codes in counts.items()
    ]  # fmt: skip


def _counts(codings: Sequence[CodingChange], language: str) -> Grid:
    tr = translator(language)
    columns = (
        GridColumn(tr("Source"), 14), GridColumn(tr("Change"), 12),
        GridColumn(tr("Codings"), 9, numeric=True), GridColumn(tr("Codes"), 60),
    )  # fmt: skip
    rows = [(source, kind, str(count), codes) for source, kind, count, codes in counts_of(codings, language)]
    return Grid("", columns, rows)


def _quotations(codings: Iterable[CodingChange], language: str) -> Iterator[Block]:
    tr = translator(language)
    columns = (
        GridColumn(tr("Reference"), 16), GridColumn(tr("Code"), 28), GridColumn(tr("Quotation"), 48),
        GridColumn(tr("Coder"), 10),
    )  # fmt: skip
    rows = [
        (each.reference, f"{each.was} → {each.code}" if each.was else each.code, each.quotation,
         f"{each.coder}\n{each.at[:10]}")
        for each in codings
    ]  # fmt: skip
    yield Grid("", columns, rows)


def _steps(steps: Sequence[Step], language: str) -> Grid:
    tr = translator(language)
    columns = (
        GridColumn(tr("Name"), 24), GridColumn(tr("Change"), 16), GridColumn(tr("Text"), 50),
        GridColumn(tr("By"), 10),
    )  # fmt: skip
    return Grid("", columns, [(each.name, each.what, each.more, each.by) for each in steps])
