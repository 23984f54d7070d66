"""How much of a page goes over the wire: the page, its style sheets and its scripts, compressed as web servers do; images do not count."""

from collections.abc import Callable, Collection, Iterator
from gzip import compress

from site_builder.checking.built.found import Flaw

OF_A_PAGE, OF_A_LIST = 30_000, 40_000
"""Bytes that a page of a job or of text may take, and a list of up to fifty jobs."""
JOBS_OF_A_LIST, OF_ANOTHER_JOB = 50, 500


def budget(kind: str, jobs: int = 0) -> int:
    """Return the bytes that a page of a kind may take, by the number of jobs that it lists. 0: there is no bound."""
    if kind in ("start", "listing"):
        return OF_A_LIST + max(0, jobs - JOBS_OF_A_LIST) * OF_ANOTHER_JOB
    return OF_A_PAGE if kind in ("job", "page", "not-found") else 0


def compressed(data: bytes) -> int:
    """Return the size of a file when it is sent."""
    return len(compress(data, 6, mtime=0))


def flaws_of_weight(data: bytes, files: Collection[str], size: Callable[[str], int], most: int) -> Iterator[Flaw]:
    """Yield that a page is too heavy; `files` are those that it loads, of which `size` gives the compressed sizes."""
    others = sum(map(size, files))
    if not most or len(data) + others <= most:
        return
    own = compressed(data)
    if own + others > most:
        yield Flaw(
            "page-heavy",
            f"the page takes {(own + others) / 1000:.0f} kB with its style sheets and scripts ({others / 1000:.0f} kB), and should take {most / 1000:.0f}",
            "Leave out what readers do not need at once; a long list is split by `per_page` in site.toml.",
        )
