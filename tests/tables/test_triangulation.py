from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from qualcode.model import Guid, Relation, Theme, code_guid, derived
from qualcode.tables import of_themes
from qualcode.tables.triangulation import Angle, Triangulation, triangulation_frame
from tests.tables.sample import BOOK, CODEBOOK, ROWS, all_read, codings, coverage


def seen(*keys: str, read: pd.DataFrame | None = None, **more: Any) -> Triangulation:
    """A theme that draws from these codes, seen from every kind of source."""
    codes: tuple[Guid, ...] = tuple(code_guid(BOOK, key) for key in keys)
    theme = Theme(id=derived("theme", "1"), name="t", claim="So.", coder_id=BOOK, code_ids=codes, **more)
    (summary,) = of_themes([theme], codings(), CODEBOOK, all_read() if read is None else read)
    assert summary.triangulation is not None
    return summary.triangulation


def angles(found: Triangulation) -> Mapping[str, Angle]:
    return {angle.kind: angle for angle in found.angles}


def test_every_kind_says_what_speaks_for_and_against() -> None:
    found = angles(seen("awareness"))
    assert (found["interview"].support.codings, found["interview"].against.codings) == (5, 1)
    assert [each.negative for each in found["interview"].quotations] == [False, False, True]
    assert [each.reference for each in angles(seen("capacity"))["observation"].quotations] == ["O1-aula"]


def test_a_judgement_is_a_persons_and_never_made_up() -> None:
    verdicts = {"interview": "most say so", "conclusion": "it holds"}
    found = seen("awareness", relations={"interview": Relation.ALIGNED}, verdicts=verdicts)
    assert found.conclusion == "it holds"
    assert (angles(found)["interview"].relation, angles(found)["interview"].verdict) == (
        "aligned",
        "most say so",
    )
    assert (angles(found)["observation"].relation, angles(found)["observation"].verdict) == ("", "")


def test_a_kind_that_the_study_has_no_source_of_is_not_one_that_says_nothing() -> None:
    found = angles(seen("awareness"))
    assert (found["observation"].absence, found["document"].absence) == ("nothing", "no_source")
    assert found["interview"].absence == ""
    assert list(found) == ["interview", "observation", "document"]


@pytest.mark.parametrize(
    ("states", "absence"),
    [
        (["read", "read"], "nothing"),
        (["read", "unread"], "unread"),
        (["read", "not_asked"], "nothing"),
        (["not_asked", "not_asked"], "not_asked"),
    ],
)
def test_an_absence_says_whether_anybody_looked(states: list[str], absence: str) -> None:
    sources = {("", f"O{place}", "motivation"): state for place, state in enumerate(states)}
    assert angles(seen("motivation", read=coverage(sources)))["observation"].absence == absence


def test_sub_codes_must_have_been_looked_for_too() -> None:
    assert angles(seen("awareness", read=all_read(motivation="unread")))["observation"].absence == "unread"


def test_a_theme_without_codes_looks_nowhere() -> None:
    found = angles(seen(evidence_for=(derived("coding", "1"),)))
    assert (found["interview"].absence, found["observation"].absence) == ("", "no_codes")


def test_findings_make_one_table_with_a_row_per_kind_of_source() -> None:
    frame = triangulation_frame([seen("capacity", relations={"observation": "complements"})])
    assert frame["kind"].tolist() == ["interview", "observation", "document"]
    assert frame["relation"].tolist() == ["", "complements", ""]
    assert frame["evidence"].tolist()[1] == f"“{ROWS[7][5]}” (O1-aula)"
    against = triangulation_frame([seen("awareness")])["evidence_against"]
    assert against.tolist() == [f"“{ROWS[1][5]}” (W3-astuti.4)", "", ""]
