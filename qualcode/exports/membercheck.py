"""The transcript of an informant with how it was read, for the informant to look through and sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.exports.blocks import Block, Grid, GridColumn, Heading, Paragraph, Report
from qualcode.exports.disguised import Disguising, unchanged
from qualcode.exports.registry import write_report
from qualcode.locale import translator
from qualcode.settings import Dress

LINE = "_" * 36
BOX = "\N{BALLOT BOX}"


@dataclass(frozen=True, slots=True)
class ReadTurn:
    """A turn and what was read in it, one line per coding; nothing is read in what others say."""

    number: int
    speaker: str
    words: str
    reading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A transcript: its name, and its turns in order."""

    name: str
    turns: Sequence[ReadTurn]


def write_membercheck(
    informant: str,
    sources: Sequence[ReadSource],
    path: Path,
    *,
    language: str,
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write the document to a file of the kind its suffix says.

    Raises
    ------
    UsageError
        Only documents can be signed: .docx, .html, .md.
    FileProblem
        The file cannot be written.
    """
    report = membercheck_report(informant, sources, language=language)
    write_report(report, path, dress=dress, disguise=disguise)


def membercheck_report(informant: str, sources: Sequence[ReadSource], *, language: str) -> Report:
    """Lay out the transcripts of an informant, each answer beside how it was read, and a place to sign."""
    tr = translator(language)
    explained = (
        Paragraph(informant, tr("Informant")),
        Paragraph(
            tr(
                "This is what we wrote down of our conversation. Beside your answers stands what we read in "
                "them: the name of a topic, the words it is about, and in our own words what we took you to "
                "mean."
            )
        ),
        Paragraph(
            tr(
                "Please read it through. Cross out or correct what is not right, in the text or beside it, "
                "and sign on the last page. You need not give a reason for taking back what you said."
            )
        ),
    )
    tables = (_transcript(source, language) for source in sources)
    title = tr("Your interview, and how we read it")
    return Report(title, language, (*explained, *tables, *_signing(language)))


def _transcript(source: ReadSource, language: str) -> Grid:
    tr = translator(language)
    columns = (
        GridColumn(tr("Turn"), 8, numeric=True),
        GridColumn(tr("Speaker"), 12),
        GridColumn(tr("What was said"), 45),
        GridColumn(tr("How we read it"), 35),
    )
    rows = [(str(turn.number), turn.speaker, turn.words, "\n".join(turn.reading)) for turn in source.turns]
    return Grid(source.name, columns, rows, source="")


def _signing(language: str) -> Iterator[Block]:
    tr = translator(language)
    yield Heading(tr("Your answer"))
    for text in (
        tr("It is right as it stands, and may be used."),
        tr("It may be used with the corrections that I wrote into it."),
        tr("I take it back: what I said may not be used."),
    ):
        yield Paragraph(f"{BOX}  {text}")
    for label in (tr("Remarks"), tr("Name"), tr("Place and date"), tr("Signature")):
        yield Paragraph(LINE, label)
