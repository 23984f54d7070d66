"""The one table of a posting's fields: canonical name, reader, how it looks when right, its names in other vocabularies.

Canonical names follow schema.org's JobPosting in snake case. Names are compared without case and separators, so `datePosted` and
`date-posted` need no line here; `others` are names that differ by more. The field reference in docs/writing-postings.md is made
from this table.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_builder.model.deprecated import Deprecated, Kind, of_kinds
from site_builder.reading import applicants, dates, education, experience, places, salaries, site_paths, terms, values
from site_builder.reading.codes import read_codes
from site_builder.reading.excess import refuse_excess, refuse_quotes
from site_builder.reading.names import normal
from site_builder.reading.wrong import Wrong, quotable, shown


class Wanted(StrEnum):
    """How much a posting needs a field."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


Reader = Callable[[Any, ZoneInfo], Any]


class Rule(Struct, frozen=True):
    """One field. `reader(value, zone)` gives the model's value or raises Wrong; `right` is a right line of YAML."""

    name: str
    reader: Reader
    says: str
    right: str
    others: tuple[str, ...] = ()
    wanted: Wanted = Wanted.OPTIONAL
    joins: bool = False  # values under several names are joined, where others may have one name only
    decides: bool = False  # on which days the posting is shown: it is not published while a question about it is open

    def read(self, value: Any, zone: ZoneInfo, deadlines: ZoneInfo | None = None) -> Any:
        """Return the model's value for a file's value; `deadlines` is the zone in which days to apply end, if not `zone`.

        Raises Wrong, and at once for more than a person writes.
        """
        refuse_excess(value)
        refuse_quotes(value, self.name)
        return (
            dates.read_moment(value, zone, deadlines) if self.reader is dates.read_moment else self.reader(value, zone)
        )


def _of(read: Callable[[Any], Any]) -> Reader:
    return lambda value, _zone: read(value)


def _texts(value: Any) -> tuple[str, ...]:
    """Read a list of texts; one text is a list of one."""
    return tuple(values.read_text(item) for item in (value if isinstance(value, list) else [value]))


def _identifier(value: Any) -> str:
    """Read a number of the job; of schema.org's PropertyValue (`name`, `value`) its value."""
    return values.read_text(value["value"] if isinstance(value, dict) and "value" in value else value)


def _apply_url(value: Any) -> str:
    try:
        return values.read_url(value)
    except Wrong:
        if isinstance(value, str) and values.is_email(value):
            raise Wrong(f"{shown(value)} is an e-mail address", f"Write `apply_email: {quotable(value)}`.") from None
        raise


def _whole_number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Wrong(f"{shown(value)} is not a whole number", "Write a number, such as `10`.")
    return value


