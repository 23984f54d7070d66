"""A posting as lists show it."""

from datetime import date, datetime

from site_builder.model.ending import closes_at, is_closing_soon
from site_builder.model.posting import EmploymentType, JobPosting, Place, RemoteRule, Salary
from site_builder.model.site import Site
from site_builder.model.value import Shared
from site_builder.outputs.addresses import job_path_from


class JobSummary(Shared, frozen=True, cache_hash=True):
    """A posting in a list: its facts without its text, so that an edited text leaves the lists alone.

    `opens_on` is a day that is still to come: the authors' preview shows such postings, too. `closes` is the moment from which on visitors' clocks
    hide it. `in_other_language`: on a site in several, it is in another than the list. Its hash is kept, as its card is looked up for nine lists on average.
    """

    path: str
    title: str
    organization: str
    summary: str
    language: str
    locations: tuple[Place, ...]
    location_text: str | None
    remote: RemoteRule | None
    employment_types: tuple[EmploymentType, ...]
    employment_text: str | None
    department: str | None
    salary: Salary | None
    salary_text: str | None
    date_posted: date | None
    valid_through: datetime | None
    tags: tuple[str, ...]
    draft: bool
    closes: datetime | None
    closing_soon: bool
    in_other_language: bool = False
    opens_on: date | None = None


def job_summary(site: Site, posting: JobPosting) -> JobSummary:
    """Return what lists show of a posting."""
    return JobSummary(
        path=job_path_from(site.config, posting),
        title=posting.title,
        organization=posting.organization.name,
        summary=posting.summary,
        language=posting.language,
        locations=posting.locations,
        location_text=posting.location_text,
        remote=posting.remote,
        employment_types=posting.employment_types,
        employment_text=posting.employment_text,
        department=posting.department,
        salary=posting.salary,
        salary_text=posting.salary_text,
        date_posted=posting.date_posted,
        valid_through=posting.valid_through,
        tags=posting.tags,
        draft=posting.draft,
        closes=closes_at(posting) if site.closes_by_clock else None,
        closing_soon=is_closing_soon(site.today, posting, site.config.zone, site.config.jobs),
        in_other_language=site.config.is_other(posting.language),
        opens_on=posting.opens_on if posting.opens_on is not None and posting.opens_on > site.today else None,
    )
