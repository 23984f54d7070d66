"""The settings of a site, and the addresses of its pages, which follow from them."""

import re
from datetime import datetime, time
from functools import lru_cache
from typing import Any, NamedTuple, Self
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from site_builder.model.check import Check
from site_builder.model.posting import Organization
from site_builder.model.tree import MenuItem, Tree, prefix_of
from site_builder.model.value import Value


class Markdown(Value, frozen=True):
    """`[markdown]`: the engine (`gfm` or `python-markdown`) and, for the latter, the names of its extensions."""

    engine: str = "gfm"
    extensions: tuple[str, ...] = ("extra", "sane_lists", "nl2br")


class Jobs(Value, frozen=True):
    """`[jobs]`: for how many days a closed job's page keeps its text, and how many days before its end a job is marked.

    `equal_opportunity` is Markdown that stands below every open job.
    """

    closed_days: int = 60
    closing_soon_days: int = 7
    equal_opportunity: str = ""


class Config(Value, frozen=True):
    """`site.toml`, read and checked.

    `base_url` is absolute and ends with `/`. `timezone` is an IANA name, `language` a BCP 47 tag. `deadlines` is the IANA name of the
    zone in which days to apply end, if not `timezone`. `defaults` maps a
    folder under `content/` (`""` for all of it) to values for postings that do not say. `fields` maps other people's
    field names, dotted for nested keys, to canonical ones. `redirects` maps addresses that are gone to those that
    replaced them, and whole folders, which end with `/*`, to folders. A site that has `pages_only` shows no jobs. `content_security_policy` maps directives to what pages may load beyond the site's own files.

    `trees` are those of a site in several languages, the site's own first; there are none where it has one language. In a tree's own
    settings, `base_url` is that of the tree, whose folder is `prefix`. Addresses that begin with `../` lead out of it, to the site's root.
    """

    title: str
    base_url: str
    language: str = "en"
    timezone: str = "UTC"
    deadlines: str = ""
    description: str = ""
    organization: Organization | None = None
    theme: str = "base"
    theme_settings: dict[str, Any] = {}
    markdown: Markdown = Markdown()
    fields: dict[str, str] = {}
    defaults: dict[str, dict[str, Any]] = {}
    redirects: dict[str, str] = {}
    navigation: tuple[MenuItem, ...] = ()
    per_page: int = 50
    feed_items: int = 30
    pages_only: bool = False
    check: Check = Check()
    jobs: Jobs = Jobs()
    content_security_policy: dict[str, tuple[str, ...]] = {}
    trees: tuple[Tree, ...] = ()
    tree_settings: dict[str, dict[str, Any]] = {}
    prefix: str = ""

    @property
    def origin(self) -> str:
        """Scheme and host without a path: `https://org.github.io`."""
        return _base(self.base_url).origin

    @property
    def base_path(self) -> str:
        """The path below which the site lies, with `/` at both ends: `/` or `/repo/`."""
        return _base(self.base_url).path

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.timezone)

    def zone_of(self, moment: datetime) -> ZoneInfo:
        """Return the time zone to show a closing moment in: that of the deadlines, if it is the end of a day there, else the site's."""
        return _deadline_zone(self.deadlines, self.timezone, moment)

    def url(self, path: str) -> str:
        """Return the address of a path of the site as a link within it: `tags/c-sharp/` -> `/repo/tags/c-sharp/`.

        Every link of ours to ourselves is made here. What is not ASCII is percent-encoded (RFC 3986).
        """
        base = _base(self.base_url)
        if self.prefix and path.startswith(_UP):
            return base.path.removesuffix(self.prefix) + _quoted(path.removeprefix(_UP))
        return base.path + _quoted(path)

    def absolute_url(self, path: str) -> str:
        """Return the whole address of a path of the site: `https://org.github.io/repo/tags/c-sharp/`."""
        return _base(self.base_url).origin + self.url(path)

    def in_tree(self, tree: Tree) -> Self:
        """Return the settings of one of the site's trees."""
        if not tree.prefix:
            return self
        return replace(
            self,
            language=tree.language,
            base_url=self.base_url + tree.prefix,
            prefix=tree.prefix,
            title=tree.title or self.title,
            description=tree.description,
            jobs=replace(self.jobs, equal_opportunity=tree.equal_opportunity),
            navigation=tree.navigation,
        )

    def home(self, language: str) -> str:
        """Return the prefix of the tree in which pages of a language lie."""
        return prefix_of(language, self.trees) if self.trees else ""

    def is_other(self, language: str) -> bool:
        """Say whether lists tell of what is in a language that it is in another one than they are: on a site in several, `en-GB` is none other than `en`."""
        if not self.trees:
            return False
        return language.partition("-")[0] != self.language.partition("-")[0] or self.home(language) != self.prefix

    def path_to(self, prefix: str, path: str) -> str:
        """Return the address of a page of another tree as links of this one have it: `jobs/gardener/` -> `../jobs/gardener/`."""
        if prefix == self.prefix:
            return path
        return f"{_UP if self.prefix else ''}{prefix}{path}"

    def path_in(self, path: str) -> str:
        """Return an address that counts from the site's root as links of this tree have it."""
        if self.prefix and path.startswith(self.prefix):
            return path.removeprefix(self.prefix)
        return self.path_to("", path)


_UP = "../"
"""From a tree's folder to the site's root."""

LAST_SECOND = time(23, 59, 59)
"""When a day to apply ends."""


def _deadline_zone(deadlines: str, timezone: str, moment: datetime) -> ZoneInfo:
    zone = ZoneInfo(deadlines or timezone)
    return zone if moment.astimezone(zone).time() == LAST_SECOND else ZoneInfo(timezone)


class _Base(NamedTuple):
    """A base URL in two parts: scheme and host, and the path below which the site lies."""

    origin: str
    path: str


@lru_cache(maxsize=8)  # a page asks thirty times; taking a URL apart costs as much as all the rest of making a link
def _base(base_url: str) -> _Base:
    parts = urlsplit(base_url)
    return _Base(f"{parts.scheme}://{parts.netloc}", parts.path)


_PUNCTUATION = "/~!$&'()*+,;=:@-._#"
_PLAIN = re.compile(rf"[A-Za-z0-9{re.escape(_PUNCTUATION)}]*")


def _quoted(path: str) -> str:
    """Percent-encode what is not ASCII; nearly all paths are, and `quote` would take them apart to find out."""
    return path if _PLAIN.fullmatch(path) else quote(path, safe=_PUNCTUATION)
