"""Which quotations stand for a code or theme, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import pandas as pd

RULE = (
    "Quotations: those a reviewer agreed with first, then passages that several coders coded, that carry a "
    "memo or condensation, and that can be read on their own (8 to 60 words); queried ones last. Each "
    "informant is quoted once before any is quoted twice."
)
"""The rule of `strongest` as documents state it, in English."""

_REVIEWED = {"agreed": 0, "queried": 2}
PASSAGE = ["source_id", "start", "end", "quotation"]
"""What tells one passage from another, in the codings frame."""

_JOINTS = {"coder": "\n", "condensation": "\n", "memo": "\n"}


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
        The coders', empty where there is none.
    coders
        Who coded these words.
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
    coders: tuple[str, ...] = ()
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
    """Return every passage of the frame as a quotation, in the order of the first coding of each."""
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
            coders=tuple(row["coder"].split("\n")),
            negative=bool(row["negative"]),
            coding_id=row["coding_id"],
        )
        for row in merged(codings).to_dict("records")
    )


def merged(codings: pd.DataFrame) -> pd.DataFrame:
    """Return one row per passage: codings of the same words are one, with their coders and notes together.

    Whatever else the codings say stays as the first of them has it.
    """
    several = codings[codings.duplicated(PASSAGE, keep=False)]
    together = several.groupby(PASSAGE, dropna=False)
    for name, joint in _JOINTS.items() if len(several) else ():
        words = together[name].transform(partial(_joined, joint))
        codings = codings.assign(**{name: codings[name].where(~codings.index.isin(words.index), words)})
    return codings.drop_duplicates(PASSAGE)


def _joined(joint: str, texts: Iterable[str]) -> str:
    return joint.join(dict.fromkeys(filter(None, texts)))


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
    unique = merged(by_strength)
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
