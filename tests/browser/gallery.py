"""The gallery of looks: `python -m tests.browser.gallery` writes its pictures into docs/images/gallery/, and docs/gallery.md, which shows them.

Every look is the example site with other settings under [theme] and nothing else.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import BROWSER_OPTIONS, BROWSERS
from tests.pages_server import pages_server
from tests.sites import build_site

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/gallery.md"
PICTURES = ROOT / "docs/images/gallery"
FONTS = ROOT / "tests/node_modules/@fontsource-variable"
LARGEST = 700_000
"""Bytes of all pictures together."""


class Look(NamedTuple):
    """A look: the name of its pictures, its title, what it is for, the settings that make it, and the schemes in which it is shown."""

    name: str
    title: str
    says: str
    settings: str
    schemes: tuple[str, ...] = ("light", "dark")


LOOKS = (
    Look(
        "base", "base, as it is", "What a new site has: the fonts of the reader's device, quiet greys, one colour for whatever can be pressed.",
        '[theme]\nname = "base"',
    ),
    Look(
        "studio", "studio, as it is", "The other theme: set like a paper, with large titles in a book face and numbered jobs.",
        '[theme]\nname = "studio"',
    ),
    Look(
        "harbour", "Harbour", "A bright brand colour, too pale for text, as the fill of buttons; links in a colour that is read well; a slab for headings.",
        '[theme]\nname = "base"\n\n[theme.settings]\naccent = "#0f6674"\nbutton = "#ffcf33"\nbackground = "#fffaf3"\ndisplay_font = "slab"\ncorners = "round"\n'
        'hero = "beside"\nhero_image = "gauge-under-bridge.svg"\nhero_title = "Come and measure rivers"\nhero_text = "Fourteen of us keep three thousand gauges honest."',
    ),
    Look(
        "bloom", "Bloom", "A font file for text and headings, a warm page, round corners, and the head in the middle.",
        '[theme]\nname = "base"\n\n[theme.settings]\naccent = "#8a2f6b"\naccent_dark = "#e3a9cd"\nbackground = "#fdf6f3"\ntext = "#33202c"\ntext_font = "figtree-latin-wght-normal.woff2"\n'
        'display_font = "bricolage-grotesque-latin-wght-normal.woff2"\ncorners = "round"\nhero = "center"\nhero_title = "Work by the water"\n'
        'hero_text = "Engineers, hydrologists and carpenters. Find your desk, or your boat."',
    ),
    Look(
        "ledger", "Ledger", "For hundreds of jobs: compact rows without their first words, square corners, a narrow face for headings.",
        '[theme]\nname = "base"\n\n[theme.settings]\naccent = "slate"\ndensity = "compact"\ncorners = "square"\nshow_summaries = false\ndisplay_font = "industrial"',
    ),
    Look(
        "night", "Night shift", "Dark for everybody, with a picture from side to side.",
        '[theme]\nname = "base"\n\n[theme.settings]\ncolor_scheme = "dark"\naccent_dark = "#ffb547"\nbackground_dark = "#0d1722"\ntext_dark = "#e8eef5"\ncorners = "soft"\n'
        'hero = "banner"\nhero_image = "gauge-under-bridge.svg"\nhero_title = "Somebody has to stay awake"',
        ("dark",),
    ),
    Look(
        "gazette", "Gazette", "studio in red on warm paper, with a display face of its own, a line above the heading, and jobs without numbers.",
        '[theme]\nname = "studio"\n\n[theme.settings]\naccent = "#9a1b1b"\nbackground = "#fdf3e4"\ntext = "#241a12"\ndisplay_font = "fraunces-latin-wght-normal.woff2"\n'
        'tagline = "Est. 1987 in Berlin"\nnumerals = false\nhero = "beside"\nhero_image = "gauge-under-bridge.svg"',
    ),
)  # fmt: skip

_WHEN = {"light": "by day", "dark": "in the dark"}
_BEGINNING = """\
# Gallery

