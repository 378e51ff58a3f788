"""Suggestions that are asked for in the browser."""

from tests.workbench.conftest import Browser


def test_suggestions_are_made_for_all_sources_and_those_that_wait_are_told(rani: Browser) -> None:
    rani.put("/sources/W1-zul/read")
    made = rani.post("/suggestions")
    sources = {each["name"]: each for each in rani.get("/sources")}
    assert made["method"] == "keywords"  # nothing is coded that one could learn from
    assert made["suggestions"] == sum(made["by_source"].values()) > 0
    assert "W1-zul" not in made["hidden"]
    assert sources["W1-zul"]["waiting"] == made["by_source"]["W1-zul"]
    assert {name: each["hidden"] for name, each in sources.items() if each["hidden"]} == made["hidden"]


def test_suggestions_are_made_for_the_sources_named_alone(rani: Browser) -> None:
    assert list(rani.post("/suggestions", sources=["W2-lina"])["by_source"]) == ["W2-lina"]
    assert rani.post("/suggestions", status=404, sources=["W99"])["what"]


def test_suggestions_are_no_part_of_the_history(rani: Browser) -> None:
    before = rani.get("/project")
    rani.post("/suggestions")
    after = rani.get("/project")
    assert after["seq"] == before["seq"]
    assert after["suggested"] != before["suggested"]
