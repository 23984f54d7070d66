"""The addresses of the site's pages, relative to the site, where more than one output has to know them."""

from site_builder.model.posting import JobPosting


def job_path(posting: JobPosting) -> str:
    """Return the address of a posting's page: `jobs/gardener/`."""
    return f"jobs/{posting.slug}/"


def card_path(posting: JobPosting) -> str:
    """Return the address of the picture with which a posting is shown where it is shared."""
    return f"jobs/{posting.slug}/card.png"
