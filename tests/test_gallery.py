"""docs/gallery.md shows the looks that the code has, each with the settings that make it."""

from pathlib import Path

import pytest

from site_builder.project import load_project
from tests.browser.gallery import FONTS, LARGEST, LOOKS, PAGE, PICTURES, Look, page_text, write_look


def test_the_page_is_that_of_the_looks() -> None:
    """The page says what the looks are; `make gallery` writes it and the pictures anew."""
    assert PAGE.read_text("utf-8") == page_text(), "run make gallery"


def test_the_pictures_are_there_and_small() -> None:
    """Every look has its pictures, there is no other, and together they stay small."""
    there = {file.name: file.stat().st_size for file in PICTURES.iterdir()}
    assert there.keys() == {f"{look.name}-{scheme}.webp" for look in LOOKS for scheme in look.schemes}
    assert sum(there.values()) < LARGEST


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_settings_are_right(look: Look, tmp_path: Path) -> None:
    """Whoever copies a look's lines gets a site: every setting is known, every colour can be read."""
    fonts = FONTS if FONTS.is_dir() else _names_alone(tmp_path / "fonts", look)
    project, problems = load_project(write_look(look, tmp_path / "site", fonts))
    assert problems == []
    assert project is not None
    assert project.warnings == ()


def _names_alone(folder: Path, look: Look) -> Path:
    """Return a folder with files of the names of a look's fonts: the settings ask for no more."""
    for name in look.settings.split('"'):
        if name.endswith(".woff2"):
            file = folder / name.partition("-latin-")[0] / "files" / name
            file.parent.mkdir(parents=True)
            file.write_bytes(b"wOF2")
    return folder
