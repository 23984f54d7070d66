"""A file's YAML front matter with the place of every name and value in the file, so that single ones can be replaced."""

import re
from collections.abc import Iterator
from typing import Any

import frontmatter.default_handlers as handlers
import yaml
from msgspec import Struct

from site_builder.reading.source_text import decode
from site_builder.reading.yaml_schema import Loader

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_OTHER_LINE_ENDS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))  # as read_yaml has it
_ANCHOR = re.compile(r"(?:^|[\s\[{,])[&*][^\s,\]}]", re.MULTILINE)


class Edit(Struct, frozen=True, order=True):
    """A piece of a text, from one character to before another, and what takes its place."""

    start: int
    end: int
    text: str


class Field(Struct, frozen=True):
    """A name at the front matter's outermost level, with its value's node."""

    name: str
    key: Any
    value: Any


class FrontMatter:
    """The fields of a file, and where they stand in its text as it is on the disk: with any line ends, and a mark of UTF-8 or without."""

    def __init__(self, data: bytes) -> None:
        """Find the fields of a file that reading did not refuse. There are none where they are not YAML, or where one value stands for others."""
        self.text = data.decode("utf-8")
        self.fields: tuple[Field, ...] = tuple(_fields(self._yaml(data)))

    def _yaml(self, data: bytes) -> str:
        """Return the YAML, empty where there is none; and note where its lines begin in the file."""
        text = decode(data)
        head = text.lstrip("\n \t")
        if "\ufeff" in self.text[1:] or not _HANDLER.detect(head):
            return ""
        try:
            matter, _ = _HANDLER.split(head)
        except ValueError:
            return ""
        first = text.count("\n", 0, len(text) - len(head)) + head.count("\n", 0, head.index(matter, len("---")))
        # A mark of UTF-8 stands before the first line, which is that of the hyphens.
        self._starts = [0, *(line.end() for line in _LINE.finditer(self.text))][first:]
        return "" if _ANCHOR.search(matter) else str(matter)

    def written(self, node: Any) -> str | None:
        """Return a scalar as it stands in the file, None where it is more than plain or quoted words on one line."""
        if not isinstance(node, yaml.ScalarNode) or node.start_mark.line != node.end_mark.line:
            return None
        text = self.text[self._place(node.start_mark) : self._place(node.end_mark)]
        if node.style in ("'", '"'):
            return text if len(text) > 1 and text[0] == text[-1] == node.style else None
        return text if text == node.value else None

    def edit(self, node: Any, text: str) -> Edit:
        """Return the edit that puts a text in a node's place."""
        return Edit(self._place(node.start_mark), self._place(node.end_mark), text)

    def without_line(self, node: Any) -> Edit | None:
        """Return the edit that takes out an item of a list with its line; None where something else stands on it."""
        start, end = self._starts[node.start_mark.line], self._starts[node.end_mark.line + 1]
        written = self.written(node)
        row = self.text[start:end].strip()
        return (
            Edit(start, end, "")
            if written is not None and re.fullmatch(r"-[ \t]+", row.removesuffix(written))
            else None
        )

    def _place(self, mark: Any) -> int:
        return int(self._starts[mark.line]) + int(mark.column)


def applied(text: str, edits: list[Edit]) -> str:
    """Return a text after some edits that do not overlap."""
    for one in sorted(edits, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def _fields(matter: str) -> Iterator[Field]:
    if not matter:
        return
    loader = Loader(matter.translate(_OTHER_LINE_ENDS))
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield Field(key.value, key, value)


_HANDLER = handlers.YAMLHandler()
