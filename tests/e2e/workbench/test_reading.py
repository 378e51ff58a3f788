"""Reading and coding: with the mouse, and with the keyboard alone."""

from playwright.sync_api import Page, expect

from qualcode.model import Memo, MemoOn, NotAsked, Reading
from tests.e2e.workbench.conftest import Serve
from tests.e2e.workbench.reading import coded, give, mark, names, place, said, stored, undone
from tests.study import ZUL, Study


def opened(page: Page) -> Page:
    """A page whose transcript is there and has the keyboard."""
    expect(page.locator("[data-start]").first).to_be_visible()
    page.get_by_role("region", name="Transcript").focus()
    return page


def test_marked_words_snap_to_whole_words_and_are_coded_as_they_are_with_alt(
    study: Study, serve: Serve
) -> None:
    rani = study.opened_by("rani")
    page = opened(serve(rani).open("#/read/W1-zul"))
    mark(page, "lajar sendiri di rum")
    give(page, "aware", "Awareness")
    mark(page, "eluarga sa", exactly=True)
    give(page, "capital", "Capital")
    assert coded(rani) == [("belajar sendiri di rumah", "awareness"), ("eluarga sa", "capital")]
    expect(page.get_by_role("button", name="Coding: Awareness")).to_be_visible()
    counts = page.get_by_role("link", name="W1-zul").locator(".count")
    expect(counts).to_have_text("2")
    page.reload()
    expect(counts).to_have_text("2")


