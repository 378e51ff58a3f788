"""What there is and what was read: sources and coverage as frames."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.actions.texts import counted_sources, natural, text_of
from qualcode.model import (
    Case,
    Codebook,
    Coder,
    Coding,
    ConsentState,
    Guid,
    NotAsked,
    Reading,
    Source,
    Speaker,
    is_read_for,
)
from qualcode.tables.framing import frame_of, indexed

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import View


SOURCES = {
    "source": "str",
    "kind": "str",
    "language": "str",
    "turns": "Int64",
    "speakers": "str",
    "cases": "str",
    "codings": "Int64",
    "read_by": "str",
    "translates": "str",
    "file": "str",
    "source_id": "str",
}


def coverage_frame(
    view: "View", codebook: Codebook, *, coders: Collection[str] | None = None
) -> "pd.DataFrame":
    """Return which sources were read, and asked, for which codes.

    Parameters
    ----------
    view
        Of the actor.
    codebook
        The codes.
    coders
        Handles whose readings count; everyone's that the actor may see by default.

    Returns
    -------
    pandas.DataFrame
        One row per source, case and code: ``source, kind, case, code_id, code, read, not_asked``; `case` is
        empty for sources without informants.
    """
    import pandas as pd

    handles = {coder.handle: coder.id for coder in view.all(Coder)}
    by = (
        {"coder_id": [handles[handle] for handle in coders if handle in handles]}
        if coders is not None
        else {}
    )
    cases = {case.id: case.shown for case in view.all(Case, consent=ConsentState.GIVEN)}
    rows: list[tuple[object, ...]] = []
    for source in counted_sources(view):
        source_text = text_of(view, source)
        readings = view.all(Reading, revision_id=source_text.revision.id, **by)
        not_asked = {each.code_id for each in view.all(NotAsked, source_id=source.id, **by)}
        wanted = source_text.wanted()
        named = [cases.get(each.case_id or "", "") for each in view.all(Speaker, source_id=source.id)]
        for case in dict.fromkeys(name for name in named if name) or [""]:
            rows += [
                (source.name, source.kind.value, case, code.id, code.key,
                 is_read_for(readings, code.id, code.created_in, wanted), code.id in not_asked)
                for code in codebook.codes
            ]  # fmt: skip
    return pd.DataFrame(rows, columns=["source", "kind", "case", "code_id", "code", "read", "not_asked"])


def sources_frame(view: "View", *, by_id: bool = False) -> "pd.DataFrame":
    """Return the sources, translations too, in natural order of their names.

    Parameters
    ----------
    view
        Of the actor.
    by_id
        Index by the source's GUID.

    Returns
    -------
    pandas.DataFrame
        ``source``, its name; ``kind`` (interview, focus_group, observation, document, open_answers);
        ``language``; ``turns``, how many; ``speakers``, labels with roles; ``cases`` they speak for;
        ``codings`` that the actor sees; ``read_by``, who has coded it through; ``translates``, the name of
        the source it is a translation of; ``file`` it came from; ``source_id``.
    """
    names = {source.id: source.name for source in view.all(Source)}
    people = _People(
        cases={case.id: case.shown for case in view.all(Case)},
        coders={coder.id: coder.handle for coder in view.all(Coder)},
    )
    sources = sorted(view.all(Source), key=lambda each: natural(each.name))
    rows = ((*_source(view, each, people), names.get(each.translates or "", ""), each.file_name, each.id)
            for each in sources)  # fmt: skip
    return indexed(frame_of(rows, SOURCES), "source_id", by_id=by_id)


@dataclass(frozen=True)
class _People:
    """What cases and coders are called, by their GUIDs."""

    cases: dict[Guid, str]
    coders: dict[Guid, str]


def _source(view: "View", source: Source, people: _People) -> Sequence[object]:
    text = text_of(view, source)
    labels = dict.fromkeys(turn.speaker for turn in text.revision.turns if turn.speaker)
    speakers = [text.speakers[label] for label in labels if label in text.speakers]
    cases = {people.cases[each.case_id] for each in speakers if each.case_id in people.cases}
    readers = {people.coders.get(each.coder_id, "?") for each in view.all(Reading, source_id=source.id)}
    return (
        source.name, source.kind.value, source.language, len(text.revision.turns),
        ", ".join(f"{each.label} ({each.role.value})" for each in speakers), ", ".join(sorted(cases)),
        view.count(Coding, source_id=source.id), ", ".join(sorted(readers)),
    )  # fmt: skip


def informants_frame(view: "View") -> "pd.DataFrame":
    """Return the cases that gave consent: name in reports, attributes, and the sources they speak in.

    Who is only heard in a translation is left out: it is somebody else's name there.
    Attributes are one whatever their capitals: files write *umur* and *Umur*.
    """
    import pandas as pd

    sources = {source.id: source.name for source in counted_sources(view)}
    spoken: dict[str, list[str]] = {}
    translated: set[str] = set()
    for speaker in view.all(Speaker):
        if speaker.case_id and speaker.source_id in sources:
            spoken.setdefault(speaker.case_id, []).append(sources[speaker.source_id])
        elif speaker.case_id:
            translated.add(speaker.case_id)
    given = view.all(Case, consent=ConsentState.GIVEN)
    heard = [each for each in given if each.id in spoken or each.id not in translated]
    cases = sorted(heard, key=lambda each: natural(each.shown))
    attributes: dict[str, str] = {}
    for name in (name for case in cases for name in case.attributes):
        attributes.setdefault(name.casefold(), name[:1].upper() + name[1:])
    rows = [
        {
            "case": case.shown,
            **{attributes[name.casefold()]: text for name, text in case.attributes.items()},
            "spoken_in": ", ".join(sorted(set(spoken.get(case.id, [])), key=natural)),
        }
        for case in cases
    ]
    frame = pd.DataFrame(rows, columns=["case", *attributes.values(), "spoken_in"])
    return frame.fillna("").astype("str")
