import json
from pathlib import Path

from tests.cli.command import done, run


def test_a_passage_is_shown_with_everything_known_of_it(here: Path) -> None:
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "motivation", "--memo", "mulai")
    shown = done(here, "show", "W1-zul.2").out.splitlines()
    assert shown[0] == "W1-zul.2 · W1-zul · zul"
    assert shown[2:5] == [
        "1  P: Bagaimana awalnya, Pak Zul?",
        "2  I: Awalnya saya belajar sendiri di rumah. Tidak ada pelatihan dari kantor.",
        "3  P: Soal modal bagaimana?",
    ]
    assert shown[6].startswith("Awareness > Motivation (motivation) · rani, ")
    assert shown[7:] == ["    “belajar sendiri di rumah”", "    Memo: mulai"]


def test_a_script_gets_it_as_json(here: Path) -> None:
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "motivation")
    (passage,) = json.loads(done(here, "show", "W1-zul.2", "--json").out)
    assert passage["codings"][0]["quotation"] == "belajar sendiri di rumah"


def test_an_unknown_reference_is_one_line_with_the_nearest(here: Path) -> None:
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "motivation")
    refused = run(here, "show", "W1zul.2")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "Error: no coding has the reference code 'W1zul.2' (the nearest are W1-zul.2)\n"
    )  # fmt: skip


def test_a_speaker_whose_label_is_coded_too_is_named_once(here: Path) -> None:
    done(here, "code", "W1-zul", "capital", "--at", "106:153")
    assert "\n3  P: Soal modal bagaimana?\n" in done(here, "show", "W1-zul").out
