"""A source file taken apart: fields with their lines, and the text below them."""

import re
from collections.abc import Container, Iterator
from typing import Any

import frontmatter.default_handlers as handlers
from msgspec import Struct

from site_builder.reading.json_fields import begins_json, read_json
from site_builder.reading.names import normal
from site_builder.reading.plain_values import plain
from site_builder.reading.source_text import LARGEST_FILE, decode, too_large
from site_builder.reading.toml_fields import read_toml
from site_builder.reading.wrong import Unreadable, shown
from site_builder.reading.yaml_fields import read_yaml
from site_builder.reading.yaml_plain import read_plain_yaml

__all__ = ["LARGEST_FILE", "Document", "decode", "parse", "refuse_misplaced", "too_large"]


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
                if handler is _YAML:
                    _refuse_other_dashes(head, first)
                raise Unreadable(
                    "front-matter-open",
                    first,
                    f"the fields begin here with a line of {mark}, but no such line ends them",
                    f"Put a line with {mark} alone below the last field.",
                ) from None
            # A mark may take empty lines after it with it.
            start = first + head.count("\n", 0, head.index(matter, len(mark)))
            if handler is _YAML:
                return _yaml_document(matter, start, body, first, head)
            (values, lines), repeated = read_toml(matter, start, "the front matter"), []
            return _document(values, lines, repeated, body, first, head)
    return Document({}, {}, (), head, first)


def refuse_misplaced(document: Document, names: Container[str]) -> None:
    """Raise Unreadable where a text begins with what must not stand there: an e-mail's head, or fields without a line of --- above.

    `names` are those of the fields, normalised.
    """
    text = document.body.lstrip()
    start = document.body.count("\n", 0, len(document.body) - len(text))
    rows = document.body.split("\n", start + _LONGEST_HEAD)[start:]
    first = document.body_line + start
    heads = list(_email_head(rows))
    said = [head for head in heads if head]
    if {"from", "von", "de"} & {head.casefold() for head in said} and len(said) > 1 and _is_email(rows[: len(heads)]):
        last = first + len(heads) - 1
        title = "" if document.values else ", and write the title above the text as `# Title`"
        raise Unreadable(
            "text-is-email",
            first,
            f"the text begins like an e-mail, with {said[0]}: and {said[1]}:",
            f"Delete the lines from {first} to {last}{title}.",
        )
    if document.values:
        return
    row, below = (*rows[:2], "", "")[:2]
    following = next(filter(str.strip, rows[1:5]), "")
    if _is_field(following, names) and (_DASHES.fullmatch(row) or row.rstrip() in ("-", "--")):
        raise _other_dashes(row, first)
    if _is_field(row, names) and not re.fullmatch(r"=+[ \t]*", below):
        raise Unreadable(
            "front-matter-open",
            first,
            "the first lines look like fields, but no line of --- stands above them",
            "Put three hyphens alone on a line above and below them.",
        )


_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]|$)")
_DASHES = re.compile(r"(?=.*[^\s-])[-‐-―−\u00ad]{1,10}[ \t]*")
_EMAIL_HEAD = re.compile(
    r"[>*_ \t]*(?P<name>From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Von|An|Gesendet|Datum|Betreff|De|À|Envoyé|Objet)[*_]*:",
    re.IGNORECASE,
)
_OTHER_HEAD = re.compile(
    r"(?:X-[\w-]+|Message-ID|MIME-Version|Content-[\w-]+|Received|Return-Path|Importance|Attachments?|[ \t]+\S.*)(?::|$)",
    re.IGNORECASE,
)
_CERTAIN_HEAD = re.compile(r"[>*_ \t]*(?:Sent|Subject|Gesendet|Betreff|Envoyé|Objet)[*_]*:|.*@", re.IGNORECASE)


def _email_head(rows: list[str]) -> Iterator[str]:
    """Give the name of each line of an e-mail's head with which rows begin; empty for lines that go on from others, or are other programs'."""
    for row in rows[:_LONGEST_HEAD]:
        found = _EMAIL_HEAD.match(row[:_LONGEST_ROW])
        if found is None and not _OTHER_HEAD.match(row[:_LONGEST_ROW]):
            return
        yield found["name"] if found else ""


_LONGEST_HEAD = 60
_LONGEST_ROW = 200


def _is_email(rows: list[str]) -> bool:
    """Say whether lines that begin as an e-mail's do are one's: "From: May" and "To: July" are not."""
    return any(_CERTAIN_HEAD.match(row[:_LONGEST_ROW]) for row in rows)


def _is_field(row: str, names: Container[str]) -> bool:
    field = _FIELD.match(row)
    return field is not None and normal(field[1]) in names


def _refuse_other_dashes(fields: str, first: int) -> None:
    """Raise Unreadable where a line of dashes that a word processor made of hyphens ends the fields."""
    for number, row in enumerate(fields.split("\n")):
        if _DASHES.fullmatch(row):
            raise _other_dashes(row, first + number)
        if not _OF_FIELDS.match(row):
            return


_OF_FIELDS = re.compile(r"[ \t#]|- |-{3,}|$|[\w\"'-][^:]*:")


def _other_dashes(row: str, line: int) -> Unreadable:
    what = "is a dash (—)" if row.strip() == "—" else f"is {shown(row)}"
    return Unreadable(
        "front-matter-open", line, f"line {line} {what}, not three hyphens", "Write --- alone on that line."
    )


def _yaml_document(matter: str, start: int, body: str, first: int, head: str) -> Document:
    plain_form = read_plain_yaml(matter, start)
    if plain_form is not None:
        return Document(*plain_form, (), body, _body_line(body, first, head))
    _refuse_other_dashes(matter, start)
    return _document(*read_yaml(matter, start), body, first, head)


def _document(
    values: dict[str, Any], lines: dict[str, int], repeated: list[tuple[str, int]], body: str, first: int, head: str
) -> Document:
    return Document(plain(values, first), lines, tuple(repeated), body, _body_line(body, first, head))


def _body_line(body: str, first: int, head: str) -> int:
    return first + head.count("\n", 0, len(head) - len(body))


class _TomlHandler(handlers.BaseHandler):
    """Front matter between lines of `+++`, as Hugo and Zola have it."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"


_YAML = handlers.YAMLHandler()
_TOML = _TomlHandler()
