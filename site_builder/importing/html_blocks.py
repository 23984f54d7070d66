"""HTML elements as blocks: whatever groups them is looked through, what is empty is left out."""

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from site_builder.importing.blocks import Block
from site_builder.importing.html_words import Words
from site_builder.reading.source_text import LARGEST_FILE
from site_builder.reading.wrong import Unreadable

_DEEPEST = 40
_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 5, "legend": 5}
_GROUPS = frozenset(
    "[document] html body div section article main header footer nav aside address center figure figcaption details fieldset form hgroup dialog label "
    "dl tbody thead tfoot search option select button".split()
)
_LISTS = frozenset({"ul", "ol", "menu"})
_STRAY = frozenset({"li", "tr", "td", "th"})
_BLOCKS = frozenset([*_HEADINGS, *_GROUPS, *_LISTS, *_STRAY, "p", "pre", "blockquote", "table", "hr", "dt", "dd"])
_LONGEST_HEADING = 160


def blocks_of(element: Tag, words: Words) -> list[Block]:
    """Return an element's content as blocks, in its order. Raises Unreadable for more text, or deeper lists and quotes, than anybody writes."""
    size = len(element.get_text())
    if size > LARGEST_FILE:
        raise Unreadable(
            "page-too-complex",
            0,
            f"the page's text has {size:,} characters; at most {LARGEST_FILE:,} are read",
            "Copy the job's text from the browser into a .txt file.",
        )
    return _blocks([*element.children], words, 0)


def _blocks(children: list[PageElement], words: Words, depth: int) -> list[Block]:
    if depth > _DEEPEST:
        raise Unreadable(
            "page-too-complex",
            0,
            f"the text nests lists and quotes more than {_DEEPEST} deep",
            "Copy the job's text into a .txt file.",
        )
    found: list[Block] = []
    run: list[PageElement] = []
    pending = [*reversed(children)]  # groups are looked through without recursion: pages nest hundreds of them

    def end_run() -> None:
        text = words.of(run)
        if text.strip():
            found.append(Block("paragraph", text))
        run.clear()

    while pending:
        child = pending.pop()
        if child is _EDGE:
            end_run()
        elif not isinstance(child, Tag) or not (child.name in _BLOCKS or _holds_block(child)):
            run.append(child)
        elif child.name in _GROUPS or child.name not in _BLOCKS:
            edge = [_EDGE] if child.name in _BLOCKS else []
            pending += [*edge, *reversed([*child.children]), *edge]
        else:
            end_run()
            found += _block(child, words, depth)
    end_run()
    return [*_with_terms(found)]


def _holds_block(tag: Tag) -> bool:
    return any(isinstance(inner, Tag) and inner.name in _BLOCKS for inner in tag.descendants)


_EDGE = NavigableString("")


def _block(tag: Tag, words: Words, depth: int) -> list[Block]:  # noqa: PLR0911 - one line a kind
    name = tag.name
    if name in _HEADINGS:
        return _heading(tag, words)
    if name in _LISTS:
        return _list(tag, words, depth)
    if name == "table":
        return _table(tag, words, depth)
    if name == "hr":
        return [Block("rule")]
    if name == "pre":
        text = tag.get_text().strip("\n")
        return [Block("code", text)] if text.strip() else []
    if name == "blockquote":
        inner = _blocks([*tag.children], words, depth + 1)
        return [Block("quote", items=[inner])] if inner else []
    if name == "dt":
        text = words.of([*tag.children]).replace("*", "").replace("\n", " ").strip()
        return [Block("term", text)] if text else []
    return _blocks([*tag.children], words, depth + 1)


def _with_terms(blocks: list[Block]) -> Iterator[Block]:
    """Begin the paragraph behind a definition list's term with it, in bold: `**Place:** Rome`."""
    term = ""
    for block in blocks:
        if block.kind == "term":
            if term:
                yield Block("paragraph", f"**{term}**")
            term = block.text
        elif term and block.kind == "paragraph":
            yield Block("paragraph", f"**{term.rstrip(':')}:** {block.text}")
            term = ""
        else:
            if term:
                yield Block("paragraph", f"**{term}**")
            term = ""
            yield block
    if term:
        yield Block("paragraph", f"**{term}**")


