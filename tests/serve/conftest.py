"""A site and its dev server, over real sockets."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.serve.bakery import BAKER, SETTINGS
from tests.serve.running import Running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one posting."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "site.toml").write_text(SETTINGS)
    (root / "content/baker.md").write_text(BAKER)
    return root


@pytest.fixture
def running(site: Path, today: date) -> Iterator[Running]:
    """The site, served on a free port."""
    with Running(site, 0, today) as running:
        yield running
