"""Canonical values in place of what people and programs write: one function for each kind of field."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from site_builder.fixing.front_matter import Edit, Field, FrontMatter
from site_builder.reading.dates import read_date, read_moment
from site_builder.reading.names import normal
from site_builder.reading.rules import Rule, by_name
from site_builder.reading.terms import read_employment_types, read_remote, read_tags
from site_builder.reading.values import read_boolean
from site_builder.reading.wrong import Wrong

Canonical = Callable[[Any, ZoneInfo], list[str]]
"""Takes a value as it was read from the file and the site's time zone; returns what to write for it: one text, or the items of a list. Raises Wrong."""


def edits(
    matter: FrontMatter,
    values: Mapping[str, Any],
    rules: tuple[Rule, ...],
    own_names: Mapping[str, str],
    zone: ZoneInfo,
) -> Iterator[tuple[str, list[Edit]]]:
    """Yield the edits for each field whose value can be written in its canonical form, with what they do, in words."""
    known = by_name(rules)
    meanings = {normal(own): canonical for own, canonical in own_names.items()}
    for field in matter.fields:
        rule = known.get(normal(meanings.get(normal(field.name), field.name)))
        canonical = _CANONICAL.get(rule.name) if rule else None
        if rule is None or canonical is None or field.name not in values:
            continue
        try:
            changed = list(_field(matter, field, values[field.name], canonical, zone))
        except Wrong:
            continue
        if changed:
            yield f"the value of `{field.name}`", changed


def _field(matter: FrontMatter, field: Field, value: Any, canonical: Canonical, zone: ZoneInfo) -> Iterator[Edit]:
    if canonical is _tags:
        yield from _tag_edits(matter, field, value)
    elif isinstance(field.value, yaml.SequenceNode):
        for node, item in zip(field.value.value, value, strict=True):
            yield from _scalar(matter, node, item, canonical, zone)
    else:
        yield from _scalar(matter, field.value, value, canonical, zone)


def _scalar(matter: FrontMatter, node: Any, value: Any, canonical: Canonical, zone: ZoneInfo) -> Iterator[Edit]:
    written = matter.written(node)
    if not written:
        return
    quote = written[0] if written[0] in "'\"" else ""
    bare = written.strip(quote) if quote else written
    if canonical in _DATES and _ISO.match(bare):
        return
    texts = canonical(value, zone)
    if len(texts) == 1 and texts[0] != bare:
        # Within quotes `true` would be a text; elsewhere they are the author's.
        yield matter.edit(node, texts[0] if canonical is _boolean else f"{quote}{texts[0]}{quote}")
    elif len(texts) > 1:
        yield matter.edit(node, f"[{', '.join(texts)}]")


_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:$|[T ]\d\d:\d\d)")


def _date(value: Any, zone: ZoneInfo) -> list[str]:
    return [read_date(value, zone).isoformat()]


def _moment(value: Any, zone: ZoneInfo) -> list[str]:
    moment = read_moment(value, zone)
    local = moment.astimezone(zone)
    forms = (local.date().isoformat(), local.isoformat(timespec="minutes"), local.isoformat(timespec="seconds"))
    return [next(form for form in forms if read_moment(form, zone) == moment)]


def _boolean(value: Any, _zone: ZoneInfo) -> list[str]:
    return ["true" if read_boolean(value) else "false"]


def _remote(value: Any, _zone: ZoneInfo) -> list[str]:
    return [str(read_remote(value))]


def _employment(value: Any, _zone: ZoneInfo) -> list[str]:
    kinds, words = read_employment_types(value)
    return [] if words else [str(kind) for kind in kinds]


def _tags(value: Any, _zone: ZoneInfo) -> list[str]:
    return list(read_tags(value))


_DATES = (_date, _moment)
_CANONICAL: dict[str, Canonical] = {
    "date_posted": _date,
    "date_modified": _date,
    "opens_on": _date,
    "valid_through": _moment,
    "employment_type": _employment,
    "remote": _remote,
    "open": _boolean,
    "draft": _boolean,
    "direct_apply": _boolean,
    "navigation": _boolean,
    "tags": _tags,
}


def _tag_edits(matter: FrontMatter, field: Field, value: Any) -> Iterator[Edit]:
    """Make a list of a text with tags; of a list, take out those that are there twice."""
    node = field.value
    if isinstance(node, yaml.ScalarNode):
        tags = read_tags(value)
        if matter.written(node) and tags:
            yield matter.edit(node, f"[{', '.join(map(_in_list, tags))}]")
        return
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != len(value):
        return
    seen: set[tuple[str, ...]] = set()
    doubles = [number for number, item in enumerate(value) if _is_double(item, seen)]
    if doubles and node.flow_style:
        written = [matter.written(item) for item in node.value]
        if node.start_mark.line == node.end_mark.line and None not in written:
            kept = [text for number, text in enumerate(written) if number not in doubles and text is not None]
            yield matter.edit(node, f"[{', '.join(kept)}]")
    else:
        yield from filter(None, (matter.without_line(node.value[number]) for number in doubles))


def _is_double(item: Any, seen: set[tuple[str, ...]]) -> bool:
    tags = tuple(tag.casefold() for tag in read_tags([item]))
    if not tags or tags in seen:
        return bool(tags)
    seen.add(tags)
    return False


_PLAIN = re.compile(r"[^\W\d_][\w+./#-]*(?: [\w+./-]+)*")
_WORDS_OF_YAML = frozenset({"true", "false", "null"})


def _in_list(tag: str) -> str:
    """Return a tag as an item of a list in brackets, in quotes where it would be something else without."""
    if _PLAIN.fullmatch(tag) and tag.lower() not in _WORDS_OF_YAML:
        return tag
    escaped = tag.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
