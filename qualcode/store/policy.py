"""Who may see and do what: decided here, and nowhere else.

A coder is blind to what other coders did until they are released; supervisors see everything and change
nothing of others'. What withdrawn consent takes away, nobody sees. Suggestions show once the source has been
coded through for their code, so that a machine's proposal does not anchor a reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, false, not_, or_, select

from qualcode.errors import NotAllowed
from qualcode.model import Coder, CoderRole, ConsentState, Guid, MemoOn, Record
from qualcode.model.forms import kind_of
from qualcode.store.schema import events, table_of, withheld

PERSONAL = frozenset({"coding", "decision", "reading", "notasked", "condensation", "memo", "review"})
"""Kinds that belong to a coder."""

CONTENT = PERSONAL | {"translation"}
"""Kinds whose history shows only as far as the records themselves do."""

ON_BEHALF = frozenset(
    {
        "apply_codebook",
        "erase",
        "merge_code",
        "recode",
        "redo",
        "remove_code",
        "revise",
        "split_code",
        "undo",
    }
)
"""Actions that may write for other coders: whole-codebook work, and taking back one's own."""

TAKING_ALONG = frozenset({"accept_proposal", "change_coding", "uncode"})
"""Actions on a coding of one's own that move or take along what others noted on it, and said of it."""

NOTES = frozenset({"condensation", "memo", "review"})
"""Kinds that are about a coding."""

FOR_THE_ABSENT = frozenset({"import_codings", "import_review", "remove_source"})
"""Actions that may write for coders who never acted here themselves; a supervisor's, for any coder."""


@dataclass(frozen=True)
class Sight:
    """What one actor can see.

    Attributes
    ----------
    actor
        As stored; as given where they are not in the project yet, without any rights.
    coder_ids
        Whose work shows; None for everyone's.
    gone
        Sources out of sight altogether: all their informants withdrew.
    partly
        Whether anything is out of sight for want of consent.
    """

    actor: Coder
    coder_ids: frozenset[Guid] | None
    gone: frozenset[Guid] = frozenset()
    partly: bool = False

    @property
    def supervises(self) -> bool:
        """Whether the actor is a supervisor."""
        return self.actor.role is CoderRole.SUPERVISOR

    def shows_work_of(self, coder_id: Guid) -> bool:
        """Say whether that coder's work is to be seen."""
        return self.coder_ids is None or coder_id in self.coder_ids


def sight_of(connection: Connection, actor: Coder) -> Sight:
    """Work out what an actor can see now."""
    table = table_of("coder")
    rows = connection.execute(select(table.c.id, table.c.role, table.c.released, table.c.seq)).all()
    stored = next((row for row in rows if row.id == actor.id), None)
    role = CoderRole(stored.role) if stored else CoderRole.CODER
    known = Coder(id=actor.id, handle=actor.handle, role=role, seq=stored.seq if stored else 0)
    visible = {actor.id, *(row.id for row in rows if row.released)}
    everyone = role is CoderRole.SUPERVISOR or visible.issuperset(row.id for row in rows)
    whole = withheld.c.revision_id.is_(None)
    return Sight(
        actor=known,
        coder_ids=None if everyone else frozenset(visible),
        gone=frozenset(connection.execute(select(withheld.c.source_id).where(whole)).scalars()),
        partly=connection.execute(_withdrawn_cases().limit(1)).first() is not None,
    )


def conditions(kind: str, sight: Sight) -> list[ColumnElement[bool]]:
    """Return what a row of that kind must meet for this actor to see it (suggestions: see `suggestions`)."""
    found = _not_withheld(kind, sight) if sight.partly else []
    if kind == "suggestion":
        found.append(_for(sight.actor.id))
    if sight.coder_ids is not None and kind in PERSONAL:
        table, coding = table_of(kind), table_of("coding")
        seen: ColumnElement[bool] = table.c.coder_id.in_(sorted(sight.coder_ids))
        if kind == "review":
            mine = select(coding.c.id).where(coding.c.coder_id == sight.actor.id)
            seen = or_(seen, table.c.coding_id.in_(mine))
        found.append(seen)
    return found


def _for(actor_id: Guid) -> ColumnElement[bool]:
    """Return what a suggestion must meet to be for this actor.

    A method that learns names its coder behind a colon: what it proposes tells of codings that others may not
    see. Where it has proposed anything for a text, that stands in place of what everybody is shown.
    """
    method, revision = table_of("suggestion").c.method, table_of("suggestion").c.revision_id
    own = method.endswith(f":{actor_id}")
    return or_(own, and_(method.not_like("%:%"), revision.not_in(select(revision).where(own))))


