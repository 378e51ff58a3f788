from tests.notation import transcript


def test_marks_become_spans_of_the_text_without_them() -> None:
    built = transcript("""
    P: Bagaimana awalnya?
    [01:05] I: Saya {learn|belajar sendiri} di rumah.
    Lalu buka toko.
    """)
    assert built.spans["learn"].of(built.text) == "belajar sendiri"
    assert [turn.speaker for turn in built.turns] == ["P", "I"]
    assert built.turns[1].span.of(built.text) == "Saya belajar sendiri di rumah.\nLalu buka toko."
    assert built.turns[1].time == 65.0
