"""What a scalar without quotes and tag means in our YAML: version 1.2's core schema, with dates and merge keys."""

import re
from functools import lru_cache
from typing import Any, ClassVar

import yaml

from site_builder.reading.plain_values import single

MERGE = "tag:yaml.org,2002:merge"
NOT_MEANT = (ValueError, KeyError, AttributeError, OverflowError)
"""What constructors raise for a scalar that only looks like their kind: `2026-02-30` looks like a date, and is text."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader's base is not known to mypy
    """YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), dates and merge keys."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _firsts in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?(?:0|[1-9][0-9_]*)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:0|[1-9][0-9_]*)?\.[0-9]+(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    (
        "timestamp",
        r"^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)?$",
        list("0123456789"),
    ),
    ("merge", r"^(?:<<)$", ["<"]),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _firsts)


def meaning(text: str) -> Any:
    """Return what a scalar without quotes and tag stands for, as `plain_values` has it: mostly the text itself, a number or a day."""
    if text[:1] not in Loader.yaml_implicit_resolvers:
        return text
    return _frequent(text) if len(text) < _LONGEST_KEPT else _meaning(text)


_LONGEST_KEPT = 40
_CONSTRUCTOR = yaml.constructor.SafeConstructor()


def _meaning(text: str) -> Any:
    for tag, pattern in Loader.yaml_implicit_resolvers[text[:1]]:
        if pattern.match(text):
            try:
                return single(Loader.yaml_constructors[tag](_CONSTRUCTOR, yaml.ScalarNode(tag, text)))
            except NOT_MEANT:
                return text
    return text


_frequent = lru_cache(4096)(_meaning)  # postings share days, numbers and words
