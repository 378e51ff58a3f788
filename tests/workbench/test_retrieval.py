"""Looking for codings and words through the service."""

import pytest

from qualcode.model import ConsentState
from tests.notation import utf16
from tests.workbench.conftest import Browser


@pytest.fixture
def coded(rani: Browser) -> Browser:
    """The study with three codings."""
    rani.mark("W2-lina", "Modal dari bank", "capital")
    rani.mark("W1-zul", "Modal keluarga", "capital")
    rani.mark("W1-zul", "belajar sendiri", "motivation")
    return rani


def words(found: dict[str, list[dict[str, str]]]) -> list[str]:
    return [coding["quotation"] for coding in found["codings"]]


def test_codings_are_found_at_their_places(coded: Browser) -> None:
    found = coded.get("/query", where="capital WHERE source = W2-lina")
    (coding,) = found["codings"]
    text = coded.get("/sources/W2-lina/reader")["text"]
    assert (coding["start"], coding["end"]) == utf16(text, "Modal dari bank")
    assert coding["question"] == "Lalu jualannya?"


def test_a_long_list_comes_in_pages_with_what_all_of_it_is_about(coded: Browser) -> None:
    pages = [coded.get("/query", limit=2, offset=offset) for offset in (0, 2)]
    assert [page["total"] for page in pages] == [3, 3]
    assert [words(page) for page in pages] == [
        ["belajar sendiri", "Modal keluarga"], ["Modal dari bank"],
    ]  # fmt: skip
    assert pages[0]["counts"]["code"] == [
        {"name": "capital", "codings": 2}, {"name": "motivation", "codings": 1},
    ]  # fmt: skip
    assert [each["name"] for each in pages[0]["counts"]["source"]] == ["W1-zul", "W2-lina"]


def test_a_list_is_sorted_either_way_and_codes_go_as_in_the_codebook(coded: Browser) -> None:
    assert words(coded.get("/query", sort="code"))[0] == "belajar sendiri"
    assert words(coded.get("/query", sort="code", descending=True))[-1] == "belajar sendiri"
    assert words(coded.get("/query", sort="quotation"))[0] == "Modal dari bank"
    assert words(coded.get("/query", sort="reference", descending=True))[0] == "Modal dari bank"


def test_a_page_turned_after_a_new_coding_knows_it(coded: Browser) -> None:
    assert coded.get("/query")["total"] == 3
    coded.mark("O1-pelatihan", "memegang alat sendiri", "capacity")
    assert coded.get("/query")["total"] == 4


def test_a_fault_in_a_query_is_told_with_its_place(coded: Browser) -> None:
    fault = coded.get("/query", status=422, where="capital AND awarness")
    assert fault["position"] == 12
    assert "awareness" in fault["remedy"]


def test_the_words_of_a_query_are_those_of_the_language_and_of_the_study(coded: Browser) -> None:
    known = coded.get("/query/words")
    assert known["operators"]["dan"] == known["operators"]["and"] == "AND"
    values = {field["word"]: field["values"] for field in known["fields"]}
    assert values["sumber"] == values["source"] == ["O1-pelatihan", "W1-zul", "W2-lina"]
    assert "interview" in values["kind"]


def test_words_are_found_with_how_often_and_with_the_codes_they_have(coded: Browser) -> None:
    page = coded.get("/find", q="modal", limit=1)
    assert (page["total"], len(page["lines"])) == (3, 1)
    assert page["sources"] == [{"name": "W1-zul", "codings": 2}, {"name": "W2-lina", "codings": 1}]
    (line,) = coded.get("/find", q="modal", source="W2-lina")["lines"]
    text = coded.get("/sources/W2-lina/reader")["text"]
    assert (line["start"], line["codes"]) == (utf16(text, "Modal")[0], ["capital"])


def test_places_that_were_found_are_coded_together(coded: Browser) -> None:
    lines = coded.get("/find", q="pelatihan")["lines"]
    places = [{name: line[name] for name in ("source", "start", "end")} for line in lines]
    done = coded.post("/codings/many", status=201, places=places, codes=["capacity"], reach="sentence")
    assert (done["made"], done["there"]) == (len(places), 0)
    assert "🙂 Saya ikut pelatihan tiga hari di kecamatan." in words(coded.get("/query", code="capacity"))
    coded.post("/undo")
    assert coded.get("/query", code="capacity")["total"] == 0
    assert coded.post("/codings/many", status=404, places=[{**places[0], "source": "W9"}], codes=["capacity"])


def test_who_withdrew_consent_is_not_offered(rani: Browser) -> None:
    def names() -> list[str]:
        fields = rani.get("/query/words")["fields"]
        return [name for each in fields if each["means"] == "case" for name in each["values"]]

    gone = names()[0]
    rani.project.set_consent(gone, ConsentState.WITHDRAWN)
    assert names()
    assert gone not in names()
