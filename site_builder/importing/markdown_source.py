"""A file with fields in any vocabulary, or Markdown without any: its fields with their lines, its text put into order."""

import re
from collections.abc import Iterator

from site_builder.importing.blocks import Block, ordered, written
from site_builder.importing.found import Found, Note, Said
from site_builder.importing.html_blocks import blocks_of
from site_builder.importing.html_page import read_page
from site_builder.importing.html_words import Words
from site_builder.importing.markdown_words import escaped
from site_builder.reading.document import Document
from site_builder.reading.file_names import stem_and_ending
from site_builder.reading.heading import heading_of
from site_builder.reading.markdown import Markup, markup_of
from site_builder.reading.plain_text import to_markdown
from site_builder.reading.wrong import quotable


def read_markdown(name: str, document: Document, title: str | None) -> Found:
    """Read a file that was taken apart; `title` is the one that its fields state.

    A heading with which the text begins is the title where none is stated, as it is for every posting; one that repeats the title goes.
    Raises Unreadable for HTML that is made to be read for hours.
    """
    said = [Said(field, value, f"line {document.line_of(field)}") for field, value in document.values.items()]
    heading = heading_of(document.body, document.body_line, title)
    if heading.title is not None and title is None:
        said.append(Said("title", heading.title, f"line {heading.line}"))
    text, notes = text_of(name, heading.body, heading.body_line)
    twice = [
        Note(
            line,
            "field-repeated",
            f"the field {quotable(field)} is given a second time, and the first value is used",
            "Add the other by hand.",
        )
        for field, line in document.repeated
    ]
    return Found(tuple(said), text, heading.body, heading.body_line, (), (*twice, *notes))


def text_of(name: str, body: str, first: int) -> tuple[str, list[Note]]:
    """Return a text as Markdown in order, whatever it is written in, and what was left out of it.

    `name` is its file's name, `first` the line of the file on which it begins.
    """
    body, programs = _without_programs(body, first)
    match markup_of(stem_and_ending(name)[1].lower(), body):
        case Markup.PLAIN:
            return to_markdown(body, escaped), programs
        case Markup.HTML:
            text, left_out = html_text(body, "")
            return text, programs + left_out
        case _:
            if len(_HTML_BLOCKS.findall(body)) > len(_MARKDOWN_BLOCKS.findall(body)):
                text, left_out = html_text(body, "")
                return text, programs + left_out
            return tidied(body), programs


def html_text(html: str, address: str) -> tuple[str, list[Note]]:
    """Return HTML as Markdown, and what was left out; `address` is its page's, by which links are made whole."""
    blocks, left_out = html_content(html, address)
    return written(ordered(blocks)), left_out


def html_content(html: str, address: str) -> tuple[list[Block], list[Note]]:
    """Return HTML as blocks, and what was left out."""
    words = Words(address)
    blocks = blocks_of(read_page(html).elements, words)
    return blocks, [left_out_note(what) for what in words.left_out]


def left_out_note(what: str) -> Note:
    """Return the note on something that is not in the result."""
    return Note(
        0,
        "left-out",
        f"left out: {what}",
        "Nothing is to be done, unless it belongs to the posting: then add it by hand.",
    )


def tidied(markdown: str) -> str:
    """Return Markdown with headings from level 2 on, without spaces that nobody sees; what stands in code is left alone."""
    rows = markdown.expandtabs(4).split("\n") if "\t" in markdown else markdown.split("\n")
    in_code = _rows_of_code(rows)
    rows = [row if code else _without_unseen(row) for row, code in zip(rows, in_code, strict=True)]
    rows, in_code = _with_signed_headings(rows, in_code)
    rows = [row if code else _BULLET.sub(r"\1- ", row) for row, code in zip(rows, in_code, strict=True)]
    levels = [
        len(found[1]) for row, code in zip(rows, in_code, strict=True) if not code and (found := _HEADING.match(row))
    ]
    shift = 2 - min(levels, default=2)
    rows = [row if code else _shifted(row, shift) for row, code in zip(rows, in_code, strict=True)]
    return "\n".join(_spaced(rows, in_code)).strip("\n")


def _spaced(rows: list[str], in_code: list[bool]) -> Iterator[str]:
    """Give rows with one empty line around headings, and no two together; two spaces at a row's end, which break a line, stay."""
    empty, heading = True, False
    for row, code, following in zip(rows, in_code, [*rows[1:], ""], strict=True):
        breaks = row.endswith("  ") and bool(row.strip()) and bool(following.strip())
        written = row if code else row.rstrip() + "  " * breaks
        is_heading = not code and bool(_HEADING.match(row))
        if (is_heading or (heading and written)) and not empty:
            yield ""
            empty = True
        if written or code or not empty:
            yield written
        empty, heading = not written and not code, is_heading


_HTML_BLOCKS = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|section|article|table|br)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN_BLOCKS = re.compile(r"^(?:#{1,6}[ \t]+\S|[ \t]*[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|[^<\s].{20,})", re.MULTILINE)
_PROGRAMS = re.compile(r"<(script|style|iframe)\b[^>]{0,500}>.{0,5000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"(#{1,6})(?=[ \t]|$)")
_BULLET = re.compile(r"^( *)[*+] {1,3}(?=\S)(?![*\s]+$)")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")


def _without_programs(body: str, first: int) -> tuple[str, list[Note]]:
    """Take out scripts and styles, keeping the lines."""
    notes: list[Note] = []

    def out(found: re.Match[str]) -> str:
        line = first + body.count("\n", 0, found.start())
        notes.append(left_out_note(f"<{found[1].lower()}>: no page runs or shows it")._replace(line=line))
        return "\n" * found[0].count("\n")

    return (_PROGRAMS.sub(out, body) if "<" in body else body), notes


def _rows_of_code(rows: list[str]) -> list[bool]:
    marks: list[bool] = []
    fence = ""
    for row in rows:
        found = _FENCE.match(row)
        marks.append(bool(fence or found))
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
    return marks


def _without_unseen(row: str) -> str:
    row = (
        row.replace("&nbsp;", " ")
        .replace("\u00a0", " ")
        .replace("\u200b", "")
        .replace("\u00ad", "")
        .replace("\ufeff", "")
    )
    return re.sub(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", r"\1 \2", row) if row.startswith("#") else row


def _with_signed_headings(rows: list[str], in_code: list[bool]) -> tuple[list[str], list[bool]]:
    """Write headings that are underlined (`Title` above `====`) with their sign."""
    kept: list[str] = []
    marks: list[bool] = []
    for row, code in zip(rows, in_code, strict=True):
        underline = not code and re.fullmatch(r"(=+|-{2,})[ \t]*", row)
        alone = kept and _words_alone(kept[-1]) and not (len(kept) > 1 and kept[-2].strip()) and not marks[-1]
        if underline and alone:
            kept[-1] = f"{'#' if row[0] == '=' else '##'} {kept[-1].strip()}"
            continue
        kept.append(row)
        marks.append(code)
    return kept, marks


def _words_alone(row: str) -> bool:
    return bool(row.strip()) and not re.match(r"\s{4}|[ \t]*(?:[-*+>|#]|\d+[.)]\s)", row)


def _shifted(row: str, shift: int) -> str:
    found = _HEADING.match(row)
    return "#" * min(max(len(found[1]) + shift, 2), 6) + row[found.end() :] if found and shift else row
