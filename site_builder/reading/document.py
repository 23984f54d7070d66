"""A source file taken apart: fields with their lines, and the text below them."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import frontmatter.default_handlers as handlers
import yaml
from msgspec import Struct

# An alias bomb of ten lines stands for 10^9 nodes; an honest posting has fewer than a hundred.
MOST_NODES = 10_000
LARGEST_FILE = 1_000_000


class Unreadable(Exception):
    """The file as a whole cannot be read: a code, a line (0: the whole file), what is wrong and what to do."""

    def __init__(self, code: str, line: int, message: str, mend: str) -> None:
        """Say what is wrong, where, and what to do."""
        super().__init__(message)
        self.code, self.line, self.message, self.mend = code, line, message, mend


class Document(Struct, frozen=True):
    """A file's fields and text.

    `values` are those of YAML 1.2's core, TOML or JSON: str, int, float, bool, None, date, datetime, list, dict. `lines` gives the line of
    every field in the file, nested ones by dotted names (`contact.email`). `repeated` are names given twice, with the second's
    line. `body_line` is the line of the file on which `body` begins.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    repeated: tuple[tuple[str, int], ...]
    body: str
    body_line: int


def decode(data: bytes) -> str:
    """Return a file's text: UTF-8, with or without a mark, with any line ends. Raises Unreadable."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(
            "file-too-large",
            0,
            f"the file has {len(data) / 1e6:.1f} MB, more than a posting can have ({LARGEST_FILE / 1e6:.0f} MB)",
            "Put the posting's text alone into the file, and images into assets/.",
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("file-encoding", 0, "the file is UTF-16", "Save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8).")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            "file-encoding",
            line,
            f"the file is not UTF-8: byte 0x{data[error.start]:02x}, read as Latin-1, would be {chr(data[error.start])!r}",
            "Save it as UTF-8 (in most editors: Save with Encoding).",
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        raise Unreadable(
            "control-character",
            text.count("\n", 0, control.start()) + 1,
            f"the file holds the control character U+{ord(control[0]):04X}",
            "Delete it; it often comes with text that was pasted from a PDF or a word processor.",
        )
    if not text.strip():
        raise Unreadable("file-empty", 0, "the file is empty", "Write the posting, or delete the file.")
    return text


def parse(text: str) -> Document:
    """Take a text apart. Raises Unreadable when it has front matter that cannot be read."""
    head = text.lstrip("\n \t")
    skipped = text.count("\n", 0, len(text) - len(head))
    for handler in _HANDLERS:
        if handler.detect(head):
            try:
                matter, body = handler.split(head)
            except ValueError:
                raise Unreadable(
                    "front-matter-open",
                    skipped + 1,
                    f"the front matter that begins here with {handler.START_DELIMITER} has no end",
                    f"Put a line with {handler.END_DELIMITER} alone below the last field.",
                ) from None
            first = skipped + 1 + head[: head.find(matter)].count("\n") if matter else skipped + 2
            values, lines, repeated = handler.fields(matter, first)
            body_line = text.count("\n", 0, len(text) - len(body)) + 1
            return Document(values, lines, tuple(repeated), body, body_line)
    return Document({}, {}, (), head, skipped + 1)


Fields = tuple[dict[str, Any], dict[str, int], list[tuple[str, int]]]


class _Yaml(handlers.YAMLHandler):
    """Front matter between lines of `---`."""

    def fields(self, matter: str, first: int) -> Fields:
        loader = _Loader(matter)
        try:
            node = loader.get_single_node()
            if node is None:
                return {}, {}, []
            if not isinstance(node, yaml.MappingNode):
                raise Unreadable(
                    "front-matter-shape", first, "the front matter is not a list of fields", "Write `name: value`, a line each."
                )
            _refuse_bombs(node, first)
            lines: dict[str, int] = {}
            repeated: list[tuple[str, int]] = []
            return _plain(_construct(loader, node, "", first, lines, repeated)), lines, repeated
        except yaml.MarkedYAMLError as error:
            raise _yaml_problem(error, matter, first) from None
        except yaml.YAMLError as error:
            raise Unreadable("yaml-syntax", first, f"the front matter is not YAML: {error}", _QUOTE) from None
        finally:
            loader.dispose()


class _Toml(handlers.BaseHandler):
    """Front matter between lines of `+++`."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def fields(self, matter: str, first: int) -> Fields:
        try:
            values = tomllib.loads(matter)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"\(at line (\d+), column \d+\)", str(error))
            line = first + int(place[1]) - 1 if place else first
            reason = re.sub(r" \(at .*\)", "", str(error))
            raise Unreadable(
                "toml-syntax", line, f"the front matter is not TOML: {reason}", 'Write `name = "value"`, text in quotes.'
            ) from None
        except RecursionError:
            raise _too_complex(first) from None
        return values, dict(toml_lines(matter, first)), []


class _Json(handlers.JSONHandler):
    """Front matter that is one JSON object, its braces on lines of their own."""

    START_DELIMITER, END_DELIMITER = "{", "}"

    def fields(self, matter: str, first: int) -> Fields:
        repeated: list[str] = []

        def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
            seen: dict[str, Any] = {}
            for name, value in items:
                if name in seen:
                    repeated.append(name)
                seen.setdefault(name, value)
            return seen

        try:
            values = json.loads(matter, object_pairs_hook=pairs)
        except json.JSONDecodeError as error:
            raise Unreadable(
                "json-syntax",
                first + error.lineno - 1,
                f"the front matter is not JSON: {error.msg}",
                'Write `"name": "value",` a line each, without a comma after the last.',
            ) from None
        except RecursionError:
            raise _too_complex(first) from None
        lines: dict[str, int] = {}
        last: dict[str, int] = {}
        for number, line in enumerate(matter.splitlines(), first):
            for name in re.findall(r'"([^"\\]*)"\s*:', line):
                lines.setdefault(name, number)
                last[name] = number
        return values, lines, [(name, last.get(name, first)) for name in repeated]


