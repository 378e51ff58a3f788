from qualcode.project import Project


def test_a_line_has_whole_words_and_stays_within_its_turn(rani: Project) -> None:
    first, *_ = rani.find("modal", width=2)

    assert (first.source, first.turn, first.before, first.words) == ("W1-zul", 4, "", "Modal")
    assert first.after == " keluarga saja"


def test_interviewers_are_looked_through_where_they_are_asked_for(rani: Project) -> None:
    assert [line.turn for line in rani.find("modal", sources=["W1-zul"])] == [4, 4]
    assert [line.turn for line in rani.find("modal", sources=["W1-zul"], interviewer=True)] == [3, 4, 4]
