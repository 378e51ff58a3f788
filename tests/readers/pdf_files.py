"""PDF files written by hand: words at places, in the two fonts that every viewer has."""

from collections.abc import Sequence
from pathlib import Path

Placed = tuple[float, float, str]
"""Left and baseline in points, and the text; ``**bold**`` for all of it."""


def pdf(path: Path, *pages: Sequence[Placed], extra: bytes = b"") -> Path:
    """Write a PDF with these texts on pages of 600 by 800 points."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    for number, placed in enumerate(pages):
        content = b"BT\n" + b"".join(map(_shown, placed)) + b"ET"
        resources = "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/MediaBox[0 0 600 800]"
        objects += [
            f"<</Type/Page/Parent 2 0 R{resources}/Contents {6 + 2 * number} 0 R>>".encode(),
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        ]
    path.write_bytes(_file(objects, extra))
    return path


def prose(*lines: str, top: float = 700, left: float = 60) -> list[Placed]:
    """Place lines below one another."""
    return [(left, top - 14 * number, line) for number, line in enumerate(lines)]


def _shown(placed: Placed) -> bytes:
    left, baseline, text = placed
    font = "F2" if text.startswith("**") else "F1"
    plain = text.strip("*").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"/{font} 11 Tf 1 0 0 1 {left} {baseline} Tm ({plain}) Tj\n".encode("cp1252")


def _file(objects: Sequence[bytes], extra: bytes) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, extra)
    return data + head + table + trailer + b"startxref\n%d\n%%%%EOF" % len(data)
