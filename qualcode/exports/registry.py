"""Which writer makes a file of which suffix."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pandas as pd

from qualcode.errors import UsageError
from qualcode.exports import csv_writer, docx_writer, html_writer, md_writer, tex_writer, xlsx_writer
from qualcode.exports.blocks import Report
from qualcode.exports.choosing import chosen_columns
from qualcode.exports.disguised import Disguising, disguised, disguised_frame, unchanged
from qualcode.exports.files import write_file
from qualcode.exports.layout import table_report
from qualcode.exports.themes import summary_report
from qualcode.exports.triangulation import triangulation_blocks
from qualcode.locale import translator
from qualcode.settings import Dress
from qualcode.tables import Summary, Triangulation
from qualcode.tables.summary import summary_frame
from qualcode.tables.triangulation import triangulation_frame

REPORTS: dict[str, Callable[[Report, Dress], bytes]] = {
    ".docx": docx_writer.render,
    ".html": html_writer.render,
    ".md": md_writer.render,
    ".tex": tex_writer.render,
}
"""Writers of documents, by suffix."""

SUFFIXES = (".csv", ".docx", ".html", ".md", ".tex", ".xlsx")
"""What can be written."""


def check_suffix(path: Path, known: Iterable[str] = SUFFIXES) -> None:
    """Refuse a file that no writer makes.

    Raises
    ------
    UsageError
        Names the suffixes there are.
    """
    if path.suffix.lower() not in known:
        raise UsageError(
            "no file of the kind {suffix} can be written",
            where=str(path),
            remedy="end the name in one of {known}",
            suffix=path.suffix or "''",
            known=" ".join(known),
        )


def write_report(
    report: Report, path: Path, *, dress: Dress | None = None, disguise: Disguising = unchanged
) -> None:
    """Write a document of the kind its suffix says, with the names in it replaced.

    Raises
    ------
    UsageError
        No document ends so.
    FileProblem
        The file cannot be written.
    """
    check_suffix(path, REPORTS)
    write_file(path, REPORTS[path.suffix.lower()](disguised(report, disguise), dress or Dress()))


def write_table(
    frame: pd.DataFrame,
    path: Path,
    *,
    title: str = "",
    language: str = "en",
    columns: Sequence[str] | None = None,
    codes: Sequence[str] = (),
    notes: Sequence[str] = (),
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write a frame to a file of the kind its suffix says.

    Documents (.docx, .html, .md) show coded passages code by code with what a reader needs; .xlsx holds
    every column under its title; .csv holds every column under its name, values as they are.

    Parameters
    ----------
    frame
        The codings frame, frequencies, or a matrix as shown. Same frame, same bytes.
    path
        The file; replaced in one step.
    title
        Of the document; by default what the frame holds.
    language
        Of titles and words, ``"id"`` or ``"en"``. Quotations are never changed.
    columns
        Those wanted, in order; ``quotation:60`` says its width in a document, in characters.
    codes
        Keys of codes in codebook order: the order of the sections of a document.
    notes
        Lines below the table, such as a matrix's legend (not in .csv).
    dress
        What a document looks like; whether a .csv is for Excel.
    disguise
        Replaces names, in every text and title.

    Raises
    ------
    UsageError
        Unknown suffix or column.
    FileProblem
        The file cannot be written.
    """
    check_suffix(path)
    chosen = chosen_columns(columns or (), list(frame.columns))
    names, widths = list(chosen) or None, {name: width for name, width in chosen.items() if width}
    suffix, heading = path.suffix.lower(), disguise(title) or _heading(frame, language)
    frame, codes, notes = (
        disguised_frame(frame, disguise),
        disguised(codes, disguise),
        disguised(notes, disguise),
    )
    if suffix == ".csv":
        data = csv_writer.render(frame, columns=names, bom=bool(dress and dress.excel))
    elif suffix == ".xlsx":
        data = xlsx_writer.render(frame, columns=names, title=heading, language=language, notes=notes)
    else:
        report = table_report(
            frame, heading=heading, language=language, columns=names, widths=widths, codes=codes, notes=notes
        )
        data = REPORTS[suffix](report, dress or Dress())
    write_file(path, data)


def write_summary(
    summaries: Sequence[Summary],
    path: Path,
    *,
    title: str = "",
    language: str = "en",
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write summaries to a file of the kind its suffix says; a table gets one row per quotation.

    Parameters and errors are those of `write_table`.
    """
    check_suffix(path)
    heading = title or translator(language)("Summary")
    if path.suffix.lower() in REPORTS:
        report = summary_report(summaries, heading=heading, language=language)
        write_report(report, path, dress=dress, disguise=disguise)
    else:
        frame = summary_frame(summaries)
        write_table(frame, path, title=heading, language=language, dress=dress, disguise=disguise)


def write_triangulation(
    findings: Sequence[Triangulation],
    path: Path,
    *,
    title: str = "",
    language: str = "en",
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write findings to a file of the kind its suffix says; a table gets a row per kind of source.

    Parameters and errors are those of `write_table`.
    """
    check_suffix(path)
    heading = title or translator(language)("Triangulation of sources")
    if path.suffix.lower() in REPORTS:
        report = Report(heading, language, tuple(triangulation_blocks(findings, language=language)))
        write_report(report, path, dress=dress, disguise=disguise)
    else:
        frame = triangulation_frame(findings)
        write_table(frame, path, title=heading, language=language, dress=dress, disguise=disguise)


def _heading(frame: pd.DataFrame, language: str) -> str:
    tr = translator(language)
    if "quotation" in frame.columns:
        return tr("Coded passages")
    return tr("Code frequencies") if "informants" in frame.columns else tr("Codes by case")
