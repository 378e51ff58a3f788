"""What a code or theme rests on: who says it, how often, in which words, and what speaks against it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import pandas as pd

from qualcode.model import Code, Codebook, Framework, Guid, Theme
from qualcode.tables.cells import CellNote, Companions, companions, together
from qualcode.tables.closeness import closeness
from qualcode.tables.columns import KINDS
from qualcode.tables.counts import NONE, Count, count_of, sides
from qualcode.tables.quotations import Centrality, Quotation, in_place, quoted, strongest, unopposed
from qualcode.tables.triangulation import Triangulation, triangulated


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
    support: Count = NONE
    against: Count = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A memo on the code or theme; of a theme, also on one of its codes, which `about` names."""

    text: str
    coder: str = ""
    about: str = ""


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
        What speaks for it by kind of source, named as in the frame.
    triangulation
        Of a theme: what each kind of source says of it, and the researcher's verdict.
    companions
        Of a theme: which codes of other frameworks go along with its codes, case by case.
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
    support: Count = NONE
    against: Count = NONE
    with_sub_codes: bool = False
    kinds: tuple[tuple[str, Count], ...] = ()
    triangulation: Triangulation | None = None
    companions: Companions | None = None
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
    central = closeness(codings["quotation"])
    summaries = []
    for code in codebook.codes:
        given = codings[_within(codings, codebook, code)]
        if given.empty if wanted is None else code.key not in wanted:
            continue
        above: list[Code | Framework] = [codebook.framework(code.framework_id), *codebook.ancestors(code)]
        children = codebook.children(code.id)
        summary = replace(
            _summary(given, most=most, central=central),
            title=_name(code, language),
            path=" > ".join(_name(place, language) for place in above),
            claim=code.definition.get(language),
            with_sub_codes=bool(children),
            parts=_parts(given, codebook, children, language),
            memos=tuple((memos or {}).get(code.id, ())),
        )
        summaries.append(summary)
    return summaries


def of_themes(
    themes: Iterable[Theme],
    codings: pd.DataFrame,
    codebook: Codebook,
    coverage: pd.DataFrame,
    *,
    language: str = "en",
    most: int = 5,
    memos: Mapping[Guid, Sequence[Note]] | None = None,
    cells: Sequence[CellNote] = (),
) -> list[Summary]:
    """Summarise themes: the codings of their codes and sub-codes, and those chosen one by one.

    Parameters
    ----------
    themes
        In the order wanted.
    codings, codebook, language, most
        As for `of_codes`.
    coverage
        As for `qualcode.tables.matrix`, with ``kind``.
    memos
        Notes by the GUID of a theme or code.
    cells
        The coders' summaries of cells of case and code.
    """
    chosen = list(themes)
    central = closeness(codings["quotation"])
    met = together(codings, codebook, coverage)
    summaries = []
    for theme in chosen:
        codes = [code for code in codebook.codes if code.id in theme.code_ids]
        scope = drawn_from(theme, codings, codebook)
        below = [each.id for code in codes for each in (code, *codebook.descendants(code))]
        title = readable(theme.name)
        summary = replace(
            _summary(scope, most=most, central=central),
            title=title,
            claim=theme.claim,
            with_sub_codes=any(codebook.children(code.id) for code in codes),
            parts=_parts(scope, codebook, codes, language),
            triangulation=triangulated(theme, scope, coverage, below, title=title, central=central),
            companions=companions(codes, codebook, met, notes=cells, language=language),
            memos=tuple(_memos(theme, codes, memos or {}, language)),
        )
        summaries.append(summary)
    return summaries


def _memos(
    theme: Theme, codes: Sequence[Code], memos: Mapping[Guid, Sequence[Note]], language: str
) -> Iterator[Note]:
    yield from memos.get(theme.id, ())
    for code in codes:
        yield from (replace(note, about=_name(code, language)) for note in memos.get(code.id, ()))


def readable(name: str) -> str:
    """Return a theme's name as a heading.

    Examples
    --------
    >>> readable("hak-untuk-dibina"), readable("Modal: non-bank")
    ('Hak untuk dibina', 'Modal: non-bank')
    """
    words = name if " " in name else name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def drawn_from(theme: Theme, codings: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Return the codings that a theme rests on; `negative` says what they say about the theme."""
    drawn = codings["coding_id"].isin([*theme.evidence_for, *theme.evidence_against])
    for code in codebook.codes:
        if code.id in theme.code_ids:
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
            "translation": quotation.translation,
            "condensation": quotation.condensation,
            "memo": quotation.memo,
            "coder": ", ".join(quotation.coders),
            "negative": quotation.negative,
        }
        for summary in summaries
        for quotation in (*summary.quotations, *summary.negative) or (Quotation(reference="", text=""),)
    ]
    frame = pd.DataFrame(rows)
    return (
        frame if rows and frame["translation"].any() else frame.drop(columns="translation", errors="ignore")
    )


def _summary(codings: pd.DataFrame, *, most: int, central: Centrality) -> Summary:
    """Sum up codings; what they are of is still to be said."""
    supporting, negative = sides(codings)
    return Summary(
        title="",
        support=count_of(supporting),
        against=count_of(negative),
        kinds=tuple((kind, count_of(supporting[supporting["kind"] == kind])) for kind in _kinds(supporting)),
        quotations=strongest(unopposed(supporting, negative), most, central=central),
        negative=quoted(in_place(negative)),
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
        support, against = map(count_of, sides(codings[_within(codings, codebook, code)]))
        depth = sum(above.id in ids for above in codebook.ancestors(code))
        parts.append(Part(title=_name(code, language), depth=depth, support=support, against=against))
    return tuple(parts)


def _within(codings: pd.DataFrame, codebook: Codebook, code: Code) -> "pd.Series[bool]":
    return codings["code_id"].isin([code.id, *(below.id for below in codebook.descendants(code))])


def _name(place: Code | Framework, language: str) -> str:
    return place.name.get(language) or place.key
