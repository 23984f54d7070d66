"""`python -m tests.recording` makes docs/images/five-minutes.svg anew, from a real session."""

import tempfile
from pathlib import Path

from tests.recording.session import record
from tests.recording.svg import svg_of

FILE = Path(__file__).parents[2] / "docs/images/five-minutes.svg"
TITLE = "A terminal: site-builder new site asks for name, address and look; check finds nothing; build makes the site"

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        FILE.write_text(svg_of(record(Path(folder)), TITLE), "utf-8")
