from pathlib import Path

import pandas as pd
import pytest

from qualcode.actions.coding import Passage
from qualcode.actions.filters import Filters
from qualcode.actions.translating import Into
from qualcode.errors import RecordNotFound, UsageError
from qualcode.model import ConsentState, Revision, Source, Translation
from qualcode.project import Project
from tests.study import Study

ENGLISH = """\
Q: How did it begin, Mr. Zul?
Z: At first I learned by myself at home. There was no training from the office.
Q: What about capital?
Z: Family capital only. I learned by myself, and the capital was my own too.
Q: What has changed?
Z: We were looked after, then we took part in a training of three days.
"""


@pytest.fixture
def translated(study: Study, rani: Project) -> Project:
    """The study with a passage coded in each interview, and the first interview in English as well."""
    rani.code("W1-zul", "Tidak ada pelatihan dari kantor.", "capacity")
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.code("W2-lina", "Modal dari bank.", "capital")
    rani.add([study.file("W1-zul-en.txt", ENGLISH)])
    rani.set_source("W1-zul-en", translates="W1-zul")
    return rani


def rows(project: Project, **options: str) -> dict[str, tuple[str, str, str]]:
    """Quotation to translation, what it is of, and whose it is."""
    frame = project.codings(**options)  # type: ignore[arg-type]  # language, into
    told = frame[["translation", "translated", "translator"]].itertuples(index=False, name=None)
    return dict(zip(frame["quotation"], told, strict=True))


def test_a_source_that_translates_another_translates_its_passages(translated: Project) -> None:
    found = rows(translated)
    assert found["Tidak ada pelatihan dari kantor."] == (
        "There was no training from the office.", "passage", "W1-zul-en"
    )  # fmt: skip
    assert found["belajar sendiri di rumah"] == (
        "At first I learned by myself at home.", "sentence", "W1-zul-en"
    )  # fmt: skip
    assert found["Modal dari bank."] == ("", "", "")


def test_a_translation_of_the_very_passage_comes_first_and_can_be_taken_away(translated: Project) -> None:
    translated.translate("W1-zul.2 awareness", "taught himself at home", into=Into(translator="dewi"))
    assert rows(translated)["belajar sendiri di rumah"] == ("taught himself at home", "passage", "dewi")
    translated.untranslate("W1-zul.2 awareness")
    assert rows(translated)["belajar sendiri di rumah"][1] == "sentence"
    translated.undo()
    assert rows(translated)["belajar sendiri di rumah"][2] == "dewi"


def test_a_longer_passage_that_was_translated_stands_for_a_shorter_one_and_says_so(rani: Project) -> None:
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.code("W2-lina", "dari bank", "capital")
    passage = Passage(source="W2-lina", quote="Modal dari bank.")
    rani.translate("", "The capital came from a bank.", passage=passage)
    found = rows(rani)
    assert found["Modal dari bank"] == ("The capital came from a bank.", "passage", "rani")
    assert found["dari bank"] == ("The capital came from a bank.", "sentence", "rani")


def test_what_the_whole_source_says_of_the_very_passage_comes_before_a_longer_one(
    translated: Project,
) -> None:
    answer = Passage(source="W1-zul", turn=2)
    translated.translate("", "He taught himself; nobody trained him.", passage=answer)
    found = rows(translated)
    assert found["Tidak ada pelatihan dari kantor."][0] == "There was no training from the office."
    assert found["belajar sendiri di rumah"][0] == "He taught himself; nobody trained him."


def test_a_second_translation_takes_the_place_of_the_first_but_not_of_one_into_another_language(
    rani: Project,
) -> None:
    rani.code("W2-lina", "Modal dari bank.", "capital")
    for text, language in (("Capital from the bank.", "en"), ("Kapital.", "de"), ("Bank money.", "en")):
        rani.translate("W2-lina.4", text, into=Into(language=language))
    assert (rows(rani)["Modal dari bank."][0], rows(rani, into="de")["Modal dari bank."][0]) == (
        "Bank money.", "Kapital.",
    )  # fmt: skip


def test_documents_in_the_language_of_the_source_get_the_other_one(rani: Project) -> None:
    rani.code("W2-lina", "Modal dari bank.", "capital")
    rani.translate("W2-lina.4", "Bank money.")
    assert rows(rani, language="id") == rows(rani, language="en")


def test_a_few_words_tell_passages_of_one_reference_apart(translated: Project) -> None:
    with pytest.raises(RecordNotFound, match="names 2 passages"):
        translated.translate("W1-zul.2", "x")
    made = translated.translate("W1-zul.2", "At home.", passage=Passage(source="W1-zul.2", quote="rumah"))
    assert rows(translated)["belajar sendiri di rumah"][0] == made.text


@pytest.mark.parametrize(
    ("name", "text", "into", "fault"),
    [
        ("W2-lina.4", " ", Into(), "an empty translation says nothing"),
        ("W2-lina.4", "x", Into(language="id"), "it is in id already"),
        ("W2-lina.4", "x", Into(language="Inggris!"), "'inggris!' names no language"),
        ("W9.4", "x", Into(), "there is no coded passage 'W9.4'"),
    ],
)
def test_what_cannot_be_translated_is_refused(
    translated: Project, name: str, text: str, into: Into, fault: str
) -> None:
    with pytest.raises((UsageError, RecordNotFound), match=fault):
        translated.translate(name, text, into=into)


