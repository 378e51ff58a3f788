import os
import re
from pathlib import Path

import pytest

from qualcode.actions.batches import AddOptions
from qualcode.errors import AlreadyThere, UsageError
from qualcode.model import Case, ConsentState, Role, Source, SourceKind, Speaker
from qualcode.project import Project
from tests.study import LINA, ZUL, Study


def cases(project: Project) -> dict[str, Case]:
    with project.view() as view:
        return {case.name: case for case in view.all(Case)}


def source(project: Project, name: str) -> Source:
    with project.view() as view:
        (found,) = view.all(Source, name=name)
    return found


def test_what_was_recognised_is_reported(study: Study, rani: Project) -> None:
    report = rani.add([study.file("W3-sari.txt", ZUL.replace("Zul", "Sari"))])
    (made,) = report.files
    assert (made.status, made.source, made.kind, made.language, made.turns) == (
        "added", "W3-sari", "interview", "id", 6,
    )  # fmt: skip
    assert sorted(made.speakers) == [("I", "informant", 3), ("P", "interviewer", 3)]


def test_the_same_file_is_skipped_under_whatever_name_it_comes(study: Study, rani: Project) -> None:
    report = rani.add([study.folder / "files" / "W1-zul.txt", study.file("copy.txt", ZUL)])
    assert [(file.status, file.source) for file in report.files] == [("skipped", "W1-zul")] * 2
    assert not report.refused


def test_a_changed_file_of_the_same_name_is_refused_with_the_remedy(study: Study, rani: Project) -> None:
    (refused,) = rani.add([study.file("W1-zul.txt", ZUL.replace("Pak", "Mang"))]).refused
    assert isinstance(refused.error, AlreadyThere)
    assert "W1-zul.txt --as NAME)" in str(refused.error)


def test_another_name_makes_another_source_of_the_same_bytes(study: Study, rani: Project) -> None:
    path = study.folder / "files" / "W1-zul.txt"
    (made,) = rani.add([path], options=AddOptions(name="zul-again")).files
    assert (made.status, made.source) == ("added", "zul-again")
    assert source(rani, "zul-again").id != source(rani, "W1-zul").id


def test_giving_the_same_name_again_skips_it(study: Study, rani: Project) -> None:
    path = study.file("W9.txt", ZUL.replace("Zul", "Anda"))
    rani.add([path], options=AddOptions(name="W9-anda"))
    (again,) = rani.add([path], options=AddOptions(name="W9-anda")).files
    assert (again.status, again.source) == ("skipped", "W9-anda")


def test_a_batch_goes_on_past_what_cannot_be_read(study: Study, rani: Project, tmp_path: Path) -> None:
    folder = tmp_path / "batch"
    folder.mkdir()
    (folder / "a-empty.txt").touch()
    (folder / "b-binary.txt").write_bytes(os.urandom(400) + b"\0\0")
    (folder / "c-damaged.docx").write_bytes(b"PK\x03\x04 not a package")
    (folder / "d-not-of-its-suffix.docx").write_text(ZUL + "I: Ya.")
    (folder / "e-unknown.zzz").write_text(ZUL + "I: Ya.")
    (folder / "f-good.txt").write_text(LINA.replace("Lina", "Mina"))
    seen: list[tuple[str, int, int]] = []
    report = rani.add([folder], on_file=lambda file, done, total: seen.append((file.path.name, done, total)))
    assert [file.status for file in report.files] == ["refused"] * 5 + ["added"]
    assert [(done, total) for _, done, total in seen] == [(count, 6) for count in range(1, 7)]
    for file in report.refused:
        assert file.path.name in str(file.error)
    with rani.view() as view:
        assert {each.name for each in view.all(Source)} == {"O1-pelatihan", "W1-zul", "W2-lina", "f-good"}


def test_what_is_not_there_is_refused_by_name(study: Study, rani: Project) -> None:
    (refused,) = rani.add([study.folder / "nowhere.txt"]).refused
    assert "nowhere.txt" in str(refused.error)


