"""Where an address on a page leads: to a file of the site, to another host, or nowhere that a visitor could go."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urljoin, urlsplit


class Beyond(Enum):
    """An address that is none of the site's."""

    ELSEWHERE = "elsewhere"
    """Another host, a mail address, a telephone number: whether it answers is not asked."""
    OUTSIDE = "outside"
    """Written without a host, and not below the path at which the site lies."""
    LOCAL = "local"
    """A host that only the author's own machine or network knows."""
    NO_HOST = "no host"
    """A web address that names no host, or none that can be one."""


class Base:
    """The address at which a site lies. `target` is what a link leads to from one of its pages."""

    def __init__(self, base_url: str) -> None:
        """Take the absolute address of the site's root, which ends with `/`."""
        self._parts = urlsplit(base_url)
        self.url, self.path = base_url, self._parts.path
        # Nearly all addresses of a site stand on many pages, and are written without regard to the page.
        self._absolute = lru_cache(maxsize=50_000)(self._target)

    def page_url(self, path: str) -> str:
        """Return the address at which a file answers. A page of errors answers anywhere, so a deep address stands for all."""
        if path == "404.html":
            return f"{self.url}no/such/page/"
        return self.url + (
            path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
        )

    def target(self, page_url: str, written: str) -> str | Beyond:
        """Return the path that an address leads to, relative to the site and decoded, with its `#name`; or why it is none of the site's."""
        if written[:1] in ("/", "h"):
            return self._absolute("", written)
        return self._target(page_url, written)

    def _target(self, page_url: str, written: str) -> str | Beyond:
        try:
            own = urlsplit(written.strip())
            parts = urlsplit(urljoin(page_url or self.url, written.strip()))
            host = parts.hostname
        except ValueError:  # `http://[` and the like
            return Beyond.NO_HOST
        if parts.scheme not in ("http", "https"):
            return Beyond.ELSEWHERE
        # `http:name` is taken by browsers for `http://name`: whatever was meant, it was not that.
        if not host or (own.scheme and not own.netloc):
            return Beyond.NO_HOST
        if not self._is_ours(parts):
            return Beyond.LOCAL if is_local(host) else Beyond.ELSEWHERE
        if not f"{parts.path}/".startswith(self.path):
            # Another site may well lie beside ours; who means it writes its host.
            return Beyond.ELSEWHERE if own.netloc else Beyond.OUTSIDE
        return _named(parts.path[len(self.path) :], parts)

    def _is_ours(self, parts: SplitResult) -> bool:
        return parts.netloc.lower() == self._parts.netloc.lower()


def _named(path: str, parts: SplitResult) -> str:
    # What comes after `:~:` is for browsers alone (https://wicg.github.io/scroll-to-text-fragment/).
    name = parts.fragment.partition(":~:")[0]
    return unquote(path) + (f"#{unquote(name)}" if name else "")


# Names for use on one machine or network: RFC 6761 and 6762, and ICANN's resolution of 29 July 2024 (`internal`).
_LOCAL_ENDINGS = ("localhost", "local", "localdomain", "internal", "lan", "home.arpa", "test", "invalid")


def is_local(host: str) -> bool:
    """Say whether a host is known to one machine or network alone: `localhost`, `192.168.0.7`, `intranet`."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        labels = host.rstrip(".").lower()
        return "." not in labels or labels.endswith(tuple(f".{ending}" for ending in _LOCAL_ENDINGS))


class Files:
    """The files of a built site, and what GitHub Pages answers to an address."""

    def __init__(self, paths: Collection[str], made_of: Mapping[str, str] | None = None) -> None:
        """Take the files' paths, relative to the site's folder, with `/`; `made_of` maps the names of source files to the paths of their pages."""
        self.paths = frozenset(paths)
        self._made_of = made_of or {}
        self._grams: defaultdict[str, list[str]] = defaultdict(list)

    def answer(self, path: str) -> str | None:
        """Return the file that answers for a path of the site (`jobs/x/`, `jobs/x`, `about`), or None.

        `folder` leads on to `folder/`, which shows `folder/index.html`; `name` shows `name.html` too; what has a part that begins with a dot,
        or an empty one, is not served.
        """
        parts = path.split("/")
        if any(part.startswith(".") for part in parts) or "" in parts[:-1]:
            return None
        names = (path, f"{path}.html", f"{path}/index.html") if parts[-1] else (f"{path}index.html",)
        return next((name for name in names if name in self.paths), None)

    def nearest(self, path: str) -> str | None:
        """Return the address that is most like one that leads nowhere, or that of the page of a source file so named; if there is any."""
        page = self._made_of.get(path.rstrip("/").rpartition("/")[2])
        if page is not None:
            return page.removesuffix("index.html")
        if not self._grams:
            for file in self.paths:
                address = file.removesuffix("index.html") if file.endswith("/index.html") else file
                for gram in _grams(address):
                    self._grams[gram].append(address)
        alike = Counter(address for gram in _grams(path) for address in self._grams.get(gram, ()))
        # In order of their names where they are equally like it, so that the answer is the same anywhere.
        first = sorted(alike, key=lambda address: (-alike[address], address))[:_LOOKED_AT]
        return nearest(path, first)


_LOOKED_AT = 30


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of some names that is most like this one, if any is much like it."""
    close = get_close_matches(name[:200], known, 1)
    return close[0] if close else None


def _grams(path: str) -> set[str]:
    padded = f"/{path}/"
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
