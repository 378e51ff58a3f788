"""Keyword in context."""

from qualcode.keywords import TextIndex, find, in_context
from qualcode.model import Span

TEXT = "Satu dua tiga.\nAda pelatihan  gratis\ndi aula.\nTamat."


def test_some_words_on_either_side_on_one_line() -> None:
    index = TextIndex.build(TEXT, "id")
    (line,) = in_context(index, find(index, "latih"), words=3)
    assert (line.before, line.words, line.after) == ("dua tiga. Ada ", "pelatihan", " gratis di aula")


def test_a_line_stays_within_its_stretch() -> None:
    index = TextIndex.build(TEXT, "id")
    sentence = Span(TEXT.index("Ada"), TEXT.index("\nTamat"))
    (line,) = in_context(index, find(index, "latih"), words=50, within=[Span(0, 14), sentence])
    assert line.before + line.words + line.after == "Ada pelatihan gratis di aula."


def test_the_edges_of_the_text_are_no_fault() -> None:
    index = TextIndex.build("modal", "id")
    (line,) = in_context(index, find(index, "modal"))
    assert (line.before, line.words, line.after) == ("", "modal", "")


def test_a_hit_between_words_keeps_its_place() -> None:
    index = TextIndex.build("a !? b", "id")
    (line,) = in_context(index, find(index, "/!/"), words=1)
    assert line.before + line.words + line.after == "a !? b"


def test_no_words_beside_the_hit() -> None:
    index = TextIndex.build(TEXT, "id")
    (line,) = in_context(index, find(index, "latih"), words=0)
    assert (line.before, line.words, line.after) == ("", "pelatihan", "")