def test_an_empty_folder_is_nothing_to_add(tmp_path: Path, rani: Project) -> None:
    (tmp_path / "void").mkdir()
    with pytest.raises(UsageError, match="no file to add"):
        rani.add([tmp_path / "void"])


def test_one_name_cannot_name_several_files(study: Study, rani: Project) -> None:
    paths = [study.file("a.txt", ZUL), study.file("b.txt", LINA)]
    with pytest.raises(UsageError, match="2 files"):
        rani.add(paths, options=AddOptions(name="one"))


def test_a_role_that_is_given_is_taken_and_confirmed(study: Study, rani: Project) -> None:
    path = study.file("W4.txt", "A: Apa kabar?\nB: Baik. Saya berdagang.\nA: Sejak kapan?\nB: Sejak dulu.\n")
    rani.add([path], options=AddOptions(roles={"A": Role.INFORMANT, "B": Role.INTERVIEWER}))
    with rani.view() as view:
        speakers = {each.label: each for each in view.all(Speaker, source_id=source(rani, "W4").id)}
    assert speakers["A"].role is Role.INFORMANT
    assert speakers["A"].confirmed
    assert speakers["A"].case_id is not None
    assert speakers["B"].case_id is None


def test_a_role_for_a_label_that_nobody_has_is_refused(study: Study, rani: Project) -> None:
    path = study.file("W5.txt", ZUL.replace("Zul", "Udin"))
    (refused,) = rani.add([path], options=AddOptions(roles={"Q": Role.INTERVIEWER})).refused
    assert "'Q'" in str(refused.error)
    assert "I, P" in str(refused.error) or "P, I" in str(refused.error)


def test_a_kind_and_language_that_are_given_hold(study: Study, rani: Project) -> None:
    path = study.file("W6.txt", ZUL.replace("Zul", "Ujang"))
    rani.add([path], options=AddOptions(kind=SourceKind.FOCUS_GROUP, language="en"))
    made = source(rani, "W6")
    assert (made.kind, made.language) == (SourceKind.FOCUS_GROUP, "en")


def test_a_language_may_be_any_and_is_checked(study: Study, rani: Project) -> None:
    path = study.file("W6.txt", ZUL.replace("Zul", "Ujang"))
    with pytest.raises(UsageError, match="there is no language 'xx'"):
        rani.add([path], options=AddOptions(language="xx"))
    rani.add([path], options=AddOptions(language="Danish"))
    assert source(rani, "W6").language == "da"


def test_a_generic_label_takes_its_case_name_from_the_sources_name(rani: Project) -> None:
    assert "zul" in cases(rani)
    assert "I" not in cases(rani)


def test_a_speaker_with_a_name_keeps_it(rani: Project) -> None:
    assert "Bu Lina" in cases(rani)


@pytest.mark.parametrize("key", ["Informan", "Narasumber", "Responden", "INFORMAN"])
def test_a_name_in_the_header_names_the_case(study: Study, rani: Project, key: str) -> None:
    rani.add([study.file("W7-x.txt", f"{key}: Pak Herman\nTanggal: 3 Juni 2024\n\n{ZUL}")])
    assert "Pak Herman" in cases(rani)
    assert "x" not in cases(rani)


def test_several_unnamed_informants_of_one_source_are_several_cases(study: Study, rani: Project) -> None:
    group = "P: Siapa yang ikut?\nInforman 1: Saya ikut.\nInforman 2: Saya juga.\nP: Kapan?\n"
    rani.add([study.file("F1-pasar.txt", group)])
    assert {"pasar", "pasar-2"} <= set(cases(rani))


def test_one_name_in_two_sources_is_one_case(study: Study, rani: Project) -> None:
    rani.add([study.file("W2-kedua.txt", LINA.replace("mulainya", "kabarnya"))])
    assert list(rani.sources().query("cases == 'Bu Lina'")["source"]) == ["W2-kedua", "W2-lina"]


