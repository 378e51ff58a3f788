"""Suggestions from keywords: which passages, how strong, and why."""

import pytest

from qualcode.keywords import TextIndex
from qualcode.model import (
    Code,
    Codebook,
    LocalList,
    Segment,
    Suggestion,
    code_guid,
    derived,
    framework_guid,
)
from qualcode.suggest.keywords import METHOD, suggest
from tests.notation import Transcript, transcript

BOOK = derived("codebook", "test")
STAGE = framework_guid(BOOK, "stage")


def code(key: str, keywords: LocalList, not_keywords: LocalList | None = None) -> Code:
    return Code(
        id=code_guid(BOOK, key),
        key=key,
        framework_id=STAGE,
        keywords=keywords,
        not_keywords=not_keywords or LocalList(),
    )


CAPACITY = code("capacity", LocalList.of({"id": ["latih", "belajar sendiri"], "en": ["train", "workshop"]}))
POWER = code("power", LocalList.of(["daya"]), LocalList.of(["sumber daya"]))
CODEBOOK = Codebook(id=BOOK, key="test", codes=(CAPACITY, POWER))


def passages(source: Transcript) -> list[Segment]:
    return [
        Segment(
            id=derived("segment", source.revision.id, turn.number),
            revision_id=source.revision.id,
            start=turn.start,
            end=turn.end,
            turn=turn.number,
            speaker=turn.speaker,
        )
        for turn in source.turns
        if turn.speaker != "P"
    ]


def suggested(notation: str, codebook: Codebook = CODEBOOK) -> tuple[Transcript, list[Suggestion]]:
    source = transcript(notation)
    index = TextIndex.build(source.text, "id")
    found = suggest(passages(source), index, codebook, source_id=source.source.id, language="id")
    return source, found


def test_evidence_is_the_keyword_with_its_exact_place() -> None:
    source, (found,) = suggested("""
        P: Pernah ikut pelatihan?
        I: Iya, {hit|pelatihannyo} di dinas.
        I: Dak pernah.
    """)
    (evidence,) = found.evidence
    assert (evidence.label, evidence.start, evidence.end) == ("latih", *_place(source, "hit"))
    assert (found.start, found.end) == (source.turns[1].start, source.turns[1].end)
    assert (found.code_id, found.method, found.source_id) == (CAPACITY.id, METHOD, source.source.id)


def test_keywords_of_every_language_apply_to_mixed_speech() -> None:
    _, found = suggested("I: Aku melok workshop samo training-nyo.\nI: Belum.")
    assert [evidence.label for evidence in found[0].evidence] == ["workshop", "train"]


def test_a_not_keyword_takes_the_evidence_away() -> None:
    _, found = suggested("I: Kurang sumber daya.\nI: Sumber daya itu pemberdayaan.")
    assert [[item.label for item in each.evidence] for each in found] == [["daya"]]


def test_of_two_hits_in_one_place_the_longer_counts() -> None:
    codebook = Codebook(
        id=BOOK, key="test", codes=(code("a", LocalList.of(["pelatihan", "latih", "pelatihan gratis"])),)
    )
    _, (found,) = suggested("I: Ikut pelatihan gratis.", codebook)
    assert [item.label for item in found.evidence] == ["pelatihan gratis"]


def test_more_evidence_is_stronger_but_a_repetition_less_so() -> None:
    _, (once, twice, both) = suggested("""
        I: Ikut latihan.
        I: Latihan lagi latihan.
        I: Latihan, lalu belajar sendiri.
        I: Jualan.
    """)
    assert once.score < twice.score < both.score < 1


def test_rarer_evidence_is_stronger() -> None:
    common = "\n".join(["I: Daya itu."] * 9)
    _, found = suggested(f"{common}\nI: Latihan itu.")
    assert found[-1].code_id == CAPACITY.id
    assert found[-1].score > found[0].score


def test_the_score_is_one_less_the_product_of_what_is_left() -> None:
    _, found = suggested("I: Workshop, latihan.\nI: Ya.")
    one, other = (item.weight for item in found[0].evidence)
    assert found[0].score == pytest.approx(1 - (1 - one) * (1 - other), abs=1e-4)


def test_the_same_text_and_codebook_give_the_same_suggestions() -> None:
    notation = "I: Latihan daya.\nI: Daya."
    assert suggested(notation)[1] == suggested(notation)[1]
    ids = [each.id for each in suggested(notation)[1]]
    assert len(set(ids)) == len(ids) == 3


def test_suggestions_come_by_place_and_then_by_code() -> None:
    _, found = suggested("I: Daya lalu latihan.\nI: Daya.")
    assert [each.code_id for each in found] == [CAPACITY.id, POWER.id, POWER.id]


def test_nothing_to_go_by_gives_nothing() -> None:
    assert suggested("I: Halo.")[1] == []
    assert suggested("I: Halo.", Codebook(id=BOOK, key="test"))[1] == []
    assert suggested("P: Latihan?")[1] == []


def _place(source: Transcript, name: str) -> tuple[int, int]:
    return source.spans[name].start, source.spans[name].end
