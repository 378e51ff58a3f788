import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.command import done, run

HEADER = "Informan: Bu Sari\nTanggal: 2024-03-02\n\n"
TALK = "".join(f"P: Pertanyaan nomor {n}?\nS: Jawaban nomor {n} dari saya.\n" for n in range(1, 11))
MANY = 60


@pytest.fixture
def file(here: Path) -> Path:
    path = here / "W5-sari.txt"
    path.write_text(HEADER + TALK + "Bu Ani: Maaf, permisi.\nS: Tidak apa.\nP: Terima kasih?\n")
    return path


def test_turns_are_shown_as_they_would_be_and_nothing_is_added(here: Path, file: Path) -> None:
    log = done(here, "log").out
    shown = done(here, "add", file.name, "--preview")
    assert shown.out.startswith(
        "W5-sari.txt would be W5-sari: interview, id, turns: 23.\n  Informan: Bu Sari\n"
    )
    assert [row[1] for row in shown.rows[1:]] == [*map(str, range(1, 13)), "", "21", "22", "23"]
    assert ["", "", "", "", "… 8 more turns …"] in shown.rows
    assert shown.out.endswith("Nothing was added: 1 could be, 0 are there, 0 cannot be read.\n")
    assert done(here, "log").out == log


def test_doubts_are_marked_where_they_are_and_told(here: Path, file: Path) -> None:
    shown = done(here, "add", file.name, "--preview")
    (marked,) = [row for row in shown.rows if row[0] == "?"]
    assert marked[1:] == ["21", "", "Bu Ani (informant?)", "Maaf, permisi."]
    assert "? turn 21: Bu Ani speaks only here" in shown.out
    assert "? roles were guessed by who asks: P, S, Bu Ani" in shown.out


def test_all_turns_are_shown_where_that_is_asked_for(here: Path, file: Path) -> None:
    assert len(done(here, "add", file.name, "--preview", "--all-turns").rows[1:]) == 23


def test_what_the_command_says_is_shown_too(here: Path, file: Path) -> None:
    shown = done(here, "add", file.name, "--preview", "--role", "P=other", "--kind", "document")
    assert "document, id" in shown.out
    assert shown.rows[1][3] == "P (other)"


def test_a_preview_as_json_has_every_turn(here: Path, file: Path) -> None:
    (found,) = json.loads(done(here, "add", file.name, "--preview", "--json").out)
    assert (found["status"], found["reader"], found["attributes"]["Informan"]) == ("found", "text", "Bu Sari")
    assert len(found["transcript"]) == 23
    first = found["transcript"][0]
    text = file.read_text()
    assert text[first["start"] : first["end"]] == first["words"] == "Pertanyaan nomor 1?"
    assert (first["speaker"], first["role"], first["number"]) == ("P", "interviewer", 1)
    assert {"turn": 21, "what": "Bu Ani speaks only here"} in found["doubts"]


def test_a_file_that_cannot_be_read_is_said_and_the_rest_shown(here: Path, file: Path) -> None:
    (here / "empty.txt").touch()
    result = run(here, "add", "empty.txt", file.name, "files/W1-zul.txt", "--preview")
    assert (result.code, result.err.startswith("Left out empty.txt: the file is empty")) == (1, True)
    assert "Nothing was added: 1 could be, 1 are there, 1 cannot be read." in result.out


def test_a_profile_that_was_followed_is_said(here: Path, file: Path) -> None:
    with (here / "qualcode.toml").open("a") as settings:
        settings.write('[[profile]]\nfiles = "W5-*.txt"\nroles = {P = "interviewer", S = "informant"}\n')
    assert "  as the profile W5-*.txt says" in done(here, "add", file.name, "--preview").out
    assert "  W5-sari: as the profile W5-*.txt says" in done(here, "add", file.name).out
    roles = {(row[0], row[1]): row[3:5] for row in done(here, "speakers").rows}
    assert roles["W5-sari", "P"] == ["interviewer", ""]
    assert roles["W5-sari", "Bu Ani"] == ["informant", "guessed"]


def test_a_batch_that_was_stopped_says_how_far_it_came_and_goes_on(here: Path) -> None:
    batch = here / "batch"
    batch.mkdir()
    for number in range(MANY):
        talk = TALK.replace("nomor", f"nomor {number}-") * 40
        (batch / f"B{number:02}.txt").write_text(talk)
    adding = subprocess.Popen(
        [sys.executable, "-m", "qualcode", "add", "batch"],
        cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    while adding.poll() is None and len(done(here, "sources").rows) < 5:
        time.sleep(0.1)
    adding.send_signal(signal.SIGINT)
    out, err = adding.communicate(timeout=60)
    there = len(done(here, "sources").rows) - 3
    assert (adding.returncode, f"{there} added, 0 skipped, 0 left out." in out) == (130, True)
    assert err == f"Stopped with {MANY - there} files to go; the same command takes them up.\n"
    again = done(here, "add", "batch")
    assert f"{MANY - there} added, {there} skipped, 0 left out." in again.out
