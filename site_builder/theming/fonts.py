"""Type: stacks of fonts that devices have, and fonts of a site's own."""

from collections.abc import Mapping
from typing import Any

# Fonts that come with systems, by the names of the styles of type; the best known of each style for every system
# (https://modernfontstacks.com, CC0).
STACKS = {
    "system": 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
    "grotesque": 'Inter, Roboto, "Helvetica Neue", "Arial Nova", "Nimbus Sans", Arial, sans-serif',
    "humanist": 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", source-sans-pro, sans-serif',
    "geometric": 'Avenir, Montserrat, Corbel, "URW Gothic", source-sans-pro, sans-serif',
    "rounded": 'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Comfortaa, Manjari, "Arial Rounded MT Bold", Calibri, source-sans-pro, sans-serif',
    "industrial": 'Bahnschrift, "DIN Alternate", "Franklin Gothic Medium", "Nimbus Sans Narrow", sans-serif-condensed, sans-serif',
    "oldstyle": '"Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", "Noto Serif", Georgia, serif',
    "transitional": 'Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", serif',
    "didone": 'Didot, "Bodoni MT", "Noto Serif Display", "URW Palladio L", P052, Sylfaen, serif',
    "slab": 'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", "Sitka Small", serif',
    "mono": 'ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace',
}
"""What `text_font` and `display_font` may name beside a file."""

FORMATS = {".woff2": "woff2", ".woff": "woff", ".otf": "opentype", ".ttf": "truetype"}
"""The endings of font files, and their names in CSS."""

# The file for each cut, and how CSS says which cut it is.
_CUTS = {
    "text_font": ("text_font", ""),
    "text_font_bold": ("text_font", "font-weight: 700; "),
    "text_font_italic": ("text_font", "font-style: italic; "),
    "display_font": ("display_font", ""),
}
_FAMILIES = {"text_font": "site text", "display_font": "site display"}
_VARIABLE = ("variable", "wght", "-vf")


def is_font_file(name: str) -> bool:
    """Say whether an asset is a font, by its ending."""
    return _ending(name) in FORMATS


def font_of(setting: str, value: str) -> str:
    """Return the fonts that a setting asks for, as `font-family` takes them: a stack, or a file's with the system's behind it."""
    return STACKS.get(value) or f'"{_FAMILIES[setting]}", {STACKS["system"]}'


def font_faces(settings: Mapping[str, Any], addresses: Mapping[str, str]) -> str:
    """Return the `@font-face` rules of the settings that name files; `addresses` are those of the assets, relative to the style sheet.

    A file of all weights says so in its name, as they mostly do (`Inter-Variable.woff2`, `Inter[wght].woff2`): of others browsers make a bold cut.
    """
    faces = []
    for setting, (of, cut) in _CUTS.items():
        name = settings.get(setting) or ""
        if name not in addresses or not is_font_file(name):
            continue
        if not cut and any(word in name.lower() for word in _VARIABLE):
            cut = "font-weight: 100 900; "  # noqa: PLW2901
        source = f'url("{addresses[name]}") format("{FORMATS[_ending(name)]}")'
        faces.append(f'@font-face {{ font-family: "{_FAMILIES[of]}"; {cut}src: {source}; font-display: swap; }}\n')
    return "".join(faces)


def _ending(name: str) -> str:
    return name[name.rfind(".") :].lower() if "." in name else ""
