"""Which field of a file is which of ours: other names, names given twice, names that are nearly right."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_builder.model.deprecated_uses import use_of
from site_builder.model.problem import Problem, Severity
from site_builder.model.source_files import below_content
from site_builder.reading.culprit import culprit, shown_name
from site_builder.reading.document import Document
from site_builder.reading.mappings import look_up, without
from site_builder.reading.names import LONGEST, meant, normal
from site_builder.reading.plain_values import without_dates
from site_builder.reading.rules import EXTRA, POSTING, Rule, by_name, old_names
from site_builder.reading.wrong import Question, Wrong, quotable, shown


class Given(Struct, frozen=True):
    """A value that a file gives for a field, under the name it uses, on its line."""

    rule: Rule
    name: str
    value: Any
    line: int


class Sorted(Struct, frozen=True):
    """A file's fields, sorted: the values by canonical name, read; the lines they stand on; what we do not know; the problems.

    `names` are the canonical names' spellings in the file, dotted where a site's own name leads into a value.
    `wrong` are the canonical names of fields that are there but misspelt, or without any value that can be read.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    wrong: frozenset[str]
    extra: dict[str, Any]
    problems: tuple[Problem, ...]
    names: dict[str, str] = {}


def read_fields(
    path: str,
    document: Document,
    rules: tuple[Rule, ...],
    own_names: Mapping[str, str],
    zone: ZoneInfo,
    deadlines: ZoneInfo | None = None,
) -> Sorted:
    """Read the fields of a file by a table of rules; `own_names` maps a site's own names (dotted for nested keys) to canonical ones.

    `deadlines` is the zone in which days to apply end, if not `zone`.
    """
    problems = [_repeated(path, name, line) for name, line in document.repeated]
    given, extra, misspelt, unknown = _sort(document, rules, own_names)
    unclear = [name for name in unknown if rules is POSTING and normal(name) in _UNCLEAR]
    problems += [_unclear(path, name, document) for name in unclear]
    # A page's fields have no entries in [fields], so that nobody could tell the build that a template uses them.
    problems += _unknown(path, [name for name in unknown if name not in unclear], document) if rules is POSTING else []
    problems += [_misspelt(path, name, near, document.line_of(name)) for name, near in misspelt.items()]
    problems += _old(path, document, rules, own_names)
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    names: dict[str, str] = {}
    for name, candidates in given.items():
        read = []
        for one in candidates:
            try:
                read.append((one, one.rule.read(one.value, zone, deadlines)))
            except Wrong as wrong:
                problems.append(_wrong(path, document, one, wrong, zone))
        if not read:
            continue
        first, value = read[0]
        if first.rule.joins:
            value = tuple(dict.fromkeys(item for _, items in read for item in items))
            if len(value) > _MOST_JOINED:
                problems.append(_too_many(path, first, len(value)))
                continue
        else:
            problems += [_twice(path, first, other) for other, same in read[1:] if same != value]
        values[name], lines[name], names[name] = value, first.line, first.name
    unread = (given.keys() | set(misspelt.values()) | ({"apply_email"} if unclear else set())) - values.keys()
    return Sorted(values, lines, frozenset(unread), without_dates(extra), tuple(problems), names)


def defaults_for(
    path: str, defaults: Mapping[str, Mapping[str, Any]], zone: ZoneInfo, deadlines: ZoneInfo | None = None
) -> dict[str, Any]:
    """Return the default values for a posting: the site's, then those of each folder above it, the nearest last.

    `defaults` are those of `Config`, by folder below `content/`. They were checked with the settings, so a wrong one is
    passed over here.
    """
    below = below_content(path)
    values: dict[str, Any] = {}
    for folder in sorted(defaults, key=len):
        if below.startswith(folder):
            values |= _read_defaults(defaults[folder], zone, deadlines)
    return values


def _read_defaults(defaults: Mapping[str, Any], zone: ZoneInfo, deadlines: ZoneInfo | None) -> dict[str, Any]:
    known = by_name(POSTING)
    values = {}
    for name, value in defaults.items():
        rule = known.get(normal(name))
        if rule is not None and not _is_empty(value):
            try:
                values[rule.name] = rule.read(value, zone, deadlines)
            except Wrong:
                continue
    return values


_MOST_JOINED = 100


def _old(path: str, document: Document, rules: tuple[Rule, ...], own_names: Mapping[str, str]) -> list[Problem]:
    """Say which names were replaced, or will go, but for those to which the site gives a meaning of its own."""
    olds = old_names(rules)
    if not olds:
        return []
    own = {normal(name.partition(".")[0]) for name in own_names}
    return [
        use_of(olds[normal(name)], path, document.line_of(name))
        for name in document.values
        if normal(name) in olds and normal(name) not in own
    ]