def _not_withheld(kind: str, sight: Sight) -> list[ColumnElement[bool]]:
    table, gone = table_of(kind), sorted(sight.gone)
    found: list[ColumnElement[bool]] = []
    if kind == "source":
        found.append(table.c.id.not_in(gone))
    if "source_id" in table.c:
        found.append(table.c.source_id.not_in(gone))
    if "revision_id" in table.c and kind != "reading":
        found.append(not_(_touches_withheld(table.c.revision_id, table.c.start, table.c.end)))
    if kind == "coding":
        silent = select(table_of("speaker").c.id).where(table_of("speaker").c.case_id.in_(_withdrawn_cases()))
        found.append(or_(table.c.speaker_id.is_(None), table.c.speaker_id.not_in(silent)))
    if kind in ("condensation", "review"):
        found.append(table.c.coding_id.in_(_shown("coding", sight)))
    if kind == "memo":
        found.append(_memo_not_withheld(sight))
    return found


def _memo_not_withheld(sight: Sight) -> ColumnElement[bool]:
    memo = table_of("memo")
    hidden = {
        MemoOn.SOURCE: memo.c.target_id.not_in(_shown("source", sight)),
        MemoOn.CODING: memo.c.target_id.not_in(_shown("coding", sight)),
        MemoOn.CASE: memo.c.target_id.in_(_withdrawn_cases()),
        MemoOn.CELL: memo.c.target_id.in_(_withdrawn_cases()),
        MemoOn.SPAN: or_(
            memo.c.target_id.not_in(_shown("revision", sight)),
            _touches_withheld(memo.c.target_id, memo.c.start, memo.c.end),
        ),
    }
    return not_(or_(*(and_(memo.c.about == about.value, out) for about, out in hidden.items())))


def _shown(kind: str, sight: Sight) -> "Select[tuple[str]]":
    return select(table_of(kind).c.id).where(*_not_withheld(kind, sight))


def _touches_withheld(
    revision_id: ColumnElement[str], start: ColumnElement[int], end: ColumnElement[int]
) -> ColumnElement[bool]:
    return exists().where(
        withheld.c.revision_id == revision_id, withheld.c.start < end, withheld.c.end > start
    )


def _withdrawn_cases() -> "Select[tuple[str]]":
    table = table_of("case")
    return select(table.c.id).where(table.c.consent != ConsentState.GIVEN.value)


def suggestions(read: Mapping[Guid, frozenset[Guid]]) -> ColumnElement[bool]:
    """Return what a suggestion must meet: its source was coded through for its code.

    Parameters
    ----------
    read
        Per source coded through, the codes.
    """
    table = table_of("suggestion")
    sources: dict[frozenset[Guid], list[Guid]] = {}
    for source_id, codes in sorted(read.items()):
        sources.setdefault(codes, []).append(source_id)
    return or_(
        false(),
        *(
            and_(table.c.source_id.in_(source_ids), table.c.code_id.in_(sorted(codes)))
            for codes, source_ids in sources.items()
        ),
    )


@dataclass(frozen=True)
class Rights:
    """What an actor may do to coders' places in the project.

    Attributes
    ----------
    supervises
        The actor is a supervisor.
    supervised
        The project has a supervisor; until it has, a coder may become one.
    present
        Handles of the coders who have acted here themselves: nobody else speaks for them.
    """

    supervises: bool
    supervised: bool
    present: Mapping[Guid, str] = field(default_factory=dict)


def rights_of(connection: Connection, actor: Coder) -> Rights:
    """Work out what an actor may do now."""
    coder = table_of("coder")
    supervisors = select(coder.c.id).where(coder.c.role == CoderRole.SUPERVISOR.value)
    ids = set(connection.execute(supervisors).scalars())
    acted = select(coder.c.id, coder.c.handle).where(coder.c.id.in_(select(events.c.actor_id)))
    present = {row.id: row.handle for row in connection.execute(acted)}
    return Rights(supervises=actor.id in ids, supervised=bool(ids), present=present)


def check_write(
    actor: Coder,
    action: str,
    before: Record | None,
    after: Record | None,
    *,
    rights: Callable[[], Rights],
) -> None:
    """Refuse a write that the actor may not make; `rights` is asked only where they matter.

    Raises
    ------
    NotAllowed
    """
    for record in (before, after):
        if record is None or action in ON_BEHALF or kind_of(record) not in PERSONAL:
            continue
        coder_id: Guid = getattr(record, "coder_id", "")
        if coder_id == actor.id or (action in TAKING_ALONG and kind_of(record) in NOTES):
            continue
        if action not in FOR_THE_ABSENT:
            raise NotAllowed(
                "{actor} cannot change the {kind} of another coder",
                remedy="leave a review on it instead",
                actor=actor.handle,
                kind=kind_of(record),
            )
        if coder_id in rights().present and not rights().supervises:
            raise NotAllowed(
                "{actor} cannot add or take away work of {coder}, who works in this project",
                remedy="let {coder} do it, or a supervisor",
                actor=actor.handle,
                coder=rights().present[coder_id],
            )
    taking_back = action in ("undo", "redo")  # of one's own actions only
    if isinstance(before, Coder) and not taking_back and not rights().supervises:
        promoted = isinstance(after, Coder) and after.role is not before.role and rights().supervised
        if before.id != actor.id or after is None or promoted:
            raise NotAllowed(
                "{actor} cannot change {coder}'s place in the project",
                remedy="ask a supervisor",
                actor=actor.handle,
                coder=before.handle,
            )
