import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.model import Role
from qualcode.readers.compose import compose
from qualcode.readers.draft import Draft, File
from qualcode.readers.text import read_markdown


def draft(text: str, name: str = "W1.md") -> Draft:
    file = File(name, text.encode())
    return compose(file, read_markdown(file), reader="markdown")


def said(read: Draft) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(read.text)) for turn in read.turns]


def roles(read: Draft) -> dict[str, Role]:
    return {speaker.label: speaker.role for speaker in read.speakers}


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("P: ", "I: "),
        ("P:", "I:"),
        ("T: ", "J: "),
        ("Q: ", "A: "),
        ("Pewawancara: ", "Informan 1: "),
        ("Peneliti : ", "Narasumber : "),
        ("Interviewer: ", "Speaker 1: "),
        ("[00:01:02] Rina: ", "[00:01:09] Pak Zul: "),
        ("00:01:02 Rina: ", "00:01:09 Pak Zul: "),
        ("Rina (00:12): ", "Zul (00:19): "),
        ("Rina (00:12)\n", "Zul (00:19)\n"),
        ("Rina  0:12\n", "Zul  0:19\n"),
        ("**Rina** 0:12\n", "**Zul** 0:19\n"),
        ("**Rina:** ", "**Bu Astuti:** "),
        ("**Rina**: ", "**Bu Astuti**: "),
        ("**Rina**\n", "**Bu Astuti**\n"),
        ("RINA\n", "ZUL\n"),
        ("RINA: ", "ZUL: "),
        ("1. P: ", "2. I: "),
        ("P\t", "I\t"),
        ("[id1] ", "[id2] "),
        ("Bapak Anda Rahan, S.E.: ", "Bu Lina: "),
    ],
)
def test_labels_of_many_forms_are_found(asked: str, answered: str) -> None:
    read = draft(f"{asked}Bagaimana awalnya?\n\n{answered}Belajar sendiri.\n\n" * 3)
    assert [words for _, words in said(read)] == ["Bagaimana awalnya?", "Belajar sendiri."] * 3
    assert list(roles(read).values()) == [Role.INTERVIEWER, Role.INFORMANT]
    assert len({speaker for speaker, _ in said(read)}) == 2


LABELS = st.sampled_from(["P", "I", "Pewawancara", "Informan 1", "Bu Astuti", "Speaker 2"])
SPEECH = st.from_regex(r"[a-z]{2,8}( [a-zé😀]{1,8}){0,6}[.?]?", fullmatch=True)


@given(st.lists(st.tuples(LABELS, SPEECH), min_size=4, max_size=12), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=60)
def test_every_turn_is_exactly_what_was_said(turns: list[tuple[str, str]], between: str) -> None:
    turns = [("P", "apa kabar?"), ("I", "baik"), *turns, *turns]
    read = draft(between.join(f"{label}: {words}" for label, words in turns))
    assert said(read) == turns
    assert all(a.end <= b.start for a, b in zip(read.turns, read.turns[1:], strict=False))
