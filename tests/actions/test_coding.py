import pytest

from qualcode.actions.coding import NewCode, Passage
from qualcode.errors import AlreadyThere, CodeNotFound, NotAllowed, RecordNotFound, UsageError
from qualcode.model import Coding, Condensation, Memo, Origin
from qualcode.project import Project
from tests.study import Study


def notes(project: Project) -> list[str]:
    with project.view() as view:
        memos, paraphrases = view.all(Memo), view.all(Condensation)
    return [each.text for each in memos] + [each.text for each in paraphrases]


def test_a_coding_knows_its_words_turn_and_reference(rani: Project) -> None:
    made = rani.code("W1-zul", "Modal keluarga", "capital")
    assert (made.reference, made.quote, made.turn, made.origin) == (
        "W1-zul.4", "Modal keluarga", 4, Origin.BY_HAND,
    )  # fmt: skip
    assert made.before.endswith("bagaimana?\nI: ")


def test_the_same_coding_twice_is_refused(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "awareness")
    with pytest.raises(AlreadyThere, match=r"W1-zul\.2.*awareness"):
        rani.code("W1-zul", "di rumah", "Penyadaran", memo="twice")
    assert len(rani.codings()) == 1
    assert notes(rani) == []


def test_several_codes_are_given_at_once_and_taken_back_at_once(rani: Project) -> None:
    words = Passage(source="W1-zul", quote="Modal keluarga")
    made = rani.code_with_all(words, ["capital", "Penyadaran", "capital"], new=NewCode(name="keluarga"))
    book = rani.codebook
    assert book
    assert [book.code(each.code_id).key for each in made] == ["capital", "awareness", "keluarga"]
    assert (rani.log()[0].action, rani.log()[0].summary) == ("code", "W1-zul.4 capital awareness keluarga")
    rani.undo()
    assert len(rani.codings()) == 0


def test_of_several_codes_those_already_there_stay(rani: Project) -> None:
    words = Passage(source="W1-zul", quote="Modal keluarga")
    first = rani.code("W1-zul", "Modal keluarga", "capital", memo="Satu")
    (made,) = rani.code_with_all(words, ["capital", "awareness"], memo="Dua")
    assert made.id != first.id
    assert sorted(notes(rani)) == ["Dua", "Satu"]
    with pytest.raises(AlreadyThere):
        rani.code_with_all(words, ["capital", "awareness"])
    with pytest.raises(UsageError, match="which codes"):
        rani.code_with_all(words, [])


def test_two_coders_may_code_the_same_words(rani: Project, bayu: Project) -> None:
    rani.code("W1-zul", "di rumah", "awareness")
    bayu.code("W1-zul", "di rumah", "awareness")
    assert len(bayu.codings()) == 1


def test_a_code_is_made_on_the_way_only_when_asked(rani: Project) -> None:
    with pytest.raises(CodeNotFound):
        rani.code("W1-zul", "di rumah", "ruang usaha")
    made = rani.code("W1-zul", "di rumah", "ruang usaha", new=True)
    book = rani.codebook
    assert book
    code = book.code(made.code_id)
    assert (code.key, book.framework(code.framework_id).key) == ("ruang_usaha", "inductive")
    assert made.codebook_version == book.version == code.created_in == 2


def test_a_new_code_goes_where_it_is_put(rani: Project) -> None:
    made = rani.code("W1-zul", "di rumah", "ruang usaha", new=True, parent="Modal")
    book = rani.codebook
    assert book
    assert book.path(book.code(made.code_id), "id") == "Modal > ruang usaha"


def test_a_code_that_is_there_is_not_made_anew(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "Penyadaran", new=True)
    rani.code("W1-zul", "Kami dibina", "Awareness", new=True)
    assert rani.codebook
    assert rani.codebook.version == 1


