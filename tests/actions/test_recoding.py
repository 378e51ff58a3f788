from qualcode.actions.recoding import RecodeQueue
from qualcode.project import Project
from tests.study import BOOK, Study

REDEFINED = BOOK.replace("Money to begin with.", "Money, borrowed or saved.")


def shown(queue: RecodeQueue) -> tuple[list[str], list[tuple[str, list[str]]]]:
    return [coding.quote for coding in queue.codings], [
        (each.source.name, [code.key for code in each.codes]) for each in queue.unread
    ]


def test_nothing_waits_while_the_codebook_is_as_it_was(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.mark_read("W1-zul")
    assert shown(rani.recode_queue()) == ([], [])


def test_a_redefined_code_puts_its_codings_up_and_confirming_takes_one_down(
    study: Study, rani: Project
) -> None:
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.apply_codebook(study.file("next.yaml", REDEFINED))
    rani.code("W1-zul", "modal juga", "capital")
    assert shown(rani.recode_queue())[0] == ["Modal keluarga", "Modal dari bank"]
    rani.confirm("W2-lina.4 capital")
    assert shown(rani.recode_queue())[0] == ["Modal keluarga"]
    rani.undo()
    assert shown(rani.recode_queue())[0] == ["Modal keluarga", "Modal dari bank"]


def test_each_coder_looks_at_their_own(study: Study, rani: Project, bayu: Project) -> None:
    bayu.code("W1-zul", "Modal keluarga", "capital")
    rani.apply_codebook(study.file("next.yaml", REDEFINED))
    assert (shown(rani.recode_queue())[0], shown(bayu.recode_queue())[0]) == ([], ["Modal keluarga"])


def test_recoding_gives_another_code_and_keeps_the_notes(study: Study, rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital", memo="lihat")
    rani.apply_codebook(study.file("next.yaml", REDEFINED))
    rani.recode("W1-zul.4", "motivation")
    (row,) = rani.codings().to_dict("records")
    assert (row["code"], row["memo"], row["reference"]) == ("motivation", "lihat", "W1-zul.4")
    assert rani.recode_queue().codings == ()


def test_recoding_to_what_is_there_already_makes_one_with_the_notes_of_both(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital", memo="satu", condensation="uang")
    rani.code("W1-zul", "Modal keluarga", "motivation", memo="dua")
    rani.recode("W1-zul.4 capital", "motivation")
    (row,) = rani.codings().to_dict("records")
    assert (row["code"], sorted(row["memo"].split("\n"))) == ("motivation", ["dua", "satu"])
    assert row["condensation"] == "uang"
    rani.undo()
    assert len(rani.codings()) == 2


def test_sources_read_before_a_code_was_made_are_listed_until_read_again(rani: Project) -> None:
    rani.mark_read("W1-zul")
    rani.add_code("Rumah", framework="stage")
    queue = rani.recode_queue()
    assert shown(queue)[1] == [("W1-zul", ["rumah"])]
    rani.mark_reread(queue.unread[0])
    assert shown(rani.recode_queue())[1] == []


def test_a_source_read_for_some_codes_waits_for_none_of_the_others(rani: Project) -> None:
    rani.mark_read("W1-zul", codes=["capital"])
    assert shown(rani.recode_queue())[1] == []
