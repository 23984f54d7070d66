"""What the benchmark needs to know of a generator, and the site that all of them build."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.postings import Posting

TITLE = "Jobs at Tarnfield"
ORGANIZATION = "Tarnfield Works"
BASE_URL = "https://jobs.example.org/"
DESCRIPTION = "Open jobs at Tarnfield, builder of locks, lifts and ferries."
PER_PAGE = 50
FEED_ITEMS = 30

TEMPLATES = Path(__file__).parent / "templates"
# The files that every site links: those of the base theme.
ASSETS = Path(__file__).parents[3] / "themes/base/assets"


# What no other generator is asked for.
LESS = (
    "its pages and feeds have all parts of ours but the search's index and script (the form is there), counts that go down as "
    "jobs close, `rel` at links in texts and tables that scroll by themselves"
)


@dataclass(frozen=True)
class Words:
    """Words in a file of the site, of a template or of the settings, behind which an edit writes more."""

    path: str
    words: str


@dataclass(frozen=True)
class Peer:
    """One generator with one set of outputs.

    All paths are relative to the site's folder. `write_settings` writes settings and templates there; `source` gives a
    posting as the generator wants it. `caches` are what a cold build must not find, beside the output.
    """

    name: str
    version: str
    command: tuple[str, ...]
    content: str
    output: str
    write_settings: Callable[[Path], None]
    source: Callable[[Posting], str]
    template: Words
    settings: Words
    caches: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    # The dev server; {port} is the port it is to listen on. Nothing when it is not measured.
    serve: tuple[str, ...] = ()
    # What it makes less than ours, or leaves undone.
    note: str = ""
    # The names of the parts (`parts.py`) that are not looked for in its pages.
    without: frozenset[str] = frozenset()

    def lay_out(self, site: Path, postings: Iterable[Posting]) -> None:
        """Writes the whole site into a folder."""
        self.write_settings(site)
        (site / self.content).mkdir(parents=True, exist_ok=True)
        for posting in postings:
            self.posting_file(site, posting).write_text(self.source(posting), encoding="utf-8")

    def posting_file(self, site: Path, posting: Posting) -> Path:
        """Where a posting's source lies."""
        return site / self.content / f"{posting.slug}.md"

    def page_file(self, site: Path, posting: Posting) -> Path:
        """Where a posting's page lies."""
        return site / self.output / f"jobs/{posting.slug}/index.html"


def write_tree(site: Path, files: Mapping[str, str]) -> None:
    """Writes texts by their paths relative to the site."""
    for path, text in files.items():
        place = site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def read_tree(folder: Path) -> dict[str, str]:
    """The texts of all files of a folder, by their paths relative to it."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Put values in the place of their names in two braces."""
    for name, value in values.items():
        text = text.replace("{{" + name + "}}", value)
    return text
