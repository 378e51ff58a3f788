"""Code passages by hand, and take codings back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.actions.acting import acting, now
from qualcode.actions.codes import put_new_code
from qualcode.actions.lookup import code_named, coding_named, source_named
from qualcode.actions.quotes import locate
from qualcode.actions.stale import refuse_gone
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import AlreadyThere, UsageError
from qualcode.locale import translator
from qualcode.model import (
    Case,
    Code,
    Coder,
    Coding,
    Condensation,
    Decision,
    Memo,
    MemoOn,
    Origin,
    Review,
    Span,
    Suggestion,
    Theme,
    fresh,
    is_guid,
)
from qualcode.references import DEFAULT_PATTERN, date_of, fields_of, gender_letter, reference
from qualcode.store import Action, Store, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a coding is to be: words of a source, narrowed by turn, or a stretch of its text."""

    source: str
    quote: str = ""
    turn: int | None = None
    at: Span | None = None

    def find(self, source_text: SourceText) -> Span:
        """Return the place in the text.

        Raises
        ------
        QuoteNotFound, UsageError
            The words stand nowhere or in several places; the stretch lies outside the text.
        """
        if self.at is None:
            return locate(source_text, self.quote, turn=self.turn)
        if self.at.end > len(source_text.text) or not len(self.at):
            raise UsageError(
                "{start}:{end} is no stretch of the text",
                where=source_text.source.name,
                remedy="it runs from 0 to {last}",
                start=self.at.start, end=self.at.end, last=len(source_text.text),
            )  # fmt: skip
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """A code to be made on the way: by its name, or from the words themselves (in vivo)."""

    name: str = ""
    framework: str = ""
    parent: str = ""


def code(
    store: Store,
    actor: Coder,
    passage: Passage,
    code_name: str = "",
    *,
    new: NewCode | None = None,
    in_vivo: bool = False,
    memo: str = "",
    condensation: str = "",
    negative: bool = False,
) -> Coding:
    """Code a passage by hand.

    Parameters
    ----------
    store, actor
        Where, and who codes.
    passage
        The words.
    code_name
        Key or name of the code.
    new
        Make the code where there is none of that name.
    in_vivo
        Make a code named by the words.
    memo, condensation
        A note on the coding; its paraphrase.
    negative
        It speaks against the code.

    Returns
    -------
    Coding
        As stored, with quote and reference code.

    Raises
    ------
    SourceNotFound, CodeNotFound, QuoteNotFound, AlreadyThere
        As their names say.
    """
    with acting(store, actor, "code") as act:
        source_text = text_of(act, source_named(act, passage.source))
        span = passage.find(source_text)
        if in_vivo:
            words = " ".join(span.of(source_text.text).split())
            new = replace(new or NewCode(), name=code_name or words)
        found = _code(act, code_name, new)
        coding = put_coding(
            act, actor, source_text, span, found, origin=Origin.IN_VIVO if in_vivo else Origin.BY_HAND,
            negative=negative,
        )  # fmt: skip
        put_notes(act, actor, coding, memo=memo, condensation=condensation)
        act.summary = f"{coding.reference} {found.key}"
        return coding


def code_with_all(
    store: Store,
    actor: Coder,
    passage: Passage,
    codes: Sequence[str],
    *,
    new: NewCode | None = None,
    memo: str = "",
    condensation: str = "",
    negative: bool = False,
) -> tuple[Coding, ...]:
    """Code a passage with several codes, as one event: all of it is taken back at once.

    What has one of the codes already keeps it; it is an error only where there is none to be given.

    Parameters
    ----------
    store, actor, passage
        Where, who codes, and the words.
    codes
        Keys or names of codes.
    new
        One more, to be made where there is none of that name.
    memo, condensation, negative
        Of each coding; see `code`.

    Returns
    -------
    tuple of Coding
        Those made, in the order of the codes.

    Raises
    ------
    SourceNotFound, CodeNotFound, QuoteNotFound, AlreadyThere
        As their names say.
    UsageError
        No code is named.
    """
    with acting(store, actor, "code") as act:
        source_text = text_of(act, source_named(act, passage.source))
        span = passage.find(source_text)
        named = [code_named(act.codebook(), name) for name in codes]
        named += [_code(act, "", new)] if new else []
        wanted = list({code.id: code for code in named}.values())
        if not wanted:
            raise UsageError("say which codes", where=source_text.source.name)
        place = {"revision_id": source_text.revision.id, "start": span.start, "end": span.end}
        there = {coding.code_id for coding in act.all(Coding, coder_id=actor.id, **place)}
        missing = [code for code in wanted if code.id not in there] or wanted
        made = tuple(put_coding(act, actor, source_text, span, code, negative=negative) for code in missing)
        for coding in made:
            put_notes(act, actor, coding, memo=memo, condensation=condensation)
        act.summary = " ".join([made[0].reference, *(code.key for code in missing)])
        return made


