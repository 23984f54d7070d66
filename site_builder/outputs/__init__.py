"""The site in, its files out: one module a kind of output, none knows another's."""

from collections.abc import Callable, Collection

from site_builder.model.memory import Memory
from site_builder.model.output import Output
from site_builder.model.site import Site
from site_builder.outputs import (
    assets,
    cards,
    job_pages,
    listing_feeds,
    listing_pages,
    redirects,
    search_index,
    standalone,
)

# In the order of their rank: where two want one path, the later loses it (clashes.py). So no posting's alias takes the
# place of a style sheet, a list or another posting. The sitemap lists what these planned, and ranks before them all.
BUILT_IN: tuple[Callable[[Site, Memory], list[Output]], ...] = (
    assets.plan,
    listing_pages.plan,
    search_index.plan,
    job_pages.plan,
    cards.plan,
    standalone.plan,
    redirects.plan,
)
WITHOUT_JOBS = tuple(plan for plan in BUILT_IN if plan not in (search_index.plan, job_pages.plan, cards.plan))
"""Those of a site that has pages alone."""

OF_TEXTS: tuple[Callable[[Site, Collection[str]], list[Output]], ...] = (job_pages.pages_of, listing_feeds.feeds_of)
"""The outputs of these that show the texts of some postings, by the postings' sources: all that changes when nothing but texts does."""
