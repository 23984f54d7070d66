"""All files of the built site looked at together, and what is wrong said of the files that people write.

site = BuiltSite(root, folder, base_url, origins, open_jobs, words)
looked = workers.map(LookTask(...), site.pages())      each file by itself, in any process; may be kept
problems = problems_of(site, looked)                   where they lead to each other, and who can mend it
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec.structs import replace

from site_builder.checking.built.addresses import Base, Files
from site_builder.checking.built.explained_hosting import HOSTING_SEVERITY_OF
from site_builder.checking.built.found import Flaw, Looked
from site_builder.checking.built.held import text_beside
from site_builder.checking.built.look import LookTask, Page, anchor_flaw
from site_builder.checking.built.other_files import is_looked_at
from site_builder.checking.built.rules_of_pages import SEVERITY_OF
from site_builder.checking.built.sources import Sources, Spot
from site_builder.checking.built.versions import flaws_of_versions
from site_builder.model.problem import Problem
from site_builder.model.value import Value

MOST_MENDED = 50
"""Broken links for which the nearest address is sought: each takes some milliseconds on a site of thousands of pages."""

Each = Callable[[LookTask, list[Page]], Iterable[Looked]]
"""What calls a task for each of some values: `map`, or a method of processes."""


class BuiltSite(Value, frozen=True):
    """A site as it was built.

    `root` is the folder of its sources, `folder` that of the built files. `origins` maps the path of a built file to that of the file which
    wants it, relative to `root` (`Output.path` to `Output.origin`); `open_jobs` are the paths of the pages of open jobs; `words` the interface's
    words by dotted keys (`Look.words`); `words_of_trees` those of other languages, by the folders of their pages (`de/`). `kinds` maps the paths of pages that templates made to their kinds, `budgets` to the bytes
    that they may take; `samples` are those of which it is looked at what templates make. `hosts` are those that the settings let pages ask.
    """

    root: str
    folder: str
    base_url: str
    origins: dict[str, str]
    open_jobs: frozenset[str]
    words: dict[str, str]
    words_of_trees: dict[str, dict[str, str]] = {}
    kinds: dict[str, str] = {}
    budgets: dict[str, int] = {}
    samples: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()

    def task(self) -> LookTask:
        """Return what looks at one file."""
        return LookTask(Path(self.folder), self.base_url, self.words, self.words_of_trees, self.hosts)

    def files(self) -> list[str]:
        """Return the paths of all built files that a web server shows."""
        return sorted(_paths(Path(self.folder)))

    def pages(self) -> list[Page]:
        """Return all files that are looked at."""
        return [
            Page(
                path, path in self.open_jobs, self.kinds.get(path, ""), self.budgets.get(path, 0), path in self.samples
            )
            for path in self.files()
            if is_looked_at(path)
        ]


def problems_of_pages(
    site: BuiltSite, each: Each = map, known: Mapping[str, Looked] | None = None
) -> tuple[list[Problem], dict[str, Looked]]:
    """Return what is wrong with a built site, and what each of its files holds, by path.

    `known` is what came of looking the last time at files that have not changed since: it is taken as it is.
    """
    known = known or {}
    pages = site.pages()
    anew = [page for page in pages if page.path not in known]
    looked = {one.path: one for one in each(site.task(), anew)}
    looked = {page.path: looked.get(page.path) or known[page.path] for page in pages}
    return problems_of(site, looked.values()), looked


def problems_of(site: BuiltSite, looked: Iterable[Looked]) -> list[Problem]:
    """Return what is wrong with a built site of whose files each has been looked at: one problem for each place to mend."""
    looked = list(looked)
    base = Base(site.base_url)
    sources = Sources(Path(site.root), base)
    found = _Places(site, sources)
    for one in looked:
        for flaw in one.flaws:
            found.add(one.path, flaw)
    # Who is used to links between files writes the name of another posting's file.
    made_of = {
        PurePosixPath(origin).name: page for page, origin in site.origins.items() if page.endswith("/index.html")
    }
    files = Files(site.files(), made_of)
    for path, flaw in _broken(looked, files):
        found.add(path, flaw)
    for path, flaw in flaws_of_versions(looked, files):
        found.add(path, flaw)
    return found.problems()


def _broken(looked: list[Looked], files: Files) -> Iterator[tuple[str, Flaw]]:
    """Yield the links to what is not there, each with the path of its page."""
    ids = {one.path: frozenset(one.ids) for one in looked}
    # The same few thousand targets stand on every page.
    made: dict[str, Flaw | None] = {}
    broken = 0
    for one in looked:
        for written, target in one.links.items():
            if target not in made:
                made[target] = _flaw_of(target, files, ids, may_mend=broken < MOST_MENDED)
                broken += made[target] is not None
            flaw = made[target]
            if flaw is not None:
                yield one.path, replace(flaw, written=written)


def _flaw_of(target: str, files: Files, ids: Mapping[str, frozenset[str]], *, may_mend: bool) -> Flaw | None:
    address, _, name = target.partition("#")
    file = files.answer(address)
    if file is not None:
        return anchor_flaw(name, ids[file], f"`/{address}`") if name and file in ids else None
    near = files.nearest(address) if may_mend else None
    mend = f"Did you mean `/{near}`?" if near is not None else "Mend the address, or take the link out."
    return Flaw("link-broken", f"there is nothing at `/{address}`", mend)


class _Found(NamedTuple):
    """A flaw at the place where it can be mended."""

    spot: Spot
    code: str
    message: str
    mend: str


class _Places:
    """Flaws of built pages, gathered by the places where they can be mended."""

    def __init__(self, site: BuiltSite, sources: Sources) -> None:
        self._site, self._sources = site, sources
        self._pages: defaultdict[_Found, dict[str, None]] = defaultdict(dict)
        self._shared: dict[str, Spot | None] = {}

    def add(self, path: str, flaw: Flaw) -> None:
        """Add what is wrong with a page."""
        spot = self._spot(path, flaw)
        self._pages[_Found(spot, flaw.code, flaw.message, flaw.mend)][path] = None

    def problems(self) -> list[Problem]:
        """Return one problem for each place to mend. What no file of the site's own holds, and is on many pages, is its theme's."""
        merged: defaultdict[_Found, dict[str, None]] = defaultdict(dict)
        same: defaultdict[tuple[str, str, str], list[_Found]] = defaultdict(list)
        for found in self._pages:
            same[found[1:] if not found.spot.line else ("", "", str(found))].append(found)
        for alike in same.values():
            first = alike[0] if len(alike) == 1 else alike[0]._replace(spot=Spot(_THEME))
            for found in alike:
                merged[first] |= self._pages[found]
        return sorted(self._problem(found, list(pages)) for found, pages in merged.items())

    def _spot(self, path: str, flaw: Flaw) -> Spot:
        origin = self._site.origins.get(path, "")
        if not flaw.written:
            return Spot(origin or path)
        if flaw.written not in self._shared:
            self._shared[flaw.written] = self._sources.find_shared(flaw.written)
        spot = self._sources.find_address(origin, flaw.written) or self._shared[flaw.written]
        return spot or self._sources.find_text(origin, self._text_beside(path, flaw.written)) or Spot(origin or path)

    def _text_beside(self, path: str, written: str) -> str:
        if not path.endswith((".html", ".htm")):
            return ""
        return text_beside((Path(self._site.folder) / path).read_bytes(), written)

    def _problem(self, found: _Found, pages: list[str]) -> Problem:
        spot = found.spot
        more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
        on = f" (on /{pages[0].removesuffix('index.html')}{more})"
        tells = spot.line and len(pages) == 1
        return Problem(
            path=spot.path,
            line=spot.line,
            code=found.code,
            message=found.message + ("" if tells else on),
            mend=found.mend,
            severity=_SEVERITY_OF[found.code],
            column=spot.column,
            length=spot.length,
        )


_SEVERITY_OF = SEVERITY_OF | HOSTING_SEVERITY_OF
# The file that names the theme.
_THEME = "site.toml"


def _paths(folder: Path) -> Iterator[str]:
    """Yield the files below a folder, without those that begin with a dot, which are not served."""
    start = len(os.fspath(folder)) + 1
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        within = place[start:].replace(os.sep, "/")
        yield from (f"{within}/{name}" if within else name for name in files if not name.startswith("."))
