"""The pictures with which jobs are shown where they are shared: drawn for each open one, the same for the same words."""

from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from site_builder.model.card import CardStyle
from site_builder.outputs.card_drawing import SIZE, can_draw, draw
from tests.sites import SETTINGS, build_site, snapshot, write_posting, write_site

STYLE = CardStyle("#ffffff", "#161a22", "#0f6b4a")
ON = f"{SETTINGS}\n[theme.settings]\ncards = true\n"


def opened(data: bytes) -> Image.Image:
    """Return a picture by its bytes, in full colour."""
    return Image.open(BytesIO(data)).convert("RGB")


def darkest(picture: Image.Image) -> int:
    """Return the lowest value of a grey picture."""
    return next(value for value, count in enumerate(picture.histogram()) if count)


def test_it_is_a_picture_of_the_size_that_is_asked_for() -> None:
    """It has the ground, the accent at its beginning, and letters; the same words give the same bytes, others give others."""
    data = draw("Gardener", "The nursery", "Berlin", STYLE, b"")
    picture = opened(data)
    assert picture.size == SIZE
    assert picture.getpixel((5, 300)) == (0x0F, 0x6B, 0x4A)
    assert picture.getpixel((1190, 10)) == (255, 255, 255)
    assert darkest(picture.crop((80, 80, 1120, 560)).convert("L")) < 60
    assert data == draw("Gardener", "The nursery", "Berlin", STYLE, b"")
    assert data != draw("Gardeners", "The nursery", "Berlin", STYLE, b"")
    assert len(data) < 30_000


@pytest.mark.parametrize("title", ["Head of " * 30, "Donaudampfschifffahrtsgesellschaftskapitän" * 3, "W" * 200, "A"])
def test_no_title_leaves_the_picture(title: str) -> None:
    """However long, it ends before the margin, above the line of places."""
    picture = opened(draw(title, title, title, STYLE, b"")).convert("L")
    assert darkest(picture.crop((1125, 0, *SIZE))) == 255
    assert darkest(picture.crop((40, 575, *SIZE))) == 255
    assert darkest(picture.crop((90, 482, 1110, 500))) == 255


def test_letters_that_the_font_has_not() -> None:
    """Western, Czech, Greek and Cyrillic letters are drawn; Japanese is not, and neither is what runs from the right."""
    assert can_draw("Gärtner & Pečovatel, Κηπουρός, Садовник – 40 €", "")
    assert not can_draw("庭師", "")
    assert not can_draw("بستاني", "")


def test_open_jobs_have_cards_and_their_pages_name_them(tmp_path: Path) -> None:
    """Each open job that can be drawn has one; a closed one and one in Japanese have none, and their pages name none."""
    site = write_site(tmp_path / "site", 3)
    (site / "site.toml").write_text(ON, encoding="utf-8")
    write_posting(site, 1, title="庭師")
    closed = site / "content/gardener-0002.md"
    closed.write_text(closed.read_text(encoding="utf-8").replace("---\n\n", "open: false\n---\n\n"), encoding="utf-8")
    assert build_site(site).problems == ()
    assert [file.parent.name for file in (site / "output").rglob("card.png")] == ["gardener-0000"]
    named = {}
    for number in range(3):
        page = (site / f"output/jobs/gardener-000{number}/index.html").read_text(encoding="utf-8")
        soup = BeautifulSoup(page, "html.parser")
        named[number] = [
            str(one["content"]) for one in soup.select('meta[property="og:image"], meta[name="twitter:card"]')
        ]
    assert named == {
        0: ["https://jobs.example.org/jobs/gardener-0000/card.png", "summary_large_image"],
        1: ["summary"],
        2: ["summary"],
    }


def test_a_card_is_drawn_again_when_its_words_change(tmp_path: Path) -> None:
    """An edited text leaves all cards as they are, a new title draws one; what comes of it is what a clean build makes."""
    site = write_site(tmp_path / "site", 3)
    (site / "site.toml").write_text(ON, encoding="utf-8")
    assert build_site(site).published

    def stamps() -> dict[str, int]:
        return {file.parent.name: file.stat().st_mtime_ns for file in (site / "output").rglob("card.png")}

    before = stamps()
    assert len(before) == 3
    write_posting(site, 0, text="Another text.")
    assert build_site(site).published
    assert stamps() == before
    write_posting(site, 1, title="Head gardener")
    assert build_site(site).published
    assert [name for name, stamp in stamps().items() if before[name] != stamp] == ["gardener-0001"]
    built = snapshot(site / "output")
    for path in (site / "output", site / ".cache"):
        path.rename(path.with_name(f"{path.name}-before"))
    assert build_site(site).published
    assert snapshot(site / "output") == built


def test_without_the_setting_there_are_none(tmp_path: Path) -> None:
    """No file, and nothing in the pages."""
    site = write_site(tmp_path / "site", 1)
    assert build_site(site).problems == ()
    assert not list((site / "output").rglob("card.png"))


def test_a_picture_for_all_other_pages(tmp_path: Path) -> None:
    """Pages without a card of their own name the picture of the settings, by its whole address."""
    site = write_site(tmp_path / "site", 1)
    (site / "assets").mkdir()
    (site / "assets/team.png").write_bytes(draw("Team", "", "", STYLE, b""))
    toml = f'{SETTINGS}\n[theme.settings]\nsocial_image = "team.png"\n'.replace(".org/", ".org/repo/")
    (site / "site.toml").write_text(toml, encoding="utf-8")
    assert build_site(site).problems == ()
    page = BeautifulSoup((site / "output/index.html").read_text(encoding="utf-8"), "html.parser")
    (image,) = page.select('meta[property="og:image"]')
    (file,) = (site / "output/assets").glob("team.*.png")
    assert image["content"] == f"https://jobs.example.org/repo/assets/{file.name}"
