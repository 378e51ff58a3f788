from typing import Any

import pytest

from qualcode.model import Coding
from tests.workbench.conftest import Browser


def codes(browser: Browser) -> dict[str, Any]:
    return {code["key"]: code for code in browser.get("/codebook")["codes"]}


def test_the_codebook_comes_as_a_tree_with_counts(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "motivation")
    book = rani.get("/codebook")
    assert [framework["key"] for framework in book["frameworks"]] == ["stage", "problems"]
    motivation = codes(rani)["motivation"]
    assert (motivation["parent"], motivation["depth"], motivation["codings"]) == ("awareness", 1, 1)
    assert motivation["name"] == {"id": "Motivasi", "en": "Motivation"}


def test_a_code_is_added_renamed_moved_and_recoloured(rani: Browser) -> None:
    added = rani.post("/codes", status=201, name="Jejaring", framework="stage")["code"]
    changed = rani.patch(
        "/codes/jejaring", seq=added["seq"], name={"en": "Networks"}, parent="capacity", color="#aa0000",
        definition={"id": "Orang saling kenal."}, keywords={"id": ["jejaring", "kenal*"]},
    )["code"]  # fmt: skip
    assert (changed["parent"], changed["color"], changed["name"]["en"]) == ("capacity", "#aa0000", "Networks")
    assert changed["keywords"] == {"id": ["jejaring", "kenal*"]}
    assert rani.post("/undo")["summary"] == "edit code jejaring"
    assert codes(rani)["jejaring"]["parent"] is None


def test_a_code_keeps_its_place_among_its_siblings_unless_it_is_moved(rani: Browser) -> None:
    rani.patch("/codes/capacity", position=0)
    assert [key for key, code in codes(rani).items() if code["framework"] == "stage"] == [
        "capacity", "awareness", "motivation",
    ]  # fmt: skip
    rani.patch("/codes/motivation", position=0)
    assert codes(rani)["motivation"]["parent"] == "awareness"
    rani.patch("/codes/motivation", parent="")
    assert codes(rani)["motivation"]["parent"] is None


def test_an_edit_of_a_code_that_was_changed_since_is_told(rani: Browser) -> None:
    seen = codes(rani)["capital"]["seq"]
    rani.project.rename_code("capital", "Uang")
    assert rani.patch("/codes/capital", status=409, seq=seen, color="#00aa00")["where"] == "capital"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"keywords": {"id": ["a ~ ~ b"]}}, 422),
        ({"color": "red"}, 422),
        ({"parent": "motivation"}, 422),
        ({"parent": "nothing"}, 404),
        ({"key": "capital"}, 422),
        ({"key": "not a key"}, 422),
    ],
)
def test_a_change_that_cannot_be_is_refused_whole(rani: Browser, change: dict[str, Any], status: int) -> None:
    before = codes(rani)["awareness"]
    assert rani.patch("/codes/awareness", status=status, definition={"id": "Lain"}, **change)["what"]
    assert codes(rani)["awareness"] == before


