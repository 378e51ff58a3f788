"""What a comment in a margin says, by its first words, in Indonesian or English."""

import re

from qualcode.model import Code, Codebook, Remark

_FIRST = {
    Remark.AGREE: ("setuju", "sepakat", "agree", "agreed", "ok", "oke", "okay"),
    Remark.QUERY: (
        "tanya", "pertanyaan", "query", "question", "tidak setuju", "kurang setuju", "belum setuju",
        "tidak sepakat", "kurang sepakat", "belum tepat", "kurang tepat", "tidak tepat", "tidak yakin",
        "kurang yakin", "belum yakin", "ragu", "disagree", "i disagree", "not agreed", "do not agree",
        "don't agree", "i don't agree", "not sure", "i'm not sure", "unsure",
    ),
    Remark.PROPOSE: ("usul", "usulan", "propose", "proposal"),
    Remark.DEVIANT: ("kasus negatif", "negatif", "negative case", "deviant case", "deviant"),
}  # fmt: skip
"""Beginnings; who does not agree waits for an answer, as who asks."""

_PASSED_OVER = frozenset({"kode", "code", "kategori", "jadi", "menjadi", "ganti", "ke", "pakai", "use", "to"})
"""Words between a proposal and the name of its code."""

_WORD = re.compile(r"\w+|[^\w\s]")


def read_remark(text: str, codebook: Codebook | None) -> tuple[Remark, Code | None]:
    """Return what a comment says of a coding, and the code that it proposes.

    The first words tell; else a question mark anywhere asks; anything else is a
    comment. A proposal names a code by its key or its name, in any language and between any marks.

    Parameters
    ----------
    text
        The comment.
    codebook
        Whose codes can be proposed.

    Examples
    --------
    >>> [read_remark(text, None)[0].value for text in ("Setuju.", "Setuju?", "Tidak setuju", "Negatif!")]
    ['agree', 'query', 'query', 'deviant']
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    for remark, beginnings in _FIRST.items():
        for beginning in beginnings:
            first = _WORD.findall(beginning)
            length = len(first)
            if words[:length] == first and words[length : length + 1] != ["?"]:
                code = _named(words[length:], codebook) if remark is Remark.PROPOSE else None
                return remark, code
    return (Remark.QUERY if "?" in text else Remark.COMMENT), None


def _named(words: list[str], codebook: Codebook | None) -> Code | None:
    """Return the code whose name or key stands first, the longest where one begins like another."""
    found: list[tuple[int, Code]] = []
    for code in codebook.codes if codebook else ():
        for name in (code.key, code.key.replace("_", " "), *(text for _, text in code.name.items)):
            wanted = _WORD.findall(name.casefold())
            if wanted and words[: len(wanted)] == wanted:
                found.append((len(wanted), code))
    if found:
        return max(found, key=lambda each: each[0])[1]
    passed_over = words and (words[0] in _PASSED_OVER or not words[0][0].isalnum())
    return _named(words[1:], codebook) if passed_over else None