def test_what_a_table_says_of_a_person_becomes_the_cases_attributes(study: Study, rani: Project) -> None:
    table = (
        "Responden,Usia,Apa manfaat pelatihan?\n"
        "Sari,41,Saya jadi tahu cara mengemas.\nUdin,30,Bisa jualan lewat hape sekarang.\n"
    )
    assert not rani.add([study.file("jawaban.csv", table)]).refused
    assert cases(rani)["Sari"].attributes == {"Usia": "41"}


def test_respondents_known_by_number_keep_it(study: Study, rani: Project) -> None:
    table = (
        "Responden,Apa manfaat pelatihan?\n"
        "R03,Saya jadi tahu cara mengemas.\nR08,Bisa jualan lewat hape sekarang.\n"
    )
    assert not rani.add([study.file("survei.csv", table)]).refused
    assert {"survei R03", "survei R08"} <= set(cases(rani))


def test_a_translation_makes_no_cases(study: Study, rani: Project) -> None:
    before = set(cases(rani))
    path = study.file("W1-zul-en.txt", "P: How did it begin?\nI: I taught myself at home.\n")
    rani.add([path], options=AddOptions(translates="W1-zul"))
    assert source(rani, "W1-zul-en").translates == source(rani, "W1-zul").id
    assert set(cases(rani)) == before


def test_a_translation_of_nothing_leaves_nothing_behind(study: Study, rani: Project) -> None:
    path = study.file("W8.txt", "P: How did it begin?\nI: I taught myself.\n")
    (refused,) = rani.add([path], options=AddOptions(translates="W8-id")).refused
    assert "W8-id" in str(refused.error)
    assert list(rani.sources()["source"]) == ["O1-pelatihan", "W1-zul", "W2-lina"]


def test_the_file_is_kept_as_it_was(study: Study, rani: Project) -> None:
    with rani.view() as view:
        kept = view.original(source(rani, "W2-lina").id)
    assert kept == (study.folder / "files" / "W2-lina.txt").read_bytes()


def test_each_file_is_an_event_that_can_be_undone(study: Study, rani: Project) -> None:
    rani.add(
        [study.file("a.txt", ZUL.replace("Zul", "A Kong")), study.file("b.txt", LINA.replace("Bu", "Yuk"))]
    )
    rani.undo()
    assert set(rani.sources()["source"]) == {"a", "O1-pelatihan", "W1-zul", "W2-lina"}
    rani.redo()
    assert "b" in set(rani.sources()["source"])


def test_a_file_is_not_added_again_once_its_case_is_erased(study: Study, rani: Project) -> None:
    rani.erase("zul")
    (left_out,) = rani.add([study.folder / "files" / "W1-zul.txt"], options=AddOptions(name="W9")).files
    assert left_out.error
    assert re.search(r"W1-zul\.txt: this source was erased on \d{4}-\d\d-\d\d$", str(left_out.error))


def test_a_file_to_which_consent_is_withdrawn_says_how_it_comes_back(study: Study, rani: Project) -> None:
    rani.set_consent("zul", ConsentState.WITHDRAWN)
    (left_out,) = rani.add([study.folder / "files" / "W1-zul.txt"]).files
    assert "W1-zul.txt: it is there already as W1-zul, and consent to it is withdrawn" in str(left_out.error)
    assert "qualcode cases consent zul --give" in str(left_out.error)


def test_files_of_one_name_are_told_apart_and_the_remedy_can_be_pasted(study: Study, rani: Project) -> None:
    for folder in ("one", "two"):
        (study.folder / folder).mkdir()
        (study.folder / folder / "Rik Nicol.txt").write_text(LINA.replace("Lina", folder))
    _, second = rani.add([study.folder / folder for folder in ("one", "two")]).files
    path = study.folder / "two" / "Rik Nicol.txt"
    assert str(second.error).startswith(f"{path}: there is a source 'Rik Nicol' already")
    assert f"qualcode add '{path}' --as NAME" in str(second.error)


