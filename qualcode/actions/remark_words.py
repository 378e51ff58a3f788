"""What a comment in a margin says, by its first words, in Indonesian or English."""

import re

from qualcode.model import Code, Codebook, Remark

_FIRST = {
    Remark.AGREE: ("setuju", "sepakat", "agree", "agreed", "ok", "oke", "okay"),
    Remark.QUERY: ("tanya", "pertanyaan", "query", "question"),
    Remark.PROPOSE: ("usul", "usulan", "propose", "proposal"),
    Remark.DEVIANT: ("kasus negatif", "negatif", "negative case", "deviant case", "deviant"),
}
_WORD = re.compile(r"\w+|[^\w\s]")


def read_remark(text: str, codebook: Codebook | None) -> tuple[Remark, Code | None]:
    """Return what a comment says of a coding, and the code that it proposes.

    The first word tells (two for a negative case); else a question mark anywhere asks; anything else is a
    comment. A proposal names a code by its key or its name right after the word.

    Parameters
    ----------
    text
        The comment.
    codebook
        Whose codes can be proposed.

    Examples
    --------
    >>> [read_remark(text, None)[0].value for text in ("Setuju.", "Setuju?", "Tidak setuju", "Negatif!")]
    ['agree', 'query', 'comment', 'deviant']
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    for remark, beginnings in _FIRST.items():
        for beginning in beginnings:
            length = len(beginning.split())
            if words[:length] == beginning.split() and words[length : length + 1] != ["?"]:
                code = _named(words[length:], codebook) if remark is Remark.PROPOSE else None
                return remark, code
    return (Remark.QUERY if "?" in text else Remark.COMMENT), None


def _named(words: list[str], codebook: Codebook | None) -> Code | None:
    """Return the code whose name or key stands first, the longest where one begins like another."""
    while words and not words[0][0].isalnum():
        words = words[1:]
    found: list[tuple[int, Code]] = []
    for code in codebook.codes if codebook else ():
        for name in (code.key, code.key.replace("_", " "), *(text for _, text in code.name.items)):
            wanted = _WORD.findall(name.casefold())
            if wanted and words[: len(wanted)] == wanted:
                found.append((len(wanted), code))
    return max(found, key=lambda each: each[0])[1] if found else None
