"""What a coder has been through, so that suggestions show only afterwards."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from qualcode.model import Guid, Reading, Revision, Role, Span
from qualcode.store.queries import read_records
from qualcode.store.schema import table_of, texts


def coded_through(connection: Connection, coder_id: Guid) -> dict[Guid, frozenset[Guid]]:
    """Return the sources a coder has coded through, with the codes looked for; empty for all codes.

    A source is coded through when readings of one of its revisions cover every informant's turn; where no
    informant speaks, every turn; where there are no turns, the whole text.
    """
    by_revision: dict[Guid, list[Reading]] = defaultdict(list)
    for reading in read_records(connection, "reading", filters={"coder_id": coder_id}):
        by_revision[reading.revision_id].append(reading)
    found: dict[Guid, frozenset[Guid]] = {}
    for revision in read_records(connection, "revision", filters={"id": list(by_revision)}):
        readings = by_revision[revision.id]
        wanted = _wanted(connection, revision)
        if _covers((each for each in readings if not each.code_ids), wanted):
            found[revision.source_id] = frozenset()
            continue
        codes = {code_id for reading in readings for code_id in reading.code_ids}
        through = {
            code_id
            for code_id in codes
            if _covers((each for each in readings if not each.code_ids or code_id in each.code_ids), wanted)
        }
        if through and found.get(revision.source_id) != frozenset():
            found[revision.source_id] = found.get(revision.source_id, frozenset()) | through
    return found


def _wanted(connection: Connection, revision: Revision) -> list[Span]:
    speaker = table_of("speaker")
    informants = set(
        connection.execute(
            select(speaker.c.label).where(
                speaker.c.source_id == revision.source_id, speaker.c.role == Role.INFORMANT.value
            )
        ).scalars()
    )
    turns = [turn.span for turn in revision.turns if turn.speaker in informants]
    if turns or revision.turns:
        return turns or [turn.span for turn in revision.turns]
    length = connection.execute(
        select(func.length(texts.c.text)).where(texts.c.id == revision.text_sha256)
    ).scalar()
    return [Span(0, length or 0)]


def _covers(readings: Iterable[Reading], wanted: list[Span]) -> bool:
    stretches: list[Span] = []
    for reading in sorted(readings, key=lambda each: each.start):
        if stretches and reading.start <= stretches[-1].end:
            last = stretches.pop()
            stretches.append(Span(last.start, max(last.end, reading.end)))
        else:
            stretches.append(Span(reading.start, reading.end))
    return bool(stretches) and all(any(each.contains(span) for each in stretches) for span in wanted)
