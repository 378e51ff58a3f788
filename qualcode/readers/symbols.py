"""Letters of symbol fonts, which Word stores as numbers without a meaning of their own."""

_FONTS = ("symbol", "wingdings", "webdings")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def _from(first: int, signs: str) -> dict[int, str]:
    """Give signs their codes, from one code upwards; a space stands for none."""
    return {first + place: sign for place, sign in enumerate(signs) if sign != " "}


SYMBOL = {
    0x20: " ",
    **_from(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    **_from(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_from(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_from(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_from(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑"),
    0xF1: "⟩",
    0xF2: "∫",
}
WINGDINGS = {
    **_from(0x21, "✏✂✁"),
    **_from(0x28, "☎✆✉"),
    **_from(0x41, "✌👌👍👎☜☞☝☟✋☺😐☹"),
    0x52: "☼",
    0x53: "💧",
    0x54: "❄",
    0x58: "✠",
    **_from(0x6C, "●❍■□"),
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    **_from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    0x9E: "·",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xAB: "★",
    0xD8: "➢",
    **_from(0xDF, "←→↑↓↖↗↙↘"),
    0xE8: "➔",
    **_from(0xEF, "⇦⇨⇧⇩⬄"),
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_TABLES = {"symbol": SYMBOL, "wingdings": WINGDINGS}


def is_symbol_font(name: str) -> bool:
    """Say whether a font's letters are pictures; ``Segoe UI Symbol`` has real letters."""
    return name.casefold().rstrip(" 123").startswith(_FONTS)


def symbol(font: str, code: str) -> str:
    """Return the sign that a font shows for a hexadecimal code, U+FFFD where it is not known.

    Examples
    --------
    >>> symbol("Wingdings", "F04A"), symbol("Symbol", "F061"), symbol("Wingdings", "F0FC")
    ('☺', 'α', '✓')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN
    if not is_symbol_font(font) and 0x20 <= number < 0xD800:
        return chr(number)
    return _TABLES.get(font.casefold(), {}).get(number & 0xFF, _UNKNOWN)


def symbols(text: str, font: str) -> str:
    """Return text set in a symbol font; letters that the font's table lacks are left as they are."""
    table = _TABLES.get(font.casefold(), {})
    return "".join(table.get(ord(char) & 0xFF, char) if _is_stored(char) else char for char in text)


def _is_stored(char: str) -> bool:
    return char < "\x7f" or "\uf020" <= char <= "\uf0ff"
