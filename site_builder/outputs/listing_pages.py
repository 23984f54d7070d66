"""The start page and the pages of every listing: indexes with counts, lists in numbered pages, and their feeds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, ClassVar, NamedTuple

from msgspec.structs import replace

from site_builder.model.file_links import LeadsTo
from site_builder.model.listing import Listing, numbered_path, pages_of
from site_builder.model.memory import Memory
from site_builder.model.output import Link, Output, Rendering
from site_builder.model.posting import JobPosting, Page
from site_builder.model.site import Site, last_modified
from site_builder.model.terms import TERMS_OF
from site_builder.model.value import Value
from site_builder.outputs.closing_times import closing_times, jobs_that_close
from site_builder.outputs.feed_content import FeedItem, feed_item
from site_builder.outputs.feeds import feed_links, feeds_for
from site_builder.outputs.file_links import leads_of, linker
from site_builder.outputs.html_page import Frame, HtmlPage, file_of, frame_of
from site_builder.outputs.job_summary import JobSummary, job_summary
from site_builder.outputs.language_links import Links, ListVersions
from site_builder.outputs.page_parts import ListedJobs, listed_jobs, parts_of

_ORIGIN = "site.toml"


class ListPage(HtmlPage, frozen=True, kw_only=True):
    """One numbered page of a list of open postings: the start page's, or a term's.

    `first` is the list's own address. `closing_times` are those of all jobs of the list, on whichever page they stand. `has_remote`: some of all
    open postings say whether one works in the office (the start page knows).
    """

    heading: str
    jobs: tuple[JobSummary, ...]
    total: int
    number: int
    pages: int
    first: str
    listing: Link | None = None
    closing_times: str = ""
    has_remote: bool = False

    kind: ClassVar[str] = "listing"
    template: ClassVar[str] = "listing.html"

    @property
    def closes_by_clock(self) -> bool:
        """Whether jobs of the list close at moments that are known."""
        return bool(self.closing_times)

    def context(self, rendering: Rendering) -> dict[str, Any]:  # noqa: ARG002  # for the start page
        """Add that nothing but the list stands on the page."""
        return {"above": (), "below": ()}

    @property
    def may_end_empty(self) -> bool:
        """Whether all jobs of the list close at moments that are known, so that a visitor may find none."""
        return jobs_that_close(self.closing_times) == self.total

    @property
    def previous(self) -> str | None:
        """The address of the page before, if there is one."""
        return numbered_path(self.first, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, if there is one."""
        return numbered_path(self.first, self.number + 1) if self.number < self.pages else None

    @property
    def numbered(self) -> tuple[Link | None, ...]:
        """The links to the first, the last and the neighbouring pages; None stands for those left out. One page: none."""
        if self.pages == 1:
            return ()
        near = sorted({1, self.number - 1, self.number, self.number + 1, self.pages} & set(range(1, self.pages + 1)))
        links: list[Link | None] = []
        for before, number in zip([0, *near], near, strict=False):
            if number > before + 1:
                links.append(None)
            links.append(Link(str(number), numbered_path(self.first, number)))
        return tuple(links)


class StartPage(ListPage, frozen=True, kw_only=True):
    """The start page: all open postings, and on the first of its pages what its own text has above and below them."""

    text: Page | None = None
    listed: tuple[ListedJobs, ...] = ()
    file_links: tuple[LeadsTo, ...] = ()

    kind: ClassVar[str] = "start"

    @property
    def closes_by_clock(self) -> bool:
        """Whether jobs of the list, or of its text, close at moments that are known."""
        return super().closes_by_clock or any(listed.close_by_clock for listed in self.listed)

    def context(self, rendering: Rendering) -> dict[str, Any]:
        """Add the parts of its text above and below the list: below it, where the text does not say where the list stands."""
        if self.text is None:
            return super().context(rendering)
        with_links = linker(self.file_links, rendering)
        parts = parts_of(rendering.description(self.text.description), self.text.blocks, self.listed, with_links)
        at = next((place for place, part in enumerate(parts) if part.kind == "all-jobs"), -1)
        above, below = (parts[:at], parts[at + 1 :]) if at >= 0 else ((), parts)
        return {"above": above, "below": tuple(part for part in below if part.kind != "all-jobs")}


class TermLink(Link, frozen=True):
    """A link to a term's list, with when its jobs close."""

    closing_times: str = ""


