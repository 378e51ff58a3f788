import pytest

from qualcode.errors import NotAllowed, UsageError
from qualcode.model import CoderRole, Reading
from qualcode.project import Project
from tests.study import Study


def test_whoever_acts_joins(study: Study, rani: Project, bayu: Project) -> None:
    assert [coder.handle for coder in rani.coders()] == ["rani"]
    bayu.mark_read("W1-zul")
    assert [(coder.handle, coder.released) for coder in rani.coders()] == [("bayu", False), ("rani", False)]


def test_who_only_looks_does_not(rani: Project, bayu: Project) -> None:
    bayu.codings()
    bayu.pending()
    assert [coder.handle for coder in rani.coders()] == ["rani"]


def test_a_second_coder_is_blind_until_the_first_releases(rani: Project, bayu: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital", memo="lihat")
    bayu.mark_read("W1-zul")
    assert (bayu.codings().empty, bayu.named_memos()) == (True, [])
    rani.release("rani")
    assert (len(bayu.codings()), len(bayu.named_memos())) == (1, 1)
    rani.release("rani", released=False)
    assert bayu.codings().empty


def test_nobody_releases_anothers_work_but_a_supervisor(rani: Project, bayu: Project, study: Study) -> None:
    bayu.mark_read("W1-zul")
    with pytest.raises(NotAllowed):
        rani.release("bayu")
    dewi = study.opened_by("bu_dewi")
    dewi.set_coder("bu_dewi", role=CoderRole.SUPERVISOR)
    dewi.release("bayu")
    with rani.view() as view:
        assert view.count(Reading) == 1


def test_a_handle_is_one_word(rani: Project) -> None:
    with pytest.raises(UsageError, match="one word"):
        rani.set_coder("Bu Dewi")


def test_a_role_that_there_is_not_is_answered_with_those_there_are(rani: Project) -> None:
    with pytest.raises(UsageError, match=r"boss is none of the values of role.*supervisor"):
        rani.set_coder("dewi", role="boss")  # type: ignore[arg-type]  # what a user may type
