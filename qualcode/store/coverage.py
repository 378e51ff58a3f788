"""What a coder has been through, so that suggestions show only afterwards."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from qualcode.model import Guid, Reading, Revision, Role, Span
from qualcode.store.queries import read_records
from qualcode.store.schema import table_of, texts


def coded_through(connection: Connection, coder_id: Guid) -> dict[Guid, frozenset[Guid]]:
    """Return the sources a coder has coded through, each with the codes that were looked for.

    A source is coded through when readings of one of its revisions cover every informant's turn; where no
    informant speaks, every turn; where there are no turns, the whole text. A reading for the whole codebook
    is for the codes that there were then, not for those made since.
    """
    by_revision: dict[Guid, list[Reading]] = defaultdict(list)
    for reading in read_records(connection, "reading", filters={"coder_id": coder_id}):
        by_revision[reading.revision_id].append(reading)
    code = table_of("code")
    made = {row.id: row.created_in for row in connection.execute(select(code.c.id, code.c.created_in))}
    found: dict[Guid, frozenset[Guid]] = {}
    for revision in read_records(connection, "revision", filters={"id": list(by_revision)}):
        wanted = _wanted(connection, revision)
        readings = by_revision[revision.id]
        through = {
            code_id
            for code_id, version in made.items()
            if _covers((each for each in readings if _is_for(each, code_id, version)), wanted)
        }
        found[revision.source_id] = found.get(revision.source_id, frozenset()) | through
    return found


def _is_for(reading: Reading, code_id: Guid, made_in: int) -> bool:
    return code_id in reading.code_ids if reading.code_ids else made_in <= reading.codebook_version


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
