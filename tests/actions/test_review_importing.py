from pathlib import Path

import pytest

from qualcode.actions.review_importing import Outcome, ReviewImport
from qualcode.errors import FileProblem, UsageError
from qualcode.model import CoderRole, Coding, Memo, MemoOn, Review
from qualcode.project import Project
from tests import study as studies
from tests.returned_files import Returned
from tests.study import Study


@pytest.fixture
def coded(rani: Project) -> Project:
    """A study in which rani has coded three passages of an interview."""
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness", memo="mulai")
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    rani.code("W1-zul", "ikut pelatihan tiga hari", "capacity")
    return rani


@pytest.fixture
def sent(coded: Project, tmp_path: Path) -> Returned:
    """The transcript as the supervisor got it."""
    coded.transcript("W1-zul", tmp_path / "sent.docx", comments=True)
    return Returned(tmp_path / "sent.docx")


def taken(project: Project, returned: Returned, *, reviewer: str = "bu_dewi") -> ReviewImport:
    return project.import_review(returned.saved(), reviewer=reviewer)


def said(project: Project) -> list[tuple[str, str, str, str]]:
    found = project.reviews()
    return [(each.reviewer, each.code, each.review.remark.value, each.review.text) for each in found]


def test_nothing_is_taken_in_of_a_file_that_comes_back_as_it_went(coded: Project, sent: Returned) -> None:
    assert taken(coded, sent).taken == ()
    assert coded.log(limit=1)[0].action == "code"


def test_a_reply_is_a_review_of_the_coding(coded: Project, sent: Returned) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Apakah ini sudah sadar?")
    (only,) = taken(coded, sent).taken
    assert (only.outcome, only.codings, only.nearest) == (Outcome.REVIEW, ("W1-zul.2 awareness",), False)
    assert said(coded) == [("bu_dewi", "awareness", "query", "Apakah ini sudah sadar?")]
    assert coded.reviews(open_only=True)[0].review.at == "2024-05-02T11:00:00Z"


@pytest.mark.parametrize(
    ("text", "remark", "proposed"),
    [
        ("Setuju, bagus.", "agree", ""),
        ("Agreed", "agree", ""),
        ("tanya: kapan ini", "query", ""),
        ("Usul: Pengkapasitasan", "propose", "capacity"),
        ("propose capacity building, since they learn", "propose", "capacity"),
        ("usul capital", "propose", "capital"),
        ("usul kode baru: rasa takut", "propose", ""),
        ("Kasus negatif", "deviant", ""),
        ("Tidak setuju", "query", ""),
        ("Belum tepat menurut saya.", "query", ""),
        ("I'm not sure", "query", ""),
        ('usul: kode "Pengkapasitasan".', "propose", "capacity"),
        ("Usul kode Capacity Building", "propose", "capacity"),
        ("Usul: “MODAL”.", "propose", "capital"),
    ],
)
def test_the_first_word_says_what_it_is(
    coded: Project, sent: Returned, text: str, remark: str, proposed: str
) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), text)
    (only,) = taken(coded, sent).taken
    assert (only.remark, only.proposed) == (remark, proposed)
    assert said(coded) == [("bu_dewi", "awareness", remark, text)]


def test_a_comment_on_coded_words_is_a_review_of_the_nearest_coding(coded: Project, sent: Returned) -> None:
    sent.comment_on("pelatihan tiga", "Berapa hari?")
    (only,) = taken(coded, sent).taken
    assert (only.codings, only.nearest) == (("W1-zul.6 capacity",), True)


def test_a_comment_on_other_words_is_a_memo_on_them(coded: Project, sent: Returned) -> None:
    sent.comment_on("Tidak ada pelatihan dari kantor", "Ini belum dikodekan")
    (only,) = taken(coded, sent).taken
    assert only.outcome is Outcome.MEMO
    with coded.view() as view:
        (memo,) = view.all(Memo, about=MemoOn.SPAN)
        words = view.text(memo.target_id or "")[memo.start : memo.end]
    assert (words, memo.text) == ("Tidak ada pelatihan dari kantor", "Bu Dewi: Ini belum dikodekan")


def test_a_negative_case_beside_a_coding_is_about_the_nearest_one_of_the_turn(
    coded: Project, sent: Returned
) -> None:
    sent.comment_on("Tidak ada pelatihan dari kantor", "Kasus negatif")
    sent.comment_on("Soal modal bagaimana", "Kasus negatif")
    near, far = taken(coded, sent).taken
    assert (near.codings, near.nearest) == (("W1-zul.2 awareness",), True)
    assert far.outcome is Outcome.MEMO


