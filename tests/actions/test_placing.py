from pathlib import Path

import pytest

from qualcode import Project
from qualcode.actions.alignment import Alignment
from qualcode.actions.candidates import candidates
from qualcode.errors import UsageError
from qualcode.model import Coding, Span

OLD = """\
P: Bagaimana awalnya, Pak?
I: Saya mulai pelan-pelan sekali.
P: Pernah ikut pelatihan?
I: Pernah, cetak gratis tiga hari di dekat kantor.
"""
NEW = OLD.replace("Saya mulai pelan-pelan sekali.", "Mulanya kuusahakan perlahan saja.")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "W1.txt").write_text(OLD, encoding="utf-8")
    project = Project.create(tmp_path / "study", coder="rani")
    project.add([tmp_path / "W1.txt"])
    project.code("W1", "mulai pelan-pelan", "awareness", new=True)
    project.code("W1", "cetak gratis", "capacity", new=True)
    revise(project, NEW)
    return project


def revise(project: Project, text: str) -> None:
    path = project.settings.root / "corrected.txt"
    path.write_text(text, encoding="utf-8")
    project.revise("W1", path)


def test_the_likeliest_place_of_corrected_words_comes_first() -> None:
    alignment = Alignment(OLD, NEW)
    at = OLD.index("mulai pelan-pelan")
    best = candidates(alignment, Span(at, at + 17))[0]
    assert best.span.of(NEW) == "Mulanya kuusahakan perlahan"


def test_words_that_are_nowhere_have_no_candidate() -> None:
    assert candidates(Alignment("saya", "12 34"), Span(0, 4)) == []


def test_the_same_words_elsewhere_are_offered_with_their_full_likeness() -> None:
    alignment = Alignment(
        "P: Apa?\nI: Saya jual kue.", "P: Apa itu usaha?\nI: Tidak.\nP: Lalu?\nI: Ya, saya jual kue."
    )
    best = candidates(alignment, Span(11, 24))[0]
    assert (best.span.of(alignment.new.text), best.likeness) == ("saya jual kue", 1.0)


def test_an_unplaced_coding_is_shown_with_what_was_around_it(project: Project) -> None:
    (lost,) = project.unplaced()
    assert (lost.coding.quote, lost.before, lost.after) == ("mulai pelan-pelan", "Saya ", " sekali.")
    assert lost.candidates


def test_what_was_around_it_is_known_after_further_corrections(project: Project) -> None:
    revise(project, NEW.replace("dekat kantor", "dekat kantor dinas"))
    (lost,) = project.unplaced(["W1"])
    assert (lost.before, lost.after) == ("Saya ", " sekali.")


def test_words_of_the_new_text_are_given_a_place_by_name(project: Project) -> None:
    placed = project.place_words("W1.2", quote="kuusahakan perlahan")
    assert (placed.quote, placed.reference, placed.turn) == ("kuusahakan perlahan", "W1.2", 2)
    assert project.unplaced() == []
    assert project.check() == []
    project.undo()
    assert len(project.unplaced()) == 1


def test_a_coding_that_has_a_place_keeps_it(project: Project) -> None:
    with pytest.raises(UsageError, match="it has a place"):
        project.place_words("W1.4", quote="tiga hari")


def test_others_have_their_own_to_place(project: Project) -> None:
    with Project.open(project.settings.root, coder="bayu") as other:
        assert other.unplaced() == []
    with project.view() as view:
        assert view.count(Coding) == 2
