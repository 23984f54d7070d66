"""Colours: how well one can be read on another (WCAG 2.2), and others of the same hue, lighter or darker (Oklch)."""

import re
from collections.abc import Sequence
from math import atan2, cbrt, cos, hypot, sin
from typing import NamedTuple

TEXT = 4.5
"""The contrast that text needs (WCAG 2.2, success criterion 1.4.3, level AA)."""


class Colour(NamedTuple):
    """An opaque sRGB colour, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def hex(self) -> str:
        """The colour as CSS writes it: `#0f6674`."""
        return "#" + "".join(f"{round(part * 255):02x}" for part in self)


WHITE, BLACK = Colour(1, 1, 1), Colour(0, 0, 0)


def colour_of(text: str) -> Colour | None:
    """Return the colour of a CSS hex notation without transparency (`#0f6674`, `#fff`), or None."""
    if not re.fullmatch("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", text):
        return None
    digits = text[1:] if len(text) > len("#fff") else "".join(digit * 2 for digit in text[1:])
    return Colour(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: Colour, share: float, other: Colour) -> Colour:
    """Return what CSS's `color-mix(in srgb, one share, other)` gives."""
    return Colour(*(a * share + b * (1 - share) for a, b in zip(one, other, strict=True)))


def least_contrast(colour: Colour, grounds: Sequence[Colour]) -> float:
    """Return the contrast of a colour on the ground on which it is the poorest."""
    return min(contrast(colour, ground) for ground in grounds)


def better(colour: Colour, grounds: Sequence[Colour], least: float = TEXT) -> Colour:
    """Return the colour of the same hue, lighter or darker, that is the nearest to have a contrast on all of some grounds.

    Where they are so different that none has, white or black, whichever is read better.
    """
    lightness, chroma, hue = oklch(colour)
    steps = [step / 200 for step in range(201)]
    for near in sorted(steps, key=lambda step: abs(step - lightness)):
        found = rounded(from_oklch(near, chroma, hue))
        if least_contrast(found, grounds) >= least:
            return found
    return max((WHITE, BLACK), key=lambda one: least_contrast(one, grounds))


def rounded(colour: Colour) -> Colour:
    """Return the colour that a hex notation has."""
    return Colour(*(round(part * 255) / 255 for part in colour))


def as_light_as(colour: Colour, lightness: float, most_chroma: float = 1) -> Colour:
    """Return the colour of the same hue with an Oklch lightness (0 to 1), and no more chroma than is said."""
    _, chroma, hue = oklch(colour)
    return rounded(from_oklch(lightness, min(chroma, most_chroma), hue))


def from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """Return a colour by its Oklch values, the hue in radians; of one that sRGB does not have, the nearest with less chroma.

    https://www.w3.org/TR/css-color-4/#ok-lab
    """
    while True:
        a, b = chroma * cos(hue), chroma * sin(hue)
        long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
        linear = (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        )
        if chroma <= 0 or all(-0.0005 <= part <= 1.0005 for part in linear):  # noqa: PLR2004  # what rounding leaves
            return Colour(*(_encoded(min(1, max(0, part))) for part in linear))
        chroma = max(0, chroma - 0.004)


def oklch(colour: Colour) -> tuple[float, float, float]:
    """Return a colour's lightness and chroma (from 0) and its hue in radians, in Oklch."""
    red, green, blue = map(_linear, colour)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _luminance(colour: Colour) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # sRGB, IEC 61966-2-1


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004  # sRGB