def _code(act: Action, name: str, new: NewCode | None) -> Code:
    codebook = act.codebook()
    if new is None:
        return code_named(codebook, name)
    wanted = new.name or name
    known = codebook and next(
        (code for code in codebook.codes if wanted.casefold() in (code.key, *_names(code))), None
    )
    return known or put_new_code(act, wanted, framework=new.framework, parent=new.parent)


def _names(code: Code) -> list[str]:
    return [text.casefold() for _language, text in code.name.items]


def put_coding(
    act: Action,
    coder: Coder,
    source_text: SourceText,
    span: Span,
    code: Code,
    *,
    origin: Origin = Origin.BY_HAND,
    decision: Decision | None = None,
    at: str = "",
    negative: bool = False,
    shown: bool | None = None,
) -> Coding:
    """Put a coding with its turn, speaker and reference code, within an action.

    Whether a suggestion was `shown` before it is looked up unless it is said.
    """
    if shown is None:
        shown = decision is not None or _was_shown(act, source_text, span, code)
    made = Coding(
        id=fresh(),
        coder_id=coder.id,
        code_id=code.id,
        source_id=source_text.source.id,
        **source_text.place(span),
        reference=reference_of(act, source_text, span),
        origin=origin,
        decision_id=decision.id if decision else None,
        at=at or now(),
        codebook_version=current_version(act),
        suggestion_shown=shown,
        negative=negative,
    )
    try:
        return act.put(made)
    except AlreadyThere as error:
        what = "these words are coded {code} already"
        raise AlreadyThere(what, where=made.reference, code=code.key) from error


def _was_shown(view: View, source_text: SourceText, span: Span, code: Code) -> bool:
    suggestions = view.all(Suggestion, revision_id=source_text.revision.id, code_id=code.id)
    return any(suggestion.span.overlaps(span) for suggestion in suggestions)


def current_version(view: View) -> int:
    """Return the codebook's version, 0 where there is no codebook yet."""
    codebook = view.codebook()
    return codebook.version if codebook else 0


def put_notes(act: Action, coder: Coder, coding: Coding, *, memo: str = "", condensation: str = "") -> None:
    """Put a memo on a coding and its paraphrase, where there are words."""
    if memo.strip():
        act.put(
            Memo(id=fresh(), coder_id=coder.id, text=memo.strip(), about=MemoOn.CODING,
                 target_id=coding.id, at=coding.at)
        )  # fmt: skip
    if condensation.strip():
        act.put(
            Condensation(
                id=fresh(), coding_id=coding.id, coder_id=coder.id, text=condensation.strip(), at=coding.at
            )
        )


def reference_of(view: View, source_text: SourceText, span: Span) -> str:
    """Return the reference code of a place, by the project's pattern, in the project's language."""
    settings = view.settings()
    pattern = settings.get("reference_pattern") or DEFAULT_PATTERN
    language = main_language(settings, source_text)
    source, turn = source_text.source, source_text.turn_at(span.start)
    speaker = source_text.speaker_of(turn)
    case = view.get(Case, speaker.case_id) if speaker and speaker.case_id else None
    fields = {
        "source": source.name,
        "kind": translator(language)(source.kind.value.replace("_", " ")),
        "case": case.shown if case else "",
        "gender": gender_letter(case.attributes, language) if case else "",
        "turn": turn.number if turn else None,
        "answer": source_text.answers.get(turn.number) if turn else None,
        "page": turn.page if turn else None,
        "line": source_text.lines.of(span) if "line" in fields_of(pattern) else None,
        "time": turn.time if turn else None,
        "date": date_of(source.attributes),
    }
    return reference(pattern, fields, language=language)


def main_language(settings: Mapping[str, str], source_text: SourceText) -> str:
    """Return the language of reference codes: the first that the project works in, else the source's."""
    named = settings.get("languages", "").replace(",", " ").split()
    return named[0] if named else source_text.source.language


def uncode(store: Store, actor: Coder, name: str) -> Coding:
    """Take one of the actor's codings away, with the notes and remarks on it; `undo` brings all back."""
    with acting(store, actor, "uncode") as act:
        if is_guid(name) and act.get(Coding, name) is None:
            refuse_gone(act, actor, name)
        coding = coding_named(act, actor, name)
        remove_coding(act, coding)
        act.summary = coding.reference
        return coding


def remove_coding(act: Action, coding: Coding) -> None:
    """Remove a coding with what was noted and said of it, and as evidence of themes, within an action."""
    for review in act.everyone(Review, coding_id=coding.id):
        act.remove(review)
    for memo in act.all(Memo, about=MemoOn.CODING, target_id=coding.id):
        act.remove(memo)
    for condensation in act.all(Condensation, coding_id=coding.id):
        act.remove(condensation)
    for theme in act.all(Theme):
        pro, contra = (
            tuple(each for each in evidence if each != coding.id)
            for evidence in (theme.evidence_for, theme.evidence_against)
        )
        act.put(replace(theme, evidence_for=pro, evidence_against=contra))
    act.remove(coding)
