from qualcode.model import Code, Coding, Evidence, LocalList, LocalText, Origin, Suggestion
from qualcode.model.forms import KINDS, field_readers, from_form, kind_of, to_form
from tests.notation import transcript


def test_a_code_comes_back_from_its_form_as_it_was() -> None:
    code = Code(
        id="c1",
        key="awareness",
        framework_id="f1",
        name=LocalText.of({"id": "Penyadaran", "en": "Awareness"}),
        keywords=LocalList.of({"id": ["sadar", "paham"], "en": ["aware"]}),
    )
    assert from_form("code", to_form(code)) == code


def test_a_revision_comes_back_with_its_turns() -> None:
    revision = transcript("P: Halo?\nI: Ya.").revision
    assert from_form("revision", to_form(revision)) == revision


def test_evidence_comes_back() -> None:
    suggestion = Suggestion(
        id="s",
        source_id="s1",
        revision_id="r1",
        start=0,
        end=9,
        code_id="c1",
        method="keywords",
        version="1",
        score=0.5,
        evidence=(Evidence(kind="keyword", label="latih", start=0, end=5),),
    )
    assert from_form("suggestion", to_form(suggestion)) == suggestion


def test_a_form_never_holds_the_words_of_an_interview() -> None:
    coding = Coding(
        id="k",
        coder_id="a",
        code_id="c",
        source_id="s",
        revision_id="r",
        start=3,
        end=18,
        quote="belajar sendiri",
        before="Saya ",
        after=" di rumah",
        origin=Origin.BY_HAND,
    )
    assert "belajar" not in str(to_form(coding))
    assert "rumah" not in str(to_form(coding))


def test_every_kind_is_named_after_its_class_and_can_be_read() -> None:
    for kind, record_type in KINDS.items():
        assert kind_of(record_type) == kind
        assert field_readers(kind)
