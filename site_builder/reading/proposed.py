"""A value found in a sentence, and how values are written in YAML."""

import re
from collections.abc import Sequence

from msgspec import Struct

from site_builder.reading.sentences import Sentence

WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*\w|[A-Z])"
NAME = rf"{WORD}(?:[ ](?:{WORD}|(?:am|an der|upon|on|de|la|le|sur|of|do|del)[ ]{WORD})){{0,3}}"
"""Patterns of a word with a capital, and of a name of up to four of them: "Frankfurt am Main"."""


NO_PLACES = frozenset(
    "a|an|the|we|you|our|remote|it|i|this|that|europe|python|java|linux|monday|january|english|german|french|computer science|home|full|part|cet|utc|gmt|est|pst".split(
        "|"
    )
)
"""Words with a capital that are no places, or say nothing of one."""


class Found(Struct, frozen=True):
    """A value for a field, from where to where in the text it stands, whether nothing else can be meant, and why."""

    field: str
    value: str
    certain: bool
    start: int
    end: int
    reason: str
    alternatives: tuple[str, ...] = ()


def found_in(  # noqa: PLR0913  # all that a finding is made of
    sentence: Sentence,
    span: tuple[int, int],
    field: str,
    value: str,
    reason: str,
    *,
    certain: bool,
    others: Sequence[str] = (),
) -> Found:
    """Return what a stretch of a sentence says; spaces at its ends do not count."""
    start, end = span
    stretch = sentence.text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return Found(
        field,
        str(value),
        certain,
        sentence.start + start,
        sentence.start + start + len(stretch.strip()),
        reason,
        tuple(map(str, others)),
    )


def on_one_line(found: re.Match[str]) -> str:
    """Return what a pattern has found, on one line."""
    return " ".join(found[0].split())


def yaml_text(text: str, *, in_list: bool = False) -> str:
    """Write a text as YAML, in quotes where it needs them."""
    plain = _PLAIN_IN_LIST if in_list else _PLAIN
    return (
        text
        if plain.fullmatch(text) and text.casefold() not in _WORDS
        else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def yaml_list(texts: Sequence[str]) -> str:
    """Write texts as a YAML list on one line; a single one as a list as well."""
    return f"[{', '.join(yaml_text(text, in_list=True) for text in texts)}]"


_PLAIN = re.compile(r"[^\W_](?:[\w ,.()'’/&+-]*[\w.)'’+])?")
_PLAIN_IN_LIST = re.compile(r"[^\W_](?:[\w .()'’/&+-]*[\w.)'’+])?")
_WORDS = frozenset("true false yes no on off null none y n".split())
