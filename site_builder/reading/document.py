"""A source file taken apart: fields with their lines, and the text below them."""

import re
from collections.abc import Container, Iterator
from typing import Any

import frontmatter.default_handlers as handlers
from msgspec import Struct

from site_builder.reading.json_fields import begins_json, read_json
from site_builder.reading.names import normal
from site_builder.reading.plain_values import plain
from site_builder.reading.toml_fields import read_toml
from site_builder.reading.wrong import Unreadable, shown
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
                _refuse_other_dashes(matter, start)
                values, lines, repeated = read_yaml(matter, start)
            else:
                (values, lines), repeated = read_toml(matter, start, "the front matter"), []
            return _document(values, lines, repeated, body, first, head)
    return Document({}, {}, (), head, first)


def refuse_misplaced(document: Document, names: Container[str]) -> None:
    """Raise Unreadable where a text begins with what must not stand there: an e-mail's head, or fields without a line of --- above.

    `names` are those of the fields, normalised.
    """
    rows = document.body.split("\n")
    start = next((number for number, row in enumerate(rows) if row.strip()), len(rows))
    first = document.body_line + start
    heads = list(_email_head(rows[start:]))
    said = [head for head in heads if head]
    if (
        {"from", "von", "de"} & {head.casefold() for head in said}
        and len(said) > 1
        and _is_email(rows[start:][: len(heads)])
    ):
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
    row, below = (*rows[start : start + 2], "", "")[:2]
    following = next(filter(str.strip, rows[start + 1 : start + 5]), "")
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
        f'the file is not saved as UTF-8: see "{word}" on this line',
        _SAVE,
    )