def test_a_question_on_words_that_are_not_coded_is_open_until_they_are(
    coded: Project, sent: Returned
) -> None:
    sent.comment_on("Tidak ada pelatihan dari kantor", "Kenapa ini belum?")
    sent.comment_on("juga sendiri", "Bagus.")
    taken(coded, sent)
    ((words, remark),) = [(each.words, each.remark.value) for each in coded.asked_words()]
    assert (words, remark) == ("Tidak ada pelatihan dari kantor", "query")
    coded.code("W1-zul", "pelatihan dari kantor", "capacity")
    assert coded.asked_words() == []


def test_a_general_agreement_leaves_a_question_open_and_a_reply_settles_it(
    coded: Project, sent: Returned
) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Sudah sadar?")
    sent.comment_on("belajar sendiri di rumah", "Setuju", at="2024-05-03T08:00:00Z")
    taken(coded, sent)
    assert [each.review.text for each in coded.reviews(open_only=True)] == ["Sudah sadar?"]
    sent.reply_to(sent.number_of("W1-zul.2"), "setuju", at="2024-05-04T08:00:00Z")
    taken(coded, sent)
    assert coded.reviews(open_only=True) == []


def test_a_reply_is_told_with_the_words_that_it_is_about(coded: Project, sent: Returned) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Sudah sadar?")
    (only,) = taken(coded, sent).taken
    assert only.words == "belajar sendiri di rumah"


def test_words_are_found_again_when_the_text_around_them_was_touched(coded: Project, sent: Returned) -> None:
    sent.comment_on("Tidak ada pelatihan dari kantor", "Ini belum dikodekan")
    sent.replace("Awalnya saya", "Mula-mula, waktu itu, kata Pak Zul, saya")
    sent.replace("dari kantor", "dari kantor dinas")
    taken(coded, sent)
    with coded.view() as view:
        (memo,) = view.all(Memo, about=MemoOn.SPAN)
        words = view.text(memo.target_id or "")[memo.start : memo.end]
    assert words.startswith("Tidak ada pelatihan dari kantor")


def test_words_that_are_not_in_the_text_are_kept_on_the_source(coded: Project, sent: Returned) -> None:
    sent.replace("Bagaimana awalnya, Pak Zul?", "Coba ceritakan sejak mula.")
    sent.comment_on("Coba ceritakan sejak mula", "Pertanyaan yang baik")
    (only,) = taken(coded, sent).taken
    assert only.outcome is Outcome.UNPLACED
    with coded.view() as view:
        (memo,) = view.all(Memo, about=MemoOn.SOURCE)
    assert memo.text == "Bu Dewi: Pertanyaan yang baik [“Coba ceritakan sejak mula”]"


def test_the_same_file_twice_adds_nothing(coded: Project, sent: Returned) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Setuju")
    sent.comment_on("Tidak ada pelatihan", "Lihat ini")
    first = taken(coded, sent)
    again = taken(coded, sent)
    assert [each.outcome for each in first.taken] == [Outcome.REVIEW, Outcome.MEMO]
    assert {each.outcome for each in again.taken} == {Outcome.ALREADY}
    with coded.view() as view:
        assert (view.count(Review), view.count(Memo, about=MemoOn.SPAN)) == (1, 1)


def test_it_is_one_action_that_can_be_undone_and_done_again(coded: Project, sent: Returned) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Setuju")
    sent.comment_on("Tidak ada pelatihan", "Lihat ini")
    taken(coded, sent)
    coded.undo()
    with coded.view() as view:
        assert (view.count(Review), view.count(Memo, about=MemoOn.SPAN)) == (0, 0)
    assert [each.outcome for each in taken(coded, sent).taken] == [Outcome.REVIEW, Outcome.MEMO]


def test_a_preview_changes_nothing(coded: Project, sent: Returned) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Setuju")
    report = coded.import_review(sent.saved(), reviewer="bu_dewi", preview=True)
    assert report.count(Outcome.REVIEW) == 1
    assert coded.reviews() == []
    assert [coder.handle for coder in coded.coders()] == ["rani"]


def test_a_reviewer_is_made_the_supervisor_where_there_is_none(coded: Project, sent: Returned) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Setuju")
    taken(coded, sent)
    sent.reply_to(sent.number_of("W1-zul.4"), "Setuju", author="Penguji")
    taken(coded, sent, reviewer="penguji")
    roles = {coder.handle: coder.role for coder in coded.coders()}
    assert (roles["bu_dewi"], roles["penguji"]) == (CoderRole.SUPERVISOR, CoderRole.CODER)


