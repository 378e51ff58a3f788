from collections.abc import Callable
from typing import Any

import pytest

from qualcode.model import CoderRole
from tests.workbench.conftest import Browser

Seat = Callable[[str], Browser]


@pytest.fixture
def rani(at_work: Seat) -> Browser:
    """A coder with two codings of overlapping words, and one elsewhere."""
    rani = at_work("rani")
    rani.mark("W1-zul", "Modal keluarga saja", "capital", negative=True)
    rani.mark("W1-zul", "keluarga saja", "awareness")
    rani.mark("W2-lina", "Modal dari bank", "capital")
    return rani


@pytest.fixture
def sri(rani: Browser, at_work: Seat) -> Browser:
    """The supervisor, at a workbench of her own on the same project."""
    rani.project.set_coder("sri", role=CoderRole.SUPERVISOR)
    return at_work("sri")


def queued(browser: Browser, **query: Any) -> list[str]:
    return [
        item["reference"] + " " + item["code"] for item in browser.get("/review-queue", **query)["codings"]
    ]


def test_a_supervisor_asks_and_the_coder_answers(rani: Browser, sri: Browser) -> None:
    first = sri.get("/review-queue")["codings"][0]
    assert (first["question"], first["mine"], first["negative"]) == ("Soal modal bagaimana?", False, True)
    assert (first["before"], first["after"][:6]) == ("", ". Saya")
    beside = [(each["code"], each["coder"], each["quotation"]) for each in first["neighbours"]]
    assert beside == [("awareness", "rani", "keluarga saja")]
    sri.post("/remarks", status=201, codings=[first["id"]], remark="query", text="Mengapa modal?")
    assert (rani.get("/project")["to_answer"], sri.get("/project")["to_answer"]) == (1, 0)
    (asked,) = rani.get("/review-queue", standing="waiting")["codings"]
    assert (asked["id"], asked["seq"], asked["state"]) == (first["id"], first["seq"], "queried")
    assert (asked["mine"], asked["stands"]) == (True, ["deviant", "open", "said", "waiting"])
    rani.post("/answers", status=201, coding=first["id"], text="Karena uangnya.")
    assert [rani.get("/project")["to_answer"], sri.get("/project")["answered"]] == [0, 1]
    said = [(each["reviewer"], each["text"], each["is_answer"]) for each in rani.get("/remarks")]
    assert said == [("sri", "Mengapa modal?", False), ("rani", "Karena uangnya.", True)]


def test_a_proposal_is_accepted_in_one_act(rani: Browser, sri: Browser) -> None:
    (item,) = sri.get("/review-queue", source="W2-lina")["codings"]
    sri.post("/remarks", status=201, codings=[item["id"]], remark="propose", code="capacity")
    rani.post("/accepted-proposals", status=201, coding=item["id"], text="Benar.")
    assert queued(rani, source="W2-lina") == ["W2-lina.4 capacity"]
    assert rani.get("/project")["undo"]["what"] == "accept proposal W2-lina.4"
    rani.post("/undo")
    assert queued(rani, source="W2-lina") == ["W2-lina.4 capital"]
    assert sri.post("/accepted-proposals", status=403, coding=item["id"])["remedy"]
    assert rani.post("/accepted-proposals", status=422, coding=item["id"], code="awareness")["what"]


def test_who_reviews_sees_how_far_they_are_and_what_is_left(sri: Browser) -> None:
    ids = [item["id"] for item in sri.get("/review-queue")["codings"]]
    sri.post("/remarks", status=201, codings=ids[:2], remark="agree")
    queue = sri.get("/review-queue", standing="unseen")
    assert (queue["looked_at"], queue["to_look_at"], queue["total"], queue["all"]) == (2, 3, 1, 3)
    assert (queue["counts"]["unseen"], queue["counts"]["agreed"]) == (1, 2)
    assert [item["id"] for item in queue["codings"]] == ids[2:]
    assert sri.post("/undo")["summary"] == "review agree W1-zul.4 +1"
    assert sri.get("/review-queue", limit=1, offset=1)["codings"][0]["id"] == ids[1]


def test_a_queue_is_of_a_theme_a_code_a_source_or_a_coder(rani: Browser) -> None:
    chosen = rani.get("/review-queue", source="W2-lina")["codings"][0]["id"]
    theme = rani.post("/themes", status=201, name="swadaya", claim="Sendiri.", codes=["awareness"])
    rani.patch(f"/themes/{theme['id']}", evidence_for=[chosen])
    assert queued(rani, theme="swadaya") == ["W1-zul.4 awareness", "W2-lina.4 capital"]
    assert queued(rani, code="capital", source="W1-zul") == ["W1-zul.4 capital"]
    assert queued(rani, coder="rani", limit=2) == ["W1-zul.4 capital", "W1-zul.4 awareness"]
    wrongs: list[dict[str, Any]] = [
        {"theme": "lain"},
        {"code": "lain"},
        {"source": "W9"},
        {"coder": "nobody"},
    ]
    for wrong in wrongs:
        assert rani.get("/review-queue", status=404, **wrong)["what"]
    assert rani.get("/review-queue", status=422, standing="lain")["where"] == "standing"


def test_who_looked_for_a_code_and_did_not_give_it_says_otherwise_once_released(
    rani: Browser, at_work: Seat
) -> None:
    bayu = at_work("bayu")
    bayu.mark("W1-zul", "Modal keluarga saja", "capital")
    bayu.put("/sources/W1-zul/read")

    def otherwise() -> list[list[str]]:
        found = rani.get("/review-queue", source="W1-zul", coder="rani")["codings"]
        return [item["otherwise"] + [each["coder"] for each in item["neighbours"]] for item in found]

    assert otherwise() == [["rani"], ["rani"]]
    assert queued(bayu) == ["W1-zul.4 capital"]
    bayu.project.release("bayu")
    assert otherwise() == [["bayu", "rani"], ["bayu", "bayu", "rani"]]


def test_nothing_is_said_of_ones_own_or_twice(rani: Browser, sri: Browser) -> None:
    ids = [item["id"] for item in rani.get("/review-queue")["codings"]]
    assert rani.post("/remarks", status=403, codings=ids, remark="agree")["remedy"]
    sri.post("/remarks", status=201, codings=ids[:1], remark="agree")
    assert sri.post("/remarks", status=409, codings=ids[:1], remark="agree")["what"]
    assert sri.post("/remarks", status=201, codings=ids, remark="agree")["summary"] == "2"
    assert sri.post("/remarks", status=422, codings=[], remark="agree")["where"] == "codings"


def test_a_remark_on_what_was_changed_meanwhile_is_refused_naming_who(rani: Browser, sri: Browser) -> None:
    (item,) = sri.get("/review-queue", source="W2-lina")["codings"]
    rani.patch(f"/codings/{item['id']}", seq=item["seq"], code="awareness")
    body = {"codings": [item["id"]], "remark": "agree", "seen": {item["id"]: item["seq"]}}
    assert sri.post("/remarks", status=409, **body)["what"] == "rani changed this coding since it was read"
    assert sri.get("/remarks") == []
