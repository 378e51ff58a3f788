"""Tables of speech: which column holds what, for spreadsheets and for tables in documents."""

import re
from collections.abc import Mapping, Sequence
from statistics import mean

from qualcode.model import Role
from qualcode.readers.draft import Line, Said, lines_of
from qualcode.readers.header import role_in
from qualcode.readers.labels import COLUMNS
from qualcode.readers.marks import fold, mark_of
from qualcode.readers.times import clock, is_time, seconds

Row = Sequence[str]
_SPEECH = {"text", "speaker", "time", "time_end"}


def columns_of(heads: Row) -> dict[str, int]:
    """Return the place of each kind of column that the heads name, first come first served.

    Examples
    --------
    >>> columns_of(["Waktu", "Pembicara", "Teks"])
    {'time': 0, 'speaker': 1, 'text': 2}
    """
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        words = fold(re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", head)).split()
        for kind, names in COLUMNS.items():
            if words and words[0] in names and kind not in found:
                found[kind] = place
                break
    return found


def speech_columns(rows: Sequence[Row]) -> tuple[dict[str, int], bool] | None:
    """Find the columns of a table of speech.

    Returns
    -------
    tuple or None
        Places by kind (``text``, and ``speaker``, ``time``, ``time_end`` where there are such), and whether
        the first row is a head. None for a table of another purpose.
    """
    named = columns_of(rows[0]) if rows else {}
    if "text" in named and ({"speaker", "time"} & set(named)):
        return {kind: place for kind, place in named.items() if kind in _SPEECH}, True
    return _unnamed(rows)


def _unnamed(rows: Sequence[Row]) -> tuple[dict[str, int], bool] | None:
    """Tell the columns of a table without a head by what stands in them."""
    width = max((len(row) for row in rows), default=0)
    rows = [row for row in rows if len(row) > 1]  # a row of one wide cell heads those below it
    if len(rows) < 4 or not 2 <= width <= 4 or any(len(row) != width for row in rows):
        return None
    columns = [[row[place].strip() for row in rows] for place in range(width)]
    times = [place for place, cells in enumerate(columns) if _are_times(cells)]
    rest = [place for place in range(width) if place not in times]
    if not rest:
        return None
    text = max(rest, key=lambda place: mean(map(len, columns[place])))
    speakers = [place for place in rest if place != text and _are_labels(columns[place])]
    if not speakers and not times:
        return None
    found = {"text": text}
    found |= {"speaker": speakers[0]} if speakers else {}
    found |= {"time": times[0]} if times else {}
    return found, False


def _are_times(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(is_time, filled)) > 0.6 * len(filled)


def _are_labels(cells: Sequence[str]) -> bool:
    filled = [fold(cell.rstrip(":")) for cell in cells if cell]
    short = all(len(cell) <= 40 for cell in filled)
    return short and 2 <= len(set(filled)) <= max(2, len(filled) // 2) and len(filled) * 2 > len(cells)


def lines_of_table(rows: Sequence[Row]) -> list[Line]:
    """Turn the rows of a table within a document into lines.

    A table of speech gives turns; of any other, a row of two cells reads ``key: value`` and a longer one has
    its cells set apart by bars.
    """
    columns = speech_columns(rows)
    if columns:
        places, headed = columns
        return speech_lines(rows[headed:], places)
    if rows and (labels := speaking_heads(rows[0])):
        said = ((label, row[place].strip()) for row in rows[1:] for place, label in labels.items()
                if place < len(row))  # fmt: skip
        return [spoken_line(label, words) for label, words in said if words]
    if rows and (place := _text_column(rows)) is not None:
        return [line for row in rows[1:] if place < len(row) for line in lines_of(row[place].strip())]
    return [Line(_plain(row)) for row in rows if any(cell.strip() for cell in row)]


def speaking_heads(heads: Row) -> dict[int, str]:
    """Return the columns whose heads name who speaks in them, where one asks and another answers.

    Examples
    --------
    >>> speaking_heads(["No", "Pertanyaan", "Jawaban", "Koding"])
    {1: 'Pertanyaan', 2: 'Jawaban'}
    >>> speaking_heads(["Informan", "Umur"])
    {}
    """
    roles = {place: role for place, head in enumerate(heads) if (role := role_in(head.strip(": ")))}
    if not {Role.INTERVIEWER, Role.INFORMANT} <= set(roles.values()):
        return {}
    return {place: " ".join(heads[place].split()).rstrip(": ") for place in roles}


def _text_column(rows: Sequence[Row]) -> int | None:
    """Return the column headed as the transcript's, where labels stand within it and notes beside it."""
    place = columns_of(rows[0]).get("text")
    if place is None or len(rows[0]) < 2:
        return None
    lines = [line for row in rows[1:] if place < len(row) for line in lines_of(row[place])]
    marks = [mark for line in lines if (mark := mark_of(line)) and mark.label]
    return place if len(marks) > 1 else None


def _plain(row: Row) -> str:
    cells = [cell.strip() for cell in row if cell.strip()]
    if len(cells) == 3 and cells[1] == ":":
        del cells[1]
    if len(cells) == 2 and len(cells[0]) <= 40:
        return f"{cells[0].rstrip(': ')}: {cells[1].removeprefix(':').strip()}"
    return " | ".join(cells)


def speech_lines(rows: Sequence[Row], places: Mapping[str, int]) -> list[Line]:
    """Write one line per row: ``[m:ss] Speaker: words``.

    A row without a speaker goes on with the last; a row of one wide cell is a heading.
    """
    lines: list[Line] = []
    speaker = ""
    width = max(map(len, rows), default=0)
    for row in rows:
        cell = {kind: row[place].strip() for kind, place in places.items() if place < len(row)}
        words = cell.get("text", "")
        speaker = " ".join(cell.get("speaker", "").rstrip(": ").split()) or speaker
        if not words:
            if len(filled := [cell.strip() for cell in row if cell.strip()]) == 1 and len(row) < width:
                lines.append(Line(filled[0], heading=True))
            continue
        time = seconds(cell["time"].strip("[]()")) if is_time(cell.get("time", "")) else None
        end = seconds(cell["time_end"].strip("[]()")) if is_time(cell.get("time_end", "")) else None
        lines.append(spoken_line(speaker, words, time, end))
    return lines


def spoken_line(speaker: str, words: str, time: float | None = None, end: float | None = None) -> Line:
    """Return a readable line whose words are known to be one speaker's."""
    head = f"[{clock(time)}] " if time is not None else ""
    head += f"{speaker}: " if speaker else ""
    return Line(head + words, said=Said(speaker, len(head), time, end))