def test_a_thread_keeps_its_speakers_apart(coded: Project, sent: Returned) -> None:
    first = sent.reply_to(sent.number_of("W1-zul.2"), "Sudah sadar?")
    sent.reply_to(first, "Belum, Bu.", author="rani", at="2024-05-03T08:00:00Z")
    taken(coded, sent)
    assert said(coded) == [
        ("bu_dewi", "awareness", "query", "Sudah sadar?"),
        ("rani", "awareness", "comment", "Belum, Bu."),
    ]
    assert coded.reviews(open_only=True) == []


def test_a_reply_to_the_supervisors_own_comment_is_about_the_same(coded: Project, sent: Returned) -> None:
    first = sent.comment_on("pelatihan tiga", "Berapa hari?")
    sent.reply_to(first, "Tiga, Bu.", author="rani", at="2024-05-03T08:00:00Z")
    taken(coded, sent)
    assert [each[:3] for each in said(coded)] == [
        ("bu_dewi", "capacity", "query"), ("rani", "capacity", "comment"),
    ]  # fmt: skip


def test_what_is_written_into_a_comment_of_ours_is_the_reviewers(coded: Project, sent: Returned) -> None:
    sent.write_below(sent.number_of("W1-zul.2"), "Setuju!")
    taken(coded, sent)
    assert said(coded) == [("bu_dewi", "awareness", "agree", "Setuju!")]


def test_a_reply_that_quotes_the_comment_is_known_without_a_thread(coded: Project, sent: Returned) -> None:
    with coded.view() as view:
        token = next(each.id[:8] for each in view.all(Coding) if each.quote.startswith("ikut"))
    quoted = f'Balasan ke rani (05/02/2024, 10:00): "Pengkapasitasan\nW1-zul.6 · #{token}"\nsetuju'
    sent.comment_on("Soal modal", quoted)
    taken(coded, sent)
    assert said(coded) == [("bu_dewi", "capacity", "agree", "setuju")]


def test_remarks_nobody_signed_for_have_to_be_somebodys(coded: Project, sent: Returned) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Setuju")
    with pytest.raises(UsageError, match="signed 'Bu Dewi'"):
        coded.import_review(sent.saved())
    coded.set_coder("bu_dewi")
    assert coded.import_review(sent.saved()).count(Outcome.REVIEW) == 1


def test_who_works_in_the_project_speaks_for_themselves(
    coded: Project, sent: Returned, bayu: Project
) -> None:
    bayu.code("W2-lina", "Modal dari bank", "capital")
    sent.reply_to(sent.number_of("W1-zul.2"), "Setuju", author="bayu")
    (only,) = taken(coded, sent).taken
    assert only.outcome is Outcome.LEFT_OUT
    assert "works in this project" in str(only.why)


def test_resolved_comments_are_counted(coded: Project, sent: Returned) -> None:
    sent.resolve(sent.number_of("W1-zul.2"))
    assert taken(coded, sent).resolved == 1


def test_tracked_changes_are_read_as_accepted_and_it_says_so(coded: Project, sent: Returned) -> None:
    sent.delete_tracked("Modal keluarga saja")
    sent.comment_on("modal juga sendiri", "Perlu kode")
    report = taken(coded, sent)
    assert [str(note) for note in report.notes] == ["tracked changes were read as accepted"]
    assert [each.outcome for each in report.taken] == [Outcome.MEMO]


def test_a_file_of_another_project_is_refused(sent: Returned, tmp_path: Path) -> None:
    sent.reply_to(sent.number_of("W1-zul.2"), "Setuju")
    other = Project.create(tmp_path / "other", coder="rani")
    with other, pytest.raises(FileProblem, match="of another project"):
        other.import_review(sent.saved(), reviewer="bu_dewi")


def test_a_transcript_of_the_same_file_elsewhere_is_known_by_its_words(
    sent: Returned, tmp_path: Path
) -> None:
    sent.comment_on("Tidak ada pelatihan", "Lihat ini")
    made = studies.make(tmp_path / "second")
    with Project.open(made.folder, coder="rani") as project:
        report = project.import_review(sent.saved(), reviewer="bu_dewi")
    assert (report.source, report.count(Outcome.MEMO)) == ("W1-zul", 1)


def test_what_is_no_word_file_is_refused(coded: Project, study: Study, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("Setuju")
    with pytest.raises(FileProblem, match="no Word file"):
        coded.import_review(tmp_path / "a.docx")
    coded.transcript("W2-lina", tmp_path / "plain.docx")
    with pytest.raises(FileProblem, match="nobody commented"):
        coded.import_review(tmp_path / "plain.docx")
    with pytest.raises(FileProblem):
        coded.import_review(tmp_path / "missing.docx")
