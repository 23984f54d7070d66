"""The lists of open jobs that blocks of pages ask for: by department, place and tag."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from site_builder.model.blocks import JobQuery
from site_builder.model.listing import Term
from site_builder.model.output import Link
from site_builder.model.posting import JobPosting, Page
from site_builder.model.problem import Problem, Severity
from site_builder.model.site import Site
from site_builder.model.terms import term_key


class Found(NamedTuple):
    """The open postings that a query lists, in the site's order, and a link to the list of all where there are more."""

    postings: tuple[JobPosting, ...]
    more: Link | None


def open_jobs(site: Site, query: JobQuery) -> Found:
    """Return the open postings that have all that a query names."""
    criteria = [_terms(site, listing, name) for listing, name in _criteria(query)]
    found = site.open
    for terms in criteria:
        having = {id(posting) for term in terms for posting in term.postings}
        found = tuple([posting for posting in found if id(posting) in having])
    more = None
    if len(found) > query.most:
        only = criteria[0][0] if len(criteria) == 1 and len(criteria[0]) == 1 else None
        more = Link(only.name, only.path, len(found)) if only else Link("", "", len(site.open))
    return Found(found[: query.most], more)


def query_problems(site: Site) -> Iterator[Problem]:
    """Yield which queries of pages name what no posting has, where a name that is nearly the same is one."""
    for page in site.pages:
        for block in page.blocks:
            for listing, name in _criteria(block.query) if block.query else ():
                if not _terms(site, listing, name):
                    yield from _misspelt(site, page, block.line, listing, name)


_LISTINGS = {"department": "departments", "place": "locations", "tag": "tags"}


def _criteria(query: JobQuery) -> Iterator[tuple[str, str]]:
    for attribute, listing in _LISTINGS.items():
        name = getattr(query, attribute)
        if name is not None:
            yield listing, name


def _terms(site: Site, listing: str, name: str) -> list[Term]:
    """Return the terms that a name means: a tag or department by any of its spellings, a place by its town or by its whole name."""
    key = term_key(name)
    return [
        term for term in _all_terms(site, listing) if key in (term.key, term.key.partition("/")[0], term_key(term.name))
    ]


def _all_terms(site: Site, listing: str) -> tuple[Term, ...]:
    return next((one.terms for one in site.listings if one.name == listing), ())


def _misspelt(site: Site, page: Page, line: int, listing: str, name: str) -> Iterator[Problem]:
    names = {term_key(term.name): term.name for term in _all_terms(site, listing)}
    near = get_close_matches(term_key(name)[:60], names, n=1, cutoff=0.75)
    if near:
        attribute = next(one for one, other in _LISTINGS.items() if other == listing)
        said = f'no open job has the {attribute} "{name}", so the list is empty'
        mend = f"Did you mean `{attribute}: {names[near[0]]}`?"
        yield Problem(page.source, line, "jobs-none", said, mend, Severity.WARNING)
