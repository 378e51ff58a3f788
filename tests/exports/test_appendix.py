import pandas as pd

from qualcode.exports.appendix import LEAST, grid_of


def test_what_was_said_and_what_it_comes_to_get_room_beside_many_columns() -> None:
    row = {
        "reference": "W2-herman.36", "case": "Pak Herman", "quotation": "Malemnyo kuajak anakku ke ATM. " * 4,
        "condensation": "", "code_name": "Pembayaran daring", "category": "Sistem informasi terpadu",
        "theme": "Belajar dengan tangan; Memutuskan sendiri",
    }  # fmt: skip
    frame = pd.DataFrame([row, {**row, "condensation": "Kini enam dari sepuluh pembeli membayar nontunai."}])
    grid = grid_of(frame, "Matriks", "id")
    shares = dict(zip(frame.columns, grid.shares(140), strict=True))
    assert all(shares[name] >= least - 0.001 for name, least in LEAST.items())
    assert shares["reference"] * 140 > len("W2-herman.36")
