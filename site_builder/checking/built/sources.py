"""Where in the site's own files something stands that a built page holds: in its posting, in site.toml, or in a template."""

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from site_builder.checking.built.addresses import Base

LARGEST = 1_000_000
"""Bytes of a file that is looked through: more than any text that is read or any template has."""


class Spot(NamedTuple):
    """A place in a file: its path relative to the site's folder, the line and column from 1, the length in characters."""

    path: str
    line: int = 0
    column: int = 0
    length: int = 0


class Sources:
    """The files of a site that people write, each read when it is first looked through."""

    def __init__(self, root: Path, base: Base) -> None:
        """Look in the site's folder; `base` is the address whose path is put before links of the site when it is built, and that itself before some."""
        self._root, self._bases = root, (base.url, base.path)
        self._rows = cache(self._read)

    def find_address(self, path: str, written: str) -> Spot | None:
        """Return where an address of a built page stands in a file (relative to the site's folder)."""
        for form in self._forms(written):
            # Not within a longer address: `/jobs/` is not `/jobs/gardener/`.
            spot = self._first(path, re.compile(rf"(?<![\w./-]){re.escape(form)}(?![\w/-])"))
            if spot:
                return spot
        # What leads to a heading of another page may be written with the name of that page's file.
        _, mark, name = written.rpartition("#")
        return (
            self._first(path, re.compile(rf"\.(?:md|markdown|html?|txt)#{re.escape(name)}(?![\w/-])", re.IGNORECASE))
            if mark and name
            else None
        )

    def find_text(self, path: str, text: str) -> Spot | None:
        """Return where a text stands in a file, white space of any kind and length between its words."""
        words = [re.escape(word) for word in text[:200].split()]
        return self._first(path, re.compile(r"\s+".join(words))) if sum(map(len, words)) > 1 else None

    def find_shared(self, written: str) -> Spot | None:
        """Return where an address stands in what all pages share: site.toml, and the site's own templates and themes."""
        found = (self.find_address(path, written) for path in self._shared())
        return next(filter(None, found), None)

    def _forms(self, written: str) -> dict[str, None]:
        """Return how an address may be written where it comes from: without the site's path, not encoded, encoded."""
        own = {written, *(written.removeprefix(base[:-1]) for base in self._bases if written.startswith(base))}
        forms = [
            form for one in sorted(own, key=len, reverse=True) for form in (one, unquote(one), quote(unquote(one)))
        ]
        forms += [escape(form) for form in forms]
        return dict.fromkeys(form for form in forms if form.strip("/"))

    def _first(self, path: str, pattern: re.Pattern[str]) -> Spot | None:
        for number, row in enumerate(self._rows(path), 1):
            if found := pattern.search(row):
                return Spot(path, number, found.start() + 1, len(found[0]))
        return None

    def _read(self, path: str) -> list[str]:
        file = self._root / path
        if not file.is_file() or file.stat().st_size > LARGEST:
            return []
        return file.read_text("utf-8-sig", "replace").splitlines()

    def _shared(self) -> Iterator[str]:
        yield "site.toml"
        for folder in ("templates", "themes"):
            for file in sorted((self._root / folder).rglob("*.*")):
                if file.suffix in (".html", ".toml", ".css"):
                    yield file.relative_to(self._root).as_posix()
