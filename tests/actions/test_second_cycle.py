import pytest

from qualcode.actions.codes import Touched
from qualcode.actions.noting import Subject
from qualcode.actions.theming import ThemeChange
from qualcode.errors import CodebookProblem, CodeNotFound, QualcodeError, UsageError
from qualcode.model import Code, Codebook, Decision, Memo, NotAsked, Reading
from qualcode.project import Project
from tests.study import Study


def book(project: Project) -> Codebook:
    found = project.codebook
    assert found
    return found


def code(project: Project, key: str) -> Code:
    found = book(project).find(key)
    assert found
    return found


def coded(project: Project) -> list[tuple[str, str]]:
    frame = project.codings()
    return list(zip(frame["quotation"], frame["code"], strict=True))


def test_a_code_is_added_where_it_belongs(rani: Project) -> None:
    assert rani.add_code("Tabungan", parent="Modal").key == "tabungan"
    assert book(rani).path(code(rani, "tabungan"), "id") == "Modal > Tabungan"
    assert rani.add_code("Lain-lain").framework_id == book(rani).find("lain_lain").framework_id  # type: ignore[union-attr]  # it was made just now
    assert [family.key for family in book(rani).frameworks] == ["stage", "problems", "inductive"]


def test_a_new_family_of_codes_is_named_as_people_name_it(rani: Project) -> None:
    made = rani.add_code("Jejaring", framework="Dukungan sosial")
    assert rani.add_code("Tetangga", framework="dukungan_sosial").framework_id == made.framework_id
    assert rani.codebook
    family = rani.codebook.framework(made.framework_id)
    assert (family.key, family.name.get("id")) == ("dukungan_sosial", "Dukungan sosial")
    known = rani.add_code("Pinjaman", framework="Problems")
    assert rani.codebook.framework(known.framework_id).key == "problems"


def test_undo_takes_a_code_and_its_framework_away_again(rani: Project) -> None:
    rani.add_code("Lain-lain")
    rani.undo()
    assert book(rani).find("lain_lain") is None
    assert [family.key for family in book(rani).frameworks] == ["stage", "problems"]


