"""What each kind of source says of a finding: evidence, a person's verdict, and what an absence means."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from qualcode.model import Guid, Theme
from qualcode.tables.columns import KINDS, NO_CODES, NO_SOURCE
from qualcode.tables.counts import NONE, Count, count_of, sides
from qualcode.tables.matrix import State as Absence
from qualcode.tables.quotations import Centrality, Quotation, strongest, unopposed

ALWAYS = ("interview", "observation", "document")
"""Kinds that a triangulation speaks of whether or not the study has sources of them."""

CONCLUSION = "conclusion"
"""Among a theme's verdicts, the one that is on no kind of source but on them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """What one kind of source says of a finding.

    Attributes
    ----------
    kind
        The kind of source.
    support, against
        What speaks for the finding, and against it.
    relation, verdict
        A person's: a `Relation` ("" while nobody has judged), and in words.
    quotations
        At most two that speak for it and one against.
    absence
        Where nothing speaks for or against it, a key of `qualcode.tables.columns.ABSENCES`; else empty.
    """

    kind: str
    support: Count = NONE
    against: Count = NONE
    relation: str = ""
    verdict: str = ""
    quotations: tuple[Quotation, ...] = ()
    absence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangulation:
    """A finding seen from every kind of source.

    Attributes
    ----------
    title, claim
        The theme.
    angles
        Per kind: interviews, observations and documents always, others where the study has them.
    conclusion
        A person's, from all of them.
    """

    title: str
    claim: str
    angles: tuple[Angle, ...]
    conclusion: str = ""


def triangulated(
    theme: Theme,
    codings: pd.DataFrame,
    coverage: pd.DataFrame,
    code_ids: Iterable[Guid],
    *,
    title: str,
    central: Centrality,
) -> Triangulation:
    """See a theme from every kind of source.

    Parameters
    ----------
    theme
        With its relations and verdicts.
    codings
        Those that the theme rests on, `negative` where they speak against it.
    coverage
        As for `qualcode.tables.matrix`, with ``kind``.
    code_ids
        The codes that the theme draws from, with those below them.
    title
        The theme's name as a heading.
    central
        How central quotations are.
    """
    wanted = coverage[coverage["code_id"].isin(set(code_ids))]
    there = set(coverage["kind"])
    kinds = [kind for kind in KINDS if kind in ALWAYS or kind in there or kind in set(codings["kind"])]
    angles = []
    for kind in kinds:
        support, against = sides(codings[codings["kind"] == kind])
        quotations = (
            *strongest(unopposed(support, against), 2, central=central),
            *strongest(against, 1, central=central),
        )
        angles.append(
            Angle(
                kind=kind,
                support=count_of(support),
                against=count_of(against),
                relation=theme.relations.get(kind, ""),
                verdict=theme.verdicts.get(kind, ""),
                quotations=quotations,
                absence=""
                if quotations
                else _absence(wanted[wanted["kind"] == kind], in_study=kind in there),
            )
        )
    conclusion = theme.verdicts.get(CONCLUSION, "")
    return Triangulation(title=title, claim=theme.claim, angles=tuple(angles), conclusion=conclusion)


def _absence(coverage: pd.DataFrame, *, in_study: bool) -> str:
    if coverage.empty:
        return NO_CODES if in_study else NO_SOURCE
    asked = ~coverage["not_asked"].astype(bool)
    if not asked.any():
        return Absence.NOT_ASKED
    return Absence.NOTHING if coverage.loc[asked, "read"].astype(bool).all() else Absence.UNREAD


def triangulation_frame(findings: Iterable[Triangulation]) -> pd.DataFrame:
    """Return findings as one table: a row per finding and kind of source."""
    rows = [
        {
            "title": finding.title,
            "claim": finding.claim,
            "kind": angle.kind,
            "relation": angle.relation,
            "verdict": angle.verdict,
            "informants": angle.support.informants,
            "sources": angle.support.sources,
            "codings": angle.support.codings,
            "codings_against": angle.against.codings,
            "evidence": _evidence(angle, negative=False),
            "evidence_against": _evidence(angle, negative=True),
            "absence": angle.absence,
            "conclusion": finding.conclusion,
        }
        for finding in findings
        for angle in finding.angles
    ]
    return pd.DataFrame(rows)


def counted(findings: Iterable[Triangulation]) -> pd.DataFrame:
    """Return how much speaks for findings and against them: a row per finding and kind of source."""
    rows = [
        (
            finding.title, angle.kind, angle.relation,
            angle.support.passages, angle.against.passages, angle.absence,
        )
        for finding in findings
        for angle in finding.angles
    ]  # fmt: skip
    names = ["title", "kind", "relation", "passages", "passages_against", "absence"]
    return pd.DataFrame(rows, columns=names)


def _evidence(angle: Angle, *, negative: bool) -> str:
    shown = (each for each in angle.quotations if each.negative is negative)
    return "\n".join(f"“{each.text}” ({each.reference})" for each in shown)
