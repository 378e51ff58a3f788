from pathlib import Path

from docx import Document

from tests.cli.command import done, run


def coded(folder: Path) -> Path:
    done(folder, "code", "W1-zul", "di rumah", "awareness")
    return folder


def test_the_appendix_is_one_document_and_its_parts_are_named(here: Path) -> None:
    said = done(
        coded(here), "appendix", "--out", "a.docx", "--parts", "codebook,reduction", "--lang", "id"
    ).out
    assert said.splitlines()[0] == "a.docx holds codebook, reduction."
    assert said.splitlines()[-1] == "reduction\t1\t\t"
    assert "Lampiran 2. Matriks reduksi data" in [
        each.text for each in Document(str(here / "a.docx")).paragraphs
    ]


def test_the_guide_can_be_named_once_in_the_settings(here: Path) -> None:
    (coded(here) / "guide.csv").write_text("Aspek,Pertanyaan\nModal,Dari mana?\n", encoding="utf-8")
    with (here / "qualcode.toml").open("a") as settings:
        settings.write('\n[appendix]\nguide = "guide.csv"\n')
    done(here, "appendix", "--out", "a.md", "--parts", "guide")
    assert "Dari mana?" in (here / "a.md").read_text(encoding="utf-8")


def test_a_part_that_is_none_is_named_with_the_parts_there_are(here: Path) -> None:
    result = run(coded(here), "appendix", "--out", "a.docx", "--parts", "annexe")
    assert (result.code, "informants transcripts" in result.err) == (2, True)


def test_a_file_of_no_known_kind_is_refused_at_once(here: Path) -> None:
    assert run(coded(here), "appendix", "--out", "a.pdf").code == 2