def test_the_keyboard_alone_marks_codes_and_takes_back(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    page = opened(serve(rani).open("#/read/W1-zul"))
    for key in ("u", "j", "j", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    give(page, "motiv", "Motivation")
    assert coded(rani) == [("Tidak ada pelatihan dari kantor.", "motivation")]

    page.keyboard.press("Enter")
    for letters in ("capac", "capital"):
        page.keyboard.type(letters)
        page.keyboard.press("Shift+Enter")
    page.keyboard.press("Enter")
    said(page, "Coded: Capacity building, Capital")
    assert {code for _, code in coded(rani)} == {"motivation", "capacity", "capital"}
    expect(page.get_by_role("button", name="Coding: Capital")).to_be_visible()
    undone(page)
    expect(page.get_by_role("button", name="Coding: Capital")).to_have_count(0)
    assert [code for _, code in coded(rani)] == ["motivation"]
    undone(page, "Control+Shift+z")
    assert len(coded(rani)) == 3

    page.keyboard.press("j")
    page.keyboard.press(".")
    expect(page.get_by_role("button", name="Coding: Capacity building")).to_have_count(2)
    assert ("Soal modal bagaimana?", "capacity") in coded(rani)


def test_several_codes_are_chosen_with_the_arrows_and_the_space_bar(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    page = opened(serve(rani).open("#/read/W1-zul"))
    mark(page, "Modal keluarga")
    expect(page.get_by_role("combobox", name="Code", exact=True)).to_be_focused()
    for key in ("Space", "ArrowDown", "Space", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    said(page, "Coded: Awareness, Motivation")
    assert [code for _, code in coded(rani)] in (["awareness", "motivation"], ["motivation", "awareness"])
    assert rani.log()[0].summary == "W1-zul.4 awareness motivation"


def test_words_marked_up_to_the_next_turn_leave_out_its_label(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    page = opened(serve(rani).open("#/read/W1-zul"))
    left, top, _, _ = place(page, "Soal modal")
    page.mouse.move(left + 1, top)
    page.mouse.down()
    left, middle, _, _ = place(page, "Modal keluarga")
    page.mouse.move(left + 30, middle)
    page.mouse.move(left - 4, middle)
    page.mouse.up()
    give(page, "capital", "Capital")
    assert coded(rani) == [("Soal modal bagaimana?", "capital")]


def test_a_code_is_named_by_the_words_and_another_made_on_the_way(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    page = opened(serve(rani).open("#/read/W1-zul"))
    mark(page, "modal juga sendiri")
    page.keyboard.press("Escape")
    page.keyboard.press("i")
    said(page, "Coded: modal juga sendiri")
    expect(page.get_by_role("region", name="Picked coding")).to_contain_text("modal juga sendiri")
    expect(page.get_by_role("link", name="W1-zul").locator(".count")).to_have_text("1")
    mark(page, "tiga hari")
    page.keyboard.type("lama latihan")
    page.get_by_role("option", name="New code: lama latihan").click()
    said(page, "Coded: lama latihan")
    assert coded(rani) == [
        ("modal juga sendiri", "modal_juga_sendiri"), ("tiga hari", "lama_latihan"),
    ]  # fmt: skip


def test_overlapping_codings_stand_side_by_side_and_stay_there(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    rani.code("W1-zul", "Awalnya saya belajar sendiri di rumah.", "awareness")
    rani.code("W1-zul", "sendiri di rumah. Tidak ada", "capacity")
    page = opened(serve(rani).open("#/read/W1-zul"))
    lines = page.locator(".bracket")
    expect(lines).to_have_count(2)

    def columns() -> list[float]:
        return [box["x"] for box in (each.bounding_box() for each in lines.all()) if box]

    before = columns()
    assert len(set(before)) == 2
    mark(page, "pelatihan dari kantor")
    give(page, "capital", "Capital")
    expect(lines).to_have_count(3)
    after = columns()
    assert (after[:2], len(set(after))) == (before, 3)


def test_a_codings_card_has_its_memo_marks_code_and_history(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    rani.code("W1-zul", "Modal keluarga", "capital")
    page = opened(serve(rani).open("#/read/W1-zul"))
    page.keyboard.press("n")
    card = page.get_by_role("region", name="Picked coding")
    expect(card).to_contain_text("Modal keluarga")
    page.keyboard.press("m")
    expect(card.get_by_label("Memo")).to_be_focused()
    page.keyboard.type("Lihat lagi")
    page.keyboard.press("Escape")
    said(page, "Notes saved")
    for key, message in (("-", "Marked as negative case"), ("*", "Will be quoted first")):
        page.keyboard.press(key)
        said(page, message)
    page.keyboard.press("o")
    expect(page.get_by_role("dialog", name="Another code instead")).to_be_visible()
    page.keyboard.type("motiv")
    page.keyboard.press("Enter")
    said(page, "Code changed")
    page.keyboard.press("h")
    history = card.get_by_role("listitem")
    expect(history.filter(has_text="Code: Capital → Motivation")).to_be_visible()
    expect(history.filter(has_text="Memo: Lihat lagi")).to_be_visible()
    (coding,) = stored(rani)
    assert (coding.negative, coding.pinned, coded(rani)) == (True, True, [("Modal keluarga", "motivation")])
    page.keyboard.press("Delete")
    said(page, "Taken away: Motivation")
    expect(card).to_have_count(0)
    assert stored(rani) == []


def test_notes_on_words_source_and_case_stand_where_they_belong(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    page = opened(serve(rani).open("#/read/W1-zul"))
    mark(page, "Kami dibina")
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    page.keyboard.type("Oleh siapa?")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Note: Oleh siapa?")).to_be_visible()
    card = page.get_by_role("region", name="Picked note")
    card.get_by_label("Note").fill("Oleh kantor?")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Note: Oleh kantor?")).to_be_visible()

    page.get_by_role("button", name="1 note").click()
    kept = page.get_by_role("region", name="Notes").get_by_label("Note", exact=True)
    for number, (about, text) in enumerate([("on the source", "Di tokonya"), ("on zul", "Ia ragu")]):
        page.get_by_label("What it is on").select_option(about)
        page.get_by_label("New note").fill(text)
        page.get_by_role("button", name="Keep").click()
        expect(kept.nth(number)).to_have_value(text)
    expect(page.get_by_role("button", name="3 notes")).to_be_visible()
    with rani.view() as view:
        memos = {memo.about: memo for memo in view.all(Memo)}
    start = ZUL.index("Kami dibina")
    span = memos[MemoOn.SPAN]
    assert (span.text, span.start, span.end) == ("Oleh kantor?", start, start + len("Kami dibina"))
    assert (memos[MemoOn.SOURCE].text, memos[MemoOn.CASE].text) == ("Di tokonya", "Ia ragu")
    page.get_by_role("button", name="Take away").last.click()
    said(page, "Note taken away")
    undone(page)
    expect(page.get_by_role("button", name="3 notes")).to_be_visible()


def test_turns_are_coded_through_and_a_code_is_noted_as_not_asked(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    page = opened(serve(rani).open("#/read/W1-zul"))
    for key in ("j", "J", "r"):
        page.keyboard.press(key)
    said(page, "Turns 1 to 2: coded through")
    read = page.locator("article.through")
    expect(read).to_have_count(2)
    expect(page.get_by_role("img", name="partly coded through")).to_be_visible()
    page.keyboard.press("t")
    panel = page.get_by_role("dialog", name="How far this is coded through")
    expect(panel).to_contain_text("3 of 3 codes open")
    panel.get_by_label("Not asked about").select_option(label="Capital")
    said(page, "W1-zul was not asked about Capital")
    panel.get_by_label("Looked for").select_option(label="Stages")
    panel.get_by_role("button", name="All of it").click()
    expect(panel).to_contain_text("Stages for all its codes")
    expect(page.locator("article.some")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    with rani.view() as view:
        readings = [(each.start, each.end, len(each.code_ids)) for each in view.all(Reading)]
        assert view.count(NotAsked) == 1
    assert sorted(readings) == [(0, len(ZUL), 3), (3, ZUL.index("P: Soal") - 1, 0)]


def test_the_sheet_lists_the_keys(study: Study, serve: Serve) -> None:
    page = opened(serve(study.opened_by("rani")).open("#/read/W1-zul"))
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    for text in ("choose codes", "marked turns coded through, or not", "history", "undo"):
        expect(sheet.get_by_text(text, exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    assert names(page) == []