def _sort(
    document: Document, rules: tuple[Rule, ...], own_names: Mapping[str, str]
) -> tuple[dict[str, list[Given]], dict[str, Any], dict[str, str], list[str]]:
    """Return the values given for each field, those of no field of ours, misspelt names with the fields that they most likely mean.

    Last come the names that nobody knows, neither we nor the site's settings.
    """
    known = by_name(rules)
    given: dict[str, list[Given]] = {}
    extra: dict[str, Any] = {}
    misspelt: dict[str, str] = {}
    values = dict(document.values)
    for own, canonical in own_names.items():
        found = look_up(document.values, own)
        if found is None:
            continue
        name, value = found
        rule = known.get(normal(canonical))
        if rule is not None:
            _add(given, Given(rule, name, value, document.line_of(name)))
        first, *parts = name.split(".") if name not in document.values else [name]
        container = known.get(normal(first))
        if parts and container not in (None, rule) and isinstance(values.get(first), dict):
            values[first] = without(values[first], parts)
        elif first in values and (parts or rule is None):
            # What a value says beside its part that is a field is the theme's.
            extra[first] = values.pop(first)
        else:
            values.pop(first, None)
    for name, value in values.items():
        rule = known.get(normal(name))
        near = None if rule is not None else _meant(name[:LONGEST], rules)
        if rule is not None:
            _add(given, Given(rule, name, value, document.line_of(name)))
        elif near is not None:
            misspelt[name] = known[normal(near)].name
        else:
            extra[name] = value
    return given, extra, misspelt, [name for name in values if name in extra and not _is_empty(values[name])]


@lru_cache(maxsize=1024)  # a site's own fields stand in all of its postings
def _meant(name: str, rules: tuple[Rule, ...]) -> str | None:
    return meant(name, (one for rule in rules for one in (rule.name, *rule.others)))


def _add(given: dict[str, list[Given]], one: Given) -> None:
    if _is_empty(one.value):
        return
    # The canonical name wins over others, whatever their order in the file.
    place = 0 if normal(one.name) == normal(one.rule.name) else len(given.get(one.rule.name, ()))
    given.setdefault(one.rule.name, []).insert(place, one)


def _is_empty(value: Any) -> bool:
    """Tell whether a field is there without a value: `phone:`, `phone: ""`, `tags: []`."""
    return not value.strip() if isinstance(value, str) else value is None or value in ([], {})


def _misspelt(path: str, name: str, near: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        "field-name",
        f"there is no field {shown(name)}; did you mean `{near}`?",
        f'Write `{near}: …`. If it is a field of your own, put {shown(name)} = "{EXTRA}" under [fields] in site.toml.',
    )


_UNCLEAR = frozenset({"email", "mail", "emailaddress"})
_MOST_NAMED = 10


def _unclear(path: str, name: str, document: Document) -> Problem:
    address = document.values[name]
    written = quotable(address) if isinstance(address, str) else "…"
    return Problem(
        path,
        document.line_of(name),
        "field-unclear",
        f"`{quotable(name)}` does not say what it is for",
        f"Write `apply_email: {written}` (to apply) or `contact: {written}` (to ask).",
    )


def _unknown(path: str, names: list[str], document: Document) -> list[Problem]:
    """Name all fields that nobody knows in one warning: a theme of the site's own may use them, no other does."""
    if not names:
        return []
    shown_names = [f"`{quotable(name)}`" for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        shown_names.append(f"{len(names) - _MOST_NAMED} more")
    is_one = len(names) == 1
    listed = shown_names[0] if is_one else f"{', '.join(shown_names[:-1])} and {shown_names[-1]}"
    them = "it" if is_one else "them"
    message = f"{listed} {'is no field' if is_one else 'are no fields'} of ours and {'is' if is_one else 'are'} not shown on the page"
    mend = f'Put {them} into the text; if a template of yours uses {them}, write {shown(names[0])} = "{EXTRA}" under [fields] in site.toml.'
    return [Problem(path, min(map(document.line_of, names)), "field-unknown", message, mend, Severity.WARNING)]


def _repeated(path: str, name: str, line: int) -> Problem:
    return Problem(path, line, "field-repeated", f"{shown(name)} is given a second time", "Keep one of the two lines.")


def _twice(path: str, first: Given, other: Given) -> Problem:
    return Problem(
        path,
        other.line,
        "field-twice",
        f"`{quotable(other.name)}` and `{quotable(first.name)}` (line {first.line}) are the same field with different values;"
        f" `{quotable(first.name)}` is used",
        f"Keep one of the two; the field's own name is `{first.rule.name}`.",
        Severity.WARNING,
    )


def _too_many(path: str, first: Given, count: int) -> Problem:
    message = f"`{quotable(first.name)}` and the other names for it have {count} values together"
    return Problem(
        path, first.line, first.rule.name.replace("_", "-") + "-wrong", message, f"Keep at most {_MOST_JOINED}."
    )


def _wrong(path: str, document: Document, one: Given, wrong: Wrong, zone: ZoneInfo) -> Problem:
    name = one.name + culprit(lambda value: one.rule.read(value, zone), one.value, wrong.message)
    can_wait = isinstance(wrong, Question) and not one.rule.decides
    code = one.rule.name.replace("_", "-") + ("-unclear" if can_wait else "-wrong")
    severity = Severity.WARNING if can_wait else Severity.ERROR
    return Problem(path, document.line_of(name), code, f"`{shown_name(name)}`: {wrong.message}", wrong.mend, severity)
