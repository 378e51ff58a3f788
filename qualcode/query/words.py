"""The words of the query language, in English and Indonesian, as data."""

from collections.abc import Mapping

_NO_MARK = r"""[^\s()=!<>≠≤≥~,"'“”‘’]"""
WORD = rf"{_NO_MARK}(?:{_NO_MARK}|(?<=\w)['’](?=\w))*"
"""A name or value that needs no quotation marks; an apostrophe may stand within it."""

OPERATORS: Mapping[str, str] = {
    "and": "AND", "dan": "AND",
    "or": "OR", "atau": "OR",
    "not": "NOT", "bukan": "NOT", "tanpa": "NOT",
    "overlaps": "OVERLAPS", "beririsan": "OVERLAPS",
    "within": "WITHIN", "dalam": "WITHIN",
    "near": "NEAR", "dekat": "NEAR",
    "where": "WHERE", "dengan": "WHERE",
}  # fmt: skip
"""What stands between codes and conditions, in any case."""

FLAGS: Mapping[str, str] = {
    "negative": "negative", "menentang": "negative",
    "pinned": "pinned", "disematkan": "pinned",
}  # fmt: skip
"""Conditions that need no value."""

FIELDS: Mapping[str, str] = {
    "kind": "kind", "jenis": "kind",
    "case": "case", "kasus": "case", "informant": "case", "informan": "case",
    "source": "source", "sumber": "source",
    "speaker": "speaker", "penutur": "speaker",
    "coder": "coder", "pengode": "coder",
    "code": "code", "kode": "code",
    "framework": "framework", "kerangka": "framework",
    "theme": "theme", "tema": "theme",
    "origin": "origin", "asal": "origin",
    "review": "review", "tinjauan": "review",
    "language": "language", "bahasa": "language",
    "date": "date", "tanggal": "date",
    "turn": "turn", "giliran": "turn",
    "reference": "reference", "rujukan": "reference",
    "text": "text", "teks": "text",
    "memo": "memo",
    "question": "question", "pertanyaan": "question",
    "condensation": "condensation", "pemadatan": "condensation",
    "translation": "translation", "terjemahan": "translation",
}  # fmt: skip
"""What conditions can be about, by the words for it."""

CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "kind": {
        "interview": ("wawancara",),
        "focus_group": ("diskusi kelompok terarah", "dkt", "fgd"),
        "observation": ("observasi", "pengamatan"),
        "document": ("dokumen", "dokumentasi"),
        "open_answers": ("jawaban terbuka",),
    },
    "origin": {
        "by_hand": ("hand", "manual", "tangan", "dengan tangan"),
        "in_vivo": (),
        "decision": ("suggestion", "accepted suggestion", "saran", "saran diterima"),
    },
    "review": {
        "none": ("", "belum", "tidak ada"),
        "agreed": ("disetujui",),
        "queried": ("ditanyakan", "dipertanyakan"),
        "answered": ("dijawab",),
        "proposed": ("diusulkan", "other code proposed"),
        "deviant": ("kasus negatif", "negative case"),
    },
}
"""Fields with values of ours, and what else each value is called."""

ORDERED = ("date", "turn")
"""Fields that are compared by size."""

PROSE = ("text", "memo", "question", "condensation", "translation")
"""Fields that are searched with the keyword language."""

COLUMNS: Mapping[str, str] = {"text": "quotation"}
"""The column of the codings frame that a field is about, where it is called otherwise."""
