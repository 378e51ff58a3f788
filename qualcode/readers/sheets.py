"""Spreadsheets: one row per turn, one per answer, or one per person with open questions as columns."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import mean

from qualcode.errors import FileProblem
from qualcode.model import Role, SourceKind
from qualcode.readers.draft import Contents, File, Line, Note
from qualcode.readers.labels import CODINGS, QUESTION_LABEL
from qualcode.readers.marks import fold
from qualcode.readers.tables import Row, columns_of, speech_columns, speech_lines, spoken_line

_FEWEST_WORDS = 4
"""Words that the answers to an open question have on average, at least."""


def contents_of_sheet(rows: Sequence[Row], file: File) -> Contents:
    """Make turns of the rows of a spreadsheet.

    Parameters
    ----------
    rows
        Cells as text; the first filled row holds the heads.

    Raises
    ------
    FileProblem
        There is neither a column of speech nor one of answers.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    _refuse_codings(filled, file)
    named = columns_of(filled[0]) if filled else {}
    if "answer" in named and "question" in named:
        return _answers(_long_form(filled[1:], named), filled[0], {})
    speech = speech_columns(filled)
    if speech:
        return Contents(tuple(speech_lines(filled[speech[1] :], speech[0])))
    if len(filled) > 1 and (questions := _open_questions(filled)):
        return _wide_form(filled, named.get("person"), questions)
    what = "there is no column of turns or of answers in this table"
    remedy = "name the columns: time, speaker, text; or: respondent, question, answer"
    raise FileProblem(what, where=file.name, remedy=remedy)


def _refuse_codings(rows: Sequence[Row], file: File) -> None:
    """Refuse a table of what people coded or claimed: it is imported, not read as a transcript."""
    heads = {fold(head) for head in rows[0]} if rows else set()
    if all(heads & names for names in CODINGS):
        what = "this is a table of codings and no transcript"
        remedy = "import it once its sources are there: qualcode code --from {file}"
        raise FileProblem(what, where=file.name, remedy=remedy, file=file.name)
    if {"claim", "codes"} <= heads:
        what = "this is a table of themes and no transcript"
        remedy = "import it once its codes are there: qualcode theme --from {file}"
        raise FileProblem(what, where=file.name, remedy=remedy, file=file.name)


_Answer = tuple[str, str, str]
"""Question, person, words."""


def _long_form(rows: Sequence[Row], named: Mapping[str, int]) -> Iterator[_Answer]:
    for number, row in enumerate(rows, start=1):
        cell = {kind: row[place].strip() for kind, place in named.items() if place < len(row)}
        person = cell.get("person") or cell.get("speaker") or f"R{number}"
        yield cell.get("question", ""), person, cell.get("answer", "")


def _wide_form(rows: Sequence[Row], person: int | None, questions: Sequence[int]) -> Contents:
    heads, people = rows[0], rows[1:]
    labels = [_cell(row, person) or f"R{number}" for number, row in enumerate(people, start=1)]
    answers = ((heads[place], label, _cell(row, place))
               for place in questions for label, row in zip(labels, people, strict=True))  # fmt: skip
    closed = [place for place in range(len(heads)) if place not in questions and place != person]
    about = {
        label: {heads[place].strip(): _cell(row, place) for place in closed if _cell(row, place)}
        for label, row in zip(labels, people, strict=True)
    }
    return _answers(answers, heads, about)


def _answers(answers: Iterator[_Answer], heads: Row, about: Mapping[str, Mapping[str, str]]) -> Contents:
    """Write each question once, as an interviewer's turn, above its answers."""
    grouped: dict[str, list[tuple[str, str]]] = defaultdict(list)
    empty = 0
    for question, person, words in answers:
        if words:
            grouped[question].append((person, words))
        else:
            empty += 1
    everything = " ".join([*heads, *(words for given in grouped.values() for _, words in given)])
    asking = QUESTION_LABEL[_language(everything)]
    lines: list[Line] = []
    for question, given in grouped.items():
        lines += [Line("")] if lines else []
        lines += [spoken_line(asking, question)] if question else []
        lines += [spoken_line(person, words) for person, words in given]
    note = Note("{count} empty answers were left out", {"count": empty})
    return Contents(
        tuple(lines),
        kind=SourceKind.OPEN_ANSWERS,
        roles={asking: Role.INTERVIEWER}
        | {person: Role.INFORMANT for given in grouped.values() for person, _ in given},
        people=about,
        notes=(note,) if empty else (),
    )


def _language(text: str) -> str:
    from qualcode.lang import detect

    language = detect(text)
    return language if language in QUESTION_LABEL else "en"


def _open_questions(rows: Sequence[Row]) -> list[int]:
    """Return the columns whose cells are sentences, mostly of their own."""
    found = []
    for place in range(len(rows[0])):
        cells = [cell for row in rows[1:] if (cell := _cell(row, place))]
        if (
            cells
            and mean(len(cell.split()) for cell in cells) >= _FEWEST_WORDS
            and len(set(cells)) * 2 > len(cells)
        ):
            found.append(place)
    return found


def _cell(row: Row, place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""
