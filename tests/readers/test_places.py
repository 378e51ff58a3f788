"""What a reader reports as said stands at the place it reports, whatever the alphabet and the format."""

import csv
import html
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.readers import READERS, read
from tests.readers.builders import open_document, word, workbook

Said = Sequence[tuple[str, str]]
APART = {"lrc", "elan", "chat", "messages", "pdf"}
"""Readers whose files name nobody as these do; their own tests look at their places."""

LETTERS = st.sampled_from("aeikmnrst" * 3 + "éßøŁ" + "שלום" + "مرحبا" + "你好" + "😀🧵" + "\ue000\U0010fffd")
MARKS = st.sampled_from(["", "", "\u0301", "\u200d", "\u200f", "\ufeff", "\u00ad", "\ufe0f"])
GAPS = st.sampled_from([" ", " ", " ", "\u00a0", ", ", "-", "… "])
TOKENS = st.lists(st.tuples(LETTERS, LETTERS, MARKS, LETTERS).map("".join), min_size=1, max_size=6)
WORDS = st.tuples(TOKENS, GAPS).map(lambda each: each[1].join(each[0]))
TALK = st.lists(WORDS, min_size=4, max_size=8).map(
    lambda all_: list(zip(["Rina", "Bu Lina"] * 4, all_, strict=False))
)


def labelled(said: Said) -> list[str]:
    return [f"{label}: {words}" for label, words in said]


def text_in(encoding: str) -> Callable[[Path, Said], object]:
    return lambda path, said: path.write_bytes("\n".join(labelled(said)).encode(encoding))


def timed(pattern: str, head: str = "") -> Callable[[Path, Said], object]:
    def write(path: Path, said: Said) -> object:
        cues = [pattern.format(n=n, m=n + 1, label=who, words=words) for n, (who, words) in enumerate(said)]
        return path.write_text(head + "\n\n".join(cues) + "\n", encoding="utf-8")

    return write


def rtf(path: Path, said: Said) -> object:
    def escaped(line: str) -> str:
        units = line.encode("utf-16-le")
        codes = [int.from_bytes(units[place : place + 2], "little") for place in range(0, len(units), 2)]
        return "".join(chr(c) if 31 < c < 127 else f"\\u{c - 65536 if c > 32767 else c}?" for c in codes)

    lines = "\\par ".join(escaped(line) for line in labelled(said))
    return path.write_text(f"{{\\rtf1\\ansi\\ansicpg1252 {lines}\\par}}", encoding="ascii")


def separated(delimiter: str) -> Callable[[Path, Said], object]:
    def write(path: Path, said: Said) -> object:
        table = io.StringIO()
        csv.writer(table, delimiter=delimiter).writerows([["speaker", "text"], *said])
        return path.write_text(table.getvalue(), encoding="utf-8")

    return write


def page(path: Path, said: Said) -> object:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in labelled(said))
    return path.write_text(f"<html><meta charset=utf-8><body>{body}</body></html>", encoding="utf-8")


def segments(path: Path, said: Said) -> object:
    pieces = [
        {"start": n, "end": n + 1, "speaker": who, "text": words} for n, (who, words) in enumerate(said)
    ]
    return path.write_text(json.dumps({"segments": pieces}))


WRITERS: dict[str, tuple[str, Callable[[Path, Said], object]]] = {
    **{f"text {name}": (".txt", text_in(name)) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32-le")},
    "markdown": (".md", text_in("utf-8")),
    "docx": (".docx", lambda path, said: word(path, *labelled(said))),
    "docx table": (".docx", lambda path, said: word(path, [["Speaker", "Text"], *said])),
    "odt": (".odt", lambda path, said: open_document(path, *labelled(said))),
    "rtf": (".rtf", rtf),
    "vtt": (".vtt", timed("00:0{n}.000 --> 00:0{m}.000\n<v {label}>{words}", "WEBVTT\n\n")),
    "srt": (".srt", timed("{n}\n00:00:0{n},000 --> 00:00:0{m},000\n{label}: {words}")),
    "sbv": (".sbv", timed("0:00:0{n}.000,0:00:0{m}.000\n{label}: {words}")),
    "csv": (".csv", separated(",")),
    "csv tabs": (".tsv", separated("\t")),
    "xlsx": (".xlsx", lambda path, said: workbook(path, [["speaker", "text"], *said])),
    "html": (".html", page),
    "whisper": (".json", segments),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_what_was_said_stands_where_the_reader_says(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    suffix, write = WRITERS[name]
    path = tmp_path_factory.mktemp("places") / f"W1{suffix}"

    @given(TALK)
    @settings(max_examples=25)
    def check(said: Said) -> None:
        write(path, said)
        draft = read(path)
        assert [(turn.speaker, _plain(turn.span.of(draft.text))) for turn in draft.turns] == [
            (label, _plain(words)) for label, words in said
        ]

    check()


def _plain(words: str) -> str:
    """Spaces may be made one kind by a format; nothing else may change."""
    return " ".join(words.split())


def test_every_reader_is_tried() -> None:
    assert {name.split(" ")[0] for name in WRITERS} | APART == {reader.name for reader in READERS}
