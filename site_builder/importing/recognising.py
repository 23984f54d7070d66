"""What a file is: a page, a text, fields with a text, records of a program; or something that has to be saved in another form first."""

import re
from email import message_from_bytes, policy
from enum import StrEnum

from site_builder.importing.html_page import LARGEST_PAGE
from site_builder.reading.file_names import stem_and_ending
from site_builder.reading.json_fields import begins_json
from site_builder.reading.markdown import Markup, markup_of
from site_builder.reading.source_text import LARGEST_FILE, decode, too_large
from site_builder.reading.wrong import Unreadable


class Kind(StrEnum):
    """How a source is read."""

    IMPORTED = "imported"  # what `import` wrote
    FIELDS = "fields"  # front matter or a JSON object, with or without a text; Markdown without fields
    PLAIN = "plain"
    HTML = "html"
    RECORDS = "records"  # JSON: postings as a program published them


ENDINGS = frozenset(
    {".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".json", ".jsonld"}
)
"""The names of files that are looked at in a folder."""


def text_of_bytes(name: str, data: bytes) -> str:
    """Return a source's text, each of its lines ended by a line feed. Raises Unreadable for other kinds of files, and says how to save them."""
    for begins, what in _OTHERS.items():
        if data.startswith(begins):
            raise Unreadable(
                "file-kind",
                0,
                f"the file is {what}",
                "Open it, and save it as HTML or as plain text; then import that.",
            )
    if len(data) > LARGEST_PAGE:
        raise (
            too_large(len(data))
            if not _looks_like_html(name, data)
            else Unreadable(
                "file-too-large",
                0,
                f"the page has {len(data) / 1e6:.0f} MB; at most {LARGEST_PAGE // 1_000_000} MB are read",
                "Save the page without its pictures, or copy its text into a .txt file.",
            )
        )
    if _is_archive(name, data):
        data = _page_in(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", errors="replace").encode()
    if not _looks_like_html(name, data):
        return decode(data)
    text = _html_text(data)
    if not text.strip():
        raise Unreadable(
            "file-empty", 0, "the file is empty", "Save the page again, or copy its text into a .txt file."
        )
    return text


def kind_of(name: str, text: str, mark: str) -> Kind:
    """Say how a text is to be read; `mark` is what the fields of an imported posting begin with."""
    head = text.lstrip()
    ending = stem_and_ending(name)[1].lower()
    if head.startswith(("---", "+++")):
        return Kind.IMPORTED if head.partition("\n")[2].startswith(mark) else Kind.FIELDS
    if ending in (".json", ".jsonld") or head.startswith(("[{", "[\n")):
        return Kind.RECORDS
    if begins_json(head):
        return Kind.FIELDS
    if _PAGE.match(head[:_LONGEST_START]) or markup_of(ending or ".html", text) is Markup.HTML:
        return Kind.HTML
    if not ending:  # from standard input: lines with hyphens alone make no Markdown
        ending = ".md" if "](" in text or "**" in text else ".txt"
    return Kind.PLAIN if markup_of(ending, text) is Markup.PLAIN else Kind.FIELDS


_OTHERS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a document of a word processor, or a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old document of a word processor",
    b"{\\rtf": "rich text (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "compressed",
}
_LONGEST_START = 5_000
_PAGE = re.compile(r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)


def _looks_like_html(name: str, data: bytes) -> bool:
    ending = stem_and_ending(name)[1].lower()
    return ending in (".html", ".htm", ".xhtml", ".mhtml", ".mht") or bool(
        _PAGE.match(data[:_LONGEST_START].decode("latin-1"))
    )


def _html_text(data: bytes) -> str:
    """Return a page's text by the encoding that it states, else UTF-8, else that of old Windows pages."""
    stated = _CHARSET.search(data[:_LONGEST_START])
    for encoding in filter(None, ("utf-8-sig", stated and stated[1].decode("ascii"), "cp1252")):
        try:
            text = data.decode(str(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
        return (
            re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", "", text)
            .replace("\r\n", "\n")
            .replace("\r", "\n")
        )
    return decode(data)  # says where the first wrong byte stands


def _is_archive(name: str, data: bytes) -> bool:
    return stem_and_ending(name)[1].lower() in (".mhtml", ".mht") or (
        data.startswith(b"From: <Saved by ") and b"multipart/related" in data[:2_000]
    )


def _page_in(data: bytes) -> bytes:
    """Return the page in a web archive, as browsers save a page in one file."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    raise Unreadable("file-kind", 0, "the web archive holds no page", "Save the page again, as HTML.")


__all__ = ["ENDINGS", "LARGEST_FILE", "Kind", "kind_of", "text_of_bytes"]
