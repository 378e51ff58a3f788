"""A transcript with comments, opened and saved by LibreOffice, comes back with every comment on its words."""

import re
import subprocess
from pathlib import Path

import pytest

from qualcode.actions.review_importing import Outcome
from qualcode.model import Coding
from qualcode.project import Project
from qualcode.readers import read_returned
from tests.e2e.conftest import program
from tests.returned_files import Returned


def saved_by_office(document: Path) -> Path:
    """Let LibreOffice open a document and save it as another."""
    out = document.parent / "saved"
    profile = f"-env:UserInstallation=file://{document.parent}/office"
    subprocess.run(
        [program("soffice"), profile, "--headless", "--convert-to", "docx", "--outdir", out, document],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return out / document.name


@pytest.fixture(scope="module")
def saved(example: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("comments") / "zul.docx"
    example.transcript("W1-zul", path, comments=True, pseudonyms=False)
    file = Returned(path)
    file.reply_to("0", "Setuju", author="Bu Dewi")
    return saved_by_office(file.saved("zul.docx"))


def test_every_comment_is_on_its_words(example: Project, saved: Path) -> None:
    with example.view() as view:
        quotes = {coding.id[:8]: coding.quote for coding in view.all(Coding)}
    file = read_returned(saved)
    found = {
        token[1]: file.text[comment.start : comment.end]
        for comment in file.comments
        if (token := re.search(r"#([0-9a-f]{8})$", comment.text))
    }
    assert len(found) > 50
    assert {token: " ".join(words.split()) for token, words in found.items()} == {
        token: " ".join(quotes[token].split()) for token in found
    }


def test_a_reply_comes_in(example: Project, saved: Path) -> None:
    (only,) = example.import_review(saved, reviewer="bu_dewi", preview=True).taken
    assert only.outcome is Outcome.REVIEW
    assert only.codings
