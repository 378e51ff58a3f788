from qualcode.model import Theme, code_guid, derived
from qualcode.tables import Note, of_codes, of_theme
from qualcode.tables.summary import summary_frame
from tests.tables.sample import BOOK, CODEBOOK, codings

AWARENESS = code_guid(BOOK, "awareness")


def test_a_code_is_summed_up_with_its_sub_codes_informants_and_kinds_of_source() -> None:
    awareness, *_ = of_codes(codings(), CODEBOOK, language="en")
    assert (awareness.title, awareness.path) == ("Awareness", "Stages of empowerment")
    assert awareness.claim == "Seeing that change starts at home."
    assert (awareness.informants, awareness.sources, awareness.codings, awareness.against) == (3, 3, 6, 1)
    assert [(part.title, part.informants, part.codings) for part in awareness.parts] == [
        ("Socialization", 2, 3),
        ("Motivation", 1, 1),
    ]
    assert [(kind.title, kind.codings) for kind in awareness.kinds] == [("interview", 5)]


def test_codes_never_given_are_left_out_unless_asked_for() -> None:
    assert [each.title for each in of_codes(codings(), CODEBOOK, language="en")][-1] == "Capacity building"
    (marketing,) = of_codes(codings(), CODEBOOK, keys=["marketing"], language="en")
    assert (marketing.title, marketing.codings, marketing.quotations) == ("Marketing systems", 0, ())


def test_negative_cases_are_always_shown_and_never_among_the_quotations() -> None:
    awareness, *_ = of_codes(codings(), CODEBOOK, most=1)
    assert [quotation.reference for quotation in awareness.negative] == ["W3-astuti.4"]
    assert len(awareness.quotations) == 1
    assert not awareness.quotations[0].negative


def test_memos_on_a_code_go_with_it() -> None:
    note = Note(text="lihat lapangan", coder="ana")
    awareness, socialization, *_ = of_codes(codings(), CODEBOOK, memos={AWARENESS: [note]})
    assert (awareness.memos, socialization.memos) == ((note,), ())


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
    summary = of_theme(theme, codings(), CODEBOOK, language="en")
    assert (summary.title, summary.claim, summary.path) == ("self-start", "Owners start on their own.", "")
    assert (summary.informants, summary.codings, summary.against) == (2, 3, 1)
    assert {quotation.source for quotation in summary.quotations} == {"W1-zul", "W3-astuti"}
    assert [quotation.source for quotation in summary.negative] == ["O1-aula"]
    assert [part.title for part in summary.parts] == ["Motivation"]
    assert summary.verdicts == (("interview", "most say so"),)


def test_a_coding_chosen_for_a_theme_supports_it_though_it_speaks_against_its_code() -> None:
    negative = derived("coding", "1")
    theme = Theme(id=derived("theme", "1"), name="pride", claim="", coder_id=BOOK, evidence_for=(negative,))
    summary = of_theme(theme, codings(), CODEBOOK)
    assert (summary.codings, summary.against) == (1, 0)


def test_summaries_make_one_table_with_a_row_per_quotation() -> None:
    frame = summary_frame(of_codes(codings(), CODEBOOK, keys=["motivation", "marketing"]))
    assert frame["reference"].tolist() == ["W1-zul.6", ""]
    assert frame["codings"].tolist() == [1, 0]


def test_kinds_of_source_stand_in_the_order_of_the_field() -> None:
    (capacity,) = of_codes(codings(), CODEBOOK, keys=["capacity"])
    assert [kind.title for kind in capacity.kinds] == ["interview", "observation"]
