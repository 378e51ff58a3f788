"""CHAT (.cha), the format of CLAN and of the child-language archives: ``*SPK:`` lines between headers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qualcode.model import Role
from qualcode.readers.cues import Cue, contents_of_cues
from qualcode.readers.draft import Contents, File, Note
from qualcode.readers.encodings import decode

_BULLET = re.compile(rb"\x15(\d+_\d+)[^\x15\n]{0,20}\x15")
_STYLE = re.compile(rb"\x02[\x01-\x04]")
"""Where underlining and italics begin and end."""
_TIMES = re.compile(r"\s*•(\d+)_(\d+)•")
_ROLES = {
    "investigator": Role.INTERVIEWER,
    "interviewer": Role.INTERVIEWER,
    "unidentified": Role.OTHER,
    "environment": Role.OTHER,
    "media": Role.OTHER,
    "audience": Role.OTHER,
    "text": Role.OTHER,
}
"""The format's words for what a participant is; who else asks is found by asking, as everywhere."""
_ABOUT = ("Date", "Location", "Situation", "Activities", "Media", "Transcriber", "Languages")
_PERSON = {3: "Age", 4: "Sex", 5: "Group", 6: "Status", 8: "Education"}
"""Fields of an ``@ID`` header that tell about a person; the third is the label."""


@dataclass(slots=True)
class _Headers:
    about: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    people: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, key: str, value: str) -> None:
        """Note what one header says."""
        if key == "Participants":
            self._participants(value)
        elif key == "ID":
            fields = [each.strip(" ;.") for each in value.split("|")]
            person = {
                called: fields[place] for place, called in _PERSON.items() if fields[place : place + 1] > [""]
            }
            if len(fields) > 2 and person:
                self.people[fields[2]] = person
        elif key in _ABOUT and value:
            self.about.setdefault(key, value)

    def _participants(self, value: str) -> None:
        """Read ``SUB Nony_mouse Participant, EXA Investigator``."""
        for each in value.split(","):
            words = each.split()
            if len(words) > 2 and words[1] != words[2]:
                self.names[words[0]] = words[1].replace("_", " ")
            if len(words) > 1 and (role := _ROLES.get(words[-1].casefold())):
                self.roles[words[0]] = role


def read_chat(file: File) -> Contents:
    """Take a CHAT file apart; dependent tiers (``%mor``) are left out, times kept."""
    plain = _BULLET.sub("•\\1•".encode(), _STYLE.sub(b"", file.data))
    decoded = decode(File(file.name, plain))
    headers, cues, left = _Headers(), list[Cue](), dict[str, int]()
    for sign, key, value in _tiers(decoded.text):
        if sign == "@":
            headers.take(key, value)
        elif sign == "*":
            cues.append(_cue(key, value))
        else:
            left[f"%{key}"] = left.get(f"%{key}", 0) + 1
    note = Note("tiers that depend on others were left out: {tiers}", {"tiers": ", ".join(left)})
    contents = contents_of_cues(cues, file, *decoded.notes, *([note] if left else ()))
    return Contents(
        contents.lines,
        attributes=headers.about,
        roles=headers.roles,
        names=headers.names,
        people=headers.people,
        notes=contents.notes,
    )


def _tiers(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield sign, key and value of each tier; a line that begins with a tab goes on with the one above."""
    for line in re.sub(r"\n[\t ]+", " ", text).split("\n"):
        key, _, value = line[1:].partition(":")
        if line[:1] in {"@", "*", "%"}:
            yield line[0], key.strip(), value.strip()


def _cue(speaker: str, value: str) -> Cue:
    times = [int(each) / 1000 for pair in _TIMES.findall(value) for each in pair]
    return Cue(min(times, default=None), max(times, default=None), _TIMES.sub("", value), speaker)
