"""What tests ask of a built site: which files it has, where its links lead, what its pages say about themselves."""

import json
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup, Tag

GOLDEN = Path(__file__).parent / "golden"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

# Attributes whose address a browser fetches by itself, without anybody's click, by element.
_FETCHED = {
    "audio": "src", "embed": "src", "iframe": "src", "image": "href", "img": "src", "input": "src", "object": "data",
    "script": "src", "source": "src", "track": "src", "use": "href", "video": "src",
}  # fmt: skip
_FETCHED_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest"}
)


class Reference(NamedTuple):
    """An address that a file of the site holds, made absolute: where it stands, whether a browser fetches it unasked."""

    file: str
    url: str
    fetched: bool = False


class BuiltSite(NamedTuple):
    """A built site: its folder and the address it was built for."""

    folder: Path
    base_url: str

    def pages(self) -> dict[str, BeautifulSoup]:
        """Return all HTML files by their path."""
        return _pages(self.folder)

    def url_of(self, path: str) -> str:
        """Return the address at which a file is found: that of `jobs/x/index.html` ends in `jobs/x/`."""
        return self.base_url + path.removesuffix("index.html")

    def file_at(self, url: str) -> Path | None:
        """Return the file that a static host shows for an address of this site, None where it would say 404."""
        path = unquote(urlsplit(url).path.removeprefix(urlsplit(self.base_url).path))
        file = self.folder / path / "index.html" if not path or path.endswith("/") else self.folder / path
        return file if file.is_file() else None

    def is_inside(self, url: str) -> bool:
        """Tell whether an address is one of this site's."""
        return url.startswith(self.base_url) or url == self.base_url.removesuffix("/")


@cache
def _pages(folder: Path) -> dict[str, BeautifulSoup]:
    # Parsing takes longer than all that is asked of the pages; a folder is built once and asked many things.
    return {
        file.relative_to(folder).as_posix(): BeautifulSoup(file.read_bytes(), "html.parser")
        for file in sorted(folder.rglob("*.html"))
    }


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by path, without those that begin with a dot."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    return {path: file.read_bytes() for path, file in files.items() if not path.startswith(".") and "/." not in path}


def write_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, and return the folder."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def with_plain_theme(root: Path) -> Path:
    """Give a site the tests' own theme under its `themes/`, and return the site."""
    shutil.copytree(GOLDEN / "_theme" / "plain", root / "themes" / "plain")
    return root


@cache
def references(site: BuiltSite) -> tuple[Reference, ...]:
    """Return every address in the pages, the structured data, the feeds, the sitemap and robots.txt."""
    return tuple(_references(site))


def _references(site: BuiltSite) -> Iterator[Reference]:
    for path, page in site.pages().items():
        yield from _in_html(path, site.url_of(path), page)
    for file in sorted(site.folder.rglob("*.xml")):
        yield from _in_xml(file.relative_to(site.folder).as_posix(), file.read_bytes(), site)
    for file in sorted(site.folder.rglob("feed.json")):
        path = file.relative_to(site.folder).as_posix()
        yield from _in_json(path, json.loads(file.read_bytes()), site.url_of(path))
    for line in (site.folder / "robots.txt").read_text().splitlines():
        if line.startswith("Sitemap: "):
            yield Reference("robots.txt", line.removeprefix("Sitemap: "))


def broken(site: BuiltSite) -> list[str]:
    """Return what is wrong with the addresses of the site itself: no file there, or no element of that name in it."""
    wrong = []
    anchors: dict[Path, set[str]] = {}
    for file, url, _ in references(site):
        address, _, anchor = url.partition("#")
        outside_the_base = urlsplit(url)[:2] == urlsplit(site.base_url)[:2] and not site.is_inside(url)
        if outside_the_base:
            wrong.append(f"{file}: {url} is not below {site.base_url}")
        if not site.is_inside(url):
            continue
        target = site.file_at(address)
        if target is None:
            wrong.append(f"{file}: {url} leads to nothing")
        elif anchor and anchor not in anchors.setdefault(target, _anchors(target)):
            wrong.append(f"{file}: {url}: no element has this id")
    return wrong


