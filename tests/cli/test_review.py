import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from qualcode import Project
from qualcode.cli.reader.cards import Card, suggestion_card
from qualcode.cli.reader.desk import Choice, hint
from qualcode.cli.reader.meanings import changes_of_meaning
from qualcode.cli.reader.sheet import sheet_of
from qualcode.cli.review import command
from qualcode.model import Code, Coding, Decision, LocalText, Memo, Reading, Suggestion, Verdict
from tests.cli.study import CODEBOOK, make_study
from tests.cli.terminal import Terminal, styled_words


@pytest.fixture(autouse=True)
def _as_rani(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_CODER", "rani")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "study"
    made.mkdir()
    return made


@pytest.fixture
def study(folder: Path) -> Path:
    return make_study(folder)


@pytest.fixture
def project(study: Path) -> Iterator[Project]:
    with Project.open(study) as opened:
        yield opened


def run(study: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, [*arguments, "--project", str(study)], standalone_mode=False)
    return result.return_value or 0, result.stdout, result.stderr


def decisions(project: Project) -> list[tuple[str, str, str]]:
    """Verdict, code proposed and code given, in the order of the decisions."""
    with project.view() as view:
        codebook = view.codebook()
        assert codebook is not None
        keys = {code.id: code.key for code in codebook.codes} | {"": ""}
        found = sorted(view.all(Decision), key=lambda each: each.seq)
        return [(each.verdict, keys[each.code_id], keys[each.given_code_id or ""]) for each in found]


def apply(project: Project, text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    project.apply_codebook(path)


def test_the_list_stands_in_where_nobody_can_be_asked(study: Path) -> None:
    code, out, err = run(study)
    header, *rows = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert "no terminal" in err
    assert header[:4] == ["Id", "Source", "Turn", "Code"]
    assert [(row[1], row[2], row[3], row[5]) for row in rows] == [
        ("W1-zul", "4", "awareness", "sosialisasi"),
        ("W1-zul", "4", "capacity", "pelatihan"),
        ("W1-zul", "6", "capacity", "pelatihan"),
    ]


def test_code_and_score_narrow_the_list(study: Path) -> None:
    assert {row["code"] for row in json.loads(run(study, "--json", "--code", "capacity")[1])} == {"capacity"}
    assert json.loads(run(study, "--json", "--min-score", "1")[1]) == []
    assert "None of the 3 suggestions" in run(study, "--list", "--min-score", "1")[1]


def test_scripts_decide_by_id_and_hear_of_each_that_failed(study: Path, project: Project) -> None:
    first, second, _ = [row["id"] for row in json.loads(run(study, "--json")[1])]
    code, out, err = run(study, "--accept", first[:8], "--reject", second[:8], "--reject", "ffff")
    assert code == 1
    assert f"{first[:8]} is accepted." in out
    assert "'ffff'" in err
    assert decisions(project) == [("accept", "awareness", ""), ("reject", "capacity", "")]


def test_it_says_that_nothing_was_suggested(folder: Path) -> None:
    with Project.create(folder, coder="rani"):
        pass
    assert "Nothing has been suggested yet" in run(folder)[1]


def test_it_says_that_suggestions_wait_for_a_reading(folder: Path) -> None:
    out = run(make_study(folder, read=False))[1]
    assert "3 suggestions wait until you have coded their source through: W1-zul (3)" in out
    assert "qualcode read W1-zul" in out


def test_it_says_that_everything_is_decided(study: Path, project: Project) -> None:
    for each in project.pending():
        project.decide(each.id, Verdict.REJECT)
    assert "You have decided on everything" in run(study)[1]


def test_a_card_shows_the_passage_in_its_context_with_the_evidence_marked(project: Project) -> None:
    card = _card(project, 0)
    lines = card.lines(width=80, room=22)
    plain = [line.plain.strip() for line in lines]
    assert plain[0] == "Pernah ikut kegiatan dari dinas?"
    assert "Awareness" in plain[4]
    assert plain[5] == "People come to see what they can do."
    assert plain[6].endswith("sosialisasi")
    assert styled_words(lines, "bold") == ["Sosialisasi"]


def test_where_lines_are_few_the_context_goes_and_the_code_stays(project: Project) -> None:
    lines = _card(project, 0).lines(width=40, room=6)
    assert len(lines) <= 6
    assert any("Awareness" in line.plain for line in lines)
    assert not any("Pernah ikut" in line.plain for line in lines)


def _card(project: Project, place: int) -> Card:
    with project.view() as view:
        sheet = sheet_of(view, project.coder, "W1-zul")
    return suggestion_card(sheet.source_text, sheet.codebook, project.pending()[place], language="en")


def test_keys_stand_closer_in_a_narrow_window_and_the_last_ones_give_way_to_help() -> None:
    choices = [Choice("a", "accept", str), Choice("r", "reject", str), Choice("s", "skip", str)]
    assert hint(choices, 80).plain == "a accept  r reject  s skip  ? keys"
    assert hint(choices, 34).plain == "a accept r reject s skip ? keys"
    assert hint(choices, 25).plain == "a accept r reject ? keys"


def test_deciding_key_by_key(study: Path, project: Project) -> None:
    with Terminal(study, "review") as terminal:
        terminal.sees("1 of 3")
        terminal.types("m", "Memo:")
        terminal.types("sebelum pelatihan\r", "✎ sebelum pelatihan")
        terminal.types("a", "2 of 3")
        terminal.types("b", "accepted")
        terminal.types("r", "That is decided")
        terminal.types("s", "2 of 3")
        terminal.types("r", "3 of 3")
        terminal.types("u", "2 of 3")
        terminal.types("n", "3 of 3")
        terminal.types("o", "Code (Tab")
        terminal.types("nowhere\r", "there is no code 'nowhere'")
        terminal.types("penyadaran\r", "accepted: 1, negative case: 1, other code: 1, left: 0.")
        code, last = terminal.leaves()
    assert code == 0
    assert last.endswith("left: 0.")
    assert decisions(project) == [
        ("accept", "awareness", ""),
        ("accept", "capacity", ""),
        ("reject", "capacity", "awareness"),
    ]
    with project.view() as view:
        assert sorted(each.negative for each in view.all(Coding)) == [False, False, True]
        assert [memo.text for memo in view.all(Memo)] == ["sebelum pelatihan"]


def test_keys_typed_ahead_are_not_lost(study: Path, project: Project) -> None:
    with Terminal(study, "review") as terminal:
        terminal.sees("1 of 3")
        assert terminal.leaves("rarq")[0] == 0
    assert [verdict for verdict, _, _ in decisions(project)] == ["reject", "accept", "reject"]


def test_recode_goes_through_what_a_changed_codebook_touches(study: Path, project: Project) -> None:
    for quote in ("belajar sendiri", "Modal tidak ada", "Istri ikut membantu"):
        project.code("W1-zul", quote, "awareness")
    changed = CODEBOOK.replace("People come to see", "They discover")
    changed += "      - id: family\n        name: {en: Family}\n        definition: {en: Relatives help.}\n"
    apply(project, changed, study / "changed.yaml")
    queue = json.loads(run(study, "--recode", "--json")[1])
    assert [row["code"] for row in queue["codings"]] == ["awareness"] * 3
    assert "W1-zul was coded through before these codes were made: family" in run(study, "--recode")[1]
    with Terminal(study, "review", "--recode") as terminal:
        screen = terminal.sees("x remove")
        assert "definition (en) Version 1: People come to see what they can do." in screen
        assert "Now: They discover what they can do." in screen
        terminal.types("k", "2 of 4")
        terminal.types("o", "Code (Tab")
        terminal.types("capacity\r", "3 of 4")
        terminal.types("x", "4 of 4")
        terminal.types("p", "turn 1 of 6")
        terminal.types("d", "Mark W1-zul as coded through?")
        terminal.types("y", "W1-zul is marked")
        terminal.types("q", "kept: 1, other code: 1, removed: 1, coded through: 1, left: 0.")
        assert terminal.leaves()[0] == 0
    with project.view() as view:
        codebook = view.codebook()
        assert codebook is not None
        assert {(codebook.code(each.code_id).key, each.quote) for each in view.all(Coding)} == {
            ("awareness", "belajar sendiri"),
            ("capacity", "Modal tidak ada"),
        }
        assert view.count(Reading) == 2
    left = project.recode_queue()
    assert (left.codings, left.unread) == ((), ())


def test_what_changed_is_shown_in_its_language_with_the_words_that_differ_marked() -> None:
    was = Code(id="c", key="c", framework_id="f", definition=LocalText.of({"id": "Orang sadar", "en": "See"}))
    now = replace(was, definition=LocalText.of({"id": "Orang mulai sadar", "en": "See"}))
    lines = list(changes_of_meaning(was, now, version=1))
    assert [line.plain for line in lines] == [
        "definition (id)",
        "Version 1: Orang sadar",
        "Now: Orang mulai sadar",
    ]
    assert styled_words(lines, "green") == ["mulai"]


def test_codings_that_a_merge_moved_are_said_to_be_moved(study: Path, project: Project) -> None:
    project.code("W1-zul", "belajar sendiri", "awareness")
    project.merge_codes(["awareness"], "capacity")
    (row,) = json.loads(run(study, "--recode", "--json")[1])["codings"]
    assert row["version"] is None
    assert "moved to it" in run(study, "--recode", "--list")[1]
    with Terminal(study, "review", "--recode") as terminal:
        assert "Capacity building capacity" in terminal.sees("A change of the codebook gave it this code.")


def test_a_blind_coder_reviews_on_their_own(study: Path, project: Project) -> None:
    project.decide(project.pending()[0].id, Verdict.ACCEPT)
    assert "3 suggestions wait until" in run(study, "--coder", "bayu")[1]
    with project.view() as view:
        assert view.count(Suggestion) == 3
