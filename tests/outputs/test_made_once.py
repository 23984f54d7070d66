"""Items of feeds are made once in a process, and never more of them kept than is said."""

from site_builder.model.config import Config
from site_builder.outputs.feed_content import Feed, FeedItem, MadeOnce
from tests.outputs.rendering import Texts

CONFIG = Config(title="Jobs", base_url="https://bakery.example/")


class Counted:
    """A format that counts the items it makes."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, item: FeedItem, feed: Feed, html: str) -> str:
        """Make an item of what it is made from."""
        self.made.append(item.title)
        return f"{item.title} {feed.language} {feed.timezone} {html}"


def feed(*numbers: int, config: Config = CONFIG) -> Feed:
    """Return a feed of items of these numbers."""
    items = [FeedItem(f"https://bakery.example/{n}", str(n), "d", "", "en", "Bakery") for n in numbers]
    return Feed("Jobs", "", config.language, config.timezone, "https://bakery.example/", tuple(items))


def test_an_item_of_two_feeds_is_made_once() -> None:
    """The second feed takes what the first made."""
    counted = Counted()
    once = MadeOnce(counted)
    assert once.items(feed(1, 2), Texts(d="x")) == ["1 en UTC x", "2 en UTC x"]
    assert once.items(feed(2, 3), Texts(d="x")) == ["2 en UTC x", "3 en UTC x"]
    assert counted.made == ["1", "2", "3"]


def test_an_item_of_another_language_or_zone_is_another() -> None:
    """What a format reads of the feed is part of what it makes."""
    once = MadeOnce(Counted())
    once.items(feed(1), Texts(d="x"))
    german = Config(title="Jobs", base_url="https://bakery.example/", language="de")
    berlin = Config(title="Jobs", base_url="https://bakery.example/", timezone="Europe/Berlin")
    assert once.items(feed(1, config=german), Texts(d="x")) == ["1 de UTC x"]
    assert once.items(feed(1, config=berlin), Texts(d="x")) == ["1 en Europe/Berlin x"]


def test_so_many_are_kept_and_no_more() -> None:
    """When it is full it begins anew, and the feed is right all the same."""
    counted = Counted()
    once = MadeOnce(counted)
    once.items(feed(*range(MadeOnce.MOST)), Texts(d="x"))
    once.items(feed(0), Texts(d="x"))
    assert len(counted.made) == MadeOnce.MOST
    assert once.items(feed(-1, 0), Texts(d="x")) == ["-1 en UTC x", "0 en UTC x"]
    assert counted.made[MadeOnce.MOST :] == ["-1", "0"]
