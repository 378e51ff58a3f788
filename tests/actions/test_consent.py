from pathlib import Path

import pytest

from qualcode.errors import UsageError
from qualcode.model import Case, ConsentState
from qualcode.project import Project
from tests.study import Study


def test_a_withdrawal_is_recorded_with_date_and_scope(rani: Project) -> None:
    made = rani.set_consent("zul", ConsentState.WITHDRAWN, date="2024-07-01", scope="semua")
    assert (made.consent, made.consent_date, made.consent_scope) == (
        ConsentState.WITHDRAWN, "2024-07-01", "semua",
    )  # fmt: skip
    again = rani.set_consent("zul", ConsentState.GIVEN)
    assert (again.consent, again.consent_scope) == (ConsentState.GIVEN, "semua")


def test_a_state_can_be_said_as_a_word_and_another_word_is_refused(rani: Project) -> None:
    assert rani.set_consent("zul", "withdrawn").consent is ConsentState.WITHDRAWN
    with pytest.raises(UsageError, match="given, withdrawn"):
        rani.set_consent("zul", "revoked")


def test_a_date_is_a_date(rani: Project) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        rani.set_consent("zul", ConsentState.WITHDRAWN, date="1 Juli")


def test_nothing_of_a_withdrawn_case_is_suggested_on(rani: Project) -> None:
    rani.set_consent("zul", ConsentState.WITHDRAWN)
    assert "W1-zul" not in rani.suggest().by_source
    assert list(rani.sources()["source"]) == ["O1-pelatihan", "W2-lina"]


def test_erasing_leaves_no_word_and_names_what_was_exported_before(study: Study, rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital", memo="modal dari keluarga besarnya")
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.suggest()
    rani.table(study.folder / "outputs" / "coded.csv")
    report = rani.erase("zul")
    assert [Path(export.path).name for export in report.exports] == ["coded.csv"]
    assert list(rani.codings()["quotation"]) == ["Modal dari bank"]
    rani.close()
    kept = [study.folder / "qualcode.db", *study.folder.glob(".qualcode/**/*.npz")]
    for words in ("belajar sendiri", "Modal keluarga", "keluarga besarnya"):
        assert all(words.encode() not in file.read_bytes() for file in kept)


def test_erasing_leaves_no_code_that_is_named_by_the_words_nor_any_telling_of_them(
    study: Study, rani: Project
) -> None:
    rani.code("W1-zul", "Modal keluarga saja", in_vivo=True)
    rani.code("W2-lina", "Modal dari bank", "modal_keluarga_saja")
    rani.code("W1-zul", "Kami dibina", in_vivo=True)
    rani.rename_code("kami_dibina", "Pembinaan")
    rani.code("W1-zul", "tiga hari", in_vivo=True)
    rani.merge_codes(["tiga_hari"], into="capacity")
    rani.mark_read("W1-zul")
    rani.erase("zul")
    assert rani.codebook
    keys = {code.key: str(code.name) for code in rani.codebook.codes if code.key.startswith("erased-")}
    assert sorted(keys.values()) == sorted([next(iter(keys)), "Pembinaan"]), keys
    assert rani.codings()["code"].str.startswith("erased-").all()
    assert "W2-lina.4 █" in [event.summary for event in rani.log(limit=None)]
    assert not any("W1-zul" in event.summary for event in rani.log(limit=None))
    rani.close()
    kept = (study.folder / "qualcode.db").read_bytes().lower()
    words = ("keluarga saja", "keluarga_saja", "kami dibina", "kami_dibina", "tiga_hari", "w1-zul")
    assert [each for each in words if each.encode() in kept] == []


def test_what_is_erased_stays_erased(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.erase("zul")
    rani.undo()  # the codebook, which was applied before
    assert rani.codings().empty
    with rani.view() as view:
        (case,) = view.all(Case, consent=ConsentState.ERASED)
    with pytest.raises(UsageError, match="stays erased"):
        rani.set_consent(case.name, ConsentState.GIVEN)


def test_erasing_is_not_a_way_of_recording(rani: Project) -> None:
    with pytest.raises(UsageError):
        rani.set_consent("zul", ConsentState.ERASED)
    with rani.view() as view:
        assert view.all(Case, name="zul")[0].consent is ConsentState.GIVEN
