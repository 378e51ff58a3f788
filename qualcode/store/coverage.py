"""What a coder has been through, so that suggestions show only afterwards."""

from collections import defaultdict

from sqlalchemy import Connection, func, select

from qualcode.model import Guid, Reading, Revision, Role, Span, is_read_for, material
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
            code_id for code_id, version in made.items() if is_read_for(readings, code_id, version, wanted)
        }
        found[revision.source_id] = found.get(revision.source_id, frozenset()) | through
    return found


def _wanted(connection: Connection, revision: Revision) -> list[Span]:
    speaker = table_of("speaker")
    informants = connection.execute(
        select(speaker.c.label).where(
            speaker.c.source_id == revision.source_id, speaker.c.role == Role.INFORMANT.value
        )
    ).scalars()
    length = connection.execute(
        select(func.length(texts.c.text)).where(texts.c.id == revision.text_sha256)
    ).scalar()
    return material(revision, informants, length=length or 0)
