import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.model import NameKind
from qualcode.pseudonyms import Disguise, Entry

ZUL = Entry("Pak Zulkifli", "Rudi")
ANDA = Entry("Bapak Anda Rahan, S.E.", "Hasan Basri")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Pak Zulkifli", "Rudi"),
        ("Baik, Pak Zulkifli.", "Baik, Pak Rudi."),
        ("kata si Zul kemarin", "kata si Rudi kemarin"),
        ("Zulkifli's shop, Zulkifli’s shop", "Rudi's shop, Rudi’s shop"),
        ("Zulkiflinya mana? ZULKIFLINYA!", "Rudinya mana? RUDINYA!"),
        ("pak zulkifli bilang", "pak rudi bilang"),
        ("WAWANCARA PAK ZUL", "WAWANCARA PAK RUDI"),
        ("kirim ke zulkifli.kunci@gmail.com", "kirim ke rudi.kunci@gmail.com"),
        ("kuncizulkifli88@gmail.com dan @zulkifli_kunci", "kuncirudi88@gmail.com dan @rudi_kunci"),
        ("W1-zulkifli.docx, W1_zulkifli_2.mp3", "W1-rudi.docx, W1_rudi_2.mp3"),
        ("W1.ZUL.J12", "W1.RUDI.J12"),
        ("Zulkifli-Zulkifli lain", "Rudi-Rudi lain"),
    ],
)
def test_a_name_is_replaced_in_every_form(said: str, written: str) -> None:
    assert Disguise([ZUL])(said) == written


@pytest.mark.parametrize("said", ["Zulkarnain dan Zulaikha", "kazulkiflian", "izul", "pazul@x.id", ""])
def test_what_only_looks_like_a_name_stays(said: str) -> None:
    assert Disguise([ZUL])(said) == said


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Baik, Pak Anda. Terima kasih.", "Baik, Pak Hasan. Terima kasih."),
        ("Bapak Anda Rahan, S.E.", "Hasan Basri"),
        ("Nama: Bapak Anda Rahan, S.E.\n", "Nama: Bapak Hasan Basri, S.E.\n"),
        ("Eh, nama saya memang Anda ya.", "Eh, nama saya memang Hasan ya."),
        ('tertulis "Yth. Kamu Rahan".', 'tertulis "Yth. Kamu Basri".'),
        ("Anda: Silakan.", "Hasan: Silakan."),
        ("Anda", "Hasan"),
        ("lihat W4-anda.12", "lihat W4-hasan.12"),
        ("W4.ANDA.J3", "W4.HASAN.J3"),
        ("Mr. Anda told us that he has the list.", "Mr. Hasan told us that he has the list."),
        ("We asked Anda, and he was the one who knew.", "We asked Hasan, and he was the one who knew."),
    ],
)
def test_anda_the_official_is_replaced(said: str, written: str) -> None:
    assert Disguise([ANDA])(said) == written


@pytest.mark.parametrize(
    "said",
    [
        "Menurut Anda bagaimana?",
        "Kalau menurut Anda pribadi, pemberdayaan UMKM itu sebenarnya apa?",
        "Terakhir, Pak, kalau Anda boleh mengubah satu hal saja, apa itu?",
        "Pak, Anda sendiri bagaimana?",
        "Maaf, Pak. Anda tahu tempatnya?",
        "Apakah usaha Anda maju?",
        "untuk anda sekalian",
    ],
)
def test_anda_the_pronoun_stays_and_is_not_asked_about(said: str) -> None:
    disguise = Disguise([ANDA])

    assert disguise(said) == said
    assert disguise.unsure(said) == []


@pytest.mark.parametrize(
    "said", ["Kata Anda begitu kemarin.", "Kami bertemu Anda di kantor.", "Bapak Anda sehat.", "Anda datang."]
)
def test_where_it_is_not_sure_the_words_stay_and_a_person_is_asked(said: str) -> None:
    disguise = Disguise([ANDA])

    assert disguise(said) == said
    assert [said[each.start : each.end] for each in disguise.unsure(said)] == ["Anda"]


