"""What a code or theme rests on: who says it, how often, in which words, and what speaks against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import pandas as pd

from qualcode.model import Code, Codebook, Framework, Guid, Theme
from qualcode.tables.columns import KINDS
from qualcode.tables.quotations import PASSAGE, Quotation, in_place, quoted, strongest


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often something was said, by how many.

    Attributes
    ----------
    informants, sources
        Distinct cases and sources.
    passages
        Distinct words of the sources: what several coders coded, or one with several codes, counts once.
    codings
        How often these were coded.
    """

    informants: int = 0
    sources: int = 0
    passages: int = 0
    codings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a sub-code, or a code of a theme, contributes.

    Attributes
    ----------
    title
        The code's name.
    depth
        How many of the parts it is below.
    support, against
        What speaks for it, and against it.
    """

    title: str
    depth: int = 0
    support: Count = Count()
    against: Count = Count()


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
    support, against
        What speaks for it, and against it; whoever says both counts in both.
    with_sub_codes
        Codings of sub-codes are among those counted.
    kinds
        What speaks for it by kind of source (triangulation), named as in the frame.
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
    support: Count = Count()
    against: Count = Count()
    with_sub_codes: bool = False
    kinds: tuple[tuple[str, Count], ...] = ()
    verdicts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
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
        children = codebook.children(code.id)
        summary = replace(
            _summary(given, most=most),
            title=_name(code, language),
            path=" > ".join(_name(place, language) for place in above),
            claim=code.definition.get(language),
            with_sub_codes=bool(children),
            parts=_parts(given, codebook, children, language),
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
    return replace(
        _summary(scope, most=most),
        title=readable(theme.name),
        claim=theme.claim,
        with_sub_codes=any(codebook.children(code.id) for code in codes),
        parts=_parts(scope, codebook, codes, language),
        verdicts=tuple(theme.verdicts.items()),
        memos=tuple(memos),
    )


def readable(name: str) -> str:
    """Return a theme's name as a heading.

    Examples
    --------
    >>> readable("hak-untuk-dibina"), readable("Modal: non-bank")
    ('Hak untuk dibina', 'Modal: non-bank')
    """
    words = name if " " in name else name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


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
            **asdict(summary.support),
            **{f"{name}_against": count for name, count in asdict(summary.against).items()},
            "reference": quotation.reference,
            "case": quotation.case,
            "kind": quotation.kind,
            "quotation": quotation.text,
            "condensation": quotation.condensation,
            "memo": quotation.memo,
            "coder": ", ".join(quotation.coders),
            "negative": quotation.negative,
        }
        for summary in summaries
        for quotation in (*summary.quotations, *summary.negative) or (Quotation(reference="", text=""),)
    ]
    return pd.DataFrame(rows)


def _summary(codings: pd.DataFrame, *, most: int) -> Summary:
    """Sum up codings; what they are of is still to be said."""
    supporting, negative = _sides(codings)
    return Summary(
        title="",
        support=_count(supporting),
        against=_count(negative),
        kinds=tuple((kind, _count(supporting[supporting["kind"] == kind])) for kind in _kinds(supporting)),
        quotations=strongest(supporting, most),
        negative=quoted(in_place(negative)),
    )


def _sides(codings: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    return codings[~codings["negative"]], codings[codings["negative"]]


def _count(codings: pd.DataFrame) -> Count:
    return Count(
        informants=codings.loc[codings["case"] != "", "case"].nunique(),
        sources=codings["source_id"].nunique(),
        passages=len(codings.drop_duplicates(PASSAGE)),
        codings=codings["coding_id"].nunique(),
    )


def _kinds(codings: pd.DataFrame) -> list[str]:
    there = list(codings["kind"].unique())
    return [*(kind for kind in KINDS if kind in there), *sorted(set(there) - set(KINDS))]


def _parts(
    codings: pd.DataFrame, codebook: Codebook, codes: Sequence[Code], language: str
) -> tuple[Part, ...]:
    ids = {code.id for code in codes}
    parts = []
    for code in codes:
        support, against = map(_count, _sides(codings[_within(codings, codebook, code)]))
        depth = sum(above.id in ids for above in codebook.ancestors(code))
        parts.append(Part(title=_name(code, language), depth=depth, support=support, against=against))
    return tuple(parts)


def _within(codings: pd.DataFrame, codebook: Codebook, code: Code) -> "pd.Series[bool]":
    return codings["code_id"].isin([code.id, *(below.id for below in codebook.descendants(code))])


def _name(place: Code | Framework, language: str) -> str:
    return place.name.get(language) or place.key
