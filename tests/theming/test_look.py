"""The look that settings ask for: a style sheet, and colours that can be read or problems that name better ones."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_builder.model.colour import TEXT, Colour, colour_of, contrast, least_contrast, mixed
from site_builder.model.problem import Problem
from site_builder.project import load_project
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.look import tokens_of
from tests.sites import SETTINGS, build_site, snapshot, write_site

HEXES = ("#ffcc00", "#00ff00", "#777777", "#0b7a75", "#101010", "#fefefe", "#ff00ff", "#3b4757")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two postings."""
    return write_site(tmp_path / "site", 2)


def settings(site: Path, lines: str, theme: str = "base") -> None:
    """Write the site's settings with those of its theme, which begin on the first line of `lines`."""
    (site / "site.toml").write_text(
        f'{SETTINGS}\n[theme]\nname = "{theme}"\n\n[theme.settings]\n{lines}', encoding="utf-8"
    )


def problems(site: Path, lines: str, theme: str = "base") -> list[Problem]:
    """Build the site with settings of its theme, and return what is wrong."""
    settings(site, lines, theme)
    project, found = load_project(site)
    return found if project is None else list(build_site(site).problems)


def sheet(site: Path) -> str:
    """Return the style sheet that was made of the settings of a site that is built."""
    (file,) = (site / "output/assets").glob("theme-settings.*.css")
    return file.read_text(encoding="utf-8")


def first_line(site: Path) -> int:
    """Return the line of the first setting of the theme."""
    return (site / "site.toml").read_text(encoding="utf-8").splitlines().index("[theme.settings]") + 2


def start(site: Path) -> BeautifulSoup:
    """Return the start page."""
    return BeautifulSoup((site / "output/index.html").read_text(encoding="utf-8"), "html.parser")


def test_without_settings_there_is_no_style_sheet(site: Path) -> None:
    """What is not asked for costs no request."""
    assert build_site(site).published
    assert not list((site / "output/assets").glob("theme-settings*"))


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_the_settings_come_after_the_theme(site: Path, theme: str) -> None:
    """The style sheet is the last, under a name with its fingerprint; the page has no inline style."""
    assert problems(site, 'accent = "#0b5c58"\ncorners = "round"\ntext_font = "slab"\n', theme) == []
    page = start(site)
    sheets = [str(link["href"]) for link in page.select('link[rel="stylesheet"]')]
    assert re.fullmatch(r"/assets/theme-settings\.[0-9a-f]{8}\.css", sheets[-1])
    assert "--accent: light-dark(#0b5c58, " in sheet(site)
    assert "--radius: 1rem" in sheet(site)
    assert "--text: Rockwell" in sheet(site)
    assert not page.select("[style], style")
    assert "accent-own" in str(page.html["class"] if page.html else "")


@pytest.mark.parametrize("theme", ["base", "studio"])
@pytest.mark.parametrize("colour", HEXES)
def test_what_is_proposed_is_taken(site: Path, theme: str, colour: str) -> None:
    """Whatever the accent, following what the problems say ends in a site that can be read, in two rounds at most."""
    lines = f'accent = "{colour}"\n'
    for _ in range(3):
        found = problems(site, lines, theme)
        if not found:
            break
        assert {(one.path, one.line, one.code) for one in found} <= {("site.toml", first_line(site), "contrast-poor")}
        for one in found:
            setting = re.match(r'Write `(\w+) = "(#[0-9a-f]{6})"`', one.mend)
            assert setting, one.mend
            lines = re.sub(rf"^{setting[1]} = .*\n", "", lines, flags=re.MULTILINE) + f'{setting[1]} = "{setting[2]}"\n'
    assert found == []
    own = tokens_of(sheet(site))
    tokens = tokens_of("".join((BUILT_IN / name).read_text("utf-8") for name in ("base/assets/site.css",)))
    if theme == "studio":
        tokens |= tokens_of((BUILT_IN / "studio/assets/studio.css").read_text("utf-8"))
    tokens |= own
    for scheme in (0, 1):
        accent, ground = tokens["accent"][scheme], tokens["background"][scheme]
        assert least_contrast(accent, [ground, tokens["surface"][scheme], mixed(accent, 0.1, ground)]) >= TEXT
        assert contrast(tokens["on-accent"][scheme], accent) >= TEXT


