"""All fields and settings in one Markdown file, made from the tables that read them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from site_builder.reading.rules import PAGE, POSTING, Rule, Wanted
from site_builder.reading.settings import SETTINGS
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.files import read_toml

_MARKS = {Wanted.REQUIRED: " (**required**)", Wanted.RECOMMENDED: " (*recommended*)", Wanted.OPTIONAL: ""}


def reference() -> str:
    """Return the file's text."""
    return "\n".join(
        [
            "# All fields and settings",
            "",
            "## Fields of a posting",
            "",
            *_fields(POSTING),
            "",
            "## Fields of a page (`content/pages/`)",
            "",
            *_fields(PAGE),
            "",
            "## Settings below `[site]` in site.toml",
            "",
            *_table(
                ("setting", "what it says", "example"),
                (
                    (f"`{one.name}`{_MARKS[Wanted.REQUIRED] if one.required else ''}", one.says, f"`{one.right}`")
                    for one in SETTINGS
                ),
            ),
            "",
            "## Settings below `[theme.settings]`",
            "",
            *_table(("theme", "setting", "without it", "what it may be"), _theme_settings()),
            "",
        ]
    )


def _theme_settings() -> Iterator[tuple[str, ...]]:
    """Yield the settings of the built-in themes. A child theme takes its parent's as well."""
    for file in sorted(BUILT_IN.glob("*/theme.toml")):
        table, _, _ = read_toml(file, file.name)
        choices = table.get("choices", {})
        for name, value in table.get("settings", {}).items():
            may_be = ", ".join(f"`{_toml(one)}`" for one in choices.get(name, ()))
            yield file.parent.name, f"`{name}`", f"`{_toml(value)}`", may_be


def _toml(value: Any) -> str:
    """Return a single value as TOML, which writes it as JSON does."""
    return json.dumps(value, ensure_ascii=False)


def _fields(rules: Iterable[Rule]) -> Iterator[str]:
    return _table(
        ("field", "what it says", "example"),
        ((f"`{rule.name}`{_MARKS[rule.wanted]}", rule.says, f"`{rule.right}`") for rule in rules),
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
