from pathlib import Path

from docx import Document

from qualcode import Project
from qualcode.model import Memo, MemoOn, Span


def test_comments_in_a_word_file_become_memos_on_their_words(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("P: Bagaimana awalnya?")
    answer = document.add_paragraph("I: ")
    words = answer.add_run("belajar sendiri")
    answer.add_run(" di rumah.")
    document.add_comment(words, text="bagus untuk bab empat", author="Bu Dewi")
    document.save(str(tmp_path / "W1.docx"))
    with Project.create(tmp_path / "study", coder="rani") as project:
        report = project.add([tmp_path / "W1.docx"])
        assert report.refused == []
        with project.view() as view:
            (memo,) = view.all(Memo, about=MemoOn.SPAN)
            assert memo.target_id is not None
            assert Span(memo.start or 0, memo.end or 0).of(view.text(memo.target_id)) == "belajar sendiri"
        assert memo.text == "Bu Dewi: bagus untuk bab empat"
        project.undo()
        assert project.named_memos() == []
