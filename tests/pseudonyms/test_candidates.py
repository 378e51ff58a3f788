import pytest

from qualcode.model import NameKind
from qualcode.pseudonyms import Candidate, Passage, Reason, candidates


def found(text: str, **options: object) -> dict[str, Candidate]:
    return {each.name: each for each in candidates([Passage(text, "W1")], **options)}  # type: ignore[arg-type]  # passed on


@pytest.mark.parametrize(
    "address", ["Pak", "Bu", "Bapak", "Ibu", "Mr.", "Mrs.", "Cek", "Yuk", "Mang", "Mas", "Mbak", "Kak",
                "Bang", "Haji", "Hj.", "Dr.", "Si", "si"]
)  # fmt: skip
def test_what_follows_a_word_of_address_is_a_name(address: str) -> None:
    assert found(f"Saya tanya ke {address} Mala kemarin.")["Mala"].reason is Reason.ADDRESSED


@pytest.mark.parametrize(
    "said",
    [
        "Terima kasih, Pak. Boleh saya duduk?",
        "Tanya Bu RT saja.",
        "Ke rumah Pak Haji itu.",
        "Bapak Camat datang.",
    ],
)
def test_a_sentence_or_an_office_after_it_is_none(said: str) -> None:
    assert found(said) == {}


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        ("Telepon 0812-3456-7890 saja.", "0812-3456-7890", NameKind.PHONE),
        ("Telepon +62 812 3456 7890 saja.", "+62 812 3456 7890", NameKind.PHONE),
        ("Surel zul.kunci@gmail.com.", "zul.kunci@gmail.com", NameKind.EMAIL),
        ("NIK 1671012345670001 itu.", "1671012345670001", NameKind.OTHER),
        ("Di Jalan Veteran No. 5 tokonya.", "Jalan Veteran No. 5", NameKind.PLACE),
        ("Di Jl. Merdeka 12, dekat pasar.", "Jl. Merdeka 12", NameKind.PLACE),
    ],
)
def test_numbers_and_addresses_are_told_by_their_form(said: str, name: str, kind: NameKind) -> None:
    assert (found(said)[name].kind, found(said)[name].reason) == (kind, Reason.PATTERN)


@pytest.mark.parametrize(
    "said", ["Rp 1.000.000 tahun 2020 2021.", "Usahanya jalan. Tahun itu ramai.", "25.000.000"]
)
def test_sums_years_and_sentences_are_no_numbers_of_people(said: str) -> None:
    assert found(said) == {}


def test_a_strange_word_with_a_capital_counts_from_the_second_time_and_not_at_the_beginning() -> None:
    assert found("Beli di Cinde. Lalu ke Cinde lagi.")["Cinde"].count == 2
    assert found("Beli di Cinde.") == {}
    assert found("Cinde jauh. Cinde ramai.") == {}
    assert found("Pakai QRIS dan WhatsApp. Setelah Januari QRIS dan WhatsApp mati di Januari.") == {}


def test_what_follows_a_word_for_a_place_or_is_a_big_city_is_a_place() -> None:
    assert found("Orang dari Cinde. Lalu dari Cinde lagi.")["Cinde"].kind is NameKind.PLACE
    assert found("Orang kabupaten Muba, ya kabupaten Muba.")["Muba"].kind is NameKind.PLACE
    assert found("Kami suka Palembang, lalu Palembang.")["Palembang"].kind is NameKind.PLACE


def test_a_part_of_a_speakers_name_is_a_nickname_wherever_it_stands() -> None:
    assert (
        found('Dia telepon, "Tut, ada pelatihan."', speakers=["Bu Astuti"])["Tut"].reason is Reason.NICKNAME
    )


def test_speakers_come_first_though_they_be_ordinary_words_or_never_named() -> None:
    both = candidates(
        [Passage("Saya Bayu. Kata Mbak Sari dan Mbak Sari.", "W1")], speakers=["Bayu", "Pak Zul"]
    )

    assert [(each.name, each.count) for each in both] == [("Bayu", 1), ("Zul", 0), ("Sari", 2)]


def test_each_shows_where_it_stands_twice_at_most() -> None:
    mala = found("Ada Yuk Mala. Lalu Yuk Mala pergi. Yuk Mala pulang.")["Mala"]

    assert (mala.count, [place for place, _ in mala.contexts]) == (3, ["W1", "W1"])
    assert "Yuk Mala" in mala.contexts[0][1]


def test_what_was_looked_at_is_left_out() -> None:
    assert found("Ada Yuk Mala.", known=lambda name: name == "Mala") == {}
