"""Blocks: parts of a page that are more than running text, such as teams, benefits, questions, or a list of open jobs."""

from site_builder.model.value import Value

MARK = "<!--block {}-->"
"""Stands in a page's HTML for its block of this number, from 0. No author can write it: sanitised HTML has no comments."""


class Item(Value, frozen=True):
    """One entry of a block: its title as plain text (of a quotation who said it; may be empty), and its text as sanitised HTML."""

    title: str
    html: str


class JobQuery(Value, frozen=True):
    """Which open jobs a block lists: those that have all that is named here, the newest, `most` of them at the most."""

    department: str | None = None
    place: str | None = None
    tag: str | None = None
    most: int = 10


class Block(Value, frozen=True):
    """A block: its kind (`benefits`), its heading with the id under which it is found, and its entries, or the jobs that it asks for.

    `line` is that of the file on which it begins.
    """

    kind: str
    line: int
    title: str = ""
    id: str = ""
    items: tuple[Item, ...] = ()
    query: JobQuery | None = None
