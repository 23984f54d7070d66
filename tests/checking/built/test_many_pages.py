"""Pages are looked at each by itself, so many of them in many processes."""

from pathlib import Path

from site_builder.checking.built.pages import problems_of_pages
from site_builder.engine.workers import FEW, Workers
from tests.checking.built.small_site import page, said, site


def test_processes_find_what_one_finds(tmp_path: Path) -> None:
    """In several processes the same is found, and kept, as in one."""
    built = {f"p{number}/index.html": page(f'<a href="/p{number + 1}/">x</a>') for number in range(2 * FEW)}
    made = site(tmp_path, built)
    with Workers(2) as workers:
        found = problems_of_pages(made, lambda task, pages: workers.map(task, pages, "checking"))
    assert said(found[0]) == [("site.toml", 0, "link-broken")]
    assert found == problems_of_pages(made)
