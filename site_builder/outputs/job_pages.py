"""The page of each posting, open or closed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, ClassVar
from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec.structs import replace

from site_builder.model.ending import closes_at, is_closing_soon, is_long_closed
from site_builder.model.file_links import LeadsTo
from site_builder.model.memory import Memory
from site_builder.model.output import Link, Output, Rendering
from site_builder.model.posting import JobPosting, Organization
from site_builder.model.site import Site, State, last_modified, state_on
from site_builder.model.terms import TERMS_OF
from site_builder.outputs import job_json_ld
from site_builder.outputs.addresses import card_path, job_path
from site_builder.outputs.cards import card_of
from site_builder.outputs.contents import contents_of
from site_builder.outputs.file_links import leads_of, linker
from site_builder.outputs.html_page import Frame, HtmlPage, file_of, frame_of
from site_builder.outputs.language_links import Links, job_links
from site_builder.outputs.similar_jobs import SimilarJob, SimilarJobs
from site_builder.outputs.similar_open_jobs import OpenJob, SimilarOpenJobs, open_jobs_among


class JobPage(HtmlPage, frozen=True, kw_only=True):
    """A posting's own page. The structured data stands on the pages of open postings and nowhere else.

    `closes` is the moment from which on visitors' clocks close the page, `similar` are open postings like this one. The posting of
    a page that has been closed for long has hardly more than its title. `equal_opportunity` is the organization's word on that, as sanitised HTML;
    `card` the address of the picture for where the page is shared. `file_links` say where the links of its text to source files lead.
    """

    posting: JobPosting
    state: State
    logo: str | None
    closes: datetime | None = None
    closing_soon: bool = False
    similar: tuple[SimilarJob, ...] = ()
    equal_opportunity: str = ""
    card: str | None = None
    departments: tuple[Link, ...] = ()
    locations: tuple[Link, ...] = ()
    employment_types: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()
    file_links: tuple[LeadsTo, ...] = ()

    kind: ClassVar[str] = "job"
    template: ClassVar[str] = "job.html"

    @property
    def closes_by_clock(self) -> bool:
        """Whether the page, or a similar job on it, closes at a moment that is known."""
        return self.closes is not None or any(job.closes is not None for job in self.similar)

    def context(self, rendering: Rendering) -> dict[str, Any]:
        """Add the posting's HTML and, on an open posting's page, its structured data."""
        description = rendering.description(self.posting.description) if self.posting.description else ""
        description = linker(self.file_links, rendering)(description)
        json_ld = ""
        if self.state is State.OPEN:
            json_ld = job_json_ld.script(
                job_json_ld.job_posting(self.posting, rendering.config, description, self.logo)
            )
        return {
            "description": Markup(description),  # noqa: S704  # sanitised
            "contents": contents_of(description),
            "equal_opportunity": Markup(self.equal_opportunity),  # noqa: S704  # sanitised
            "json_ld": Markup(json_ld),  # noqa: S704  # escaped by us
        }


def plan(site: Site, memory: Memory) -> list[Output]:
    """Give every posting that is or was open its page."""
    jobs = memory.recall("similar open jobs", (), SimilarOpenJobs).of(site)
    return _pages(site, memory, jobs, site.own(site.closed))


def pages_of(site: Site, sources: Collection[str]) -> list[Output]:
    """Return the pages of some postings, by their sources, as the plan of all has them."""
    closed = [posting for posting in site.own(site.closed) if posting.source in sources]
    return _pages(site, Memory(keeps=False), open_jobs_among(site, sources), closed)


def _pages(site: Site, memory: Memory, jobs: list[OpenJob], closed: Sequence[JobPosting]) -> list[Output]:
    frame = memory.same("frame", frame_of(site))
    links = {
        listing.name: {term.key: Link(term.name, term.path) for term in listing.terms} for listing in site.listings
    }
    links = memory.same("links", links)
    versions = memory.same("versions", job_links(site))

    def open_page(job: OpenJob) -> JobPage:
        posting = job.posting
        state = state_on(site.today, posting, zone)
        page = _page(site, frame, links, posting, state, versions.get(posting.source, ()), job.similar)
        card = card_of(site, posting)
        return page if card is None else replace(page, card=card_path(posting))

    def long_closed_page(posting: JobPosting) -> JobPage:
        return _page(site, frame, {}, _remains_of(posting), State.CLOSED, versions.get(posting.source, ()))

    zone = site.config.zone
    long_closed = [posting for posting in closed if is_long_closed(site.today, posting, zone, site.config.jobs)]
    gone = set(map(id, long_closed))
    if site.config.trees:
        own = set(map(id, site.own(site.open)))
        jobs = [job for job in jobs if id(job.posting) in own]
    short_closed = [posting for posting in closed if id(posting) not in gone]
    with_text = [
        *memory.each("open pages", jobs, open_page, frame, links, versions),
        *_closed_pages(site, memory, frame, links, short_closed, versions),
    ]
    if site.file_links:
        with_text = [_with_file_links(site, memory, page) for page in with_text]
    return [*with_text, *memory.each("long closed pages", long_closed, long_closed_page, frame, versions)]


def _with_file_links(site: Site, memory: Memory, page: JobPage) -> JobPage:
    """Return a page that knows where the links of its text to source files lead; most have none. Where they do may change while nothing else does."""
    leads = leads_of(site, page.origin)
    if not leads:
        return page
    return memory.recall(("page with links", page.origin), (page, leads), lambda: replace(page, file_links=leads))


def _closed_pages(  # all that pages are made of
    site: Site,
    memory: Memory,
    frame: Frame,
    links: Mapping[str, Mapping[str, Link]],
    closed: Sequence[JobPosting],
    versions: Mapping[str, Links],
) -> Iterator[JobPage]:
    """Plan pages that say that the job is closed, and name open ones that are like it."""
    similar = SimilarJobs(site) if closed else None
    for posting in closed:
        if similar is not None:
            candidates = similar.candidates(posting)
            jobs = memory.recall(("similar", posting.slug), (posting, candidates), partial(similar.to, posting))
            own = versions.get(posting.source, ())
            make = partial(_page, site, frame, links, posting, State.CLOSED, own, jobs)
            yield memory.recall(("closed page", posting.slug), (posting, jobs, frame, links, own), make)


def _remains_of(posting: JobPosting) -> JobPosting:
    """Return what is still told of a posting that has been closed for long: what it was and who hired, without its text and facts."""
    return JobPosting(
        source=posting.source,
        slug=posting.slug,
        title=posting.title,
        organization=Organization(posting.organization.name, posting.organization.url),
        description="",
        summary="",
        language=posting.language,
        open=False,
    )


def _page(  # noqa: PLR0913, PLR0917  # all that a page is made of
    site: Site,
    frame: Frame,
    links: Mapping[str, Mapping[str, Link]],
    posting: JobPosting,
    state: State,
    versions: Links,
    similar: tuple[SimilarJob, ...] = (),
) -> JobPage:
    def of(listing: str) -> tuple[Link, ...]:
        known = links.get(listing)
        if known is None:
            return ()
        return tuple([known[term[0]] for term in TERMS_OF[listing](posting) if term[0] in known])

    address = job_path(posting)
    zone, tree = site.config.zone, site.config.prefix
    is_open = state is State.OPEN
    return JobPage(
        path=file_of(tree + address),
        tree=tree,
        address=address,
        origin=posting.source,
        title=posting.title,
        summary=posting.summary,
        language=posting.language,
        frame=frame,
        modified=last_modified(site.today, posting, zone),
        noindex=not is_open,
        versions=versions,
        posting=posting,
        state=state,
        logo=_logo(site, posting),
        closes=closes_at(posting) if is_open and site.closes_by_clock else None,
        closing_soon=is_open and is_closing_soon(site.today, posting, zone, site.config.jobs),
        similar=similar,
        equal_opportunity=site.look.equal_opportunity if is_open else "",
        departments=of("departments"),
        locations=of("locations"),
        employment_types=of("employment-types"),
        tags=of("tags"),
    )


def _logo(site: Site, posting: JobPosting) -> str | None:
    """Return the absolute address of the organization's logo: elsewhere, or among the assets."""
    logo = posting.organization.logo
    if logo is None or urlsplit(logo).scheme:
        return logo
    path = next((asset.path for asset in site.look.assets if asset.name == logo), None)
    return site.config.absolute_url(site.config.path_to("", path)) if path else None
