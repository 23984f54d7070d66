"""What may stand in each kind of block: one row of a table a kind."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from site_builder.model.blocks import Item, JobQuery
from site_builder.reading.names import meant
from site_builder.reading.wrong import shown

RenderLine = Callable[[str, int], str]
"""Makes sanitised HTML of Markdown that begins on a line of the block, from 0."""


class WrongBody(Exception):
    """A block cannot be read: the line, from that of its opening fence on, what is wrong, and what to write. A code, if not `block-wrong`."""

    def __init__(self, line: int, message: str, mend: str, code: str | None = None) -> None:
        super().__init__(message)
        self.line, self.message, self.mend, self.code = line, message, mend, code


def _entries(example: str, lines: Sequence[str], render: RenderLine) -> tuple[Item, ...]:
    """Read a list of which each entry begins with its title in bold letters."""
    items = []
    for number, text in _listed(lines, example):
        found = _TITLE.match(text)
        if found is None:
            said = f"the entry {shown(text)} does not begin with a title in bold letters"
            raise WrongBody(number + 1, said, f"Write it between two stars on either side: `{example}`.")
        rest = text[found.end() :].lstrip()
        items.append(Item(_plain(found[1] or found[2]).rstrip(".:,"), render(rest, number) if rest else ""))
    if not items:
        raise WrongBody(0, "the block is empty", f"Write a line for each entry: `{example}`.")
    return tuple(items)


def _questions(lines: Sequence[str], render: RenderLine) -> tuple[Item, ...]:
    """Read questions as headings, with their answers below them."""
    found: list[tuple[int, str, list[str]]] = []
    for number, line in enumerate(lines):
        heading = _HEADING.fullmatch(line.rstrip())
        if heading:
            found.append((number, heading[1], []))
        elif found:
            found[-1][2].append(line)
        elif line.strip():
            said = f"{shown(line.strip())} stands above the first question"
            raise WrongBody(number + 1, said, "Begin each question with `### `, and write the answer below it.")
    for number, question, answer in found:
        if not any(line.strip() for line in answer):
            raise WrongBody(number + 1, f"the question {shown(question)} has no answer", "Write one below it.")
    if not found:
        raise WrongBody(0, "the block has no question", "Write `### May I work part time?`, and the answer below it.")
    return tuple(
        Item(_plain(question), render("\n".join(answer).strip("\n"), number + 1)) for number, question, answer in found
    )


def _quotations(lines: Sequence[str], render: RenderLine) -> tuple[Item, ...]:
    """Read quotations, each behind `>`, whose last line says after a dash who said it."""
    quotations: list[tuple[int, list[str]]] = []
    is_open = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(">"):
            if not is_open:
                quotations.append((number, []))
            quotations[-1][1].append(line.lstrip()[1:].removeprefix(" "))
        elif line.strip():
            said = f"{shown(line.strip())} is no part of a quotation"
            raise WrongBody(
                number + 1, said, "Begin each of its lines with `> `, and the last one with `> — ` and who said it."
            )
        is_open = line.lstrip().startswith(">")
    if not quotations:
        raise WrongBody(0, "the block has no quotation", "Write `> I like it here.` and below it `> — Ada, engineer`.")
    items = []
    for number, said_lines in quotations:
        by = _SAID_BY.fullmatch(said_lines[-1].strip())
        text = said_lines[:-1] if by else said_lines
        if not any(line.strip() for line in text):
            raise WrongBody(number + 1, "the quotation has no words", "Write them between `> ` and who said them.")
        items.append(Item(_plain(by[1]) if by else "", render("\n".join(text).strip(), number)))
    return tuple(items)


def _query(lines: Sequence[str], _render: RenderLine) -> JobQuery:
    """Read what the jobs of a list have in common: a name and a value a line."""
    given: dict[str, str] = {}
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        name, value = name.strip().lower(), value.strip().strip("\"'")
        if not colon or not value:
            raise WrongBody(
                number + 1, f"{shown(line.strip())} does not say which jobs", "Write `department: Engineering`."
            )
        if name not in _CRITERIA:
            near = meant(name, _CRITERIA)
            mend = f"Did you mean `{near}`?" if near else f"There are: {', '.join(f'`{one}`' for one in _CRITERIA)}."
            raise WrongBody(number + 1, f"jobs are not chosen by {shown(name)}", mend)
        if name in given:
            raise WrongBody(
                number + 1, f"`{name}` stands there twice", "Leave one; a second list is a block of its own."
            )
        if name == "most" and not (value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= _MOST):
            raise WrongBody(
                number + 1, f"`most` cannot be {shown(value)}", f"Write a number from 1 to {_MOST}: `most: 5`."
            )
        given[name] = value
    most = int(given.pop("most", JobQuery().most))
    return JobQuery(**given, most=most)


def _nothing(lines: Sequence[str], _render: RenderLine) -> tuple[Item, ...]:
    for number, line in enumerate(lines):
        if line.strip():
            said = f"{shown(line.strip())} stands in a block that has no text"
            raise WrongBody(number + 1, said, "Write it above or below; for some jobs only, use `::: jobs`.")
    return ()


Body = Callable[[Sequence[str], RenderLine], "tuple[Item, ...] | JobQuery"]

BODIES: dict[str, Body] = {
    "teams": partial(_entries, "- **Hydrology** turns readings into forecasts."),
    "benefits": partial(_entries, "- **30 days of leave** on top of public holidays."),
    "locations": partial(_entries, "- **Berlin** Head office and workshop, by the Spree."),
    "steps": partial(_entries, "1. **A call** of half an hour with the head of the team."),
    "numbers": partial(_entries, "- **126** people from 31 countries"),
    "quotes": _quotations,
    "faq": _questions,
    "jobs": _query,
    "all-jobs": _nothing,
}
"""The kinds of blocks by their names, with the readers of what stands in them."""

_CRITERIA = ("department", "place", "tag", "most")
_MOST = 50
_LISTED = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+(\S.*)")
_TITLE = re.compile(r"\*\*(.+?)\*\*[ \t]*[:.,–—-]?|__(.+?)__[ \t]*[:.,–—-]?")
_HEADING = re.compile(r"#{1,6}[ \t]+(.+?)[ \t#]*")
_SAID_BY = re.compile(r"(?:—|–|--?)[ \t]*(.+)")


def _listed(lines: Sequence[str], example: str) -> Iterator[tuple[int, str]]:
    """Give the entries of a list with their lines; what is indented belongs to the entry above it."""
    entry: tuple[int, list[str]] | None = None
    for number, line in enumerate(lines):
        found = _LISTED.fullmatch(line.rstrip())
        if found:
            if entry:
                yield entry[0], "\n".join(entry[1]).rstrip()
            entry = number, [found[1]]
        elif entry and (not line.strip() or line[0] in " \t"):
            entry[1].append(line.strip())
        elif line.strip():
            raise WrongBody(
                number + 1, f"{shown(line.strip())} is no entry of a list", f"Begin it with a hyphen: `{example}`."
            )
    if entry:
        yield entry[0], "\n".join(entry[1]).rstrip()


def _plain(words: str) -> str:
    """Return the words of a line without Markdown's signs, links as their text."""
    words = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", words)
    return " ".join(re.sub(r"(?<!\w)[*_`]+|[*_`]+(?!\w)", "", words).split())
