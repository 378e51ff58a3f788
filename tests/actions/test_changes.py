from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualcode.actions.exporting import NothingToShow
from qualcode.actions.periods import since_when
from qualcode.errors import UsageError
from qualcode.exports.changes import Changes, Kind
from qualcode.model import CoderRole, ConsentState
from qualcode.project import Project
from tests.study import Study

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def told(found: Changes) -> list[tuple[str, str, str, str]]:
    return [(each.kind.value, each.reference, each.was, each.code) for each in found.codings]


def test_what_was_coded_is_told_in_reading_order_with_its_words(rani: Project) -> None:
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    rani.code("W1-zul", "belajar sendiri di rumah", "motivation")
    found = rani.changes(LONG_AGO)
    assert [(each.reference, each.code, each.quotation) for each in found.codings] == [
        ("W1-zul.2", "Penyadaran > Motivasi", "belajar sendiri di rumah"),
        ("W1-zul.4", "Modal", "Modal keluarga saja"),
        ("W2-lina.4", "Modal", "Modal dari bank"),
    ]


def test_another_code_is_one_change_however_it_came_about(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    before = datetime.now(UTC) + timedelta(seconds=1)
    _wait_until(before)
    rani.recode("W1-zul.4", "capacity")
    rani.uncode("W1-zul.2")
    rani.code("W1-zul", "belajar sendiri di rumah", "motivation")
    assert told(rani.changes(before)) == [
        ("recoded", "W1-zul.2", "Penyadaran", "Penyadaran > Motivasi"),
        ("recoded", "W1-zul.4", "Modal", "Pengkapasitasan"),
    ]


def _wait_until(moment: datetime) -> None:
    import time

    while datetime.now(UTC) < moment:
        time.sleep(0.05)


def test_what_was_taken_back_is_no_news(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    rani.undo()
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.uncode("W1-zul.2")
    assert rani.changes(LONG_AGO).codings == ()


def test_what_was_coded_before_and_uncoded_since_is_told_with_its_words(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    before = datetime.now(UTC) + timedelta(seconds=1)
    _wait_until(before)
    rani.uncode("W1-zul.4")
    (only,) = rani.changes(before).codings
    assert (only.kind, only.quotation, only.code) == (Kind.UNCODED, "Modal keluarga saja", "Modal")


def test_questions_are_open_until_they_are_answered(rani: Project, study: Study) -> None:
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    rani.set_coder("dewi", role=CoderRole.SUPERVISOR)
    dewi = study.opened_by("dewi")
    dewi.review_coding("W1-zul.4", "query", "Dari siapa?")
    assert [each.text for each in rani.changes(LONG_AGO).questions] == ["Dari siapa?"]
    rani.answer("W1-zul.4", "Dari ayahnya.")
    found = rani.changes(LONG_AGO)
    assert found.questions == ()
    assert [(each.by, each.remark, each.text) for each in found.remarks] == [
        ("dewi", "tanya", "Dari siapa?"), ("rani", "jawaban", "Dari ayahnya."),
    ]  # fmt: skip


def test_readings_codes_themes_and_memos_are_told_too(rani: Project) -> None:
    rani.mark_read("W1-zul")
    rani.rename_code("capital", name="Permodalan", language="id")
    rani.theme("Sadar", "Orang mulai dari diri sendiri.")
    rani.memo("Perlu wawancara kedua")
    steps = {(each.about, each.name, each.what) for each in rani.changes(LONG_AGO, language="en").steps}
    assert {
        ("Sources", "W1-zul", "added"),
        ("Coded through", "W1-zul", "yes"),
        ("Themes", "Sadar", "added"),
        ("Memos", "project", "written"),
    } <= steps


def test_only_one_coders_work_where_one_is_named(rani: Project, bayu: Project) -> None:
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    bayu.code("W2-lina", "Modal dari bank", "capital")
    bayu.release("bayu")
    assert len(rani.changes(LONG_AGO).codings) == 2
    assert [each.coder for each in rani.changes(LONG_AGO, coder="bayu").codings] == ["bayu"]


def test_a_coder_who_is_not_released_stays_out_of_sight(rani: Project, bayu: Project) -> None:
    bayu.code("W2-lina", "Modal dari bank", "capital")
    assert rani.changes(LONG_AGO).codings == ()


def test_sources_of_who_withdrew_are_no_news(rani: Project) -> None:
    rani.mark_read("W1-zul")
    rani.mark_read("W2-lina")
    rani.set_consent("zul", ConsentState.WITHDRAWN)
    about = [each.name for each in rani.changes(LONG_AGO).steps]
    assert "W2-lina" in about
    assert not {"W1-zul", "?"} & set(about)


def test_a_document_holds_the_quotations_that_may_be_quoted(rani: Project, tmp_path: Path) -> None:
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.set_consent("Bu Lina", ConsentState.GIVEN, scope="counted")
    rani.changes(LONG_AGO, tmp_path / "a.md", language="id")
    text = (tmp_path / "a.md").read_text()
    assert "# Perubahan sejak 1 Januari 2000" in text
    assert "Modal keluarga saja" in text
    assert "Modal dari bank" not in text
    rani.changes(LONG_AGO, tmp_path / "b.docx")
    rani.changes(LONG_AGO, tmp_path / "c.docx")
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "c.docx").read_bytes()


def test_imported_codings_are_counted_and_only_the_first_few_listed(
    rani: Project, study: Study, tmp_path: Path
) -> None:
    words = ["belajar sendiri di rumah", "Tidak ada pelatihan", "Modal keluarga saja", "Kami dibina"]
    rows = "".join(f"W1-zul,awareness,{each}\n" for each in words)
    rani.import_codings(study.file("codings.csv", f"source,code,quote\n{rows}"))
    rani.changes(LONG_AGO, tmp_path / "a.md", language="en")
    text = (tmp_path / "a.md").read_text()
    assert [each in text for each in words] == [True, True, True, False]
    assert "Not listed, since they were imported: 1." in text
    assert "Coded: 4." in text


def test_nothing_done_writes_nothing(rani: Project, tmp_path: Path) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert not rani.changes(tomorrow)
    with pytest.raises(NothingToShow):
        rani.changes(tomorrow, tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("text", "day"),
    [("7d", "03-05"), ("2w", "02-27"), ("2 minggu", "02-27"), ("last-week", "03-05"),
     ("minggu lalu", "03-05"), ("yesterday", "03-11"), ("2024-03-01", "03-01"),
     ("1 Maret 2024", "03-01"), ("today", "03-12")],
)  # fmt: skip
def test_a_period_begins_at_midnight_where_the_user_is(text: str, day: str) -> None:
    noon = datetime(2024, 3, 12, 12, tzinfo=UTC)
    assert since_when(text, now=noon).isoformat() == f"2024-{day}T00:00:00+00:00"


def test_what_is_no_time_is_refused(rani: Project) -> None:
    with pytest.raises(UsageError, match="is no time"):
        rani.changes("sejak kapan-kapan")
