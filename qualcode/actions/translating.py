"""Translate passages one by one, and see how a translated source stands beside its original."""

import re
from dataclasses import dataclass, replace

from qualcode.actions.acting import acting
from qualcode.actions.coding import Passage
from qualcode.actions.lookup import code_named, source_named
from qualcode.actions.texts import SourceText, text_of
from qualcode.actions.translations import Translations, target
from qualcode.errors import RecordNotFound, SourceNotFound, UsageError
from qualcode.model import Coder, Coding, Source, Span, Translation, fresh
from qualcode.store import Action, Store, View

_CODE = re.compile(r"[a-z]{2,3}(-\w+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Into:
    """The language of a translation and who made it.

    By default it is into English, of English sources into Indonesian, and by the actor.
    """

    language: str = ""
    translator: str = ""


@dataclass(frozen=True, slots=True)
class AlignmentReport:
    """How a source stands beside one that translates it.

    Attributes
    ----------
    original, translation
        Names of the two.
    turns
        How many turns of the original are one turn of the translation.
    alone, added
        Numbers of the turns that are not: of the original, of the translation.
    """

    original: str
    translation: str
    turns: int
    alone: tuple[int, ...]
    added: tuple[int, ...]


def translate(
    store: Store,
    actor: Coder,
    name: str,
    text: str,
    *,
    passage: Passage | None = None,
    into: Into | None = None,
) -> Translation:
    """Set the translation of a passage; a second one into the same language takes the place of the first.

    Parameters
    ----------
    store, actor
        Where, and who acts.
    name
        The reference code of a coding (and its code, where that tells passages apart), or the beginning of
        its id.
    text
        The translation.
    passage
        Words of a source, instead of `name`.
    into
        Its language and translator.

    Raises
    ------
    RecordNotFound, SourceNotFound, QuoteNotFound
        There is no such passage, or there are several.
    UsageError
        There are no words, or the passage is in that language.
    """
    if not text.strip():
        raise UsageError("an empty translation says nothing", remedy="take one away with --remove")
    with acting(store, actor, "translate") as act:
        source_text, span = find(act, name, passage)
        act.summary = name or source_text.source.name
        made, _ = put_translation(
            act, source_text, span, text.strip(), settled(into, source_text.source, actor)
        )
        return made


def untranslate(
    store: Store, actor: Coder, name: str, *, passage: Passage | None = None, language: str = ""
) -> Translation:
    """Take the translation of a passage away; one that a translated source gives stays.

    Raises
    ------
    RecordNotFound
        There is none.
    """
    with acting(store, actor, "remove_translation") as act:
        source_text, span = find(act, name, passage)
        act.summary = name or source_text.source.name
        into = target(source_text.source, source_text.source.language, language)
        known = _known(act, source_text, span, into)
        if known is None:
            raise RecordNotFound(
                "it has no translation of its own into {language}", where=act.summary, language=into
            )
        act.remove(known)
        return known


def settled(into: Into | None, source: Source, actor: Coder) -> Into:
    """Return the language and translator that are meant.

    Raises
    ------
    UsageError
        It is no language, or the source's own.
    """
    given = into or Into()
    language = target(source, source.language, given.language.strip().casefold())
    if not _CODE.fullmatch(language):
        raise UsageError(
            "{language!r} names no language", remedy="say en or id, for example", language=language
        )
    if language == source.language:
        raise UsageError("it is in {language} already", where=source.name, language=language)
    return Into(language=language, translator=given.translator.strip() or actor.handle)


def find(view: View, name: str, passage: Passage | None = None) -> tuple[SourceText, Span]:
    """Return the passage that is meant: words of a source, or those of codings, which a few words tell apart.

    Raises
    ------
    RecordNotFound, SourceNotFound, QuoteNotFound
        There is none, or there are several.
    """
    found = _coded(view, name or (passage.source if passage else ""))
    if passage is not None and not found:
        source_text = text_of(view, source_named(view, passage.source))
        return source_text, passage.find(source_text)
    words = passage.quote.casefold() if passage else ""
    places = {
        (coding.source_id, coding.start, coding.end): coding
        for coding in found
        if coding.span and words in coding.quote.casefold()
    }
    if not places:
        raise RecordNotFound(
            "there is no coded passage {name!r}", name=name,
            remedy="`qualcode table` lists them by reference code; other words are named by SOURCE --quote",
        )  # fmt: skip
    if len(places) > 1:
        quotes = "; ".join(f"“{_short(each.quote)}”" for each in places.values())
        raise RecordNotFound(
            "{name!r} names {count} passages: {quotes}",
            remedy="say which with --quote and a few of its words",
            name=name, count=len(places), quotes=quotes,
        )  # fmt: skip
    coding = next(iter(places.values()))
    source = view.get(Source, coding.source_id)
    if source is None or coding.span is None:
        raise SourceNotFound("there is no source {name!r}", name=coding.source_id)
    return text_of(view, source), coding.span


def _coded(view: View, name: str) -> list[Coding]:
    """Return the codings of a reference code, of ``reference code``, or whose id begins so."""
    wanted = name.strip()
    found = view.all(Coding, reference=wanted)
    reference, _, code = wanted.rpartition(" ")
    if not found and reference:
        named = view.all(Coding, reference=reference)
        code_id = code_named(view.codebook(), code).id if named else ""
        found = [coding for coding in named if coding.code_id == code_id]
    if not found and len(wanted) >= 8:
        found = [coding for coding in view.all(Coding) if coding.id.startswith(wanted.lower())]
    return found


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 40 else words[:39] + "…"


def _known(view: View, source_text: SourceText, span: Span, language: str) -> Translation | None:
    found = view.all(
        Translation, revision_id=source_text.revision.id, start=span.start, end=span.end, language=language
    )
    return found[0] if found else None


def put_translation(
    act: Action, source_text: SourceText, span: Span, text: str, into: Into
) -> tuple[Translation, bool]:
    """Put a translation, and say whether anything changed."""
    known = _known(act, source_text, span, into.language)
    if known and (known.text, known.translator) == (text, into.translator):
        return known, False
    made = known or Translation(
        id=fresh(), source_id=source_text.source.id, revision_id=source_text.revision.id,
        start=span.start, end=span.end, language=into.language, text=text,
    )  # fmt: skip
    return act.put(replace(made, text=text, translator=into.translator)), True


def alignment(view: View, name: str) -> AlignmentReport:
    """Say how a source stands beside the one that it translates.

    Raises
    ------
    UsageError
        It translates none.
    """
    source = source_named(view, name)
    original = view.get(Source, source.translates) if source.translates else None
    if original is None:
        raise UsageError(
            "it is not known to translate another source", where=source.name,
            remedy="say which: qualcode sources set {name} --translates SOURCE", name=source.name,
        )  # fmt: skip
    parallel = Translations(view).parallel(original, source)
    alone, added = parallel.unaligned()
    return AlignmentReport(original.name, source.name, len(parallel.paired), tuple(alone), tuple(added))
