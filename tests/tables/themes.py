"""Two themes of the small study, judged in part, for the tests of tables and documents."""

from qualcode.model import Relation, Theme, code_guid, derived
from qualcode.tables import CellNote, Note, Summary, of_themes
from tests.tables.sample import BOOK, CODEBOOK, ROWS, Row, all_read, codings

WORKSHOP = Theme(
    id=derived("theme", "workshop"),
    name="dari-rumah-ke-bengkel",
    claim="Belajar sendiri mendahului pelatihan.",
    coder_id=derived("coder", "ana"),
    code_ids=(code_guid(BOOK, "motivation"), code_guid(BOOK, "capacity")),
    evidence_against=(derived("coding", "1"),),
    relations={"interview": Relation.ALIGNED, "observation": Relation.COMPLEMENTS},
    verdicts={"interview": "Pak Zul mengatakannya sendiri.", "conclusion": "Cukup didukung."},
)
REACH = Theme(
    id=derived("theme", "reach"),
    name="pembeli",
    claim="Pembeli datang dari media sosial.",
    coder_id=derived("coder", "ana"),
    code_ids=(code_guid(BOOK, "marketing"),),
    position=1,
)
SAME_WORDS: Row = ("marketing", *ROWS[6][1:7], {})


def themes(language: str = "id") -> list[Summary]:
    """Their summaries: the second has no evidence, and was not asked about."""
    memos = {WORKSHOP.id: [Note(text="cek dengan Pak Zul", coder="ana")]}
    cell = CellNote(
        case="Zul", code_id=code_guid(BOOK, "motivation"), text="Mau mandiri sejak awal.", coder="ana"
    )
    return of_themes(
        [WORKSHOP, REACH],
        codings((*ROWS, SAME_WORDS)),
        CODEBOOK,
        all_read(marketing="not_asked"),
        language=language,
        memos=memos,
        cells=[cell],
    )
