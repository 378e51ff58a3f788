from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import UsageError
from qualcode.model import Revision, Segment
from qualcode.segmenters import SEGMENTERS, segment
from tests.notation import Transcript, transcript

INTERVIEW = transcript("""
    P: Bagaimana awalnya? Boleh cerita?
    I: Saya belajar sendiri. Di rumah, dll. tanpa modal.
    P: Lalu?
    I: Ada pelatihan gratis.
""")


def words_of(source: Transcript, segments: list[Segment]) -> list[str]:
    return [each.span.of(source.text) for each in segments]


def without_turns(text: str) -> tuple[str, Revision]:
    return text, replace(INTERVIEW.revision, turns=())


def test_a_turn_is_one_segment_with_its_number_and_speaker() -> None:
    segments = segment(INTERVIEW.text, INTERVIEW.revision, by="turn")
    assert [(each.turn, each.speaker) for each in segments] == [(1, "P"), (2, "I"), (3, "P"), (4, "I")]
    assert words_of(INTERVIEW, segments)[2:] == ["Lalu?", "Ada pelatihan gratis."]


def test_sentences_stay_within_their_turn() -> None:
    segments = segment(INTERVIEW.text, INTERVIEW.revision, by="sentence")
    assert words_of(INTERVIEW, segments) == [
        "Bagaimana awalnya?",
        "Boleh cerita?",
        "Saya belajar sendiri.",
        "Di rumah, dll. tanpa modal.",
        "Lalu?",
        "Ada pelatihan gratis.",
    ]


def test_a_short_turn_is_one_passage() -> None:
    by_turn = segment(INTERVIEW.text, INTERVIEW.revision, by="turn")
    by_passage = segment(INTERVIEW.text, INTERVIEW.revision)
    assert [each.span for each in by_passage] == [each.span for each in by_turn]


def test_a_long_turn_is_cut_at_sentence_ends_into_even_passages() -> None:
    long = transcript("I: " + " ".join(f"Kalimat nomor {n} ada enam kata." for n in range(20)))
    passages = words_of(long, segment(long.text, long.revision, longest=80))
    assert [len(each.split()) for each in passages] == [60, 60]
    assert all(each.endswith("kata.") for each in passages)


def test_no_tiny_tail_is_left() -> None:
    long = transcript("I: " + "kata " * 78 + "akhir. Begitu ya Bu.")
    assert len(segment(long.text, long.revision, longest=80)) == 1


def test_a_speaker_who_never_stops_is_not_cut() -> None:
    endless = transcript("I: " + "terus " * 500)
    assert len(segment(endless.text, endless.revision)) == 1


def test_a_document_without_turns_is_cut_by_paragraphs() -> None:
    text, revision = without_turns("Program Kerja\n\nPelatihan gratis untuk\nusaha mikro.\n \nPameran.")
    segments = segment(text, revision)
    assert [each.span.of(text) for each in segments] == [
        "Program Kerja",
        "Pelatihan gratis untuk\nusaha mikro.",
        "Pameran.",
    ]
    assert {(each.turn, each.speaker) for each in segments} == {(None, "")}


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    text, revision = without_turns("Program Kerja\nPelatihan gratis.\n")
    assert len(segment(text, revision, by="paragraph")) == 2


def test_ids_are_the_same_again_and_depend_on_what_cut_them() -> None:
    def ids(**options: object) -> list[str]:
        return [each.id for each in segment(INTERVIEW.text, INTERVIEW.revision, **options)]  # type: ignore[arg-type] # options of several types

    assert ids() == ids()
    assert len({*ids(), *ids(by="turn"), *ids(longest=70), *ids(language="en")}) == 16
    assert ids(by="turn", longest=70) == ids(by="turn")


def test_an_unknown_segmenter_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="choose one of turn, paragraph, sentence, passage"):
        segment(INTERVIEW.text, INTERVIEW.revision, by="chapter")
    with pytest.raises(UsageError, match="cannot be of 0 words"):
        segment(INTERVIEW.text, INTERVIEW.revision, longest=0)


LINES = st.sampled_from(
    ["P: Lalu? Terus?", "I: Saya ikut. Gratis... ya.", "lanjutan baris", "", "  ", "I:  "]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(sorted(SEGMENTERS)), st.integers(1, 6), st.booleans())
def test_segments_cover_every_word_of_every_turn_once(
    lines: list[str], by: str, longest: int, turns: bool
) -> None:
    made = transcript("\n".join(lines))
    revision = made.revision if turns else replace(made.revision, turns=())
    segments = segment(made.text, revision, by=by, longest=longest)
    spans = [each.span for each in segments]
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    stretches = [turn.span.of(made.text) for turn in revision.turns] if revision.turns else [made.text]
    assert " ".join(span.of(made.text) for span in spans).split() == " ".join(stretches).split()
    assert len({each.id for each in segments}) == len(segments)
