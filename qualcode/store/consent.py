"""What withdrawn consent takes out of sight, kept as a table of stretches that every view goes by."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, exists, insert, select

from qualcode.model import Case, ConsentState, Guid, Revision, Role, Speaker
from qualcode.store.queries import read_records
from qualcode.store.schema import withheld

BLOCK = "\u2588"
"""Stands for each character that is out of sight."""


def rebuild(connection: Connection) -> None:
    """Work out anew what is out of sight; called when a case, a speaker or a revision changed."""
    connection.execute(delete(withheld))
    cases: list[Case] = read_records(connection, "case")
    silent = {case.id for case in cases if case.consent is not ConsentState.GIVEN}
    if not silent:
        return
    speakers: list[Speaker] = read_records(connection, "speaker")
    spoken = {each.source_id for each in speakers if each.case_id in silent}
    for source in read_records(connection, "source", filters={"translates": sorted(spoken)}):
        # whose words are whose is not known of a translation, so all of it goes
        connection.execute(insert(withheld).values(source_id=source.id))
    for source_id in sorted(spoken):
        present = [each for each in speakers if each.source_id == source_id]
        informants = [each for each in present if each.role is Role.INFORMANT]
        if all(each.case_id in silent for each in informants):
            connection.execute(insert(withheld).values(source_id=source_id))
        labels = {each.label for each in present if each.case_id in silent}
        for revision in read_records(connection, "revision", filters={"source_id": source_id}):
            for start, end in _stretches(revision, labels):
                values = {"revision_id": revision.id, "start": start, "end": end}
                connection.execute(insert(withheld).values(source_id=source_id, **values))


def block_out(connection: Connection, revision_id: Guid, text: str) -> str:
    """Return a revision's text with what is out of sight blocked out, offsets unchanged."""
    rows = connection.execute(
        select(withheld.c.start, withheld.c.end).where(withheld.c.revision_id == revision_id)
    )
    return blocked(text, [(row.start, row.end) for row in rows])


def blocked(text: str, stretches: list[tuple[int, int]]) -> str:
    """Overwrite stretches of a text character for character; line ends stay."""
    characters = list(text)
    for start, end in stretches:
        characters[start:end] = ["\n" if char == "\n" else BLOCK for char in characters[start:end]]
    return "".join(characters)


def is_touched(connection: Connection, source_id: Guid) -> bool:
    """Say whether anything of a source is out of sight."""
    return bool(connection.execute(select(exists().where(withheld.c.source_id == source_id))).scalar())


def _stretches(revision: Revision, labels: set[str]) -> Iterator[tuple[int, int]]:
    for turn in revision.turns:
        if turn.speaker in labels:
            yield turn.start, turn.end
