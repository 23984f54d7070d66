"""The mill as a folder of files."""

from pathlib import Path

import pytest

from tests.builds.mill import BAKER, SETTINGS
from tests.site_checks import with_plain_theme, write_files


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one posting that leaves nothing to wish for."""
    return with_plain_theme(write_files(tmp_path / "site", {"site.toml": SETTINGS, "content/baker.md": BAKER}))