def test_a_translation_that_a_translated_source_gives_is_not_there_to_be_taken_away(
    translated: Project,
) -> None:
    with pytest.raises(RecordNotFound, match="no translation of its own"):
        translated.untranslate("W1-zul.2 capacity")


def test_translations_go_along_with_a_corrected_transcript(study: Study, rani: Project) -> None:
    rani.code("W2-lina", "Modal dari bank.", "capital")
    rani.translate("W2-lina.4", "Bank money.")
    corrected = study.file("lina.txt", "P: Bagaimana mulainya, Bu?\nBu Lina: Begitulah. Modal dari bank.\n")
    rani.revise("W2-lina", corrected)
    assert rows(rani)["Modal dari bank."][0] == "Bank money."


def test_without_consent_nothing_of_a_translation_is_to_be_seen(translated: Project) -> None:
    translated.translate("W1-zul.2 awareness", "taught himself at home")
    translated.set_consent("zul", ConsentState.WITHDRAWN)
    with translated.view() as view:
        assert view.all(Translation) == []
    assert "W1-zul-en" not in set(translated.sources()["source"])


def test_an_erased_case_has_no_word_left_in_a_translation_either(translated: Project) -> None:
    translated.translate("W1-zul.2 awareness", "taught himself at home")
    translated.erase("zul")
    with translated.view() as view:
        texts = [view.text(revision.id) for revision in view.all(Revision)]
        names = {source.name for source in view.all(Source)}
    assert not any("learned by myself" in text or "Zul" in text for text in texts)
    assert not any("zul" in name for name in names)
    translated.store.close()
    assert b"learned by myself" not in translated.settings.database.read_bytes()


def test_turns_without_a_partner_are_named(study: Study, translated: Project) -> None:
    assert (translated.alignment("W1-zul-en").turns, translated.alignment("W1-zul-en").alone) == (6, ())
    shorter = "".join(ENGLISH.splitlines(keepends=True)[2:])
    translated.revise("W1-zul-en", study.file("shorter.txt", shorter))
    report = translated.alignment("W1-zul-en")
    assert {1, 2} <= set(report.alone)
    with pytest.raises(UsageError, match="not known to translate"):
        translated.alignment("W1-zul")


def test_what_is_missing_goes_out_in_a_table_and_comes_back_filled_in(
    translated: Project, tmp_path: Path
) -> None:
    frame = translated.missing_translations(tmp_path / "missing.xlsx", language="id")
    assert list(frame["quotation"]) == ["Modal dari bank."]
    filled = pd.read_excel(tmp_path / "missing.xlsx", dtype=str)
    filled["Terjemahan"] = ["Bank money."]
    filled.to_csv(tmp_path / "filled.csv", index=False)
    first = translated.import_translations(tmp_path / "filled.csv", into=Into(translator="dewi"))
    again = translated.import_translations(tmp_path / "filled.csv", into=Into(translator="dewi"))
    assert (first.added, again.already) == (1, 1)
    assert rows(translated)["Modal dari bank."] == ("Bank money.", "passage", "dewi")
    assert translated.missing_translations().empty


def test_only_what_is_asked_for_is_missing(translated: Project) -> None:
    assert translated.missing_translations(filters=Filters(codes=["awareness"])).empty
    assert len(translated.missing_translations(into="de")) == 3
    assert translated.missing_translations(into="id").empty


def test_what_summaries_quote_can_be_translated_first(rani: Project) -> None:
    for quote in ("Awalnya saya", "belajar sendiri di rumah", "Tidak ada pelatihan dari kantor."):
        rani.code("W1-zul", quote, "awareness", turn=2)
    assert len(rani.missing_translations()) == 3
    assert len(rani.missing_translations(quoted=True)) == 1  # a turn is quoted once


def test_our_own_table_brings_nothing_in_that_is_there_already(translated: Project, tmp_path: Path) -> None:
    translated.codings().to_csv(tmp_path / "table.csv", index=False)
    report = translated.import_translations(tmp_path / "table.csv")
    assert (report.added, report.already, report.empty, report.faults) == (0, 2, 1, ())


def test_rows_that_name_no_passage_are_left_out_by_their_number(study: Study, translated: Project) -> None:
    table = study.file(
        "translations.csv",
        "source,turn,quote,translation,language\n"
        "W2-lina,4,Modal dari bank.,Bank money.,en\n"
        "W1-zul,4,nowhere,x,en\n"
        "W9,,x,x,en\n"
        "W1-zul,4,Modal keluarga saja.,,en\n",
    )
    report = translated.import_translations(table)
    assert (report.added, report.empty) == (1, 1)
    assert [fault.row for fault in report.faults] == [3, 4]


def test_a_table_without_passages_is_refused(study: Study, rani: Project) -> None:
    with pytest.raises(UsageError, match="names no passages"):
        rani.import_translations(study.file("t.csv", "quote,text\na,b\n"))
