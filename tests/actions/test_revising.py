from pathlib import Path

import pytest

from qualcode import Project
from qualcode.actions.batches import AddOptions
from qualcode.actions.carrying import Fate
from qualcode.actions.noting import Subject
from qualcode.actions.revising import RevisionReport, revise
from qualcode.actions.texts import text_of
from qualcode.errors import AlreadyThere
from qualcode.model import Coding, Decision, Memo, MemoOn, Source, Span
from tests.study import unread

OLD = """\
P: Bagaimana awalnya, Pak?
I: Saya belajar sendiri di rumah, dari kawan.
P: Pernah ikut pelatihan dari dinas?
I: Pernah, pelatihan cetak gratis tiga hari dekat kantor gubernur.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "W1.txt").write_text(OLD, encoding="utf-8")
    project = Project.create(tmp_path / "study", coder="rani")
    project.add([tmp_path / "W1.txt"])
    project.code("W1", "belajar sendiri", "awareness", new=True, memo="mulai sadar")
    project.code("W1", "pelatihan cetak gratis", "capacity", new=True)
    project.mark_read("W1")
    return project


def revised(project: Project, text: str, *, preview: bool = False) -> RevisionReport:
    path = project.settings.root / "W1-corrected.txt"
    path.write_text(text, encoding="utf-8")
    return revise(project.store, project.coder, "W1", path, preview=preview)


def quotes(project: Project) -> dict[str, tuple[str, str]]:
    frame = project.codings()
    rows = zip(frame["code"], frame["reference"], frame["quotation"], strict=True)
    return {code: (reference, quotation) for code, reference, quotation in rows}


def test_codings_end_on_their_words_and_keep_their_reference_codes(project: Project) -> None:
    report = revised(project, OLD.replace("P: Pernah", "I: Lalu buka toko.\nP: Pernah"))
    assert [each.fate for each in report.codings] == [Fate.SAME, Fate.MOVED]
    assert quotes(project) == {
        "awareness": ("W1.2", "belajar sendiri"),
        "capacity": ("W1.4", "pelatihan cetak gratis"),
    }
    assert project.check() == []


def test_corrected_words_are_reported_as_changed(project: Project) -> None:
    report = revised(project, OLD.replace("cetak gratis", "percetakan gratis"))
    assert [(each.fate, each.now) for each in report.codings][1] == (
        Fate.CHANGED,
        "pelatihan percetakan gratis",
    )


def test_what_is_gone_is_unplaced_and_not_lost(project: Project) -> None:
    report = revised(project, OLD.replace("I: Saya belajar sendiri di rumah, dari kawan.\n", ""))
    assert report.count(Fate.UNPLACED) == 1
    with project.view() as view:
        (lost,) = view.all(Coding, start=None)
        assert (lost.quote, lost.reference) == ("belajar sendiri", "W1.2")
    assert project.check() == []


def test_a_preview_changes_nothing(project: Project) -> None:
    before = project.log()
    report = revised(project, OLD.replace("awalnya", "mulanya"), preview=True)
    assert report.number == 2
    assert project.log() == before


def test_a_revision_is_undone_whole(project: Project) -> None:
    before = project.codings()
    with project.view() as view:
        source = project.sources()["source"].iloc[0]
        original = view.original(view.all(Coding)[0].source_id)
    revised(project, OLD.replace("I: Saya belajar sendiri di rumah, dari kawan.\n", ""))
    project.undo()
    assert project.codings().equals(before)
    with project.view() as view:
        assert view.original(view.all(Coding)[0].source_id) == original
    assert source == "W1"
    assert project.check() == []


def test_the_same_text_is_no_revision(project: Project) -> None:
    with pytest.raises(AlreadyThere):
        revised(project, OLD)


def test_what_was_read_stays_read_but_for_turns_that_are_new(project: Project) -> None:
    revised(project, OLD.replace("belajar sendiri", "belajar sendirian"))
    assert unread(project, "W1") == []
    report = revised(project, OLD + "P: Setelah itu?\nI: Jualan keliling pasar sampai sore.\n")
    assert report.unread == 1
    assert unread(project, "W1")


def test_memos_on_passages_go_along(project: Project) -> None:
    from qualcode.actions.coding import Passage

    project.memo("penting", Subject(passage=Passage(source="W1", quote="tiga hari")))
    revised(project, "P: Halo.\n" + OLD)
    with project.view() as view:
        (memo,) = view.all(Memo, about=MemoOn.SPAN)
        assert memo.target_id is not None
        assert Span(memo.start or 0, memo.end or 0).of(view.text(memo.target_id)) == "tiga hari"


def test_decisions_go_along_so_that_nothing_is_asked_twice(project: Project, tmp_path: Path) -> None:
    book = tmp_path / "book.yaml"
    book.write_text("codebook: b\ncodes:\n- {id: shop, name: Toko, keywords: [gubernur]}\n", encoding="utf-8")
    project.apply_codebook(book)
    project.mark_read("W1")
    project.suggest()
    (waiting,) = project.pending()
    project.decide(waiting.id, "reject")
    revised(project, "P: Halo.\n" + OLD)
    project.suggest()
    assert project.pending() == []
    with project.view() as view:
        assert len(view.all(Decision)) == 1


def test_codings_of_a_coder_who_is_not_released_go_along_unseen(project: Project) -> None:
    with Project.open(project.settings.root, coder="bayu") as other:
        other.code("W1", "tiga hari", "capacity")
    report = revised(project, "P: Halo.\n" + OLD)
    assert len(report.codings) == 2
    assert report.others[Fate.MOVED] == 1


EAF = """<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="0"/></TIME_ORDER>
<TIER TIER_ID="Zul"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="a">
<ANNOTATION_VALUE>Dulu sekali.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="Catatan"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="a">
<ANNOTATION_VALUE>batuk</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>
"""


def test_tiers_once_chosen_are_chosen_again(project: Project) -> None:
    path = project.settings.root / "E1.eaf"
    path.write_text(EAF, encoding="utf-8")
    project.add([path], options=AddOptions(tiers=("Zul",)))
    path.write_text(EAF.replace("Dulu sekali", "Dulu, sekali"), encoding="utf-8")
    assert project.revise("E1", path).number == 2
    with project.view() as view:
        (source,) = view.all(Source, name="E1")
        assert text_of(view, source).text.endswith("Zul: Dulu, sekali.")
