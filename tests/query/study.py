"""Small frames of codings, and what names stand for there, for the tests of queries."""

from collections.abc import Iterable

import pandas as pd

from qualcode.actions.lookup import code_named
from qualcode.errors import RecordNotFound
from qualcode.query import Drawn, Vocabulary, chosen
from tests.tables.sample import CODEBOOK, Row, codings

ATTRIBUTES = {
    "case": {"Zul": {"Umur": "52 tahun", "Jenis usaha": "kunci"}, "Astuti": {"umur": "38"}},
    "source": {"W1-zul": {"Tanggal": "12 Maret 2024"}, "W3-astuti": {"Tanggal": "2 April 2024"}},
}
NAMES = {
    "case": ["Zul", "Astuti", "Herman"],
    "source": ["W1-zul", "W2-herman", "W3-astuti", "O1-aula"],
    "coder": ["ana", "budi"],
    "speaker": ["Z", "A", "H"],
}


def known(field: str, name: str) -> str:
    """The name as it is written, whatever its capitals."""
    for each in NAMES[field]:
        if each.casefold() == name.casefold():
            return each
    raise RecordNotFound("there is no case {name!r}", name=name)


def vocabulary(drawn: Drawn | None = None) -> Vocabulary:
    """What names stand for in the sample."""
    return Vocabulary(
        codebook=CODEBOOK,
        code=lambda name: code_named(CODEBOOK, name),
        named={field: lambda name, field=field: known(field, name) for field in NAMES},  # type: ignore[misc]  # a default binds the field
        theme=lambda name: drawn or Drawn(frozenset(), frozenset()),
        attributes=ATTRIBUTES,
    )


def placed(*codings_: tuple[str, str, int, int]) -> pd.DataFrame:
    """A frame of codings: code, source, and the code points they begin and end at; a turn holds ten."""
    rows: list[Row] = [
        (code, source, source[3:].title(), start // 10, start, "x" * (end - start), "ana", {})
        for code, source, start, end in codings_
    ]
    return codings(rows)


def found(query: str, frame: pd.DataFrame, words: Vocabulary | None = None) -> list[int]:
    """The numbers of the rows that a query asks for."""
    return chosen(query, frame, words or vocabulary()).nonzero()[0].tolist()


def counts(queries: Iterable[str], frame: pd.DataFrame) -> dict[str, list[int]]:
    """What each query finds."""
    return {query: found(query, frame) for query in queries}