_HANDLERS: tuple[_Yaml | _Toml | _Json, ...] = (_Yaml(), _Toml(), _Json())


def toml_lines(text: str, first: int = 1) -> Iterator[tuple[str, int]]:
    """Give each key of a TOML text with its line, keys in tables by dotted names; tables too.

    tomllib tells no lines. What looks like a key inside a multi-line string may be given as well: harmless, as names are looked up here, not read.
    """
    table = ""
    for number, line in enumerate(text.splitlines(), first):
        header = re.match(r"\s*\[\[?([^\]]+)\]", line)
        if header:
            table = _toml_key(header[1])
            yield table, number
            continue
        key = re.match(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""", line)
        if key:
            name = _toml_key(key[1])
            yield f"{table}.{name}" if table else name, number


def _toml_key(written: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in re.findall(r"""[\w-]+|"[^"]*"|'[^']*'""", written))


# All control characters but tab and line feed; form feed and vertical tab too, which some systems take for line ends.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_QUOTE = 'Put the value in double quotes: `title: "Developer: web"`.'


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader's base is not known to mypy
    """YAML 1.2's core: `no` is text (a country), `01067` is text (a postal code), `12:30` is text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _firsts in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?(?:0|[1-9][0-9_]*)$", list("-+0123456789")),
    # Not 60.000: that is sixty thousand to half the world, and the reader of pay asks.
    ("float", r"^(?!\d{1,3}\.\d{3}$)[-+]?(?:0|[1-9][0-9_]*)?\.[0-9]+(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    ("timestamp", r"^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)?$", list("0123456789")),
    ("merge", r"^(?:<<)$", ["<"]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _firsts)


def _construct(
    loader: Any, node: yaml.Node, name: str, first: int, lines: dict[str, int], repeated: list[tuple[str, int]]
) -> Any:
    """Make the value of a node, noting the line of every field."""
    if isinstance(node, yaml.MappingNode):
        loader.flatten_mapping(node)
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(_construct(loader, key_node, "", first, {}, []))
            dotted = f"{name}.{key}" if name else key
            line = first + key_node.start_mark.line
            if key in values:
                repeated.append((dotted, line))
                continue
            lines[dotted] = line
            values[key] = _construct(loader, value_node, dotted, first, lines, repeated)
        return values
    if isinstance(node, yaml.SequenceNode):
        return [_construct(loader, item, name, first, lines, repeated) for item in node.value]
    try:
        return loader.construct_object(node)
    except ValueError:  # `2026-02-30` looks like a date: its field's reader says what is wrong with it
        return node.value


def _plain(value: Any) -> Any:
    """Turn what YAML makes beyond JSON and dates (sets, bytes, times) into text."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool | date | datetime):
        return value
    if isinstance(value, time):
        return value.isoformat()
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _refuse_bombs(node: yaml.Node, first: int) -> None:
    """Refuse front matter that aliases blow up: nodes are counted as often as they are pointed at."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()

    def size(one: yaml.Node, depth: int) -> int:
        if id(one) in open_nodes or depth > _DEEPEST:
            raise _too_complex(first + one.start_mark.line)
        if id(one) not in sizes:
            open_nodes.add(id(one))
            children: list[yaml.Node] = []
            if isinstance(one, yaml.MappingNode):
                children = [child for pair in one.value for child in pair]
            elif isinstance(one, yaml.SequenceNode):
                children = one.value
            sizes[id(one)] = 1 + sum(size(child, depth + 1) for child in children)
            open_nodes.discard(id(one))
        return sizes[id(one)]

    if size(node, 0) > MOST_NODES:
        raise _too_complex(first)


_DEEPEST = 20


def _too_complex(line: int) -> Unreadable:
    return Unreadable(
        "front-matter-too-complex",
        line,
        "the front matter is nested too deeply or grows too large through its aliases",
        "Write the values out, without `&name` and `*name`.",
    )


def _yaml_problem(error: yaml.MarkedYAMLError, matter: str, first: int) -> Unreadable:
    """Explain a YAML error by the mistakes that people make."""
    mark = error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    rows = matter.splitlines()
    line = rows[number] if number < len(rows) else ""
    reason = error.problem or error.context or "it cannot be read"
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in reason:
        return Unreadable("yaml-syntax", first + number, "a tab stands where YAML wants spaces", "Indent with spaces.")
    if "mapping values" in reason:
        return Unreadable("yaml-syntax", first + number, "a value holds a colon followed by a space", _QUOTE)
    if "found undefined alias" in reason or "while scanning an alias" in str(error.context):
        return Unreadable("yaml-syntax", first + number, "a value begins with `*`, which YAML takes for an alias", _QUOTE)
    if "cannot start any token" in reason:
        return Unreadable("yaml-syntax", first + number, "a value begins with a character that YAML keeps for itself", _QUOTE)
    if "unexpected end of stream" in reason:
        opened = error.context_mark.line if error.context_mark else number
        return Unreadable(
            "yaml-syntax", first + opened, "a quotation mark that begins here is never closed", "Close it, or take it away."
        )
    if "could not determine a constructor" in reason:
        tag = re.search(r"'([^']+)'", reason)
        return Unreadable(
            "yaml-syntax", first + number, f"the tag {tag[1] if tag else ''} is not known", "Take the tag away; write the value alone."
        )
    return Unreadable(
        "yaml-syntax", first + number, f"the front matter is not YAML: {reason}", f"Write `name: value`, a line each. {_QUOTE}"
    )

