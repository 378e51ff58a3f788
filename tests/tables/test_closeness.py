import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.tables.closeness import closeness

SAID = pd.Series(["Kami dilatih mengemas.", "Pelatihan mengemas kerupuk.", "Pak RT pindah ke Plaju."])


def test_kin_of_one_root_are_near_each_other() -> None:
    near, also_near, far = closeness(SAID)(SAID)
    assert min(near, also_near) > 0.2 > far


def test_function_words_of_either_language_bring_nothing_together() -> None:
    said = pd.Series(
        ["yang itu dan ini kerupuk", "yang itu dan ini pempek", "and that is the songket", "dak"]
    )
    assert list(closeness(said)(said)) == [0, 0, 0, 0]


def test_a_choice_is_judged_by_itself() -> None:
    central = closeness(SAID)
    assert list(central(SAID[[2]])) == [0]
    assert list(central(SAID[[0, 1]]).index) == [0, 1]


def test_words_that_say_nothing_are_near_nothing() -> None:
    said = pd.Series(["…", "", "🙂"])
    assert list(closeness(said)(said)) == [0, 0, 0]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="ab cdé🙂", max_size=12), max_size=8))
def test_closeness_is_a_cosine_and_does_not_depend_on_the_order(words: list[str]) -> None:
    said = pd.Series(words, dtype="str")
    found = closeness(said)(said)
    assert found.between(0, 1).all()
    back = said[::-1]
    assert closeness(back)(back).sort_index().round(4).equals(found.round(4))
