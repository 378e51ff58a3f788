"""What a query can name, and which codes words have already: what one who looks for something is shown."""

from collections.abc import Collection

from qualcode.actions.lookup import keys_of
from qualcode.actions.texts import natural
from qualcode.model import Case, Coder, Coding, ConsentState, Source, Span, Speaker, Theme
from qualcode.store import View


def names_of(view: View) -> dict[str, list[str]]:
    """Return the names of a study that a query can be about, by field, attributes as ``case.age`` too."""
    codebook = view.codebook()
    cases = view.all(Case, consent=ConsentState.GIVEN)
    sources = sorted(view.all(Source), key=lambda source: natural(source.name))
    names = {
        "code": [code.key for code in codebook.codes] if codebook else [],
        "framework": [framework.key for framework in codebook.frameworks] if codebook else [],
        "case": [case.shown for case in cases],
        "source": [source.name for source in sources],
        "speaker": [speaker.label for speaker in view.all(Speaker)],
        "coder": [coder.handle for coder in view.all(Coder)],
        "theme": [theme.name for theme in view.all(Theme)],
        "language": [source.language for source in sources],
    }
    for kind, owners in (("case", cases), ("source", sources)):
        for owner in owners:
            for name, value in owner.attributes.items():
                names.setdefault(f"{kind}.{name}", []).append(value)
    return {field: list(dict.fromkeys(each)) for field, each in names.items()}


def own_codings(view: View, names: Collection[str]) -> dict[str, list[tuple[Span, str]]]:
    """Return the places and codes of the coder's own codings in some sources, by source."""
    keys = keys_of(view.codebook())
    sources = {source.id: source.name for source in view.all(Source) if source.name in names}
    found: dict[str, list[tuple[Span, str]]] = {name: [] for name in names}
    for coding in view.all(Coding, source_id=list(sources), coder_id=view.sight.actor.id):
        if coding.start is not None and coding.end is not None:
            place = Span(coding.start, coding.end)
            found[sources[coding.source_id]].append((place, keys.get(coding.code_id, "")))
    return found