class TermsPage(HtmlPage, frozen=True, kw_only=True):
    """A listing's index: its terms with their numbers of open postings."""

    heading: str
    terms: tuple[TermLink, ...]

    kind: ClassVar[str] = "terms"
    template: ClassVar[str] = "terms.html"

    @property
    def closes_by_clock(self) -> bool:
        """Whether it says when jobs close."""
        return any(term.closing_times for term in self.terms)


class _List(Value, frozen=True):
    """A list of open postings to be spread over numbered pages below an address.

    `closed` are the postings that it had before, `versions` the links of each of its pages to other languages, if the site has several.
    """

    kind: type[ListPage]
    path: str
    heading: str
    feed_title: str
    postings: tuple[JobPosting, ...]
    closed: tuple[JobPosting, ...]
    summary: str = ""
    listing: Link | None = None
    closing_times: str = ""
    versions: tuple[Links, ...] = ()
    text: Page | None = None
    listed: tuple[ListedJobs, ...] = ()
    file_links: tuple[LeadsTo, ...] = ()


def plan(site: Site, memory: Memory) -> list[Output]:
    """Plan the start page, every listing's index and terms, and the feeds of all of them; of a site that has pages alone, its start page."""
    frame = memory.same("frame", frame_of(site))
    title = site.config.title
    closed = memory.recall("closed by term", (site.closed,), partial(_closed_by_term, site))
    times = {term.path: _times(site, memory, term.path, term.postings) for one in site.listings for term in one.terms}
    of = ListVersions(site)
    text = next((page for page in site.pages if page.is_start), None)
    of_text = memory.same("listed on the start page", listed_jobs(site, text.blocks) if text else ())
    first = _List(
        StartPage, "", text.title if text else title, title, site.open, site.closed, summary=site.config.description
    )
    first = replace(first, text=text, listed=of_text, file_links=leads_of(site, text.source) if text else ())
    if site.config.pages_only:
        first = replace(first, versions=_pages_of(site, (), of.of_start))
        return [replace(page, feeds=()) for page in _pages(site, memory, frame, _Listed({}, {}), first)] if text else []
    lists = [
        replace(
            first, closing_times=_times(site, memory, "", site.open), versions=_pages_of(site, site.open, of.of_start)
        )
    ]
    for listing in site.listings:
        index = Link(listing.title, listing.path)
        lists += [
            _List(
                ListPage,
                term.path,
                term.name,
                f"{title} – {term.name}",
                term.postings,
                closed.get((listing.name, term.key), ()),
                listing=index,
                closing_times=times[term.path],
                versions=_pages_of(site, term.postings, partial(of.of_term, listing.name, term.key)),
            )
            for term in listing.terms
        ]
    shown = (*site.open, *site.closed)
    summaries = memory.each("summaries", shown, partial(job_summary, site))
    modified = memory.each("modified", shown, partial(last_modified, site.today, zone=site.config.zone))
    # By the postings' identity, as lists ask a hundred thousand times.
    listed = _Listed(
        dict(zip(map(id, shown), summaries, strict=True)), dict(zip(map(id, shown), modified, strict=True))
    )
    newest = _newest(modified)
    outputs: list[Output] = [_index(site, times, frame, newest, of, listing) for listing in site.listings]
    items: dict[str, FeedItem] = {}
    for one in lists:
        make = partial(_files, site, memory, frame, listed, items, one)
        in_feed = (
            [leads_of(site, posting.source) for posting in one.postings[: site.config.feed_items]]
            if site.file_links
            else ()
        )
        outputs += memory.recall(("list", one.path), (one, frame, in_feed), make)
    return outputs


class _Listed(NamedTuple):
    """What lists show of each posting, and the last day on which it is known to have changed, by the posting's identity."""

    summaries: dict[int, JobSummary]
    modified: dict[int, date | None]


def _files(
    site: Site,
    memory: Memory,
    frame: Frame,
    listed: _Listed,
    items: dict[str, FeedItem],
    one: _List,
) -> list[Output]:
    """Plan a list's numbered pages and its feeds. `items` are those of other lists, to which those of this one are added."""
    newest = one.postings[: site.config.feed_items]
    for posting in newest:
        if posting.source not in items:
            leads = leads_of(site, posting.source)
            make = partial(feed_item, posting, site.config, leads)
            items[posting.source] = memory.recall(("feed item", posting.source), (posting, leads), make)
    in_feed = [items[posting.source] for posting in newest]
    return [
        *_pages(site, memory, frame, listed, one),
        *feeds_for(one.feed_title, one.path, in_feed, site.config, _ORIGIN),
    ]


