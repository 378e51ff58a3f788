"""Who speaks in a source, and the cases that they make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from qualcode.model import Case, Role, Source, SourceKind, Speaker, derived, fresh

if TYPE_CHECKING:
    from qualcode.readers.draft import DraftSpeaker
    from qualcode.store import Action

GENERIC = {"i", "j", "a", "r", "s", "informan", "informant", "narasumber", "responden", "jawab", "speaker"}
"""Labels that say what somebody does and not who they are; their case is named after the source."""


ABOUT_A_PERSON = {
    "umur", "usia", "age", "usaha", "business", "pekerjaan", "job", "occupation", "pendidikan", "education",
    "jk", "jenis kelamin", "gender", "sex", "alamat", "address", "jabatan", "position", "agama", "status",
    "omzet", "lama usaha",
}  # fmt: skip
"""Lines of a header that say something of the informant, not of the interview."""

NUMBERED = re.compile(r"[A-Za-z]{1,3}\d+[-_ ]+(\D.*)")
"""Names of sources that begin with a number of the interview: ``W1-zul``."""


def put_speakers(
    act: "Action",
    source: Source,
    speakers: "Sequence[DraftSpeaker]",
    *,
    roles: Mapping[str, Role] = MappingProxyType({}),
) -> None:
    """Put speakers of a source, each informant with a case, within an action.

    Parameters
    ----------
    act, source
        Where.
    speakers
        As read from the file.
    roles
        What the user says of their roles, by label.
    """
    informants = sum(each.case_id is not None for each in act.all(Speaker, source_id=source.id))
    heard = [each for each in speakers if roles.get(each.label, each.role) is Role.INFORMANT]
    stated = _stated(source) if len(heard) == 1 and not informants else {}
    for each in speakers:
        role = roles.get(each.label, each.role)
        case_id = None
        if role is Role.INFORMANT and source.translates is None:
            informants += 1
            name = case_name(source, each.name or each.label, informants)
            case_id = put_case(act, name, {**stated, **each.attributes}).id
        act.put(
            Speaker(
                id=derived("speaker", source.id, each.label),
                source_id=source.id,
                label=each.label,
                name=each.name,
                role=role,
                confirmed=each.label in roles,
                case_id=case_id,
            )
        )


def _stated(source: Source) -> dict[str, str]:
    """Return what the header of an interview says of its one informant."""
    return {key: text for key, text in source.attributes.items() if key.casefold() in ABOUT_A_PERSON}


def case_name(source: Source, speaker: str, count: int) -> str:
    """Return the name of the case that a speaker makes by default."""
    if speaker.casefold().rstrip(" 0123456789") in GENERIC or len(speaker) <= 2:
        stated = source.attributes.get("Informan") or source.attributes.get("Informant")
        if stated and count == 1:
            return stated
        if source.kind is SourceKind.OPEN_ANSWERS:
            return f"{source.name} {speaker}"  # a respondent's number is all there is to tell them by
        numbered = NUMBERED.fullmatch(source.name)
        tail = numbered[1] if numbered else source.name
        return tail if count == 1 else f"{tail}-{count}"
    return speaker


def put_case(act: "Action", name: str, attributes: Mapping[str, str] = MappingProxyType({})) -> Case:
    """Return the case of that name, made where there is none; what a person set on it is left alone."""
    known = act.all(Case, name=name)
    if not known:
        return act.put(Case(id=fresh(), name=name, attributes=dict(attributes)))
    return act.put(replace(known[0], attributes={**attributes, **known[0].attributes}))
