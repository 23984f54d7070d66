"""The file in which a site keeps the addresses of its postings: read before a build, written after it."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from site_builder.engine.regular_file import read_start
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting
from site_builder.model.problem import Problem, Severity
from site_builder.model.published import Addresses, Settled, settle
from site_builder.model.published_lines import FILE, page_line
from site_builder.model.site import Site

_LARGEST = 100_000_000
_MEND = "See that it is a text file in UTF-8 which you may read, or take it out of git again."


def read_published(root: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of the file in a site's folder, empty where there is none, and why it cannot be read."""
    try:
        data, _ = read_start(root / FILE, _LARGEST)
        return data.decode(), ()
    except FileNotFoundError:
        return "", ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        message = f"it cannot be read, so that old addresses lead nowhere: {reason}"
        return "", (Problem(FILE, 0, "published-unreadable", message, _MEND, Severity.WARNING),)


def settled(text: str, sites: Sequence[Site], memory: Memory, *, complete: bool) -> Settled:
    """Bring the file's text to what a site has now, in each of its trees. `complete` is false when some postings could not be read."""
    here: dict[str, JobPosting] = {}
    lines: dict[str, str] = {}
    hidden: set[str] = set()
    led = dict.fromkeys(_slugs(sites[0].config.redirects), "")
    for site in sites:
        prefix = site.config.prefix
        shown = site.own((*site.open, *site.closed))
        slugs = [prefix + posting.slug for posting in shown]
        here |= zip(slugs, shown, strict=True)
        made = memory.part(prefix).each("published", shown, partial(page_line, prefix=prefix))
        lines |= zip(slugs, made, strict=True)
        hidden.update([prefix + posting.slug for posting in site.own((*site.upcoming, *site.drafts))])
        for page in site.pages:
            led |= dict.fromkeys(_slugs(page.aliases), "")
    for slug, posting in here.items():
        if posting.aliases:
            led |= dict.fromkeys(_slugs(posting.aliases), slug)
    return settle(text, Addresses(here, lines, frozenset(hidden), led, complete))


def write_published(root: Path, text: str) -> tuple[Problem, ...]:
    """Write the file into a site's folder, whole or not at all, and return why it cannot be written."""
    part = root / f".{FILE}.part"
    try:
        # What lies there is left over, or leads elsewhere.
        part.unlink(missing_ok=True)
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(root / FILE)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        message = f"it cannot be written: {error.strerror}. The site is published all the same"
        mend = "Build where you may write it, and commit it: by it old addresses lead on."
        return (Problem(FILE, 0, "published-not-written", message, mend, Severity.WARNING),)
    return ()


def _slugs(addresses: Iterable[str]) -> Iterable[str]:
    """Return those addresses that lie where postings do, as the file has them.

    `/jobs/baker/` and `/jobs/baker` are `baker`, `/de/jobs/baker/` is `de/baker`.
    """
    for address in addresses:
        first, _, rest = address.strip("/").partition("/")
        if first == "jobs" and rest:
            yield rest
        elif rest.startswith("jobs/"):
            yield f"{first}/{rest.removeprefix('jobs/')}"
