"""Suggest codes for the passages of every informant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.actions.acting import join
from qualcode.actions.passages import DEFAULT, passages, texts
from qualcode.errors import UsageError
from qualcode.keywords import cached_index
from qualcode.model import Coder, Guid, Revision, Source, Suggestion
from qualcode.store import Store
from qualcode.suggest import keywords


@dataclass(frozen=True, slots=True)
class SuggestReport:
    """What was suggested.

    Attributes
    ----------
    passages, suggestions
        How many were looked at, and how many proposals there are.
    by_source
        Proposals per source name.
    hidden
        Those that wait until the actor has coded their source through, per source name.
    """

    passages: int
    suggestions: int
    by_source: dict[str, int]
    hidden: dict[str, int]


def suggest(
    store: Store,
    actor: Coder,
    *,
    sources: Sequence[str] = (),
    by: str = DEFAULT,
    cache_dir: Path | None = None,
    on_source: Callable[[str], None] = lambda name: None,
) -> SuggestReport:
    """Suggest codes by keyword for every passage of every informant.

    Running it again replaces what is pending; decisions stay, and what was decided is not proposed again.

    Parameters
    ----------
    store, actor
        Where, and who asks.
    sources
        Names of sources; all but translations where none is named.
    by
        Segmenter that makes the passages.
    cache_dir
        Where the indexes are kept.
    on_source
        Called with the name of each source that is done.

    Raises
    ------
    UsageError
        There is no codebook yet.
    """
    found: dict[str, list[Suggestion]] = {}
    revisions: list[Guid] = []
    looked_at = 0
    with store.view(actor) as view:
        codebook = view.codebook()
        if codebook is None:
            raise UsageError(
                "there is no codebook to suggest from", remedy="apply one with `qualcode codebook apply FILE`"
            )
        for source_text in texts(view, tuple(sources)):
            source = source_text.source
            _refuse_translation(source)
            segments = passages(source_text, by=by)
            index = cached_index(source_text.text, source.language, cache_dir)
            found[source.name] = keywords.suggest(
                segments, index, codebook, source_id=source.id, language=source.language
            )
            looked_at += len(segments)
            # those of earlier revisions go, too
            revisions += view.columns(Revision, ["id"], source_id=source.id)["id"]
            on_source(source.name)
    join(store, actor)
    everything = [each for proposed in found.values() for each in proposed]
    store.replace_suggestions(actor, keywords.METHOD, everything, revision_ids=revisions)
    counts = {name: len(proposed) for name, proposed in found.items()}
    return SuggestReport(looked_at, len(everything), counts, _hidden(store, actor))


def _refuse_translation(source: Source) -> None:
    if source.translates:
        raise UsageError(
            "{name} is a translation: what it translates is suggested on",
            name=source.name,
        )


def _hidden(store: Store, actor: Coder) -> dict[str, int]:
    with store.view(actor) as view:
        names = {source.id: source.name for source in view.all(Source)}
        return {names[each]: count for each, count in view.hidden_suggestions().items() if each in names}
