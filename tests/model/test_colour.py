"""Colours: contrast by WCAG's formula, and others of the same hue that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.colour import (
    BLACK,
    TEXT,
    WHITE,
    Colour,
    as_light_as,
    better,
    colour_of,
    contrast,
    from_oklch,
    least_contrast,
    mixed,
    oklch,
    rounded,
)

parts = st.integers(0, 255).map(lambda part: part / 255)
colours = st.builds(Colour, parts, parts, parts)


def test_hex_notation() -> None:
    """Three and six digits are colours; names, transparency and anything else are none."""
    assert colour_of("#0F6674") == Colour(15 / 255, 102 / 255, 116 / 255)
    assert colour_of("#fff") == WHITE
    for other in ("0f6674", "#0f66", "#0f667480", "teal", "#ggg", "", "#fff "):
        assert colour_of(other) is None


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21),
        ("#777", "#fff", 4.48),
        ("#767676", "#fff", 4.54),
        ("#1d4ed8", "#fff", 6.7),
        ("#fff", "#fff", 1),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    """It is that of well-known pairs, whichever comes first."""
    first, second = colour_of(one), colour_of(other)
    assert first is not None
    assert second is not None
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.01)


@given(colours)
def test_a_colour_is_its_hex_notation(colour: Colour) -> None:
    """Writing and reading it changes nothing."""
    assert colour_of(colour.hex) == rounded(colour)


@given(colours)
def test_of_the_same_lightness_it_is_the_same(colour: Colour) -> None:
    """There and back through Oklch, no part of a colour moves by more than a step of 255."""
    again = from_oklch(*oklch(colour))
    assert all(abs(a - b) <= 1 / 255 for a, b in zip(again, colour, strict=True))


@given(colours, colours)
def test_the_better_colour_can_be_read(colour: Colour, ground: Colour) -> None:
    """On any single ground there is one, and a colour that can be read is left alone but for rounding."""
    found = better(colour, [ground])
    assert contrast(found, ground) >= TEXT
    assert found == rounded(found)


def test_the_hue_stays() -> None:
    """A better yellow is a dark yellow, a better navy a light blue."""
    yellow, navy = colour_of("#ffcc00"), colour_of("#000080")
    assert yellow is not None
    assert navy is not None
    assert better(yellow, [WHITE]).hex == "#8f720a"
    assert as_light_as(navy, 0.8).blue > as_light_as(navy, 0.8).red


def test_the_poorest_ground_counts() -> None:
    """Grey on white and black is as poor as on the nearer one."""
    grey = mixed(WHITE, 0.5, BLACK)
    assert least_contrast(grey, [WHITE, BLACK]) == contrast(grey, WHITE)
