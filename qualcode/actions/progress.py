"""How far a coder is with each source."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from qualcode.actions.deciding import pending
from qualcode.actions.marking import not_read_for
from qualcode.actions.texts import natural, text_of
from qualcode.model import Case, Coding, Guid, Reading, Source, Speaker
from qualcode.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A source and how far the actor is with it.

    Attributes
    ----------
    source, turns, speakers
        The source, how many turns it has, and its speakers in the order in which they first speak.
    cases
        Names of the cases that the speakers speak for, by GUID.
    codings, own
        How many the actor may see, and how many are theirs.
    begun, read
        The actor has read it for some codes; for all of them.
    waiting, hidden
        Suggestions that wait for the actor; those that show once the source is coded through.
    translates
        Name of the source that it is a translation of.
    """

    source: Source
    turns: int
    speakers: tuple[Speaker, ...]
    cases: Mapping[Guid, str]
    codings: int
    own: int
    begun: bool
    read: bool
    waiting: int
    hidden: int
    translates: str = ""


def progress(view: View) -> list[Progress]:
    """Return every source with how far the actor is with it, in natural order of names."""
    actor, codebook = view.actor, view.codebook()
    codes = codebook.codes if codebook else ()
    names = {source.id: source.name for source in view.all(Source)}
    cases = {case.id: case.name for case in view.all(Case)}
    coded = view.columns(Coding, ["source_id", "coder_id"])
    pairs = list(zip(coded["source_id"], coded["coder_id"], strict=True))
    counts, own = Counter(pair[0] for pair in pairs), Counter(pairs)
    waiting = Counter(each.source_id for each in pending(view, actor))
    hidden = view.hidden_suggestions()
    found = []
    for source in sorted(view.all(Source), key=lambda each: natural(each.name)):
        text = text_of(view, source)
        readings = view.all(Reading, coder_id=actor.id, revision_id=text.revision.id)
        labels = dict.fromkeys(turn.speaker for turn in text.revision.turns if turn.speaker)
        found.append(
            Progress(
                source=source, turns=len(text.revision.turns), cases=cases,
                speakers=tuple(text.speakers[label] for label in labels if label in text.speakers),
                codings=counts[source.id], own=own[source.id, actor.id], begun=bool(readings),
                read=bool(readings) and not not_read_for(readings, codes, text),
                waiting=waiting[source.id], hidden=hidden.get(source.id, 0),
                translates=names.get(source.translates or "", ""),
            )
        )  # fmt: skip
    return found
