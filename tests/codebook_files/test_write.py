from pathlib import Path

import pytest
from hypothesis import given, settings

from qualcode.codebook_files import check, read, to_yaml, write
from qualcode.codebook_files.builder import build
from qualcode.codebook_files.yaml_reader import read_yaml
from qualcode.errors import FileProblem
from qualcode.model import Codebook
from tests.codebook_files.books import book, codebooks


@settings(max_examples=40, deadline=None)
@given(codebooks())
def test_what_is_written_is_read_again_the_same(codebook: Codebook) -> None:
    outline = read_yaml(to_yaml(codebook).encode())
    assert outline.faults == []
    again = build(outline.data)
    assert again == codebook
    assert to_yaml(again) == to_yaml(codebook)


def test_a_written_file_passes_the_check_and_can_be_read_by_people(tmp_path: Path) -> None:
    small = book("stage: awareness > motivation; problem: modal")
    path = tmp_path / "small.yaml"
    write(small, path)
    assert check(path) == []
    assert read(path) == small
    assert path.read_text() == (
        "codebook: small\n"
        f"guid: {small.id}\n"
        "version: 1\n"
        "frameworks:\n"
        "  - id: stage\n"
        "    name: Stage\n"
        "    codes:\n"
        "      - id: awareness\n"
        "        name: Awareness\n"
        "        children:\n"
        "          - id: motivation\n"
        "            name: Motivation\n"
        "  - id: problem\n"
        "    name: Problem\n"
        "    codes:\n"
        "      - id: modal\n"
        "        name: Modal\n"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["small.yaml"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"small\.yaml: the file cannot be written"):
        write(book("stage: awareness"), tmp_path / "gone" / "small.yaml")
