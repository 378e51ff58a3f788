from collections.abc import Callable

import pytest

from qualcode.actions.editing import CodingChange
from qualcode.model import Coding, Span
from tests.notation import utf16
from tests.workbench.conftest import Browser

Seat = Callable[[str], Browser]


def stored(browser: Browser) -> list[Coding]:
    with browser.project.view() as view:
        return view.all(Coding)


def test_words_after_emoji_are_coded_where_they_stand_in_the_database(rani: Browser) -> None:
    made = rani.mark("W2-lina", "“jualan” lewat", "capacity")["coding"]
    (coding,) = stored(rani)
    assert (coding.quote, coding.turn, coding.id) == ("“jualan” lewat", 4, made["id"])
    text = rani.get("/sources/W2-lina/reader")["text"]
    assert (made["start"], made["end"]) == utf16(text, "“jualan” lewat")
    assert made["start"] == coding.start + 1  # type: ignore[operator]  # the emoji before takes two units


def test_a_new_code_is_made_while_coding(rani: Browser) -> None:
    rani.mark("W1-zul", "Modal keluarga", "", new={"name": "Modal keluarga", "parent": "capital"})
    code = next(code for code in rani.get("/codebook")["codes"] if code["key"] == "modal_keluarga")
    assert (code["parent"], code["codings"]) == ("capital", 1)


def test_a_code_in_vivo_is_named_by_the_words(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "", in_vivo=True)["coding"]
    assert (made["code"], made["origin"]) == ("belajar_sendiri", "in_vivo")


def test_several_codes_are_one_act(rani: Browser) -> None:
    text = rani.get("/sources/W2-lina/reader")["text"]
    start, end = utf16(text, "Modal dari bank")
    place = {"source": "W2-lina", "start": start, "end": end}
    made = rani.post("/codings", status=201, codes=["capital", "awareness"], new={"name": "Bank"}, **place)
    assert [each["code"] for each in made["codings"]] == ["capital", "awareness", "bank"]
    assert {(each["start"], each["end"]) for each in made["codings"]} == {(start, end)}
    assert rani.post("/undo")["summary"] == "code W2-lina.4 capital awareness bank"
    assert stored(rani) == []
    assert rani.post("/codings", status=422, **place)["what"] == "say which codes"


