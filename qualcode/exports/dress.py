"""How a faculty wants its documents: template, style names, captions, the line below a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """What a document looks like, apart from what it says.

    Attributes
    ----------
    template
        A Word file whose styles, page, header and footer are taken.
    styles
        Names of its styles by role, such as ``{"quote": "Kutipan"}``; what is not named has a fall-back.
    table, figure
        Patterns of captions with ``{chapter}`` and ``{number}``, such as ``"Tabel {chapter}.{number}"``; by
        default the language's word, the chapter where there is one, and the number.
    chapter
        The chapter's number as text.
    source
        The line below each table and picture.
    """

    template: Path | None = None
    styles: Mapping[str, str] = field(default_factory=dict)
    table: str = ""
    figure: str = ""
    chapter: str = ""
    source: str = ""