def test_what_a_change_will_touch_is_shown_before_it_is_done(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.mark("W1-zul", "Kami dibina", "motivation")
    touches = rani.get("/codes/awareness/touches")
    assert (touches["codings"], touches["own"], touches["below"]) == (1, 1, {"motivation": 1})
    assert (touches["sources"], touches["coders"]) == ({"W1-zul": 1}, {"rani": 1})


def test_codes_are_merged_split_and_removed_with_their_codings(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    merged = rani.post("/codes/capital/merge", into="awareness")
    assert merged["codings"] == {}
    assert rani.post("/codes/awareness/split", name="Swadaya", codings=[made["id"]])["codings"] == {
        "awareness": 1
    }
    assert rani.delete("/codes/swadaya", status=422)["what"] == "swadaya is in use: 1 codings"
    assert rani.delete("/codes/swadaya", codings_to="motivation")["codings"] == {"swadaya": 1}
    with rani.project.view() as view:
        (coding,) = view.all(Coding)
        assert codes(rani)["motivation"]["id"] == coding.code_id


def test_a_codebook_goes_out_and_comes_in_again(rani: Browser) -> None:
    written = rani.http.get("/api/codebook.yaml")
    assert 'filename="study.yaml"' in written.headers["content-disposition"]
    changed = written.text.replace("Skills are trained.", "Skills are taught.")
    files = {"file": ("study.yaml", changed.encode())}
    preview = rani.http.post("/api/codebook", files=files).json()
    assert [(each["kind"], each["key"]) for each in preview["differences"]] == [("redefined", "capacity")]
    assert codes(rani)["capacity"]["definition"]["en"] == "Skills are trained."
    assert rani.http.post("/api/codebook", files=files, data={"apply": "true"}).json()["applied"] is True
    assert codes(rani)["capacity"]["definition"]["en"] == "Skills are taught."


def test_a_codebook_with_faults_is_refused_with_its_line(rani: Browser) -> None:
    answer = rani.http.post("/api/codebook", files={"file": ("b.yaml", b"codebook: [\n")})
    assert answer.status_code == 422
    assert "/tmp" not in answer.text


def test_a_conflict_is_settled_field_by_field(rani: Browser) -> None:
    written = rani.http.get("/api/codebook.yaml").text
    theirs = written.replace("Skills are trained.", "Skills are taught.").replace(
        "Money to begin", "Cash to begin"
    )
    rani.patch("/codes/capacity", definition={"en": "Skills are learned."}, color="#112233")
    rani.patch("/codes/capital", definition={"en": "Funds."})
    files = {"file": ("study.yaml", theirs.encode())}
    preview = rani.http.post("/api/codebook", files=files).json()
    assert (preview["differences"], preview["applied"]) == ([], False)
    assert {
        (each["key"], each["field"]): (each["ours"], each["theirs"]) for each in preview["conflicts"]
    } == {
        ("capacity", "definition.en"): ("Skills are learned.", "Skills are taught."),
        ("capital", "definition.en"): ("Funds.", "Cash to begin with."),
    }
    chosen = {"theirs": ["capacity:definition.en"]}
    preview = rani.http.post("/api/codebook", files=files, data=chosen).json()
    assert len(preview["conflicts"]) == 2
    (difference,) = preview["differences"]
    assert difference["fields"] == [
        {"field": "definition.en", "before": "Skills are learned.", "after": "Skills are taught."}
    ]
    assert rani.http.post("/api/codebook", files=files, data={**chosen, "apply": "true"}).json()["applied"]
    assert codes(rani)["capacity"]["definition"]["en"] == "Skills are taught."
    assert (codes(rani)["capacity"]["color"], codes(rani)["capital"]["definition"]["en"]) == (
        "#112233",
        "Funds.",
    )


def test_codes_that_a_file_lacks_go_only_when_that_is_said_and_their_codings_go_elsewhere(
    rani: Browser,
) -> None:
    made = rani.mark("W1-zul", "Modal keluarga", "capital")["coding"]
    written = rani.http.get("/api/codebook.yaml").text
    files = {"file": ("study.yaml", written[: written.index("  - id: problems")].encode())}
    assert rani.http.post("/api/codebook", files=files).json()["left"] == ["capital", "problems"]
    preview = rani.http.post("/api/codebook", files=files, data={"prune": "true"}).json()
    assert {(each["key"], each["kind"], each["codings"]) for each in preview["differences"]} == {
        ("capital", "removed", 1), ("problems", "removed", 0),
    }  # fmt: skip
    pruned = {"prune": "true", "apply": "true"}
    assert rani.http.post("/api/codebook", files=files, data=pruned).status_code == 422
    heir = {**pruned, "codings_to": ["capital:capacity"]}
    assert rani.http.post("/api/codebook", files=files, data=heir).json()["applied"]
    assert "capital" not in codes(rani)
    with rani.project.view() as view:
        coding = view.get(Coding, made["id"])
        assert coding
        assert coding.code_id == codes(rani)["capacity"]["id"]


def test_keywords_are_counted_while_they_are_written(rani: Browser) -> None:
    asked = ["latih", "sendiri", "a ~ ~ b"]
    hits = rani.post("/hits", keywords=asked, not_keywords=["belajar sendiri"], language="id")
    latih, sendiri, none = hits["keywords"]
    assert (latih["total"], latih["sources"], latih["forms"]) == (4, 3, {"pelatihan": 4})
    assert (sendiri["total"], none["total"], bool(none["fault"])) == (4, 0, True)
    assert [each["total"] for each in hits["not_keywords"]] == [2]
    assert (hits["total"], hits["sources"], hits["vetoed"]) == (6, 3, 2)
    assert rani.post("/hits", keywords=["latih"], language="en")["total"] == 0


def test_families_are_changed_reordered_and_taken_away_with_a_place_for_their_codes(rani: Browser) -> None:
    first, second = rani.http.get("/api/codebook").json()["frameworks"]
    change = {"seq": second["seq"], "name": {"en": "Hurdles"}, "position": 0}
    done = rani.http.patch("/api/frameworks/problems", json=change)
    assert done.json()["framework"]["name"] == {"id": "Masalah", "en": "Hurdles"}
    assert rani.http.patch("/api/frameworks/problems", json=change).status_code == 409
    shown = rani.http.get("/api/codebook").json()["frameworks"]
    assert [each["key"] for each in shown] == ["problems", first["key"]]
    assert rani.http.get("/api/frameworks/problems/touches").json()["codings"] == {"capital": 0}
    assert rani.http.delete("/api/frameworks/problems").status_code == 422
    assert rani.http.delete("/api/frameworks/problems", params={"codes_to": "stage"}).status_code == 200
    assert codes(rani)["capital"]["framework"] == "stage"
    assert rani.http.delete("/api/frameworks/problems").status_code == 404
