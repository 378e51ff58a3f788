import json
from pathlib import Path

from tests.cli.command import done


def test_the_account_is_printed_or_written_in_the_language_asked_for(here: Path) -> None:
    done(here, "code", "W1-zul", "Modal keluarga saja.", "capital")
    assert "The codebook has 4 codes in 2 frameworks: Stages, Problems." in done(here, "methods").out
    written = done(here, "methods", "--out", "m.html", "--lang", "id")
    assert written.out == "How the study was done is in m.html; the gaps in square brackets are yours.\n"
    assert "Bagaimana penelitian dilakukan" in (here / "m.html").read_text(encoding="utf-8")


def test_scripts_get_the_facts(here: Path) -> None:
    facts = json.loads(done(here, "methods", "--json").out)
    assert (facts["informants"], facts["codes"], facts["approach"]) == (2, 4, "codebook")


def test_a_reflexive_study_begins_with_the_researcher(here: Path) -> None:
    done(here, "settings", "approach", "reflexive")
    assert done(here, "methods").out.splitlines()[2] == "The researcher"