def test_renaming_keeps_key_codings_and_the_other_language(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.rename_code("capital", "Modal usaha", language="id")
    assert code(rani, "capital").name.as_mapping() == {"id": "Modal usaha", "en": "Capital"}
    assert coded(rani) == [("Modal keluarga", "capital")]
    assert rani.recode_queue().codings == ()


def test_moving_takes_what_is_below_along(rani: Project) -> None:
    rani.move_code("awareness", parent="Modal")
    assert book(rani).path(code(rani, "motivation"), "en") == "Capital > Awareness > Motivation"
    rani.move_code("motivation", framework="stage")
    assert book(rani).path(code(rani, "motivation"), "en") == "Motivation"
    with pytest.raises(CodebookProblem):
        rani.move_code("capital", parent="awareness")


def test_merging_takes_everyones_codings_along(rani: Project, bayu: Project) -> None:
    rani.code("W1-zul", "di rumah", "motivation", memo="lihat")
    bayu.code("W1-zul", "Kami dibina", "motivation")
    seen: list[Touched] = []

    def agree(touched: Touched) -> bool:
        seen.append(touched)
        return True

    done = rani.merge_codes(["motivation"], "awareness", agree=agree)
    assert done == seen[0] == Touched({"motivation": 2})
    assert (coded(rani), coded(bayu)) == ([("di rumah", "awareness")], [("Kami dibina", "awareness")])
    assert book(rani).find("motivation") is None
    assert [len(each.recode_queue().codings) for each in (rani, bayu)] == [1, 1]
    rani.undo()
    assert (coded(rani), coded(bayu)) == ([("di rumah", "motivation")], [("Kami dibina", "motivation")])
    assert code(rani, "motivation").name.get("id") == "Motivasi"


def test_what_is_not_agreed_to_is_not_done(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "motivation")
    before = rani.log()
    assert rani.merge_codes(["motivation"], "awareness", agree=lambda touched: False) is None
    assert rani.remove_code("motivation", codings_to="awareness", agree=lambda touched: False) is None
    assert (coded(rani), rani.log()) == ([("di rumah", "motivation")], before)


def test_codings_that_become_the_same_are_one_with_the_notes_of_both(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "motivation", memo="satu", condensation="kemauan")
    rani.code("W1-zul", "di rumah", "awareness", memo="dua", condensation="kesadaran")
    against = rani.code("W1-zul", "Kami dibina", "motivation")
    rani.theme("rumah", "Rumah adalah tempat belajar.")
    rani.merge_codes(["motivation"], "awareness")
    (row,) = rani.codings().query("quotation == 'di rumah'").to_dict("records")
    assert sorted(row["memo"].split("\n")) == ["dua", "satu"]
    assert {"kemauan", "kesadaran"} <= set(row["condensation"].split("\n"))
    assert len(rani.codings()) == 2
    rani.undo()
    assert len(rani.codings()) == 3
    assert against.id in set(rani.codings()["coding_id"])


def test_merging_carries_decisions_readings_notes_and_memos(rani: Project, bayu: Project) -> None:
    rani.suggest()
    for each in (rani, bayu):
        each.mark_read("W1-zul", codes=["capital", "awareness"])
    rani.mark_not_asked("W2-lina", "capital")
    rani.mark_not_asked("W2-lina", "awareness")
    first, *_ = [each for each in rani.pending() if each.code_id == code(rani, "capital").id]
    rani.decide(first.id, "accept")
    bayu.decide(first.id, "reject")
    rani.memo("tentang modal", Subject(code="capital"))
    rani.memo("selnya", Subject(case="zul", code="capital"))
    rani.merge_codes(["capital"], "awareness")
    target = code(rani, "awareness").id
    with rani.view() as view:
        assert {each.code_id for each in view.all(Decision)} == {target}
        assert [target in each.code_ids for each in view.all(Reading)] == [True]
        assert [each.code_id for each in view.all(NotAsked)] == [target]
        assert {memo.code_id or memo.target_id for memo in view.all(Memo)} == {target}
    rani.undo()
    with rani.view() as view:
        assert len(view.all(NotAsked)) == 2


def test_a_code_cannot_be_merged_into_itself(rani: Project) -> None:
    for codes in (["awareness"], ["motivation", "awareness"], []):
        with pytest.raises(UsageError):
            rani.merge_codes(codes, "awareness")


def test_splitting_takes_the_named_codings_and_puts_all_up_for_review(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "awareness")
    rani.code("W1-zul", "Kami dibina", "awareness")
    assert rani.split_code("awareness", "Belajar di rumah", ["W1-zul.2"]) == Touched({"awareness": 1})
    assert coded(rani) == [("di rumah", "belajar_di_rumah"), ("Kami dibina", "awareness")]
    assert len(rani.recode_queue().codings) == 2
    rani.undo()
    assert coded(rani) == [("di rumah", "awareness"), ("Kami dibina", "awareness")]


def test_a_coding_of_another_code_is_not_split_off(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "capital")
    with pytest.raises(UsageError, match=r"W1-zul\.2 is not coded awareness"):
        rani.split_code("awareness", "Rumah", ["W1-zul.2"])
    assert book(rani).find("rumah") is None


def test_a_code_in_use_is_removed_only_where_its_codings_go_somewhere(rani: Project, bayu: Project) -> None:
    bayu.code("W1-zul", "Modal keluarga", "capital")
    with pytest.raises(CodebookProblem, match=r"capital is in use: 1 codings .*--codings-to"):
        rani.remove_code("capital")
    rani.remove_code("capital", codings_to="motivation")
    assert coded(bayu) == [("Modal keluarga", "motivation")]
    assert [coding.quote for coding in bayu.recode_queue().codings] == ["Modal keluarga"]
    rani.undo()
    assert coded(bayu) == [("Modal keluarga", "capital")]


def test_removing_with_codings_to_itself_or_to_nothing_is_refused(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    with pytest.raises(UsageError):
        rani.remove_code("capital", codings_to="capital")
    with pytest.raises(CodeNotFound):
        rani.remove_code("capital", codings_to="nothing")
    assert coded(rani) == [("Modal keluarga", "capital")]


def test_a_code_not_in_use_goes_with_what_was_marked_for_it(rani: Project, bayu: Project) -> None:
    rani.suggest()
    rani.mark_read("W1-zul")
    bayu.mark_not_asked("W1-zul", "capital")
    first, *_ = [each for each in rani.pending() if each.code_id == code(rani, "capital").id]
    rani.decide(first.id, "reject")
    rani.theme("modal", "Modal adalah alasan.", change=ThemeChange(codes=["capital", "awareness"]))
    assert rani.remove_code("capital") == Touched({})
    assert book(rani).find("capital") is None
    rani.undo()
    with bayu.view() as view:
        assert len(view.all(NotAsked)) == 1


def test_a_code_with_others_below_it_is_not_removed(rani: Project) -> None:
    with pytest.raises(QualcodeError, match="1 codes below it"):
        rani.remove_code("awareness")


def test_another_may_not_undo_ones_merge_nor_one_what_another_built_on_it(
    study: Study, rani: Project, bayu: Project
) -> None:
    rani.merge_codes(["motivation"], "awareness")
    bayu.rename_code("awareness", "Sadar")
    with pytest.raises(QualcodeError, match="bayu changed the same code later"):
        rani.undo()
