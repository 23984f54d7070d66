"""What a build does not need, it does not load; what a process keeps between builds does not grow."""

import json
import subprocess
import sys
from pathlib import Path

from tests.builds.mill import BAKER, SETTINGS
from tests.site_checks import with_plain_theme, write_files

# What reads postings, plans, renders and starts processes, each of which takes its time to load.
HEAVY = {
    "babel", "comrak", "email", "frontmatter", "jinja2", "markdown", "markupsafe", "multiprocessing", "nh3", "yaml",
    "site_builder.planning", "site_builder.reading_task", "site_builder.rendering_task",
}  # fmt: skip

BUILD = """
import sys
from site_builder.cli import main
try:
    main(["build", "--site", sys.argv[1], "--as-of", "2026-11-20"])
except SystemExit as end:
    assert end.code == 0, end.code
print("loaded:", *sorted({name for name in sys.modules} & set(sys.argv[2:])))
"""

REBUILD = """
import json
import sys
from datetime import date
from pathlib import Path
from site_builder.build import Builder, Options
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from site_builder.outputs.feed_content import MadeOnce
from site_builder.theming import fragments

# The bounds of what is made once, low enough to be reached at once.
fragments.MOST_BY_VALUE = fragments.MOST_BY_DIGEST = MadeOnce.MOST = 100

def memory():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

root = Path(sys.argv[1])
project, _ = load_project(root, root / "preview", root / "preview.db")
builder, sizes = Builder(Workers(1)), []
for number in range(500):
    file = root / f"content/baker-{number % 20}.md"
    text = Path(sys.argv[2]).read_text().replace("Baker", f"Baker {number % 7}").replace("Bread", f"Bread {number % 5}")
    file.write_text(text + f"Number {number}.")
    if number % 10 == 9:
        file.unlink()
    report = builder.build(project, date(2026, 11, 20), Options(), [f"content/baker-{number % 20}.md"])
    assert report.published, report.problems
    assert report.counts.rendered or number % 10 == 9, number
    sizes.append(memory())
builder.close()
print(json.dumps(sizes))
"""


def python(script: str, *arguments: str) -> str:
    """Run a script in a process of its own, and return what it printed."""
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def loaded_by_build(site: Path) -> set[str]:
    """Build a site, and return which heavy modules that loaded."""
    *_, last = python(BUILD, str(site), *HEAVY).splitlines()
    return set(last.removeprefix("loaded:").split())


def test_a_build_with_nothing_to_do_loads_nothing_heavy(site: Path) -> None:
    """Where nothing changed, nothing that reads, plans or renders is loaded; where something did, what it takes."""
    assert loaded_by_build(site) >= {"yaml", "jinja2", "site_builder.planning"}
    assert loaded_by_build(site) == set()


def test_memory_is_flat_over_500_rebuilds(tmp_path: Path) -> None:
    """A process that builds 500 times, as the dev server does, takes no more memory at the end than after the first hundred."""
    root = with_plain_theme(tmp_path / "site")
    write_files(root, {"site.toml": SETTINGS, "pattern.md": BAKER})
    write_files(root, {f"content/baker-{number}.md": BAKER for number in range(20)})
    sizes = json.loads(python(REBUILD, str(root), str(root / "pattern.md")))
    assert len(sizes) == 500
    early, late = sorted(sizes[50:150])[50], sorted(sizes[-100:])[50]
    # SQLite and the allocator take a little more at times; one kept build would be several times this in 400 rebuilds.
    assert late - early < 6_000_000, (early, late)
