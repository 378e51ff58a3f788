"""The codebook as lines of text."""

from collections.abc import Iterator, Mapping, Sequence

from qualcode.model import Code, Codebook, Guid


def tree(
    codebook: Codebook, *, language: str = "", figures: Mapping[Guid, object] | None = None
) -> list[str]:
    """Draw frameworks and codes as a tree.

    Parameters
    ----------
    codebook
        What to draw.
    language
        Of the names.
    figures
        Something to say per code, by its GUID, such as its number of codings.

    Returns
    -------
    list of str
        One line per framework and code: name, key where it differs, figure.
    """
    lines: list[str] = []
    for framework in codebook.frameworks:
        lines.append(_label(framework.name.get(language), framework.key))
        lines += _branches(codebook, codebook.children(None, framework.id), language, figures or {}, "")
    return lines


def _branches(
    codebook: Codebook, codes: Sequence[Code], language: str, figures: Mapping[Guid, object], indent: str
) -> Iterator[str]:
    for code in codes:
        last = code is codes[-1]
        figure = f"  {figures[code.id]}" if code.id in figures else ""
        yield f"{indent}{'└── ' if last else '├── '}{_label(code.name.get(language), code.key)}{figure}"
        below = indent + ("    " if last else "│   ")
        yield from _branches(codebook, codebook.children(code.id), language, figures, below)


def _label(name: str, key: str) -> str:
    return f"{name} ({key})" if name and name != key else key
