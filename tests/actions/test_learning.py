import numpy as np
import pytest

from qualcode.actions.learning import study_of
from qualcode.errors import UsageError
from qualcode.model import Evidence, Suggestion, Verdict
from qualcode.project import Project
from qualcode.suggest.arrays import NO, UNKNOWN, YES
from qualcode.suggest.method import name_of
from tests.actions.test_evaluating import coded, interview
from tests.study import Study

__all__ = ["coded"]


def label(project: Project, source: str, words: str, code: str) -> int:
    """What is known of a passage, by words in it."""
    with project.view() as view:
        study = study_of(view, project.coder, by="passage", model="none")
    keys = [each.key for each in study.codes]
    texts, groups = study.material.texts, study.material.groups
    rows = [row for row, text in enumerate(texts) if words in text and groups[row] == source]
    return int(study.labels[rows[0], keys.index(code)])


def shown(project: Project) -> list[Suggestion]:
    project.set("show_suggestions", "always")
    return project.pending()


def test_what_nobody_has_read_is_neither(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    assert label(rani, "W1-zul", "Modal keluarga", "capital") == YES
    assert label(rani, "W1-zul", "Modal keluarga", "awareness") == UNKNOWN
    rani.mark_read("W1-zul", codes=["awareness"])
    assert label(rani, "W1-zul", "Modal keluarga", "awareness") == NO
    assert label(rani, "W1-zul", "Modal keluarga", "capacity") == UNKNOWN


def test_a_rejection_says_no(rani: Project) -> None:
    rani.suggest(method="keywords")
    first = shown(rani)[0]
    rani.decide(first.id, Verdict.REJECT)
    with rani.view() as view:
        study = study_of(view, rani.coder, by="passage", model="none")
    row = next(row for row, each in enumerate(study.segments) if each.span == first.span)
    assert study.labels[row, [code.id for code in study.codes].index(first.code_id)] == NO


def test_where_others_contradict_each_other_it_is_neither(study: Study, rani: Project, bayu: Project) -> None:
    rani.suggest(method="keywords")
    waiting = [each for each in shown(rani) if "Modal keluarga" in words_of(rani, each)]
    (capital,) = (each for each in waiting if each.evidence[0].label == "modal")
    rani.code("W1-zul", "Modal keluarga", "capital")
    bayu.decide(capital.id, Verdict.REJECT)
    rani.release("rani")
    bayu.release("bayu")
    sri = study.opened_by("sri")
    assert label(sri, "W1-zul", "Modal keluarga", "capital") == UNKNOWN
    assert label(rani, "W1-zul", "Modal keluarga", "capital") == YES
    assert label(bayu, "W1-zul", "Modal keluarga", "capital") == NO


def words_of(project: Project, suggestion: Suggestion) -> str:
    with project.view() as view:
        return suggestion.span.of(view.text(suggestion.revision_id))


def test_a_coding_of_a_few_words_beside_does_not_count_for_its_neighbour(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "awareness")
    assert label(rani, "W1-zul", "di rumah", "awareness") == YES
    assert label(rani, "W1-zul", "Modal keluarga", "awareness") == UNKNOWN


@pytest.fixture
def proposed(study: Study, coded: Project) -> Project:
    """A fourth interview that nobody has read, with suggestions learnt from the others."""
    coded.add([study.file("W6-x.txt", interview(6))])
    report = coded.suggest(model="none")
    assert report.method == "blend"
    assert report.learnt_from == 24
    return coded


def test_what_was_coded_is_proposed_where_nobody_has_read(proposed: Project) -> None:
    book = proposed.codebook
    assert book
    found = {
        (words_of(proposed, each)[:12], book.code(each.code_id).key)
        for each in shown(proposed)
        if "6" in words_of(proposed, each)
    }
    assert {("Pinjam modal", "capital"), ("Cari pinjama", "capital"), ("Dilatih desa", "capacity")} <= found


def test_suggestions_name_words_and_coded_passages(proposed: Project) -> None:
    (found,) = (each for each in shown(proposed) if "Cari pinjaman bank dulu. 6" in words_of(proposed, each))
    kinds: dict[str, list[Evidence]] = {}
    for each in found.evidence:
        kinds.setdefault(each.kind, []).append(each)
    with proposed.view() as view:
        text = view.text(found.revision_id)
    assert {text[each.start : each.end] for each in kinds["word"]} & {"pinjaman", "bank", "Cari", "dulu"}
    assert all(text[each.start : each.end] == each.label for each in kinds["word"])
    assert all(each.label.startswith(("W3-x", "W4-x", "W5-x")) for each in kinds["similar"])


def test_what_one_coder_taught_is_shown_to_nobody_else(proposed: Project, bayu: Project) -> None:
    bayu.set("show_suggestions", "always")
    assert {name_of(each.method) for each in proposed.pending()} == {"blend"}
    assert bayu.pending() == []
    bayu.suggest()
    assert {name_of(each.method) for each in bayu.pending()} == {"keywords"}
    assert {name_of(each.method) for each in proposed.pending()} == {"blend"}


def test_one_method_at_a_time(proposed: Project) -> None:
    proposed.suggest(method="keywords")
    assert {each.method for each in shown(proposed)} == {"keywords"}


def test_scores_follow_a_decision(proposed: Project) -> None:
    waiting = [each for each in shown(proposed) if "6" in words_of(proposed, each)]
    live = proposed.live_scores(model="none")
    before = {each.id: each.score for each in live.rescored(waiting)}
    first = waiting[0]
    live.decided(first, fits=False)
    after = {each.id: each.score for each in live.rescored(waiting)}
    assert after[first.id] < before[first.id]
    live.take_back()
    assert {each.id: each.score for each in live.rescored(waiting)} == before


@pytest.mark.parametrize("order", ["likely", "uncertain", "diverse"])
def test_an_order_has_all_that_waits(proposed: Project, order: str) -> None:
    waiting = shown(proposed)
    found = proposed.in_order(waiting, order)
    assert sorted(each.id for each in found) == sorted(each.id for each in waiting)
    if order == "likely":
        assert np.all(np.diff([each.score for each in found]) <= 0)


def test_wrong_names_are_refused(rani: Project) -> None:
    with pytest.raises(UsageError, match="no method 'magic'"):
        rani.suggest(method="magic")
    with pytest.raises(UsageError, match="no order 'random'"):
        rani.in_order([], "random")
    with pytest.raises(UsageError, match="too few codings to learn from: 0 of 4"):
        rani.suggest(method="learned", model="none")


def test_by_default_keywords_are_used_until_there_are_codings(rani: Project) -> None:
    assert rani.suggest().method == "keywords"


def test_the_account_of_methods_names_a_method_without_whose_it_is(coded: Project) -> None:
    coded.suggest(method="learned", model="none")
    assert coded.methods().methods == ("learned",)
