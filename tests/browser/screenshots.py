"""Pictures of every kind of page: `python -m tests.browser.screenshots [FOLDER]` shows both themes, telephone and desk, light and dark, either direction."""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.judged_site import LANGUAGES, THEMES, judged_site
from tests.browser.weighed_site import weighed_site
from tests.conftest import BROWSER_OPTIONS, BROWSERS

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
FOLDER = "screenshots"


def main(folder: Path) -> None:
    """Write `FOLDER/THEME/PAGE-WIDTH-SCHEME.png`; in Arabic `…-rtl`, in the light alone."""
    program = next(filter(None, map(shutil.which, BROWSERS)))
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=program, args=list(BROWSER_OPTIONS), chromium_sandbox=os.geteuid() != 0
        ) as browser,
    ):
        for theme in THEMES:
            (folder / theme).mkdir(parents=True, exist_ok=True)
            for direction in LANGUAGES:
                with tempfile.TemporaryDirectory() as scratch, judged_site(Path(scratch), theme, direction) as site:
                    urls = site.urls()
                    with weighed_site(Path(scratch) / "weighed", theme) as (address, _):
                        if direction == "ltr":
                            urls |= {"fifty jobs": address, "found": f"{address}?q=engineer"}
                        for scheme in SCHEMES if direction == "ltr" else SCHEMES[:1]:
                            for width in WIDTHS:
                                window = browser.new_context(
                                    viewport={"width": width, "height": 800},
                                    color_scheme="dark" if scheme == "dark" else "light",
                                )
                                window.clock.set_fixed_time("2026-11-21T12:00:00Z")
                                page = window.new_page()
                                for name, url in urls.items():
                                    page.goto(url, wait_until="networkidle")
                                    ending = "" if direction == "ltr" else "-rtl"
                                    file = f"{name.replace(' ', '-')}-{width}-{scheme}{ending}.png"
                                    page.screenshot(path=folder / theme / file, full_page="fifty" not in name)
                                window.close()
            print(f"{len(list((folder / theme).glob('*.png')))} pictures in {folder / theme}/")  # noqa: T201  # what it is for


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", default=Path(FOLDER), help="where they go (default: %(default)s/)"
    )
    main(parser.parse_args().folder)
