"""The command line in Indonesian: its own sentences, click's, values, and what the history says."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from qualcode.cli.printing import agreed
from qualcode.model import Event
from tests.cli.command import Result, run
from tests.cli.study import make_study


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_study(tmp_path_factory.mktemp("studi"))


def indonesian(folder: Path, *args: str, stdin: str = "") -> Result:
    with patch.dict(os.environ, {"QUALCODE_LANG": "id", "QUALCODE_CODER": "rani"}):
        return run(folder, *args, stdin=stdin)


def test_help_is_indonesian_from_usage_to_examples(tmp_path: Path) -> None:
    said = indonesian(tmp_path, "codebook", "apply", "--help").out
    assert "Pemakaian: qualcode codebook apply [OPSI] BERKAS" in said
    assert "--codings-to LAMA=KODE" in said
    assert "Tampilkan bantuan ini, lalu selesai." in said
    assert "Contoh:\n  qualcode codebook apply codebooks/empowerment.yaml" in said


def test_wrong_use_is_explained_in_indonesian(tmp_path: Path) -> None:
    result = indonesian(tmp_path, "review", "--min-score", "7")
    assert result.code == 2
    assert "Nilai tidak sah untuk '--min-score': 7.0 di luar rentang 0<=x<=1." in result.err


def test_values_are_said_in_indonesian(study: Path) -> None:
    assert "P\t\tpewawancara\tdugaan" in indonesian(study, "speakers").out
    assert "W1-zul\twawancara\tid" in indonesian(study, "sources").out
    assert "rani\tpengode\t" in indonesian(study, "coders").out


def test_the_history_names_actions_and_what_was_taken_back(study: Path) -> None:
    assert indonesian(study, "memo", "--code", "capacity", "beda melatih dan mendampingi").code == 0
    assert indonesian(study, "undo").out == "Dibatalkan: menulis memo kode\n"
    assert indonesian(study, "redo").out == "Diulangi: menulis memo kode\n"
    assert "mengulangi\tmembatalkan menulis memo kode" in indonesian(study, "log").out


def test_what_is_wrong_in_a_codebook_is_said_in_indonesian(tmp_path: Path, study: Path) -> None:
    file = tmp_path / "buku.yaml"
    file.write_text("codebook: buku\ncodes:\n  - {id: modal, name: Modal, keywords: ['latih ~']}\n")
    problem = "setelah ~ harus ada jumlah kata (tulis `latih ~3 gratis`)"
    fault = f"baris 3: modal: 'latih ~' bukan kata kunci: {problem}"
    assert f"buku.yaml: {fault}" in indonesian(tmp_path, "codebook", "check", str(file)).err
    assert f"1 kesalahan:\n  {fault}" in indonesian(study, "codebook", "apply", str(file)).err


def test_a_yes_of_either_language_is_a_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    for answer, meant in {"ya": True, "Y": True, "yes": True, "": False, "t": False, "yakin?": False}.items():
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _, said=answer: said)
        assert agreed("Lanjutkan?") is meant


def test_an_undo_of_a_consent_and_of_a_verdict_is_readable() -> None:
    from qualcode.cli.events import done_again, taken_back

    event = Event(
        id="1", seq=2, actor_id="c", actor="rani", at="", action="undo", summary="set_consent Zul: given"
    )
    assert taken_back(event) == "set consent Zul: given"
    event = Event(
        id="1", seq=3, actor_id="c", actor="rani", at="", action="redo", summary="undo decide accept human W1"
    )
    assert done_again(event) == "decide accept human W1"
