"""The coded transcript of a source: who it is, then turn by turn what was said and how it was coded."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from qualcode.exports import docx_comments
from qualcode.exports.blocks import Block, Grid, GridColumn, Paragraph, Report
from qualcode.exports.disguised import Disguising, unchanged
from qualcode.exports.files import write_file
from qualcode.exports.marks import Mark, Part, Piece, Transcript
from qualcode.exports.registry import check_suffix, write_report
from qualcode.locale import translator
from qualcode.settings import Dress

EXCERPT = 7
"""Words of a passage that are shown whole beside its code; of longer ones the first and the last."""

_HASHES = re.compile(r"^#{1,6}\s+", re.MULTILINE)
_STRONG = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")


def write_transcript(
    transcript: Transcript,
    path: Path,
    *,
    language: str,
    themes: bool = False,
    lines: bool = False,
    comments: bool = False,
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write a transcript to a file of the kind its suffix says.

    Parameters
    ----------
    transcript
        The transcript. Same values, same bytes.
    path
        A .docx, .html or .md.
    language
        Of titles and words.
    themes, lines
        With a column of themes; one row a line, numbered.
    comments
        Running text, each coding a comment on its words, instead of a table (.docx only).
    dress
        The look of a .docx.
    disguise
        Replaces names in every text.

    Raises
    ------
    UsageError
        Unknown suffix.
    FileProblem
        The file cannot be written.
    """
    if comments:
        check_suffix(path, (".docx",))
    if disguise is not unchanged:
        transcript = changed(transcript, disguise)
    title = title_of(transcript, language)
    if comments:
        head = Report(title, language, tuple(identity_blocks(transcript, language=language)))
        write_file(path, docx_comments.render(head, transcript, dress or Dress()))
    else:
        blocks = transcript_blocks(transcript, language=language, themes=themes, lines=lines)
        write_report(Report(title, language, tuple(blocks)), path, dress=dress)


def title_of(transcript: Transcript, language: str) -> str:
    """Return what a document calls a transcript."""
    return translator(language)("Transcript {source}").format(source=transcript.name)


def transcript_blocks(
    transcript: Transcript, *, language: str, themes: bool = False, lines: bool = False
) -> Iterator[Block]:
    """Lay a transcript out as an identity block and a table: No, Pelaku, Uraian, Koding, and Tema if asked.

    A column in which nothing would stand is left out; notes before the first turn stand above the table.

    Parameters
    ----------
    transcript, language
        The transcript; of titles.
    themes
        With the themes that the codings speak for or against.
    lines
        One row a line, with the number that ``{line}`` has in reference codes.
    """
    yield from identity_blocks(transcript, language=language)
    before, parts = _after_notes(transcript.parts)
    yield from (Paragraph(plain(part.words), quiet=True) for part in before)
    tr = translator(language)
    columns = {
        "no": GridColumn(tr("No"), 6),
        "line": GridColumn(tr("Line"), 6, numeric=True),
        "speaker": GridColumn(tr("Said by"), 12),
        "words": GridColumn(tr("Account"), 44, least=0.5),
        "codes": GridColumn(tr("Coded as"), 30),
        "themes": GridColumn(tr("Theme"), 18),
    }
    rows = [*(_line_rows if lines else _turn_rows)(replace(transcript, parts=parts))]
    wanted = columns.keys() - {"" if lines else "line", "" if themes else "themes"}
    shown = [
        (place, column)
        for place, (name, column) in enumerate(columns.items())
        if name in wanted and (name == "words" or any(row[place] for row in rows))
    ]
    yield Grid(
        title_of(transcript, language),
        tuple(column for _, column in shown),
        [[row[place] for place, _ in shown] for row in rows],
    )


