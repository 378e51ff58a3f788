"""A consistent look at the project through one actor's eyes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, not_, select

from qualcode.errors import NotAllowed, RecordNotFound
from qualcode.model import Codebook, Coder, Event, Guid, Review, Setting, Source, Suggestion
from qualcode.model.forms import KINDS, kind_of
from qualcode.model.history import Change
from qualcode.store import codebooks, consent, policy
from qualcode.store.coverage import coded_through
from qualcode.store.exports import Export, read_exports
from qualcode.store.history import Written, as_change, read_events, read_written
from qualcode.store.queries import count_rows, read_columns, read_records
from qualcode.store.rows import R, loads
from qualcode.store.schema import counter, originals, table_of, texts
from qualcode.store.standing import redoable, undoable

SHOW_SUGGESTIONS = "show_suggestions"
"""The setting that says when suggestions show: ``"always"``, else once a source is coded through."""


RECENT = 500
"""Events at the end of the history that are looked through first for what can be taken back."""


class View:
    """What one actor sees of a project, as it was when the view was opened.

    Filters are fields with a value, or with a list, tuple or set of values, any of which will do.
    """

    def __init__(self, connection: Connection, actor: Coder) -> None:
        self._connection = connection
        self.actor = actor
        self._codebooks: dict[int | None, Codebook | None] = {}

    @cached_property
    def sight(self) -> policy.Sight:
        """What the actor can see."""
        return policy.sight_of(self._connection, self.actor)

    @property
    def seq(self) -> int:
        """Number of the last event."""
        found: int = self._connection.execute(select(counter.c.seq)).scalar_one()
        return found

    @property
    def suggested(self) -> tuple[int, int]:
        """The last number and the count of suggestions, which change outside the history."""
        c = table_of("suggestion").c
        last, count = self._connection.execute(select(func.max(c.seq), func.count())).one()
        return last or 0, count

    def get(self, record_type: type[R], record_id: Guid) -> R | None:
        """Return the record with that id, None where there is none that this actor may see."""
        return next(iter(self.all(record_type, id=record_id)), None)

    def all(self, record_type: type[R], **filters: Any) -> list[R]:
        """Return the records that match, in the order of their kind."""
        kind = kind_of(record_type)
        found: list[R] = read_records(self._connection, kind, self._conditions(kind), filters)
        return found

    def count(self, record_type: type[R], **filters: Any) -> int:
        """Return how many records match."""
        kind = kind_of(record_type)
        return count_rows(self._connection, kind, self._conditions(kind), filters)

    def columns(self, record_type: type[R], names: Sequence[str], **filters: Any) -> dict[str, list[Any]]:
        """Return fields of the records that match, as lists of plain values, for frames."""
        kind = kind_of(record_type)
        return read_columns(self._connection, kind, names, self._conditions(kind), filters)

    def uses(self, code_ids: Iterable[Guid]) -> dict[Guid, int]:
        """Return how many codings each code has, by anyone: figures alone, so that nothing in use goes."""
        chosen = {"code_id": list(code_ids)}
        return dict(Counter(read_columns(self._connection, "coding", ["code_id"], (), chosen)["code_id"]))

    def codebook(self, at_version: int | None = None) -> Codebook | None:
        """Return the codebook with its frameworks and codes, as it is or as it was in a version.

        Raises
        ------
        RecordNotFound
            There never was such a version.
        """
        if at_version not in self._codebooks:
            self._codebooks[at_version] = codebooks.assemble(self._connection, at_version)
        return self._codebooks[at_version]

    def text(self, revision_id: Guid) -> str:
        """Return a revision's text; without consent a character is blocked out (U+2588), offsets stay.

        Raises
        ------
        RecordNotFound
        """
        revision = table_of("revision")
        text = self._connection.execute(
            select(texts.c.text)
            .join(revision, revision.c.text_sha256 == texts.c.id)
            .where(revision.c.id == revision_id, *self._conditions("revision"))
        ).scalar()
        if text is None:
            raise RecordNotFound("there is no text of a revision {revision}", revision=revision_id)
        return consent.block_out(self._connection, revision_id, text) if self.sight.partly else text

    def original(self, source_id: Guid) -> bytes:
        """Return the bytes of the file that a source was read from last.

        Raises
        ------
        RecordNotFound
        NotAllowed
            An informant in it withdrew consent.
        """
        source = table_of("source")
        latest = (source.c.id == originals.c.source_id) & (source.c.file_sha256 == originals.c.sha256)
        data: bytes | None = self._connection.execute(
            select(originals.c.data).join(source, latest).where(originals.c.source_id == source_id)
        ).scalar()
        if data is None or self.get(Source, source_id) is None:
            raise RecordNotFound("there is no file of a source {source}", source=source_id)
        if self.sight.partly and consent.is_touched(self._connection, source_id):
            raise NotAllowed("the file holds words of somebody who withdrew consent")
        return data

    def settings(self) -> dict[str, str]:
        """Return the project's settings."""
        return {setting.name: setting.value for setting in self.all(Setting)}

    def events(self, limit: int | None = None, since: int = 0) -> list[Event]:
        """Return the history after `since`, oldest first; with a limit, the latest that many.

        What a coder whose work does not show did is listed without its summary, but for what they said of the
        actor's own codings.
        """
        found = read_events(self._connection, since=since, limit=limit)
        hidden = {each.seq for each in found if not self.sight.shows_work_of(each.actor_id)}
        if hidden:
            reviews = read_written(self._connection, since=min(hidden) - 1, kinds=[kind_of(Review)])
            hidden -= {each.seq for each in reviews if each.seq in hidden and self._shows(each)}
        return [replace(each, summary="") if each.seq in hidden else each for each in found]

    def changes(self, since: int = 0) -> list[tuple[Event, Change]]:
        """Return what was done after the event `since`, as far as this actor may see it, oldest first."""
        by_seq = {event.seq: event for event in self.events(since=since)}
        written = read_written(self._connection, since=since)
        return [(by_seq[each.seq], as_change(each)) for each in written if self._shows(each)]

    def changes_of(self, record_id: Guid, *, kinds: Sequence[str]) -> list[tuple[Event, Change]]:
        """Return what was done to a record, and to others of these kinds that name it, oldest first."""
        written = read_written(self._connection, kinds=kinds, naming=record_id)
        shown = [each for each in written if self._shows(each)]
        first = min((each.seq for each in shown), default=1)
        by_seq = {event.seq: event for event in self.events(since=first - 1)}
        return [(by_seq[each.seq], as_change(each)) for each in shown]

    def next_back(self) -> tuple[Event | None, Event | None]:
        """Return what the actor's undo would take back, and which of their undos redo would take back.

        Whether either is refused shows only when it is tried.
        """
        for limit in (RECENT, None):
            events = self.events(limit=limit)
            undo = next(undoable(events, self.actor.id), None)
            if undo or len(events) < RECENT:
                break
        return undo, redoable(events, self.actor.id)

    def hidden_suggestions(self) -> dict[Guid, int]:
        """Return, per source, how many suggestions do not show to this actor yet."""
        table = table_of("suggestion")
        shown = self._shown_suggestions
        if shown is None:
            return {}
        found = self._connection.execute(
            select(table.c.source_id, func.count())
            .where(not_(shown), *policy.conditions("suggestion", self.sight))
            .group_by(table.c.source_id)
            .order_by(table.c.source_id)
        )
        return {row[0]: row[1] for row in found}

    def exports(self) -> list[Export]:
        """Return what left the project, oldest first."""
        return read_exports(self._connection)

    def _shows(self, change: Written) -> bool:
        """Say whether a change's content shows: the record's owner does, and no consent stands against it."""
        if change.erased or change.kind not in policy.CONTENT:
            return True
        if self.sight.partly:
            return self.get(KINDS[change.kind], change.id) is not None
        forms = (loads(text) for text in (change.before, change.after) if text is not None)
        if all(self.sight.shows_work_of(form.get("coder_id", self.sight.actor.id)) for form in forms):
            return True
        return (
            change.kind == kind_of(Review) and self.get(Review, change.id) is not None
        )  # of one's own coding

    def _conditions(self, kind: str) -> list[ColumnElement[bool]]:
        found = policy.conditions(kind, self.sight)
        if kind == kind_of(Suggestion) and self._shown_suggestions is not None:
            found.append(self._shown_suggestions)
        return found

    @cached_property
    def _shown_suggestions(self) -> ColumnElement[bool] | None:
        if self.settings().get(SHOW_SUGGESTIONS) == "always":
            return None
        return policy.suggestions(coded_through(self._connection, self.sight.actor.id))
