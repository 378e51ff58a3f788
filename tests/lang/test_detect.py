"""Which language a text is in."""

from pathlib import Path

import pytest

from qualcode.lang import detect

SHARED = Path(__file__).parents[3] / "shared" / "data" / "indonesian"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bagaimana Bapak bisa tahu program itu?", "id"),
        ("Aku dak pacak make aplikasi, wong tuo cak aku ni takut keno tipu.", "id"),
        ("sy blm pny modal utk buka toko", "id"),
        ("Training-nya bagus, dapat packaging sama branding, terus di-share di group.", "id"),
        ("I learned it by watching at a friend's shop.", "en"),
        ("We don’t have the licence yet.", "en"),
        ("Zul, Herman, Astuti", "id"),
        ("", "id"),
        ("12 34 !?", "id"),
        ("Jeg ved ikke, om det er noget, vi har tænkt på, men det kan godt være.", "da"),
        ("Ich weiß nicht, ob das so ist, aber wir haben es auch nicht versucht.", "de"),
        ("Je ne sais pas, mais nous avons aussi une petite boutique dans la rue.", "fr"),
        ("No sé si es así, pero también hay una tienda en la calle que es muy buena.", "es"),
        ("Og så?", "id"),
    ],
)
def test_function_words_tell_the_language(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.skipif(not SHARED.is_dir(), reason="no real transcripts beside the checkout")
def test_real_transcripts_are_told_apart() -> None:
    for path in SHARED.glob("*.md"):
        assert detect(path.read_text(encoding="utf-8")) == path.name.split(".")[1]
