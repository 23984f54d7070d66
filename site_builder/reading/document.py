"""A source file taken apart: fields with their lines, and the text below them."""

import re
from typing import Any

import frontmatter.default_handlers as handlers
from msgspec import Struct

from site_builder.reading.json_fields import begins_json, read_json
from site_builder.reading.plain_values import plain
from site_builder.reading.toml_fields import read_toml
from site_builder.reading.wrong import Unreadable
from site_builder.reading.yaml_fields import read_yaml

LARGEST_FILE = 250_000


class Document(Struct, frozen=True):
    """A file's fields and text.

    `values` are those of `plain_values.plain`. `lines` gives the line of every field in the file, nested ones by dotted names
    (`contact.email`, `locations.0.country`). `repeated` are names given twice, with the second's line. `body_line` is the line of
    the file on which `body` begins.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    repeated: tuple[tuple[str, int], ...]
    body: str
    body_line: int

    def line_of(self, dotted: str) -> int:
        """Return the line of a name, or of the nearest above it whose line is known; 1 where none is."""
        while dotted not in self.lines and "." in dotted:
            dotted = dotted.rpartition(".")[0]
        return self.lines.get(dotted, 1)


def too_large(size: int) -> Unreadable:
    """Say that a file has more than `LARGEST_FILE` bytes."""
    return Unreadable(
        "file-too-large",
        0,
        f"the file has {-(-size // 1000)} kB; at most {LARGEST_FILE // 1000} kB are read",
        "Keep the text alone in it; images go into assets/.",
    )


def decode(data: bytes) -> str:
    """Return a file's text: UTF-8, with or without a mark, with any line ends. Raises Unreadable."""
    if len(data) > LARGEST_FILE:
        raise too_large(len(data))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("file-encoding", 0, "the file is saved as UTF-16", _SAVE)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise Unreadable("control-character", line, "the file is no plain text: it holds the character U+0000", _SAVE)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start) from None
    # Marks of UTF-8 come to stand inside where files are put together; nobody sees them.
    text = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        raise Unreadable(
            "control-character",
            text.count("\n", 0, control.start()) + 1,
            f"the file holds an invisible control character (U+{ord(control[0]):04X})",
            "Delete it, or type the line anew; it comes with text pasted from a PDF.",
        )
    if not text.strip():
        raise Unreadable("file-empty", 0, "the file is empty", "Write its text, or delete the file.")
    return text


def parse(text: str) -> Document:
    """Take a text apart. Raises Unreadable when it has front matter that cannot be read."""
    head = text.lstrip("\n \t")
    first = text.count("\n", 0, len(text) - len(head)) + 1
    if begins_json(head):
        values, lines, repeated, body = read_json(head, first)
        return _document(values, lines, repeated, body, first, head)
    for handler, mark in ((_YAML, "---"), (_TOML, "+++")):
        if handler.detect(head):
            try:
                matter, body = handler.split(head)
            except ValueError:
                raise Unreadable(
                    "front-matter-open",
                    first,
                    f"the fields begin here with a line of {mark}, but no such line ends them",
                    f"Put a line with {mark} alone below the last field.",
                ) from None
            # A mark may take empty lines after it with it.
            start = first + head.count("\n", 0, head.index(matter, len(mark)))
            if handler is _YAML:
                values, lines, repeated = read_yaml(matter, start)
            else:
                (values, lines), repeated = read_toml(matter, start, "the front matter"), []
            return _document(values, lines, repeated, body, first, head)
    return Document({}, {}, (), head, first)


def _document(
    values: dict[str, Any], lines: dict[str, int], repeated: list[tuple[str, int]], body: str, first: int, head: str
) -> Document:
    body_line = first + head.count("\n", 0, len(head) - len(body))
    return Document(plain(values, first), lines, tuple(repeated), body, body_line)


class _TomlHandler(handlers.BaseHandler):
    """Front matter between lines of `+++`, as Hugo and Zola have it."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"


_YAML = handlers.YAMLHandler()
_TOML = _TomlHandler()

# All control characters but tab and line feed; form feed and vertical tab too, which some systems take for line ends.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_SAVE = "Save it as UTF-8 (in most editors: Save as, with the encoding UTF-8)."


def _not_utf8(data: bytes, start: int) -> Unreadable:
    """Show the word in which the first wrong byte stands, as Windows and Western Europe write it, so that its author finds it."""
    before = data[max(0, start - 40) : start].decode("utf-8", errors="replace")
    after = data[start : start + 40].decode("cp1252", errors="replace")
    word = re.findall(r"\S*$", before)[0] + re.findall(r"^\S*", after)[0]
    return Unreadable(
        "file-encoding",
        data.count(b"\n", 0, start) + 1,
        f"the file is not saved as UTF-8: see “{word}” on this line",
        _SAVE,
    )
