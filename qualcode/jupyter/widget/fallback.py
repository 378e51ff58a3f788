"""What shows of a review where no widget can: in a terminal, in nbconvert, in a notebook without a kernel."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.actions.queueing import Queued
from qualcode.jupyter.html import Html, shown, tag
from qualcode.jupyter.widget.desk import ReviewDesk
from qualcode.locale import Translate, number, translator

LONGEST = 60
"""Codings that are listed; a longer list says how many more there are."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A review at one moment."""

    title: str
    reviewer: str
    language: str
    codings: list[Queued]


def listed(desk: ReviewDesk) -> Listed:
    """Return a desk's review as it is now."""
    with desk.project.view() as view:
        codings = desk.subject.queue(view, desk.language)
        return Listed(desk.subject.title, view.actor.handle, desk.language, codings)


def html(review: Listed, *, words: bool) -> str:
    """Return it as HTML; the interviews' `words` only where they are wanted."""
    tr = translator(review.language)
    entries = (_entry(each, tr, words=words) for each in review.codings[:LONGEST])
    return shown(
        tag("h3", tr("Review"), ": ", review.title), tag("p", _facts(review, tr), kind="quiet"),
        *entries, tag("p", " ".join(_ends(review, tr)), kind="quiet"),
    )  # fmt: skip


def plain(review: Listed, *, words: bool) -> str:
    """Return it as text."""
    tr = translator(review.language)
    lines = [f"{tr('Review')}: {review.title}", _facts(review, tr)]
    for each in review.codings[:LONGEST]:
        lines.append(f"- {_head(each)}")
        lines += [f"  {each.row['quotation']}"] if words else []
        lines += [f"  {said}" for said in _said(each, tr)]
    return "\n".join([*lines, " ".join(_ends(review, tr))])


def _facts(review: Listed, tr: Translate) -> str:
    others = [each for each in review.codings if not each.mine]
    looked = sum(each.is_looked_at(review.reviewer) for each in others)
    counts = {"n": number(looked, review.language), "all": number(len(others), review.language)}
    waiting = sum(each.is_open for each in review.codings)
    looked_at = tr("{n} of {all} looked at").format(**counts)
    return f"{looked_at} · {tr('Open questions')}: {number(waiting, review.language)}"


def _ends(review: Listed, tr: Translate) -> Iterator[str]:
    more = len(review.codings) - LONGEST
    if more > 0:
        yield tr("… and {n} more.").format(n=number(more, review.language))
    yield tr("To review them, run this cell in JupyterLab, Jupyter Notebook or VS Code.")


def _head(each: Queued) -> str:
    return f"{each.row['reference'] or each.row['source']} · {each.row['code_path']} · {each.row['coder']}"


def _entry(each: Queued, tr: Translate, *, words: bool) -> Html:
    said = (tag("p", remark) for remark in _said(each, tr))
    if not words:
        return tag("div", tag("p", _head(each)), *said)
    quoted = tag("blockquote", each.row["quotation"])
    return tag("figure", quoted, tag("figcaption", _head(each)), *said)


def _said(each: Queued, tr: Translate) -> Iterator[str]:
    for said in each.reviews:
        verb = tr("answer") if said.is_answer else tr(said.review.remark.value)
        yield f"{said.reviewer}, {verb}: {' '.join(filter(None, [said.proposed, said.review.text]))}".rstrip(
            ": "
        )
