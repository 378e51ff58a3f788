"""The first five minutes: files are dragged in, told apart, corrected, opened and coded."""

import base64
import io
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import FilePayload, Page, expect

from qualcode import Project
from qualcode.model import Source
from tests.e2e.workbench.conftest import Serve

DROP = """([name, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  window.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
}"""


@pytest.fixture
def new_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with nothing in it."""
    monkeypatch.setenv("QUALCODE_CONFIG", str(tmp_path / "identity.toml"))
    return Project.create(tmp_path / "study", coder="sari", title="Studi baru")


def word_file(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def drop(page: Page, name: str, data: bytes) -> None:
    """Drop a file on the page, as a person does from a folder."""
    page.evaluate(DROP, [name, base64.b64encode(data).decode()])


def test_a_word_file_is_dropped_told_apart_corrected_opened_and_coded(
    serve: Serve, new_study: Project
) -> None:
    page = serve(new_study).open()
    expect(page.get_by_role("heading", name="Bring in what was said")).to_be_visible()
    drop(page, "W1-sari.docx", word_file(
        "T: Bagaimana usahanya, Bu?", "J: Kami jual kue. 🙂 Modal dari arisan keluarga.", "T: Lalu?",
        "J: Pelatihan belum pernah.",
    ))  # fmt: skip
    report = page.get_by_role("region", name="Files added")
    expect(report.get_by_text("4 turns")).to_be_visible()
    report.get_by_text("Is this right?").click()
    report.get_by_label("Kind").select_option("focus_group")
    expect(page.get_by_text("W1-sari is corrected")).to_be_visible()

    page.get_by_role("button", name="Try one").click()
    expect(page.get_by_text("The codebook has 44 codes.")).to_be_visible()
    page.get_by_role("button", name="Start reading").click()
    expect(page.get_by_text("Mark words with the mouse")).to_be_visible()
    page.get_by_text("Modal dari arisan keluarga").first.dblclick(position={"x": 80, "y": 10})
    page.keyboard.type("capital")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Coded:")).to_be_visible()
    expect(page.get_by_text("Mark words with the mouse")).to_be_hidden()

    (coding,) = new_study.codings().to_dict("records")
    assert (coding["source"], coding["kind"]) == ("W1-sari", "focus_group")
    assert coding["quotation"] in "J: Kami jual kue. 🙂 Modal dari arisan keluarga."


def test_each_file_that_cannot_be_read_says_why_and_what_to_do(serve: Serve, new_study: Project) -> None:
    page = serve(new_study).open()
    good = word_file("T: Apa kabar?", "J: Baik, terima kasih.")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    files = {
        "W2.docx": good, "salinan.docx": good, "kosong.txt": b"", "sandi.docx": locked + bytes(2000),
        "rusak.docx": good[:2000], "rekaman.mp3": b"ID3", "semua.zip": b"PK", ".DS_Store": b"x",
    }  # fmt: skip
    page.get_by_label("Add files …").set_input_files(
        [FilePayload(name=name, mimeType="", buffer=data) for name, data in files.items()]
    )
    report = page.get_by_role("region", name="Files added")
    for said in ("transcribe it first", "unpack it", "the file is empty", "without the password", "damaged"):
        expect(report.get_by_text(said)).to_be_visible()
    expect(
        report.get_by_role("listitem").filter(has_text="W2.docx was there already salinan")
    ).to_be_visible()
    expect(report.get_by_text("DS_Store")).to_have_count(0)
    assert [source.name for source in sources(new_study)] == ["salinan"]


def test_a_long_report_of_added_files_scrolls_in_one_page(serve: Serve, new_study: Project) -> None:
    page = serve(new_study).open()
    page.get_by_label("Add files …").set_input_files(
        [
            FilePayload(name=f"W{each}.txt", mimeType="", buffer=f"P: Berapa?\nI: {each}.\n".encode())
            for each in range(1, 9)
        ]
    )
    expect(page.get_by_text("8 files added")).to_be_attached()
    page.get_by_role("button", name="Start reading").scroll_into_view_if_needed()
    spare = "document.documentElement.scrollHeight - window.innerHeight"
    assert page.evaluate(spare) == 0


def sources(project: Project) -> list[Source]:
    with project.view() as view:
        return sorted(view.all(Source), key=lambda source: source.name)
