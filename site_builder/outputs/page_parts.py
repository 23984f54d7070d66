"""The parts of a page: running text and blocks in their order, as templates see them."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from site_builder.model.blocks import MARK, Block
from site_builder.model.output import Link
from site_builder.model.site import Site
from site_builder.model.value import Value
from site_builder.outputs.job_queries import open_jobs
from site_builder.outputs.job_summary import JobSummary, job_summary


class ListedJobs(Value, frozen=True):
    """The open jobs of one block of a page, and where there are more."""

    jobs: tuple[JobSummary, ...]
    more: Link | None = None

    @property
    def close_by_clock(self) -> bool:
        """Whether one of them closes at a moment that is known."""
        return any(job.closes is not None for job in self.jobs)


class PartItem(NamedTuple):
    """An entry of a block: its title, and its text as sanitised HTML."""

    title: str
    text: Markup


class Part(NamedTuple):
    """Running text (`kind` is "text", `text` its HTML), or a block with its heading and its entries, or its jobs."""

    kind: str
    text: Markup = Markup()
    title: str = ""
    id: str = ""
    items: tuple[PartItem, ...] = ()
    jobs: tuple[JobSummary, ...] = ()
    more: Link | None = None


def listed_jobs(site: Site, blocks: Iterable[Block]) -> tuple[ListedJobs, ...]:
    """Return the jobs of each block that asks for some, in the blocks' order."""
    found = [open_jobs(site, block.query) for block in blocks if block.query is not None]
    return tuple(ListedJobs(tuple([job_summary(site, one) for one in postings]), more) for postings, more in found)


def parts_of(
    html: str, blocks: Sequence[Block], listed: Iterable[ListedJobs], with_links: Callable[[str], str]
) -> tuple[Part, ...]:
    """Return the parts of a page by its HTML, its blocks, and the jobs that those of them list which ask for some.

    `with_links` writes into HTML where its links to source files lead.
    """
    jobs = iter(listed)
    made = [_part(block, next(jobs) if block.query is not None else ListedJobs(()), with_links) for block in blocks]
    pieces = _MARK.split(with_links(html))
    parts: list[Part] = []
    for text, number in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if text.strip():
            parts.append(Part("text", Markup(text.strip())))  # noqa: S704  # sanitised
        if number:
            parts.append(made[int(number)])
    return tuple(parts)


_MARK = re.compile(re.escape(MARK).replace(r"\{\}", r"(\d+)"))


def _part(block: Block, listed: ListedJobs, with_links: Callable[[str], str]) -> Part:
    items = tuple(PartItem(item.title, Markup(with_links(item.html))) for item in block.items)  # noqa: S704  # sanitised
    return Part(block.kind, title=block.title, id=block.id, items=items, jobs=listed.jobs, more=listed.more)
