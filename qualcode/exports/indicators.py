"""Which codes of other frameworks go along with a theme's, case by case."""

from collections.abc import Iterator

from qualcode.exports.blocks import TEXT_WIDTH, Block, Grid, GridColumn, Paragraph
from qualcode.exports.layout import INDENT
from qualcode.locale import number, translator
from qualcode.tables import Companions, legend
from qualcode.tables.cells import Companion
from qualcode.tables.cooccurrence import definition
from qualcode.tables.matrix import GLYPHS

NARROW = 6
"""Characters that a case is given at least."""

ROOM = 100
"""Characters across that a page in portrait has room for, figures being short."""


def indicators_blocks(found: Companions, *, of: str, language: str) -> Iterator[Block]:
    """Lay out what goes along with the codes of one theme, stage by indicator by case.

    Parameters
    ----------
    found
        What goes along.
    of
        The theme's name.
    language
        Of all words but those of coders.
    """
    tr = translator(language)
    columns = (
        GridColumn(tr("Code"), TEXT_WIDTH),
        *(GridColumn(case, _width(case), numeric=True) for case in found.cases),
        GridColumn(tr("Informants"), 10, numeric=True),
    )
    wide = sum(column.width for column in columns) > ROOM
    caption = tr("What goes along with the codes of {title}, by informant").format(title=of)
    yield Grid(caption, columns, [_row(row, language) for row in found.rows], landscape=wide)
    yield Paragraph(f"{definition(language)} {legend(language)}.", quiet=True)
    if found.never:
        yield Paragraph(", ".join(found.never), tr("Nowhere together with these"))
    for code, note in found.notes:
        whose = f"{note.case} × {code}" + (f" ({note.coder})" if note.coder else "")
        yield Paragraph(note.text, whose)


def _width(case: str) -> int:
    return max(NARROW, *(len(word) + 1 for word in case.split()), len(case) // 3)


def _row(row: Companion, language: str) -> list[str]:
    cells = (
        GLYPHS.get(state, number(count, language))
        for count, state in zip(row.places, row.states, strict=True)
    )
    name = f"{INDENT}+ {row.code}" if row.along else row.code
    return [name, *cells, number(row.informants, language)]
