"""YAML front matter as values with their lines, read event by event: what is nested too deeply is refused before it does harm."""

from typing import Any

import yaml

from site_builder.reading.plain_values import DEEPEST, MOST_VALUES, too_complex
from site_builder.reading.wrong import Unreadable
from site_builder.reading.yaml_errors import explained, no_space_after_colon
from site_builder.reading.yaml_schema import MERGE, NOT_MEANT, Loader

# YAML 1.1 ends a line at these too; no editor counts them.
_OTHER_LINE_ENDS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))


def read_yaml(text: str, first: int) -> tuple[dict[str, Any], dict[str, int], list[tuple[str, int]]]:
    """Return the values of front matter, their lines by dotted names (`contact.email`, `tags.0`), and names given twice.

    `first` is the text's first line in its file. Read is YAML 1.2's core, with dates, merge keys and aliases: `no` is text (a
    country), `01067` is text (a postal code), `12:30` is text. Of names given twice the first counts. Raises Unreadable.
    """
    text = text.translate(_OTHER_LINE_ENDS)
    loader = Loader(text)
    try:
        reader = _Reader(loader, first)
        return reader.fields(), reader.lines, reader.repeated
    except yaml.MarkedYAMLError as error:
        raise explained(error, text, first) from None
    except yaml.YAMLError as error:
        raise Unreadable(
            "yaml-syntax",
            first,
            f"the front matter cannot be read as YAML: {error}",
            "Write `name: value`, a line each.",
        ) from None
    finally:
        loader.dispose()


_COLLECTIONS = tuple(f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "set", "omap", "pairs"))


class _Reader:
    """Makes values of a loader's events. An alias stands for its value, and counts as often as it stands."""

    def __init__(self, loader: Any, first: int) -> None:
        self.lines: dict[str, int] = {}
        self.repeated: list[tuple[str, int]] = []
        self._loader, self._first = loader, first
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._count = 0

    def fields(self) -> dict[str, Any]:
        self._next(yaml.StreamStartEvent)
        if self._loader.check_event(yaml.StreamEndEvent):
            return {}
        self._next(yaml.DocumentStartEvent)
        event = self._loader.get_event()
        value = self._value(event, "", 0)
        self._next(yaml.DocumentEndEvent)
        self._next(yaml.StreamEndEvent)
        if value is None:
            return {}
        if not isinstance(value, dict):
            unspaced = (
                no_space_after_colon(value)
                if isinstance(value, str) and event.end_mark.line == event.start_mark.line
                else None
            )
            if unspaced is not None:
                raise Unreadable("yaml-syntax", self._line(event), *unspaced)
            raise Unreadable(
                "front-matter-shape",
                self._line(event),
                "between the lines of --- there are no fields",
                "Write each field as `name: value` on a line of its own, such as `title: Data Engineer`.",
            )
        return value

    def _next(self, kind: type) -> None:
        event: Any = self._loader.get_event()
        mark: Any = event.start_mark
        if not isinstance(event, kind):
            raise yaml.MarkedYAMLError(problem="did not find expected <document start>", problem_mark=mark)

    def _mark(self, event: Any) -> Any:
        return event.start_mark

    def _line(self, event: Any) -> int:
        return self._first + int(event.start_mark.line)

    def _value(self, event: Any, name: str | None, depth: int) -> Any:
        """Return the value that begins with an event; `name` is None within a name, which has no line of its own."""
        self._count += 1
        if depth > DEEPEST or self._count > MOST_VALUES:
            raise too_complex(self._line(event))
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise yaml.MarkedYAMLError(problem="found undefined alias", problem_mark=self._mark(event))
            value, size = self._anchors[event.anchor]
            self._count += size
            return value
        before = self._count
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event)
        else:
            self._check_tag(event)
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            value = self._mapping(name, depth) if is_mapping else self._sequence(name, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = value, self._count - before
        return value

    def _mapping(self, name: str | None, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        merged: list[Any] = []
        while not isinstance(event := self._loader.get_event(), yaml.MappingEndEvent):
            is_scalar = isinstance(event, yaml.ScalarEvent)
            if is_scalar and self._tag(event) == MERGE:
                merged.append(self._value(self._loader.get_event(), None, depth + 1))
                continue
            key = event.value if is_scalar else str(self._value(event, None, depth + 1))
            if is_scalar and event.anchor is not None:
                self._anchors[event.anchor] = event.value, 1
            dotted = None if name is None else f"{name}.{key}" if name else key
            if key in values:
                self.repeated.append((dotted or key, self._line(event)))
                self._value(self._loader.get_event(), None, depth + 1)
                continue
            if dotted is not None:
                self.lines[dotted] = self._line(event)
            values[key] = self._value(self._loader.get_event(), dotted, depth + 1)
        for one in (one for group in merged for one in (group if isinstance(group, list) else [group])):
            if isinstance(one, dict):
                values = {**one, **values}
        return values

    def _sequence(self, name: str | None, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._loader.get_event(), yaml.SequenceEndEvent):
            dotted = None if name is None else f"{name}.{len(items)}"
            if dotted is not None:
                self.lines[dotted] = self._line(event)
            items.append(self._value(event, dotted, depth + 1))
        return items

    def _tag(self, event: Any) -> str:
        if event.tag is not None and event.tag != "!":
            return str(event.tag)
        return str(self._loader.resolve(yaml.ScalarNode, event.value, event.implicit))

    def _scalar(self, event: Any) -> Any:
        tag = self._tag(event)
        if tag == MERGE:
            return event.value
        node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)
        try:
            return self._loader.construct_object(node)
        except NOT_MEANT:
            # `2026-02-30` looks like a date, and `!!timestamp soon` says to be one: the field's reader says what is wrong.
            return event.value

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!" and event.tag not in _COLLECTIONS:
            raise yaml.MarkedYAMLError(
                problem=f"could not determine a constructor for the tag '{event.tag}'", problem_mark=event.start_mark
            )
