"""A source as it is printed, with its codings beside the words or as comments on them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.exporting import NothingToShow, OnNotice, Outgoing, log_export, prepared, unheard
from qualcode.actions.lookup import coder_named, source_named
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import UsageError
from qualcode.exports import Mark, Part, Piece, Transcript, write_transcript
from qualcode.locale import translator
from qualcode.model import Case, Coder, Coding, Condensation, Guid, Memo, MemoOn, Span, Theme
from qualcode.references import DEFAULT_PATTERN, clock, date_of, numbered
from qualcode.store import Store, View
from qualcode.tables.columns import ORIGINS
from qualcode.tables.summary import readable

if TYPE_CHECKING:
    from qualcode.settings import Dress

TITLES = frozenset({"judul", "title", "jenis", "kind", "bahasa", "language", "keterangan", "note"})
NAMES = frozenset({"nama", "name", "informan", "informant", "narasumber", "responden", "respondent"})
"""What a head says that the identity block says elsewhere, or in its own way."""


def make_transcript(
    store: Store,
    actor: Coder,
    name: str,
    path: str | Path | None = None,
    *,
    language: str = "id",
    themes: bool = False,
    lines: bool = False,
    comments: bool = False,
    coders: Sequence[str] = (),
    dress: "Dress | None" = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> Transcript:
    """Return a source with its codings as it is printed, and write it where a path is given.

    Parameters
    ----------
    store, actor, name
        Where, who asks, and which source.
    path
        A .docx, .html or .md.
    language
        Of titles and code names; what was said is never changed.
    themes, lines, comments
        See `qualcode.exports.write_transcript`.
    coders
        Handles of those whose codings are shown; everyone's that the actor may see where none is named.
    dress
        The look of a .docx.
    pseudonyms, on_notice
        Names in the file are disguised unless they are not to be; hears what should be known of it. See
        `qualcode.actions.exporting`.

    Raises
    ------
    SourceNotFound, CoderNotFound
        As their names say.
    UsageError
        Comments stand in running text, which has no lines or themes beside it.
    NothingToShow
        Somebody who speaks in it is not to be quoted.
    """
    if comments and (themes or lines):
        raise UsageError("comments stand in running text, without columns", remedy="leave out one of the two")
    with store.view(actor) as view:
        source_text = text_of(view, source_named(view, name))
        made = transcript_of(view, source_text, language=language, coders=coders)
        cases, outgoing = _cases(view, source_text), prepared(view, pseudonyms=pseudonyms)
    if path is not None:
        _refuse_unquotable(cases, outgoing, made.name)
        write_transcript(
            made, Path(path), language=language, themes=themes, lines=lines, comments=comments, dress=dress,
            disguise=outgoing.disguise,
        )  # fmt: skip
        names = [case.shown for case in cases]
        log_export(store, actor, Path(path), names, disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(names, [part.words for part in made.parts]))
    return made


def _refuse_unquotable(cases: Sequence[Case], outgoing: Outgoing, source: str) -> None:
    for case in cases:
        if not outgoing.may_quote(case):
            raise NothingToShow(
                "{name} is not to be quoted, so nothing was written", where=source,
                remedy="their consent is set with `qualcode cases set {name} --consent-scope`",
                name=case.shown,
            )  # fmt: skip


def transcript_of(
    view: View, source_text: SourceText, *, language: str, coders: Sequence[str] = ()
) -> Transcript:
    """Return a source as it is printed, with the codings of some coders or of all."""
    chosen = {"coder_id": [coder_named(view, handle).id for handle in coders]} if coders else {}
    found = view.all(Coding, revision_id=source_text.revision.id, **chosen)
    placed = sorted(
        (each for each in found if each.span and len(each.span)),
        key=lambda each: (each.start or 0, -(each.end or 0), each.at, each.id),
    )
    marks = tuple(_marks(view, placed, language))
    pattern = view.settings().get("reference_pattern") or DEFAULT_PATTERN
    parts = tuple(_parts(source_text, [each.span for each in placed if each.span], pattern))
    identity = tuple(_identity(view, source_text, language))
    return Transcript(source_text.source.name, identity, parts, marks)


def _parts(source_text: SourceText, spans: Sequence[Span], pattern: str) -> Iterator[Part]:
    turns = {turn.span: turn for turn in source_text.revision.turns}
    for stretch in sorted([*source_text.notes, *turns]):
        turn = turns.get(stretch)
        lines = [(number, line) for number, line in source_text.lines.within(_at_least_one(stretch))]
        touching = [(number, span) for number, span in enumerate(spans) if span.overlaps(stretch)]
        numbers = {"turn": turn.number, "answer": source_text.answers.get(turn.number)} if turn else {}
        yield Part(
            numbered(pattern, numbers) if turn else "",
            turn.speaker if turn else "",
            stretch.of(source_text.text),
            _pieces(lines, stretch),
            _pieces(touching, stretch),
        )


def _at_least_one(stretch: Span) -> Span:
    return Span(stretch.start, max(stretch.end, stretch.start + 1))


def _pieces(numbered_spans: Sequence[tuple[int, Span]], stretch: Span) -> tuple[Piece, ...]:
    """Return what spans have of a stretch, in its own code points."""
    start, end = stretch.start, stretch.end
    return tuple(
        Piece(number, max(span.start, start) - start, min(span.end, end) - start)
        for number, span in numbered_spans
    )


def _marks(view: View, codings: Sequence[Coding], language: str) -> Iterator[Mark]:
    tr, codebook = translator(language), view.codebook()
    handles = {coder.id: coder.handle for coder in view.all(Coder)}
    memos: dict[Guid, list[str]] = defaultdict(list)
    for memo in sorted(view.all(Memo, about=MemoOn.CODING), key=lambda each: (each.at, each.seq, each.id)):
        memos[memo.target_id or ""].append(memo.text)
    condensed = {each.coding_id: each.text for each in view.all(Condensation)}
    belongs = theme_finder(view)
    for each in codings:
        yield Mark(
            coding_id=each.id,
            reference=each.reference,
            path=codebook.path(codebook.code(each.code_id), language) if codebook else "",
            coder=handles.get(each.coder_id, "?"),
            at=each.at,
            origin=tr(ORIGINS[each.origin.value]),
            memo="\n".join(memos[each.id]),
            condensation=condensed.get(each.id, ""),
            themes=tuple(map(readable, belongs(each))),
            negative=each.negative,
        )


def theme_finder(view: View) -> Callable[[Coding], tuple[str, ...]]:
    """Return what names the themes that a coding is evidence of, by its code, one above it, or chosen."""
    codebook = view.codebook()
    found: list[tuple[str, set[Guid]]] = []
    for theme in sorted(view.all(Theme), key=lambda theme: (theme.position, theme.name)):
        codes = [code for code in codebook.codes if code.id in theme.code_ids] if codebook else []
        below = [each.id for code in codes for each in codebook.descendants(code)] if codebook else []
        drawn = {*theme.code_ids, *below, *theme.evidence_for, *theme.evidence_against}
        found.append((theme.name, drawn))
    return lambda coding: tuple(name for name, drawn in found if drawn & {coding.id, coding.code_id})


def _cases(view: View, source_text: SourceText) -> list[Case]:
    ids = dict.fromkeys(each.case_id for each in source_text.speakers.values() if each.case_id)
    known = {case.id: case for case in view.all(Case)}
    return [known[case_id] for case_id in ids if case_id in known]


def _identity(view: View, source_text: SourceText, language: str) -> Iterator[tuple[str, str]]:
    """Yield who speaks with what is known of them, then when, where, and how long."""
    tr, source = translator(language), source_text.source
    cases = _cases(view, source_text)
    told: Mapping[str, str] = {}
    for case in cases:
        told = case.attributes
        if len(cases) > 1:
            told = {}
            about = "; ".join(f"{name}: {value}" for name, value in _said(case.attributes, set()))
            yield tr("Informant"), f"{case.shown} ({about})" if about else case.shown
        else:
            yield tr("Informant"), case.shown
    yield from _said(told, set())
    date = date_of(source.attributes)
    if date:
        yield tr("Date"), date
    known = {value for case in cases for value in case.attributes.values()} | {date}
    yield from _said(source.attributes, known)
    times = [turn.time for turn in source_text.revision.turns if turn.time is not None]
    ends = [turn.time_end for turn in source_text.revision.turns if turn.time_end is not None]
    if times and max([*times, *ends]) > min(times):
        yield tr("Duration"), clock(max([*times, *ends]) - min(times))


def _said(attributes: Mapping[str, str], known: set[str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if value and value not in known and name.casefold() not in TITLES | NAMES:
            yield name[:1].upper() + name[1:], value
