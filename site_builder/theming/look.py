"""The look that settings ask for, as a style sheet: colours, type, corners. It comes after the theme's own.

What is not set stays the theme's. Colours are looked at before they are taken: one that cannot be read is a problem that names a better one.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from site_builder.model.colour import (
    BLACK,
    WHITE,
    Colour,
    as_light_as,
    better,
    colour_of,
    contrast,
    least_contrast,
    mixed,
)
from site_builder.model.colour import TEXT as ENOUGH
from site_builder.model.problem import Problem
from site_builder.theming.fonts import font_faces, font_of

NAME = "theme-settings.css"
"""The style sheet's name among the assets."""

Tokens = Mapping[str, tuple[Colour, Colour]]
"""The colours of a theme's tokens, in light and in dark, by their names without the dashes."""

Where = Callable[[str], tuple[str, int]]
"""The file and the line that say a setting, by its name."""


def tokens_of(css: str) -> dict[str, tuple[Colour, Colour]]:
    """Return the colours that style sheets' `:root` rules give to tokens: `--ink: light-dark(#161a22, #e9ebf0)`, or one for both.

    What is said of paper or of another medium is indented, and left out.
    """
    found: dict[str, tuple[Colour, Colour]] = {}
    rules = "".join(re.findall(r"^:root\s*\{([^}]*)\}", css, re.MULTILINE))
    for name, light, dark in _TOKEN.findall(rules):
        colours = colour_of(light), colour_of(dark or light)
        if colours[0] is not None and colours[1] is not None:
            found[name] = colours[0], colours[1]
    return found


def is_asked_for(settings: Mapping[str, Any]) -> bool:
    """Say whether any of a theme's settings asks for another look than the theme's own."""
    own = settings.get("accent", "").startswith("#")
    return own or any(settings.get(name) for name in (*_COLOURS[1:], "text_font", "display_font", "corners"))


def look(
    settings: Mapping[str, Any], tokens: Tokens, addresses: Mapping[str, str], where: Where
) -> tuple[str, list[Problem]]:
    """Return the style sheet for a theme's settings, empty where they leave all to the theme, and what is wrong with their colours.

    `tokens` are the colours of the theme's own style sheets, `addresses` those of the assets, relative to the style sheet.
    """
    rules: list[str] = []
    problems: list[Problem] = []
    tokens = {**_PLAIN, **tokens}
    grounds = _grounds(settings, tokens)
    if grounds:
        rules += _rules(grounds)
        problems += _ground_problems(settings, grounds, where)
    accents = _accents(settings, {**tokens, **grounds})
    if accents:
        rules += _rules(accents)
    if settings.get("accent_dark") or colour_of(settings.get("accent", "")) or grounds:
        problems += _accent_problems(settings, {**tokens, **grounds, **accents}, where)
    rules += _fonts_and_corners(settings)
    faces = font_faces(settings, addresses)
    sheet = ":root {\n" + "".join(f"  {rule};\n" for rule in rules) + "}\n" if rules else ""
    return faces + sheet, problems


_TOKEN = re.compile(r"--([\w-]+):\s*(?:light-dark\(\s*)?(#[0-9A-Fa-f]{3,6})(?:\s*,\s*(#[0-9A-Fa-f]{3,6})\s*\))?\s*;")
_ON = "on-"  # begins the names of tokens for what is written on others
_COLOURS = ("accent", "accent_dark", "background", "background_dark", "text", "text_dark", "button")
_PLAIN: Tokens = {
    "background": (WHITE, Colour(0.07, 0.08, 0.1)),
    "surface": (Colour(0.96, 0.96, 0.97), Colour(0.1, 0.11, 0.15)),
    "ink": (Colour(0.09, 0.1, 0.13), Colour(0.91, 0.92, 0.94)),
    "accent": (Colour(0.11, 0.31, 0.85), Colour(0.56, 0.71, 1)),
}
# Where a dark page's ground, text and accent lie on Oklch's scale of lightness, and how colourful the first two may be.
_DARK_GROUND, _DARK_TEXT, _DARK_ACCENT, _LITTLE_CHROMA = 0.19, 0.94, 0.8, 0.02
# The contrast of a text that is proposed: with it, raised parts and lesser text, which are mixed from it, can be read as well.
_GOOD = 7
# How much of the text's colour is in raised parts, in hairlines, in lesser text; and of the accent in tints.
_SURFACE, _LINE, _MUTED, _TINT = 0.04, 0.15, 0.7, 0.1


def _grounds(settings: Mapping[str, Any], tokens: Tokens) -> dict[str, tuple[Colour, Colour]]:
    """Return the colours of page and text with those that follow from them; empty where the settings name none."""
    given = {name: colour_of(settings.get(name, "")) for name in ("background", "background_dark", "text", "text_dark")}
    if not any(given.values()):
        return {}
    background, text = given["background"] or tokens["background"][0], given["text"] or tokens["ink"][0]
    dark, text_dark = given["background_dark"], given["text_dark"]
    if dark is None:
        dark = as_light_as(background, _DARK_GROUND, _LITTLE_CHROMA) if given["background"] else tokens["background"][1]
    if text_dark is None:
        text_dark = as_light_as(text, _DARK_TEXT, _LITTLE_CHROMA) if given["text"] else tokens["ink"][1]
    pairs = ((background, text), (dark, text_dark))
    surfaces = [mixed(ink, _SURFACE, ground) for ground, ink in pairs]
    lesser = [
        better(mixed(ink, _MUTED, ground), [ground, surface])
        for (ground, ink), surface in zip(pairs, surfaces, strict=True)
    ]
    lines = [mixed(ink, _LINE, ground) for ground, ink in pairs]
    return {
        "background": (background, dark),
        "surface": (surfaces[0], surfaces[1]),
        "ink": (text, text_dark),
        "muted": (lesser[0], lesser[1]),
        "line": (lines[0], lines[1]),
    }