def test_in_vivo_names_the_code_by_the_words(study: Study, rani: Project) -> None:
    rani.add([study.file("W6.txt", "P: Kapan?\nI: Dulu saya\nikut saja.\n")])
    made = rani.code("W6", "saya ikut", in_vivo=True)
    book = rani.codebook
    assert book
    assert made.origin is Origin.IN_VIVO
    assert book.code(made.code_id).name.get("id") == "saya ikut"


def test_a_project_without_a_codebook_can_be_coded_in_vivo(study: Study) -> None:
    folder = study.folder.parent / "bare"
    with Project.create(folder, coder="rani") as bare:
        bare.add([study.folder / "files" / "W1-zul.txt"])
        made = bare.code("W1-zul", "di rumah", in_vivo=True)
        assert (made.codebook_version, len(bare.codings())) == (1, 1)
        assert bare.check() == []


def test_a_speaker_outside_an_interview_has_no_case(rani: Project) -> None:
    rani.code("O1-pelatihan", "memegang alat sendiri", "capacity")
    (row,) = rani.codings().to_dict("records")
    assert (row["case"], row["kind"]) == ("", "observation")


def test_uncoding_takes_the_notes_along_and_undo_brings_all_back(rani: Project) -> None:
    made = rani.code("W1-zul", "di rumah", "awareness", memo="di sini", condensation="belajar", negative=True)
    gone = rani.uncode("W1-zul.2 awareness")
    assert gone.id == made.id
    assert (len(rani.codings()), notes(rani)) == (0, [])
    rani.undo()
    assert notes(rani) == ["di sini", "belajar"]
    with rani.view() as view:
        assert view.all(Coding) == [made]


def test_a_coding_is_named_by_reference_by_reference_and_code_or_by_its_id(rani: Project) -> None:
    one = rani.code("W1-zul", "di rumah", "awareness")
    two = rani.code("W1-zul", "di rumah", "capacity")
    assert rani.uncode(one.id[:8]).id == one.id
    assert rani.uncode("W1-zul.2").id == two.id


def test_a_name_that_fits_several_codings_lists_them(rani: Project) -> None:
    one = rani.code("W1-zul", "di rumah", "awareness")
    rani.code("W1-zul", "Tidak ada pelatihan", "capacity")
    with pytest.raises(RecordNotFound) as refused:
        rani.uncode("W1-zul.2")
    assert "fits 2 codings" in str(refused.value)
    assert f"{one.id[:8]} (awareness: di rumah" in str(refused.value)


def test_a_reference_code_may_have_spaces(rani: Project) -> None:
    rani.set("reference_pattern", "{source} ({case}, {turn})")
    made = rani.code("W1-zul", "di rumah", "awareness")
    assert made.reference == "W1-zul (zul, 2)"
    assert rani.mark_negative("W1-zul (zul, 2) awareness").negative
    assert rani.uncode("W1-zul (zul, 2)").id == made.id


def test_the_coding_of_another_is_out_of_reach(rani: Project, bayu: Project) -> None:
    made = bayu.code("W1-zul", "di rumah", "awareness")
    with pytest.raises(RecordNotFound, match="you have no coding"):
        rani.uncode("W1-zul.2 awareness")
    bayu.release("bayu")
    with pytest.raises((RecordNotFound, NotAllowed)):
        rani.uncode(made.id)


def test_reference_codes_issued_before_stay(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "awareness")
    rani.set("reference_pattern", "{case}.J{answer:02}")
    rani.set_source("W1-zul", rename="W1-pelat")
    rani.code("W1-pelat", "Modal keluarga", "capital")
    assert list(rani.codings()["reference"]) == ["W1-zul.2", "zul.J02"]


def test_an_unknown_code_or_an_empty_stretch_leaves_no_event(rani: Project) -> None:
    before = rani.log()
    with pytest.raises(CodeNotFound):
        rani.code("W1-zul", "di rumah", "nothing")
    with pytest.raises(UsageError):
        rani.code("W1-zul", "", "awareness", at=(5, 5))
    assert rani.log() == before
