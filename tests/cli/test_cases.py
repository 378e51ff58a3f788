import json
from pathlib import Path

from tests.cli.command import done, run

TABLE = "case,umur,usaha\nzul,44,kunci\nDinas Koperasi,,\n"


def test_an_imported_table_says_who_was_set_and_who_made(here: Path) -> None:
    (here / "informants.csv").write_text(TABLE)
    result = done(here, "cases", "import", "informants.csv")
    assert result.out == "Set: zul.\nMade: Dinas Koperasi.\n1 set, 1 made, 0 left out.\n"
    assert ["zul", "", "umur: 44; usaha: kunci", "given"] in done(here, "cases").rows


def test_a_row_that_was_left_out_is_said_and_the_rest_is_imported(here: Path) -> None:
    (here / "informants.csv").write_text("source,umur\nW1-zul,44\nW9,30\n")
    result = run(here, "cases", "import", "informants.csv")
    assert (result.code, result.out) == (1, "Set: zul.\n1 set, 0 made, 1 left out.\n")
    assert result.err.startswith("Left out informants.csv, row 3: there is no source 'W9'")


def test_an_import_as_json(here: Path) -> None:
    (here / "informants.csv").write_text(TABLE + ",30,\n")
    report = json.loads(run(here, "cases", "import", "informants.csv", "--json").out)
    assert (report["set"], report["made"]) == (["zul"], ["Dinas Koperasi"])
    assert [each["row"] for each in report["left_out"]] == [4]


def test_an_import_is_taken_back_at_once(here: Path) -> None:
    (here / "informants.csv").write_text(TABLE)
    done(here, "cases", "import", "informants.csv")
    done(here, "undo")
    assert {row[0]: row[2] for row in done(here, "cases").rows} == {"Bu Lina": "", "zul": ""}
