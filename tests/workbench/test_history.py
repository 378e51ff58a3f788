from collections.abc import Callable

from qualcode.model import CoderRole
from tests.workbench.conftest import Browser

Seat = Callable[[str], Browser]


def test_everything_can_be_undone_and_done_again(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    undone = rani.post("/undo")
    assert undone["summary"] == "code W1-zul.2 awareness"
    assert rani.get("/sources/W1-zul/reader")["codings"] == []
    assert rani.get("/project")["redo"] == {"can": True, "what": "code W1-zul.2 awareness"}
    assert rani.post("/redo")["seq"] == undone["seq"] + 1
    assert len(rani.get("/sources/W1-zul/reader")["codings"]) == 1


def test_a_message_takes_back_what_it_tells_of_and_nothing_done_in_another_tab(
    rani: Browser,
) -> None:
    told = rani.mark("W1-zul", "belajar sendiri", "awareness")["seq"]
    other = rani.mark("W1-zul", "Modal keluarga", "capital")["seq"]
    undo = rani.http.post("/api/undo", params={"seen": told, "lang": "en"})
    assert (undo.status_code, undo.json()["what"]) == (409, "you have done something else since")
    assert len(rani.get("/sources/W1-zul/reader")["codings"]) == 2
    assert rani.http.post("/api/undo", params={"seen": other}).status_code == 200


def test_where_nothing_can_be_done_again_a_sentence_says_so(rani: Browser) -> None:
    assert rani.post("/redo", status=409)["what"] == "there is nothing to redo"


def test_the_log_tells_the_latest_first_in_the_readers_language(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    latest, *_ = rani.get("/log", lang="id", limit=2)["events"]
    assert (latest["action"], latest["words"], latest["actor"]) == ("code", "mengodekan", "rani")


def test_the_log_has_pages_and_says_what_was_taken_back(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.mark("W2-lina", "Modal dari bank", "capital")
    rani.post("/undo")
    page = rani.get("/log", limit=3)
    shown = [(each["action"], each["undone"], each["back"]) for each in page["events"]]
    assert shown == [("undo", False, "redo"), ("code", True, ""), ("code", False, "undo")]
    assert page["more"] is True
    rest = rani.get("/log", before=page["events"][-1]["seq"], limit=1000)
    assert (rest["events"][-1]["seq"], rest["more"]) == (1, False)
    assert not {each["seq"] for each in page["events"]} & {each["seq"] for each in rest["events"]}


def test_the_log_can_be_of_one_source_with_all_that_was_said_there_or_of_one_coder(at_work: Seat) -> None:
    rani, bayu = at_work("rani"), at_work("bayu")
    bayu.project.set_coder("bayu", role=CoderRole.SUPERVISOR)
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    rani.mark("W2-lina", "Modal dari bank", "capital")
    bayu.post("/remarks", status=201, codings=[made["id"]], remark="query", text="Sudah sadar?")
    zul = [each["action"] for each in rani.get("/log", source="W1-zul")["events"]]
    assert zul == ["review", "code", "add"]
    assert {each["actor"] for each in rani.get("/log", coder="bayu")["events"]} == {"bayu"}
    assert rani.get("/log", status=404, source="W9")["what"]
    assert rani.get("/log", lang="id", coder="bayu", limit=1)["events"][0]["summary"] == "tanya W1-zul.2"


def test_a_coder_does_not_read_in_the_log_what_another_does_before_release(at_work: Seat) -> None:
    rani, bayu = at_work("rani"), at_work("bayu")
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    assert [each["action"] for each in bayu.get("/log", source="W1-zul")["events"]] == ["add"]
    assert bayu.get("/log", coder="rani", limit=1)["events"][0]["summary"] == ""
