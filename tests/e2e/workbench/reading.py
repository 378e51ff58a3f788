"""What a reader's hands do on the reading page, and what stands in the database after it."""

from playwright.sync_api import Page, expect

from qualcode import Project
from qualcode.model import Coding

LINES = """([words, nth]) => {
  const found = [];
  for (const block of document.querySelectorAll("[data-start]")) {
    const text = block.firstChild?.nodeValue ?? "";
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      found.push([block.firstChild, at]);
    }
  }
  const [node, start] = found[nth];
  node.parentElement.scrollIntoView({ block: "center" });
  const range = document.createRange();
  const letter = (at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  const first = letter(start), last = letter(start + words.length - 1);
  return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
}"""
"""The middle of the first line's beginning, and of the last line's end, of words that stand on the page."""


def place(page: Page, words: str, *, nth: int = 0) -> tuple[float, float, float, float]:
    """Where words begin and end on the page, brought into view; of several places, the one of that number."""
    expect(page.locator("[data-start]", has_text=words).first).to_be_attached()
    left, top, right, bottom = page.evaluate(LINES, [words, nth])
    return left, top, right, bottom


def mark(page: Page, words: str, *, exactly: bool = False, nth: int = 0) -> None:
    """Draw the mouse over words; with `exactly`, with Alt held."""
    left, top, right, bottom = place(page, words, nth=nth)
    if exactly:
        page.keyboard.down("Alt")
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, bottom)
    page.mouse.move(right - 1, bottom)
    page.mouse.up()
    if exactly:
        page.keyboard.up("Alt")


def give(page: Page, letters: str, name: str) -> None:
    """Choose a code in the palette by some letters; its name is expected in the message."""
    field = page.get_by_role("combobox", name="Code", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type(letters)
    page.keyboard.press("Enter")
    said(page, f"Coded: {name}")


def said(page: Page, text: str) -> None:
    """A message says it."""
    expect(page.locator(".toast", has_text=text).last).to_be_visible()


def undone(page: Page, key: str = "Control+z") -> None:
    """Take the last act back by the key (or do it again), and wait until that is said."""
    page.locator("main").press(key)
    said(page, "Undone" if key == "Control+z" else "Done again")


def coded(project: Project) -> list[tuple[str, str]]:
    """The quotes and codes of the coder's codings, in order of place."""
    codebook = project.codebook
    assert codebook
    return [(each.quote, codebook.code(each.code_id).key) for each in stored(project)]


def stored(project: Project) -> list[Coding]:
    """The coder's codings in order of source and place."""
    with project.view() as view:
        found = view.all(Coding, coder_id=project.coder.id)
    return sorted(found, key=lambda each: (each.source_id, each.start or 0, each.end or 0))


def names(page: Page) -> list[str]:
    """What stands in the margin."""
    return page.locator(".margin .label").all_inner_texts()