def test_words_around_a_name_settle_one_place() -> None:
    disguise = Disguise([ANDA, Entry("bertemu Anda", "bertemu Hasan"), Entry("Bapak Anda")])

    assert (
        disguise("Kami bertemu Anda. Kami bertemu Anda Rahan.")
        == "Kami bertemu Hasan. Kami bertemu Hasan Basri."
    )
    assert disguise.unsure("Kami bertemu Anda di kantor.") == []


def test_a_name_that_is_an_ordinary_word_is_known_by_its_capital_inside_a_sentence() -> None:
    disguise = Disguise([Entry("Mbak Sari", "Dewi")])

    assert disguise("Kata Sari, sari buah itu laku. mbak sari tahu.") == (
        "Kata Dewi, sari buah itu laku. mbak dewi tahu."
    )
    assert len(disguise.unsure("Laku. Sari buah itu manis.")) == 1


def test_two_names_are_exchanged_without_meeting() -> None:
    disguise = Disguise([Entry("Herman", "Joko"), Entry("Joko", "Herman")])

    assert disguise("Herman kenal Joko, JOKO kenal HERMAN.") == "Joko kenal Herman, HERMAN kenal JOKO."


def test_the_longest_name_comes_first() -> None:
    disguise = Disguise([Entry("Siti", "Ani"), Entry("Siti Aminah", "Rina Kusuma")])

    assert disguise("Siti Aminah, Siti, dan Aminah") == "Rina Kusuma, Ani, dan Kusuma"


def test_a_name_that_is_left_protects_its_words() -> None:
    disguise = Disguise([Entry("Zulkifli", "Rudi"), Entry("Toko Zulkifli")])

    assert disguise("Toko Zulkifli punya Zulkifli.") == "Toko Zulkifli punya Rudi."


def test_initials_make_no_second_full_stop() -> None:
    disguise = Disguise([Entry("Anda Rahan", "A. R.")])

    assert disguise("Itu Pak Anda Rahan. Itu W4.RAHAN.J2.") == "Itu Pak A. R. Itu W4.R.J2."
    assert disguise("W4-rahan") == "W4-r"


def test_a_telephone_number_is_known_however_it_is_grouped() -> None:
    disguise = Disguise([Entry("0812-3456-7890", "[telepon]", NameKind.PHONE)])

    assert disguise("Ke 081234567890, +62 812 3456 7890.") == "Ke [telepon], [telepon]."
    assert disguise("Rp 812.345.678.901") == "Rp 812.345.678.901"


def test_names_that_two_people_have_in_common_are_told() -> None:
    disguise = Disguise([Entry("Siti Aminah", "Rina Kusuma"), Entry("Siti Nurhaliza", "Dewi Lestari")])

    assert disguise.shared["siti"] == {"Siti Aminah", "Siti Nurhaliza"}


NAMES = ("Zulkifli", "Bu Astuti", "Anda Rahan", "Herman", "0812 3456 7890", "Pasar 16")
WORDS = st.sampled_from(
    ["Zulkifli", "zul", "ASTUTI", "Pak", "Bu", "Anda", "anda", "Rahan", "Hermannya", "Her", "man", "kata",
     "menurut", ".", ",", "?", "\n", "-", ":", "0812", "3456", "7890", "@x.id", "é", "🙂", "\u0301"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=40)
DISGUISE = Disguise([Entry(name, f"Qqq{place}xq") for place, name in enumerate(NAMES)])


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_nothing_changes_outside_the_names(text: str) -> None:
    found = [each for each in DISGUISE.found(text) if each.sure]
    rebuilt, at = "", 0
    for each in found:
        assert at <= each.start < each.end
        rebuilt += text[at : each.start] + each.text
        at = each.end
    changed = DISGUISE(text)
    whole = any(changed == entry.replacement for entry in DISGUISE.entries)

    assert whole or changed == rebuilt + text[at:]


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_doing_it_again_changes_nothing_more(text: str) -> None:
    once = DISGUISE(text)

    assert DISGUISE(once) == once
