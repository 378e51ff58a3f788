"""What keywords find, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.keywords import TextIndex, find, locate, parse
from qualcode.lang.analyser import WORDS
from qualcode.lang.spelling import fold


def found(text: str, keyword: str, *, language: str = "id", but_not: tuple[str, ...] = ()) -> list[str]:
    index = TextIndex.build(text, language)
    return [text[hit.start : hit.end] for hit in find(index, keyword, but_not=but_not)]


def test_a_root_finds_its_word_family() -> None:
    text = "Latihan itu gratis, kami dilatih, pelatihannya bagus, dio ngelatih jugo. Letih."
    assert found(text, "latih") == ["Latihan", "dilatih", "pelatihannya", "ngelatih"]


def test_a_derived_word_finds_only_its_own_spellings() -> None:
    text = "Pasar 16 Ilir. Pemasarannya susah, pemasaran-pemasaran. Memasarkan."
    assert found(text, "pemasaran") == ["Pemasarannya", "pemasaran-pemasaran"]


@pytest.mark.parametrize(
    "text",
    [
        "ikut  pelatihan",
        "ikut\u00a0pelatihan",
        "ikut\npelatihan",
        "ikut \n pelatihan",
        "ikut pela\u00adtihan",
        "IKUT Pelatihan",
        "ikut\u2003pelatihannya",
        "\u200bikut \u200bpelatihan",
    ],
)
def test_a_phrase_survives_spaces_case_and_soft_hyphens(text: str) -> None:
    assert len(found(text, "ikut pelatihan")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ikut. Pelatihan",
        "ikut, pelatihan",
        "ikut - pelatihan",
        "ikut (pelatihan)",
        "ikut\n\npelatihan",
        "ikut\n- pelatihan",
        "ikut ... pelatihan",
    ],
)
def test_a_phrase_stops_at_a_mark_and_a_blank_line(text: str) -> None:
    assert found(text, "ikut pelatihan") == []


def test_a_phrase_may_run_over_an_ordinary_line_break_only() -> None:
    assert found("media\nsosial", "media sosial") == ["media\nsosial"]
    assert found("1. buka media\n2. sosial itu", "media 2") == []


def test_apostrophes_and_accents_are_the_same_however_typed() -> None:
    assert found("I don’t know", "=don't know", language="en") == ["don’t know"]
    assert found("Cafe\u0301 baru", "=caf\u00e9") == ["Cafe\u0301"]
    assert found("Pak Zul’s shop", "zul", language="en") == ["Zul’s"]


def test_a_capital_that_grows_when_lowered_shifts_nothing() -> None:
    text = "\u0130\u0130\u0130 pelatihan"
    assert found(text, "latih") == ["pelatihan"]


def test_exact_words_take_no_other_form() -> None:
    text = "Dana dari DANA, dananya lewat dana."
    assert found(text, "=DANA") == ["DANA"]
    assert found(text, "=dana") == ["Dana", "DANA", "dana"]


def test_a_beginning() -> None:
    assert found("Promosi, mempromosikan, promosinya, promo", "promosi*") == ["Promosi", "promosinya"]


def test_a_compound_is_found_by_its_parts_and_as_a_whole() -> None:
    text = "Bayar non-tunai, terus di-share."
    assert found(text, "tunai") == ["tunai"]
    assert found(text, "non-tunai") == ["non-tunai"]
    assert found(text, "share") == ["di-share"]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("pelatihan yang gratis", ["pelatihan yang gratis"]),
        ("gratis semua pelatihannya", ["gratis semua pelatihannya"]),
        ("pelatihan, itu kan, gratis", ["pelatihan, itu kan, gratis"]),
        ("pelatihan satu dua tiga gratis", ["pelatihan satu dua tiga gratis"]),
        ("pelatihan satu dua tiga empat gratis", []),
        ("Ada pelatihan. Gratis.", []),
        ("gratis pelatihan gratis", ["gratis pelatihan", "pelatihan gratis"]),
    ],
)
def test_near_means_few_words_between_in_one_sentence(text: str, hits: list[str]) -> None:
    assert found(text, "latih ~3 gratis") == hits


def test_a_word_is_not_near_itself() -> None:
    assert found("modal usaha", "modal ~3 modal") == []


def test_a_regular_expression_reads_the_text_as_it_stands() -> None:
    assert found("Rp 1.500,00 dan rp500", r"/rp\s?[\d.,]+\d/") == ["Rp 1.500,00", "rp500"]


def test_a_regular_expression_that_matches_nothing_has_no_hits() -> None:
    assert found("abc", "/x*/") == []


def test_a_not_keyword_vetoes_what_it_overlaps() -> None:
    text = "Sumber daya itu perlu. Pemberdayaan itu daya."
    assert found(text, "daya", but_not=("sumber daya",)) == ["Pemberdayaan", "daya"]


def test_a_keyword_of_another_language_brings_its_own_families() -> None:
    index = TextIndex.build("Ikut training dari dinas, trainer-nya baik.", "id")
    hits = find(index, parse("train", language="en"))
    assert [index.text[hit.start : hit.end] for hit in hits] == ["training", "trainer-nya"]


def test_many_keywords_come_ordered_by_place() -> None:
    index = TextIndex.build("modal usaha modal", "id")
    patterns = [parse("usaha"), parse("modal"), parse("modal usaha")]
    matches = locate(index, patterns)
    assert list(zip(matches.starts, matches.ends, matches.patterns, strict=True)) == [
        (0, 5, 1),
        (0, 11, 2),
        (6, 11, 0),
        (12, 17, 1),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "!?", "😀"])
def test_a_text_without_words_has_no_hits(text: str) -> None:
    assert found(text, "modal") == []
    assert found(text, "modal usaha") == []
    assert found(text, "modal ~2 usaha") == []


PIECES = st.sampled_from(
    [
        *(
            "modal",
            "Modal",
            "usaha",
            "ibu-ibu",
            "non-tunai",
            "di-share",
            "don’t",
            "1.500",
            "e\u0301",
            "\u0130",
        ),
        *(" ", "  ", "\n", "\n\n", "\u00a0", "-", ", ", ". ", "(", "/", "😀", "\u00ad", "\u0130"),
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_the_index_holds_every_word_at_its_place(text: str) -> None:
    index = TextIndex.build(text, "id")
    spans = list(zip(index.starts.tolist(), index.ends.tolist(), strict=True))
    assert [text[start:end] for start, end in spans] == [index.vocabulary[word] for word in index.words]
    covered = {place for start, end in spans for place in range(start, end)}
    words = {place for match in WORDS.finditer(text) for place in range(*match.span())}
    assert words - covered <= {place for place, char in enumerate(text) if char == "-"}
    assert covered <= words


@given(st.lists(PIECES, max_size=20).map("".join))
def test_an_exact_word_is_found_at_each_of_its_places(text: str) -> None:
    index = TextIndex.build(text, "id")
    places = [start for start, word in zip(index.starts, index.words, strict=True)
              if fold(index.vocabulary[word]) == "modal"]  # fmt: skip
    assert [hit.start for hit in find(index, "=modal")] == places
