"""The tables: one per kind of record, and what the store keeps beside them.

A record's columns are its fields, in their order; a field that holds several values is JSON text (`JSON`).
Foreign keys are checked when an action ends, so that its records may be put in any order.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

JSON = {"json": True}
"""Marks a column of JSON text."""


def _text(name: str, **options: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **options)


def _number(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _json(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, info=JSON)


def _to(name: str, target: str, *, nullable: bool = False, derived: bool = False) -> Column[str]:
    """Make a reference to another record; derived data goes with what it refers to."""
    ondelete = "CASCADE" if derived else None
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED", ondelete=ondelete)
    return Column(name, Text, key, nullable=nullable)


def _record(kind: str, *rest: Column[Any] | Index) -> Table:
    id_ = Column("id", Text, primary_key=True, nullable=False)
    return Table(kind, metadata, id_, _number("seq"), *rest)


_record("coder", _text("handle", unique=True), _text("role"), _flag("released"))

_record("setting", _text("name", unique=True), _text("value"))

_record(
    "case",
    _text("name", unique=True),
    _json("attributes"),
    _text("pseudonym"),
    _text("consent"),
    _text("consent_date"),
    _text("consent_scope"),
    _text("naming"),
)

_record(
    "source",
    _text("name", unique=True),
    _text("kind"),
    _text("language"),
    _to("translates", "source", nullable=True),
    _text("file_name"),
    _text("file_sha256"),
    _text("reader"),
    _json("attributes"),
)

_record(
    "revision",
    _to("source_id", "source"),
    _number("number"),
    _to("text_sha256", "texts"),
    _json("turns"),
    _flag("redacted"),
    Index("revision_of_source", "source_id", "number", unique=True),
)

_record(
    "speaker",
    _to("source_id", "source"),
    _text("label"),
    _text("name"),
    _text("role"),
    _flag("confirmed"),
    _to("case_id", "case", nullable=True),
    Index("speaker_in_source", "source_id", "label", unique=True),
    Index("speaker_of_case", "case_id"),
)

_record(
    "pseudonym",
    _text("name", unique=True),
    _text("replacement"),
    _text("kind"),
    _to("case_id", "case", nullable=True),
    Index("pseudonym_of_case", "case_id"),
)

_record("codebook", _text("key"), _json("title"), _number("version"))

_record("framework", _text("key", unique=True), _json("name"), _json("definition"), _number("position"))

_record(
    "code",
    _text("key", unique=True),
    _to("framework_id", "framework"),
    _to("parent_id", "code", nullable=True),
    _number("position"),
    _json("name"),
    _json("definition"),
    _json("include"),
    _json("exclude"),
    _json("examples"),
    _json("keywords"),
    _json("not_keywords"),
    _text("color"),
    _number("created_in"),
    _number("changed_in"),
    Index("code_in_framework", "framework_id"),
    Index("code_below", "parent_id"),
)

_record(
    "coding",
    _to("coder_id", "coder"),
    _to("code_id", "code"),
    _to("source_id", "source"),
    _to("revision_id", "revision"),
    _number("start", nullable=True),
    _number("end", nullable=True),
    _text("quote"),
    _text("before"),
    _text("after"),
    _number("turn", nullable=True),
    _to("speaker_id", "speaker", nullable=True),
    _text("reference"),
    _text("origin"),
    _to("decision_id", "decision", nullable=True),
    _text("at"),
    _number("codebook_version"),
    _flag("suggestion_shown"),
    _flag("negative"),
    _flag("pinned"),
    Index("coding_once", "coder_id", "code_id", "revision_id", "start", "end", unique=True),
    Index("coding_with_code", "code_id"),
    Index("coding_in_source", "source_id", "start"),
    Index("coding_in_revision", "revision_id"),
    Index("coding_of_speaker", "speaker_id"),
    Index("coding_by_decision", "decision_id"),
)

_record(
    "decision",
    _to("coder_id", "coder"),
    _text("verdict"),
    _text("at"),
    _to("source_id", "source"),
    _to("revision_id", "revision"),
    _number("start"),
    _number("end"),
    _to("code_id", "code"),
    _text("method"),
    _text("version"),
    Column("score", Float, nullable=False),
    _json("evidence"),
    _to("given_code_id", "code", nullable=True),
    Index("decision_by_coder", "coder_id", "source_id"),
    Index("decision_in_source", "source_id", "start"),
    Index("decision_in_revision", "revision_id"),
    Index("decision_on_code", "code_id"),
    Index("decision_for_code", "given_code_id"),
)

_record(
    "reading",
    _to("coder_id", "coder"),
    _to("source_id", "source"),
    _to("revision_id", "revision"),
    _number("start"),
    _number("end"),
    _json("code_ids"),
    _number("codebook_version"),
    _text("at"),
    Index("reading_by_coder", "coder_id", "source_id"),
    Index("reading_in_source", "source_id"),
    Index("reading_in_revision", "revision_id"),
)

_record(
    "notasked",
    _to("coder_id", "coder"),
    _to("source_id", "source"),
    _to("code_id", "code"),
    Index("notasked_once", "coder_id", "source_id", "code_id", unique=True),
    Index("notasked_in_source", "source_id"),
    Index("notasked_code", "code_id"),
)

_record(
    "condensation",
    _to("coding_id", "coding"),
    _to("coder_id", "coder"),
    _text("text"),
    _text("at"),
    Index("condensation_once", "coding_id", "coder_id", unique=True),
    Index("condensation_by_coder", "coder_id"),
)

_record(
    "review",
    _to("coding_id", "coding"),
    _to("coder_id", "coder"),
    _text("remark"),
    _to("code_id", "code", nullable=True),
    _text("text"),
    _text("at"),
    Index("review_of_coding", "coding_id"),
    Index("review_by_coder", "coder_id"),
    Index("review_for_code", "code_id"),
)

_record(
    "memo",
    _to("coder_id", "coder"),
    _text("text"),
    _text("about"),
    Column("target_id", Text, nullable=True),
    _number("start", nullable=True),
    _number("end", nullable=True),
    _to("code_id", "code", nullable=True),
    _text("at"),
    Index("memo_on", "target_id"),
    Index("memo_by_coder", "coder_id"),
    Index("memo_with_code", "code_id"),
)

_record(
    "theme",
    _text("name", unique=True),
    _text("claim"),
    _to("coder_id", "coder"),
    _text("at"),
    _json("code_ids"),
    _json("evidence_for"),
    _json("evidence_against"),
    _json("verdicts"),
    _number("position"),
    _json("relations"),
    Index("theme_by_coder", "coder_id"),
)

_record(
    "translation",
    _to("source_id", "source"),
    _to("revision_id", "revision"),
    _number("start"),
    _number("end"),
    _text("language"),
    _text("text"),
    _text("translator"),
    Index("translation_in_source", "source_id", "start"),
    Index("translation_in_revision", "revision_id"),
)

# Derived data, outside the history.
_record(
    "suggestion",
    _to("source_id", "source", derived=True),
    _to("revision_id", "revision", derived=True),
    _number("start"),
    _number("end"),
    _to("code_id", "code", derived=True),
    _text("method"),
    _text("version"),
    Column("score", Float, nullable=False),
    _json("evidence"),
    Index("suggestion_in_source", "source_id", "start"),
    Index("suggestion_in_revision", "revision_id", "method"),
    Index("suggestion_of_code", "code_id"),
)

withheld = Table(
    "withheld",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("source_id"),
    Column("revision_id", Text, nullable=True),
    _number("start", nullable=True),
    _number("end", nullable=True),
    Index("withheld_in_revision", "revision_id", "start"),
)
"""What withdrawn consent takes out of sight: stretches of revisions, and whole sources (no revision)."""

texts = Table("texts", metadata, Column("id", Text, primary_key=True, nullable=False), _text("text"))
"""Every text once, by its SHA-256."""

originals = Table(
    "originals",
    metadata,
    Column("source_id", Text, primary_key=True, nullable=False),
    Column("sha256", Text, primary_key=True, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes of the files that sources were read from, those of earlier revisions too."""

