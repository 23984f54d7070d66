"""The addresses that a site's postings have already, so that an imported one gets an address of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

from site_builder.engine.folder import Kind, scan
from site_builder.engine.regular_file import read_start
from site_builder.model.slug import slugify
from site_builder.model.source_files import CONTENT, PAGES
from site_builder.reading.file_names import name_parts

_SLUG = re.compile(r"^slug:[ \t]*[\"']?([\w-]+)", re.MULTILINE)
_FIELDS = 20_000
"""Bytes of a file in which its fields stand."""


class Addresses:
    """The slugs of a site's postings, each with its file (relative to the site's folder)."""

    def __init__(self, root: Path) -> None:
        """Look at the names of all postings of a site, and into them for a `slug`."""
        self._paths: dict[str, str] = {}
        for entry in scan(root, CONTENT):
            if entry.kind is Kind.FILE and not entry.path.startswith(PAGES):
                data, _ = read_start(root / entry.path, _FIELDS)
                self.take(entry.path, data.decode(errors="replace"))

    def take(self, path: str, text: str) -> None:
        """Keep the address of a posting's file."""
        self._paths.setdefault(_slug_of(path, text), path)

    def free(self, path: str) -> str | None:
        """Return a slug for a file whose name's is another posting's already; None where it is free.

        Tried are the slug with the day in the file's name, with its folder's name, and with a number.
        """
        slug = _slug_of(path, "")
        if self._paths.get(slug, path) == path:
            return None
        return next(one for one in _others(slug, path) if self._paths.get(one, path) == path)


def _slug_of(path: str, text: str) -> str:
    stated = _SLUG.search(text.split("\n---", 1)[0]) if text.startswith("---") else None
    return stated[1] if stated else slugify(name_parts(path)[0])


def _others(slug: str, path: str) -> Iterator[str]:
    day = name_parts(path)[1]
    folder = slugify(path.split("/")[-2])
    if day is not None:
        yield slugify(f"{slug}-{day.isoformat()}")
    yield slugify(f"{folder}-{slug}")
    number = 2
    while True:
        yield slugify(f"{slug[:70]}-{number}")
        number += 1
