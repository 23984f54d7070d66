"""The page of each posting, open or closed."""

from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import urlsplit

from markupsafe import Markup

from site_builder.model.memory import Memory
from site_builder.model.output import Link, Output, Rendering
from site_builder.model.posting import JobPosting
from site_builder.model.site import Site, State, last_modified
from site_builder.model.terms import TERMS_OF
from site_builder.outputs import job_json_ld
from site_builder.outputs.addresses import job_path
from site_builder.outputs.html_page import Frame, HtmlPage, file_of, frame_of


class JobPage(HtmlPage, frozen=True, kw_only=True):
    """A posting's own page. The structured data stands on the pages of open postings and nowhere else."""

    posting: JobPosting
    state: State
    logo: str | None
    departments: tuple[Link, ...] = ()
    locations: tuple[Link, ...] = ()
    employment_types: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()

    kind: ClassVar[str] = "job"
    template: ClassVar[str] = "job.html"

    def context(self, rendering: Rendering) -> dict[str, Any]:
        """Add the posting's HTML and, on an open posting's page, its structured data."""
        description = rendering.description(self.posting.description)
        json_ld = ""
        if self.state is State.OPEN:
            json_ld = job_json_ld.script(
                job_json_ld.job_posting(self.posting, rendering.config, description, self.logo)
            )
        return {"description": Markup(description), "json_ld": Markup(json_ld)}  # noqa: S704  # sanitised, and escaped by us


def plan(site: Site, memory: Memory) -> list[Output]:
    """Give every posting that is or was open its page."""
    frame = memory.same("frame", frame_of(site))
    links = {
        listing.name: {term.key: Link(term.name, term.path) for term in listing.terms} for listing in site.listings
    }
    links = memory.same("links", links)

    def open_page(posting: JobPosting) -> JobPage:
        return _page(site, frame, links, posting, State.DRAFT if posting.draft else State.OPEN)

    def closed_page(posting: JobPosting) -> JobPage:
        return _page(site, frame, links, posting, State.CLOSED)

    return [
        *memory.each("open pages", site.open, open_page, frame, links),
        *memory.each("closed pages", site.closed, closed_page, frame, links),
    ]


def _page(
    site: Site, frame: Frame, links: Mapping[str, Mapping[str, Link]], posting: JobPosting, state: State
) -> JobPage:
    def of(listing: str) -> tuple[Link, ...]:
        known = links.get(listing)
        if known is None:
            return ()
        return tuple([known[term[0]] for term in TERMS_OF[listing](posting) if term[0] in known])

    address = job_path(posting)
    return JobPage(
        path=file_of(address),
        address=address,
        origin=posting.source,
        title=posting.title,
        summary=posting.summary,
        language=posting.language,
        frame=frame,
        modified=last_modified(site.today, posting, site.config.zone),
        noindex=state is not State.OPEN,
        posting=posting,
        state=state,
        logo=_logo(site, posting),
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
    return site.config.absolute_url(path) if path else None
