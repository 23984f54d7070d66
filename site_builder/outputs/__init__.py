"""The site in, its files out: one module a kind of output, none knows another's."""

from collections.abc import Callable

from site_builder.model.output import Output
from site_builder.model.site import Site
from site_builder.outputs import assets, job_pages, listing_pages, redirects, standalone

# The sitemap comes last: it lists what these planned.
BUILT_IN: tuple[Callable[[Site], list[Output]], ...] = (
    job_pages.plan,
    listing_pages.plan,
    standalone.plan,
    redirects.plan,
    assets.plan,
)
