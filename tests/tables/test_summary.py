from typing import Any

from qualcode.model import Theme, code_guid, derived
from qualcode.tables import Count, Note, Summary, of_codes, of_themes
from qualcode.tables.summary import summary_frame
from tests.tables.sample import BOOK, CODEBOOK, ROWS, all_read, codings

AWARENESS = code_guid(BOOK, "awareness")


def of_theme(theme: Theme, **options: Any) -> Summary:
    (summary,) = of_themes([theme], codings(), CODEBOOK, all_read(), language="en", **options)
    return summary


def test_a_code_is_summed_up_with_its_sub_codes_informants_and_kinds_of_source() -> None:
    awareness, *_ = of_codes(codings(), CODEBOOK, language="en")
    assert (awareness.title, awareness.path) == ("Awareness", "Stages of empowerment")
    assert awareness.claim == "Seeing that change starts at home."
    assert awareness.support == Count(informants=3, sources=3, passages=4, codings=5)
    assert [(part.title, part.support.informants, part.support.codings) for part in awareness.parts] == [
        ("Socialization", 2, 3),
        ("Motivation", 1, 1),
    ]
    assert [(kind, count.codings) for kind, count in awareness.kinds] == [("interview", 5)]


def test_what_speaks_against_a_code_is_counted_apart_and_who_says_both_in_both() -> None:
    awareness, *_ = of_codes(codings(), CODEBOOK)
    assert awareness.against == Count(informants=1, sources=1, passages=1, codings=1)
    says, says_against = ROWS[0], (*ROWS[0][:7], {"negative": True})
    (both,) = of_codes(codings([says, says_against]), CODEBOOK)
    assert (both.support.informants, both.against.informants) == (1, 1)
    (contrary,) = of_codes(codings([says_against]), CODEBOOK)
    assert (contrary.support, contrary.against.informants) == (Count(), 1)


def test_it_is_said_whether_codings_of_sub_codes_are_counted() -> None:
    assert [each.with_sub_codes for each in of_codes(codings(), CODEBOOK)] == [True, False, False, False]


def test_sub_codes_that_a_theme_draws_from_beside_their_code_stand_below_it() -> None:
    codes = tuple(code.id for code in CODEBOOK.codes[:2])
    theme = Theme(id=derived("theme", "1"), name="t", claim="", coder_id=BOOK, code_ids=codes)
    parts = of_theme(theme).parts
    assert [(part.title, part.depth) for part in parts] == [("Awareness", 0), ("Socialization", 1)]


def test_codes_never_given_are_left_out_unless_asked_for() -> None:
    assert [each.title for each in of_codes(codings(), CODEBOOK, language="en")][-1] == "Capacity building"
    (marketing,) = of_codes(codings(), CODEBOOK, keys=["marketing"], language="en")
    assert (marketing.title, marketing.support, marketing.quotations) == ("Marketing systems", Count(), ())


def test_negative_cases_are_always_shown_and_never_among_the_quotations() -> None:
    awareness, *_ = of_codes(codings(), CODEBOOK, most=1)
    assert [quotation.reference for quotation in awareness.negative] == ["W3-astuti.4"]
    assert len(awareness.quotations) == 1
    assert not awareness.quotations[0].negative


def test_memos_on_a_code_go_with_it() -> None:
    note = Note(text="lihat lapangan", coder="ana")
    awareness, socialization, *_ = of_codes(codings(), CODEBOOK, memos={AWARENESS: [note]})
    assert (awareness.memos, socialization.memos) == ((note,), ())


def test_a_theme_brings_the_memos_of_its_codes_along() -> None:
    theme = Theme(id=derived("theme", "1"), name="t", claim="", coder_id=BOOK, code_ids=(AWARENESS,))
    memos = {theme.id: [Note(text="cek lagi")], AWARENESS: [Note(text="lihat lapangan", coder="ana")]}
    assert of_theme(theme, memos=memos).memos == (
        Note(text="cek lagi"),
        Note(text="lihat lapangan", coder="ana", about="Awareness"),
    )


def test_a_theme_rests_on_its_codes_and_on_the_codings_chosen_for_and_against_it() -> None:
    theme = Theme(
        id=derived("theme", "1"),
        name="self-start",
        claim="Owners start on their own.",
        coder_id=derived("coder", "ana"),
        code_ids=(code_guid(BOOK, "motivation"),),
        evidence_for=(derived("coding", "1"),),
        evidence_against=(derived("coding", "7"),),
        verdicts={"interview": "most say so"},
    )
    summary = of_theme(theme)
    assert (summary.title, summary.claim, summary.path) == ("Self start", "Owners start on their own.", "")
    assert (summary.support.informants, summary.support.codings, summary.against.codings) == (2, 2, 1)
    assert {quotation.source for quotation in summary.quotations} == {"W1-zul", "W3-astuti"}
    assert [quotation.source for quotation in summary.negative] == ["O1-aula"]
    assert [part.title for part in summary.parts] == ["Motivation"]
    assert summary.triangulation is not None
    assert [angle.verdict for angle in summary.triangulation.angles] == ["most say so", "", ""]


def test_a_coding_chosen_for_a_theme_supports_it_though_it_speaks_against_its_code() -> None:
    negative = derived("coding", "1")
    theme = Theme(id=derived("theme", "1"), name="pride", claim="", coder_id=BOOK, evidence_for=(negative,))
    summary = of_theme(theme)
    assert (summary.support.codings, summary.against.codings) == (1, 0)


def test_summaries_make_one_table_with_a_row_per_quotation() -> None:
    frame = summary_frame(of_codes(codings(), CODEBOOK, keys=["motivation", "marketing"]))
    assert frame["reference"].tolist() == ["W1-zul.6", ""]
    assert frame["codings"].tolist() == [1, 0]


def test_kinds_of_source_stand_in_the_order_of_the_field() -> None:
    (capacity,) = of_codes(codings(), CODEBOOK, keys=["capacity"])
    assert [kind for kind, _ in capacity.kinds] == ["interview", "observation"]
