"""The themes page: claims written, evidence gathered, and all of it read back from the database."""

from playwright.sync_api import Locator, Page, expect

from qualcode.actions.theming import ThemeChange
from qualcode.model import Theme
from qualcode.project import Project
from tests.e2e.workbench.conftest import Serve
from tests.study import Study

CLAIM = "Orang belajar sebelum ada yang melatih."


def written(project: Project, name: str) -> Theme:
    """The theme as it is in the database now."""
    (theme,) = (each for each in project.themes() if each.name == name)
    return theme


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def leave(field: Locator, text: str) -> None:
    """Write into a field and leave it, which keeps the text."""
    field.fill(text)
    field.blur()


def test_a_theme_is_written_renamed_judged_and_taken_away(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    page = serve(rani).open("#/themes")
    page.get_by_role("button", name="Write the first theme").click()
    page.get_by_label("Claim, in a sentence").fill(CLAIM)
    page.get_by_label("A short name").fill("swadaya")
    page.get_by_label("Codes it rests on").select_option("awareness")
    page.get_by_role("button", name="Add the theme").click()
    theme = card(page, "swadaya")
    leave(theme.get_by_label("Verdict: observation note"), "Sejalan saja.")
    expect(page.get_by_text("Verdict kept")).to_be_visible()
    theme.get_by_label("How interview stands to the claim").select_option("contradicts")
    leave(theme.get_by_label("conclusion"), "Didukung.")
    theme.get_by_label("Add a code").select_option("capital")
    leave(theme.get_by_role("textbox", name="Name"), "otodidak")
    theme = card(page, "otodidak")
    theme.get_by_role("button", name="History").click()
    expect(theme.get_by_text("name: “swadaya” → “otodidak”")).to_be_visible()
    now = written(rani, "otodidak")
    assert (now.claim, len(now.code_ids)) == (CLAIM, 2)
    assert now.verdicts == {"observation": "Sejalan saja.", "conclusion": "Didukung."}
    assert now.relations == {"interview": "contradicts"}
    theme.get_by_role("button", name="Take away", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Take away").click()
    expect(page.get_by_text("There is no theme yet.")).to_be_visible()
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(card(page, "otodidak")).to_be_visible()


def test_evidence_is_gathered_also_from_released_codings_of_others(serve: Serve, study: Study) -> None:
    rani, bayu = study.opened_by("rani"), study.opened_by("bayu")
    own = rani.code("W1-zul", "belajar sendiri", "motivation", turn=2)
    his = bayu.code("W2-lina", "ikut pelatihan", "awareness")
    bayu.release("bayu")
    rani.theme("swadaya", CLAIM, change=ThemeChange(codes=["awareness"]))
    page = serve(rani).open("#/themes")
    theme = card(page, "swadaya")
    theme.get_by_role("button", name="0 quotations for").click()
    more = theme.get_by_role("region", name="More quotations of these codes")
    more.get_by_role("article").filter(has_text="belajar sendiri").get_by_role(
        "button", name="Speaks for it"
    ).click()
    expect(theme.get_by_role("region", name="For", exact=True)).to_contain_text("belajar sendiri")
    more.get_by_role("article").filter(has_text="ikut pelatihan").get_by_role(
        "button", name="Speaks against it"
    ).click()
    expect(theme.get_by_role("region", name="Against", exact=True)).to_contain_text("ikut pelatihan")
    now = written(rani, "swadaya")
    assert (now.evidence_for, now.evidence_against) == ((own.id,), (his.id,))


def test_a_coding_is_cited_while_reading(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    own = rani.code("W1-zul", "Modal keluarga", "capital")
    rani.theme("swadaya", CLAIM)
    page = serve(rani).open("#/read/W1-zul")
    page.get_by_role("button", name="Coding: Capital").first.click()
    picked = page.get_by_role("region", name="Picked coding")
    picked.get_by_label("Evidence for a theme").select_option("swadaya")
    picked.get_by_role("button", name="Against", exact=True).last.click()
    expect(picked.get_by_role("button", name="Take it out of swadaya")).to_be_visible()
    assert written(rani, "swadaya").evidence_against == (own.id,)
    picked.get_by_role("button", name="Take it out of swadaya").click()
    expect(picked.get_by_label("Evidence for a theme")).to_be_visible()
    assert written(rani, "swadaya").evidence_against == ()


def test_themes_are_put_in_order_by_keyboard_and_by_dragging(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    for name in ("a", "b", "c"):
        rani.theme(name, CLAIM)
    page = serve(rani).open("#/themes", viewport={"width": 1280, "height": 1400})
    grip = page.get_by_role("button", name="Order of c")
    grip.press("ArrowUp")
    expect(page.get_by_text("Order changed: c")).to_be_visible()
    expect(page.get_by_role("region").nth(2)).to_have_accessible_name("c")
    assert [theme.name for theme in rani.themes()] == ["a", "c", "b"]
    grip.drag_to(card(page, "a"), target_position={"x": 200, "y": 5})
    expect(page.get_by_role("region").nth(1)).to_have_accessible_name("c")
    assert [theme.name for theme in rani.themes()] == ["c", "a", "b"]


def test_cells_are_summarised_and_both_coders_summaries_stand_there(serve: Serve, study: Study) -> None:
    rani, bayu = study.opened_by("rani"), study.opened_by("bayu")
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.theme("swadaya", CLAIM, change=ThemeChange(codes=["capital"]))
    bayu.summarise_cell("zul", "capital", "Tidak meminjam.")
    bayu.release("bayu")
    page = serve(rani).open("#/themes", locale="id-ID")
    card(page, "swadaya").get_by_role("button", name="Kasus per kasus").click()
    cell = page.get_by_role("cell").filter(has_text="1 kutipan")
    expect(cell).to_contain_text("Tidak meminjam.")
    leave(cell.get_by_label("Ringkasan: zul, Modal"), "Modal dari keluarga.")
    expect(page.get_by_text("Ringkasan disimpan")).to_be_visible()
    leave(cell.get_by_label("Ringkasan: zul, Modal"), "Modal dari keluarga saja.")
    expect(page.locator(".toast", has_text="Ringkasan disimpan")).to_contain_text("× 2")
    (found,) = (each for each in rani.cells("swadaya") if each.case == "zul")
    assert {(each.coder, each.text) for each in found.summaries} == {
        ("bayu", "Tidak meminjam."), ("rani", "Modal dari keluarga saja."),
    }  # fmt: skip


def test_what_another_writes_meanwhile_is_shown_and_ones_own_stays(serve: Serve, study: Study) -> None:
    rani, bayu = study.opened_by("rani"), study.opened_by("bayu")
    rani.theme("swadaya", CLAIM)
    page = serve(rani).open("#/themes")
    theme = card(page, "swadaya")
    claim = theme.get_by_role("textbox", name="Claim")
    claim.fill("Tulisan rani.")
    bayu.theme("swadaya", "Tulisan bayu.")
    expect(theme.get_by_role("alert")).to_contain_text("Tulisan bayu.")
    bayu.theme("swadaya", change=ThemeChange(verdicts={"interview": "Kuat."}))
    expect(theme.get_by_label("Verdict: interview")).to_have_value("Kuat.")
    expect(claim).to_have_value("Tulisan rani.")
    theme.get_by_role("button", name="Keep mine").click()
    expect(page.get_by_text("Claim changed")).to_be_visible()
    now = written(rani, "swadaya")
    assert (now.claim, now.verdicts) == ("Tulisan rani.", {"interview": "Kuat."})
