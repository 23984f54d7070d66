"""A text as blocks (headings, paragraphs, lists, quotes, tables), put into order and written as Markdown."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from site_builder.importing.markdown_words import at_start


class Block(Struct):
    """One block. `kind` is heading, paragraph, bullets, numbers, quote, code, table or rule.

    `text` is Markdown on one or more lines (a table's and code's whole), `level` a heading's, from 1 on, `first` a list's first number.
    `items` are a list's items or a quote's one, each as blocks.
    """

    kind: str
    text: str = ""
    level: int = 0
    first: int = 1
    items: list[list["Block"]] = []


def ordered(blocks: list[Block]) -> list[Block]:
    """Return blocks as a careful person has them.

    Paragraphs that are bold as a whole are headings, lines with bullets are lists, neighbouring lists of bullets are one, headings go down by one
    level at a time and begin at level 2.
    """
    found = [piece for block in blocks for piece in _divided(block)]
    found = list(_with_bold_headings(_joined(found)))
    return list(_at_levels(found))


def written(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, without a line end behind the last."""
    return "\n\n".join(_one(block) for block in blocks)


def words_of(blocks: Iterable[Block]) -> str:
    """Return the words of blocks without their marks, a line for each, as `written` has the lines' order."""
    return "\n".join(
        re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line).replace("*", "") for line in written(blocks).split("\n")
    )


_BULLET = re.compile(r"(?:[•·▪▫◦‣●○■□◆◇➢➤►▶→✓✔✅★☆・]+\s*|(?:[-–—]|\\[-+*])\s+)(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\\?[.)]\s+(?=\S)")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*:?")
_LONGEST_HEADING = 80
_MOST_WORDS = 12


def _divided(block: Block) -> Iterator[Block]:
    """Divide a paragraph where an empty line stands in it, and take lines with bullets or numbers as lists."""
    if block.kind != "paragraph":
        yield block
        return
    for piece in re.split(r"\n\s*\n", block.text):
        lines = [line.strip() for line in piece.split("\n") if line.strip()]
        start = 0
        while start < len(lines):
            end = start
            while end < len(lines) and _BULLET.match(lines[end]):
                end += 1
            if end > start:
                yield Block(
                    "bullets", items=[[Block("paragraph", _BULLET.sub("", line, count=1))] for line in lines[start:end]]
                )
                start = end
                continue
            while end < len(lines) and not (_BULLET.match(lines[end]) or (end > start and _BOLD.fullmatch(lines[end]))):
                end += 1
                if _BOLD.fullmatch(lines[end - 1]):
                    break
            yield Block("paragraph", "\n".join(lines[start:end]))
            start = end


def _joined(blocks: list[Block]) -> list[Block]:
    """Put together lists of bullets that follow each other: some editors make a list of every item."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last is not None and block.kind == last.kind == "bullets":
            last.items.extend(block.items)
        else:
            found.append(block)
    return found


def _with_bold_headings(blocks: list[Block]) -> Iterator[Block]:
    above = 0
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        bold = _BOLD.fullmatch(block.text) if block.kind == "paragraph" else None
        if block.kind == "heading":
            above = block.level
        if bold and following is not None and _is_heading(bold[1]):
            yield Block("heading", bold[1].strip().removesuffix(":").rstrip(), level=above + 1)
        else:
            yield block


def _is_heading(words: str) -> bool:
    return (
        len(words) <= _LONGEST_HEADING
        and len(words.split()) <= _MOST_WORDS
        and not words.endswith((".", "!", ";", ","))
    )


def _at_levels(blocks: list[Block]) -> Iterator[Block]:
    """Give headings the levels from 2 on that their order asks for."""
    open_levels: list[int] = []
    for block in blocks:
        if block.kind != "heading":
            yield block
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        yield Block("heading", block.text, level=min(len(open_levels) + 1, 6))


def _one(block: Block) -> str:  # noqa: PLR0911 - one line a kind
    match block.kind:
        case "heading":
            return f"{'#' * block.level} " + re.sub(r"#(?=#*$)", r"\#", block.text.replace("\n", " "))
        case "bullets":
            return _list(block, lambda _: "- ")
        case "numbers":
            return _list(block, lambda place: f"{block.first + place}. ")
        case "quote":
            return "\n".join(f"> {line}".rstrip() for line in written(block.items[0]).split("\n"))
        case "code":
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", block.text)), 3)
            return f"{fence}\n{block.text}\n{fence}"
        case "rule":
            return "---"
        case "table":
            return block.text
        case _:
            return "  \n".join(map(at_start, block.text.split("\n")))


_NESTED = "    "
"""Python-Markdown nests by four spaces; CommonMark by any number from the mark's width on, up to three more."""


def _list(block: Block, mark: Callable[[int], str]) -> str:
    loose = any(
        len(item) > 1 and any(one.kind not in ("bullets", "numbers") for one in item[1:]) for item in block.items
    )
    rows = []
    for place, item in enumerate(block.items):
        sign = mark(place)
        text = written(item) if loose else "\n".join(_one(one) for one in item)
        first, *others = text.split("\n")
        rows.append("\n".join([sign + first, *(f"{_NESTED}{line}" if line else "" for line in others)]))
    return ("\n\n" if loose else "\n").join(rows)
