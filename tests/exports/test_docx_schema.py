"""Every kind of block, in every kind of document, breaks nothing of the schema."""

import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.exports import docx_comments
from qualcode.exports.blocks import (
    Block,
    BlockQuote,
    Foreign,
    Grid,
    GridColumn,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    Report,
)
from qualcode.exports.docx_writer import STRETCH, render
from qualcode.exports.files import fixed_zip
from qualcode.settings import Dress
from tests.exports.schema import faults
from tests.exports.templates import appendix, thesis
from tests.exports.test_docx_comments import TRANSCRIPT

NARROW = (GridColumn("Kode", 15), GridColumn("Kutipan", 40), GridColumn("n", 9, numeric=True))
WIDE = tuple(GridColumn(f"Kolom {number}", 20) for number in range(8))
RIGHT_TO_LEFT = "بسم الله، lalu الحمد لله."


def png(width: int = 2, height: int = 3) -> bytes:
    """Return a picture of so many white points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    points = zlib.compress(b"".join(b"\x00" + b"\xff" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", points) + chunk(b"IEND", b"")


ALL: tuple[Block, ...] = (
    Heading("Tahap", 1),
    Paragraph(("Lihat ", Ref("cases"), ", ", Ref("curve"), " dan ", Foreign("software"), "."), "Pernyataan"),
    Grid("Kasus", NARROW, [("a", RIGHT_TO_LEFT, "1"), ("b", "x\ty\nz & \x0b", "2")], key="cases"),
    Heading("Matriks", 2),
    Grid("Matriks", WIDE, [("x",) * len(WIDE)]),
    Paragraph("keterangan", quiet=True),
    BlockQuote(RIGHT_TO_LEFT, "W1.3", ("Memo: m",), "In the name of God"),
    PageBreak(),
    Picture("Kurva", "<svg/>", png(), "Kurva yang naik", key="curve"),
    Picture("", "<svg/>", png(), "Tanpa nomor"),
    PageBreak(),
    Grid("", (GridColumn("", 15), GridColumn("", 40)), [("Nama", "Zul")] * (STRETCH + 1)),
    Grid("Panjang", NARROW, [("a", "kata", "1")] * (STRETCH + 1)),
    Grid("Lebar lagi", WIDE, []),
)
DRESSES = {
    "plain": Dress(),
    "lying": Dress(orientation="landscape"),
    "chapter": Dress(chapter="4", source="Sumber: Hasil wawancara"),
}


@pytest.mark.parametrize("template", [None, thesis, appendix])
@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
def test_elements_stand_in_the_order_of_the_schema(tmp_path: Path, template: object, dress: Dress) -> None:
    if callable(template):
        dress = replace(dress, template=template(tmp_path / "template.docx"))
    assert faults(render(Report("Lampiran & <3>", "id", ALL), dress)) == []


def test_comments_stand_in_the_order_of_the_schema() -> None:
    assert faults(docx_comments.render(Report("Transkrip", "id", ALL), TRANSCRIPT, Dress())) == []


def test_what_breaks_the_schema_is_noticed() -> None:
    made = render(Report("T", "id", ALL))
    broken = fixed_zip(
        made,
        lambda name, data: (
            data.replace(b"<w:cantSplit/>", b"<w:sz/>")
            .replace(b'<w:pStyle w:val="Caption"/><w:keepNext/>', b'<w:keepNext/><w:pStyle w:val="Caption"/>')
            .replace(b"</w:p></w:tc>", b"</w:p><w:tbl/></w:tc>")
        ),
    )
    assert {fault.partition(": ")[2] for fault in faults(broken)} == {
        "w:sz in w:trPr",
        "w:pStyle in w:pPr comes too late",
        "a cell does not end with a paragraph",
    }
