"""What stands above the first words: front matter, ``key: value`` lines, a legend of the labels."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qualcode.model import Role
from qualcode.readers import labels
from qualcode.readers.draft import Line
from qualcode.readers.marks import Mark, fold, mark_of, word_of

_PAIR = re.compile(
    r"\s*[*_>\-•]*\s*([^\W\d_][\w .()/'’\-]{0,40}?)[*_]*\s*[:：](?!(?<=\d:)\d)\s*[*_]*\s*(\S.*?)\s*[*_]*\s*"
)
_LEGEND_PART = re.compile(
    r"\s*[*_]*(\w{1,4}|\w+ ?\d)[*_]*\s*[:=]\s*(?:(?:denotes|means|is|adalah|berarti) )?([^=:;,]{2,40}?)\s*"
)
_LEGEND_PAIR = re.compile(r"([^\W\d_]+)\s*\((\w{1,3})\)")
_LONGEST_PAIR = 500
"""Code points of a line that may be ``key: value``."""
_LONGEST_TITLE, _MOST_TITLES = 120, 6
"""Code points of a title's line, and lines of title between two ``key: value`` lines, at most."""


@dataclass(slots=True)
class Header:
    """The head of a transcript.

    Attributes
    ----------
    attributes
        What it says about the source.
    end
        Number of lines it takes.
    legend
        Folded label to what it stands for: ``{"p": "Pewawancara"}``.
    """

    attributes: dict[str, str] = field(default_factory=dict)
    end: int = 0
    legend: dict[str, str] = field(default_factory=dict)

    def role(self, label: str) -> Role | None:
        """Return the role that the legend gives a label, or its fellows but for the number."""
        own = role_in(self.legend.get(fold(label), ""))
        fellows = {role_in(words) for name, words in self.legend.items() if word_of(name) == word_of(label)}
        return own or (fellows.pop() if len(fellows) == 1 else None)


def role_in(words: str) -> Role | None:
    """Return the role that words name: ``"Interviewer 1"``, ``"Pewawancara (Rina)"``."""
    before, _, inside = words.partition("(")
    first = word_of(re.split(r"[,.;:/()&+|–—-]", before)[0]) if words else ""
    for candidate in (first, first.split(" ")[0], word_of(inside.rstrip(") "))):
        for role, known in labels.ROLE_WORDS.items():
            if candidate in known and len(candidate) > 1:
                return role
    return None


def silent_header(lines: Sequence[Line], *, start: int = 0) -> Header:
    """Read the lines above a table of speech: nobody speaks in them, so every ``key: value`` is one."""
    header = Header(end=start)
    for number in range(start, len(lines)):
        text = lines[number].text.strip()
        if legend := _legend(text, known={}):
            header.legend.update(legend)
        elif (pair := _pair(text)) and not lines[number].heading:
            header.attributes.setdefault(pair[1].strip(), pair[2])
            header.end = number + 1
    return header


def header_of(lines: Sequence[Line], *, start: int = 0, marks: Sequence[Mark | None] = ()) -> Header:
    """Read the head of a transcript off its first lines.

    Parameters
    ----------
    lines
        All lines of the file.
    start
        The line to begin at, after any front matter.
    marks
        What each line may begin, where that is known already.
    """
    header = Header(end=start)
    marks = marks or [mark_of(line) for line in lines]
    counts = Counter(fold(mark.label) for mark in marks if mark and mark.label)
    waiting: list[tuple[int, str, str]] = []
    titles, explained = 0, len(lines)
    for number in range(start, len(lines)):
        text = lines[number].text.strip()
        if not text:
            continue
        pair = _pair(text)
        if legend := _legend(text, known=header.legend if number == explained + 1 else {}):
            header.legend.update(legend)
            header.end, explained = number + 1, number
        elif pair is None or lines[number].heading:
            titles += 1
            if len(text) > _LONGEST_TITLE or titles > _MOST_TITLES:
                break
        elif (is_key := _is_key(pair[1], pair[2], counts)) or _is_person(pair[1], pair[2]):
            waiting.append((number, pair[1].strip(), pair[2]))
            if is_key and _is_sure(pair[1]):
                header.end, titles = number + 1, 0
        else:
            break
    _settle(header, waiting, lines, counts)
    return header


