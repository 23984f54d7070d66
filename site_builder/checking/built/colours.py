"""The colours of style sheets, and how well one is read on another.

CSS Color Module Level 4 and 5 (w3.org/TR/css-color-5): hexadecimal, `rgb()`, `hsl()`, `oklch()`, `oklab()`, the names of CSS 2, `light-dark()` and
`color-mix()` in sRGB. Any other colour is None: of what is not known nothing is said.
"""

import re
from collections.abc import Callable
from colorsys import hls_to_rgb
from math import atan2, hypot, radians
from typing import NamedTuple

from site_builder.model import colour as model

_BYTE = 255


class Colour(NamedTuple):
    """Red, green, blue from 0 to 255, and how opaque it is, from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "Colour") -> "Colour":
        """Return what is seen of it on an opaque ground."""
        return Colour(
            *(self.alpha * own + (1 - self.alpha) * other for own, other in zip(self[:3], ground[:3], strict=True))
        )

    @property
    def hex(self) -> str:
        """As style sheets write it: `#1d4ed8`."""
        return "#" + "".join(f"{round(min(max(part, 0), _BYTE)):02x}" for part in self[:3])


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)
TRANSPARENT = Colour(0, 0, 0, 0)


def colour(text: str, current: Colour | None, *, dark: bool) -> Colour | None:
    """Return a colour without variables. `current` is that of the text; `dark` chooses in `light-dark()`. None: it is not known."""
    text = text.strip().lower()
    if text in _NAMED or text == "currentcolor":
        return _NAMED.get(text, current)
    if found := _HEX.fullmatch(text):
        return _hexadecimal(found[1])
    name, _, rest = text.partition("(")
    inner = rest.removesuffix(")")
    if name == "light-dark":
        pair = arguments(inner)
        return colour(pair[dark], current, dark=dark) if len(pair) == _PAIR else None
    if name == "color-mix":
        return _mixed(arguments(inner), current, dark=dark)
    make, wholes = _MADE.get(name, (None, ()))
    numbers = _numbers(inner, wholes)
    return make(numbers) if make and numbers else None


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast of two opaque colours: 1 to 21."""
    return model.contrast(_opaque(first), _opaque(second))


def nearest_readable(ink: Colour, ground: Colour, wanted: float) -> str:
    """Return the colour nearest to `ink` and of its hue that has the contrast wanted on a ground, as style sheets write it."""
    return model.better(_opaque(ink), [_opaque(ground)], wanted).hex


def arguments(text: str) -> list[str]:
    """Split what stands in brackets at its outer commas."""
    parts, depth, start = [], 0, 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]


_SHORT, _PAIR = 4, 2
_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})")
_NAMED = {
    "transparent": TRANSPARENT, "black": BLACK, "white": WHITE, "silver": Colour(192, 192, 192), "gray": Colour(128, 128, 128),
    "grey": Colour(128, 128, 128), "maroon": Colour(128, 0, 0), "red": Colour(255, 0, 0), "purple": Colour(128, 0, 128),
    "fuchsia": Colour(255, 0, 255), "green": Colour(0, 128, 0), "lime": Colour(0, 255, 0), "olive": Colour(128, 128, 0),
    "yellow": Colour(255, 255, 0), "navy": Colour(0, 0, 128), "blue": Colour(0, 0, 255), "teal": Colour(0, 128, 128),
    "aqua": Colour(0, 255, 255), "orange": Colour(255, 165, 0), "lightgray": Colour(211, 211, 211), "darkgray": Colour(169, 169, 169),
}  # fmt: skip


def _hexadecimal(written: str) -> Colour:
    digits = written if len(written) > _SHORT else "".join(2 * digit for digit in written)
    parts = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
    return Colour(*parts[:3], *(part / _BYTE for part in parts[3:]))


def _numbers(text: str, wholes: tuple[float, ...]) -> list[float] | None:
    """Return the three numbers of a colour and its alpha, if there is one; `wholes` is what 100 % of each of the three means."""
    written = re.split(r"[\s,/]+", text.strip())
    if len(written) not in (_PARTS, _PARTS + 1):
        return None
    found: list[float] = []
    for one, whole in zip(written, (*wholes, 1.0), strict=False):
        matched = re.fullmatch(r"(-?[\d.]+)(%|deg)?", one)
        if not matched:
            return None
        found.append(float(matched[1]) * (whole / 100 if matched[2] == "%" else 1))
    return found


_PARTS = 3


def _rgb(numbers: list[float]) -> Colour:
    return Colour(*numbers[:3], *numbers[3:])


def _hsl(numbers: list[float]) -> Colour:
    hue, saturation, lightness = numbers[:3]
    return Colour(*(part * _BYTE for part in hls_to_rgb(hue / 360 % 1, lightness, saturation)), *numbers[3:])


def _oklch(numbers: list[float]) -> Colour:
    light, chroma, hue = numbers[:3]
    made = model.from_oklch(light, chroma, radians(hue))
    return Colour(*(_BYTE * part for part in made), *numbers[3:])


def _oklab(numbers: list[float]) -> Colour:
    light, a, b = numbers[:3]
    made = model.from_oklch(light, hypot(a, b), atan2(b, a))
    return Colour(*(_BYTE * part for part in made), *numbers[3:])


_OF_RGB, _OF_HSL = (255.0, 255.0, 255.0), (360.0, 1.0, 1.0)
_MADE: dict[str, tuple[Callable[[list[float]], Colour] | None, tuple[float, ...]]] = {
    "rgb": (_rgb, _OF_RGB), "rgba": (_rgb, _OF_RGB), "hsl": (_hsl, _OF_HSL), "hsla": (_hsl, _OF_HSL),
    "oklch": (_oklch, (1.0, 0.4, 360.0)), "oklab": (_oklab, (1.0, 0.4, 0.4)),
}  # fmt: skip


def _mixed(parts: list[str], current: Colour | None, *, dark: bool) -> Colour | None:
    """Return a mixture in sRGB (CSS Color 5, "color-mix()")."""
    if len(parts) != 1 + _PAIR or parts[0] != "in srgb":
        return None
    colours, shares = [], []
    for part in parts[1:]:
        share = re.search(r"\s([\d.]+)%\s*$", part)
        one = colour(part[: share.start()] if share else part, current, dark=dark)
        if one is None:
            return None
        colours.append(one)
        shares.append(float(share[1]) / 100 if share else None)
    first = shares[0] if shares[0] is not None else 1 - shares[1] if shares[1] is not None else 0.5
    second = shares[1] if shares[1] is not None else 1 - first
    total = first + second
    if not total:
        return None
    first, second = first / total, second / total
    alpha = first * colours[0].alpha + second * colours[1].alpha
    if not alpha:
        return TRANSPARENT
    mixed = [
        (first * own * colours[0].alpha + second * other * colours[1].alpha) / alpha
        for own, other in zip(colours[0][:3], colours[1][:3], strict=True)
    ]
    return Colour(mixed[0], mixed[1], mixed[2], alpha * min(total, 1))


def _opaque(one: Colour) -> model.Colour:
    return model.Colour(*(min(max(part, 0), _BYTE) / _BYTE for part in one[:3]))