def test_a_poor_colour_is_told_with_a_better_one(site: Path) -> None:
    """The problem names the line, the colour, the contrast and what to write; the site that is there stays."""
    assert build_site(site).published
    before = start(site)
    (problem,) = problems(site, 'density = "compact"\naccent = "#ffcc00"\n')
    assert (problem.path, problem.line, problem.code) == ("site.toml", first_line(site) + 1, "contrast-poor")
    assert (
        problem.message
        == "links of the colour #ffcc00 cannot be read in the light: their contrast is 1.4, and 4.5 is needed"
    )
    assert problem.mend == 'Write `accent = "#856a03"`; for the fill of buttons alone, `button = "#ffcc00"` will do.'
    assert start(site) == before


def test_a_scheme_that_nobody_sees_is_not_judged(site: Path) -> None:
    """A yellow is good on dark pages, where all pages are dark."""
    assert problems(site, 'accent = "#ffcc00"\ncolor_scheme = "dark"\n') == []
    assert problems(site, 'accent_dark = "#111111"\ncolor_scheme = "light"\n') == []
    (dark,) = problems(site, 'accent_dark = "#111111"\n')
    assert dark.mend.startswith('Write `accent_dark = "#')


def test_text_and_page_belong_together(site: Path) -> None:
    """A dark page asks for a light text; with it all that stands on it can be read, the lesser text too."""
    (text, _accent) = problems(site, 'background = "#102030"\n')
    mend = re.search(r'`text = "(#\w{6})"`', text.mend)
    assert mend
    found = problems(site, f'background = "#102030"\ntext = "{mend[1]}"\naccent = "#8fb4ff"\n')
    assert found == []
    tokens = tokens_of(sheet(site))
    for scheme in (0, 1):
        grounds = [tokens["background"][scheme], tokens["surface"][scheme]]
        assert least_contrast(tokens["ink"][scheme], grounds) >= TEXT
        assert least_contrast(tokens["muted"][scheme], grounds) >= TEXT


def test_a_button_of_any_colour_can_be_read(site: Path) -> None:
    """What is written on it turns black or white."""
    for colour in HEXES:
        assert problems(site, f'button = "{colour}"\n') == []
        tokens = tokens_of(sheet(site))
        assert contrast(tokens["on-button"][0], tokens["button"][0]) >= TEXT


def test_fonts_of_ones_own(site: Path) -> None:
    """A file is served under its fingerprinted name, and is the first of its stack; one of all weights says so in its name."""
    (site / "assets").mkdir()
    for name in ("Inter-Variable.woff2", "plain.woff2", "plain-bold.woff2"):
        (site / "assets" / name).write_bytes(name.encode())
    lines = 'display_font = "Inter-Variable.woff2"\ntext_font = "plain.woff2"\ntext_font_bold = "plain-bold.woff2"\n'
    assert problems(site, lines) == []
    faces = re.findall(
        r'@font-face \{ font-family: "([^"]*)"; (font-weight: [\d ]+; )?src: url\("([^"]*)"\)', sheet(site)
    )
    assert [face[:2] for face in faces] == [
        ("site text", ""),
        ("site text", "font-weight: 700; "),
        ("site display", "font-weight: 100 900; "),
    ]
    assert all((site / "output/assets" / face[2]).is_file() for face in faces)
    assert '--text: "site text", system-ui' in sheet(site)


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ('accent = "mauve"', 'or write a colour such as "#0f6674"'),
        ('button = "teal"', 'Write a colour such as "#0f6674".'),
        ('logo_dark = "logo-night.svg"', "Write the name of a file in assets/."),
        ('text_font = "comic sans"', "Write a style of type (system, "),
        ('hero = "side"', 'Choose one of: "plain", "center", "beside", "banner".'),
        ('share = ["email", "fax"]', 'Choose one of: "email", "linkedin"'),
        ("hero_image = 3", 'Write a value like "".'),
    ],
)
def test_wrong_settings_are_told_with_what_may_be(site: Path, line: str, mend: str) -> None:
    """Each names its line and what to write."""
    (problem,) = problems(site, f"{line}\n")
    assert (problem.code, problem.line) == ("theme-setting-wrong", first_line(site))
    assert mend in problem.mend


