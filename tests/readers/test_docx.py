"""What Word's own markup does to a page; the markup is put into files that python-docx wrote."""

import zipfile
from pathlib import Path

from qualcode.readers import read
from qualcode.readers.draft import Draft
from tests.readers.builders import rewritten, word

Q_AND_A = ["P: Kapan?", "I: Dulu.", "P: Ya?"]
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def said(draft: Draft) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(draft.text)) for turn in draft.turns]


def marked_up(path: Path, *paragraphs: str) -> Path:
    """Write a Word file of paragraphs given as their inner markup, or of whole blocks."""
    blocks = "".join(
        each if each.startswith(("<w:p>", "<w:tbl>")) else f"<w:p>{each}</w:p>" for each in paragraphs
    )
    return rewritten(
        word(path), "word/document.xml", lambda xml: xml.replace("<w:body>", f"<w:body>{blocks}")
    )


def with_part(path: Path, name: str, inner: str) -> Path:
    """Add a part, such as comments, to a Word file."""
    kind = f"http://x/relationships/{name}"
    relation = f'<Relationship Id="x{name}" Type="{kind}" Target="{name}.xml"/></Relationships>'
    rewritten(path, "word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", relation))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')
    return path


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, list_id: int = 1, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:pPr>{place}</w:pPr>{run(text)}"


def level(text: str, form: str = "decimal", number: int = 0) -> str:
    inner = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{inner}</w:lvl>'


def lists(path: Path, *levels: str) -> Path:
    """Define one list per level given."""
    outlines = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{each}</w:abstractNum>' for n, each in enumerate(levels)
    )
    numbers = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(levels))
    )
    relation = "numbering"
    with zipfile.ZipFile(path) as archive:
        there = "word/numbering.xml" in archive.namelist()
    if there:
        inner = f'<w:numbering xmlns:w="{W}">{outlines}{numbers}</w:numbering>'
        return rewritten(path, "word/numbering.xml", lambda _: inner)
    return with_part(path, relation, outlines + numbers)


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    path = marked_up(
        tmp_path / "W1.docx", run("P: Ya?"), run("I: Ya") + run(" rahasia", "<w:vanish/>") + run(".")
    )
    assert said(read(path)) == [("P", "Ya?"), ("I", "Ya.")]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    ended = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'
    path = marked_up(tmp_path / "W1.docx", run("P: Kapan?"), ended + run("I: Dulu "), run("sekali."))
    assert said(read(path))[-1] == ("I", "Dulu sekali.")


def test_what_was_moved_is_read_where_it_is_now(tmp_path: Path) -> None:
    away = f'<w:moveFrom w:id="1">{run("lama ")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2">{run("lama")}</w:moveTo>'
    draft = read(marked_up(tmp_path / "W1.docx", run("P: Ya?"), run("I: ") + away + run("sudah ") + here))
    assert said(draft)[-1] == ("I", "sudah lama")
    assert "tracked changes were read as accepted" in map(str, draft.notes)


def test_comments_are_kept_with_the_words_they_are_on(tmp_path: Path) -> None:
    comment = '<w:comment w:id="7" w:author="Dr. Sri"><w:p><w:r><w:t>Di mana?</w:t></w:r></w:p></w:comment>'
    answer = (
        f'{run("I: Saya ")}<w:commentRangeStart w:id="7"/>{run("belajar")}{run(" sendiri")}'
        f'<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>{run(" dulu.")}'
    )
    path = marked_up(tmp_path / "W1.docx", run("P: Ya?"), answer)
    draft = read(with_part(path, "comments", comment))
    assert said(draft)[-1] == ("I", "Saya belajar sendiri dulu.")
    (found,) = draft.comments
    assert (draft.text[found.start : found.end], found.author, found.text) == (
        "belajar sendiri",
        "Dr. Sri",
        "Di mana?",
    )


def test_a_comment_on_a_name_in_a_table_is_on_the_words_beside_it(tmp_path: Path) -> None:
    comment = '<w:comment w:id="1" w:author="S"><w:p><w:r><w:t>siapa?</w:t></w:r></w:p></w:comment>'
    mark = '<w:commentRangeStart w:id="1"/><w:r><w:t>Rina</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    table = [["Pembicara", "Teks"], ["Rina", "Apa kabar?"], ["Bu Lina", "Baik."], ["Bu Lina", "Sehat."]]
    path = word(tmp_path / "W1.docx", table)
    rewritten(path, "word/document.xml", lambda xml: xml.replace("<w:r><w:t>Rina</w:t></w:r>", mark))
    draft = read(with_part(path, "comments", comment))
    assert [speaker.label for speaker in draft.speakers] == ["Rina", "Bu Lina"]
    assert draft.text[draft.comments[0].start : draft.comments[0].end] == "Rina: Apa kabar?"


def test_footnotes_stand_at_the_end_under_their_numbers_and_are_nobodys_turn(tmp_path: Path) -> None:
    note = '<w:footnote w:id="5"><w:p><w:r><w:t>Kode QR.</w:t></w:r></w:p></w:footnote>'
    path = marked_up(
        tmp_path / "W1.docx", run("P: Ya?"), run("I: QRIS") + '<w:r><w:footnoteReference w:id="5"/></w:r>'
    )
    draft = read(with_part(path, "footnotes", note))
    assert draft.text.rstrip().endswith("\n[1] Kode QR.")
    assert said(draft)[-1] == ("I", "QRIS[1]")