exports = Table(
    "exports",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("at"),
    _text("actor_id"),
    _text("actor"),
    _text("path"),
    _json("case_ids"),
)
"""What left the project, so that it can be found when consent is withdrawn."""

counter = Table(
    "counter",
    metadata,
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
    _number("seq"),
)
"""The number of the last event, in one row that a writer locks."""

events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("id", unique=True),
    _text("actor_id"),
    _text("actor"),
    _text("at"),
    _text("action"),
    Column("undoes", Text, nullable=True),
    _text("summary"),
)

changes = Table(
    "changes",
    metadata,
    Column("event_seq", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("id"),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    _number("format"),
    sqlite_with_rowid=False,
)
"""What each event changed, as JSON forms; neither before nor after where an erased case took them along."""

ORDER: dict[str, tuple[str, ...]] = {
    "case": ("name",),
    "code": ("framework_id", "parent_id", "position", "key"),
    "codebook": ("key",),
    "coder": ("handle",),
    "coding": ("source_id", "start", "end", "code_id", "coder_id", "id"),
    "condensation": ("at", "id"),
    "decision": ("source_id", "start", "end", "code_id", "at", "id"),
    "framework": ("position", "key"),
    "memo": ("at", "id"),
    "notasked": ("source_id", "code_id", "id"),
    "pseudonym": ("name",),
    "reading": ("source_id", "start", "end", "at", "id"),
    "review": ("at", "id"),
    "revision": ("source_id", "number"),
    "setting": ("name",),
    "source": ("name",),
    "speaker": ("source_id", "label"),
    "suggestion": ("source_id", "start", "end", "score", "code_id", "id"),
    "theme": ("position", "name"),
    "translation": ("source_id", "start", "end", "language", "id"),
}
"""The order in which records are read; the same on every database."""


def table_of(kind: str) -> Table:
    """Return the table of a kind of record."""
    return metadata.tables[kind]