@pytest.mark.parametrize("theme", ["base", "studio"])
@pytest.mark.parametrize("hero", ["plain", "center", "beside", "banner"])
def test_the_head_of_the_start_page(site: Path, theme: str, hero: str) -> None:
    """Its words and its picture are those of the settings; other lists keep their own."""
    (site / "assets").mkdir()
    (site / "assets/team.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    lines = f'hero = "{hero}"\nhero_title = "Grow with us"\nhero_text = "We garden."\nhero_image = "team.svg"\nhero_image_alt = "A bed"\n'
    assert problems(site, lines, theme) == []
    (head,) = start(site).select(f".hero.hero-{hero}")
    assert [one.get_text() for one in head.select("h1, .lead")] == ["Grow with us", "We garden."]
    assert [one["alt"] for one in head.select("img")] == ["A bed"]
    place = BeautifulSoup((site / "output/locations/berlin/index.html").read_text(encoding="utf-8"), "html.parser")
    assert not place.select(".hero img")
    assert [one.get_text() for one in place.select("h1")] == ["Berlin"]


def test_a_logo_for_the_dark(site: Path) -> None:
    """The reader's device chooses between the two; pages that are always dark have one."""
    (site / "assets").mkdir()
    for name in ("logo.svg", "night.svg"):
        (site / "assets" / name).write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    toml = f'{SETTINGS.rstrip()}\nlogo = "logo.svg"\n\n[theme.settings]\nlogo_dark = "night.svg"\n'
    (site / "site.toml").write_text(toml, encoding="utf-8")
    assert build_site(site).published
    (source,) = start(site).select(".brand picture source")
    assert source["media"] == "(prefers-color-scheme: dark)"
    (site / "site.toml").write_text(f'{toml}color_scheme = "dark"\n', encoding="utf-8")
    assert build_site(site).published
    (image,) = start(site).select(".brand img")
    assert "night." in str(image["src"])


def test_the_named_accents_can_be_read_in_both_themes() -> None:
    """Every accent that the themes name passes what is asked of one of a site's own."""
    base = (BUILT_IN / "base/assets/site.css").read_text("utf-8")
    tokens = tokens_of(base)
    accents = [tokens["accent"]]
    for light, dark in re.findall(r"\.accent-\w+ \{ --accent: light-dark\((#\w+), (#\w+)\)", base):
        pair = colour_of(light), colour_of(dark)
        assert isinstance(pair[0], Colour)
        assert isinstance(pair[1], Colour)
        accents.append((pair[0], pair[1]))
    assert len(accents) == 5
    for theme in (tokens, tokens | tokens_of((BUILT_IN / "studio/assets/studio.css").read_text("utf-8"))):
        for accent in accents:
            for scheme in (0, 1):
                ground = theme["background"][scheme]
                grounds = [ground, theme["surface"][scheme], mixed(accent[scheme], 0.1, ground)]
                assert least_contrast(accent[scheme], grounds) >= TEXT


def test_other_settings_make_another_style_sheet(site: Path) -> None:
    """A change of a colour changes the sheet's address, so that browsers fetch it anew, and what a build leaves is what a clean one makes."""
    assert problems(site, 'accent = "#077772"\n') == []
    first = snapshot(site / "output")
    assert problems(site, 'accent = "#6429c9"\n') == []
    second = snapshot(site / "output")
    assert [name for name in second if "theme-settings" in name] != [name for name in first if "theme-settings" in name]