POSTING = (
    Rule("title", _of(values.read_text), "The job's title: no company, place, pay or exclamation marks.",
         "title: Data Engineer", ("jobTitle", "position", "positionTitle"), Wanted.REQUIRED),
    Rule("organization", _of(values.read_organization), "Who hires, where it is not the site's own organization: a name, or `name`, `url`, `logo` and `same_as`.",
         "organization: Example Ltd", ("hiringOrganization", "organisation", "company", "companyName", "employer"), Wanted.REQUIRED),
    Rule("organization_url", _of(values.read_url), "The organization's own web site.",
         "organization_url: https://example.com/", ("companyUrl", "companyWebsite")),
    Rule("organization_logo", _of(values.read_logo), "The organization's logo: the name of a file in `assets/`, or an https address.",
         "organization_logo: logo.svg", ("logo", "logoUrl", "companyLogo")),
    Rule("locations", _of(places.read_places), "Where the work is done: one place or a list of them, each as text (`City, Country`) or as `street_address`, `postal_code`, `locality`, `region` and `country`.",
         "locations: Berlin, Germany", ("location", "jobLocation", "jobLocations", "place", "places", "office", "offices"), Wanted.RECOMMENDED),
    Rule("applicant_locations", _of(applicants.read_applicant_places), "For remote jobs: the countries, states or cities in which applicants may live.",
         "applicant_locations: [DE, AT, CH]", ("applicantLocationRequirements", "applicantLocation")),
    Rule("remote", _of(terms.read_remote), "`full` (always away from an office), `hybrid` (partly) or `none`.",
         "remote: full", ("jobLocationType", "workplaceType", "telecommute", "telecommuting", "remoteStatus")),
    Rule("employment_type", _of(terms.read_employment_types), "One or a list of `FULL_TIME`, `PART_TIME`, `CONTRACTOR`, `TEMPORARY`, `INTERN`, `VOLUNTEER`, `PER_DIEM`, `OTHER`; everyday words are understood.",
         "employment_type: FULL_TIME", ("employmentTypes", "contract", "contractType", "commitment")),
    Rule("department", _of(values.read_text), "The department or team.",
         "department: Engineering", ("team",)),
    Rule("industry", _of(values.read_text), "The industry.",
         "industry: Renewable energy"),
    Rule("date_posted", dates.read_date, "The day on which the job was first posted. A file name like `2026-11-21-data-engineer.md` says it too.",
         "date_posted: 2026-11-21", ("date", "timestamp", "created", "createdAt", "posted", "postedAt", "published", "publishedAt", "datePublished", "dateCreated", "pubDate"), Wanted.RECOMMENDED),
    Rule("date_modified", dates.read_date, "The day of the last change that readers should know of.",
         "date_modified: 2026-11-25", ("lastmod", "lastModifiedAt", "updated", "updatedAt", "modified")),
    Rule("valid_through", dates.read_moment, "The last day to apply, or the last moment with its time.",
         "valid_through: 2027-01-31", ("expiryDate", "expires", "expiresOn", "expirationDate", "deadline", "applicationDeadline", "closes", "closesOn", "closingDate"), decides=True),
    Rule("opens_on", dates.read_date, "The day from which the posting is shown.",
         "opens_on: 2027-01-11", ("publishDate", "opens", "openFrom"), decides=True),
    Rule("open", _of(values.read_boolean), "`false` closes the posting whatever its dates say.",
         "open: false", ("isOpen",)),
    Rule("salary", _of(salaries.read_salary), "Base pay as offered: `currency`, `min` and `max` (or `value`) and `unit` (`HOUR`, `DAY`, `WEEK`, `MONTH`, `YEAR`), or the same in one line.",
         "salary: 60000-75000 EUR per YEAR", ("baseSalary", "salaryRange", "pay", "compensation")),
    Rule("education", _of(education.read_education), "What education is asked for: one or a list of `high school`, `associate degree`, `bachelor degree`, `professional certificate`, `postgraduate degree`, or `no requirements`.",
         "education: bachelor degree", ("educationRequirements",)),
    Rule("experience", _of(experience.read_experience), "How much experience is asked for at least: `3 years`, `6 months`, `none`.",
         "experience: 3 years", ("experienceRequirements", "yearsOfExperience")),
    Rule("experience_in_place_of_education", _of(values.read_boolean), "`true` where experience will do instead of the education.",
         "experience_in_place_of_education: true"),
    Rule("tags", _of(terms.read_tags), "A list of tags, or `#one,#two`.",
         "tags: [python, data]", ("tag", "hashtags", "keywords", "categories", "category"), joins=True),
    Rule("apply_url", _of(_apply_url), "Where to apply: an https address.",
         "apply_url: https://example.com/apply/7", ("apply", "applicationUrl", "applyLink", "applyAt"), Wanted.RECOMMENDED),
    Rule("apply_email", _of(values.read_email), "Where to apply: an e-mail address.",
         "apply_email: jobs@example.com", ("applicationEmail",), Wanted.RECOMMENDED),
    Rule("direct_apply", _of(values.read_boolean), "`true` only where applying is short and asks for nothing twice (Google's directApply).",
         "direct_apply: true"),
    Rule("contact", _of(values.read_contact), "Whom to ask: `name`, `email`, `telephone`, `url`.",
         "contact: {name: Ada, email: ada@example.com}", ("applicationContact",)),
    Rule("url", _of(values.read_url), "A page about the job elsewhere.",
         "url: https://example.com/jobs/7", ("sourceUrl", "hostedUrl", "externalUrl", "absoluteUrl")),
    Rule("identifier", _of(_identifier), "Your own number of the job.",
         "identifier: ENG-042", ("id", "jobId", "reference", "ref", "referenceNumber", "requisitionId")),
    Rule("work_hours", _of(values.read_text), "Working hours.",
         "work_hours: 38 hours a week, flexible"),
    Rule("benefits", _of(_texts), "A list of benefits.",
         "benefits: [30 days of holiday, a bicycle]", ("jobBenefits",)),
    Rule("summary", _of(values.read_text), "One or two sentences for lists and search engines; without it the text's beginning is taken.",
         "summary: Keep our data flowing.", ("description", "excerpt")),
    Rule("language", _of(values.read_language), "The posting's language (BCP 47), where it is not the site's.",
         "language: de", ("lang", "locale", "inLanguage")),
    Rule("translation_of", _of(values.read_text), "The file of which this one is a version in another language, where their names differ by more than the language (`gardener.md`, `gardener.de.md`).",
         "translation_of: gardener.md"),
    Rule("draft", _of(values.read_boolean), "`true` keeps the posting off the site; `serve` shows it, marked.",
         "draft: true"),
    Rule("slug", _of(values.read_slug), "The last part of the page's address; without it, the file's name.",
         "slug: data-engineer"),
    Rule("aliases", _of(site_paths.read_site_paths), "Old addresses of the page, which lead to it.",
         "aliases: [/careers/data-engineer/]", ("alias", "redirectFrom"), joins=True),
    Rule("check_off", _of(read_codes), "What `site-builder check` shall not report of this posting: codes, as they stand in brackets at a problem's end.",
         "check_off: [apply-missing]"),
)  # fmt: skip