def _accents(settings: Mapping[str, Any], tokens: Tokens) -> dict[str, tuple[Colour, Colour]]:
    """Return the colours of links and buttons, and of the text on these; empty where the settings name none."""
    found: dict[str, tuple[Colour, Colour]] = {}
    accent = colour_of(settings.get("accent", ""))
    dark = colour_of(settings.get("accent_dark", ""))
    if accent is not None or dark is not None:
        accent = accent or tokens["accent"][0]
        found["accent"] = accent, dark or _dark_accent(accent, tokens)
        found[f"{_ON}accent"] = _on(found["accent"][0]), _on(found["accent"][1])
    button = colour_of(settings.get("button", ""))
    if button is not None:
        found["button"] = button, button
        found[f"{_ON}button"] = _on(button), _on(button)
    return found


def _dark_accent(accent: Colour, tokens: Tokens) -> Colour:
    """Return a colour for dark pages: the one for light ones where it can be read there, else one of its hue that is lighter."""
    if least_contrast(accent, _accent_grounds(accent, tokens, 1)) >= ENOUGH:
        return accent
    lighter = as_light_as(accent, _DARK_ACCENT)
    return better(lighter, _accent_grounds(lighter, tokens, 1))


def _accent_grounds(accent: Colour, tokens: Tokens, scheme: int) -> list[Colour]:
    """Return the grounds on which links stand: the page, raised parts, and a tint of the accent itself."""
    background = tokens["background"][scheme]
    return [background, tokens["surface"][scheme], mixed(accent, _TINT, background)]


def _on(ground: Colour) -> Colour:
    """Return white or a near black for text on a ground, whichever is read better; black where that is too pale."""
    near_black = Colour(16 / 255, 19 / 255, 26 / 255)
    best = max((WHITE, near_black), key=lambda one: contrast(one, ground))
    return best if contrast(best, ground) >= ENOUGH else BLACK


def _ground_problems(settings: Mapping[str, Any], grounds: Tokens, where: Where) -> Iterator[Problem]:
    for scheme, ending, word in _shown(settings):
        text, places = grounds["ink"][scheme], [grounds[name][scheme] for name in ("background", "surface")]
        ratio = least_contrast(text, places)
        if ratio < ENOUGH:
            background = grounds["background"][scheme].hex
            name = next(
                (one for one in (f"text{ending}", f"background{ending}", "text") if settings.get(one)), "background"
            )
            said = f"text of the colour {text.hex} cannot be read on {background} in {word}: its contrast is {ratio:.1f}, and {ENOUGH} is needed"
            yield _poor(where(name), said, f'Write `text{ending} = "{better(text, places, _GOOD).hex}"`.')


def _accent_problems(settings: Mapping[str, Any], tokens: Tokens, where: Where) -> Iterator[Problem]:
    for scheme, ending, word in _shown(settings):
        accent = tokens["accent"][scheme]
        ratio = least_contrast(accent, _accent_grounds(accent, tokens, scheme))
        if ratio >= ENOUGH:
            continue
        name = f"accent{ending}"
        place = where(next((one for one in (name, "accent", "background") if settings.get(one)), name))
        mend = accent
        for _ in range(5):  # the tint changes with the colour
            mend = better(mend, _accent_grounds(mend, tokens, scheme))
        said = f"links of the colour {accent.hex} cannot be read in {word}: their contrast is {ratio:.1f}, and {ENOUGH} is needed"
        yield _poor(
            place,
            said,
            f'Write `{name} = "{mend.hex}"`; for the fill of buttons alone, `button = "{accent.hex}"` will do.',
        )


def _shown(settings: Mapping[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Give the schemes that readers see: their places in pairs of colours, the endings of settings' names, and words."""
    scheme = settings.get("color_scheme", "auto")
    if scheme != "dark":
        yield 0, "", "the light"
    if scheme != "light":
        yield 1, "_dark", "the dark"


def _poor(where: tuple[str, int], message: str, mend: str) -> Problem:
    return Problem(*where, "contrast-poor", message, mend)


def _rules(tokens: Tokens) -> Iterator[str]:
    for name, (light, dark) in tokens.items():
        yield f"--{name}: light-dark({light.hex}, {dark.hex})"


def _fonts_and_corners(settings: Mapping[str, Any]) -> Iterator[str]:
    for setting, token in (("text_font", "text"), ("display_font", "display")):
        if settings.get(setting):
            yield f"--{token}: {font_of(setting, settings[setting])}"
    corners: Collection[str] = _CORNERS.get(settings.get("corners", ""), "")
    if corners:
        yield f"--radius: {corners}"


_CORNERS = {"square": "0rem", "soft": ".5rem", "round": "1rem"}
