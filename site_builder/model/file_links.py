"""Links from a text to the source file of another: how they are kept until it is known where that file's page is."""

from site_builder.model.value import Value

MARK = "file:"
"""Begins the address of such a link in a text's HTML; the file's path follows. No author can write it: no safe address begins so."""


class FileLink(Value, frozen=True):
    """A link in a text to another source file: that file's path relative to the site's folder; how, and on which line, it is written."""

    target: str
    written: str
    line: int


class LeadsTo(Value, frozen=True):
    """Where links to a source file lead.

    `target` is the file's path relative to the site's folder, `path` the address of its page as links of a tree have it; None: it has no page.
    `text` is the digest of its HTML where a link leads to a heading in it, empty where none does.
    """

    target: str
    path: str | None
    text: str = ""
