"""Blocks in the text of a page: what stands between `::: benefits What we offer` and `:::`, written as plain Markdown.

The fences are those of Pandoc's fenced divs and of CommonMark's proposed containers, which other programs show as the text that is in them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from site_builder.model.blocks import MARK, Block, Item, JobQuery
from site_builder.model.fingerprint import fingerprint
from site_builder.model.problem import Problem
from site_builder.model.slug import slugify
from site_builder.reading.block_bodies import BODIES, WrongBody
from site_builder.reading.names import meant
from site_builder.reading.wrong import shown

Render = Callable[[str, int], str]
"""Makes sanitised HTML of Markdown that begins on a line of the file, and notes what its author should know."""


class Taken(NamedTuple):
    """A page's text with a mark in the place of each block, in as many lines as before; the blocks; and what is wrong with them."""

    body: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]
    mark: str

    def placed(self, html: str) -> str:
        """Return the HTML of the text with the places of its blocks marked as `model.blocks` says."""
        for number in range(len(self.blocks)):
            html = html.replace(f"<p>{self.mark}{number}x</p>", MARK.format(number))
        return html

    def misplaced(self, path: str, html: str) -> Iterator[Problem]:
        """Yield what is wrong where a block's mark did not become a paragraph of its own in the HTML of the text."""
        for number, block in enumerate(self.blocks):
            if MARK.format(number) not in html:
                said = f"the block `::: {block.kind}` stands within something else, such as a list or a quotation"
                mend = "Leave an empty line above and below it, and begin its lines at the very left."
                yield Problem(path, block.line, "block-wrong", said, mend)

    def without_marks(self, text: str) -> str:
        """Return plain text made of the HTML, without what stood for blocks."""
        return " ".join(re.sub(rf"{self.mark}\d+x", "", text).split()) if self.blocks else text


def take_blocks(path: str, body: str, body_line: int, render: Render) -> Taken:
    """Take the blocks out of a page's text, which begins on `body_line` of the file."""
    if ":::" not in body:
        return Taken(body, (), (), "")
    mark = f"xblock{fingerprint(body)}n"
    lines = body.split("\n")
    blocks: list[Block] = []
    problems: list[Problem] = []
    for fenced in _fenced(lines):
        line = body_line + fenced.start
        try:
            blocks.append(_block(fenced, line, render, blocks))
        except WrongBody as wrong:
            code = "block-wrong" if wrong.code is None else wrong.code
            problems.append(Problem(path, line + wrong.line, code, wrong.message, wrong.mend))
            continue
        count = fenced.end - fenced.start
        # On the second line, so that a line of text right above it stays a paragraph of its own.
        lines[fenced.start : fenced.end] = ["", f"{mark}{len(blocks) - 1}x", *([""] * (count - 2))]
    return Taken("\n".join(lines), tuple(blocks), tuple(problems), mark)


class _Fenced(NamedTuple):
    """A block as it stands in the lines of a text: from `start` to before `end`. `closed` is false where its end is missing."""

    start: int
    end: int
    kind: str
    title: str
    body: Sequence[str]
    closed: bool


_OPENING = re.compile(r":{3,}[ \t]*([^\s:]\S*)[ \t]*(.*?)[ \t:]*")
_CLOSING = re.compile(r":{3,}[ \t]*")
_CODE = re.compile(r" {0,3}(`{3,}|~{3,})")


def _fenced(lines: Sequence[str]) -> Iterator[_Fenced]:
    """Give the blocks of a text; what stands in code is none."""
    code = ""
    opened: tuple[int, str, str] | None = None
    for number, written in enumerate(lines):
        line = written.rstrip("\r")
        fence = _CODE.match(line)
        if fence and (not code or (fence[1][0] == code[0] and len(fence[1]) >= len(code))):
            code = "" if code else fence[1]
        if code or fence or not line.startswith(":::"):
            continue
        if _CLOSING.fullmatch(line):
            start, kind, title = opened or (number, "", "")
            yield _Fenced(start, number + 1, kind, title, lines[start + 1 : number], closed=True)
            opened = None
            continue
        if opened is not None:
            yield _Fenced(*(opened[0], number, *opened[1:]), lines[opened[0] + 1 : number], closed=False)
        opening = _OPENING.fullmatch(line)
        opened = (number, opening[1], opening[2]) if opening else (number, line, "")
    if opened is not None:
        yield _Fenced(opened[0], len(lines), opened[1], opened[2], lines[opened[0] + 1 :], closed=False)


def _block(fenced: _Fenced, line: int, render: Render, others: Sequence[Block]) -> Block:
    if not fenced.kind:
        raise WrongBody(
            0,
            "a line of ::: ends a block, and none begins above it",
            "Delete it, or begin a block: `::: benefits`.",
            "block-open",
        )
    if fenced.kind not in BODIES:
        near = meant(fenced.kind, BODIES)
        mend = f"Did you mean `::: {near}`?" if near else f"There are: {', '.join(BODIES)}."
        raise WrongBody(0, f"there is no block {shown(fenced.kind)}", mend, "block-unknown")
    if not fenced.closed:
        said = f"the block `::: {fenced.kind}` has no end"
        raise WrongBody(0, said, "Write a line of ::: below its last one.", "block-open")
    made = BODIES[fenced.kind](fenced.body, lambda text, offset: render(text, line + 1 + offset))
    taken = {block.id for block in others}
    title = fenced.title.strip().strip("#*").strip()
    identifier = slugify(title) if title else ""
    while identifier in taken and identifier:
        identifier += "-x"
    if isinstance(made, JobQuery):
        return Block(fenced.kind, line, title, identifier, query=made)
    items: tuple[Item, ...] = made
    return Block(fenced.kind, line, title, identifier, items)
