"""Canonical names in place of other people's and of slips."""

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.fixing.front_matter import Edit, FrontMatter
from site_builder.fixing.toml_matter import TomlMatter
from site_builder.reading.mappings import look_up
from site_builder.reading.names import LONGEST, meant, normal
from site_builder.reading.rules import Rule, by_name


def edits(
    matter: FrontMatter | TomlMatter, values: Mapping[str, Any], rules: tuple[Rule, ...], own_names: Mapping[str, str]
) -> Iterator[tuple[str, list[Edit]]]:
    """Yield an edit for each field that can be given its canonical name, with what it does, in words.

    Left alone are names to which site.toml gives a meaning of its own, fields that stand there under two names, and fields without a value.
    """
    own = {found[0].partition(".")[0] for name in own_names if (found := look_up(values, name)) is not None}
    known = by_name(rules)
    meanings: dict[str, list[str]] = {}
    for name in values:
        rule = known.get(normal(name)) or _slip_for(name, rules)
        if rule is not None and name not in own:
            meanings.setdefault(rule.name, []).append(name)
    canonical = {names[0]: name for name, names in meanings.items() if len(names) == 1}
    for field in matter.fields:
        meaning = canonical.get(field.name)
        written = matter.written(field.key)
        if meaning in (None, field.name) or not written or values.get(field.name) in (None, "", [], {}):
            continue
        quote = written[0] if written[0] in "'\"" else ""
        yield f"`{field.name}` is now `{meaning}`", [matter.edit(field.key, f"{quote}{meaning}{quote}")]


def _slip_for(name: str, rules: tuple[Rule, ...]) -> Rule | None:
    """Return the field that a name is but one letter away from: one too many, too few, wrong, or two in the wrong order."""
    known = by_name(rules)
    near = meant(name[:LONGEST], (one for rule in rules for one in (rule.name, *rule.others)))
    return known[normal(near)] if near is not None and _one_slip_apart(normal(name), normal(near)) else None


def _one_slip_apart(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    return (
        rest[1:] in (others, others[1:])
        or rest == others[1:]
        or (rest[:2] == others[1::-1] and len(rest) > 1 and rest[2:] == others[2:])
    )