# So many characters of closing times an index has at most. Beyond, its numbers are those of the last build: the lists themselves say more.
_MOST_TIMES = 20_000


def _index(  # all that it is made of
    site: Site,
    closing_times: Mapping[str, str],
    frame: Frame,
    modified: date | None,
    versions: ListVersions,
    listing: Listing,
) -> TermsPage:
    times = [closing_times[term.path] for term in listing.terms]
    if sum(map(len, times)) > _MOST_TIMES:
        times = [""] * len(times)
    tree = site.config.prefix
    return TermsPage(
        path=file_of(tree + listing.path),
        tree=tree,
        address=listing.path,
        origin=_ORIGIN,
        title=listing.title,
        summary="",
        language=site.config.language,
        frame=frame,
        modified=modified,
        heading=listing.title,
        terms=tuple(
            TermLink(term.name, term.path, len(term.postings), closing)
            for term, closing in zip(listing.terms, times, strict=True)
        ),
        feeds=feed_links(site.config.title, ""),
        versions=versions.of_index(listing.name),
    )


def _pages_of(site: Site, postings: tuple[JobPosting, ...], links_of: Callable[[int], Links]) -> tuple[Links, ...]:
    """Return the links of each page of a list to other languages, if the site has several."""
    if not site.trees:
        return ()
    return tuple(map(links_of, range(1, pages_of(len(postings), site.config.per_page) + 1)))


def _times(site: Site, memory: Memory, path: str, postings: tuple[JobPosting, ...]) -> str:
    """Return when the postings of a list close, by the list's address."""
    if not site.closes_by_clock:
        return ""
    return memory.recall(("closing times", path), (postings,), partial(closing_times, postings))


def _pages(site: Site, memory: Memory, frame: Frame, listed: _Listed, one: _List) -> list[ListPage]:
    per_page = site.config.per_page
    jobs = list(map(listed.summaries.__getitem__, map(id, one.postings)))
    pages = pages_of(len(jobs), per_page)
    # A department and a tag may share a name; the titles of their pages shall not.
    title = f"{one.heading} – {one.listing.text}" if one.listing else site.config.title
    feeds = feed_links(one.feed_title, one.path)
    # A list changes when a posting comes, changes or closes.
    modified = _newest(map(listed.modified.__getitem__, map(id, (*one.postings, *one.closed))))
    has_remote = one.listing is None and any(posting.remote is not None for posting in one.postings)

    tree = site.config.prefix

    def page(number: int, address: str, shown: tuple[JobSummary, ...], versions: Links) -> ListPage:
        made = one.kind(
            path=file_of(tree + address),
            tree=tree,
            address=address,
            origin=_ORIGIN,
            title=title,
            summary=one.summary,
            language=site.config.language,
            frame=frame,
            feeds=feeds,
            modified=modified,
            heading=one.heading,
            jobs=shown,
            total=len(jobs),
            number=number,
            pages=pages,
            first=one.path,
            listing=one.listing,
            closing_times=one.closing_times,
            has_remote=has_remote,
            versions=versions,
        )
        # Beside the list, a further page has nothing of the first.
        return (
            replace(made, origin=one.text.source, text=one.text, listed=one.listed, file_links=one.file_links)
            if one.text and number == 1
            else made
        )

    outputs: list[ListPage] = []
    for number in range(1, pages + 1):
        address = numbered_path(one.path, number)
        shown = tuple(jobs[(number - 1) * per_page : number * per_page])
        versions = one.versions[number - 1] if one.versions else ()
        inputs = (
            shown, len(jobs), modified, frame, one.heading, one.feed_title, one.listing, one.closing_times, has_remote, versions,
            one.text, one.listed, one.file_links,
        )  # fmt: skip
        outputs.append(memory.recall(("list page", address), inputs, partial(page, number, address, shown, versions)))
    return outputs


def _closed_by_term(site: Site) -> dict[tuple[str, str], tuple[JobPosting, ...]]:
    """Return the closed postings by listing and term: a list changes when a posting leaves it, too."""
    found: defaultdict[tuple[str, str], list[JobPosting]] = defaultdict(list)
    for posting in site.closed:
        for listing, terms_of in TERMS_OF.items():
            for named in terms_of(posting):
                found[listing, named.key].append(posting)
    return {term: tuple(postings) for term, postings in found.items()}


def _newest(days: Iterable[date | None]) -> date | None:
    """Return the last of some days, as far as they are known."""
    return max(filter(None, days), default=None)
