"""Which field of a file is which of ours: other names, names given twice, names that are nearly right."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_builder.model.problem import Problem, Severity
from site_builder.reading.document import Document
from site_builder.reading.names import near_miss, normal
from site_builder.reading.rules import EXTRA, Rule, by_name
from site_builder.reading.wrong import Wrong


class Given(Struct, frozen=True):
    """A value that a file gives for a field, under the name it uses, on its line."""

    rule: Rule
    name: str
    value: Any
    line: int


class Sorted(Struct, frozen=True):
    """A file's fields, sorted: the values by canonical name, read; the lines they stand on; what we do not know; the problems."""

    values: dict[str, Any]
    lines: dict[str, int]
    extra: dict[str, Any]
    problems: tuple[Problem, ...]


def read_fields(
    path: str, document: Document, rules: tuple[Rule, ...], own_names: Mapping[str, str], zone: ZoneInfo
) -> Sorted:
    """Read the fields of a file by a table of rules; `own_names` maps a site's own names (dotted for nested keys) to canonical ones."""
    problems = [_repeated(path, name, line) for name, line in document.repeated]
    given, extra, name_problems = _sort(path, document, rules, own_names)
    problems += name_problems
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for name, candidates in given.items():
        kept = [one for one in candidates if not _is_empty(one.value)]
        read = []
        for one in kept:
            try:
                read.append((one, one.rule.read(one.value, zone)))
            except Wrong as wrong:
                problems.append(_wrong(path, one, wrong))
        if not read:
            continue
        first, value = read[0]
        if first.rule.joins:
            value = tuple(dict.fromkeys(item for _, items in read for item in items))
        else:
            problems += [_twice(path, first, other) for other, same in read[1:] if same != value]
        values[name], lines[name] = value, first.line
    return Sorted(values, lines, extra, tuple(problems))


def read_defaults(defaults: Mapping[str, Any], rules: tuple[Rule, ...], zone: ZoneInfo) -> dict[str, Any]:
    """Read values that hold for postings that do not say. They were checked with the settings, so a wrong one is passed over here."""
    known = by_name(rules)
    values = {}
    for name, value in defaults.items():
        rule = known.get(normal(name))
        if rule is not None and not _is_empty(value):
            try:
                values[rule.name] = rule.read(value, zone)
            except Wrong:
                continue
    return values


def _sort(
    path: str, document: Document, rules: tuple[Rule, ...], own_names: Mapping[str, str]
) -> tuple[dict[str, list[Given]], dict[str, Any], list[Problem]]:
    known = by_name(rules)
    given: dict[str, list[Given]] = {}
    extra: dict[str, Any] = {}
    problems: list[Problem] = []

    def add(rule: Rule, name: str, value: Any) -> None:
        one = Given(rule, name, value, document.lines.get(name, 1))
        # The canonical name wins over others, whatever their order in the file.
        place = 0 if normal(name) == normal(rule.name) else len(given.get(rule.name, ()))
        given.setdefault(rule.name, []).insert(place, one)

    for dotted, canonical in own_names.items():
        found, value = _look_up(document.values, dotted)
        rule = known.get(normal(canonical))
        if found and rule is not None:
            add(rule, dotted, value)
    for name, value in document.values.items():
        if name in own_names:
            if own_names[name] == EXTRA:
                extra[name] = value
            continue
        rule = known.get(normal(name))
        if rule is not None:
            add(rule, name, value)
            continue
        if any(own.startswith(f"{name}.") for own in own_names):
            extra[name] = value
            continue
        near = near_miss(name, [one for rule in rules for one in (rule.name, *rule.others)])
        if near is not None:
            problems.append(
                Problem(
                    path,
                    document.lines.get(name, 1),
                    "field-name",
                    f"`{name}` is no field that we know; did you mean `{near}`?",
                    f'Write `{near}: …`; or, if `{name}` is a field of your own, add `"{name}" = "{EXTRA}"` under [fields] in site.toml.',
                )
            )
            continue
        extra[name] = value
    return given, extra, problems


def _look_up(values: Mapping[str, Any], dotted: str) -> tuple[bool, Any]:
    """Find a value by a name that may be dotted for nested keys."""
    if dotted in values:
        return True, values[dotted]
    current: Any = values
    for part in dotted.split("."):
        if not isinstance(current, Mapping) or part not in current:
            return False, None
        current = current[part]
    return True, current


def _is_empty(value: Any) -> bool:
    """Tell whether a field is there without a value: `phone:`, `phone: ""`, `tags: []`."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _repeated(path: str, name: str, line: int) -> Problem:
    return Problem(
        path, line, "field-repeated", f"`{name}` is given a second time", "Keep one of the two lines; YAML itself would silently take the last."
    )


def _twice(path: str, first: Given, other: Given) -> Problem:
    return Problem(
        path,
        other.line,
        "field-twice",
        f"`{other.name}` and `{first.name}` (line {first.line}) are the same field with different values; `{first.name}` is used",
        f"Keep one of the two; the canonical name is `{first.rule.name}`.",
        Severity.WARNING,
    )


def _wrong(path: str, one: Given, wrong: Wrong) -> Problem:
    code = one.rule.name.replace("_", "-") + "-wrong"
    return Problem(path, one.line, code, f"`{one.name}`: {wrong.message}", wrong.mend)