def test_a_batch_stops_where_the_project_cannot_be_written(study: Study, rani: Project) -> None:
    from tests.limits import no_file_above

    batch = [study.file(f"W{number}.txt", LINA.replace("Lina", str(number))) for number in range(3, 12)]
    with no_file_above(250_000):
        report = rani.add(batch)
    added = [file.source for file in report.files if file.status == "added"]
    assert added == [f"W{number}" for number in range(3, 3 + len(added))]
    assert report.stopped is report.files[-1]
    assert report.left == len(batch) - len(added) - 1 > 0
    assert set(added) < set(rani.sources()["source"])
    assert rani.add(batch).files[-1].status == "added"


FOUR = "A: Apa?\nB: Saya berdagang.\nA: Di mana?\nB: Di pasar.\n"


def profiled(project: Project, profile: str) -> Project:
    """The project, opened anew with a profile in its settings."""
    root = project.settings.root
    with (root / "qualcode.toml").open("a", encoding="utf-8") as file:
        file.write(f"[[profile]]\n{profile}\n")
    return Project.open(root, coder=project.coder.handle)


def test_a_profile_says_what_its_files_are(study: Study, rani: Project) -> None:
    study.file("pak-1.txt", FOUR)
    said = 'kind = "focus_group"\nlanguage = "en"\nroles = {A = "informant", X = "other"}'
    profile = f'files = "files/pak-*.txt"\n{said}'
    with profiled(rani, profile) as project:
        (made,) = project.add([study.file("pak-2.txt", FOUR)]).files
        assert (made.profile, made.kind, made.language) == ("files/pak-*.txt", "focus_group", "en")
        assert ("A", "informant", 2) in made.speakers
        assert source(project, "pak-2").kind is SourceKind.FOCUS_GROUP


def test_the_command_comes_before_the_profile(study: Study, rani: Project) -> None:
    profile = 'files = "*.txt"\nkind = "focus_group"\nroles = {A = "informant", B = "informant"}'
    options = AddOptions(kind=SourceKind.DOCUMENT, roles={"A": Role.INTERVIEWER})
    with profiled(rani, profile) as project:
        (made,) = project.add([study.file("W5.txt", FOUR)], options=options).files
    assert (made.kind, dict(each[:2] for each in made.speakers)) == (
        "document", {"A": "interviewer", "B": "informant"},
    )  # fmt: skip


def test_a_file_that_no_profile_fits_is_read_as_ever(study: Study, rani: Project) -> None:
    with profiled(rani, 'files = "waves/*.txt"\nkind = "document"') as project:
        (made,) = project.add([study.file("W5.txt", FOUR)]).files
    assert (made.profile, made.kind) == ("", "interview")


def test_a_look_ahead_has_all_turns_and_adds_nothing(study: Study, rani: Project) -> None:
    before = rani.log()
    (found,) = rani.add([study.file("W5.txt", FOUR)], preview=True).files
    assert found.status == "found"
    assert found.draft
    assert [turn.speaker for turn in found.draft.turns] == ["A", "B", "A", "B"]
    assert rani.log() == before


def test_doubts_are_told_turn_by_turn(study: Study, rani: Project) -> None:
    text = "A: Apa?\nB: Saya berdagang.\nA: Lalu?\nB: " + "kata " * 401 + "\nBu Lina: Maaf.\n"
    (found,) = rani.add([study.file("W5.txt", text)], preview=True).files
    assert [(each.turn, str(each.note)) for each in found.doubts if each.turn] == [
        (4, "the turn has 401 words"),
        (5, "Bu Lina speaks only here"),
    ]
    assert "roles were guessed by who asks: A, B, Bu Lina" in map(str, [each.note for each in found.doubts])


def test_roles_that_are_given_are_no_doubt(study: Study, rani: Project) -> None:
    roles = {"A": Role.INTERVIEWER, "B": Role.INFORMANT}
    (made,) = rani.add([study.file("W5.txt", FOUR)], options=AddOptions(roles=roles)).files
    assert made.doubts == ()
    assert made.reader == "text"