def _pair(text: str) -> re.Match[str] | None:
    """Return the key and value of a line that is short enough to be such."""
    return _PAIR.fullmatch(text) if len(text) <= _LONGEST_PAIR else None


def _settle(
    header: Header, waiting: list[tuple[int, str, str]], lines: Sequence[Line], counts: Counter[str]
) -> None:
    """Take in the pairs above the last sure line, those right below it, and a lone name that never speaks."""
    for number, key, value in waiting:
        follows = header.end > 0 and number == header.end
        alone = (
            _is_person(key, value)
            and counts[fold(key)] == 1
            and (number + 1 == len(lines) or not lines[number + 1].text.strip())
        )
        if number < header.end or follows or alone:
            header.attributes.setdefault(key, value)
            header.end = max(header.end, number + 1)


def _is_sure(key: str) -> bool:
    return word_of(key).split(" ")[0] in labels.HEADER_KEYS


def _is_key(key: str, value: str, counts: Counter[str]) -> bool:
    folded = fold(key)
    if len(value) > _LONGEST_TITLE or value.endswith("?"):
        return False
    if _is_sure(key):
        return counts[folded] < 3 or mark_of(Line(f"{key}: {value}")) is None
    first = folded.split(" ")[0]
    return counts[folded] <= 1 and role_in(key) is None and len(key) > 3 and first not in labels.HONORIFICS


def _is_person(key: str, value: str) -> bool:
    """Say whether ``Informan: Pak Zul`` names a person rather than quoting one."""
    words = value.split()
    return (
        role_in(key) is not None
        and 0 < len(words) <= 6
        and all(
            word[0].isupper() or word[0] in "(0123456789" or word.rstrip(".)") in labels.INNER
            for word in words
        )
        and value[-1] not in "?!…"
        and not (value.endswith(".") and not re.search(r"\w\.\w\.$", value))
        and fold(words[0].strip(",.")) not in labels.GREETINGS
    )


def _legend(text: str, *, known: Mapping[str, str]) -> dict[str, str]:
    """Return the labels that a line explains: ``P = Pewawancara, I = Informan``.

    Right below a legend (`known`) a line may explain labels in words that name no role.
    """
    if len(text) > _LONGEST_PAIR:
        return {}
    text = re.sub(r"^\s*(keterangan|legend|key)\s*:\s*", "", text, flags=re.IGNORECASE)
    pairs = _LEGEND_PAIR.findall(text)
    if pairs and all(role_in(word) for word, _ in pairs) and ":" not in text:
        return {fold(label): word for word, label in pairs}
    parts = [_LEGEND_PART.fullmatch(part) for part in re.split(r"[;,]", text) if part.strip()]
    found = {fold(part[1]): part[2] for part in parts if part}
    if len(found) < len(parts) or not found:
        return {}
    explained = any(role_in(words) for words in found.values())
    continues = bool(known) and not known.keys() & found and all(len(w.split()) <= 2 for w in found.values())
    return found if (explained or continues) and not text.endswith((".", "?")) else {}


def front_matter(lines: Sequence[Line]) -> Header:
    """Read a block between ``---`` (YAML) or ``+++`` (TOML) at the very top; an unreadable one is skipped."""
    fence = lines[0].text.strip() if lines else ""
    if fence not in {"---", "+++"}:
        return Header()
    for number in range(1, len(lines)):
        if lines[number].text.strip() == fence:
            block = "\n".join(line.text for line in lines[1:number])
            return Header(_parsed(block, fence), number + 1)
    return Header()


def _parsed(block: str, fence: str) -> dict[str, str]:
    import tomllib

    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        found = tomllib.loads(block) if fence == "+++" else YAML(typ="base", pure=True).load(block)
    except (tomllib.TOMLDecodeError, YAMLError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): str(value) for key, value in found.items() if value not in ("", None)}
