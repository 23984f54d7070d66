"""The colours and the font of the pictures with which jobs are shown where they are shared: those of the theme and its settings."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from site_builder.model.card import CardStyle
from site_builder.model.site import Asset
from site_builder.theming.look import tokens_of


def card_style(settings: Mapping[str, Any], styles: str, assets: Iterable[Asset]) -> CardStyle | None:
    """Return how cards look by a theme's settings and all its style sheets; None where the extra `cards` is not installed."""
    from importlib.metadata import PackageNotFoundError, version  # dear, and only sites with cards need it

    try:
        drawn_by = ", ".join(f"{name} {version(name)}" for name in _DRAWN_BY)
    except PackageNotFoundError:
        return None
    tokens = tokens_of(styles)
    accent = re.search(rf"\.accent-{re.escape(settings.get('accent', ''))} \{{ --accent: light-dark\((#\w+)", styles)
    font = next((asset for asset in assets if asset.name == settings.get("card_font")), None)
    return CardStyle(
        ground=tokens["background"][0].hex if "background" in tokens else "#ffffff",
        ink=tokens["ink"][0].hex if "ink" in tokens else "#000000",
        accent=accent[1] if accent else tokens["accent"][0].hex if "accent" in tokens else "#000000",
        font=font.name if font else "",
        font_digest=font.digest if font else "",
        drawn_by=drawn_by,
    )


# The distributions of the extra.
_DRAWN_BY = ("pillow", "font_source_sans_pro")
