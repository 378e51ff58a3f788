"""Small materials whose answer is plain, for methods that learn."""

from collections.abc import Sequence

import numpy as np

from qualcode.suggest.arrays import UNKNOWN, Labels
from qualcode.suggest.material import Material

CAPITAL = ["Modal dari bank.", "Pinjam modal ke koperasi.", "Modalnya habis.", "Cari pinjaman bank dulu."]
TRAINING = [
    "Ikut pelatihan kemasan.",
    "Dilatih desain label.",
    "Pelatihan tiga hari.",
    "Belajar kemasan.",
]
OTHER = ["Hujan terus minggu ini.", "Anak saya tiga.", "Rumahnya di Pemulutan.", "Begitulah ceritanya."]


def study(sources: int = 3, *, repeat: int = 1) -> tuple[Material, Labels]:
    """Sources that talk of the same things, each passage known: capital, training, neither."""
    texts: list[str] = []
    groups: list[str] = []
    rows: list[tuple[int, int]] = []
    for number in range(sources):
        for place in range(4 * repeat):
            for words, row in ((CAPITAL, (1, 0)), (TRAINING, (0, 1)), (OTHER, (0, 0))):
                texts.append(f"{words[place % 4]} {number}")
                groups.append(f"W{number + 1}")
                rows.append(row)
    return Material(texts=texts, groups=groups), np.array(rows, dtype=np.int8)


def asked(material: Material, labels: Labels, more: Sequence[str]) -> tuple[Material, Labels]:
    """The same with passages of a new source of which nothing is known."""
    texts = [*material.texts, *more]
    groups = [*material.groups, *(["W9"] * len(more))]
    unknown = np.full((len(more), labels.shape[1]), UNKNOWN, dtype=np.int8)
    return Material(texts=texts, groups=groups), np.vstack([labels, unknown])
