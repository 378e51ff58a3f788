"""From a file taken apart to the draft of a source: text, turns, speakers, roles, kind."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, islice

from qualcode.model import Role, Turn, clean, sha256
from qualcode.readers import labels
from qualcode.readers.draft import Contents, Draft, DraftSpeaker, File, Line, replaced
from qualcode.readers.header import Header, front_matter, header_of, role_in, silent_header
from qualcode.readers.marks import fold, mark_of, word_of
from qualcode.readers.nameless import CITED_BY_PARAGRAPH, unspoken
from qualcode.readers.roles import guessed, kind_of, roles_of
from qualcode.readers.speakers import Found, Words, find
from qualcode.readers.stamped import in_blocks

_OPENING = 6
"""Lines that may tell the kind of a source."""

_UNSETTLED = re.compile("[\r\x00\ud800-\udfff]")
_ASIDE = re.compile(r"\s*\(|,\s*(?=[\da-z])")
"""Where a name in a header ends: ``Mrs. Astuti, 52, weaver``, but ``Anda Rahan, S.E.``."""


def compose(file: File, contents: Contents, *, reader: str) -> Draft:
    """Make the draft of a source out of what a reader found in a file.

    Parameters
    ----------
    file
        Name and bytes.
    contents
        Its lines, and what its structure tells.
    reader
        Name of the reader.
    """
    lines, spoilt = _settled(contents.lines)
    text = "\n".join(line.text for line in lines)
    lines = [*in_blocks(lines)]
    language = _language(text)
    likely = kind_of(file.name, _opening(lines), [])
    header, found = _read(lines, strict=likely in CITED_BY_PARAGRAPH)
    nameless = bool(found.words) and not any(each.speaker for each in found.words)
    said = _spoken(lines, found.words)
    known = _known(said, {**found.hints, **contents.roles}, header)
    roles, unsure = roles_of({label: said[label] for label in known}, known), guessed(known)
    kind = contents.kind or kind_of(file.name, _opening(lines), _heard(said, roles))
    notes = [*contents.notes, *replaced(spoilt), *found.notes]
    if nameless or not found.words:
        found.words, note = unspoken(lines, found.words, header.end, kind, language)
        said = _spoken(lines, found.words)
        roles = dict.fromkeys((label for label in said if label), Role.INFORMANT)
        notes += [note] if note else []
    names = {**contents.names, **_names(roles, found.names, header)}
    return Draft(
        text=text,
        turns=_turns(lines, found.words),
        speakers=tuple(
            DraftSpeaker(label, names.get(label, ""), role, len(said[label]),
                         contents.people.get(label, {}), guessed=label in unsure)
            for label, role in roles.items()
        ),
        kind=kind,
        language=language,
        attributes={**contents.attributes, **header.attributes},
        reader=reader,
        sha256=sha256(file.data),
        data=file.data,
        notes=tuple(notes),
        comments=contents.comments,
    )  # fmt: skip


def _settled(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Settle the lines as texts are settled, and count what had to be replaced.

    Only the first one can hold the text's byte-order mark; what stands in other lines is a letter.
    """
    settled, spoilt = list(lines), 0
    for number, line in enumerate(lines):
        if _UNSETTLED.search(line.text) or (number == 0 and line.text.startswith("\ufeff")):
            each = clean(line.text if number == 0 else f"\n{line.text}")
            text = each.text if number == 0 else each.text[1:]
            said = line.said
            if said and number == 0 and line.text.startswith("\ufeff"):
                said = replace(said, start=max(said.start - 1, 0))
            settled[number] = replace(line, text=text, said=said)
            spoilt += len(each.replaced)
    return settled, spoilt


def _language(text: str) -> str:
    from qualcode.lang import detect

    return detect(text)


def _opening(lines: Sequence[Line]) -> str:
    filled = (line.text for line in lines if line.text.strip() and not line.said)
    return "\n".join(islice(filled, _OPENING))


def _read(lines: Sequence[Line], *, strict: bool) -> tuple[Header, Found]:
    """Read header and speakers; where the file's structure tells who speaks, no label is looked for."""
    settled = [number for number, line in enumerate(lines) if line.said]
    head = lines[: settled[0]] if settled else lines
    front = front_matter(head)
    marks = [] if settled else [mark_of(line) for line in lines]
    header = (
        silent_header(head, start=front.end) if settled else header_of(head, start=front.end, marks=marks)
    )
    header.attributes = {**front.attributes, **header.attributes}
    if not settled:
        return header, find(lines, start=header.end, legend=header.legend, strict=strict, known=marks)
    words = [
        Words(line.said.speaker, (number, line.said.start), (number, len(line.text.rstrip())),
              line.said.time, line.said.time_end)
        for number, line in enumerate(lines)
        if line.said and line.text[line.said.start :].strip()
    ]  # fmt: skip
    return header, Found(words)


def _spoken(lines: Sequence[Line], words: Sequence[Words]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for each in words:
        first = each.begin[1] if each.begin[0] == each.finish[0] else 0
        last = lines[each.finish[0]].text[first : each.finish[1]]
        said.setdefault(each.speaker, []).append(last)
    return said


def _known(
    said: Mapping[str, Sequence[str]], given: Mapping[str, Role], header: Header
) -> dict[str, Role | None]:
    """Return the role of each label where the format, a definition or the header gives it."""
    return {label: given.get(label) or header.role(label) for label in said if label}


def _heard(said: Mapping[str, Sequence[str]], roles: Mapping[str, Role]) -> list[Role]:
    """Return the roles of those who speak; one who passes by and says a word makes no group."""
    often = [role for label, role in roles.items() if len(said[label]) > 1]
    return list(roles.values()) if len(often) < len(roles) / 2 else often


def _names(roles: Mapping[str, Role], names: Mapping[str, str], header: Header) -> dict[str, str]:
    """Return names by label: as defined, as explained, or of the one person whom the header can mean."""
    explained = {label: header.legend[fold(label)] for label in roles if fold(label) in header.legend}
    named = {label: _ASIDE.split(words)[0] for label, words in explained.items()} | dict(names)
    for key, value in header.attributes.items():
        role = Role.INFORMANT if word_of(key) in {"nama", "name"} else role_in(key)
        holders = [label for label, held in roles.items() if held is role]
        if word_of(key) in labels.PERSON_KEYS and len(holders) == 1:
            named[holders[0]] = _ASIDE.split(value)[0]
    return named


def _turns(lines: Sequence[Line], words: Sequence[Words]) -> tuple[Turn, ...]:
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
    return tuple(
        Turn(
            number=number,
            start=starts[each.begin[0]] + each.begin[1],
            end=starts[each.finish[0]] + each.finish[1],
            speaker=each.speaker,
            time=each.time,
            time_end=each.time_end,
            page=lines[each.begin[0]].page,
            line=lines[each.begin[0]].number,
        )
        for number, each in enumerate(words, start=1)
    )
