import pandas as pd

from qualcode.charts import evaluation

NAMES = {"capital": "Modal", "training": "Pelatihan"}
FIGURES = pd.DataFrame(
    [
        ("training", 12, 0.5, 0.3, 0.7, True),
        ("capital", 3, 0.8, 0.2, 1.0, False),
        ("licences", 0, float("nan"), float("nan"), float("nan"), False),
    ],
    columns=["code", "support", "f1", "f1_low", "f1_high", "enough"],
)


def test_codes_come_best_first_and_those_without_a_figure_are_left_out() -> None:
    spec = evaluation.chart(FIGURES, NAMES, language="id").to_dict()
    assert spec["layer"][0]["encoding"]["y"]["sort"] == ["capital", "training"]
    (values,) = spec["datasets"].values()
    assert [row["text"] for row in values] == ["0,8 (3)", "0,5 (12)"]


def test_it_says_in_words_what_it_shows() -> None:
    told = evaluation.alt_text(FIGURES, NAMES, language="en")
    assert "2 codes" in told
    assert told.endswith("Best: Modal (0.8), Pelatihan (0.5).")
