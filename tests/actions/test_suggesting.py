import pytest

from qualcode.actions.batches import AddOptions
from qualcode.errors import UsageError
from qualcode.model import Coding
from qualcode.project import Project
from tests.study import Study


def waiting(project: Project, source: str | None = None) -> list[tuple[str, str]]:
    """Code and words of each suggestion that waits."""
    book = project.codebook
    assert book
    with project.view() as view:
        return [
            (book.code(each.code_id).key, each.span.of(view.text(each.revision_id)))
            for each in project.pending(source)
        ]


def test_what_is_found_is_reported_by_source(rani: Project) -> None:
    seen: list[str] = []
    report = rani.suggest(on_source=seen.append)
    assert seen == list(report.by_source) == ["O1-pelatihan", "W1-zul", "W2-lina"]
    assert report.suggestions == sum(report.by_source.values()) > 4
    assert report.hidden == {name: count for name, count in report.by_source.items() if count}


def test_interviewers_are_not_material(rani: Project) -> None:
    rani.suggest()
    rani.set("show_suggestions", "always")
    assert all("Soal modal bagaimana" not in words for _code, words in waiting(rani))


def test_suggestions_wait_until_their_source_is_coded_through(rani: Project) -> None:
    rani.suggest()
    assert waiting(rani) == []
    rani.mark_read("W1-zul")
    assert {code for code, _words in waiting(rani)} == {"awareness", "capacity", "capital"}
    assert waiting(rani, "W2-lina") == []
    assert "W1-zul" not in rani.suggest().hidden


def test_reading_for_one_code_shows_the_suggestions_of_that_code(rani: Project) -> None:
    rani.suggest()
    rani.mark_read("W1-zul", codes=["capital"])
    assert {code for code, _words in waiting(rani)} == {"capital"}


def test_a_code_made_after_the_reading_waits_for_the_next(study: Study, rani: Project) -> None:
    rani.mark_read("W1-zul")
    book = (study.folder / "files" / "book.yaml").read_text()
    more = "      - id: house\n        name: Rumah\n        keywords: [rumah]\n"
    rani.apply_codebook(study.file("book2.yaml", book + more))
    rani.suggest()
    assert "house" not in {code for code, _words in waiting(rani)}
    rani.mark_read("W1-zul")
    assert "house" in {code for code, _words in waiting(rani)}


def test_a_reading_before_there_was_a_codebook_shows_nothing(study: Study) -> None:
    with Project.create(study.folder.parent / "bare", coder="rani") as bare:
        bare.add([study.folder / "files" / "W1-zul.txt"])
        bare.mark_read("W1-zul")
        bare.apply_codebook(study.folder / "files" / "book.yaml")
        bare.suggest()
        assert bare.pending() == []


def test_a_setting_shows_them_always(rani: Project) -> None:
    rani.suggest()
    rani.set("show_suggestions", "always")
    assert waiting(rani, "W2-lina")


def test_running_again_changes_nothing(rani: Project) -> None:
    rani.set("show_suggestions", "always")
    first = rani.suggest()
    before = rani.pending()
    assert rani.suggest() == first
    assert rani.pending() == before


def test_suggestions_count_for_nothing_and_are_no_event(rani: Project) -> None:
    events = rani.log()
    rani.suggest()
    assert rani.codings().empty
    assert rani.log() == events


def test_one_source_is_replaced_alone(rani: Project) -> None:
    rani.set("show_suggestions", "always")
    rani.suggest()
    both = len(rani.pending())
    assert list(rani.suggest(sources=["W1-zul"]).by_source) == ["W1-zul"]
    assert len(rani.pending()) == both


def test_a_translation_is_not_suggested_on(study: Study, rani: Project) -> None:
    path = study.file("W1-zul-en.txt", "P: How?\nI: Saya belajar modal pelatihan.\n")
    rani.add([path], options=AddOptions(translates="W1-zul"))
    assert "W1-zul-en" not in rani.suggest().by_source
    with pytest.raises(UsageError, match="translation"):
        rani.suggest(sources=["W1-zul-en"])


def test_without_a_codebook_there_is_nothing_to_suggest(study: Study) -> None:
    with (
        Project.create(study.folder.parent / "bare", coder="rani") as bare,
        pytest.raises(UsageError, match="qualcode codebook apply"),
    ):
        bare.suggest()


def test_a_coding_says_whether_a_suggestion_was_shown_before_it(rani: Project) -> None:
    rani.suggest()
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.mark_read("W1-zul")
    rani.code("W1-zul", "belajar sendiri", "awareness", turn=2)
    rani.code("W1-zul", "di rumah", "motivation")
    with rani.view() as view:
        shown = {coding.quote: coding.suggestion_shown for coding in view.all(Coding)}
    assert shown == {"Modal keluarga": False, "belajar sendiri": True, "di rumah": False}


def test_by_sentence_the_passages_are_sentences(rani: Project) -> None:
    rani.suggest(by="sentence")
    rani.mark_read("W1-zul")
    assert ("capital", "Modal keluarga saja.") in waiting(rani)
