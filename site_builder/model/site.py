"""The site itself: what stands open on one day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from itertools import compress
from operator import attrgetter, is_
from typing import NamedTuple
from zoneinfo import ZoneInfo

from site_builder.model.card import CardStyle
from site_builder.model.config import Config
from site_builder.model.file_links import LeadsTo
from site_builder.model.listing import Listing, Listings
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting, Page
from site_builder.model.value import Value


class State(StrEnum):
    """Where a posting stands on a day."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


def state_on(today: date, posting: JobPosting, zone: ZoneInfo) -> State:
    """Say where a posting stands on a day of the site's time zone; a posting is open on its last day."""
    if posting.draft:
        return State.DRAFT
    if posting.opens_on is not None and today < posting.opens_on:
        return State.UPCOMING
    if not posting.open:
        return State.CLOSED
    if posting.valid_through is not None and today > posting.valid_through.astimezone(zone).date():
        return State.CLOSED
    return State.OPEN


def last_modified(today: date, posting: JobPosting, zone: ZoneInfo) -> date | None:
    """Return the last day up to `today` on which the posting's page is known to have changed.

    It is posted, opened, edited (when `date_modified` says so) or, the day after its last, closed. None: nothing is
    known.
    """
    newest = None
    closed = posting.valid_through and posting.valid_through.astimezone(zone).date() + timedelta(days=1)
    for day in (posting.date_posted, posting.date_modified, posting.opens_on, closed):
        if day is not None and day <= today and (newest is None or day > newest):
            newest = day
    return newest


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the first moment of a day in a time zone."""
    return datetime.combine(day, time(), zone)


class Asset(Value, frozen=True):
    """A file that the site serves as it is: where it lies, and its fingerprinted address.

    The address carries the beginning of the digest: `assets/site.3f2a91c0.css`.
    """

    name: str
    file: str
    digest: str
    path: str


class Look(Value, frozen=True):
    """What the theme gives to the plans: its assets, and the interface's words in the site's language by dotted keys.

    `equal_opportunity` is what the settings say of that, as sanitised HTML, `card` how jobs are drawn for where they are shared (None: not).
    """

    assets: tuple[Asset, ...] = ()
    words: dict[str, str] = {}
    equal_opportunity: str = ""
    card: CardStyle | None = None


class Site(Value, frozen=True):
    """What stands on the site on one day.

    Postings come newest first (those without a date last), then by title and slug. `closes_by_clock` says that its pages close jobs by their
    visitors' clocks as well: not where the day was chosen.

    Of a site in several languages this is one tree: its lists hold jobs that have their page in another one, too. `trees` are all of them,
    this one included, and `translations` the versions of a posting or page, by each one's source, this one included. `file_links` say where the links of texts to
    source files lead, by the source of each text that has some.
    """

    today: date
    config: Config
    open: tuple[JobPosting, ...]
    closed: tuple[JobPosting, ...]
    upcoming: tuple[JobPosting, ...]
    drafts: tuple[JobPosting, ...]
    pages: tuple[Page, ...]
    listings: tuple[Listing, ...]
    look: Look
    closes_by_clock: bool = True
    trees: tuple["Site", ...] = ()
    translations: dict[str, tuple[JobPosting | Page, ...]] = {}
    file_links: dict[str, tuple[LeadsTo, ...]] = {}

    def own(self, postings: tuple[JobPosting, ...]) -> tuple[JobPosting, ...]:
        """Return those of some postings that have their page in this tree."""
        config = self.config
        if not config.trees:
            return postings
        return tuple([posting for posting in postings if config.home(posting.language) == config.prefix])

    @classmethod
    def on(  # noqa: PLR0913, PLR0917  # all that a site is made of
        cls,
        today: date,
        config: Config,
        postings: Sequence[JobPosting],
        pages: Sequence[Page] = (),
        look: Look | None = None,
        shown_as_open: frozenset[State] = frozenset({State.OPEN}),
        memory: Memory | None = None,
    ) -> "Site":
        """Sort postings by where they stand on a day, which is a day of the site's time zone.

        `shown_as_open` adds drafts to the open ones, for their author's eyes. `memory` is that of earlier builds.
        """
        zone = config.zone
        look, memory = look or Look(), memory or Memory()

        def stand(posting: JobPosting) -> _Standing:
            return _Standing(newest_first(posting), state_on(today, posting, zone), posting)

        standing = memory.each("standing", postings, stand)
        standing = memory.in_order("order", standing, attrgetter("order"))
        in_order = memory.each("in order", standing, attrgetter("posting"))
        states = memory.each("states", standing, lambda one: State.OPEN if one.state in shown_as_open else one.state)
        by_state = {state: tuple(compress(in_order, map(partial(is_, state), states))) for state in State}
        all_open = by_state[State.OPEN]
        listings = memory.recall("listings", (), lambda: Listings(look.words))
        return cls(
            today=today,
            config=config,
            open=all_open,
            closed=by_state[State.CLOSED],
            upcoming=by_state[State.UPCOMING],
            drafts=by_state[State.DRAFT],
            pages=tuple(
                sorted((page for page in pages if not page.draft or State.DRAFT in shown_as_open), key=_page_order)
            ),
            listings=listings.of(all_open),
            look=look,
        )


class _Standing(NamedTuple):
    """A posting with its place in the site's order and its state."""

    order: tuple[int, str, str]
    state: State
    posting: JobPosting


def newest_first(posting: JobPosting) -> tuple[int, str, str]:
    """Order postings: newest first, those without a date last, then by title and slug."""
    day = posting.date_posted
    return (-day.toordinal() if day else 1, posting.title.casefold(), posting.slug)


def _page_order(page: Page) -> tuple[bool, int, str, str]:
    return (page.weight == 0, page.weight, page.title.casefold(), page.path)
