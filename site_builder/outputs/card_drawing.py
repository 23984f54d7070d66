"""Draws the picture of a job with Pillow: the same words, colours and font give the same bytes, wherever they are drawn."""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from unicodedata import bidirectional

from PIL import Image, ImageDraw, ImageFont

from site_builder.model.card import CardStyle
from site_builder.model.colour import BLACK, WHITE, Colour, colour_of, mixed

SIZE = 1200, 630
"""Width and height in pixels: what sites that show links ask for (https://ogp.me/, 1.91 to 1)."""

# Places and sizes in pixels. A title takes the first size at which it fits.
_MARGIN, _BAND, _TOP, _BOTTOM = 90, 28, 84, 546
_TITLE_SIZES, _MOST_LINES, _SMALL = (88, 76, 66, 56, 48), 4, 36
_LEADING = 1.18
# The picture has a byte for each pixel, and a palette: a ramp from the ground's colour to the text's, one from the ground's to the accent's.
# What is smooth between two colours so costs no more than an index, and the file stays small.
_INK, _ACCENT_GROUND, _ACCENT = 127, 128, 255

BOLD, REGULAR = "Semibold", "Regular"

_Font = ImageFont.FreeTypeFont


def draw(title: str, organization: str, line: str, style: CardStyle, font: bytes) -> bytes:
    """Return a job's picture as PNG. `font` are a font file's bytes; empty: Source Sans, which comes with the extra."""
    image = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(image)
    small = _font(font, _SMALL, REGULAR)
    pen.rectangle((0, 0, _BAND, SIZE[1]), fill=_ACCENT)
    pen.text((_MARGIN, _TOP), _cut(organization, small), font=small, fill=_INK)
    size, lines = _fitted(title, font)
    top = _TOP + 2.2 * _SMALL
    for number, words in enumerate(lines):
        large = _font(font, size)
        # A stroke makes the only weight of a font a bold one.
        stroke = size // 48 if font else 0
        place = _MARGIN, top + number * size * _LEADING
        pen.text(place, words, font=large, fill=_INK, stroke_width=stroke, stroke_fill=_INK)
    pen.text((_MARGIN, _BOTTOM - _SMALL), _cut(line, small), font=small, fill=_INK)
    return _png(image, style)


@lru_cache(maxsize=4_096)
def can_draw(text: str, font_file: str) -> bool:
    """Say whether a font (a file, or the extra's) has all letters of a text, and whether they are set one after the other from the left."""
    return all(_has(character, font_file) for character in set(text))


@lru_cache(maxsize=4_096)
def _has(character: str, font_file: str) -> bool:
    if character.isascii() or character.isspace():
        return True
    if bidirectional(character) in {"R", "AL"}:
        return False  # Arabic letters join, Hebrew runs the other way: nothing is better than wrong
    font = _font_of_file(font_file)
    return bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


@lru_cache(maxsize=2)
def _font_of_file(file: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file or _own(BOLD), 40)


@lru_cache(maxsize=16)
def _font(font: bytes, size: int, cut: str = BOLD) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(font) if font else _own(cut), size)


def _own(cut: str) -> str:
    return str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{cut}.ttf")


def _fitted(title: str, font: bytes) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits, and its lines; one that is too long even so ends in an ellipsis."""
    lines: list[str] = []
    for size in _TITLE_SIZES:
        lines = _lines(title, _font(font, size))
        if len(lines) <= _MOST_LINES and len(lines) * size * _LEADING <= _BOTTOM - _TOP - 4.4 * _SMALL:
            return size, lines
    return _TITLE_SIZES[-1], [
        *lines[: _MOST_LINES - 1],
        _cut(" ".join(lines[_MOST_LINES - 1 :]), _font(font, _TITLE_SIZES[-1])),
    ]


def _lines(text: str, font: _Font) -> list[str]:
    """Break a text between its words; a word that is wider than the picture, or a text without spaces, between letters."""
    width = SIZE[0] - 2 * _MARGIN
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(joined) <= width:
            lines[-1] = joined
            continue
        lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def _cut(text: str, font: _Font) -> str:
    """Return the beginning of a text that fits on one line."""
    width = SIZE[0] - 2 * _MARGIN
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _png(image: Image.Image, style: CardStyle) -> bytes:
    ground, ink = colour_of(style.ground) or WHITE, colour_of(style.ink) or BLACK
    accent = colour_of(style.accent) or ink
    ramps = [_ramp(ground, ink, _INK), _ramp(ground, accent, _ACCENT - _ACCENT_GROUND)]
    picture = Image.frombytes("P", SIZE, image.tobytes())
    picture.putpalette([round(part * 255) for ramp in ramps for colour in ramp for part in colour])
    data = BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()


def _ramp(start: Colour, end: Colour, steps: int) -> list[Colour]:
    return [mixed(end, step / steps, start) for step in range(steps + 1)]
