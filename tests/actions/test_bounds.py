import pytest

from qualcode.actions.bounds import sentence_bounds
from qualcode.actions.texts import SourceText
from tests.notation import transcript

TEXT = """
P: Bagaimana awalnya?
I: Saya belajar sendiri. "Tidak ada pelatihan," kata saya waktu itu.
P: Lalu?
I: Kami dibina.
"""


@pytest.fixture
def source_text() -> SourceText:
    made = transcript(TEXT)
    return SourceText(made.source, made.revision, made.text, {each.label: each for each in made.speakers})


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Saya belajar sendiri.", True),
        ("Saya belajar sendiri", True),
        ("Saya belajar", False),
        ("belajar sendiri.", False),
        ('Saya belajar sendiri. "Tidak ada pelatihan," kata saya waktu itu.', True),
        ("Tidak ada pelatihan", False),
        ('"Tidak ada pelatihan," kata saya waktu itu.\nP: Lalu?\nI: Kami dibina', True),
        ("I: Kami dibina.", True),
    ],
)
def test_a_passage_is_whole_where_it_begins_and_ends_with_sentences(
    source_text: SourceText, words: str, whole: bool
) -> None:
    start = source_text.text.index(words)
    assert sentence_bounds(source_text)(start, start + len(words)) is whole
