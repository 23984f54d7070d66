"""A source file's bytes as text: UTF-8 with one kind of line ends, or refused with the reason."""

import re

from site_builder.reading.controls import may_hold_controls
from site_builder.reading.wrong import Unreadable

LARGEST_FILE = 250_000
"""Bytes of a file that is read."""


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
    text = text.replace("\ufeff", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text) if may_hold_controls(data) else None
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
