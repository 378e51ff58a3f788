import json
from pathlib import Path

import pytest

from tests.cli.command import done, run


@pytest.fixture
def coded(here: Path) -> Path:
    """The study with three codings of two interviews."""
    done(here, "code", "W1-zul", "Modal keluarga", "capital", "--negative")
    done(here, "code", "W1-zul", "di rumah", "awareness")
    done(here, "code", "W2-lina", "Modal dari bank", "capital")
    done(here, "mark", "--read", "W1-zul")
    return here


def test_a_table_in_a_pipe_is_plain(coded: Path) -> None:
    out = done(coded, "table", "--case", "zul").out
    assert out.splitlines() == [
        "Reference\tInformant\tCode\tQuotation\tCoder",
        "W1-zul.2\tzul\tawareness\tdi rumah\trani",
        "W1-zul.4\tzul\tcapital\tModal keluarga\trani",
        "2 codings.",
    ]


def test_one_is_no_plural(coded: Path) -> None:
    assert done(coded, "table", "--code", "awareness").out.endswith("\n1 coding.\n")
    out = done(coded, "summary", "--code", "capital", "--out", "s.md").out
    assert out == "1 summary in s.md.\n"


def test_json_has_every_column_and_no_not_a_number(coded: Path) -> None:
    rows = json.loads(done(coded, "table", "--json", "--code", "awareness").out)
    assert (len(rows), rows[0]["turn"], rows[0]["time"], rows[0]["negative"]) == (1, 2, None, False)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "docx", "html", "md"])
def test_every_result_is_written_where_it_is_said(coded: Path, suffix: str) -> None:
    for command in ("table", "summary", "frequencies", "matrix"):
        path = f"outputs/{command}.{suffix}"
        assert path in done(coded, command, "--out", path).out
        assert (coded / path).stat().st_size > 0


def test_a_default_place_may_be_set(coded: Path) -> None:
    (coded / "qualcode.toml").write_text('[table]\nout = "outputs/t.csv"\n')
    done(coded / "transcripts", "table")
    assert (coded / "outputs" / "t.csv").exists()
    assert len(json.loads(done(coded, "table", "--json").out)) == 3
    (coded / "qualcode.toml").write_text("[table]\nout = 5\n")
    assert run(coded, "table").code == 2


def test_a_place_that_cannot_be_written_is_named_in_one_line(coded: Path) -> None:
    for out in ("outputs/t.pdf", "qualcode.toml/t.csv", "outputs"):
        result = run(coded, "table", "--out", out)
        assert result.code in (1, 2)
        assert "outputs" in result.err or "qualcode.toml" in result.err
        assert "Traceback" not in result.err


def test_nothing_is_not_written(here: Path) -> None:
    result = run(here, "table", "--out", "outputs/t.csv")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert not (here / "outputs" / "t.csv").exists()
    assert done(here, "table").out == "There are no codings for this.\n"
    assert done(here, "summary").out == "There is nothing to summarise yet.\n"


@pytest.mark.parametrize(
    ("args", "offered"),
    [
        (["table", "--code", "capitol"], "did you mean capital"),
        (["table", "--case", "zull"], "did you mean zul"),
        (["matrix", "--source", "W3"], "qualcode sources"),
        (["summary", "--theme", "x"], "qualcode theme"),
        (["frequencies", "--kind", "letter"], "interview, focus_group"),
        (["table", "--framework", "x"], "stage, problems"),
        (["table", "--by", "ranni"], "did you mean rani"),
    ],
)
def test_a_filter_of_an_unknown_name_offers_others(coded: Path, args: list[str], offered: str) -> None:
    result = run(coded, *args)
    assert (result.code, result.out) == (2, "")
    assert offered in result.err


def test_the_matrix_tells_the_absences_apart(coded: Path) -> None:
    out = done(coded, "matrix", "--framework", "stage", "--lang", "en").out
    assert out.splitlines()[:2] == ["Code\tzul\tBu Lina", "Awareness\t1\t…"]
    assert out.splitlines()[-1].startswith("0: coded through, nothing found")
    states = {row["code"]: row["states"] for row in json.loads(done(coded, "matrix", "--json").out)}
    assert states["capacity"] == {"zul": "nothing", "Bu Lina": "unread"}


