r"""LaTeX, as a part to be put into a document: ``\input{coded}``."""

import re
from collections.abc import Iterator, Sequence

from qualcode.exports.blocks import (
    Block,
    BlockQuote,
    Foreign,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    Report,
    Text,
    pieces,
)
from qualcode.exports.characters import legal
from qualcode.exports.numbering import line_below, numbers_of
from qualcode.settings import Dress

ROOM = 96
"""Characters across a page, by which the columns of a table share it."""

_LEVELS = ("section", "subsection", "subsubsection", "paragraph")
_NEEDED = (
    r"% Needs \usepackage{array,booktabs,longtable}; with pdfLaTeX also \usepackage[T1]{fontenc},",
    "% for emoji and other scripts XeLaTeX or LuaLaTeX.",
)
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "\u2003": r"\quad{}",
}
_SPECIAL = re.compile("|".join(map(re.escape, _ESCAPES)))
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[!?])(?=`)|(?<=,)(?=,)")
_OPENING = re.compile(r"^([\[*])", re.MULTILINE)
_LONG = re.compile(r"[\w.\-/\\]{10,}")
_JOINTS = re.compile(r"(?<=\w)(?:[.\-/]|\\_)(?=\w)")
_LINE_BREAKS = re.compile(r"[^\S\n]*\n\s*")


def render(report: Report, dress: Dress | None = None) -> bytes:
    """Return the report as LaTeX in UTF-8: tables that run over pages, every special character escaped.

    LaTeX counts tables and figures itself, so that they fall in with those of the document around them.
    """
    writer = _Writer(report, dress or Dress())
    parts = [
        f"% {' '.join(legal(report.title).split())}",
        *_NEEDED,
        *(line for block in report.blocks for line in ("", *writer.lines(block))),
    ]
    return ("\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    r"""Return text such that LaTeX sets it as it is written.

    Examples
    --------
    >>> print(escaped("50% & {A_1} -- \\ok"))
    50\% \& \{A\_1\} -{}- \textbackslash{}ok
    """
    marked = _SPECIAL.sub(lambda match: _ESCAPES[match[0]], legal(text))
    return _LIGATURES.sub("{}", marked)


def _lined(text: str) -> str:
    """Return a text with its line breaks; one at either end would be an error to LaTeX."""
    return _broken(text.strip())


def _breakable(escaped_text: str) -> str:
    """Let a line end inside what is long and without spaces, such as a reference code, at a dot or hyphen."""
    return _LONG.sub(lambda word: _JOINTS.sub(r"\g<0>\\allowbreak{}", word[0]), escaped_text)


def _broken(text: str) -> str:
    lines = _LINE_BREAKS.sub("\n", escaped(text))
    return _OPENING.sub(r"{\1}", lines).replace("\n", "\\newline\n")


class _Writer:
    """Makes lines of LaTeX of blocks."""

    def __init__(self, report: Report, dress: Dress) -> None:
        self.dress = dress
        self.numbers = numbers_of(report, dress)

    def lines(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(text, level, part):
                name = _LEVELS[min(level, len(_LEVELS)) - 1]
                yield f"\\{name}{'*' if part else ''}{{{escaped(text)}}}"
                if part:
                    yield f"\\addcontentsline{{toc}}{{{name}}}{{{escaped(text)}}}"
            case Paragraph(text, label, quiet):
                words = (f"\\textbf{{{escaped(label)}:}} " if label else "") + self._running(text)
                yield f"{{\\small {words}\\par}}" if quiet else words
            case BlockQuote():
                yield from _quotation(block)
            case Picture():
                yield from self._picture(block)
            case Grid():
                yield from self._grid(block)
            case PageBreak():
                yield r"\clearpage"

    def _running(self, text: Text) -> str:
        return "".join(self._piece(piece) for piece in pieces(text))

    def _piece(self, piece: str | Ref | Foreign) -> str:
        match piece:
            case str():
                return _broken(piece)
            case Foreign(words):
                return f"\\textit{{{escaped(words)}}}"
            case Ref(key, missing):
                number = self.numbers.by_key.get(key)
                return f"{escaped(number.label)}~\\ref{{{_label(key)}}}" if number else escaped(missing)

    def _source(self, block: Grid | Picture) -> str:
        source = line_below(block, self.dress)
        return f"{{\\small {escaped(source)}\\par}}" if source else ""

    def _picture(self, picture: Picture) -> Iterator[str]:
        """Leave room for a picture: LaTeX takes it from a file, which `qualcode chart` makes."""
        yield r"\begin{figure}[htbp]\centering"
        yield f"\\fbox{{\\parbox{{0.9\\linewidth}}{{\\small {_lined(picture.alt)}}}}}"
        if picture.caption:
            yield f"\\caption{{{escaped(picture.caption)}}}{_labelled(picture.key)}"
        yield from filter(None, (self._source(picture),))
        yield r"\end{figure}"

    def _grid(self, grid: Grid) -> Iterator[str]:
        widths = [share * 0.96 for share in grid.shares(ROOM)]
        columns = "".join(
            f">{{\\{'raggedleft' if column.numeric else 'raggedright'}\\arraybackslash}}"
            f"p{{\\dimexpr {width:.3f}\\linewidth-2\\tabcolsep\\relax}}"
            for column, width in zip(grid.columns, widths, strict=True)
        )
        heads = _row(
            [f"\\textbf{{{escaped(column.title)}}}" if column.title else "" for column in grid.columns]
        )
        yield f"\\begin{{longtable}}{{{columns}}}"
        if grid.caption:
            yield f"\\caption{{{escaped(grid.caption)}}}{_labelled(grid.key)}\\\\"
        if any(column.title for column in grid.columns):
            yield from (r"\toprule", heads, r"\midrule", r"\endfirsthead")
            yield from (r"\toprule", heads, r"\midrule", r"\endhead")
        else:
            yield from (r"\toprule", r"\endhead")
        yield from (r"\bottomrule", r"\endlastfoot")
        yield from (_row([_breakable(_lined(cell)) for cell in row]) for row in grid.rows)
        yield r"\end{longtable}"
        yield from filter(None, (self._source(grid),))


def _row(cells: Sequence[str]) -> str:
    return f"{' & '.join(cells)} \\tabularnewline"


def _quotation(quote: BlockQuote) -> Iterator[str]:
    yield r"\begin{quote}"
    yield _lined(quote.text)
    if quote.translation:
        yield ""
        yield f"\\textit{{{escaped(quote.translation)}}}"
    yield ""
    yield f"{{\\small {_lined(chr(10).join((quote.source, *quote.notes)))}\\par}}"
    yield r"\end{quote}"


def _label(key: str) -> str:
    return re.sub(r"[^\w-]", "-", key)


def _labelled(key: str) -> str:
    return f"\\label{{{_label(key)}}}" if key else ""
