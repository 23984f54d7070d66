"""What a posting's text says that is a field's: tags of job boards (`#LI-Remote`), read and hidden; lines such as `Location: Hamburg`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.posting import RemoteRule
from site_builder.model.problem import Problem, Severity
from site_builder.reading.document import Document
from site_builder.reading.names import normal
from site_builder.reading.rules import POSTING, by_name
from site_builder.reading.salaries import may_be_salary
from site_builder.reading.values import is_email
from site_builder.reading.wrong import Wrong, quotable, right_line


def without_board_tags(text: str) -> tuple[str, RemoteRule | None]:
    """Return a text (plain, Markdown or HTML) without the tags that job boards read, and the remote rule they state.

    `#LI-Remote` and the like go from the ends of lines; without `#` only from a line of their own or the end of the
    text. Lines keep their numbers. Tags that contradict each other state nothing.
    """
    if "li-" not in text.lower():
        return text, None
    lines = text.splitlines(keepends=True)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=-1)
    removed: list[str] = []
    for number, written in enumerate(lines):
        line = written
        tags = _tags_at_end(line, is_last=number == last) if "li-" in line.lower() else []
        for tag in reversed(tags):
            line = line[: tag.start()] + line[tag.end() :]
        if tags:
            end = line[len(line.rstrip("\r\n")) :]
            lines[number] = line.rstrip() + end if line.strip(" \t\r\n*_,;|\\") else end
            removed += [tag[0].lstrip("\\") for tag in tags]
    rules = {_RULES[key] for tag in removed if (key := tag.lstrip("#")[3:].lower()) in _RULES}
    return "".join(lines), rules.pop() if len(rules) == 1 else None


_RULES = {"remote": RemoteRule.FULL, "hybrid": RemoteRule.HYBRID, "onsite": RemoteRule.NONE, "on-site": RemoteRule.NONE}
_BOARD_TAG = re.compile(
    r"(?<![\w/&#.-])\\?(#)?\bLI-(remote|hybrid|on-?site|[A-Z]{2,3}[0-9]{1,3}|(?<=#LI-)[A-Za-z0-9]{1,20})(?![\w-])",
    re.IGNORECASE,
)
_BETWEEN_TAGS = re.compile(r"(?:[\s*_,;|]|&nbsp;|</?\w+\s*/?>)*")


def _tags_at_end(line: str, *, is_last: bool) -> list[re.Match[str]]:
    """Return the tags after which nothing but other tags stands on the line."""
    found: list[re.Match[str]] = []
    end = len(line)
    for tag in reversed(list(_BOARD_TAG.finditer(line))):
        if not _BETWEEN_TAGS.fullmatch(line, tag.end(), end):
            break
        found.insert(0, tag)
        end = tag.start()
    alone = bool(_BETWEEN_TAGS.fullmatch(line, 0, end))
    return found if alone or is_last else [tag for tag in found if tag[1]]


class Label(Struct, frozen=True):
    """A line of a text that reads like a field: its line in the file, as it is written there, and as a field's line."""

    line: int
    written: str
    right: str


def labels_in(document: Document, zone: ZoneInfo) -> dict[str, Label]:
    """Return the lines of a text that read like fields, by canonical names: of each field the first whose value can be read."""
    found: dict[str, Label] = {}
    where = "among the fields" if document.values else "between two lines of --- at the beginning"
    for number, row in enumerate(document.body.split("\n", _MOST_ROWS)[:_MOST_ROWS]):
        label = _LABEL.fullmatch(row) if ":" in row and len(row) <= _LONGEST_ROW else None
        name = _field_of(label["name"], label["value"]) if label else None
        if label is None or name is None or name in found:
            continue
        value = _address_in(label["value"]) if name.startswith("apply") else label["value"]
        if _can_be(name, value, zone):
            right = f"{right_line(name, value)} {where}"
            found[name] = Label(document.body_line + number, quotable(f"{label['name']}: {label['value']}"), right)
    return found


def with_label(problem: Problem, labels: Mapping[str, Label]) -> Problem:
    """Return the problem of a field that is missing with the line of the text that reads like it, if there is one."""
    names = _MISSED.get(problem.code, ())
    label = next((labels[name] for name in names if name in labels), None)
    if label is None:
        return problem
    return replace(problem, mend=f"Line {label.line} reads like it (`{label.written}`): write it as {label.right}.")


def lost_labels(path: str, labels: Mapping[str, Label], values: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a warning for each line that reads like a field of which no other problem says that it is missing."""
    for name in ("valid_through", "salary", "employment_type"):
        if name in labels and name not in values:
            label = labels[name]
            message = f"`{label.written}` stands in the text, where no program reads it"
            yield Problem(path, label.line, "field-in-text", message, f"Write it as {label.right}.", Severity.WARNING)


_MOST_ROWS = 500
_LONGEST_ROW = 120
_LABEL = re.compile(
    r"[ \t>*_-]*(?P<name>[A-Za-z][A-Za-z _-]{1,30}?)[*_]*[ \t]*:[*_]*[ \t]+[*_]*(?P<value>[^\s*_].{0,60}?)[ \t*_\\]*"
)
_MISSED = {
    "date-posted-missing": ("date_posted",),
    "locations-missing": ("locations",),
    "apply-missing": ("apply_url", "apply_email"),
    "organization-missing": ("organization",),
    "title-missing": ("title",),
}
_LABELLED = frozenset(name for names in _MISSED.values() for name in names) | {
    "valid_through",
    "salary",
    "employment_type",
}
_ALSO = {"type": "employment_type", "jobtype": "employment_type", "howtoapply": "apply_url", "applyby": "valid_through"}


def _field_of(name: str, value: str) -> str | None:
    rule = by_name(POSTING).get(normal(name))
    field = rule.name if rule is not None else _ALSO.get(normal(name))
    if field == "apply_url" and is_email(_address_in(value)):
        field = "apply_email"
    return field if field in _LABELLED else None


def _address_in(value: str) -> str:
    """Return the web or mail address that stands in a text; the text where none does."""
    found = re.search(r"https?://[^\s<>()]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", value)
    return found[0].rstrip(".,;") if found else value


def _can_be(name: str, value: str, zone: ZoneInfo) -> bool:
    """Say whether a value is one of a field beyond doubt."""
    try:
        read = by_name(POSTING)[normal(name)].read(value, zone)
    except Wrong:
        return False
    if name == "employment_type":
        return bool(read[0])
    return name != "salary" or may_be_salary(read)
