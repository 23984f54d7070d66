"""What a feed says, whatever its format: values that the formats write down."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from site_builder.model.config import Config
from site_builder.model.file_links import LeadsTo
from site_builder.model.output import Rendering
from site_builder.model.posting import EmploymentType, JobPosting, RemoteRule
from site_builder.model.site import start_of
from site_builder.model.value import Shared
from site_builder.outputs.addresses import job_path_from
from site_builder.outputs.file_links import linker


class FeedItem(Shared, frozen=True, cache_hash=True):
    """A posting in a feed.

    `url` is the absolute address of its page, by which readers know the item again; `description` is the digest of its
    HTML, `summary` plain text. `categories` are its tags, its department and its employment types, those in the
    author's words or, where there are none, in schema.org's values. `file_links` say
    where the links of its text to source files lead. Its hash is kept, as it is looked up for every feed.
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
    file_links: tuple[LeadsTo, ...] = ()


class Feed(Shared, frozen=True):
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
        return _moment(day, self.timezone)


@lru_cache(maxsize=1_000)  # ten thousand postings share a few hundred days
def _moment(day: date, timezone: str) -> datetime:
    start = start_of(day, ZoneInfo(timezone))
    offset = start.utcoffset()
    # Before zones kept whole minutes (Amsterdam: 1937) an offset had seconds, for which neither format has a place.
    return start.replace(tzinfo=UTC) if offset is None or offset.seconds % 60 else start


Made = TypeVar("Made")


class MadeOnce(Generic[Made]):
    """Items as a format writes them, each made once in a process: a posting stands in the feeds of all its listings.

    `make` makes an item of a feed from its HTML, and reads nothing of the feed but its language and time zone.
    """

    MOST = 4_000
    """Items kept; one takes about 5 kB."""

    def __init__(self, make: Callable[[FeedItem, Feed, str], Made]) -> None:
        """Begin with nothing made."""
        self._make = make
        self._made: dict[tuple[FeedItem, str, str], Made] = {}

    def items(self, feed: Feed, rendering: Rendering) -> list[Made]:
        """Return a feed's items in its order."""
        return [self._item(item, feed, rendering) for item in feed.items]

    def _item(self, item: FeedItem, feed: Feed, rendering: Rendering) -> Made:
        key = (item, feed.language, feed.timezone)
        made = self._made.get(key)
        if made is None:
            if len(self._made) == self.MOST:
                self._made.clear()
            html = linker(item.file_links, rendering)(rendering.description(item.description))
            made = self._made[key] = self._make(item, feed, html)
        return made


def feed_of(title: str, listing_path: str, items: Sequence[FeedItem], config: Config) -> Feed:
    """Return the feed of a listing; `items` are its newest postings, newest first."""
    return Feed(
        title=title,
        description=config.description,
        language=config.language,
        timezone=config.timezone,
        home_page_url=config.absolute_url(listing_path),
        items=tuple(items),
    )


def feed_item(posting: JobPosting, config: Config, file_links: tuple[LeadsTo, ...] = ()) -> FeedItem:
    """Return a posting as the feeds of all its listings have it."""
    return FeedItem(
        url=config.absolute_url(job_path_from(config, posting)),
        title=posting.title,
        description=posting.description,
        summary=posting.summary,
        language=posting.language,
        organization=posting.organization.name,
        categories=_categories(posting),
        locations=tuple([place.text for place in posting.locations]),
        employment_types=posting.employment_types,
        remote=posting.remote,
        date_posted=posting.date_posted,
        date_modified=posting.date_modified,
        valid_through=posting.valid_through,
        identifier=posting.identifier,
        file_links=file_links,
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
