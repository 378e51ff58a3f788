"""A passage in its context: what was asked and said, the codes given there, and what was said of these."""

from collections.abc import Iterable, Iterator

from qualcode.actions.showing import Passage, Said, ShownCoding
from qualcode.jupyter.html import Html, language, shown, tag
from qualcode.jupyter.marking import Mark, marked
from qualcode.locale import Translate, day, translator
from qualcode.model import Span


def html(passage: Passage) -> str:
    """Return it as HTML."""
    tr = translator(language())
    place = Span(0, len(passage.words))
    marks = [
        Mark(Span(each.start, each.end), None, f"{each.path} ({each.coder})")
        for each in passage.codings
        if each.start is not None and each.end is not None
    ]
    is_above = any(passage.question == each.words for each in passage.before)
    asked = "" if is_above or not passage.question else f"{tr('Question before')}: {passage.question}"
    return shown(
        tag("h3", passage.reference, " ", tag("span", passage.case or passage.source, kind="quiet")),
        *([tag("p", asked, kind="quiet")] if asked else []),
        *_around(passage.before),
        tag("figure", tag("blockquote", *marked(passage.words, place, marks))),
        *_around(passage.after),
        tag("dl", *(part for each in passage.codings for part in _coding(each, tr))),
        *(tag("p", tag("b", f"{tr('Memo')}: "), memo) for memo in passage.memos),
    )


def plain(passage: Passage) -> str:
    """Return it as text."""
    tr = translator(language())
    lines = [f"{passage.reference} ({passage.case or passage.source})"]
    lines += [f"{each.number} {each.speaker}: {each.words}" for each in passage.turns]
    for each in passage.codings:
        lines += [
            f"- {each.code} ({each.coder})",
            *(f"  {label}: {text}" for label, text in _notes(each, tr)),
        ]
    return "\n".join(lines)


def _around(turns: Iterable[Said]) -> Iterator[Html]:
    for each in turns:
        yield tag("p", f"{each.number} {each.speaker}: {each.words}", kind="quiet")


def _coding(coding: ShownCoding, tr: Translate) -> Iterator[Html]:
    yield tag("dt", coding.path)
    whose = f"{coding.coder}, {day(coding.at, language())}"
    marks = [tr("negative case")] * coding.negative + [tr("pinned")] * coding.pinned
    notes = (tag("p", tag("b", f"{label}: "), text) for label, text in _notes(coding, tr))
    yield tag("dd", " · ".join([whose, *marks]), *notes)


def _notes(coding: ShownCoding, tr: Translate) -> Iterator[tuple[str, str]]:
    found = [
        (tr("Translation"), coding.translation),
        (tr("Condensation"), coding.condensation),
        *((tr("Memo"), memo) for memo in coding.memos),
        (tr("Theme"), ", ".join(coding.themes)),
    ]
    yield from ((label, text) for label, text in found if text)
    for said in coding.reviews:
        remark = tr("answer") if said.is_answer else f"{tr(said.review.remark.value)} {said.proposed}".strip()
        yield f"{said.reviewer}, {remark}", said.review.text
