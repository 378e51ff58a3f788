import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from qualcode import Project
from qualcode.cli.read import command
from qualcode.cli.reader.paging import Pages, Place
from qualcode.cli.reader.setting import blocks, marked
from qualcode.cli.reader.sheet import sheet_of
from qualcode.model import Coding, Memo, MemoOn, Origin, Reading, Span
from tests.cli.study import make_study
from tests.cli.terminal import Terminal


@pytest.fixture(autouse=True)
def _as_rani(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_CODER", "rani")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    return make_study(folder, read=False)


@pytest.fixture
def project(study: Path) -> Iterator[Project]:
    with Project.open(study) as opened:
        yield opened


def run(study: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, [*arguments, "--project", str(study)], standalone_mode=False)
    return result.return_value or 0, result.stdout, result.stderr


def test_in_a_pipe_every_turn_is_one_line(study: Path) -> None:
    code, out, _ = run(study, "W1-zul", "--from", "5")
    assert code == 0
    assert out.splitlines() == [
        "W1-zul.5\tP\t\tSetelah pelatihan bagaimana?",
        "W1-zul.6\tI\t\tPelatihan itu bagus, tapi alatnya tidak ada di rumah.",
    ]


def test_json_has_the_turns_with_their_places_and_own_codings(study: Path, project: Project) -> None:
    project.code("W1-zul", "belajar sendiri", "capacity", memo="dari kawan", negative=True)
    project.store.close()
    data = json.loads(run(study, "W1-zul", "--json")[1])
    turn = data["turns"][1]
    assert (turn["number"], turn["speaker"], turn["role"]) == (2, "I", "informant")
    assert [(each["code"], each["quote"], each["negative"], each["memos"]) for each in turn["codings"]] == [
        ("capacity", "belajar sendiri", True, ["dari kawan"])
    ]
    assert data["coded_through"] is False


def test_mark_marks_every_source_that_is_there_and_names_the_others(study: Path, project: Project) -> None:
    code, out, err = run(study, "--mark", "W1-zul", "W9-nobody")
    assert code == 1
    assert "3 suggestions now show" in out
    assert "W9-nobody" in err
    with project.view() as view:
        assert view.count(Reading) == 1


def test_a_reading_for_one_code_does_not_make_a_source_coded_through(project: Project) -> None:
    project.mark_read("W1-zul", codes=["capacity"])
    with project.view() as view:
        assert not sheet_of(view, project.coder, "W1-zul").read
    project.mark_read("W1-zul")
    with project.view() as view:
        assert sheet_of(view, project.coder, "W1-zul").read


def test_mark_all_marks_what_is_counted(study: Path) -> None:
    assert json.loads(run(study, "--mark", "--all", "--json")[1]) == [{"source": "W1-zul", "suggestions": 3}]


def test_coded_words_carry_a_colour_and_the_code_stands_below(project: Project) -> None:
    project.code("W1-zul", "belajar sendiri", "capacity", negative=True, memo="dari kawan")
    with project.view() as view:
        sheet = sheet_of(view, project.coder, "W1-zul")
    question, answer = blocks(sheet, width=60, language="en")[:2]
    assert [line.plain.rstrip() for line in answer] == [
        " 2  I  Saya belajar sendiri di rumah. Modal tidak ada.",
        "       Istri ikut membantu.",
        "        − Capacity building",
        "       ✎ dari kawan",
        "",
    ]
    styled = {
        answer[0].plain[span.start : span.end] for span in answer[0].spans if "underline" in str(span.style)
    }
    assert styled == {"belajar sendiri"}
    assert any("dim" in str(span.style) for span in question[0].spans)


def test_a_code_named_by_a_whole_turn_is_shown_by_its_beginning(project: Project) -> None:
    made = project.code(
        "W1-zul", "Ikut pelatihan cetak tiga hari, gratis. Sosialisasi juga ada", in_vivo=True
    )
    with project.view() as view:
        sheet = sheet_of(view, project.coder, "W1-zul")
    lines = [line.plain.strip() for line in blocks(sheet, width=88, language="id")[3]]
    assert "Ikut pelatihan cetak tiga hari, gratis.…" in lines
    assert sheet.codebook.code(made.code_id).key == "ikut_pelatihan_cetak_tiga_hari_gratis"


def test_marks_reach_only_as_far_as_the_words_shown() -> None:
    words = marked("satu dua tiga", Span(5, 13), [(Span(0, 8), "bold"), (Span(0, 4), "dim")])
    assert (words.plain, [(span.start, span.end) for span in words.spans]) == ("dua tiga", [(0, 3)])


def test_a_turn_is_torn_only_where_much_would_stay_empty() -> None:
    pages = Pages([3, 4, 20])
    assert pages.after(Place(0), 8) == Place(2, 0)
    assert pages.after(Place(0), 20) == Place(2, 13)
    assert pages.after(Place(2, 13), 20) is None


def test_leafing_back_reaches_the_beginning() -> None:
    pages = Pages([5] * 30)
    place, turned = Place(29), 0
    while place != Place(0):
        place, turned = pages.before(place, 12), turned + 1
    assert 10 <= turned <= 20


def test_coding_by_hand_on_the_screen(study: Path, project: Project) -> None:
    with Terminal(study, "read", "W1-zul", lines=30) as terminal:
        terminal.sees("Istri ikut membantu")
        terminal.types("u", "Nothing was done here yet")
        terminal.types("c", "Words to code")
        terminal.types("\x04", "Nothing was coded")
        terminal.types("c", "Words to code")
        terminal.types("belajar sendiri\r", "Code (Tab")
        terminal.types("capasity\r", "did you mean capacity")
        terminal.types("capac\t\r", "W1-zul.2 capacity: “belajar sendiri”")
        terminal.types("c", "Words to code")
        terminal.types("\r", "Which turn? [2]")
        terminal.types("4\r", "Code (Tab")
        terminal.types("!Kursus singkat\r", "W1-zul.4 kursus_singkat")
        terminal.types("c", "Words to code")
        terminal.types("Modal tidak ada\r", "Code (Tab")
        terminal.types("*\r", "W1-zul.2 modal_tidak_ada")
        terminal.types("u", "Taken back: code W1-zul.2 modal_tidak_ada")
        terminal.types("r", "Done again: code W1-zul.2 modal_tidak_ada")
        assert terminal.leaves()[0] == 0
    with project.view() as view:
        codebook = view.codebook()
        assert codebook is not None
        codings = {codebook.code(each.code_id).key: each for each in view.all(Coding)}
    assert codings["capacity"].quote == "belajar sendiri"
    assert codings["kursus_singkat"].quote.startswith("Ikut pelatihan cetak")
    assert codings["modal_tidak_ada"].origin is Origin.IN_VIVO


def test_misread_words_are_asked_for_again_with_what_was_typed_and_codes_are_listed(
    study: Path, project: Project
) -> None:
    with Terminal(study, "read", "W1-zul", lines=30) as terminal:
        terminal.sees("Istri ikut membantu")
        terminal.types("c", "Words to code")
        again = "`qualcode find`) Words to code (empty: a whole turn): belajar sendirixy"
        terminal.types("belajar sendirixy\r", again)
        terminal.types("\x7f\x7f\r", "Code (Tab")
        listed = terminal.types("?CAPA\r", "Codes (?word lists fewer) capacity Capacity building")
        assert "awareness" not in listed
        terminal.types("?\r", "Codes (?word lists fewer) awareness Awareness capacity Capacity building")
        terminal.types("capacity\r", "W1-zul.2 capacity: “belajar sendiri”")
        terminal.types("m", "Memo on which words")
        terminal.types("12\r", "turns 1 to 6) Memo on which words, or which turn (empty: the source)? 12")
        terminal.types("\x7f\r", "Memo:")
        terminal.types("penting\r", "The memo is kept")
        assert terminal.leaves()[0] == 0
    with project.view() as view:
        first = sheet_of(view, project.coder, "W1-zul").source_text.turn(1)
        assert first is not None
        assert [memo.start for memo in view.all(Memo)] == [first.start]


def test_the_page_is_set_anew_when_the_window_is_resized(study: Path) -> None:
    with Terminal(study, "read", "W1-zul", columns=60, lines=30) as terminal:
        assert "/ find" not in terminal.sees("? keys")
        terminal.resizes(140, 30, "/ find")
        terminal.types("d", "Mark W1-zul as coded through?")
        terminal.resizes(60, 30, "Mark W1-zul as coded through?")
        terminal.types("y", "3 suggestions now show")
        assert terminal.leaves()[0] == 0


def test_what_would_steer_the_terminal_is_shown_as_a_mark(study: Path, project: Project) -> None:
    path = study / "W2-odd.txt"
    path.write_text("P: Bagaimana?\nI: Baik\x1b[2J saja\x07.\n", encoding="utf-8")
    project.add([path])
    assert "Baik\ufffd[2J saja\ufffd." in run(study, "W2-odd")[1]
    with project.view() as view:
        sheet = sheet_of(view, project.coder, "W2-odd")
    assert "Baik\ufffd[2J saja\ufffd." in blocks(sheet, width=88, language="en")[1][0].plain


def test_memos_marks_and_ways_through_a_source_on_the_screen(study: Path, project: Project) -> None:
    with Terminal(study, "read", "W1-zul", lines=9) as terminal:
        terminal.sees("turn 1 of 6")
        terminal.types(" ", "turn 4 of 6")
        terminal.types("b", "turn 1 of 6")
        terminal.types("/", "Find:")
        terminal.types("alatnya\r", "turn 6 of 6")
        terminal.types("g", "Turn:")
        terminal.types("12\r", "there is no turn 12")
        terminal.types("g", "Turn:")
        terminal.types("1\r", "turn 1 of 6")
        terminal.types("/", "Find:")
        terminal.types("PELATIHAN\r", "“PELATIHAN”: 3 places.")
        terminal.types("b", "turn 1 of 6")
        terminal.types("m", "Memo on which words")
        terminal.types("itu\r", "Said in turns 4, 6; in which one?")
        terminal.types("4\r", "Memo:")
        terminal.types("tiga hari saja\r", "The memo is kept")
        terminal.types("m", "Memo on which words")
        terminal.types("\r", "Memo:")
        terminal.types("direkam di lapak\r", "The memo is kept")
        terminal.types("d", "Mark W1-zul as coded through?")
        terminal.types("n", "Not marked")
        terminal.types("d", "Mark W1-zul as coded through?")
        terminal.types("y", "3 suggestions now show")
        terminal.types("?", "any key goes back")
        terminal.types("x", "turn 1 of 6 coded through")
        assert terminal.leaves("\x03")[0] == 0
    with project.view() as view:
        memos = {memo.about: memo for memo in view.all(Memo)}
        assert view.count(Reading) == 1
        source = sheet_of(view, project.coder, "W1-zul").source_text
    span = Span(memos[MemoOn.SPAN].start or 0, memos[MemoOn.SPAN].end or 0)
    assert (span.of(source.text), source.turn_at(span.start)) == ("itu", source.turn(4))
    assert memos[MemoOn.SOURCE].text == "direkam di lapak"
