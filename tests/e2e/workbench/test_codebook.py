"""Work on the codebook in the browser, with mouse and keyboard, and what it does to the project."""

import re

from playwright.sync_api import Locator, Page, expect

from qualcode.actions.redefining import CodeChange
from qualcode.model import Code
from qualcode.project import Project
from tests.e2e.workbench.conftest import Serve
from tests.study import BOOK, Study


def row(page: Page, key: str) -> Locator:
    """The row of a code in the tree."""
    return page.locator(f"[role=treeitem][data-key={key}]")


def begin(page: Page, key: str, work: str) -> Locator:
    """Open a code's menu with the keyboard, choose from it, and return the dialog that opens."""
    row(page, key).focus()
    page.keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name=work).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def code(project: Project, key: str) -> Code:
    """The code as it is in the database now."""
    codebook = project.codebook
    assert codebook
    found = codebook.find(key)
    assert found, key
    return found


def tree(project: Project) -> list[str]:
    """The codes in order, those below others indented."""
    codebook = project.codebook
    assert codebook
    return ["  " * len(codebook.ancestors(code)) + code.key for code in codebook.codes]


def test_a_code_is_made_defined_recoloured_and_moved(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    page = serve(rani).open("#/read/W1-zul")
    page.get_by_role("button", name="+ Code").click()
    page.get_by_label("Name").fill("Jejaring")
    page.get_by_label("Below").select_option("framework:problems")
    page.get_by_role("button", name="Make it and define it").click()
    dialog = page.get_by_role("dialog", name="Jejaring")
    dialog.get_by_label("Definition").fill("People know one another.")
    dialog.get_by_label("Name").fill("Networks")
    dialog.get_by_role("radio", name="#117733").check(force=True)
    dialog.get_by_role("radio", name="id").click()
    dialog.get_by_label("Definition").fill("Orang saling kenal.")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Code changed: Jejaring")).to_be_visible()
    made = code(rani, "jejaring")
    assert made.definition.as_mapping() == {"en": "People know one another.", "id": "Orang saling kenal."}
    assert (made.name.get("en"), made.color) == ("Networks", "#117733")

    row(page, "jejaring").drag_to(row(page, "capacity"))
    expect(page.get_by_text("Networks is now below Capacity building")).to_be_visible()
    expect(row(page, "jejaring")).to_have_attribute("aria-level", "3")
    assert tree(rani) == ["awareness", "  motivation", "capacity", "  jejaring", "capital"]
    row(page, "jejaring").focus()
    page.keyboard.press("Alt+ArrowLeft")
    expect(page.get_by_text("Networks is now below Stages")).to_be_visible()
    expect(row(page, "jejaring")).to_have_attribute("aria-level", "2")
    expect(row(page, "jejaring")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.get_by_text("Order changed: Networks")).to_be_visible()
    assert tree(rani) == ["awareness", "  motivation", "jejaring", "capacity", "capital"]
    dialog = begin(page, "jejaring", "Move")
    dialog.get_by_label("Below").select_option("awareness")
    dialog.get_by_label("Place").select_option("motivation")
    dialog.get_by_role("button", name="Move").click()
    expect(dialog).to_be_hidden()
    assert tree(rani) == ["awareness", "  jejaring", "  motivation", "capacity", "capital"]


def test_merging_says_what_it_touches_and_undo_brings_all_back(serve: Serve, study: Study) -> None:
    rani, bayu = study.opened_by("rani"), study.opened_by("bayu")
    rani.code("W1-zul", "Modal keluarga", "capital")
    bayu.code("W2-lina", "Modal dari bank", "capital")
    rani.memo("Batas dengan kesadaran?", None)
    page = serve(rani).open("#/read/W1-zul")
    dialog = begin(page, "capital", "Merge")
    touched = dialog.get_by_role("list", name="What this touches")
    expect(touched).to_contain_text("2 codings have this code")
    expect(touched).to_contain_text("1 of a coder whose work you do not see yet")
    dialog.get_by_label("Into").select_option("capacity")
    expect(dialog).to_contain_text("2 codings go there and come up for a second look.")
    dialog.get_by_role("button", name="Merge").click()
    expect(row(page, "capital")).to_have_count(0)
    assert list(rani.codings()["code"]) == ["capacity"]
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(row(page, "capital")).to_be_visible()
    assert list(rani.codings()["code"]) == ["capital"]


def test_codings_are_chosen_and_split_off_into_a_new_code(serve: Serve, study: Study) -> None:
    rani, bayu = study.opened_by("rani"), study.opened_by("bayu")
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.code("W2-lina", "Modal dari bank", "capital")
    bayu.code("W2-lina", "Modal dari bank", "capital")
    bayu.release("bayu")
    page = serve(rani).open("#/read/W1-zul")
    dialog = begin(page, "capital", "Split")
    expect(dialog).to_contain_text("1 coding of others stays.")
    dialog.get_by_label("Only quotations with").fill("bank")
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    dialog.get_by_role("button", name="Choose all").click()
    dialog.get_by_label("Name of the new code").fill("Pinjaman")
    dialog.get_by_role("button", name="Split").click()
    expect(page.get_by_text("1 of Capital is now Pinjaman")).to_be_visible()
    frame = rani.codings()
    assert sorted(zip(frame["coder"], frame["source"], frame["code"], strict=True)) == [
        ("bayu", "W2-lina", "capital"), ("rani", "W1-zul", "capital"), ("rani", "W2-lina", "pinjaman"),
    ]  # fmt: skip

    dialog = begin(page, "pinjaman", "Merge")  # and back again
    dialog.get_by_label("Into").select_option("capital")
    dialog.get_by_role("button", name="Merge").click()
    expect(dialog).to_be_hidden()
    assert set(rani.codings()["code"]) == {"capital"}


def test_keywords_are_counted_as_they_are_typed_and_counts_lead_to_quotations(
    serve: Serve, study: Study
) -> None:
    rani = study.opened_by("rani")
    rani.code("W1-zul", "Modal keluarga", "capital")
    page = serve(rani).open("#/read/W1-zul", locale="id-ID")
    row(page, "capital").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Modal")
    keywords = dialog.get_by_label("Kata kunci, satu per baris")
    keywords.fill("latih")
    expect(dialog.get_by_text("Bersama-sama 4 tempat di 3 sumber")).to_be_visible()
    keywords.press_sequentially("\nsendiri\n~")
    dialog.get_by_label("Jangan pernah ini").fill("belajar sendiri")
    expect(dialog.get_by_text("Bersama-sama 6 tempat di 3 sumber; 2 ditolak")).to_be_visible()
    expect(dialog.get_by_role("listitem").filter(has_text="setelah ~")).to_be_visible()
    page.keyboard.press("Escape")
    dialog.get_by_role("button", name="Tutup tanpa menyimpan").click()
    expect(dialog).to_be_hidden()
    row(page, "capital").get_by_text("1", exact=True).click()
    expect(page).to_have_url(re.compile("#/find"))
    expect(page.get_by_text("Modal keluarga").first).to_be_visible()


def test_a_conflict_with_a_file_is_settled_and_what_the_file_lacks_goes_only_when_said(
    serve: Serve, study: Study
) -> None:
    rani = study.opened_by("rani")
    written = study.folder / "files" / "out.yaml"
    rani.export_codebook(written)
    theirs = written.read_text().replace("Skills are trained.", "Skills are taught.")
    theirs = theirs[: theirs.index("  - id: problems")]
    rani.edit_code("capacity", CodeChange(texts={"definition": {"en": "Skills are learned."}}))
    rani.code("W1-zul", "Modal keluarga", "capital")
    desk = serve(rani)
    page = desk.open("#/read/W1-zul")
    file = {"name": "kode.yaml", "mimeType": "application/yaml", "buffer": theirs.encode()}
    page.locator("input[type=file][accept*=yaml]").set_input_files(file)  # type: ignore[arg-type]  # one file
    dialog = page.get_by_role("dialog", name="What kode.yaml would do")
    expect(dialog.get_by_text("1 field is still to be settled.")).to_be_visible()
    dialog.get_by_role("radio", name="As in the file Skills are taught.").check()
    expect(dialog.get_by_text("redefined: Capacity building")).to_be_visible()
    expect(dialog.get_by_text("Not in the file, and kept: Capital")).to_be_visible()
    dialog.get_by_label("Take away what the file lacks").check()
    heir = dialog.get_by_label("Its 1 coding goes to")
    expect(dialog.get_by_role("button", name="Apply")).to_be_disabled()
    heir.select_option("capacity")
    dialog.get_by_role("button", name="Apply").click()
    expect(dialog).to_be_hidden()
    assert code(rani, "capacity").definition.get("en") == "Skills are taught."
    assert tree(rani) == ["awareness", "  motivation", "capacity"]
    assert list(rani.codings()["code"]) == ["capacity"]
    faulty = BOOK.replace("- id: awareness", "- id: ", 1).encode()
    file = {"name": "salah.yaml", "mimeType": "application/yaml", "buffer": faulty}
    page.locator("input[type=file][accept*=yaml]").set_input_files(file)  # type: ignore[arg-type]  # one file
    dialog = page.get_by_role("dialog", name="salah.yaml cannot be loaded")
    expect(dialog.get_by_role("alert")).to_be_visible()
    page.close()
    assert [said for said in desk.complaints if "422" not in said] == []
    desk.complaints.clear()  # the browser's own word on the refused file


def test_what_others_change_of_a_code_meanwhile_is_shown_and_nothing_typed_is_lost(
    serve: Serve, study: Study
) -> None:
    rani, bayu = study.opened_by("rani"), study.opened_by("bayu")
    page = serve(rani).open("#/read/W1-zul")
    dialog = begin(page, "capital", "Edit")
    definition = dialog.get_by_label("Definition")
    definition.fill("Money, mine.")
    bayu.edit_code(
        "capital", CodeChange(texts={"definition": {"en": "Money, his."}, "include": {"en": "Loans."}})
    )
    expect(dialog.get_by_text("Money, his.")).to_be_visible()
    expect(dialog.get_by_label("Include")).to_have_value("Loans.")
    expect(definition).to_have_value("Money, mine.")
    dialog.get_by_role("button", name="Keep mine").click()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    assert code(rani, "capital").definition.get("en") == "Money, mine."
    dialog = begin(page, "capital", "Edit")
    definition.fill("Not lost.")
    bayu.remove_code("capital")
    expect(dialog.get_by_role("alert")).to_contain_text("This code was taken away elsewhere.")
    expect(definition).to_have_value("Not lost.")
    expect(dialog.get_by_role("button", name="Save")).to_be_disabled()


def test_a_code_in_use_is_taken_away_only_when_its_codings_go_elsewhere(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    rani.code("W1-zul", "Modal keluarga", "capital")
    page = serve(rani).open("#/read/W1-zul")
    dialog = begin(page, "awareness", "Take away")
    expect(dialog.get_by_text("There are codes below it.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row(page, "awareness")).to_be_focused()
    row(page, "capital").focus()
    page.keyboard.press("Delete")
    expect(dialog.get_by_role("button", name="Take away")).to_be_disabled()
    dialog.get_by_label("Its codings go to").select_option("motivation")
    dialog.get_by_role("button", name="Take away").click()
    expect(row(page, "capital")).to_have_count(0)
    assert list(rani.codings()["code"]) == ["motivation"]


def test_a_family_of_codes_is_named_reordered_and_taken_away(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    rani.code("W1-zul", "Modal keluarga", "capital")
    page = serve(rani).open("#/read/W1-zul")
    family = page.locator("[role=treeitem][data-family=problems]")
    family.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name (en)").fill("Hurdles")
    dialog.get_by_label("Definition (en)").fill("What hinders.")
    dialog.get_by_role("button", name="Save").click()
    expect(family).to_contain_text("Hurdles")
    expect(family).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-family]").first).to_contain_text("Hurdles")
    assert tree(rani) == ["capital", "awareness", "  motivation", "capacity"]
    family.click(button="right")
    page.get_by_role("menuitem", name="Take away").click()
    expect(dialog.get_by_role("list", name="What this touches")).to_contain_text("1 code is in it, 1 coding")
    expect(dialog.get_by_role("button", name="Take away")).to_be_disabled()
    dialog.get_by_label("Its codes go to").select_option("stage")
    dialog.get_by_role("button", name="Take away").click()
    expect(family).to_have_count(0)
    assert tree(rani) == ["awareness", "  motivation", "capacity", "capital"]
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(family).to_be_visible()
    assert tree(rani) == ["capital", "awareness", "  motivation", "capacity"]
