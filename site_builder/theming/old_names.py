"""Old names of the contract between program and themes, in a site's own templates, style sheets and scripts: found, and read as the new ones."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from site_builder.model.deprecated import Deprecated, Kind, of_kinds

ENDINGS = (".html", ".css", ".js", ".mjs")
"""How the names of files end in which old names may stand."""
_REWRITTEN = (Kind.BLOCK, Kind.HOOK, Kind.TOKEN)
"""Kinds that are letters to those who read them: the new name is written in their place. Of the others, templates see both names."""
_ANYWHERE = (Kind.HOOK, Kind.TOKEN)
CONTRACT = (*_REWRITTEN, Kind.VARIABLE, Kind.TEMPLATE)
"""Kinds that stand in templates, style sheets and scripts."""


class Place(NamedTuple):
    """An old name in a text: its first character, and the one after its last."""

    old: Deprecated
    start: int
    end: int


def found_in(text: str, *, is_template: bool) -> Iterator[Place]:
    """Yield the old names in the text of a template, or of a style sheet or script."""
    for one in of_kinds(*(CONTRACT if is_template else _ANYWHERE)):
        seen = text if one.kind in _ANYWHERE else _code(text)
        if one.kind is Kind.VARIABLE and "." not in one.name:
            seen = _TEXT.sub(_spaces, seen)
        for pattern in _patterns(one):
            for match in pattern.finditer(seen):
                yield Place(one, *match.span(1))


def rewritten(text: str, *, is_template: bool) -> str:
    """Return the text of a template, or of a style sheet or script, with the new names in the place of old ones that are mere letters there."""
    if not of_kinds(*_REWRITTEN):
        return text
    places = [
        place for place in found_in(text, is_template=is_template) if place.old.kind in _REWRITTEN and place.old.instead
    ]
    for old, start, end in sorted(places, key=lambda place: place.start, reverse=True):
        is_as_in_html = text[start:end] == old.name
        text = text[:start] + (old.instead if is_as_in_html else _in_script(old.instead)) + text[end:]
    return text


def rewritten_bytes(data: bytes, name: str) -> bytes:
    """Return the bytes of an asset with new names, where its name says that it is a style sheet or script."""
    if not of_kinds(*_REWRITTEN) or not name.endswith(ENDINGS):
        return data
    return rewritten(data.decode("utf-8", "surrogateescape"), is_template=False).encode("utf-8", "surrogateescape")


@cache
def _patterns(one: Deprecated) -> tuple[re.Pattern[str], ...]:
    """Return what finds a name, by its group."""
    name = re.escape(one.name)
    if one.kind is Kind.BLOCK:
        return re.compile(rf"\{{%[-+]?\s*(?:end)?block\s+({name})(?![\w-])"), re.compile(rf"\bself\.({name})\b")
    if one.kind is Kind.TEMPLATE:
        return (re.compile(rf"[\"'](?:[\w-]+/)?({name})[\"']"),)
    if one.kind is Kind.TOKEN:
        return (re.compile(rf"(?<![\w-])({name})(?![\w-])"),)
    if one.kind is Kind.HOOK:
        script = re.escape(_in_script(one.name))
        return re.compile(rf"(?<![\w-])({name})(?![\w-])"), re.compile(rf"\bdataset\.({script})\b")
    owner, _, last = one.name.rpartition(".")
    if not owner:
        # Neither an attribute of something, nor the name of an argument.
        return (re.compile(rf"(?<![\w.])({name})\b(?!\s*=(?!=))"),)
    return (
        re.compile(rf"\b{re.escape(owner)}\.({re.escape(last)})\b"),
        re.compile(rf"\b{re.escape(owner)}\[\s*[\"']({re.escape(last)})[\"']\s*\]"),
    )


def _in_script(hook: str) -> str:
    """Return how a script writes an attribute: `data-soon-days` is `dataset.soonDays`."""
    first, *others = hook.removeprefix("data-").split("-")
    return first + "".join(part.capitalize() for part in others)


_JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TEXT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)


def _code(text: str) -> str:
    """Return a template with spaces in the place of all that Jinja does not read: markup and comments."""
    code, end = "", 0
    for match in _JINJA.finditer(text):
        code += " " * (match.start() - end) + (_spaces(match) if match[0].startswith("{#") else match[0])
        end = match.end()
    return code


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