def test_the_numbers_of_a_list_are_read_as_they_stand_on_the_page(tmp_path: Path) -> None:
    path = marked_up(tmp_path / "W1.docx", listed("P: Kapan?"), listed("I: Dulu."), listed("P: Ya?"))
    draft = read(lists(path, level("%1.")))
    assert draft.text.startswith("1. P: Kapan?\n2. I: Dulu.")
    assert said(draft)[:2] == [("P", "Kapan?"), ("I", "Dulu.")]


def test_a_list_may_carry_the_speakers(tmp_path: Path) -> None:
    path = marked_up(
        tmp_path / "W1.docx",
        *(each for _ in range(3) for each in (listed("Kapan mulai?", 1), listed("Sudah lama.", 2))),
    )
    draft = read(lists(path, level("P:", "bullet"), level("I:", "bullet")))
    assert said(draft)[:2] == [("P", "Kapan mulai?"), ("I", "Sudah lama.")]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('I: Dalam kotak.')}</w:p></w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{MARKUP}">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    path = marked_up(tmp_path / "W1.docx", run("P: Kapan?") + both, run("P: Lalu?"), run("I: Ya."))
    assert said(read(path))[:3] == [("P", "Kapan?"), ("I", "Dalam kotak."), ("P", "Lalu?")]


def test_a_field_gives_its_result_and_not_its_instruction(tmp_path: Path) -> None:
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>HYPERLINK x</w:instrText><w:t>y</w:t>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>di sini</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    assert said(read(marked_up(tmp_path / "W1.docx", run("P: Ya?"), run("I: ") + field)))[-1] == (
        "I",
        "di sini",
    )


def test_symbols_become_letters_where_they_have_one(tmp_path: Path) -> None:
    signs = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Odd" w:char="F0FF"/></w:r>'
    draft = read(marked_up(tmp_path / "W1.docx", run("P: Ya?"), run("I: ya ") + signs))
    assert said(draft)[-1] == ("I", "ya ☺\ufffd")
    assert [str(note) for note in draft.notes] == ["signs of a symbol font that have no known letter: 1"]


def test_a_table_within_a_table_is_read_as_a_table(tmp_path: Path) -> None:
    row = "".join(f"<w:tc><w:p>{run('%s')}</w:p></w:tc>" for _ in range(2))
    cells = [("Pembicara", "Teks"), ("Rina", "Kapan?"), ("Lina", "Dulu.")]
    inner = "<w:tbl>" + "".join(f"<w:tr>{row % pair}</w:tr>" for pair in cells) + "</w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert said(read(marked_up(tmp_path / "W1.docx", outer))) == [("Rina", "Kapan?"), ("Lina", "Dulu.")]


def test_names_in_one_cell_and_words_in_the_next_are_read_side_by_side(tmp_path: Path) -> None:
    names = "P:\nI:\nP:\nI:", "Kapan mulai?\nSudah lama.\nDi mana?\nDi pasar."
    cells = "".join(
        "<w:tc>" + "".join(f"<w:p>{run(line)}</w:p>" for line in cell.split("\n")) + "</w:tc>"
        for cell in names
    )
    draft = read(marked_up(tmp_path / "W1.docx", f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert said(draft)[:2] == [("P", "Kapan mulai?"), ("I", "Sudah lama.")]


def test_headers_and_footers_are_left_out(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Rahasia"
    for line in Q_AND_A:
        document.add_paragraph(line)
    document.save(str(tmp_path / "W1.docx"))
    assert "Rahasia" not in read(tmp_path / "W1.docx").text


def test_a_file_with_macros_is_read_without_them(tmp_path: Path) -> None:
    path = word(tmp_path / "W1.docx", *Q_AND_A).rename(tmp_path / "W1.docm")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert len(read(path).turns) == 3


def test_columns_headed_question_and_answer_are_two_speakers(tmp_path: Path) -> None:
    table = [["No", "Pertanyaan", "Jawaban"], ["1", "Kapan?", "Dulu."], ["2", "Di mana?", "Di pasar."]]
    draft = read(word(tmp_path / "W1.docx", table))
    assert said(draft)[:2] == [("Pertanyaan", "Kapan?"), ("Jawaban", "Dulu.")]
    assert [speaker.role.value for speaker in draft.speakers] == ["interviewer", "informant"]


def test_notes_in_a_column_beside_the_transcript_are_not_spoken(tmp_path: Path) -> None:
    table = [
        ["Baris", "Transkrip", "Koding"],
        ["1", "P: Kapan?\nI: Dulu.", "awal"],
        ["2", "P: Ya?\nI: Ya.", "x"],
    ]
    assert said(read(word(tmp_path / "W1.docx", table))) == [
        ("P", "Kapan?"),
        ("I", "Dulu."),
        ("P", "Ya?"),
        ("I", "Ya."),
    ]