def test_the_same_words_cannot_be_coded_twice_with_one_code(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    assert rani.mark("W1-zul", "belajar sendiri", "awareness", status=409)["where"] == "W1-zul.2"


def test_bounds_code_and_notes_change_in_one_action(rani: Browser) -> None:
    made = rani.mark("W2-lina", "pelatihan tiga", "capacity")["coding"]
    text = rani.get("/sources/W2-lina/reader")["text"]
    start, end = utf16(text, "pelatihan tiga hari")
    changed = rani.patch(
        f"/codings/{made['id']}", seq=made["seq"], start=start, end=end, code="awareness", negative=True,
        pinned=True, memo="Lihat lagi", condensation="Tiga hari dilatih",
    )["coding"]  # fmt: skip
    (coding,) = stored(rani)
    assert (coding.quote, coding.negative, coding.pinned) == ("pelatihan tiga hari", True, True)
    assert (changed["code"], changed["memo"], changed["condensation"], changed["reference"]) == (
        "awareness", "Lihat lagi", "Tiga hari dilatih", made["reference"],
    )  # fmt: skip
    assert rani.post("/undo")["summary"] == f"change coding {made['reference']}"
    (coding,) = stored(rani)
    assert (coding.quote, coding.negative) == ("pelatihan tiga", False)


def test_what_is_left_out_of_a_change_stays(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness", memo="Satu")["coding"]
    pinned = rani.patch(f"/codings/{made['id']}", seq=made["seq"], pinned=True)["coding"]
    assert (pinned["memo"], pinned["code"], pinned["start"]) == ("Satu", "awareness", made["start"])
    assert rani.patch(f"/codings/{made['id']}", seq=pinned["seq"], memo="")["coding"]["memo"] == ""


def test_a_stale_edit_is_told_with_what_the_coding_is_now(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    rani.project.change_coding(made["id"], CodingChange(code="motivation"))  # in another tab, or a notebook
    stale = rani.patch(f"/codings/{made['id']}", status=409, seq=made["seq"], code="capital")
    assert stale["what"] == "rani changed this coding since it was read"
    assert stale["current"]["code"] == "motivation"
    again = rani.patch(f"/codings/{made['id']}", seq=stale["current"]["seq"], code="capital")
    assert again["coding"]["code"] == "capital"


def test_a_coding_that_is_gone_in_another_tab_is_told_as_gone(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    rani.delete(f"/codings/{made['id']}")
    for change in ({"pinned": True}, {"start": made["start"], "end": made["end"]}):
        gone = rani.patch(f"/codings/{made['id']}", status=409, seq=made["seq"], **change)
        assert (gone["what"], gone["current"]) == ("rani took this coding away since it was read", None)
    assert rani.delete(f"/codings/{made['id']}", status=409)["remedy"] == "undo brings it back"
    assert rani.delete("/codings/00000000-0000-4000-8000-000000000000", status=404)["what"]


def test_nobody_changes_anothers_coding(at_work: Seat) -> None:
    rani, bayu = at_work("rani"), at_work("bayu")
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    bayu.patch(f"/codings/{made['id']}", status=404, seq=made["seq"], code="capital")
    assert bayu.get("/sources/W1-zul/reader")["codings"] == []  # not released yet
    rani.project.release("rani")
    assert [each["mine"] for each in bayu.get("/sources/W1-zul/reader")["codings"]] == [False]
    bayu.delete(f"/codings/{made['id']}", status=404)


@pytest.mark.parametrize(
    "place", [{"start": 3}, {"end": 3}, {"start": 5, "end": 5}, {"start": 0, "end": 10**6}]
)
def test_a_place_that_is_none_changes_nothing(rani: Browser, place: dict[str, int]) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    assert rani.patch(f"/codings/{made['id']}", status=422, seq=made["seq"], **place)["what"]
    (coding,) = stored(rani)
    assert coding.quote == "belajar sendiri"


def test_suggestions_are_accepted_rejected_and_given_another_code(rani: Browser) -> None:
    rani.project.suggest(method="keywords")
    for name in ("W1-zul", "W2-lina"):
        rani.put(f"/sources/{name}/read")
    first, second, third, *_ = [
        each for name in ("W1-zul", "W2-lina") for each in rani.get(f"/sources/{name}/reader")["suggestions"]
    ]
    accepted = rani.post("/decisions", suggestion=first["id"], verdict="accept")["coding"]
    assert (accepted["code"], accepted["origin"]) == (first["code"], "decision")
    assert accepted["suggestion_shown"] is True
    assert rani.post("/decisions", suggestion=second["id"], verdict="reject")["coding"] is None
    given = rani.post("/decisions", suggestion=third["id"], verdict="reject", code="motivation")["coding"]
    assert given["code"] == "motivation"
    assert rani.post("/decisions", status=409, suggestion=second["id"], verdict="accept")["remedy"]


def test_the_history_of_a_coding_tells_who_did_what(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness", memo="Satu")["coding"]
    text = rani.get("/sources/W1-zul/reader")["text"]
    start, end = utf16(text, "belajar sendiri di rumah")
    rani.patch(f"/codings/{made['id']}", seq=made["seq"], start=start, end=end, code="motivation")
    steps = rani.get(f"/codings/{made['id']}/history")
    assert [(step["action"], step["kind"]) for step in steps] == [
        ("code", "coding"), ("code", "memo"), ("change_coding", "coding"),
    ]  # fmt: skip
    assert steps[2]["changed"] == {
        "code": ["awareness", "motivation"], "words": ["belajar sendiri", "belajar sendiri di rumah"],
    }  # fmt: skip


def test_words_moved_onto_the_same_words_with_the_same_code_become_one(rani: Browser) -> None:
    first = rani.mark("W1-zul", "belajar sendiri", "awareness", memo="Satu")["coding"]
    second = rani.mark("W1-zul", "belajar sendiri", "motivation", memo="Dua")["coding"]
    one = rani.patch(f"/codings/{second['id']}", seq=second["seq"], code="awareness")["coding"]
    assert (one["id"], one["memo"]) == (first["id"], "Satu\nDua")
    assert len(stored(rani)) == 1
    assert Span(one["start"], one["end"]) == Span(first["start"], first["end"])
