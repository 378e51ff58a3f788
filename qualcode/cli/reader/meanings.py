"""What a code's meaning was and is, with what differs pointed out."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from rich.text import Text

from qualcode.cli.language import tr, word
from qualcode.codebook_files.diff import MEANING
from qualcode.model import Code

GONE, NEW = "red strike", "bold green"


def changes_of_meaning(then: Code, now: Code, *, version: int) -> Iterator[Text]:
    """Yield what a code's meaning was and is: each field that differs, in each language it differs in."""
    for field in MEANING:
        before, after = (_texts(getattr(code, field).as_mapping()) for code in (then, now))
        for language in dict.fromkeys([*before, *after]):
            old, new = before.get(language, ""), after.get(language, "")
            if old == new:
                continue
            yield Text(f"{word(field)} ({language})" if language else word(field), style="dim")
            was, become = differing(old, new)
            yield Text(tr("Version {version}: ").format(version=version)).append_text(was)
            yield Text(tr("Now: ")).append_text(become)


def differing(old: str, new: str) -> tuple[Text, Text]:
    """Return two texts, with the words that only one of them has in `GONE` and `NEW`.

    Examples
    --------
    >>> was, become = differing("Orang jadi sadar", "Orang mulai sadar")
    >>> [text.plain[text.spans[0].start : text.spans[0].end] for text in (was, become)]
    ['jadi', 'mulai']
    """
    before, after = old.split(), new.split()
    was, become = [], []
    for kind, i, j, k, m in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        same = kind == "equal"
        was.append(Text(" ".join(before[i:j]), style="" if same else GONE))
        become.append(Text(" ".join(after[k:m]), style="" if same else NEW))
    return _joined(was), _joined(become)


def _joined(pieces: list[Text]) -> Text:
    return Text(" ").join(piece for piece in pieces if piece.plain)


def _texts(given: dict[str, str] | dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {language: text if isinstance(text, str) else " · ".join(text) for language, text in given.items()}
