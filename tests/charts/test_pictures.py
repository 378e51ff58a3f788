"""What all pictures have in common: they are drawn from frames, alike each time, and say all they show."""

import json
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from qualcode import charts
from qualcode.charts.codes import families
from qualcode.charts.look import RAMP
from qualcode.charts.rendering import to_png, to_svg
from qualcode.charts.triangulation import TONES
from qualcode.model import Relation, Theme, Turn, code_guid, derived
from qualcode.tables import Triangulation, frequencies, matrix, of_themes
from qualcode.tables.cooccurrence import cooccurrence, crossing
from qualcode.tables.saturation import saturation
from qualcode.tables.timeline import timeline
from tests.tables.sample import BOOK, CODEBOOK, ZUL, codings, coverage

COVERAGE = coverage(
    {
        ("Zul", "W1-zul", "marketing"): "not_asked",
        ("Zul", "W1-zul", "awareness"): "read",
        ("Herman", "W2-herman", "capacity"): "unread",
    }
)
TURNS = tuple(Turn(number=place, start=50 * place, end=50 * place + 49) for place in range(1, 14))

Drawn = tuple[charts.Chart, str]


def draw_frequencies(language: str) -> Drawn:
    frame = frequencies(codings(), CODEBOOK, language=language)
    return (
        charts.frequencies.chart(frame, CODEBOOK, language=language),
        charts.frequencies.alt_text(frame, CODEBOOK, language=language),
    )


def draw_matrix(language: str) -> Drawn:
    table = matrix(codings(), CODEBOOK, ["Zul", "Herman"], COVERAGE, language=language)
    return (
        charts.matrix.chart(table, CODEBOOK, language=language),
        charts.matrix.alt_text(table, CODEBOOK, language=language),
    )


def draw_frameworks(language: str) -> Drawn:
    crossed = crossing(codings(), CODEBOOK, ["awareness", "capacity"], ["marketing"], COVERAGE)
    return (
        charts.frameworks.chart({"": crossed, "Zul": crossed}, CODEBOOK, language=language),
        charts.frameworks.alt_text(crossed, CODEBOOK, language=language),
    )


def draw_cooccurrence(language: str) -> Drawn:
    pairs = cooccurrence(codings(), CODEBOOK)
    return (
        charts.cooccurrence.chart(pairs, CODEBOOK, language=language),
        charts.cooccurrence.alt_text(pairs, CODEBOOK, language=language),
    )


def draw_timeline(language: str) -> Drawn:
    found = timeline(codings(), CODEBOOK, "W1-zul", TURNS)
    return (
        charts.timeline.chart(found, CODEBOOK, language=language),
        charts.timeline.alt_text(found, CODEBOOK, language=language),
    )


def draw_saturation(language: str) -> Drawn:
    found = saturation(codings(), ["W1-zul", "W2-herman", "W3-astuti"], base=1, run=1)
    return charts.saturation.chart(found, language=language), charts.saturation.alt_text(
        found, language=language
    )


def findings() -> list[Triangulation]:
    """Two themes, each judged differently, of which one kind of source was not asked and one not read."""
    codes = {name: code_guid(BOOK, name) for name in ("awareness", "motivation", "capacity", "marketing")}
    known = [
        ("hak-untuk-dibina", ("awareness",), {"interview": Relation.CONTRADICTS}),
        ("belajar", ("capacity",), {"interview": Relation.ALIGNED, "observation": Relation.COMPLEMENTS}),
        ("pasar", ("marketing",), {}),
        ("tanpa-nilai", ("motivation",), {}),
    ]
    themes = [
        Theme(
            id=derived("theme", name), name=name, claim="So.", coder_id=BOOK,
            code_ids=tuple(codes[code] for code in drawn), relations=relations,
        )
        for name, drawn, relations in known
    ]  # fmt: skip
    seen = coverage(
        {
            ("", "O1-pelatihan", "awareness"): "read",
            ("", "O1-pelatihan", "marketing"): "not_asked",
            ("Herman", "W2-herman", "marketing"): "unread",
        }
    )
    found = of_themes(themes, codings(), CODEBOOK, seen)
    return [each.triangulation for each in found if each.triangulation]


def draw_triangulation(language: str) -> Drawn:
    return (
        charts.triangulation.chart(findings(), language=language),
        charts.triangulation.alt_text(findings(), language=language),
    )


DRAWERS = [
    draw_frequencies,
    draw_matrix,
    draw_frameworks,
    draw_cooccurrence,
    draw_timeline,
    draw_saturation,
    draw_triangulation,
]
Draw = Callable[[str], Drawn]
every = pytest.mark.parametrize("draw", DRAWERS, ids=lambda draw: draw.__name__.removeprefix("draw_"))


def svg(chart: charts.Chart, language: str = "en") -> str:
    return to_svg(charts.finished(chart, language=language)).decode()


@cache
def drawn(draw: Draw, language: str) -> str:
    """The picture as SVG, drawn once for all tests."""
    return svg(draw(language)[0], language)


def texts(picture: str) -> set[str]:
    """What is written in an SVG picture."""
    return {text.strip("\u200b\u2003") for text in re.findall(r">([^<>]+)</t(?:ext|span)>", picture)}


