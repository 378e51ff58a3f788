"""The codings frame: one row per coding, and what each of its columns is called and holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from qualcode.locale import translator
from qualcode.tables.matrix import MEANINGS


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a frame.

    Attributes
    ----------
    name
        In frames, CSV files and scripts.
    title
        In documents, in English.
    dtype
        The pandas dtype.
    width
        In characters, for laying out.
    values
        What its values are called in documents, in English, where they are words of ours.
    technical
        For scripts; left out of documents.
    """

    name: str
    title: str
    dtype: str = "str"
    width: int = 14
    values: Mapping[Any, str] | None = None
    technical: bool = False

    @property
    def numeric(self) -> bool:
        """It holds numbers."""
        return self.dtype in ("Int64", "int64", "float64")


KINDS = {
    "interview": "interview",
    "focus_group": "focus group",
    "observation": "observation",
    "document": "document",
    "open_answers": "open answers",
}
ORIGINS = {"by_hand": "by hand", "in_vivo": "in vivo", "decision": "accepted suggestion"}
REVIEWS = {
    "": "",
    "agreed": "agreed",
    "queried": "queried",
    "answered": "answered",
    "proposed": "other code proposed",
    "deviant": "seen as negative case",
}
EXTENTS = {"": "", "passage": "", "sentence": "whole sentences", "turn": "whole turn"}
YES = {False: "", True: "yes"}
RELATIONS = {"": "", "aligned": "aligned", "complements": "complements", "contradicts": "contradicts"}
NO_SOURCE, NO_CODES = "no_source", "no_codes"
ABSENCES = {
    "": "",
    **{state.value: meaning for state, meaning in MEANINGS.items()},
    NO_SOURCE: "no source of this kind in the study",
    NO_CODES: "the theme draws from no code, and no coding was chosen here",
}
"""Why a kind of source says nothing of a theme."""

CODINGS = (
    Column("reference", "Reference", width=16),
    Column("source", "Source", width=14),
    Column("case", "Informant", width=14),
    Column("speaker", "Speaker", width=12),
    Column("kind", "Kind of source", width=13, values=KINDS),
    Column("turn", "Turn", "Int64", width=7),
    Column("time", "Time", "float64", width=9),
    Column("code", "Code", width=18),
    Column("code_path", "Code path", width=30),
    Column("framework", "Framework", width=27),
    Column("quotation", "Quotation", width=64),
    Column("translation", "Translation", width=64),
    Column("translated", "Translation of", width=13, values=EXTENTS),
    Column("translator", "Translator", width=14),
    Column("question", "Question before", width=40),
    Column("condensation", "Condensation", width=32),
    Column("memo", "Memo", width=30),
    Column("coder", "Coder", width=11),
    Column("date", "Date", width=12),
    Column("origin", "Origin", width=13, values=ORIGINS),
    Column("review", "Review", width=13, values=REVIEWS),
    Column("negative", "Speaks against", "bool", width=10, values=YES),
    Column("pinned", "Pinned", "bool", width=9, values=YES, technical=True),
    Column("whole", "Whole sentences", "bool", width=10, values=YES, technical=True),
    Column("language", "Language", technical=True),
    Column("start", "Start", "Int64", technical=True),
    Column("end", "End", "Int64", technical=True),
    Column("code_id", "Code id", technical=True),
    Column("coding_id", "Coding id", technical=True),
    Column("source_id", "Source id", technical=True),
)
"""The columns of the codings frame, in order."""

COUNTS = (
    Column("outline", "Code", width=30),
    Column("informants", "Informants", "int64", width=11),
    Column("sources", "Sources", "int64", width=11),
    Column("passages", "Passages", "int64", width=11),
    Column("codings", "Codings", "int64", width=11),
    Column("informants_against", "Informants against", "int64", width=11),
    Column("sources_against", "Sources against", "int64", width=11),
    Column("passages_against", "Passages against", "int64", width=11),
    Column("codings_against", "Codings against", "int64", width=11),
    Column("title", "Theme or code", width=26),
    Column("claim", "Definition or claim", width=40),
    Column("relation", "Relation", width=13, values=RELATIONS),
    Column("verdict", "Verdict", width=40),
    Column("evidence", "Evidence", width=60),
    Column("evidence_against", "Evidence against", width=60),
    Column("absence", "Why there is none", width=20, values=ABSENCES),
    Column("conclusion", "Conclusion", width=30),
)
"""The columns of counts and summaries that the codings frame does not have."""

PARTS = (
    Column("code_name", "Code", width=20),
    Column("category", "Category", width=20),
    Column("theme", "Theme", width=24),
    Column("definition", "Definition", width=40),
    Column("include", "Include", width=30),
    Column("exclude", "Exclude", width=30),
    Column("examples", "Examples", width=34),
    Column("keywords", "Keywords", width=24),
    Column("spoken_in", "Sources", width=16),
    Column("action", "Action", width=20),
    Column("times", "Times", "int64", width=8),
    Column("what", "What", width=40),
    Column("before", "Words before", width=24),
    Column("after", "Words after", width=24),
    Column("neighbours", "Other codes", width=24),
)
"""The columns of an appendix's parts that neither of the others has."""

_BY_NAME = {column.name: column for column in (*CODINGS, *COUNTS, *PARTS)}


def codings_frame(data: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Make the codings frame from its columns, each as long as the others.

    Text is empty where there is nothing, ``turn``, ``start`` and ``end`` are None, ``time`` is NaN or None.
    """
    return pd.DataFrame({each.name: pd.Series(data[each.name], dtype=each.dtype) for each in CODINGS})


def column(name: str) -> Column:
    """Return what is known of a column; one that is not ours is a case of a matrix, and keeps its name."""
    return _BY_NAME.get(name) or Column(name, name, "int64", width=11)


def is_ours(name: str) -> bool:
    """Say whether a column is one of ours, and not a case of a matrix or an attribute."""
    return name in _BY_NAME


def title(name: str, language: str) -> str:
    """Return a column's title in `language`.

    Examples
    --------
    >>> title("quotation", "id"), title("W1-zul", "id")
    ('Kutipan', 'W1-zul')
    """
    known = _BY_NAME.get(name)
    return translator(language)(known.title) if known else name
