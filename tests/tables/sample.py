"""A small study for the tests of tables and documents: codebook, codings, coverage."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from qualcode.model import Code, Codebook, Framework, LocalText, code_guid, derived, framework_guid
from qualcode.tables import codings_frame
from qualcode.tables.columns import CODINGS

BOOK = derived("codebook", "empowerment")
KINDS = {"O": "observation", "D": "document"}


def _framework(key: str, position: int, name_id: str, name_en: str) -> Framework:
    name = LocalText.of({"id": name_id, "en": name_en})
    return Framework(id=framework_guid(BOOK, key), key=key, name=name, position=position)


def _code(key: str, framework: str, parent: str | None, names: tuple[str, str], definition: str) -> Code:
    return Code(
        id=code_guid(BOOK, key),
        key=key,
        framework_id=framework_guid(BOOK, framework),
        parent_id=code_guid(BOOK, parent) if parent else None,
        name=LocalText.of(dict(zip(("id", "en"), names, strict=True))),
        definition=LocalText.of({"en": definition}),
    )


CODEBOOK = Codebook(
    id=BOOK,
    key="empowerment",
    frameworks=(
        _framework("stage", 0, "Tahap pemberdayaan", "Stages of empowerment"),
        _framework("strategy", 1, "Indikator strategi", "Strategy indicators"),
    ),
    codes=(
        _code("awareness", "stage", None, ("Penyadaran", "Awareness"), "Seeing that change starts at home."),
        _code("socialization", "stage", "awareness", ("Sosialisasi", "Socialization"), "Hearing of it."),
        _code("motivation", "stage", "awareness", ("Motivasi", "Motivation"), "Wishing to stand alone."),
        _code("capacity", "stage", None, ("Pengkapasitasan", "Capacity building"), "Gaining skills."),
        _code("marketing", "strategy", None, ("Sistem pemasaran", "Marketing systems"), "Reaching buyers."),
    ),
)

KEYS = [code.key for code in CODEBOOK.codes]

ZUL = "Saya belajar sendiri, lihat-lihat kawan di toko, terus dicobo di rumah karno dak katek modal."
HERMAN = "Awalnyo aku nolak bayar online tu, takut ketipu. Dak pacak jugo.\nSekarang lah biaso."
ASTUTI = "Dulu sayo kiro kain songket sayo ni lah bagus, jadi dak perlu | pelatihan *lagi* <katonyo>."

Row = tuple[str, str, str, int | None, int, str, str, dict[str, Any]]

ROWS: tuple[Row, ...] = (
    # code, source, case, turn, start, quotation, coder, and what else differs
    ("awareness", "W2-herman", "Herman", 8, 400, HERMAN, "ana", {"memo": "takut penipuan", "time": 754.0}),
    ("awareness", "W3-astuti", "Astuti", 4, 90, ASTUTI, "ana", {"negative": True}),
    (
        "socialization",
        "W1-zul",
        "Zul",
        12,
        510,
        "Tahun 2020 ado pelatihan gratis tigo hari dari dinas.",
        "ana",
        {},
    ),
    (
        "socialization",
        "W1-zul",
        "Zul",
        12,
        510,
        "Tahun 2020 ado pelatihan gratis tigo hari dari dinas.",
        "budi",
        {},
    ),
    ("socialization", "W3-astuti", "Astuti", 10, 300, "Taunyo dari kawan.", "ana", {"review": "queried"}),
    (
        "motivation",
        "W1-zul",
        "Zul",
        6,
        200,
        ZUL,
        "ana",
        {"review": "agreed", "condensation": "Belajar mandiri"},
    ),
    ("capacity", "W1-zul", "Zul", 6, 200, ZUL, "ana", {"origin": "decision"}),
    ("capacity", "O1-aula", "", None, 15, "Peserta mencoba mesin cetak satu per satu.", "ana", {}),
)


def codings(
    rows: Sequence[Row] = ROWS,
) -> pd.DataFrame:
    """The codings frame of these rows."""
    records = []
    for place, (key, source, case, turn, start, quotation, coder, more) in enumerate(rows):
        code = CODEBOOK.find(key)
        assert code is not None
        record: dict[str, Any] = {
            "reference": f"{source}.{turn}" if turn else source,
            "source": source,
            "case": case,
            "speaker": case[:1],
            "kind": KINDS.get(source[0], "interview"),
            "turn": turn,
            "time": None,
            "code": key,
            "code_path": CODEBOOK.path(code, "id"),
            "framework": CODEBOOK.framework(code.framework_id).name.get("id"),
            "quotation": quotation,
            "translation": "",
            "translated": "",
            "translator": "",
            "question": "Bagaimana awalnya, Pak?" if turn else "",
            "condensation": "",
            "memo": "",
            "coder": coder,
            "date": "2024-05-02",
            "origin": "by_hand",
            "review": "",
            "negative": False,
            "pinned": False,
            "whole": True,
            "language": "id",
            "start": start,
            "end": start + len(quotation),
            "code_id": code.id,
            "coding_id": derived("coding", str(place)),
            "source_id": derived("source", source),
        }
        records.append({**record, **more})
    return codings_frame({each.name: [record[each.name] for record in records] for each in CODINGS})


def coverage(cells: dict[tuple[str, str, str], str]) -> pd.DataFrame:
    """A coverage frame from ``{(case, source, code): "read" | "not_asked" | "unread"}``."""
    return pd.DataFrame(
        {
            "case": [case for case, _, _ in cells],
            "source": [source for _, source, _ in cells],
            "kind": [KINDS.get(source[0], "interview") for _, source, _ in cells],
            "code_id": [code_guid(BOOK, key) for _, _, key in cells],
            "read": [state == "read" for state in cells.values()],
            "not_asked": [state == "not_asked" for state in cells.values()],
        }
    )


def all_read(**states: str) -> pd.DataFrame:
    """The coverage of `ROWS`, coded through; but for codes named here, ``motivation="not_asked"``."""
    places = {(case, source) for _code, source, case, *_rest in ROWS}
    return coverage({(*place, key): states.get(key, "read") for place in sorted(places) for key in KEYS})
