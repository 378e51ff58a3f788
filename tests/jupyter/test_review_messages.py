"""What the widget asks and is told, over a comm as a kernel has it; and what the project then holds."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import comm
import pytest
from comm.base_comm import BaseComm

from qualcode.actions.editing import CodingChange
from qualcode.jupyter.widget.desk import ReviewDesk
from qualcode.jupyter.widget.subject import subject_of
from qualcode.jupyter.widget.view import ReviewWidget
from qualcode.model import Event
from qualcode.project import Project
from qualcode.workbench.schemas.codebook import CodebookOut
from qualcode.workbench.schemas.reader import ReaderOut
from qualcode.workbench.schemas.review import QueueItem
from tests.notation import utf16
from tests.study import LINA, Study

Told = dict[str, Any]
Ask = Callable[..., Any]


class Line(BaseComm):
    """A comm of which the other end is the test: what is sent there is kept."""

    def __init__(self, **options: Any) -> None:
        self.sent: list[Told] = []
        self.model = ""
        super().__init__(**options)

    def publish_msg(self, msg_type: str, data: Any = None, *rest: Any, **more: Any) -> None:
        if msg_type == "comm_open":
            self.model = data["state"]["_model_name"]
        elif msg_type == "comm_msg" and data["method"] == "custom":
            self.sent.append(data["content"])

    def ask(self, **what: object) -> Told:
        """Send what the front end sends, and return the answer."""
        content = {"comm_id": self.comm_id, "data": {"method": "custom", "content": what}}
        self.handle_msg({"content": content, "buffers": []})
        return self.sent[-1]


@pytest.fixture
def dewi(study: Study, rani: Project) -> Project:
    """A supervisor of the study that rani has coded."""
    rani.set_coder("dewi", role="supervisor")  # type: ignore[arg-type]  # a StrEnum's value
    return study.opened_by("dewi")


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Project], Line]:
    """A function that puts everything up for review and takes the front end's place."""
    opened: list[Line] = []

    def create(**options: Any) -> BaseComm:
        opened.append(Line(**options))
        return opened[-1]

    monkeypatch.setattr(comm, "create_comm", create)
    for name in ("widget.js", "widget.css"):
        (tmp_path / name).write_text("", encoding="utf-8")

    def line(project: Project, what: str = "", language: str = "en") -> Line:
        with project.view() as view:
            subject = subject_of(view, what, language=language)
        before = len(opened)
        ReviewWidget(ReviewDesk(project, subject, language=language), dist=tmp_path)
        return next(each for each in opened[before:] if each.model == "AnyModel")

    return line


Lines = Callable[..., Line]


def items(line: Line) -> dict[str, Told]:
    """What is put up, by code."""
    return {item["code"]: item for item in line.ask(do="open", id="1")["done"]["queue"]["items"]}


def seen(*found: Told) -> dict[str, int]:
    return {item["id"]: item["seq"] for item in found}


def said(project: Project) -> list[tuple[str, str, str, str]]:
    return [
        (each.code, each.reviewer, each.review.remark.value, each.review.text) for each in project.reviews()
    ]


def events(project: Project) -> list[Event]:
    return [event for event in project.log(limit=None) if event.action in ("review", "answer", "undo")]


def test_it_opens_with_others_codings_and_ones_own_only_where_something_was_said(
    rani: Project, dewi: Project, lines: Lines
) -> None:
    opened = lines(dewi, "stage").ask(do="open", id="a-1")
    assert opened["to"] == "a-1"
    told = opened["done"]
    assert (told["title"], told["reviewer"], told["language"]) == ("Stages", "dewi", "en")
    assert [item["code"] for item in told["queue"]["items"]] == ["awareness", "capacity"]
    assert items(lines(rani)) == {}
    dewi.review_coding("W1-zul.2 awareness", "query", "Sadar?")
    assert list(items(lines(rani))) == ["awareness"]


def test_what_is_told_has_the_forms_that_the_reader_and_the_lists_know(dewi: Project, lines: Lines) -> None:
    line = lines(dewi)
    told = line.ask(do="open", id="1")["done"]
    CodebookOut.model_validate(told["codebook"])
    for item in told["queue"]["items"]:
        QueueItem.model_validate(item)
    read = line.ask(do="read", id="2", source="W1-zul")["done"]
    assert ReaderOut.model_validate(read).suggestions == []


def test_places_are_where_a_browser_counts_them(dewi: Project, lines: Lines) -> None:
    line = lines(dewi)
    capital = items(line)["capital"]
    text = line.ask(do="read", id="2", source="W2-lina")["done"]["text"]
    assert "🙂" in LINA
    assert (capital["start"], capital["end"]) == utf16(text, "Modal dari bank")


def test_each_kind_of_remark_is_kept_under_the_reviewers_name(
    rani: Project, dewi: Project, lines: Lines
) -> None:
    line = lines(dewi)
    about = seen(items(line)["awareness"])
    for number, (remark, text, code) in enumerate(
        [("agree", "", ""), ("query", "Sadar, atau baru tahu?", ""), ("comment", "Bagus.", ""),
         ("propose", "", "capacity"), ("deviant", "Lain.", "")]
    ):  # fmt: skip
        done = line.ask(do="say", id=str(number), remark=remark, codings=about, text=text, code=code)
        assert done["to"] == str(number)
        assert not any("unseen" in item["stands"] for item in done["done"]["items"] if item["id"] in about)
    assert [each[1:] for each in said(rani)] == [
        ("dewi", "agree", ""), ("dewi", "query", "Sadar, atau baru tahu?"), ("dewi", "comment", "Bagus."),
        ("dewi", "propose", ""), ("dewi", "deviant", "Lain."),
    ]  # fmt: skip
    assert [each.proposed for each in rani.reviews()] == ["", "", "", "capacity", ""]


