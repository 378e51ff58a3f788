from qualcode.model import SourceKind
from tests.readers.test_speakers import draft, said

BODY = "\n\nP: Bagaimana awalnya?\nI: Belajar sendiri.\nP: Di mana?\nI: Di rumah.\n"


def test_the_lines_above_the_first_words_become_attributes() -> None:
    read = draft(
        "Transkrip wawancara\n\nInforman: Pak Zul\nUmur: 43\nUsaha : plat motor\nTanggal: 12-03-2024" + BODY
    )
    assert read.attributes == {
        "Informan": "Pak Zul",
        "Umur": "43",
        "Usaha": "plat motor",
        "Tanggal": "12-03-2024",
    }
    assert said(read)[0] == ("P", "Bagaimana awalnya?")


def test_the_one_informant_bears_the_name_in_the_header() -> None:
    read = draft("Nama: Bu Astuti\nPewawancara: Rina" + BODY)
    assert [(speaker.label, speaker.name) for speaker in read.speakers] == [("P", "Rina"), ("I", "Bu Astuti")]


def test_a_greeting_is_no_name() -> None:
    read = draft(
        "Pewawancara: Assalamualaikum\nInforman: Waalaikumsalam\n\nPewawancara: Kapan?\nInforman: Dulu.\n"
    )
    assert said(read)[0] == ("Pewawancara", "Assalamualaikum")
    assert not read.attributes


def test_a_legend_explains_labels_and_is_no_turn() -> None:
    read = draft(
        "X = Pewawancara; Y = Informan\n\nX: Kapan mulai\nY: Sejak dulu kala\nX: Di mana\nY: Di sana"
    )
    assert [(speaker.label, speaker.role.value) for speaker in read.speakers] == [
        ("X", "interviewer"),
        ("Y", "informant"),
    ]
    assert len(read.turns) == 4


def test_yaml_front_matter_becomes_attributes() -> None:
    read = draft("---\ntitle: Wawancara 1\ndate: 2024-03-12\npublic: no\n---" + BODY)
    assert read.attributes == {"title": "Wawancara 1", "date": "2024-03-12", "public": "no"}
    assert said(read)[0] == ("P", "Bagaimana awalnya?")


def test_toml_front_matter_becomes_attributes() -> None:
    assert draft('+++\ntitle = "Wawancara 1"\n+++' + BODY).attributes == {"title": "Wawancara 1"}


def test_a_file_named_as_an_observation_has_its_paragraphs_as_turns() -> None:
    read = draft("Catatan observasi\n\nHari itu hujan.\n\nPeserta datang.\n", "O1-pelatihan.md")
    assert read.kind is SourceKind.OBSERVATION
    assert said(read)[1:] == [("", "Hari itu hujan."), ("", "Peserta datang.")]
    assert not read.speakers


def test_a_heading_tells_the_kind_where_the_name_does_not() -> None:
    assert draft("Focus group discussion, pasar\n" + BODY, "a.md").kind is SourceKind.FOCUS_GROUP


def test_a_pair_far_down_in_a_text_heads_nothing() -> None:
    text = "\n\n".join(["Peserta datang satu per satu."] * 9 + ["Tanggal: 5 Mei"])
    read = draft(text, "O1.md")
    assert not read.attributes
    assert len(read.turns) == 10


def test_a_danish_header_is_one_and_its_keys_speak_to_nobody() -> None:
    head = "Dato: 12.03.2021\nSted: Odense\nInformant: Kvinde, 45 år\nVarighed: 00:48:12\n\n"
    read = draft(head + "I: Hvornår begyndte du?\nIP: For længe siden.\n" * 3)
    assert list(read.attributes) == ["Dato", "Sted", "Informant", "Varighed"]
    assert [each.label for each in read.speakers] == ["I", "IP"]


def test_a_legend_may_say_what_a_letter_denotes() -> None:
    read = draft("Q: denotes interviewer; A: denotes narrator\n\n" + "Q: Go on.\nA: Shall I?\n" * 3)
    assert {each.label: each.role.value for each in read.speakers} == {"Q": "interviewer", "A": "informant"}
    assert len(read.turns) == 6
