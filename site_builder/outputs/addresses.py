"""The addresses of the site's pages, relative to the site, where more than one output has to know them."""

from site_builder.model.config import Config
from site_builder.model.posting import JobPosting


def job_path(posting: JobPosting) -> str:
    """Return the address of a posting's page in its tree: `jobs/gardener/`."""
    return f"jobs/{posting.slug}/"


def job_path_from(config: Config, posting: JobPosting) -> str:
    """Return the address of a posting's page as links of a tree have it, given the tree's settings: `../jobs/gardener/` from another."""
    path = f"jobs/{posting.slug}/"
    return config.path_to(config.home(posting.language), path) if config.trees else path


def card_path(posting: JobPosting) -> str:
    """Return the address of the picture with which a posting is shown where it is shared."""
    return f"jobs/{posting.slug}/card.png"