PAGE = (
    Rule("title", _of(values.read_text), "The page's title.", "title: Benefits", (), Wanted.REQUIRED),
    Rule("summary", _of(values.read_text), "One or two sentences for search engines.", "summary: What we offer.", ("description", "excerpt")),
    Rule("language", _of(values.read_language), "The page's language (BCP 47), where it is not the site's.", "language: de", ("lang", "locale")),
    Rule("translation_of", _of(values.read_text), "The file of which this page is a version in another language, where their names differ by more than the language.", "translation_of: benefits.md"),
    Rule("weight", _of(_whole_number), "The place in the navigation: small numbers come first, pages without one last.", "weight: 10", ("order",)),
    Rule("navigation", _of(values.read_boolean), "`false` keeps the page out of the navigation.", "navigation: false", ("nav", "menu")),
    Rule("draft", _of(values.read_boolean), "`true` keeps the page off the site.", "draft: true"),
    Rule("slug", _of(values.read_slug), "The page's address; without it, the file's name.", "slug: benefits"),
    Rule("aliases", _of(site_paths.read_site_paths), "Old addresses of the page, which lead to it.", "aliases: [/perks/]", ("alias", "redirectFrom"), joins=True),
    Rule("check_off", _of(read_codes), "What `site-builder check` shall not report of this page: codes, as they stand in brackets at a problem's end.",
         "check_off: [image-outside]"),
)  # fmt: skip

# `[fields]` may send a name here: the value is kept for templates under `posting.extra`.
EXTRA = "extra"


def by_name(rules: tuple[Rule, ...]) -> dict[str, Rule]:
    """Return the rules by every name they go by, normalised; by those that they had, too."""
    return _by_name(rules, of_kinds(Kind.FIELD))


@cache
def _by_name(rules: tuple[Rule, ...], olds: tuple[Deprecated, ...]) -> dict[str, Rule]:
    known = {normal(name): rule for rule in rules for name in (rule.name, *rule.others)}
    return {normal(one.name): known[normal(one.instead)] for one in olds if normal(one.instead) in known} | known


def old_names(rules: tuple[Rule, ...]) -> Mapping[str, Deprecated]:
    """Return the names of fields that were replaced or will go, normalised."""
    olds = of_kinds(Kind.FIELD)
    return {normal(one.name): one for one in olds if normal(one.instead or one.name) in by_name(rules)} if olds else {}
