"""What is put up for review: a theme, a code or a framework, a query, or everything."""

import re
from dataclasses import dataclass, replace

from qualcode.actions.filters import Filters
from qualcode.actions.lookup import coder_named, source_named, subject_named
from qualcode.actions.queueing import Queued, review_queue
from qualcode.errors import RecordNotFound, UsageError
from qualcode.locale import translator
from qualcode.model import Framework, Theme
from qualcode.store import View

_QUERY = re.compile(r"[:=*()\"]|\b(?:AND|OR|NOT|WHERE|OVERLAPS|WITHIN|NEAR)\b")
"""What a query has, and the name of a theme or code seldom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is reviewed.

    Attributes
    ----------
    title, claim
        How it is called, in the reader's language; what a theme claims.
    theme, filters
        Which codings that is.
    """

    title: str
    claim: str = ""
    theme: str = ""
    filters: Filters

    def queue(self, view: View, language: str) -> list[Queued]:
        """Return the codings to be looked at: others', and the actor's own of which something was said."""
        found = review_queue(view, theme=self.theme, filters=self.filters, language=language)
        return [each for each in found if not each.mine or each.reviews]


def subject_of(
    view: View, what: str, *, where: str = "", coder: str = "", source: str = "", language: str
) -> Subject:
    """Find what is meant.

    Parameters
    ----------
    view
        Of the actor.
    what
        A theme, a code or a framework by name, or a query; everything, where it is empty.
    where, coder, source
        Which codings of it.
    language
        Of the title.

    Raises
    ------
    RecordNotFound, CoderNotFound, SourceNotFound
        With the nearest names.
    QueryProblem
        The query cannot be understood: it says where.
    UsageError
        `what` is a query, and `where` another.
    """
    filters = Filters(
        where=where,
        coders=[coder_named(view, coder).handle] if coder else (),
        sources=[source_named(view, source).name] if source else (),
    )
    if not what.strip():
        found = Subject(title=where or translator(language)("All codings"), filters=filters)
    else:
        found = _found(view, what.strip(), filters, language)
    found.queue(view, language)  # a query at fault is told now, and not in the cell's output
    return found


def _found(view: View, what: str, filters: Filters, language: str) -> Subject:
    try:
        named = subject_named(view, what)
    except RecordNotFound:
        if not _QUERY.search(what):
            raise
        if filters.where:
            raise UsageError("one query says what is reviewed", remedy="write both as one") from None
        return Subject(title=what, filters=replace(filters, where=what))
    if isinstance(named, Theme):
        return Subject(title=named.name, claim=named.claim, theme=named.name, filters=filters)
    if isinstance(named, Framework):
        title = named.name.get(language) or named.key
        return Subject(title=title, filters=replace(filters, frameworks=[named.key]))
    codebook = view.codebook()
    title = codebook.path(named, language) if codebook else named.key
    return Subject(title=title, filters=replace(filters, codes=[named.key]))
