"""Lighthouse's scores: `python -m tests.browser.lighthouse` asks for start, list and job page of both themes, and fails below 100."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.browser.judged_site import THEMES
from tests.browser.weighed_site import weighed_site
from tests.conftest import BROWSER_OPTIONS, BROWSERS

PROGRAM = Path(__file__).parents[1] / "node_modules/lighthouse/cli/index.js"
CERTAIN = ("accessibility", "best-practices", "seo")
"""Categories that come of the page alone. The fourth, performance, comes of the machine's as well."""
CATEGORIES = ("performance", *CERTAIN)
ATTEMPTS = 3


def scores(url: str, categories: Sequence[str] = CATEGORIES) -> dict[str, int]:
    """Return the scores of a page, from 0 to 100, as on a telephone of the middle class. Raises RuntimeError."""
    program = next(filter(None, map(shutil.which, BROWSERS)))
    flags = ["--headless=new", *BROWSER_OPTIONS[:-1], *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    done = subprocess.run(
        ["node", PROGRAM, url, "--output=json", "--quiet", f"--chrome-flags={' '.join(flags)}", f"--only-categories={','.join(categories)}"],
        env={**os.environ, "CHROME_PATH": program}, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    found = json.loads(done.stdout)["categories"]
    return {name: round(100 * found[name]["score"]) for name in categories}


def main() -> int:
    """Print a table; return the exit status."""
    status = 0
    for theme in THEMES:
        with tempfile.TemporaryDirectory() as folder, weighed_site(Path(folder), theme) as (address, jobs):
            for name, url in {"start": address, "list": f"{address}departments/", "job": jobs[0]}.items():
                best = dict.fromkeys(CATEGORIES, 0)
                for _ in range(ATTEMPTS):  # a machine that is busy with something else makes a page look slow
                    best = {one: max(best[one], score) for one, score in scores(url).items()}
                    if set(best.values()) == {100}:
                        break
                print(theme, name, *(f"{one} {score}" for one, score in best.items()), sep="\t", flush=True)  # noqa: T201  # what it is for
                status |= set(best.values()) != {100}
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
