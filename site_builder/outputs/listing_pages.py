"""The start page and the pages of every listing: indexes with counts, and lists in numbered pages, each list with its feeds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from site_builder.model.file_links import LeadsTo
from site_builder.model.listing import Listing, numbered_path, pages_of
from site_builder.model.memory import Memory
from site_builder.model.output import Link, Output
from site_builder.model.posting import JobPosting, Page
from site_builder.model.site import Site, last_modified
from site_builder.model.terms import TERMS_OF
from site_builder.model.value import Value
from site_builder.outputs.closing_times import closing_times
from site_builder.outputs.feed_content import FeedItem
from site_builder.outputs.feeds import feed_links
from site_builder.outputs.file_links import leads_of
from site_builder.outputs.html_page import Frame, file_of, frame_of
from site_builder.outputs.job_summary import JobSummary, job_summary
from site_builder.outputs.language_links import Links, ListVersions
from site_builder.outputs.list_page import ListPage, StartPage, TermLink, TermsPage
from site_builder.outputs.listing_feeds import feed_title, list_feeds
from site_builder.outputs.page_parts import ListedJobs, listed_jobs

_ORIGIN = "site.toml"


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
    times = {term.path: _times(site, memory, term.path, term.postings) for one in site.listings for term in one.terms}
    versions = ListVersions(site)
    if site.config.pages_only:
        return _start_alone(site, memory, frame, versions)
    listed = _listed(site, memory)
    newest = _newest(listed.modified.values())
    outputs: list[Output] = [_index(site, times, frame, newest, versions, listing) for listing in site.listings]
    items: dict[str, FeedItem] = {}
    for one in (_start(site, memory, versions), *_of_terms(site, memory, times, versions)):
        make = partial(_files, site, memory, frame, listed, items, one)
        in_feed = one.postings[: site.config.feed_items] if site.file_links else ()
        leads = [leads_of(site, posting.source) for posting in in_feed]
        outputs += memory.recall(("list", one.path), (one, frame, leads), make)
    return outputs


def _start_alone(site: Site, memory: Memory, frame: Frame, versions: ListVersions) -> list[Output]:
    """Plan the start page of a site that has pages alone, if it has a text for it."""
    start = _start(site, memory, versions)
    if start.text is None:
        return []
    return [replace(page, feeds=()) for page in _pages(site, memory, frame, _Listed({}, {}), start)]


def _start(site: Site, memory: Memory, versions: ListVersions) -> _List:
    """Return the list of the start page: all open postings, and the site's text around it."""
    title = site.config.title
    text = next((page for page in site.pages if page.is_start), None)
    return _List(
        StartPage,
        "",
        text.title if text else title,
        title,
        site.open,
        site.closed,
        summary=site.config.description,
        closing_times=_times(site, memory, "", site.open),
        versions=_pages_of(site, site.open, versions.of_start),
        text=text,
        listed=memory.same("listed on the start page", listed_jobs(site, text.blocks) if text else ()),
        file_links=leads_of(site, text.source) if text else (),
    )


def _of_terms(site: Site, memory: Memory, times: Mapping[str, str], versions: ListVersions) -> Iterator[_List]:
    """Yield the list of each term of each listing. `times` are those at which jobs close, by the lists' addresses."""
    closed = memory.recall("closed by term", (site.closed,), partial(_closed_by_term, site))
    for listing in site.listings:
        index = Link(listing.title, listing.path)
        for term in listing.terms:
            yield _List(
                ListPage,
                term.path,
                term.name,
                feed_title(site, term.name),
                term.postings,
                closed.get((listing.name, term.key), ()),
                listing=index,
                closing_times=times[term.path],
                versions=_pages_of(site, term.postings, partial(versions.of_term, listing.name, term.key)),
            )


class _Listed(NamedTuple):
    """What lists show of each posting, and the last day on which it is known to have changed, by the posting's identity."""

    summaries: dict[int, JobSummary]
    modified: dict[int, date | None]


def _listed(site: Site, memory: Memory) -> _Listed:
    shown = (*site.open, *site.closed)
    summaries = memory.each("summaries", shown, partial(job_summary, site))
    modified = memory.each("modified", shown, partial(last_modified, site.today, zone=site.config.zone))
    # By the postings' identity, as lists ask a hundred thousand times.
    return _Listed(dict(zip(map(id, shown), summaries, strict=True)), dict(zip(map(id, shown), modified, strict=True)))


def _files(
    site: Site,
    memory: Memory,
    frame: Frame,
    listed: _Listed,
    items: dict[str, FeedItem],
    one: _List,
) -> list[Output]:
    """Plan a list's numbered pages and its feeds. `items` are those of other lists, to which those of this one are added."""
    return [
        *_pages(site, memory, frame, listed, one),
        *list_feeds(site, memory, items, one.feed_title, one.path, one.postings),
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
