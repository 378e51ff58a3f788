import json
from pathlib import Path

import pytest

from tests.cli.command import done, run


@pytest.fixture
def coded(here: Path) -> Path:
    """The small study with a coding of each informant."""
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "awareness")
    done(here, "code", "W2-lina", "pelatihan tiga hari", "capacity")
    return here


def test_from_proposals_to_a_file_without_names(coded: Path) -> None:
    assert {row[0] for row in done(coded, "pseudonyms", "propose").rows} == {"Lina", "zul"}
    done(coded, "pseudonyms", "set", "zul", "Rudi")
    done(coded, "pseudonyms", "set", "Lina", "Ratna")
    assert done(coded, "pseudonyms").rows == [
        ["Lina", "Ratna", "person", "Bu Lina", "2"],
        ["zul", "Rudi", "person", "zul", "1"],
    ]
    assert done(coded, "pseudonyms", "propose").out == "Nothing is left that may identify somebody.\n"

    done(coded, "table", "--out", "coded.csv")
    assert "Pak Rudi" in (coded / "coded.csv").read_text()
    done(coded, "table", "--out", "coded.csv", "--no-pseudonyms")
    assert "Pak Zul" in (coded / "coded.csv").read_text()


def test_the_projects_file_says_whether_names_are_replaced(coded: Path) -> None:
    done(coded, "pseudonyms", "set", "zul", "Rudi")
    done(coded, "pseudonyms", "leave", "Lina")
    with (coded / "qualcode.toml").open("a") as settings:
        settings.write("\n[document]\npseudonyms = false\n")
    done(coded, "table", "--out", "coded.csv")
    assert "Pak Zul" in (coded / "coded.csv").read_text()
    done(coded, "table", "--out", "coded.csv", "--pseudonyms")
    assert "Pak Rudi" in (coded / "coded.csv").read_text()


def test_what_consent_left_out_is_said_where_errors_go(coded: Path) -> None:
    done(coded, "cases", "set", "zul", "--consent-scope", "counted")
    result = run(coded, "table", "--out", "coded.csv")

    assert result.err.startswith("Not quoted, for want of consent: zul.\n")
    assert result.out == "1 coding in coded.csv.\n"
    assert ["zul", "", "", "given counted"] in done(coded, "cases").rows


def test_a_file_under_real_names_that_nobody_asked_for_says_so_once(coded: Path) -> None:
    warned = run(coded, "table", "--out", "coded.csv").err
    assert warned.startswith("Nobody has a pseudonym yet")
    assert run(coded, "table", "--out", "coded.csv").err == ""


def test_who_has_no_pseudonym_is_named_once_there_are_some(coded: Path) -> None:
    run(coded, "table", "--out", "coded.csv")
    done(coded, "pseudonyms", "set", "zul", "Rudi")
    assert run(coded, "matrix", "--out", "matrix.csv").err == (
        "Under their own names, for want of a pseudonym: Bu Lina.\n"
    )


def test_a_check_fails_as_long_as_something_is_left(coded: Path) -> None:
    result = run(coded, "pseudonyms", "check")
    assert result.code == 1
    assert "zul has no pseudonym." in result.out
    done(coded, "pseudonyms", "leave", "zul", "Lina")
    assert done(coded, "pseudonyms", "check").out == "Nothing is left that may identify somebody.\n"


def test_a_pseudonym_of_two_people_is_told_and_taken_back(coded: Path) -> None:
    done(coded, "pseudonyms", "set", "zul", "Rudi")
    result = run(coded, "pseudonyms", "set", "Lina", "Rudi")
    assert (result.code, result.err) == (
        0, "Rudi stands for zul too; if it is the same person, say so with --case.\n",
    )  # fmt: skip
    done(coded, "undo")
    done(coded, "pseudonyms", "remove", "zul")
    assert done(coded, "pseudonyms").out == "There are no pseudonyms yet; see qualcode pseudonyms propose.\n"


def test_a_pseudonym_that_stands_in_the_texts_is_warned_of_and_checked(coded: Path) -> None:
    warned = run(coded, "pseudonyms", "set", "zul", "Sekarang")
    assert warned.err.startswith("Sekarang stands in the texts itself, as in W2-lina")
    checked = run(coded, "pseudonyms", "check", "--json")
    assert (checked.code, json.loads(checked.out)["real"]) == (1, ["Sekarang"])


def test_tables_of_pseudonyms_come_in_and_go_out(coded: Path) -> None:
    (coded / "names.csv").write_text("name,pseudonym\nzul,Rudi\nLina,Zul\n")
    result = run(coded, "pseudonyms", "import", "names.csv")
    assert (result.code, result.out) == (1, "1 name in.\n")
    assert "row 3" in result.err
    assert done(coded, "pseudonyms", "export", "key.csv").out == "1 real name in key.csv: keep it apart.\n"


def test_lists_are_there_for_scripts(coded: Path) -> None:
    done(coded, "pseudonyms", "set", "zul", "Rudi")
    (listed,) = json.loads(done(coded, "pseudonyms", "--json").out)
    (proposed,) = json.loads(done(coded, "pseudonyms", "propose", "--json").out)

    assert (listed["name"], listed["pseudonym"]) == ("zul", "Rudi")
    assert (proposed["name"], proposed["why"]) == ("Lina", "speaker")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["set", "zul", ""], "a pseudonym needs both names"),
        (["set", "zul", "Pak Lina"], "real name of this project: Bu Lina"),
        (["remove", "Siapa"], "there is no pseudonym for 'Siapa'"),
        (["set", "Tut", "Wati", "--case", "Astuti"], "there is no case 'Astuti'"),
        (["import", "nowhere.csv"], "is not there"),
        (["export", "key.docx"], ".csv"),
    ],
)
def test_what_cannot_be_is_said(coded: Path, args: list[str], message: str) -> None:
    result = run(coded, "pseudonyms", *args)
    assert result.code != 0
    assert message in result.err