The example site in several looks. Each is made by the lines below its name in `site.toml`, and by nothing else: the same postings, pages and templates.
[Theming](theming.md#choose-a-theme-and-its-settings) explains every setting.

Each picture shows the start page at a desk, and the start page and a job on a phone.
"""
_END = """\
## How the pictures are made

`make gallery` builds the example site in each look, opens it in Chromium and takes the pictures anew. Where a look names no font file, type is that of the device: Liberation Sans here, San
Francisco on a Mac, Segoe UI on Windows. The font files are Figtree, Bricolage Grotesque and Fraunces from [Fontsource](https://fontsource.org/) (SIL Open Font License), put into `assets/`.
"""


def page_text() -> str:
    """Return docs/gallery.md."""
    sections = (_section(look) for look in LOOKS)
    return "\n".join((_BEGINNING, *sections, _END))


def _section(look: Look) -> str:
    pictures = "\n".join(
        f"![{look.title}, {_WHEN[scheme]}: the start page at a desk; the start page and a job's page on a phone](images/gallery/{look.name}-{scheme}.webp)\n"
        for scheme in look.schemes
    )
    return f"## {look.title}\n\n{look.says}\n\n{pictures}\n```toml\n{look.settings}\n```\n"


def write_look(look: Look, folder: Path, fonts: Path = FONTS) -> Path:
    """Write the example site in a look into a folder, and return the folder."""
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "site.toml").read_text("utf-8")
    before, after = settings.split("# The theme's name, and values")[0], settings.split("# How Markdown is read")[1]
    (folder / "site.toml").write_text(f"{before}{look.settings}\n\n#{after}", "utf-8")
    for font in re.findall(r'"(([\w-]+?)-latin-[\w-]+\.woff2)"', look.settings):
        shutil.copyfile(fonts / font[1] / "files" / font[0], folder / "assets" / font[0])
    return folder


_DESK = (1280, 830)
_PHONE = (390, 844)
_HEIGHT = 620
_GAP = 20
_SHADES = {"light": "#d9dee3", "dark": "#2c333a"}
_ON_PHONE = ("", "jobs/embedded-software-engineer/")

# A device whose own font is a common one: what Chromium finds on a bare machine, few people have.
_DEVICE_FONTS = """\
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>
<match target="pattern"><test name="family"><string>system-ui</string></test><edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit></match>
<match target="pattern"><test name="family"><string>sans-serif</string></test><edit name="family" mode="prepend" binding="strong"><string>Liberation Sans</string></edit></match>
</fontconfig>
"""


def picture(browser: Browser, address: str, scheme: str) -> bytes:
    """Return a picture of a look as WebP: its start page at a desk, and two pages on a phone."""
    from PIL import Image

    taken = []
    for path, (width, height) in (("", _DESK), *((path, _PHONE) for path in _ON_PHONE)):
        with browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
        ) as window:
            window.clock.set_fixed_time("2026-11-21T12:00:00Z")
            page = window.new_page()
            page.goto(address + path, wait_until="networkidle")
            shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
        taken.append(shot.resize((round(width * _HEIGHT / height), _HEIGHT), Image.Resampling.LANCZOS))
    whole = (sum(one.width for one in taken) + _GAP * (len(taken) + 1), _HEIGHT + 2 * _GAP)
    sheet = Image.new("RGB", whole, _SHADES[scheme])
    left = _GAP
    for one in taken:
        sheet.paste(one, (left, _GAP))
        left += one.width + _GAP
    data = BytesIO()
    sheet.save(data, "WEBP", quality=72, method=6)
    return data.getvalue()


@contextmanager
def _browser(scratch: Path) -> Iterator[Browser]:
    fonts = scratch / "fonts.conf"
    fonts.write_text(_DEVICE_FONTS, "utf-8")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS))),
            args=list(BROWSER_OPTIONS),
            chromium_sandbox=os.geteuid() != 0,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        ) as browser,
    ):
        yield browser


def main() -> None:
    """Write the pictures and the page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    known = {PICTURES / f"{look.name}-{scheme}.webp" for look in LOOKS for scheme in look.schemes}
    for old in set(PICTURES.iterdir()) - known:
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch, _browser(Path(scratch)) as browser:
        for look in LOOKS:
            site = write_look(look, Path(scratch) / look.name)
            report = build_site(site)
            if not report.published:
                raise SystemExit("\n".join(map(str, report.problems)))
            with pages_server(site / "output", "/") as address:
                for scheme in look.schemes:
                    (PICTURES / f"{look.name}-{scheme}.webp").write_bytes(picture(browser, address, scheme))
    PAGE.write_text(page_text(), "utf-8")


if __name__ == "__main__":
    main()
