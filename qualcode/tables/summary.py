"""What a code or theme rests on: who says it, how often, in which words, and what speaks against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from qualcode.model import Code, Codebook, Framework, Guid, Theme
from qualcode.tables.columns import KINDS
from qualcode.tables.quotations import Quotation, in_place, quoted, strongest


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often something was coded, and by how many informants it is borne."""

    title: str
    informants: int
    sources: int
    codings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A memo about the code or theme."""

    text: str
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a code or theme rests on.

    Attributes
    ----------
    title, path
        Name, and the place in the codebook (framework and codes above; empty for a theme).
    claim
        The code's definition, or the theme's sentence.
    informants, sources, codings
        Distinct cases, sources and codings, with those of sub-codes, whether for or against.
    against
        How many of the codings speak against it.
    kinds
        Per kind of source that supports it (triangulation): `Count.title` is the kind as in the frame.
    verdicts
        Of a theme: kind of source, and what the researcher concludes from it.
    parts
        Per sub-code, or per code that a theme draws from.
    quotations
        Chosen by `qualcode.tables.quotations.RULE`.
    negative
        Every quotation that speaks against it, in order of source and place.
    memos
        What the coders noted on it.
    """

    title: str
    path: str = ""
    claim: str = ""
    informants: int = 0
    sources: int = 0
    codings: int = 0
    against: int = 0
    kinds: tuple[Count, ...] = ()
    verdicts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Count, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    negative: tuple[Quotation, ...] = ()
    memos: tuple[Note, ...] = ()


def of_codes(
    codings: pd.DataFrame,
    codebook: Codebook,
    *,
    keys: Iterable[str] | None = None,
    language: str = "en",
    most: int = 5,
    memos: Mapping[Guid, Sequence[Note]] | None = None,
) -> list[Summary]:
    """Summarise codes, in codebook order.

    Parameters
    ----------
    codings
        The codings frame, without sources that translate another.
    codebook
        Names and definitions.
    keys
        The codes wanted; by default every code that it or a sub-code of it was given.
    language
        Of names and definitions.
    most
        Quotations per code.
    memos
        Notes by code GUID.
    """
    wanted = None if keys is None else set(keys)
    summaries = []
    for code in codebook.codes:
        given = codings[_within(codings, codebook, code)]
        if given.empty if wanted is None else code.key not in wanted:
            continue
        above: list[Code | Framework] = [codebook.framework(code.framework_id), *codebook.ancestors(code)]
        summary = _summary(
            _name(code, language),
            path=" > ".join(_name(place, language) for place in above),
            claim=code.definition.get(language),
            codings=given,
            parts=_parts(given, codebook, codebook.children(code.id), language),
            most=most,
            memos=tuple((memos or {}).get(code.id, ())),
        )
        summaries.append(summary)
    return summaries


def of_theme(
    theme: Theme,
    codings: pd.DataFrame,
    codebook: Codebook,
    *,
    language: str = "en",
    most: int = 5,
    memos: Sequence[Note] = (),
) -> Summary:
    """Summarise a theme: the codings of its codes and their sub-codes, and those chosen one by one.

    Parameters are those of `of_codes`.
    """
    codes = [code for code in codebook.codes if code.id in theme.code_ids]
    scope = _scope(theme, codes, codings, codebook)
    summary = _summary(
        theme.name,
        path="",
        claim=theme.claim,
        codings=scope,
        parts=_parts(scope, codebook, codes, language),
        most=most,
        memos=tuple(memos),
    )
    return replace(summary, verdicts=tuple(theme.verdicts.items()))


def _scope(theme: Theme, codes: Sequence[Code], codings: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Return the codings that a theme rests on; `negative` says what they say about the theme."""
    drawn = codings["coding_id"].isin([*theme.evidence_for, *theme.evidence_against])
    for code in codes:
        drawn |= _within(codings, codebook, code)
    scope = codings[drawn]
    against = scope["coding_id"].isin(theme.evidence_against)
    negative = (scope["negative"] & ~scope["coding_id"].isin(theme.evidence_for)) | against
    return scope.assign(negative=negative)


def summary_frame(summaries: Sequence[Summary]) -> pd.DataFrame:
    """Return summaries as one table: a row per quotation, those that speak against it last.

    A code or theme without quotations has one row of its own.
    """
    rows = [
        {
            "title": summary.title,
            "claim": summary.claim,
            "informants": summary.informants,
            "sources": summary.sources,
            "codings": summary.codings,
            "against": summary.against,
            "reference": quotation.reference,
            "case": quotation.case,
            "kind": quotation.kind,
            "quotation": quotation.text,
            "condensation": quotation.condensation,
            "memo": quotation.memo,
            "negative": quotation.negative,
        }
        for summary in summaries
        for quotation in (*summary.quotations, *summary.negative) or (Quotation(reference="", text=""),)
    ]
    return pd.DataFrame(rows)


def _summary(
    title: str,
    *,
    path: str,
    claim: str,
    codings: pd.DataFrame,
    parts: tuple[Count, ...],
    most: int,
    memos: tuple[Note, ...],
) -> Summary:
    supporting = codings[~codings["negative"]]
    negative = codings[codings["negative"]]
    whole = _count(title, codings)
    return Summary(
        title=title,
        path=path,
        claim=claim,
        informants=whole.informants,
        sources=whole.sources,
        codings=whole.codings,
        against=len(negative),
        kinds=tuple(_count(kind, supporting[supporting["kind"] == kind]) for kind in _kinds(supporting)),
        parts=parts,
        quotations=strongest(supporting, most),
        negative=quoted(in_place(negative)),
        memos=memos,
    )


def _count(title: str, codings: pd.DataFrame) -> Count:
    return Count(
        title=title,
        informants=codings.loc[codings["case"] != "", "case"].nunique(),
        sources=codings["source_id"].nunique(),
        codings=codings["coding_id"].nunique(),
    )


def _kinds(codings: pd.DataFrame) -> list[str]:
    there = list(codings["kind"].unique())
    return [*(kind for kind in KINDS if kind in there), *sorted(set(there) - set(KINDS))]


def _parts(
    codings: pd.DataFrame, codebook: Codebook, codes: Sequence[Code], language: str
) -> tuple[Count, ...]:
    return tuple(_count(_name(code, language), codings[_within(codings, codebook, code)]) for code in codes)


def _within(codings: pd.DataFrame, codebook: Codebook, code: Code) -> "pd.Series[bool]":
    return codings["code_id"].isin([code.id, *(below.id for below in codebook.descendants(code))])


def _name(place: Code | Framework, language: str) -> str:
    return place.name.get(language) or place.key
