from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.readers import read
from qualcode.readers.draft import Draft


def page(folder: Path, html: str | bytes, name: str = "W1.html") -> Draft:
    path = folder / name
    path.write_bytes(html.encode() if isinstance(html, str) else html)
    return read(path)


def turns(draft: Draft) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(draft.text)) for turn in draft.turns]


def test_paragraphs_are_lines_and_blanks_are_one_space(tmp_path: Path) -> None:
    draft = page(
        tmp_path,
        "<!doctype html><title>Wawancara 1</title><h1>Wawancara</h1>\n<p><b>P:</b> Kapan\n   mulai?</p>"
        "<p><b>I:</b> Dulu,<br>\n sejak <i>2019</i>&nbsp;&amp; lama.</p><hr><pre>P:  Ya?\nI:  Ya.</pre>",
    )
    assert draft.text == "Wawancara\nP: Kapan mulai?\nI: Dulu,\nsejak 2019\xa0& lama.\nP:  Ya?\nI:  Ya."
    assert turns(draft)[:2] == [("P", "Kapan mulai?"), ("I", "Dulu,\nsejak 2019\xa0& lama.")]
    assert draft.attributes == {"Title": "Wawancara 1"}


def test_what_a_browser_does_not_show_is_left_out(tmp_path: Path) -> None:
    draft = page(
        tmp_path,
        "<html><head><style>p{}</style></head><body><!-- komentar --><script>var P = 1</script>"
        "<p>P: Kapan?<span style='display: none'>rahasia</span> Ya?</p><p hidden>I: tersembunyi</p>"
        "<div style='mso-element:comment-list'>catatan</div><p>I: <del>Tidak</del> Dulu.</p></body></html>",
    )
    assert draft.text == "P: Kapan? Ya?\nI: Dulu."


def test_a_table_of_speech_gives_turns_and_a_table_of_layout_its_paragraphs(tmp_path: Path) -> None:
    speech = (
        "<table><tr><th>Waktu<th>Pembicara<th>Teks<tr><td>0:01<td>Rina<td>Kapan?<tr><td>0:04<td>Zul<td>Dulu."
    )
    draft = page(tmp_path, f"<table><tr><td><p>Menu<td><p>Wawancara</p>{speech}</table></table>")
    assert turns(draft) == [("Rina", "Kapan?"), ("Zul", "Dulu.")]
    assert draft.text.startswith("Menu\nWawancara\n")


def test_a_list_of_terms_names_the_speakers(tmp_path: Path) -> None:
    draft = page(tmp_path, "<dl>" + "<dt>Rina<dd>Kapan mulai?<dt>Zul<dd>Dulu." * 3 + "</dl>")
    assert turns(draft) == [("Rina", "Kapan mulai?"), ("Zul", "Dulu.")] * 3


def test_a_page_saved_by_word_is_decoded_as_it_says(tmp_path: Path) -> None:
    html = (
        "<html xmlns:o='urn:x'><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"
        "<!--[if gte mso 9]><xml><w>x</w></xml><![endif]--></head><body lang=IN><div class=WordSection1>"
        "<p class=MsoNormal><b>P\xa0: </b>\u201cKapan\nmulai\u201d?<o:p></o:p></p>"
        "<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>"
        "<p class=MsoNormal><b>I\xa0: </b>Dulu\u2026</p></div></body></html>"
    )
    draft = page(tmp_path, html.encode("cp1252"), "W1.htm")
    assert turns(draft) == [("P", "“Kapan mulai”?"), ("I", "Dulu…")]
    assert draft.notes == ()


def test_elements_may_stand_deep_in_one_another_and_never_cut_the_text_short(tmp_path: Path) -> None:
    deep = "<div><span>" * 400 + "<table><tr><td>" * 300
    assert turns(page(tmp_path, f"<p>P: Kapan?<p>I: Dulu.{deep}Sekali."))[1] == ("I", "Dulu.\nSekali.")
    with pytest.raises(FileProblem, match="nested too deeply"):
        page(tmp_path, "P: Ya?" + "<div>" * 5_000 + "I: Ya.")
