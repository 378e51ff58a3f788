import pytest

from qualcode.actions.theming import ThemeChange
from qualcode.errors import AlreadyThere, RecordNotFound, StaleEdit
from qualcode.project import Project

CLAIM = "Orang belajar sebelum ada yang melatih."


def names(project: Project) -> list[str]:
    return [theme.name for theme in project.themes()]


def test_a_theme_gets_another_name_that_no_other_has(rani: Project) -> None:
    theme = rani.theme("swadaya", CLAIM)
    rani.theme("modal", "Modal datang dari keluarga.")
    assert rani.theme(theme.id, change=ThemeChange(name="otodidak")).id == theme.id
    assert names(rani) == ["otodidak", "modal"]
    with pytest.raises(AlreadyThere):
        rani.theme("otodidak", change=ThemeChange(name="modal"))


def test_a_theme_moves_among_the_others_in_one_event(rani: Project) -> None:
    for name in ("a", "b", "c"):
        rani.theme(name, CLAIM)
    rani.theme("c", change=ThemeChange(position=0))
    assert names(rani) == ["c", "a", "b"]
    rani.theme("c", change=ThemeChange(position=9))
    assert names(rani) == ["a", "b", "c"]
    rani.undo()
    assert names(rani) == ["c", "a", "b"]


def test_a_theme_that_was_changed_or_taken_away_since_it_was_seen_is_told(rani: Project) -> None:
    seen = rani.theme("swadaya", CLAIM)
    rani.theme("swadaya", "Lain.")
    with pytest.raises(StaleEdit, match="changed"):
        rani.theme(seen.id, "Begini.", seen=seen.seq)
    rani.remove_theme("swadaya")
    with pytest.raises(StaleEdit, match="taken away"):
        rani.theme(seen.id, "Begini.", seen=seen.seq)


def test_a_theme_cites_what_its_writer_may_see(rani: Project, bayu: Project) -> None:
    hers = rani.code("W1-zul", "belajar sendiri", "awareness", turn=2)
    rani.theme("swadaya", CLAIM, change=ThemeChange(evidence_for=["W1-zul.2"]))
    with pytest.raises(RecordNotFound):
        bayu.theme("swadaya", change=ThemeChange(evidence_against=[hers.id]))
    rani.release("rani")
    theme = bayu.theme("swadaya", change=ThemeChange(evidence_against=["W1-zul.2 awareness"]))
    assert (theme.evidence_for, theme.evidence_against) == ((), (hers.id,))
    own = bayu.code("W1-zul", "belajar sendiri", "awareness", turn=2)
    theme = bayu.theme("swadaya", change=ThemeChange(evidence_for=["W1-zul.2"]))
    assert (theme.evidence_for, theme.evidence_against) == ((own.id,), (hers.id,))


def test_a_theme_goes_with_what_its_coder_noted_on_it_and_comes_back(rani: Project) -> None:
    from qualcode.actions.noting import Subject

    rani.theme("swadaya", CLAIM)
    rani.memo("Perlu satu kasus lagi.", Subject(theme="swadaya"))
    rani.remove_theme("swadaya")
    assert (names(rani), rani.named_memos()) == ([], [])
    rani.undo()
    assert (names(rani), len(rani.named_memos())) == (["swadaya"], 1)


def test_the_history_of_a_theme_names_what_came_and_what_left(rani: Project) -> None:
    rani.code("W1-zul", "belajar sendiri", "awareness", turn=2)
    rani.theme("swadaya", CLAIM, change=ThemeChange(codes=["awareness"]))
    rani.theme("swadaya", change=ThemeChange(evidence_for=["W1-zul.2"], verdicts={"interview": "Kuat."}))
    rani.theme("swadaya", change=ThemeChange(name="otodidak", codes=["capital"], without=["awareness"]))
    made, cited, renamed = rani.theme_history("otodidak")
    assert made.changed == {
        "name": (None, "swadaya"), "claim": (None, CLAIM), "codes": ([], ["awareness"]),
    }  # fmt: skip
    assert cited.changed == {"evidence_for": ([], ["W1-zul.2"]), "verdicts.interview": (None, "Kuat.")}
    assert renamed.changed == {"name": ("swadaya", "otodidak"), "codes": (["awareness"], ["capital"])}
    assert {step.event.actor for step in rani.theme_history("otodidak")} == {"rani"}