def _after_notes(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Part the notes before the first turn from the rest; where nobody speaks, notes are all there is."""
    first = next((place for place, part in enumerate(parts) if not _is_note(part)), 0)
    return parts[:first], parts[first:]


def _is_note(part: Part) -> bool:
    """Say whether nobody said it: a note between turns, or a heading of whoever typed the transcript."""
    unsaid = not (part.number or part.speaker)
    return not part.marks and (unsaid or (not part.speaker and bool(_HASHES.match(part.words))))


def plain(words: str) -> str:
    """Return a note without the signs by which Markdown marks headings and what is strong.

    Examples
    --------
    >>> plain("## Pagi: **ruang kelas**")
    'Pagi: ruang kelas'
    """
    return _STRONG.sub(r"\1", _HASHES.sub("", words))


def identity_blocks(transcript: Transcript, *, language: str) -> Iterator[Block]:
    """Lay out who speaks, when and where: a small table without a number."""
    if transcript.identity:
        yield Grid("", (GridColumn("", 18), GridColumn("", 62)), transcript.identity, source="")


def changed(transcript: Transcript, change: Disguising) -> Transcript:
    """Return a transcript with every text of it put through `change`, places of codings kept to their words.

    Parameters
    ----------
    transcript
        The transcript.
    change
        Puts, for instance, pseudonyms for names.
    """

    def part(each: Part) -> Part:
        def place(at: int) -> int:
            return len(change(each.words[:at]))

        def moved(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
            return tuple(Piece(one.number, place(one.start), place(one.end)) for one in pieces)

        return replace(
            each, words=change(each.words), speaker=change(each.speaker), lines=moved(each.lines),
            marks=moved(each.marks),
        )  # fmt: skip

    def mark(each: Mark) -> Mark:
        return replace(
            each, reference=change(each.reference), memo=change(each.memo), path=change(each.path),
            condensation=change(each.condensation), themes=tuple(map(change, each.themes)),
        )  # fmt: skip

    return replace(
        transcript,
        name=change(transcript.name),
        identity=tuple((label, change(value)) for label, value in transcript.identity),
        parts=tuple(map(part, transcript.parts)),
        marks=tuple(map(mark, transcript.marks)),
    )


def _turn_rows(transcript: Transcript) -> Iterator[tuple[str, ...]]:
    for part in transcript.parts:
        note = _is_note(part)
        words = plain(part.words) if note else part.words
        yield ("" if note else part.number, "", part.speaker, words, *_coded(transcript, part, part.marks))


def _line_rows(transcript: Transcript) -> Iterator[tuple[str, ...]]:
    """Yield a row for each line; a coding stands beside the line in which it begins."""
    for part in transcript.parts:
        for place, line in enumerate(part.lines):
            until = part.lines[place + 1].start if place + 1 < len(part.lines) else len(part.words) + 1
            since = line.start if place else 0
            here = tuple(piece for piece in part.marks if since <= piece.start < until)
            names = (part.number, str(line.number), part.speaker) if not place else ("", str(line.number), "")
            yield (*names, part.words[line.start : line.end], *_coded(transcript, part, here))


def _coded(transcript: Transcript, part: Part, pieces: tuple[Piece, ...]) -> tuple[str, str]:
    """Return what stands beside words: their codes with the passages meant, and the themes of these."""
    marks = [(transcript.marks[piece.number], piece) for piece in pieces]
    codes = dict.fromkeys(_code(transcript, mark, part, piece) for mark, piece in marks)
    themes = dict.fromkeys(chain.from_iterable(mark.themes for mark, _ in marks))
    return "\n".join(codes), "\n".join(themes)


def _code(transcript: Transcript, mark: Mark, part: Part, piece: Piece) -> str:
    words = part.words[piece.start : piece.end].split()
    whole = len(words) == len(part.words.split())
    shown = words if len(words) <= EXCERPT else [*words[:3], "…", *words[-2:]]
    against = " (\N{MINUS SIGN})" if mark.negative else ""
    by = f" [{mark.coder}]" if transcript.several_coders else ""
    return f"{mark.path}{against}{by}" + ("" if whole else f": “{' '.join(shown)}”")
