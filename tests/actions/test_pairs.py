import pytest

from qualcode.actions.pairs import Pair
from qualcode.project import Project
from tests.study import ZUL, Study

ENGLISH = """\
Q: How did it begin, Mr. Zul?
Z: At first I learned by myself at home. There was no training from the office.
Q: What about capital?
Z: Family capital only. I learned by myself, and the capital was my own too.
Q: What has changed?
Z: We were looked after, then we took part in a training of three days.
"""


@pytest.mark.parametrize(
    ("original", "translation"),
    [("W7", "W7-en"), ("W7.id", "W7.en"), ("W7", "W7_English"), ("pak zul", "pak zul (inggris)")],
)
def test_names_that_differ_in_a_language_propose_a_translation(
    study: Study, rani: Project, original: str, translation: str
) -> None:
    rani.add([study.file(f"{original}.txt", ZUL + "\n"), study.file(f"{translation}.txt", ENGLISH)])
    pair = Pair(original, translation)
    assert rani.proposed_pairs([translation]) == rani.proposed_pairs([original]) == [pair]
    assert rani.proposed_pairs(["W1-zul"]) == []
    rani.set_source(translation, translates=original)
    assert rani.proposed_pairs([translation]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("W1-zul-en", ZUL + "\n"),  # in the same language
        ("W1-zul-en", "\n".join(ENGLISH.splitlines()[:2])),  # a third of the turns
        ("W1-zul-notes", ENGLISH),
    ],
)
def test_what_only_looks_a_little_like_one_is_not_proposed(
    study: Study, rani: Project, name: str, text: str
) -> None:
    rani.add([study.file(f"{name}.txt", text)])
    assert rani.proposed_pairs([name]) == []
