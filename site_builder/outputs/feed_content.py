"""What a feed says, whatever its format: values that the formats write down."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_builder.model.posting import EmploymentType, JobPosting, RemoteRule
from site_builder.model.site import Config, start_of
from site_builder.outputs.addresses import job_path


class FeedItem(Struct, frozen=True):
    """A posting in a feed.

    `url` is the absolute address of its page, by which readers know the item again; `description` is the digest of its
    HTML, `summary` plain text. `categories` are its tags, its department and its employment types, those in the
    author's words or, where there are none, in schema.org's values.
    """

    url: str
    title: str
    description: str
    summary: str
    language: str
    organization: str
    categories: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    employment_types: tuple[EmploymentType, ...] = ()
    remote: RemoteRule | None = None
    date_posted: date | None = None
    date_modified: date | None = None
    valid_through: datetime | None = None
    identifier: str | None = None


class Feed(Struct, frozen=True):
    """The newest postings of a listing.

    `home_page_url` is the absolute address of the listing; `timezone` is the IANA name of the zone in which its days
    begin; `description` may be empty.
    """

    title: str
    description: str
    language: str
    timezone: str
    home_page_url: str
    items: tuple[FeedItem, ...]

    @property
    def newest(self) -> date | None:
        """The latest day on which an item was posted or modified, if any is known."""
        days = [day for item in self.items for day in (item.date_posted, item.date_modified) if day is not None]
        return max(days, default=None)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the site."""
        return ZoneInfo(self.timezone)

    def moment(self, day: date) -> datetime:
        """Return the first moment of a day, with an offset that RFC 822 and RFC 3339 can write."""
        start = start_of(day, self.zone)
        offset = start.utcoffset()
        # Before zones kept whole minutes (Amsterdam: 1937) an offset had seconds, for which neither format has a place.
        return start.replace(tzinfo=UTC) if offset is None or offset.seconds % 60 else start


def feed_of(title: str, listing_path: str, postings: Sequence[JobPosting], config: Config) -> Feed:
    """Return the feed of a listing: of its postings, newest first, as many as the settings say."""
    return Feed(
        title=title,
        description=config.description,
        language=config.language,
        timezone=config.timezone,
        home_page_url=config.absolute_url(listing_path),
        items=tuple(_item(posting, config) for posting in postings[: config.feed_items]),
    )


def _item(posting: JobPosting, config: Config) -> FeedItem:
    return FeedItem(
        url=config.absolute_url(job_path(posting)),
        title=posting.title,
        description=posting.description,
        summary=posting.summary,
        language=posting.language,
        organization=posting.organization.name,
        categories=_categories(posting),
        locations=tuple(place.text for place in posting.locations),
        employment_types=posting.employment_types,
        remote=posting.remote,
        date_posted=posting.date_posted,
        date_modified=posting.date_modified,
        valid_through=posting.valid_through,
        identifier=posting.identifier,
    )


def _categories(posting: JobPosting) -> tuple[str, ...]:
    names = list(posting.tags)
    if posting.department:
        names.append(posting.department)
    if posting.employment_text:
        names.append(posting.employment_text)
    else:
        names.extend(posting.employment_types)
    # A department is often a tag too; the first spelling stays.
    return tuple({name.casefold(): name for name in reversed(names)}.values())[::-1]
