"""The facts of a job posting and of a standalone page.

Names follow schema.org's JobPosting in snake case. What a posting does not say is None or empty here: nothing is filled
in later, and nothing is guessed.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from site_builder.model.blocks import Block
from site_builder.model.check import Off
from site_builder.model.file_links import FileLink
from site_builder.model.problem import Problem, Severity
from site_builder.model.value import Shared, Value


class RemoteRule(StrEnum):
    """Where the work is done: always away from the office, partly, or never."""

    FULL = "full"
    HYBRID = "hybrid"
    NONE = "none"


class EmploymentType(StrEnum):
    """Google's values of JobPosting.employmentType (case-sensitive)."""

    FULL_TIME = "FULL_TIME"
    PART_TIME = "PART_TIME"
    CONTRACTOR = "CONTRACTOR"
    TEMPORARY = "TEMPORARY"
    INTERN = "INTERN"
    VOLUNTEER = "VOLUNTEER"
    PER_DIEM = "PER_DIEM"
    OTHER = "OTHER"


class SalaryUnit(StrEnum):
    """Google's values of QuantitativeValue.unitText in a baseSalary (case-sensitive)."""

    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    YEAR = "YEAR"


class EducationLevel(StrEnum):
    """Google's values of credentialCategory in educationRequirements, and what it takes for none."""

    NONE = "no requirements"
    HIGH_SCHOOL = "high school"
    ASSOCIATE = "associate degree"
    BACHELOR = "bachelor degree"
    PROFESSIONAL = "professional certificate"
    POSTGRADUATE = "postgraduate degree"


class Place(Value, frozen=True):
    """A place as the posting writes it (`text`), and the parts of its address that it states beyond doubt.

    `country` is an ISO 3166-1 alpha-2 code. A place whose country is not stated has none.
    """

    text: str
    street_address: str | None = None
    postal_code: str | None = None
    locality: str | None = None
    region: str | None = None
    country: str | None = None


class Salary(Value, frozen=True):
    """Base pay as offered by the employer: one amount (`minimum` equals `maximum`) or a range.

    `currency` is an ISO 4217 code. An end that the posting leaves open is None.
    """

    currency: str
    unit: SalaryUnit
    minimum: Decimal | None = None
    maximum: Decimal | None = None


class Organization(Value, frozen=True):
    """Who hires.

    `logo` is an absolute URL or the name of an asset; `same_as` are absolute URLs of the same organization.
    """

    name: str
    url: str | None = None
    logo: str | None = None
    same_as: tuple[str, ...] = ()


class Contact(Value, frozen=True):
    """A person or team to ask. Not a way to apply unless the posting says so."""

    name: str | None = None
    email: str | None = None
    telephone: str | None = None
    url: str | None = None


class TranslationOf(Value, frozen=True):
    """Of which file another is a version in another language: its name as it is written, and the line on which it is."""

    name: str
    line: int = 1


class JobPosting(Shared, frozen=True):
    """The facts of one posting, all of them valid.

    `source` is the file's path relative to the site's folder; `description` is the digest under which the ledger keeps
    the rendered, sanitised HTML. `summary` is plain text: the posting's own, or the beginning of its text.
    `location_text`, `employment_text` and `salary_text` are the author's words where they say something that no
    schema.org value holds ("Worldwide", "permanent", "competitive"), and so are `education_text` and `experience_text`. Any of
    `education` will do; `experience_months` is the least that is asked for, 0 where none is. `open` false means closed whatever the dates say.
    `valid_through` is the last moment of the posting, in UTC; a posting that gives a date means the last second of that
    day in the site's time zone. `translation_of` is for what has another file name than
    its versions in other languages. `file_links` are the links of its text to other files.
    """

    source: str
    slug: str
    title: str
    organization: Organization
    description: str
    summary: str
    language: str
    locations: tuple[Place, ...] = ()
    location_text: str | None = None
    applicant_locations: tuple[Place, ...] = ()
    remote: RemoteRule | None = None
    employment_types: tuple[EmploymentType, ...] = ()
    employment_text: str | None = None
    department: str | None = None
    industry: str | None = None
    date_posted: date | None = None
    date_modified: date | None = None
    valid_through: datetime | None = None
    opens_on: date | None = None
    open: bool = True
    salary: Salary | None = None
    salary_text: str | None = None
    education: tuple[EducationLevel, ...] = ()
    education_text: str | None = None
    experience_months: int | None = None
    experience_text: str | None = None
    experience_in_place_of_education: bool | None = None
    tags: tuple[str, ...] = ()
    apply_url: str | None = None
    apply_email: str | None = None
    direct_apply: bool | None = None
    contact: Contact | None = None
    url: str | None = None
    identifier: str | None = None
    work_hours: str | None = None
    benefits: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    draft: bool = False
    extra: dict[str, Any] = {}
    translation_of: TranslationOf | None = None
    file_links: tuple[FileLink, ...] = ()


class Page(Value, frozen=True):
    """A standalone page (about, benefits, questions) written in Markdown under `content/pages/`.

    `path` is the page's address relative to the site (`benefits/`). Pages with a `weight` come in its order in the
    navigation, the others after them by title; `navigation` false keeps a page out of it. Its `blocks` stand where its HTML has
    their marks. The page with the path `index/` is the text of the start page, and has no page of its own. `file_links` are the
    links of its text to other files.
    """

    source: str
    path: str
    title: str
    description: str
    summary: str
    language: str
    weight: int = 0
    navigation: bool = True
    draft: bool = False
    aliases: tuple[str, ...] = ()
    extra: dict[str, Any] = {}
    translation_of: TranslationOf | None = None
    blocks: tuple[Block, ...] = ()
    file_links: tuple[FileLink, ...] = ()

    @property
    def is_start(self) -> bool:
        """Whether it is the text of the start page."""
        return self.path == "index/"


class Facts(Value, frozen=True):
    """What came of a file, without its HTML: a posting, a page or neither, and its problems. `off` is what it asks not to be told of."""

    posting: JobPosting | None = None
    page: Page | None = None
    problems: tuple[Problem, ...] = ()
    off: tuple[Off, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether an error keeps the file off the site."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def is_same_but_text(one: Facts, other: Facts) -> bool:
    """Say whether two readings of a posting differ in nothing but its text, beyond the beginning that lists show."""
    if one.posting is None or other.posting is None:
        return False
    return replace(other, posting=replace(other.posting, description=one.posting.description)) == one
