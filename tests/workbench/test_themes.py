from collections.abc import Callable

from tests.workbench.conftest import Browser

CLAIM = "Orang belajar sebelum ada yang melatih."


def test_a_theme_is_named_by_its_id_whatever_its_name(rani: Browser) -> None:
    theme = rani.post("/themes", status=201, name="modal/usaha", claim=CLAIM)
    changed = rani.patch(f"/themes/{theme['id']}", seq=theme["seq"], name="uang?", position=0)
    assert (changed["id"], changed["name"], changed["claim"]) == (theme["id"], "uang?", CLAIM)
    assert rani.patch(f"/themes/{theme['id']}", status=422, verdicts={"letter": "x"})["remedy"]
    rani.post("/themes", status=201, name="lain", claim=CLAIM)
    assert rani.patch(f"/themes/{theme['id']}", status=409, name="lain")["what"]
    assert rani.delete(f"/themes/{theme['id']}")["summary"] == "uang?"
    assert rani.get(f"/themes/{theme['id']}/history", status=404)["what"]


def test_the_evidence_of_a_theme_comes_by_sides_with_more_to_choose_from(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "motivation")["coding"]
    other = rani.mark("W2-lina", "Modal dari bank", "capital")["coding"]
    theme = rani.post("/themes", status=201, name="swadaya", claim=CLAIM, codes=["awareness"])
    rani.patch("/themes/swadaya", evidence_against=[other["id"]])
    found = rani.get(f"/themes/{theme['id']}/evidence")
    assert [each["id"] for each in found["others"]] == [made["id"]]
    assert ([each["id"] for each in found["speaks_against"]], found["speaks_for"], found["unseen"]) == (
        [other["id"]], [], 0,
    )  # fmt: skip


def test_evidence_that_does_not_show_yet_is_counted_and_stays(
    rani: Browser, at_work: Callable[[str], Browser]
) -> None:
    hidden = rani.mark("W1-zul", "belajar sendiri", "motivation")["coding"]["id"]
    theme = rani.post("/themes", status=201, name="swadaya", claim=CLAIM)
    rani.patch("/themes/swadaya", evidence_for=[hidden])
    bayu = at_work("bayu")
    changed = bayu.patch("/themes/swadaya", without=[hidden], position=0)
    assert (changed["evidence_for"], changed["unseen_for"], changed["unseen_against"]) == ([], 1, 0)
    assert [each["id"] for each in rani.get(f"/themes/{theme['id']}/evidence")["speaks_for"]] == [hidden]
    assert rani.patch("/themes/swadaya", without=[hidden])["unseen_for"] == 0


def test_a_cell_is_summarised_by_whoever_saw_it_last(rani: Browser) -> None:
    rani.mark("W1-zul", "Modal keluarga", "capital")
    rani.post("/themes", status=201, name="swadaya", claim=CLAIM, codes=["capital"])
    done = rani.put("/cells", case="zul", code="capital", text="Dari keluarga.", seq=0)
    assert rani.put("/cells", status=409, case="zul", code="capital", text="Lain.", seq=0)["what"]
    again = rani.put("/cells", case="zul", code="capital", text="Dari keluarga saja.", seq=done["own"])
    (cell,) = (each for each in rani.get("/themes/swadaya/cells") if each["case"] == "zul")
    assert (cell["codings"], cell["summaries"]) == (
        1, [{"coder": "rani", "text": "Dari keluarga saja.", "mine": True, "seq": again["own"]}],
    )  # fmt: skip
    assert rani.put("/cells", case="zul", code="capital", seq=again["own"])["own"] == 0


def test_the_history_of_a_theme_says_what_came_and_what_left(rani: Browser) -> None:
    theme = rani.post("/themes", status=201, name="swadaya", claim=CLAIM, codes=["awareness"])
    rani.patch("/themes/swadaya", codes=["capital"], without=["awareness"])
    made, changed = rani.get(f"/themes/{theme['id']}/history")
    assert (made["actor"], made["changed"]["claim"]) == ("rani", [None, CLAIM])
    assert changed["changed"] == {"codes": [["awareness"], ["capital"]]}