def test_one_thing_said_of_several_is_one_act_and_taken_back_as_one(dewi: Project, lines: Lines) -> None:
    line = lines(dewi)
    found = items(line)
    done = line.ask(do="say", id="1", remark="agree", codings=seen(*found.values()))["done"]
    assert len(said(dewi)) == 3
    assert [event.action for event in events(dewi)] == ["review"]
    back = done["back"]
    assert back["act"] == events(dewi)[0].seq
    line.ask(do="undo", id="2", act=back["act"])
    assert said(dewi) == []


def test_what_one_did_elsewhere_since_is_not_taken_back_unasked(dewi: Project, lines: Lines) -> None:
    line = lines(dewi)
    done = line.ask(do="say", id="1", remark="agree", codings=seen(items(line)["capital"]))["done"]
    dewi.memo("Bicarakan besok.")
    refused = line.ask(do="undo", id="2", act=done["back"]["act"])
    assert refused["fault"]["what"] == "you have done something else since"
    assert len(said(dewi)) == 1
    assert line.ask(do="look", id="3", since=0)["done"]["back"] is None


def test_a_coding_that_changed_meanwhile_is_told_and_nothing_is_said_of_it(
    rani: Project, dewi: Project, lines: Lines
) -> None:
    line = lines(dewi, language="id")
    found = items(line)
    rani.change_coding(found["capital"]["id"], CodingChange(code="motivation"))
    told = line.ask(do="say", id="1", remark="agree", codings=seen(found["capital"], found["awareness"]))
    assert told["fault"]["what"] == "rani mengubah pengodean ini sejak dibaca"
    assert told["fault"]["remedy"]
    assert said(rani) == []


def test_a_coder_answers_in_it_and_the_reviewer_sees_so(rani: Project, dewi: Project, lines: Lines) -> None:
    asking, answering = lines(dewi), lines(rani)
    about = seen(items(asking)["awareness"])
    before = asking.ask(do="say", id="1", remark="query", codings=about, text="Sadar?")["done"]["seq"]
    assert asking.ask(do="look", id="2", since=before)["done"] is None
    (coding,) = about
    answering.ask(do="answer", id="3", coding=coding, text="Ya.")
    news = asking.ask(do="look", id="4", since=before)["done"]
    assert [item["code"] for item in news["items"] if "waiting" in item["stands"]] == ["awareness"]
    assert said(dewi)[-1] == ("awareness", "rani", "comment", "Ya.")


@pytest.mark.parametrize(
    "what",
    [
        {}, {"do": "dance"}, {"do": "read"}, {"do": "read", "source": 4}, {"do": "look", "since": "now"},
        {"do": "say", "remark": "hate", "codings": {"x": 1}}, {"do": "say", "remark": "agree", "codings": {}},
        {"do": "open", "extra": 1}, {"do": "read", "source": "W9"}, {"do": "undo", "act": 1},
        {"do": "say", "remark": "query", "codings": {"x": 1}}, {"do": "answer", "coding": "x", "text": "Ya."},
        {"do": "say", "remark": "agree", "codings": {"nothing": 1}},
    ],
)  # fmt: skip
def test_whatever_cannot_be_done_is_answered_by_a_sentence(
    dewi: Project, lines: Lines, what: dict[str, object]
) -> None:
    before = events(dewi)
    told = lines(dewi).ask(id="7", **what)
    assert told["to"] == "7"
    assert told["fault"]["what"]
    assert events(dewi) == before


def test_a_fault_of_ours_is_answered_too(
    dewi: Project, lines: Lines, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    line = lines(dewi)
    monkeypatch.setattr(Project, "view", lambda self: 1 / 0)
    assert "nothing was changed" in line.ask(do="look", id="1", since=0)["fault"]["what"]
    assert "ZeroDivisionError" in caplog.text


def test_two_kernels_that_write_at_once_lose_nothing(study: Study, dewi: Project) -> None:
    def talk(coder: str) -> None:
        project = study.opened_by(coder)
        with project.view() as view:
            desk = ReviewDesk(project, subject_of(view, "", language="en"), language="en")
        queue = desk.answer({"do": "open", "id": "1"})["done"]["queue"]
        about = {item["id"]: item["seq"] for item in queue["items"]}
        for number in range(8):
            message = {"do": "say", "id": "2", "remark": "comment", "codings": about, "text": f"{number}"}
            assert "done" in desk.answer(message)

    dewi.set_coder("sri", role="supervisor")  # type: ignore[arg-type]  # a StrEnum's value
    threads = [Thread(target=talk, args=[coder]) for coder in ("dewi", "sri")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = said(dewi)
    assert {(who, text) for _, who, _, text in found} == {
        (who, str(number)) for who in ("dewi", "sri") for number in range(8)
    }
    assert len(found) == 2 * 8 * 3
    assert dewi.check() == []
