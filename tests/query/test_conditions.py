import pytest

from qualcode.errors import QueryProblem
from qualcode.query import Drawn
from tests.query.study import counts, found, vocabulary
from tests.tables.sample import CODEBOOK, codings

FRAME = codings()
"""By row: 0 Herman awareness; 1 Astuti awareness (negative); 2, 3 Zul socialization by ana and budi;
4 Astuti socialization (queried); 5 Zul motivation (agreed); 6 Zul capacity (suggested); 7 an observation."""


def test_values_of_ours_are_understood_in_both_languages() -> None:
    expected = {
        "kind = observation": [7], "jenis = OBSERVASI": [7], "kind != wawancara": [7],
        "origin = decision": [6], "asal = saran": [6],
        "review = queried": [4], "tinjauan = ditanyakan": [4], 'review = ""': [0, 1, 2, 3, 6, 7],
        "review != none": [4, 5], "negative": [1], "menentang": [1],
    }  # fmt: skip
    assert counts(expected, FRAME) == expected


def test_names_are_looked_up_and_stars_stand_for_any_characters() -> None:
    expected = {
        "case = zul": [2, 3, 5, 6], "case = Zul, Astuti": [1, 2, 3, 4, 5, 6], "case != Zul, Astuti": [0, 7],
        'case = ""': [7], "source = w1*": [2, 3, 5, 6], "source = *l": [2, 3, 5, 6],
        "coder = budi": [3], "reference = W1-zul.6": [5, 6],
    }  # fmt: skip
    assert counts(expected, FRAME) == expected


def test_a_code_as_a_condition_asks_the_coding_itself() -> None:
    expected = {
        "code = awareness": [0, 1, 2, 3, 4, 5], "code = =awareness": [0, 1], "NOT code = awareness": [6, 7],
        "framework = stage": [0, 1, 2, 3, 4, 5, 6, 7], "kode = stage:capacity": [6, 7],
    }  # fmt: skip
    assert counts(expected, FRAME) == expected


def test_a_theme_stands_for_its_codes_and_for_codings_chosen_one_by_one() -> None:
    (capacity,) = [code.id for code in CODEBOOK.codes if code.key == "capacity"]
    drawn = Drawn(frozenset([capacity]), frozenset([FRAME["coding_id"][1]]))
    assert found("theme = hak", FRAME, vocabulary(drawn)) == [1, 6, 7]


def test_dates_are_compared_as_far_as_they_are_written() -> None:
    frame = FRAME.assign(
        date=["2023-12-31", "2024-01-01T10:00:00Z", "2024-06-01", *["2024-06-30T23:59:59Z"] * 5]
    )
    expected = {
        "date >= 2024": [1, 2, 3, 4, 5, 6, 7], "date > 2024": [], "date < 2024": [0],
        "date = 2024-06": [2, 3, 4, 5, 6, 7], "date <= 2024-06-01": [0, 1, 2], "date != 2024-06": [0, 1],
        "date > 2024-06-01": [3, 4, 5, 6, 7], "tanggal = '1 Juni 2024'": [2],
    }  # fmt: skip
    assert counts(expected, frame) == expected


def test_turns_are_counted_and_what_lies_in_none_has_no_number() -> None:
    expected = {
        "turn <= 6": [1, 5, 6],
        "turn > 6": [0, 2, 3, 4],
        "turn = 4, 10": [1, 4],
        "turn != 12": [0, 1, 4, 5, 6, 7],
    }
    assert counts(expected, FRAME) == expected


def test_attributes_are_numbers_days_or_words_as_the_value_is() -> None:
    expected = {
        "case.umur > 40": [2, 3, 5, 6], "case.Umur <= 52": [1, 2, 3, 4, 5, 6], "case.UMUR = 38": [1, 4],
        "case.jenis_usaha = Kunci": [2, 3, 5, 6], 'case."Jenis usaha" = k*': [2, 3, 5, 6],
        "case.umur != 38": [0, 2, 3, 5, 6, 7], "case.umur = *": [1, 2, 3, 4, 5, 6],
        "source.tanggal >= 2024-04-01": [1, 4], "source.tanggal = 2024": [1, 2, 3, 4, 5, 6],
        "sumber.tanggal < 2024-04": [2, 3, 5, 6],
    }  # fmt: skip
    assert counts(expected, FRAME) == expected


def test_words_are_searched_with_the_keyword_language() -> None:
    expected = {
        "text ~ latih": [1, 2, 3], "text ~ 'gratis ~2 pelatihan'": [2, 3], "text ~ /GRATIS/": [2, 3],
        "memo ~ tipu": [0], "memo = *": [0], "memo ~ x, tipu": [0], "condensation ~ ajar": [5],
        "text ~ latih AND coder = budi": [3],
    }  # fmt: skip
    assert counts(expected, FRAME) == expected


def test_no_phrase_runs_from_one_quotation_into_the_next() -> None:
    frame = codings(
        [
            ("capacity", "W1-zul", "Zul", 2, start, words, "ana", {})
            for start, words in ((0, "media"), (9, "sosial"))
        ]
    )
    assert found("text ~ 'media sosial'", frame) == []
    assert found("text ~ 'media ~5 sosial'", frame) == []


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        ("kind = intervew", 7, "they are interview, focus_group"),
        ("case = Zull", 7, "there is no case 'Zull'"),
        ("case.Umr > 40", 0, "no case has Umr (there is"),
        ("case.Umur > tua", 12, "write a number or a date"),
        ("date > kemarin", 7, "kemarin is no date"),
        ("turn > banyak", 7, "banyak is no number"),
        ("awareness WHERE text ~ '/(/'", 24, "not a regular expression"),
        ("text ~ 'a ~3'", 8, "a word is missing"),
        ("code = modl", 7, "there is no code 'modl'"),
        ("framework = stge", 12, "did you mean stage?"),
    ],
)
def test_a_value_that_means_nothing_is_told_with_its_place(query: str, position: int, says: str) -> None:
    with pytest.raises(QueryProblem) as caught:
        found(query, FRAME)
    assert says in str(caught.value)
    assert caught.value.position == position
