"""Links between the trees of a site in several languages: from each page to what is the same in the others."""

from collections.abc import Iterable, Iterator, Mapping

from site_builder.model.listing import numbered_path, pages_of
from site_builder.model.posting import JobPosting, Page
from site_builder.model.site import Site
from site_builder.model.value import Value
from site_builder.outputs.addresses import job_path


class LanguageLink(Value, frozen=True):
    """A link to a page of a tree.

    `tree` is the tree's language, `language` the page's (`de-AT` in the tree `de`). `path` is the page's address as links of the page with the link
    have it. `is_same`: it is the same page in that language, else the nearest thing to it that there is. `indexed`: search engines may know it.
    """

    tree: str
    language: str
    path: str
    is_same: bool = True
    indexed: bool = True


Links = tuple[LanguageLink, ...]


def start_links(site: Site) -> Links:
    """Return the links to the start pages of all trees, for pages that are nowhere else; none on a site in one language."""
    return tuple([_link(site, other, "", is_same=False) for other in site.trees])


class ListVersions:
    """The lists of a site in several languages: finds which are the same in each tree."""

    def __init__(self, site: Site) -> None:
        """Look through the listings of all trees."""
        self._site = site
        self._indexes = [{listing.name: listing.path for listing in tree.listings} for tree in site.trees]
        self._terms = [
            {(listing.name, term.key): term for listing in tree.listings for term in listing.terms}
            for tree in site.trees
        ]

    def of_start(self, number: int) -> Links:
        """Return the links of a numbered page of the start page's list."""
        return tuple([_numbered(self._site, tree, "", len(tree.open), number) for tree in self._site.trees])

    def of_index(self, listing: str) -> Links:
        """Return the links of a listing's index."""
        found = zip(self._site.trees, self._indexes, strict=True)
        return tuple([_link(self._site, tree, indexes[listing]) for tree, indexes in found if listing in indexes])

    def of_term(self, listing: str, key: str, number: int) -> Links:
        """Return the links of a numbered page of a term's list. Where a language has no such term, its listing's index is the nearest."""
        links = []
        for tree, indexes, terms in zip(self._site.trees, self._indexes, self._terms, strict=True):
            term = terms.get((listing, key))
            if term is not None:
                links.append(_numbered(self._site, tree, term.path, len(term.postings), number))
            elif listing in indexes:
                links.append(_link(self._site, tree, indexes[listing], is_same=False))
        return tuple(links)


def job_links(site: Site) -> dict[str, Links]:
    """Return the links of those postings of a tree, by source, that have pages in others too."""
    if not site.translations:
        return {}
    shown: dict[str, bool] = {}
    for tree in site.trees:
        shown |= {one.source: False for one in tree.own(tree.closed)}
        shown |= {one.source: not one.draft for one in tree.own(tree.open)}
    return dict(_of_versions(site, shown, (*site.own(site.open), *site.own(site.closed))))


def page_links(site: Site) -> dict[str, Links]:
    """Return the links of those standalone pages of a tree, by source, that are there in others too."""
    if not site.translations:
        return {}
    shown = {page.source: True for tree in site.trees for page in tree.pages}
    return dict(_of_versions(site, shown, site.pages))


def _of_versions(
    site: Site, shown: Mapping[str, bool], ones: Iterable[JobPosting | Page]
) -> Iterator[tuple[str, Links]]:
    """Yield the links of each that has versions which are `shown` (and whether search engines may know them)."""
    config = site.config
    for one in ones:
        there = [version for version in site.translations.get(one.source, ()) if version.source in shown]
        if len(there) < 2:  # noqa: PLR2004  # itself alone
            continue
        links: list[LanguageLink] = []
        for version in there:
            home = config.home(version.language)
            path = job_path(version) if isinstance(version, JobPosting) else version.path
            tree = next(tree.language for tree in config.trees if tree.prefix == home)
            links.append(
                LanguageLink(tree, version.language, config.path_to(home, path), indexed=shown[version.source])
            )
        yield one.source, tuple(links)


def _numbered(site: Site, other: Site, first: str, count: int, number: int) -> LanguageLink:
    pages = pages_of(count, other.config.per_page)
    return _link(site, other, numbered_path(first, number if number <= pages else 1), is_same=number <= pages)


def _link(site: Site, other: Site, path: str, *, is_same: bool = True) -> LanguageLink:
    language = other.config.language
    return LanguageLink(language, language, site.config.path_to(other.config.prefix, path), is_same)