def _heading(tag: Tag, words: Words) -> list[Block]:
    text = words.of([*tag.children])
    bare = re.sub(r"(?<=\w)\s*:$", "", text.replace("**", "").replace("\n", " ").strip())
    if not tag.get_text().strip() or not bare:
        return []
    # What somebody only wanted large is a paragraph.
    return (
        [Block("paragraph", text)]
        if len(bare) > _LONGEST_HEADING
        else [Block("heading", bare, level=_HEADINGS[tag.name])]
    )


def _list(tag: Tag, words: Words, depth: int) -> list[Block]:
    items: list[list[Block]] = []
    for child in _children_of_list(tag):
        if isinstance(child, Tag) and child.name in _LISTS and items:
            items[-1] += _list(child, words, depth + 1)  # a list beside the items instead of in one
            continue
        inside = [*child.children] if isinstance(child, Tag) and child.name == "li" else [child]
        item = _blocks(inside, words, depth + 1)
        if item:
            items.append([_as_words(block) for block in item])
    if not items:
        return []
    start = str(tag.get("start", "1"))
    if tag.name == "ol":
        return [
            Block(
                "numbers",
                items=items,
                first=int(start) if start.isascii() and start.isdigit() and len(start) < _FEW else 1,
            )
        ]
    return [Block("bullets", items=items)]


_FEW = 6


def _children_of_list(tag: Tag) -> Iterator[PageElement]:
    """Give what is in a list; what groups its items (`<ul><div><li>`) is looked through."""
    pending = [*reversed([*tag.children])]
    while pending:
        child = pending.pop()
        if isinstance(child, Tag) and child.name in _GROUPS and child.find("li", recursive=False):
            pending += reversed([*child.children])
        else:
            yield child


def _as_words(block: Block) -> Block:
    """Return a heading within a list as bold words: a list's items are no sections."""
    return Block("paragraph", f"**{block.text}**") if block.kind == "heading" else block


def _table(tag: Tag, words: Words, depth: int) -> list[Block]:
    """Return a table of words as one; what only lays out (one column, or whole texts in cells) as the blocks in it."""
    rows = [row for row in tag.find_all("tr") if row.find_parent("table") is tag]
    cells = [[cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row] for row in rows]
    lays_out = any(cell.find(["table", "pre", *_LISTS, *_HEADINGS]) for row in cells for cell in row)
    width = max(map(len, cells), default=0)
    if lays_out or width < 2 or len(cells) * width > _MOST_CELLS:  # noqa: PLR2004 - one column is no table
        inner = [_blocks([*cell.children], words, depth + 1) for row in cells for cell in row]
        caption = _blocks(
            [child for child in tag.children if isinstance(child, Tag) and child.name == "caption"], words, depth + 1
        )
        return [*caption, *(block for blocks in inner for block in blocks)]
    texts = [[words.of(_within(cell), in_table=True).replace("\n", " ") for cell in row] for row in cells]
    head, *others = texts if all(cell.name == "th" for cell in cells[0]) else [[""] * width, *texts]
    lines = [head, ["---"] * width, *(row for row in others if any(row))]
    caption = [
        Block("paragraph", words.of([child]))
        for child in tag.find_all("caption", recursive=False)
        if child.get_text().strip()
    ]
    return [
        *caption,
        Block("table", "\n".join(f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in lines)),
    ]


_MOST_CELLS = 5_000


def _within(cell: Tag) -> list[PageElement]:
    """Return what is in a cell, the words of its paragraphs parted by spaces."""
    found: list[PageElement] = []
    for child in cell.children:
        group = isinstance(child, Tag) and (child.name in _BLOCKS)
        found += (
            [NavigableString(" "), *child.children, NavigableString(" ")]
            if group and isinstance(child, Tag)
            else [child]
        )
    return found