def structured_data(page: BeautifulSoup) -> list[dict[str, object]]:
    """Return the JSON-LD objects of a page."""
    return [json.loads(script.get_text()) for script in page.find_all("script", type="application/ld+json")]


def sitemap_urls(site: BuiltSite) -> list[str]:
    """Return the addresses in sitemap.xml, which must be one file."""
    root = ElementTree.fromstring((site.folder / "sitemap.xml").read_bytes())
    assert root.tag == f"{SITEMAP}urlset"
    return [loc.text or "" for loc in root.iter(f"{SITEMAP}loc")]


def attribute(tag: Tag, name: str) -> str:
    """Return an element's attribute as text, empty where it has none; of one with several words all of them."""
    value = tag.get(name) or ""
    return value if isinstance(value, str) else " ".join(value)


def _in_html(path: str, url: str, page: BeautifulSoup) -> Iterator[Reference]:
    for tag in page.select("*"):
        for name in ("href", "src", "data", "action", "cite", "poster", "xlink:href"):
            if tag.has_attr(name):
                fetched = _FETCHED.get(tag.name) == name or name == "poster" or _is_fetched_link(tag)
                yield Reference(path, urljoin(url, attribute(tag, name)), fetched)
        for candidate in attribute(tag, "srcset").split(","):
            if candidate.strip():
                yield Reference(path, urljoin(url, candidate.split()[0]), fetched=True)
        if tag.name == "meta" and attribute(tag, "property") in ("og:url", "og:image"):
            yield Reference(path, attribute(tag, "content"))
        if tag.name == "meta" and attribute(tag, "http-equiv").lower() == "refresh":
            yield Reference(path, urljoin(url, attribute(tag, "content").partition("url=")[2]))
    for data in structured_data(page):
        yield from _in_json(path, data, url)


def _is_fetched_link(tag: Tag) -> bool:
    return tag.name == "link" and bool(_FETCHED_LINKS & set(attribute(tag, "rel").split()))


def _in_json(path: str, value: object, url: str) -> Iterator[Reference]:
    """Yield the addresses in all strings: those that are one, and those in strings that are HTML."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in ("@context", "version"):  # names that look like addresses
                yield from _in_json(path, one, url)
    elif isinstance(value, list):
        for one in value:
            yield from _in_json(path, one, url)
    elif isinstance(value, str) and "<" in value:
        yield from _in_absolute_html(path, value)
    elif isinstance(value, str) and value.startswith(("https://", "http://")):
        yield Reference(path, value)


def _in_absolute_html(path: str, html: str) -> Iterator[Reference]:
    """Yield the addresses in HTML that is read away from its page. A relative one would be broken there, and is left so."""
    for tag in BeautifulSoup(html, "html.parser").select("*"):
        for name in ("href", "src", "cite"):
            if tag.has_attr(name):
                address = attribute(tag, name)
                assert urlsplit(address).scheme, f"{path}: {address} is relative, where nobody knows to what"
                yield Reference(path, address)


def _in_xml(path: str, data: bytes, site: BuiltSite) -> Iterator[Reference]:
    for element in ElementTree.fromstring(data).iter():
        text = (element.text or "").strip()
        if element.tag.endswith("}encoded"):
            yield from _in_absolute_html(path, text)
        elif text.startswith(("https://", "http://")):
            yield Reference(path, text)
        if "href" in element.attrib:
            yield Reference(path, urljoin(site.url_of(path), element.attrib["href"]))


def _anchors(file: Path) -> set[str]:
    if file.suffix != ".html":
        return set()
    page = BeautifulSoup(file.read_bytes(), "html.parser")
    return {attribute(tag, "id") for tag in page.find_all(id=True)}
