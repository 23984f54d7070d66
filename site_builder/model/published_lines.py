"""The lines of published.txt: an address at which a posting was published, and what became of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple
from zlib import crc32

from site_builder.model.posting import JobPosting
from site_builder.model.problem import Problem, Severity
from site_builder.model.slug import slugify

FILE = "published.txt"
HEADER = """\
# The addresses at which postings were published, below /jobs/, written by site-builder. Keep this file with the postings (commit it):
# by it old addresses lead on when a posting gets another name. More in docs/publishing.md.
"""


class Mark(StrEnum):
    """What a line says of its address."""

    PAGE = "page"  # a posting's page is there
    GONE = "gone"  # it was there
    MOVED = "moved to"  # the posting has another address
    PERHAPS = "moved to?"  # it may have another address: its author is asked


class Traits(NamedTuple):
    """By what a posting is known again: all but `place` as it says them, `-` for what it does not say.

    `place` is a digest of its language and its places as written, which tell apart postings of one title and day.
    """

    posted: str
    source: str
    identifier: str
    place: str
    title: str


class Line(NamedTuple):
    """An address (`baker` for `/jobs/baker/`, `de/baker` for `/de/jobs/baker/`) with its posting's traits, or with the addresses that it leads or may lead to."""

    slug: str
    mark: Mark
    traits: Traits | None = None
    targets: tuple[str, ...] = ()


class Lines(NamedTuple):
    """What stands in the file: lines by address, None for those that are as they are wanted; other people's comments; what cannot be read."""

    by_slug: dict[str, Line | None]
    comments: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_lines(text: str, wanted: Mapping[str, str]) -> Lines:
    """Take the file's text apart; `wanted` are lines by address that need not be taken apart when they stand there.

    Of two lines for one address, as a merge may leave them, the better one counts.
    """
    found: dict[str, Line | None] = {}
    comments: list[str] = []
    problems: list[Problem] = []
    for number, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        one = row.strip()
        slug = one.partition("|")[0].rstrip()
        if one == wanted.get(slug):
            found[slug] = None
        elif not one or one.startswith("#"):
            if one not in HEADER:
                comments.append(one)
        elif (line := _read_line(one)) is None:
            problems.append(_wrong_line(number))
        elif slug not in found:
            found[slug] = line
        elif (before := found[slug]) is not None:
            found[slug] = _better(before, line)
    return Lines(found, tuple(comments), tuple(problems))


def written(line: Line) -> str:
    """Return a line as it stands in the file, without its end."""
    return " | ".join((line.slug, line.mark, *(line.traits or ()), *line.targets))


def address_of(slug: str) -> str:
    """Return where the page of a line lies, relative to the site: `baker` -> `jobs/baker/`, `de/baker` -> `de/jobs/baker/`."""
    folder, slash, name = slug.rpartition("/")
    return f"{folder}{slash}jobs/{name}/"


def page_line(posting: JobPosting, prefix: str = "") -> str:
    """Return the line of a posting that has a page, in the tree with this prefix."""
    row = " | ".join((prefix + posting.slug, "page", *_as_stated(posting)))
    # Nearly all are so. Each cell by itself takes as long as all the rest.
    return (
        row
        if row.isprintable() and row.count("|") == _BARS
        else written(Line(prefix + posting.slug, Mark.PAGE, traits_of(posting)))
    )


def traits_of(posting: JobPosting) -> Traits:
    """Return by what a posting is known again."""
    return Traits(*map(_cell, _as_stated(posting)))


_BARS = 1 + len(Traits._fields)


def _as_stated(posting: JobPosting) -> tuple[str, str, str, str, str]:
    """Return a posting's traits, before what could be taken for a line's own signs is out of them."""
    locations = posting.locations
    places = locations[0].text if len(locations) == 1 else "\n".join([place.text for place in locations])
    return (
        str(posting.date_posted or "-"),
        posting.source,
        posting.identifier or "-",
        f"{crc32(f'{posting.language} {places} {posting.location_text}'.encode()):08x}",
        posting.title,
    )


def _read_line(row: str) -> Line | None:
    slug, *cells = [cell.strip() for cell in row.split("|")]
    mark = next((one for one in Mark if cells and cells[0] == one), None)
    rest = cells[1:]
    # What is no slug could lead out of the site's folder.
    if mark is None or not _is_address(slug) or not all(rest):
        return None
    if mark in (Mark.PAGE, Mark.GONE):
        return Line(slug, mark, traits=Traits(*rest)) if len(rest) == len(Traits._fields) else None
    is_right = len(rest) == 1 if mark is Mark.MOVED else bool(rest)
    return Line(slug, mark, targets=tuple(rest)) if is_right else None


def _is_address(slug: str) -> bool:
    """Say whether a text is a slug, or one in a language's folder."""
    folder, slash, name = slug.rpartition("/")
    return name == slugify(name) and (not slash or folder == slugify(folder))


_RANKS = {mark: rank for rank, mark in enumerate((Mark.PAGE, Mark.MOVED, Mark.PERHAPS, Mark.GONE))}


def _better(one: Line, other: Line) -> Line:
    """Return the line that says more of two for one address. Two that lead to different ones become a question."""
    first, second = sorted((one, other), key=lambda line: (_RANKS[line.mark], written(line)))
    if first.mark is second.mark is Mark.MOVED and first != second:
        return Line(first.slug, Mark.PERHAPS, targets=(*first.targets, *second.targets))
    return first


def _wrong_line(number: int) -> Problem:
    return Problem(
        FILE,
        number,
        "published-wrong",
        "this is no line of this file, which is not written before it is mended",
        "Delete the line. After a merge, delete the marks that it left, and keep the lines of both sides.",
        Severity.WARNING,
    )


def _cell(text: str) -> str:
    """Return a text without what divides lines and cells."""
    if text.isprintable() and "|" not in text:
        return text.strip() or "-"
    return "".join(sign if sign.isprintable() else " " for sign in text.replace("|", "¦")).strip() or "-"
