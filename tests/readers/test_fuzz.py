"""Real files of every kind, damaged at random: a draft comes out, or a refusal, and nothing else.

`QUALCODE_FUZZ_SECONDS=600` goes on for that long per kind instead of trying a fixed handful; what it
finds is printed as a seed for `SEEDS`.
"""

import os
import random
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.readers import READERS, read
from tests.readers.test_places import WRITERS

SECONDS = float(os.environ.get("QUALCODE_FUZZ_SECONDS", "0"))
HANDFUL = 25
SEEDS: dict[str, tuple[int, ...]] = {".txt": (494032529230,)}
"""Seeds that once found something, by kind."""

SAID = [
    ("Rina", "Kapan mulai — 😀?"),
    ("Bu Lina", "Tahun 2019, Bu…"),
    ("Rina", "“Di mana”?"),
    ("Bu Lina", "café"),
] * 2
SPLICES = [
    *(
        b"\x00",
        b"\xff\xfe",
        b"\r",
        b"<",
        b">",
        b"&#0;",
        b"]]>",
        b"-1",
        b"9" * 30,
        b"{",
        b"\\u-1?",
        b'"',
        b"\n\n",
    ),
    *(
        b":",
        b"-->",
        b"[",
        b"(" * 40,
        b"\xed\xa0\x80",
        b"w:",
        b"\xef\xbb\xbf",
        b"NaN",
        b"1e999",
        b"\\bin9999 ",
    ),
]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Cut, repeat, overwrite or splice in a few places."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) + 1)
        match chance.randrange(6):
            case 0:
                del changed[place : place + chance.randint(1, 40)]
            case 1:
                changed[place:place] = changed[place : place + chance.randint(1, 200)] * chance.randint(1, 9)
            case 2:
                changed[place : place + 1] = bytes([chance.randrange(256)])
            case 3:
                changed[place:place] = chance.choice(SPLICES)
            case 4:
                other = chance.randrange(len(changed) + 1)
                changed[place:place] = changed[other : other + chance.randint(1, 60)]
            case _:
                del changed[len(changed) - chance.randint(0, min(len(changed), 30)) :]
    return bytes(changed)


def damaged_within(data: bytes, chance: random.Random) -> bytes:
    """Damage a member of an archive and pack it again, so that the damage reaches the XML."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        names = archive.namelist()
        hit = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            inner = archive.read(name)
            new.writestr(name, damaged(inner, chance) if name == hit else inner)
    return packed.getvalue()


def one_try(path: Path, sound: bytes, seed: int) -> None:
    chance = random.Random(seed)
    within = sound.startswith(b"PK") and chance.random() < 0.85
    path.write_bytes((damaged_within if within else damaged)(sound, chance))
    try:
        draft = read(path)
    except FileProblem:
        return
    places = [place for turn in draft.turns for place in (turn.start, turn.end)]
    assert places == sorted(places)
    assert all(turn.span.of(draft.text).strip() for turn in draft.turns)
    assert all(0 <= each.start <= each.end <= len(draft.text) for each in draft.comments)
    assert all(str(note) for note in draft.notes)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_damaged_file_is_read_or_refused(kind: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[kind]
    path = tmp_path / f"W1{suffix}"
    write(path, SAID)
    hammer(kind, path)


REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats"
LONGEST = 30_000
"""Bytes of real files that are damaged in the ordinary suite: larger ones take their time."""


def real_files() -> list[Path]:
    found = [path for path in sorted(REAL.rglob("*")) if path.is_file()] if REAL.is_dir() else []
    known = {suffix for reader in READERS for suffix in reader.suffixes}
    kept = [path for path in found if path.suffix in known and path.stat().st_size < LONGEST]
    return list({path.suffix: path for path in kept}.values())


@pytest.mark.parametrize("real", real_files(), ids=lambda path: path.suffix)
def test_a_damaged_real_file_is_read_or_refused(real: Path, tmp_path: Path) -> None:
    path = tmp_path / f"W1{real.suffix}"
    path.write_bytes(real.read_bytes())
    hammer(real.suffix, path)


def hammer(kind: str, path: Path) -> None:
    sound = path.read_bytes()
    for seed in (*SEEDS.get(kind, ()), *range(HANDFUL)):
        one_try(path, sound, seed)
    until = time.monotonic() + SECONDS
    seed = random.SystemRandom().randrange(1 << 40) if SECONDS else 0
    while time.monotonic() < until:
        seed += 1
        try:
            one_try(path, sound, seed)
        except Exception as error:
            raise AssertionError(f"{kind!r}: ({seed},)") from error
