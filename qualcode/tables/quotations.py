"""Which quotations stand for a code or theme, and in which order."""

from dataclasses import dataclass

import pandas as pd

RULE = (
    "Quotations: those a reviewer agreed with first, then passages that several coders coded, that carry a "
    "memo or condensation, and that can be read on their own (8 to 60 words); queried ones last. Each "
    "informant is quoted once before any is quoted twice."
)
"""The rule of `strongest` as documents state it, in English."""

_REVIEWED = {"agreed": 0, "queried": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The text of a coding with its reference code.

    Attributes
    ----------
    reference, text
        Reference code and the words, unchanged.
    case, speaker, source, kind
        Who says it, and where; `case` is empty where nobody speaks.
    condensation, memo
        The coder's, empty where there is none.
    negative
        It speaks against the code or theme.
    coding_id
        The coding quoted.
    """

    reference: str
    text: str
    case: str = ""
    speaker: str = ""
    source: str = ""
    kind: str = ""
    condensation: str = ""
    memo: str = ""
    negative: bool = False
    coding_id: str = ""


def strongest(codings: pd.DataFrame, most: int) -> tuple[Quotation, ...]:
    """Choose at most `most` quotations by the `RULE`; ties go by source, place and reference.

    A passage is quoted once, and none that overlaps one chosen already.
    """
    ranked = _ranked(codings)
    places = ranked[["source_id", "start", "end"]].astype({"start": "float64", "end": "float64"})
    chosen: list[int] = []
    taken: dict[str, list[tuple[float, float]]] = {}
    for row, (source_id, start, end) in enumerate(places.to_numpy().tolist()):
        if len(chosen) == most:
            break
        spans = taken.setdefault(source_id, [])
        if not any(start < other_end and other_start < end for other_start, other_end in spans):
            chosen.append(row)
            spans.append((start, end))
    return quoted(ranked.iloc[chosen])


def quoted(codings: pd.DataFrame) -> tuple[Quotation, ...]:
    """Return every coding of the frame as a quotation, in its order."""
    return tuple(
        Quotation(
            reference=row["reference"],
            text=row["quotation"],
            case=row["case"],
            speaker=row["speaker"],
            source=row["source"],
            kind=row["kind"],
            condensation=row["condensation"],
            memo=row["memo"],
            negative=bool(row["negative"]),
            coding_id=row["coding_id"],
        )
        for row in codings.to_dict("records")
    )


def in_place(codings: pd.DataFrame) -> pd.DataFrame:
    """Return the codings by source, place and reference."""
    return codings.sort_values(
        ["source", "start", "end", "reference", "coding_id"], kind="stable", ignore_index=True
    )


def _ranked(codings: pd.DataFrame) -> pd.DataFrame:
    frame = in_place(codings)
    words = frame["quotation"].str.count(r"\S+")
    strength = pd.DataFrame(
        {
            "reviewed": frame["review"].map(_REVIEWED).fillna(1),
            "coders": -frame.groupby(_passage(frame))["coder"].transform("nunique"),
            "noted": (frame["memo"] == "") & (frame["condensation"] == ""),
            "length": ~words.between(8, 60),
        }
    )
    by_strength = frame.loc[strength.sort_values([*strength.columns], kind="stable").index]
    unique = by_strength.drop_duplicates(["source_id", "start", "end", "quotation"])
    voice = unique["case"].where(unique["case"] != "", unique["source"])
    turn = unique.groupby(voice).cumcount()
    return unique.loc[turn.sort_values(kind="stable").index]


def _passage(frame: pd.DataFrame) -> "pd.Series[int]":
    """Return each coding's passage by number: codings that overlap, directly or through others, share one.

    The frame is in the order of `in_place`.
    """
    reached = frame.groupby("source_id")["end"].cummax()
    before = reached.groupby(frame["source_id"]).shift()
    apart = ~(frame["start"] < before).fillna(False).astype(bool)
    return apart.astype("int64").cumsum()