def specification(chart: charts.Chart) -> dict[str, Any]:
    spec: dict[str, Any] = charts.finished(chart, language="id").to_dict()
    return spec


@every
def test_the_same_frame_gives_the_same_picture(draw: Draw) -> None:
    assert svg(draw("en")[0]) == drawn(draw, "en")


def test_a_picture_for_a_document_comes_as_svg_and_as_png_of_300_pixels_per_inch() -> None:
    chart = charts.finished(draw_frameworks("en")[0], language="en")
    picture = charts.rendered(chart)
    assert picture == charts.rendered(chart)
    width, height = (int.from_bytes(picture.png[place : place + 4]) for place in (16, 20))
    across, down = re.findall(r'(?:width|height)="([\d.]+)"', picture.svg)[:2]
    assert (width, height) == pytest.approx((float(across) / 96 * 300, float(down) / 96 * 300), abs=2)


def test_a_picture_is_as_wide_as_it_is_wanted() -> None:
    chart = charts.finished(draw_frameworks("en")[0], language="en")
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in to_svg(chart, width=8).decode()
    assert 'width="8cm"' in to_svg(chart, width=8).decode()
    assert int.from_bytes(to_png(chart, width=8)[16:20]) == pytest.approx(8 / 2.54 * 300, abs=2)


@every
def test_no_word_of_an_interview_is_in_a_picture(draw: Draw) -> None:
    chart, alt = draw("id")
    told = json.dumps(specification(chart)) + alt
    assert not [word for word in ZUL.split() if len(word) > 6 and word in told]


@every
def test_names_are_in_the_language_asked_for_and_whole(draw: Draw) -> None:
    english, indonesian = (texts(drawn(draw, language)) for language in ("en", "id"))
    told: dict[Draw, tuple[str, str]] = {
        draw_saturation: ("Codes (bars: new; line: all so far)", "Kode (batang: baru; garis: semua)"),
        draw_triangulation: ("contradicts", "bertentangan"),
    }
    in_english, in_indonesian = told.get(draw, ("Capacity building", "Pengkapasitasan"))
    assert in_english in english - indonesian
    assert in_indonesian in indonesian - english
    assert not [text for text in english if len(text) > 1 and text.endswith("…")]


@every
def test_alternative_text_is_two_sentences_in_either_language(draw: Draw) -> None:
    for language in ("id", "en"):
        assert 2 <= len(re.findall(r"[.:] |\.$", draw(language)[1])) <= 4
    assert draw("id")[1] != draw("en")[1]


@every
def test_what_is_drawn_is_valid_and_asks_nothing_of_the_network(draw: Draw) -> None:
    spec = specification(draw("id")[0])
    assert "url" not in json.dumps(spec)
    assert spec["usermeta"]["embedOptions"]["actions"]["editor"] is False


def test_each_absence_has_its_sign_and_what_was_not_asked_is_hatched() -> None:
    shown = texts(drawn(draw_matrix, "en"))
    assert {"0", "…", "–", "2"} <= shown
    hatched = [
        layer
        for layer in walk(specification(draw_matrix("en")[0]))
        if "not_asked" in str(layer.get("transform"))
    ]
    assert len(hatched) == 4  # strokes and a gap for the sign, in either part


def test_how_kinds_of_source_stand_to_a_theme_is_told_in_words_and_in_tones_of_grey() -> None:
    shown = texts(drawn(draw_triangulation, "en"))
    assert {"contradicts", "aligned", "complements", "not judged yet"} <= shown
    assert {"0", "–", "+4 −1"} <= shown
    fills = [fill for fill, _frame, _breadth in TONES.values()]
    shades = sorted({grey(fill) for fill in fills})
    assert len(shades) == 3  # what is framed is as light as what nobody judged
    assert all(lighter - darker > 40 for darker, lighter in pairwise(shades))
    assert TONES["contradicts"][2] > TONES[""][2]


def grey(color: str) -> float:
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def walk(spec: Any) -> list[dict[str, Any]]:
    if isinstance(spec, list):
        return [found for each in spec for found in walk(each)]
    if isinstance(spec, dict):
        return [spec, *(found for each in spec.values() for found in walk(each))]
    return []


def test_the_ramp_darkens_step_by_step() -> None:
    shades = [grey(color) for color in RAMP]
    assert all(lighter - darker > 20 for lighter, darker in pairwise(shades))


def test_a_code_speaks_for_itself_even_where_two_share_a_name() -> None:
    part, other = families(CODEBOOK, {"awareness", "motivation", "marketing"}, language="id")
    assert part.labels == {"awareness": ["Penyadaran"], "motivation": ["\u200b\u2003Motivasi"]}
    assert other.name == "Indikator strategi"


def test_a_study_without_codings_is_drawn_too() -> None:
    frame = frequencies(codings(()), CODEBOOK)
    assert "Awareness" in texts(svg(charts.frequencies.chart(frame, CODEBOOK)))
    assert "0 were given at all" in charts.frequencies.alt_text(frame, CODEBOOK)
