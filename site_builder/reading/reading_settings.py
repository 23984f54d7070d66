"""The settings that reading a file depends on."""

from typing import Any

from msgspec import Struct

from site_builder.model.config import Markdown
from site_builder.model.posting import Organization
from site_builder.model.tree import Tree
from site_builder.reading.html_links import Links


class ReadingSettings(Struct, frozen=True):
    """All settings that reading a file depends on; equal settings and equal bytes make equal readings."""

    language: str
    timezone: str
    organization: Organization | None
    markdown: Markdown
    fields: dict[str, str]
    defaults: dict[str, dict[str, Any]]
    links: Links
    deadlines: str = ""
    trees: tuple[Tree, ...] = ()
