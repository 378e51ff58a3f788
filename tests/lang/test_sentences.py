import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.lang.sentences import sentence_spans


def sentences(text: str, language: str = "id") -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Bapak Anda Rahan, S.E. menjabat koordinator.",
        "Bapak Anda Rahan, S.E. M.Si. menjabat koordinator.",
        "Menurut Bpk. Zul dan Dr. Sriati, gratis.",
        "Harganya Rp 1.500,00 saja.",
        "Harganya Rp. 1.500,00 saja.",
        "Kami jual baju, tas, dll. di pasar.",
        "Lihat No. 5 dan hlm. 12 di buku.",
        "Saya... belum tahu… apa itu QRIS.",
        "Ketemu H. M. Zul di Jl. Merdeka.",
        "Mulai jam 10.00 sampai 12.30 siang.",
        "1. Modal usaha kurang.",
        "... Terus saya pulang.",
        "Kata mereka \u201cBoleh?\u201d sambil ketawa.",
        "Alamatnya di www.dinkop.go.id/daftar ya.",
        "Baris yang dilipat\noleh program pengolah kata.",
    ],
)
def test_a_stop_inside_a_sentence_is_no_end(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kami ikut. Lalu kami bisa.", ["Kami ikut.", "Lalu kami bisa."]),
        ("kami ikut. lalu kami bisa", ["kami ikut.", "lalu kami bisa"]),
        ("Masa?! Gratis!!! Ya.", ["Masa?!", "Gratis!!!", "Ya."]),
        ("\u201cSilakan.\u201d Kami masuk.", ["\u201cSilakan.\u201d", "Kami masuk."]),
        ("(Dia tertawa.) Begitulah.", ["(Dia tertawa.)", "Begitulah."]),
        ("Senang sekali! 😀😀 Terus pulang.", ["Senang sekali! 😀😀", "Terus pulang."]),
        ("Ya begitu... Terus saya pulang.", ["Ya begitu...", "Terus saya pulang."]),
        ("Ada tas, baju, dll. Semua laku.", ["Ada tas, baju, dll.", "Semua laku."]),
        ("Beliau Anda Rahan, S.E. Dia koordinator.", ["Beliau Anda Rahan, S.E.", "Dia koordinator."]),
        ("Tahun 2020. Lalu tutup.", ["Tahun 2020.", "Lalu tutup."]),
        ("Masalahnya:\n1. Modal kurang\n2. Izin", ["Masalahnya:", "1. Modal kurang", "2. Izin"]),
        ("Judul\n\nIsi paragraf", ["Judul", "Isi paragraf"]),
    ],
)
def test_sentences_end_where_a_reader_would_say_so(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No. I refused.", ["No.", "I refused."]),
        ("See No. 5 of Mr. Zul's list.", ["See No. 5 of Mr. Zul's list."]),
        ("So do I. Then we left.", ["So do I.", "Then we left."]),
        ("It opens at 9 a.m. on Mondays.", ["It opens at 9 a.m. on Mondays."]),
        ("Bags, clothes, etc. We sold all.", ["Bags, clothes, etc.", "We sold all."]),
        ("I owed the bank. Loan after loan.", ["I owed the bank.", "Loan after loan."]),
    ],
)
def test_english_has_its_own_short_forms(text: str, expected: list[str]) -> None:
    assert sentences(text, "en") == expected


def test_an_unknown_language_still_has_sentences() -> None:
    assert sentences("Dr. Who kommt. Ja.", "de") == ["Dr. Who kommt.", "Ja."]


def test_a_stretch_is_answered_in_offsets_of_the_whole_text() -> None:
    text = "Satu. Dua. Tiga."
    assert [(s.start, s.end) for s in sentence_spans(text, "id", start=6, end=13)] == [(6, 10), (11, 13)]


WORDS = 'kami Dr S.E dll 1 Rp . ... … ? ! ” " ( ) 😀 - , e\u0301 \u200d'
SPACES = [" ", "  ", "\u00a0", "\n", "\n\n", "\x85"]
PIECES = st.sampled_from([*WORDS.split(), *SPACES])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["id", "en", ""]), st.data())
def test_sentences_are_ordered_and_cover_all_but_white_space(
    text: str, language: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    covered: set[int] = set()
    last = start
    for span in sentence_spans(text, language, start=start, end=end):
        assert last <= span.start < span.end <= end
        assert span.of(text) == span.of(text).strip()
        covered.update(range(span.start, span.end))
        last = span.end
    assert {at for at in range(start, end) if not text[at].isspace()} <= covered
