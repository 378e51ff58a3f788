from pathlib import Path

import pytest

from qualcode.actions.codebooks import ApplyOptions, Preview
from qualcode.errors import CodebookProblem, UsageError
from qualcode.model import Code, Codebook
from qualcode.project import Project
from tests.study import BOOK, Study

HOUSE = "      - id: house\n        name: Rumah\n"
CAPITAL = BOOK[BOOK.index("      - id: capital") :]


def book(project: Project) -> Codebook:
    found = project.codebook
    assert found
    return found


def code(project: Project, key: str) -> Code:
    found = book(project).find(key)
    assert found
    return found


def applied(study: Study, project: Project, text: str, **options: object) -> Preview:
    done = project.apply_codebook(study.file("next.yaml", text), options=ApplyOptions(**options))  # type: ignore[arg-type]  # any of its fields
    assert done
    return done


def kinds(preview: Preview) -> list[tuple[str, str]]:
    return [(each.kind.value, each.key) for each in preview.differences]


def test_the_first_file_is_the_codebooks_first_version(rani: Project) -> None:
    assert (book(rani).version, book(rani).key) == (1, "study")
    assert [each.key for each in book(rani).codes] == ["awareness", "motivation", "capacity", "capital"]
    assert {(each.created_in, each.changed_in) for each in book(rani).codes} == {(1, 1)}


def test_the_same_file_again_changes_nothing(study: Study, rani: Project) -> None:
    events = rani.log()
    assert applied(study, rani, BOOK).differences == ()
    assert (rani.log(), book(rani).version) == (events, 1)


def test_a_file_with_faults_changes_nothing_and_names_them_all(study: Study, rani: Project) -> None:
    bad = BOOK.replace("id: capital", "id: capacity").replace("[modal]", '["latih ~x modal", "/(/"]')
    with pytest.raises(CodebookProblem) as refused:
        applied(study, rani, bad)
    text = str(refused.value)
    assert "next.yaml" in text
    assert "capacity" in text
    assert "/(/" in text
    assert book(rani).version == 1


def test_what_changed_in_the_file_is_taken_over(study: Study, rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    changed = BOOK.replace("Money to begin with.", "Money, borrowed or saved.") + HOUSE
    preview = applied(study, rani, changed)
    assert sorted(kinds(preview)) == [("added", "house"), ("redefined", "capital")]
    assert preview.touched == {"capital": 1}
    assert (code(rani, "house").created_in, code(rani, "capital").changed_in) == (2, 2)
    assert [coding.quote for coding in rani.recode_queue().codings] == ["Modal keluarga"]


def test_a_preview_does_nothing_and_says_what_would_be(study: Study, rani: Project) -> None:
    preview = rani.preview_codebook(study.file("next.yaml", BOOK + HOUSE))
    assert kinds(preview) == [("added", "house")]
    assert book(rani).version == 1
    events = rani.log()
    options = ApplyOptions(agree=lambda shown: shown.differences != preview.differences)
    assert rani.apply_codebook(study.file("next.yaml", BOOK + HOUSE), options=options) is None
    assert rani.log() == events


def test_what_was_made_in_the_project_stays(study: Study, rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "ruang usaha", new=True)
    preview = applied(study, rani, BOOK + HOUSE)
    assert kinds(preview) == [("added", "house")]
    assert {"ruang_usaha", "house"} <= {each.key for each in book(rani).codes}


def test_changes_on_both_sides_are_merged(study: Study, rani: Project) -> None:
    rani.rename_code("capacity", "Keterampilan", language="id")
    preview = applied(study, rani, BOOK.replace("en: Capital}", "en: Start-up capital}"))
    assert preview.conflicts == ()
    assert code(rani, "capacity").name.get("id") == "Keterampilan"
    assert code(rani, "capital").name.get("en") == "Start-up capital"


@pytest.mark.parametrize(("take", "name"), [(False, "Modal usaha"), (True, "Modal awal")])
def test_a_conflict_asks_and_takes_what_was_chosen(
    study: Study, rani: Project, take: bool, name: str
) -> None:
    rani.rename_code("capital", "Modal usaha", language="id")
    asked: list[tuple[str, str]] = []

    def choose(conflict: object) -> bool:
        asked.append((conflict.ours, conflict.theirs))  # type: ignore[attr-defined]  # a Conflict
        return take

    applied(study, rani, BOOK.replace("{id: Modal,", "{id: Modal awal,"), choose=choose)
    assert asked == [("Modal usaha", "Modal awal")]
    assert code(rani, "capital").name.get("id") == name


def test_an_exported_file_carries_its_version_and_merges_from_there(
    study: Study, rani: Project, tmp_path: Path
) -> None:
    rani.code("W1-zul", "di rumah", "ruang usaha", new=True)
    path = tmp_path / "out.yaml"
    rani.export_codebook(path)
    assert "version: 2" in path.read_text()
    rani.rename_code("ruang_usaha", "Ruang")
    done = rani.apply_codebook(study.file("next.yaml", path.read_text()))
    assert done is not None
    assert (done.differences, done.conflicts) == ((), ())
    assert code(rani, "ruang_usaha").name.get("id") == "Ruang"


def test_prune_removes_what_the_file_lacks(study: Study, rani: Project) -> None:
    applied(study, rani, BOOK.replace(CAPITAL, HOUSE), prune=True)
    assert [each.key for each in book(rani).codes] == ["awareness", "motivation", "capacity", "house"]
    rani.undo()
    assert code(rani, "capital").name.get("en") == "Capital"


def test_prune_never_takes_a_code_in_use_without_saying_where_its_codings_go(
    study: Study, rani: Project, bayu: Project
) -> None:
    bayu.code("W1-zul", "Modal keluarga", "capital")
    without = BOOK.replace(CAPITAL, HOUSE)
    with pytest.raises(CodebookProblem, match=r"capital .*in use: 1 codings .*--codings-to capital=CODE"):
        applied(study, rani, without, prune=True)
    assert book(rani).version == 1
    with pytest.raises(UsageError, match="house"):
        applied(study, rani, without, prune=True, codings_to={"capital": "house"})
    applied(study, rani, without, prune=True, codings_to={"capital": "motivation"})
    assert list(bayu.codings()["code"]) == ["motivation"]
    rani.undo()
    assert list(bayu.codings()["code"]) == ["capital"]


def test_a_codebook_begun_by_hand_takes_a_file_in(study: Study) -> None:
    with Project.create(study.folder.parent / "bare", coder="rani") as bare:
        bare.add([study.folder / "files" / "W1-zul.txt"])
        bare.code("W1-zul", "di rumah", in_vivo=True)
        bare.apply_codebook(study.folder / "files" / "book.yaml")
        found = bare.codebook
        assert found
        assert {"di_rumah", "awareness", "capital"} <= {each.key for each in found.codes}
        assert list(bare.codings()["code"]) == ["di_rumah"]
        again = bare.apply_codebook(study.folder / "files" / "book.yaml")
        assert again is not None
        assert again.differences == ()
        assert bare.check() == []


def test_there_is_nothing_to_export_before_there_is_a_codebook(study: Study, tmp_path: Path) -> None:
    with (
        Project.create(study.folder.parent / "bare", coder="rani") as bare,
        pytest.raises(UsageError, match="no codebook yet"),
    ):
        bare.export_codebook(tmp_path / "x.yaml")
