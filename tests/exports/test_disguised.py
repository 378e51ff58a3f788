import pandas as pd

from qualcode.exports.blocks import BlockQuote, Grid, GridColumn, Heading, Paragraph, Report
from qualcode.exports.disguised import disguised, disguised_frame, unchanged
from qualcode.model import Role, fresh


def disguise(text: str) -> str:
    return text.replace("Zul", "Rudi").replace("Lina", "Rudi")


def test_every_text_of_a_report_is_disguised() -> None:
    grid = Grid(
        "Kata Zul", (GridColumn("Zul", 10), GridColumn("n", 4, numeric=True)), [("Zul", "3"), ["x", "Lina"]]
    )
    report = Report(
        "Tentang Zul",
        "id",
        (Heading("Zul"), Paragraph("Kata Zul", "Zul"), BlockQuote("“Zul”", "W1.Zul", ("Zul",), "Zul"), grid),
    )

    assert "Zul" not in repr(disguised(report, disguise))
    assert "Lina" not in repr(disguised(report, disguise))


def test_what_is_no_text_to_be_read_stays() -> None:
    guid = fresh()
    value = {"id": guid, "role": Role.OTHER, "turn": 3, "none": None}

    assert disguised(value, lambda text: text + "!") == {f"{key}!": each for key, each in value.items()}


def test_frames_are_disguised_in_cells_and_titles_and_technical_columns_stay() -> None:
    frame = pd.DataFrame({"case": ["Zul", "Lina"], "source_id": ["Zul", "Zul"], "turn": [1, 2]})
    shown = disguised_frame(frame, disguise)

    assert list(shown["case"]) == ["Rudi", "Rudi"]
    assert list(shown["source_id"]) == ["Zul", "Zul"]
    assert list(frame["case"]) == ["Zul", "Lina"]


def test_cases_that_share_a_pseudonym_keep_columns_of_their_own() -> None:
    counts = pd.DataFrame({"code_path": ["Zul"], "Zul": [1], "Lina": [2]})

    assert list(disguised_frame(counts, disguise).columns) == ["code_path", "Rudi", "Rudi (2)"]
    assert list(disguised_frame(counts, disguise)["Rudi (2)"]) == [2]


def test_who_has_nothing_to_hide_gets_the_same_back() -> None:
    frame = pd.DataFrame({"case": ["Zul"]})

    assert disguised_frame(frame, unchanged) is frame
