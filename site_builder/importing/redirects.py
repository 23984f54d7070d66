"""Redirects of another system as lines for [redirects]: Netlify's `_redirects`, and tables in CSV.

Netlify's format: docs.netlify.com/manage/routing/redirects/overview. CSV: RFC 4180; a semicolon or a tab does as well.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from site_builder.engine.regular_file import read_start
from site_builder.model.problem import Problem, Severity
from site_builder.reading.site_paths import read_folder, read_site_path, read_target
from site_builder.reading.wrong import Wrong, shown

LARGEST = 5_000_000
"""Bytes of a file of redirects."""
MOST = 20_000
"""Redirects that are taken: each becomes a page."""


class Found(NamedTuple):
    """What a file holds: new addresses by old ones, as [redirects] has them, and what could not be taken, with its line."""

    redirects: dict[str, str]
    problems: tuple[Problem, ...]


class _Line(NamedTuple):
    """One redirect as it is written: its line, both addresses, its status ("" where none is given), and what else stands there."""

    number: int
    old: str
    new: str
    status: str = ""
    more: tuple[str, ...] = ()


def read_redirects(file: Path, shown_as: str) -> Found:
    """Read a file of redirects; `shown_as` names it in problems. Of two for one old address the first is taken."""
    try:
        data, size = read_start(file, LARGEST)
    except OSError as error:
        return Found({}, (_problem(shown_as, 0, f"it cannot be read: {error.strerror}", "Name a file that is there."),))
    if size > LARGEST:
        return Found({}, (_problem(shown_as, 0, f"it has {size / 1e6:.0f} MB", "Divide it, or take a folder's redirects as one: `/old/*`."),))  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bad = data.count(b"\n", 0, error.start) + 1
        return Found({}, (_problem(shown_as, bad, "the file is not saved as UTF-8", "Save it as UTF-8."),))
    is_table = file.suffix.lower() in (".csv", ".tsv")
    redirects: dict[str, str] = {}
    problems: list[Problem] = []
    for line in _of_table(text) if is_table else _of_netlify(text):
        try:
            old, new = _read(line)
        except Wrong as wrong:
            problems.append(_problem(shown_as, line.number, wrong.message, wrong.mend))
            continue
        if redirects.setdefault(old, new) != new:
            message = f"{shown(old)} leads to {shown(redirects[old])} already, further up"
            problems.append(_problem(shown_as, line.number, message, "Keep one of the two lines."))
        if len(redirects) > MOST:
            problems.append(_problem(shown_as, line.number, f"there are more than {MOST} redirects", "Take folders as a whole: `/old/*`."))  # fmt: skip
            break
    return Found(redirects, tuple(problems))


def _of_netlify(text: str) -> Iterator[_Line]:
    for number, row in enumerate(text.splitlines(), 1):
        words = row.partition("#")[0].split() if not row.lstrip().startswith("#") else []
        if not words:
            continue
        old, *others = words
        # Between the two addresses parameters may stand; an address begins with a slash or a scheme.
        place = next((index for index, word in enumerate(others) if word.startswith("/") or "://" in word), None)
        if place is None:
            yield _Line(number, old, "")
            continue
        rest = others[place + 1 :]
        status = rest[0].rstrip("!") if rest and rest[0].rstrip("!").isdigit() else ""
        yield _Line(number, old, others[place], status, (*others[:place], *rest[1 if status else 0 :]))


_OLD_NAMES = frozenset("from old source path redirectfrom oldurl sourceurl alt von origin".split())
_NEW_NAMES = frozenset("to new target destination redirectto newurl targeturl destinationurl neu nach ziel".split())


def _of_table(text: str) -> Iterator[_Line]:
    first = text.partition("\n")[0]
    separator = max("\t;,", key=first.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    old, new, status = 0, 1, 2
    for row in rows:
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        names = ["".join(filter(str.isalpha, cell.casefold())) for cell in cells]
        if _OLD_NAMES & set(names) and _NEW_NAMES & set(names):
            old = next(index for index, name in enumerate(names) if name in _OLD_NAMES)
            new = next(index for index, name in enumerate(names) if name in _NEW_NAMES)
            status = next((index for index, name in enumerate(names) if name in ("status", "code", "type")), -1)
            continue
        given = cells[status] if 0 <= status < len(cells) else ""
        yield _Line(rows.line_num, cells[old], cells[new] if new < len(cells) else "", given if given.isdigit() else "")


_MOVED = frozenset({"", "301", "302", "303", "307", "308"})


def _read(line: _Line) -> tuple[str, str]:
    """Return the two addresses of a redirect as [redirects] has them. Raises Wrong."""
    if not line.new:
        raise Wrong(f"{shown(line.old)} leads nowhere", "Write the old address, a space or comma, and the new one.")
    if line.status not in _MOVED:
        what = "another page shown at this address" if line.status == "200" else f"an answer with status {line.status}"
        raise Wrong(f"this is no redirect, but {what}", "A site of files cannot do that: take the line out.")
    if line.more:
        raise Wrong(
            f"{shown(' '.join(line.more))} is a condition or a parameter",
            "A site of files leads everybody to the same address: take the line out, or write it without.",
        )
    old = _path(line.old)
    if old.endswith("/*") and line.new.endswith("/:splat"):
        return read_folder(old), read_folder(f"{line.new.removesuffix(':splat')}*")
    if "*" in old or ":" in old or ":splat" in line.new:
        raise Wrong(
            f"{shown(line.old)} stands for many addresses",
            "Only whole folders can be taken: `/old/*  /new/:splat`. Write a line for each of the others.",
        )
    return read_site_path(old), read_target(line.new)


def _path(old: str) -> str:
    """Return the path of an old address that names its host: tables often do."""
    parts = urlsplit(old)
    return parts.path + (f"?{parts.query}" if parts.query else "") if parts.scheme in ("http", "https") else old


def _problem(path: str, line: int, message: str, mend: str) -> Problem:
    return Problem(path, line, "redirect-not-taken", message, mend, Severity.WARNING)
