"""How the pictures look with which jobs are shown where they are shared."""

from site_builder.model.value import Value


class CardStyle(Value, frozen=True):
    """Colours as CSS hex; the name of a font among the assets (empty: the drawing library's own), its digest, and which version draws."""

    ground: str
    ink: str
    accent: str
    font: str = ""
    font_digest: str = ""
    drawn_by: str = ""