def test_frequencies_count_informants_first(coded: Path) -> None:
    assert ["Capital", "2", "2", "2"] in done(coded, "frequencies", "--lang", "en").rows
    (row,) = json.loads(done(coded, "frequencies", "--code", "capital", "--json").out)
    assert (row["informants"], row["codings"]) == (2, 2)


def test_figures_say_whether_sub_codes_are_counted_with_their_code(coded: Path) -> None:
    assert done(coded, "frequencies").out.endswith("are not counted with the codes above them.\n")
    assert done(coded, "frequencies", "--roll-up").out.endswith("are counted with the codes above them.\n")
    done(coded, "frequencies", "--roll-up", "--lang", "en", "--out", "f.md")
    assert "Codings of sub-codes are counted" in (coded / "f.md").read_text()


def test_a_summary_reads_well_in_a_pipe(coded: Path) -> None:
    lines = done(coded, "summary", "--code", "capital", "--lang", "en").out.splitlines()
    assert lines[0] == "Problems > Capital"
    assert lines[1] == "Money to begin with."
    assert "  informants: 1; sources: 1; passages: 1; codings: 1" in lines
    assert "  against: informants: 1; sources: 1; passages: 1; codings: 1" in lines
    assert any("Modal dari bank" in line and "(W2-lina.4)" in line for line in lines)
    assert [line for line in lines if "against" in line and "Modal keluarga" in line]


def test_a_triangulation_reads_well_in_a_pipe(coded: Path) -> None:
    assert done(coded, "triangulation").out == "There is no theme yet; qualcode theme makes one.\n"
    done(coded, "theme", "modal", "Modal dari bank.", "--code", "capital", "--relation", "interview=aligned",
         "--verdict", "interview=Satu orang.", "--conclusion", "Belum cukup.")  # fmt: skip
    assert done(coded, "triangulation").out.splitlines() == [
        "Modal",
        "Modal dari bank.",
        "  interview: Aligned. Satu orang.",
        "    “Modal dari bank” (W2-lina.4)",
        "    Against: “Modal keluarga” (W1-zul.4)",
        "  observation:",
        "    — (not yet coded through)",
        "  document:",
        "    — (no source of this kind in the study)",
        "  Conclusion:",
        "    Aligned: interview.",
        "    Belum cukup.",
        "",
    ]
    assert done(coded, "triangulation", "--out", "t.md").out == "1 theme in t.md.\n"
    (finding,) = json.loads(done(coded, "triangulation", "--json").out)
    assert [angle["absence"] for angle in finding["angles"]] == ["", "unread", "no_source"]
    lines = done(coded, "summary", "--theme", "modal").out.splitlines()
    assert "  Triangulation of sources: Aligned: interview. Belum cukup." in lines


def test_keywords_are_shown_in_context(coded: Path) -> None:
    lines = done(coded, "find", "modal", "--width", "2").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["W1-zul.4", "W1-zul.4", "W2-lina.4"]
    assert done(coded, "find", "modal", "--interviewer").out.count("\n") == 4
    assert "Places: 0" in done(coded, "find", "gajah").out
    assert json.loads(done(coded, "find", "bank", "--json").out)[0]["words"] == "bank"


def test_a_keyword_that_is_none_is_wrong_use(coded: Path) -> None:
    result = run(coded, "find", "latih ~x modal")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)


def test_suggesting_tells_what_waits(coded: Path) -> None:
    result = done(coded, "suggest")
    assert {row[0]: int(row[2]) for row in result.rows}["W1-zul"] == 0
    report = json.loads(done(coded, "suggest", "--json").out)
    assert report["suggestions"] == sum(report["by_source"].values())
    assert "W2-lina" in report["hidden"]


def test_a_csv_for_excel_begins_with_the_mark_that_excel_needs(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    done(here, "table", "--out", "plain.csv")
    done(here, "table", "--out", "excel.csv", "--excel")
    plain, marked = ((here / name).read_bytes() for name in ("plain.csv", "excel.csv"))
    assert marked == b"\xef\xbb\xbf" + plain
