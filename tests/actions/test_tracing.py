from qualcode.model import CoderRole
from qualcode.project import Project


def test_a_history_tells_what_was_done_to_a_coding_and_said_of_it(rani: Project, bayu: Project) -> None:
    bayu.set_coder("bayu", role=CoderRole.SUPERVISOR)
    made = rani.code("W1-zul", "Modal keluarga", "capital")
    rani.code("W1-zul", "di rumah", "awareness")
    bayu.review_coding(made.id, "propose", "Bukan uang", code="awareness")
    rani.recode(made.id, "awareness")
    steps = rani.coding_history(made.id)
    assert [(step.event.actor, step.kind) for step in steps] == [
        ("rani", "coding"), ("bayu", "review"), ("rani", "coding"),
    ]  # fmt: skip
    assert steps[0].changed["words"] == (None, "Modal keluarga")
    assert steps[1].changed["text"] == (None, "Bukan uang")
    assert steps[2].changed == {"code": ("capital", "awareness")}


def test_what_can_be_taken_back_is_each_coders_own(rani: Project, bayu: Project) -> None:
    made = rani.code("W1-zul", "Modal keluarga", "capital")
    undo, redo = rani.next_back()
    assert undo is not None
    assert (undo.action, redo) == ("code", None)
    assert bayu.next_back() == (None, None)
    rani.undo()
    undo, redo = rani.next_back()
    assert undo is not None
    assert redo is not None
    assert (undo.action, redo.summary) == ("apply_codebook", f"code {made.reference} capital")
