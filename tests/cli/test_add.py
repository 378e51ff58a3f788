import json
from pathlib import Path

from tests.cli.command import done, run
from tests.study import LINA, ZUL


def test_a_project_is_made_and_a_file_added(tmp_path: Path) -> None:
    made = done(tmp_path, "init", "study", "--coder", "rani", "--title", "Studi")
    assert "Made a project in study; you are its coder rani." in made.out
    (tmp_path / "W1.txt").write_text(ZUL)
    added = done(tmp_path / "study" / "transcripts", "add", "../../W1.txt", "--coder", "rani")
    assert added.rows == [["W1", "interview", "id", "6", added.rows[0][4]]]
    assert "1 added, 0 skipped, 0 left out." in added.out


def test_a_project_there_already_is_not_made_again(here: Path) -> None:
    result = run(here, "init", ".")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "there is a project already" in result.err


def test_a_batch_says_what_was_left_out_and_exits_with_1(here: Path) -> None:
    batch = here / "batch"
    batch.mkdir()
    (batch / "good.txt").write_text(LINA.replace("Lina", "Mina"))
    (batch / "same.txt").write_text(LINA)
    (batch / "empty.txt").touch()
    result = run(here, "add", "batch")
    assert result.code == 1
    assert "Skipped batch/same.txt: it is there already as W2-lina." in result.out
    assert "1 added, 1 skipped, 1 left out." in result.out
    assert result.err.startswith("Left out batch/empty.txt: the file is empty")
    assert result.err.count("\n") == 1


def test_a_batch_as_json(here: Path) -> None:
    (here / "empty.txt").touch()
    result = run(here, "add", "files/W1-zul.txt", "empty.txt", "--json")
    reports = {Path(each["path"]).name: each for each in json.loads(result.out)}
    assert (result.code, result.err) == (1, "")
    assert reports["W1-zul.txt"]["status"] == "skipped"
    assert reports["empty.txt"]["error"].startswith("empty.txt: the file is empty")


def test_roles_are_given_and_corrected(here: Path) -> None:
    (here / "W3.txt").write_text("A: Apa?\nB: Saya berdagang.\n" * 3)
    done(here, "add", "W3.txt", "--role", "A=interviewer", "--role", "B=informant")
    done(here, "speakers", "set", "W3", "A", "--role", "informant", "--case", "Sari")
    speakers = {(row[0], row[1]): row[3:] for row in done(here, "speakers").rows}
    assert speakers["W3", "A"] == ["informant", "", "Sari"]
    assert speakers["W1-zul", "I"] == ["informant", "guessed", "zul"]


def test_a_role_that_is_none_is_refused(here: Path) -> None:
    result = run(here, "add", "files/W1-zul.txt", "--role", "P=boss")
    assert (result.code, "interviewer, informant, other" in result.err) == (2, True)


def test_sources_are_listed_and_corrected(here: Path) -> None:
    done(here, "sources", "set", "W1-zul", "--rename", "W1-pak-zul", "--language", "en")
    assert [row[:3] for row in done(here, "sources").rows] == [
        ["O1-pelatihan", "observation", "id"],
        ["W1-pak-zul", "interview", "en"],
        ["W2-lina", "interview", "id"],
    ]
    assert json.loads(done(here, "sources", "--json").out)[0]["file"] == "O1-pelatihan.md"


def test_a_group_gives_its_project_to_its_commands(here: Path, tmp_path: Path) -> None:
    done(tmp_path, "cases", "--project", str(here), "set", "zul", "umur=41")
    done(tmp_path, "cases", "set", "zul", "usaha=pelat", "--project", str(here))
    (case,) = [each for each in json.loads(done(here, "cases", "--json").out) if each["name"] == "zul"]
    assert case["attributes"] == {"umur": "41", "usaha": "pelat"}


def test_consent_is_withdrawn_given_and_a_case_erased(here: Path) -> None:
    done(here, "cases", "consent", "zul", "--withdraw", "--date", "2024-07-01")
    assert ["zul", "", "", "withdrawn 2024-07-01"] in done(here, "cases").rows
    done(here, "cases", "consent", "zul", "--give")
    refused = run(here, "cases", "erase", "zul")
    assert (refused.code, refused.err) == (1, "Not done: say --yes to go ahead without being asked.\n")
    assert "zul is erased." in done(here, "cases", "erase", "zul", "--yes").out
    assert [row[0] for row in done(here, "sources").rows] == ["O1-pelatihan", "W2-lina"]


def test_a_batch_is_taken_back_at_once(here: Path) -> None:
    for name in ("a", "b"):
        (here / f"{name}.txt").write_text(LINA.replace("Lina", name))
    done(here, "add", "a.txt", "b.txt")
    assert done(here, "undo", "--count", "2").out == "Took back: add b\nTook back: add a\n"
    assert len(done(here, "sources").rows) == 3


def test_undo_says_what_it_passed_over(here: Path) -> None:
    done(here, "code", "W2-lina", "Modal dari bank", "capital")
    done(here, "code", "W1-zul", "Modal keluarga", "capital")
    done(here, "cases", "erase", "zul", "--yes")
    assert done(here, "undo").out == (
        "Took back: code W2-lina.4 capital\nPassed over, since words of it are erased: code × 1\n"
    )


def test_a_source_is_taken_out_once_what_goes_with_it_is_agreed_to(here: Path) -> None:
    assert done(here, "sources", "remove", "O1-pelatihan").out == "O1-pelatihan is out.\n"
    done(here, "code", "W1-zul", "Modal keluarga", "capital")
    refused = run(here, "sources", "remove", "W1-zul")
    assert (refused.code, refused.out) == (1, "  W1-zul: codings 1, notes and marks 0\n")
    done(here, "sources", "remove", "W1-zul", "--yes")
    assert [row[0] for row in done(here, "sources").rows] == ["W2-lina"]
    done(here, "undo", "--count", "2")
    assert [row[0] for row in done(here, "sources").rows] == ["W1-zul", "W2-lina"]
