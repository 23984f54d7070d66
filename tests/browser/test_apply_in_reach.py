"""The way to apply on a telephone: always in reach, and never in the way of what is focused."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.pages_server import pages_server
from tests.sites import SETTINGS, build_site

POSTING = """\
---
title: Gardener
locations: Berlin, Germany
tags: [roses, beds]
apply_url: https://apply.example.org/
contact: {email: ask@example.org}
---
"""
TEXT = "".join(
    f"\n## Part {number}\n\nA [link](https://example.org/{number}) and {'roses ' * 80}.\n" for number in range(8)
)
BAR = {"base": ".apply-again", "studio": ".apply-bar"}

# Whether what has the focus lies, in whole or in part, behind a bar that it is no part of.
COVERED = """bar => {
  const stuck = document.querySelector(bar).getBoundingClientRect(), focused = document.activeElement;
  const place = focused.getBoundingClientRect();
  const inside = focused === document.body || document.querySelector(bar).contains(focused) || focused.querySelector(bar);
  return !inside && place.bottom > stuck.top + 1 && place.top < stuck.bottom ? focused.outerHTML : null;
}"""


def in_sight(page: Page, selector: str) -> bool:
    """Say whether an element lies within the window as a whole."""
    box, size = page.locator(selector).first.bounding_box(), page.viewport_size
    return box is not None and size is not None and box["y"] >= 0 and box["y"] + box["height"] <= size["height"] + 1


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_it_stays_in_reach_and_covers_no_focus(tmp_path: Path, browser: Browser, theme: str) -> None:
    """The button is in sight wherever one reads, and no focus lies behind it, whichever way one goes (WCAG 2.2, 2.4.11)."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/gardener.md").write_text(POSTING + TEXT, encoding="utf-8")
    (tmp_path / "site.toml").write_text(f'{SETTINGS}\n[theme]\nname = "{theme}"\n', encoding="utf-8")
    assert build_site(tmp_path).published
    with pages_server(tmp_path / "output", "/") as address:
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.goto(f"{address}jobs/gardener/#part-3")
        assert in_sight(page, f"{BAR[theme]} .button")
        page.goto(f"{address}jobs/gardener/")
        covered = []
        links = page.locator("a").count()
        for key in ("Tab", "Shift+Tab"):
            for _ in range(links + 2):
                page.keyboard.press(key)
                covered.append(page.evaluate(COVERED, BAR[theme]))
        page.close()
    assert set(covered) == {None}
