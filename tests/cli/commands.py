"""`build`, run in this process, and postings for it: one that is right, one with a warning, one with an error."""

from pathlib import Path

from click.testing import CliRunner, Result

from site_builder.cli import main
from tests.builds import mill

ROOT = Path(__file__).parents[2]

BAKER = mill.BAKER.replace("tags: [Bread]", "valid_through: 2026-12-24")
WARNED = "---\ntitle: Cook\nlocations: Berlin, Germany\ndate_posted: 2026-11-02\n---\n\nWe cook.\n"
WRONG = "---\ntitle: Waiter\ndate_posted: soon\n---\n\nWe serve.\n"


def run(site: Path, *options: str, as_of: str = "2026-11-21") -> Result:
    """Run `build` on a site and a day."""
    return CliRunner().invoke(main, ["build", "--site", str(site), "--as-of", as_of, *options], catch_exceptions=False)
