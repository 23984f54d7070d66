"""The folder of a built site as a whole, and what publishes it: whether GitHub Pages can serve it as it is."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from site_builder.checking.built.explained_hosting import HOSTING_SEVERITY_OF
from site_builder.engine.regular_file import read_start
from site_builder.model.problem import Problem

LARGEST = 1_000_000_000
"""Bytes of a site on GitHub Pages (docs.github.com/pages, "GitHub Pages limits")."""
MANY = 100_000
"""Files from which on a deployment may take longer than the ten minutes that it is given."""
_OURS = frozenset({".site-builder", ".nojekyll"})  # of no use to a visitor


def problems_of_hosting(root: Path, folder: Path, base_url: str) -> Iterator[Problem]:
    """Yield what is wrong with the built site in a folder, to be served at an address, and with the workflows of the site in `root`."""
    shown = os.path.relpath(folder, root) if folder.is_relative_to(root) else folder.name
    shown = shown.replace(os.sep, "/")
    count, size = 0, 0
    for place, folders, files in os.walk(folder):
        below = os.path.relpath(place, folder).replace(os.sep, "/").removeprefix(".").removeprefix("/")
        hidden = [
            name for name in sorted((*files, *folders)) if name.startswith(".") and not (not below and name in _OURS)
        ]
        for name in hidden:
            path = "/".join(filter(None, (shown, below, name)))
            yield _problem(path, 0, "hidden-file", "a name that begins with a dot is not published by GitHub Pages",
                           "Give it another name, or set `include-hidden-files: true` where the workflow uploads the site.")  # fmt: skip
        for name in sorted((*files, *folders)):
            if os.path.islink(f"{place}/{name}"):  # noqa: PTH114
                path = "/".join(filter(None, (shown, below, name)))
                yield _problem(path, 0, "file-linked", "a symbolic link is no file of the site",
                               "Put the file itself there; a build copies what lies in assets/.")  # fmt: skip
        folders[:] = [name for name in folders if not name.startswith(".")]
        count += len(files)
        size += sum(os.lstat(f"{place}/{name}").st_size for name in files)
    yield from _of_size(shown, count, size)
    if not (folder / "404.html").is_file():
        yield _problem(
            shown,
            0,
            "error-page-missing",
            "there is no 404.html",
            "Let a template write one, as the built-in themes do.",
        )
    if urlsplit(base_url).path != "/" and (folder / "robots.txt").is_file():
        host = urlsplit(base_url).netloc
        yield _problem(f"{shown}/robots.txt", 0, "robots-unread", f"search engines read https://{host}/robots.txt alone, not this file",
                       f"Give Search Console the address of the sitemap: {base_url}sitemap.xml")  # fmt: skip
    yield from _of_workflows(root, folder, shown)


def _of_size(shown: str, count: int, size: int) -> Iterator[Problem]:
    mend = (
        "Make pictures smaller, or serve the site from a web server or an object store: docs/publishing.md tells how."
    )
    if size > LARGEST:
        yield _problem(shown, 0, "site-large", f"the site has {size / 1e9:.2f} GB, and GitHub Pages takes 1 GB", mend)
    if count >= MANY:
        yield _problem(shown, 0, "site-large", f"the site has {count} files; a deployment may not be done in its ten minutes", mend)  # fmt: skip


class _Use(NamedTuple):
    """An action that a workflow uses: the workflow's path and line, the action's name, the first number of its version (0: unknown)."""

    path: str
    line: int
    action: str
    version: int


OLDEST = {"upload-pages-artifact": 3, "deploy-pages": 4, "upload-artifact": 4, "download-artifact": 4, "cache": 3}
"""The first major version of each of GitHub's actions that still works."""
_USES = re.compile(
    r"^\s*(?:-\s+)?uses:\s*[\"']?actions/(?P<action>[\w-]+)(?:/[\w-]+)?@(?P<at>\S+?)[\"']?\s*(?:#\s*(?P<comment>\S+).*)?$"
)
_VERSION = re.compile(r"v(\d+)")


def _of_workflows(root: Path, folder: Path, shown: str) -> Iterator[Problem]:
    publishes = False
    for file in sorted((root / ".github" / "workflows").glob("*.y*ml")):
        path = file.relative_to(root).as_posix()
        try:
            rows = read_start(file, 1_000_000)[0].decode("utf-8", "replace").splitlines()
        except OSError:
            continue
        uses = list(_uses(path, rows))
        for use in uses:
            oldest = OLDEST.get(use.action, 0)
            if 0 < use.version < oldest:
                yield _problem(path, use.line, "workflow-outdated", f"actions/{use.action}@v{use.version} does not work any more",
                               f"Use version {oldest} or newer; `site-builder new site` writes a workflow that does.")  # fmt: skip
        if any(use.action == "deploy-pages" for use in uses):
            publishes = True
            if not any(re.match(r"\s+schedule:|on:.*\bschedule\b", row) for row in rows):
                yield _problem(path, 0, "workflow-unscheduled", "it publishes the site only when something is pushed",
                               'Add below `on:` the lines `schedule:` and `- cron: "17 3 * * *"`.')  # fmt: skip
    if publishes:
        for file, name in ((folder / "CNAME", f"{shown}/CNAME"), (root / "CNAME", "CNAME")):
            if file.is_file():
                yield _problem(name, 0, "cname-ignored", "the file has no effect where a workflow publishes the site",
                               "Set the domain under Settings → Pages → Custom domain, and delete the file.")  # fmt: skip


def _uses(path: str, rows: list[str]) -> Iterator[_Use]:
    for number, row in enumerate(rows, 1):
        if found := _USES.match(row):
            version = _VERSION.match(found["at"]) or _VERSION.match(found["comment"] or "")
            yield _Use(path, number, found["action"], int(version[1]) if version else 0)


def _problem(path: str, line: int, code: str, message: str, mend: str) -> Problem:
    return Problem(path, line, code, message, mend, HOSTING_SEVERITY_OF[code])
