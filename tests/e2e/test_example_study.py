"""The whole way on the example study: what people coded is what comes out."""

from collections import Counter
from pathlib import Path

from qualcode import Project


def test_every_coding_of_the_spreadsheet_is_in_the_table_with_its_own_words(
    example: Project, rows: list[dict[str, str]]
) -> None:
    table = example.codings()
    made = Counter(zip(table["source"], table["code"], table["quotation"], strict=True))
    assert made == Counter((row["source"], row["code"], row["quote"]) for row in rows)


def test_turns_and_questions_are_those_of_the_transcript(example: Project) -> None:
    table = example.codings()
    zul = table[(table["source"] == "W1-zul") & (table["turn"] == 10)].iloc[0]
    assert zul["reference"] == "W1-zul.10"
    assert zul["case"] == "Pak Zul"
    assert zul["question"].endswith("?")


def test_the_translation_is_neither_counted_nor_suggested_on(example: Project) -> None:
    assert "W3-astuti-en" not in set(example.codings()["source"])
    assert "W3-astuti-en" not in set(example.segments()["source"])
    assert list(example.matrix().counts.columns).count("Mrs. Astuti") == 0


def test_a_suggestion_changes_no_count(example: Project) -> None:
    before = example.frequencies()
    assert example.pending()
    example.suggest(method="keywords")
    assert example.frequencies().equals(before)


def test_the_same_study_gives_the_same_bytes(example: Project, tmp_path: Path) -> None:
    for suffix in ("docx", "xlsx", "html", "md", "csv"):
        made = []
        for attempt in ("first", "second"):
            example.table(tmp_path / f"{attempt}.{suffix}", language="id")
            example.summary(tmp_path / f"{attempt}-themes.{suffix}", language="id")
            made.append(
                (tmp_path / f"{attempt}.{suffix}").read_bytes()
                + (tmp_path / f"{attempt}-themes.{suffix}").read_bytes()
            )
        assert made[0] == made[1], suffix


def test_its_history_replays_to_what_it_is(example: Project) -> None:
    assert example.check() == []
