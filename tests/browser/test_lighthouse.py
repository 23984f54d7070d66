"""Lighthouse finds nothing to mend on a job's page; `make lighthouse` asks it for all, and how fast they are."""

from pathlib import Path

import pytest

from tests.browser.judged_site import THEMES
from tests.browser.lighthouse import CERTAIN, PROGRAM, scores
from tests.browser.weighed_site import weighed_site


@pytest.mark.parametrize("theme", THEMES)
def test_lighthouse_finds_nothing_to_mend(tmp_path: Path, theme: str) -> None:
    """Accessibility, best practices and SEO: 100. How fast a page is, a machine that runs all tests at once cannot say."""
    if not PROGRAM.is_file():
        pytest.fail("Lighthouse is missing: `make tests/node_modules/installed` fetches it (with npm).")
    with weighed_site(tmp_path, theme) as (_, jobs):
        assert scores(jobs[0], CERTAIN) == dict.fromkeys(CERTAIN, 100)
