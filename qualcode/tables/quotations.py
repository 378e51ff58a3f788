"""Which quotations stand for a code or theme, and in which order."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeAlias

import pandas as pd

from qualcode.tables.closeness import closeness

RULE = (
    "Quotations: pinned ones first. Each informant and source is quoted once before any is quoted twice, and "
    "no turn twice unless both are pinned. Beyond that, those that a reviewer agreed with go first (queried "
    "ones last), then those of whole sentences (8 to 60 words), then the most central: nearest in their "
    "words to the other quotations (cosine of tf-idf). What speaks against is always quoted, and only there."
)
"""The rule of `strongest` as documents state it, in English."""

_REVIEWED = {"agreed": 0, "queried": 2}
_READABLE = (8, 60)
"""Words of a quotation that is neither a scrap nor a page."""

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
    translation, translated, translator
        The words in another language, how much of the original these are of (see
        `qualcode.tables.columns.EXTENTS`), and whose they are; empty where there are none.
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
    translation: str = ""
    translated: str = ""
    translator: str = ""
    case: str = ""
    speaker: str = ""
    source: str = ""
    kind: str = ""
    condensation: str = ""
    memo: str = ""
    coders: tuple[str, ...] = ()
    negative: bool = False
    coding_id: str = ""


Centrality: TypeAlias = Callable[["pd.Series[str]"], "pd.Series[float]"]
"""From quotations to how central each is among them; see `qualcode.tables.closeness`."""


def strongest(
    codings: pd.DataFrame, most: int, *, central: Centrality | None = None
) -> tuple[Quotation, ...]:
    """Choose at most `most` quotations by the `RULE`; ties go by source, place and reference.

    Parameters
    ----------
    codings
        Those to choose from, as a codings frame.
    most
        How many at most.
    central
        How central quotations are; by default by the words of these alone.
    """
    codings = codings[codings["quotation"] != ""]
    if not most or codings.empty:
        return ()
    ranked = _ranked(codings, central or closeness(codings["quotation"]))
    left = _candidates(ranked)
    voices: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    chosen: list[int] = []
    while left and len(chosen) < most:
        best = min(left, key=lambda each: (not each.pinned, voices[each.voice], sources[each.source]))
        chosen.append(best.row)
        voices[best.voice] += 1
        sources[best.source] += 1
        left = [each for each in left if not each.repeats(best)]
    return quoted(ranked.iloc[chosen])


class _Candidate(NamedTuple):
    """A passage that may be quoted: its row, who speaks (where nobody does, the source), and its place."""

    row: int
    voice: str
    source: str
    turn: int | None
    start: int | None
    end: int | None
    pinned: bool

    def repeats(self, other: "_Candidate") -> bool:
        """Say whether a reader would hear the same twice: the same words, or more of one turn."""
        if self.source != other.source:
            return False
        if self.row == other.row or (self.turn is not None and self.turn == other.turn):
            return self.row == other.row or not (self.pinned and other.pinned)
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start < other.end and other.start < self.end


def _candidates(ranked: pd.DataFrame) -> list[_Candidate]:
    places = (
        ranked[["turn", "start", "end"]].astype(object).where(ranked[["turn", "start", "end"]].notna(), None)
    )
    voices = ranked["case"].where(ranked["case"] != "", ranked["source"])
    columns = (voices, ranked["source_id"], places["turn"], places["start"], places["end"], ranked["pinned"])
    return [_Candidate(row, *cells) for row, cells in enumerate(zip(*columns, strict=True))]


def unopposed(support: pd.DataFrame, against: pd.DataFrame) -> pd.DataFrame:
    """Return the codings whose words do not speak against the same thing under another code."""
    opposed = pd.MultiIndex.from_frame(against[PASSAGE])
    return support[~pd.MultiIndex.from_frame(support[PASSAGE]).isin(opposed)]


def quoted(codings: pd.DataFrame) -> tuple[Quotation, ...]:
    """Return every passage of the frame as a quotation, in the order of the first coding of each."""
    return tuple(
        Quotation(
            reference=row["reference"],
            text=row["quotation"],
            translation=row["translation"],
            translated=row["translated"],
            translator=row["translator"],
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
        for row in merged(codings[codings["quotation"] != ""]).to_dict("records")
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


def _ranked(codings: pd.DataFrame, central: Centrality) -> pd.DataFrame:
    """Return one row per passage, the strongest first."""
    frame = in_place(codings)
    said = frame.drop_duplicates(PASSAGE)["quotation"]
    strength = pd.DataFrame(
        {
            "pinned": ~frame["pinned"],
            "reviewed": frame["review"].map(_REVIEWED).fillna(1),
            "readable": ~(frame["whole"] & frame["quotation"].str.count(r"\S+").between(*_READABLE)),
            "central": -frame["quotation"].map(dict(zip(said, central(said), strict=True))),
        }
    )
    return merged(frame.loc[strength.sort_values([*strength.columns], kind="stable").index])
