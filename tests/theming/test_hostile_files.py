import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.model.problem import Severity
from site_builder.project import load_project
from site_builder.theming.files import LARGEST_ASSET, LARGEST_TEXT, Place, find
from tests.deep_folders import deep_folders
from tests.sites import SETTINGS, published, write_site

FOLDERS = ("assets", "templates", "strings")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one posting; beside it lies a secret."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.txt").write_text("secret")
    site = write_site(tmp_path / "site", 1)
    (site / ".env").write_text("secret")
    return site


def problems_of(site: Path) -> list[tuple[str, str]]:
    """Return what is wrong with a site that cannot be loaded: places and codes."""
    project, problems = load_project(site)
    assert project is None
    assert all(problem.severity is Severity.ERROR for problem in problems)
    return sorted((problem.path, problem.code) for problem in problems)


def own_theme(site: Path, name: str = "own", below: str = "site/themes") -> Path:
    """Give the site a theme of its own, and return its folder."""
    folder = site.parent / below / name
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text('extends = "base"\n')
    (site / "site.toml").write_text(SETTINGS + '\n[theme]\nname = "own"\n')
    return folder


@pytest.mark.parametrize("folder", FOLDERS)
def test_links_that_leave_a_folder_are_refused(site: Path, folder: str) -> None:
    """No file of the machine, of the site's other folders or of its hidden ones comes onto the site by a link."""
    (site / folder).mkdir()
    for name, target in {
        "a.toml": "../../secret.txt",
        "b.toml": "../.env",
        "c.toml": "../site.toml",
        "d.toml": "/etc/passwd",
        "e": "../../elsewhere",
    }.items():
        (site / folder / name).symlink_to(target)
    assert problems_of(site) == [
        (f"{folder}/{name}", "link-outside") for name in ("a.toml", "b.toml", "c.toml", "d.toml", "e")
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_no_file_is_refused(site: Path, folder: str) -> None:
    """Links to nothing and to folders, pipes and names that nobody can write are named, as they are in content/."""
    top = site / folder
    (top / "real").mkdir(parents=True)
    (top / "dangling").symlink_to("nowhere")
    (top / "link").symlink_to("real")
    os.mkfifo(top / "pipe")
    (top / os.fsdecode(b"caf\xe9.svg")).touch()
    (top / "red\x1b[31m.svg").touch()
    assert problems_of(site) == [
        (f"{folder}/caf\\udce9.svg", "file-name"),
        (f"{folder}/dangling", "link-dangling"),
        (f"{folder}/link", "link-to-folder"),
        (f"{folder}/pipe", "file-special"),
        (f"{folder}/red\\u001b[31m.svg", "file-name"),
    ]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize(("target", "code"), [("../elsewhere", "link-outside"), ("content", "link-to-folder")])
def test_the_folder_itself_is_no_link(site: Path, folder: str, target: str, code: str) -> None:
    """A folder of the site is a folder: a link would make other files part of the site."""
    (site / folder).symlink_to(target)
    assert problems_of(site) == [(folder, code)]


@pytest.mark.parametrize("linked", ["themes/own", "themes", "themes/own/theme.toml", "themes/own/assets"])
def test_a_theme_of_the_site_lies_in_the_site(site: Path, linked: str) -> None:
    """Neither a theme's folder nor what it consists of may be a link that leaves the site."""
    (own_theme(site) / "assets").mkdir()
    (site / linked).rename(site.parent / "moved")
    (site / linked).symlink_to(site.parent / "moved")
    assert problems_of(site) == [(linked, "link-outside")]


def test_links_within_a_folder_are_followed(site: Path) -> None:
    """One picture may have two names."""
    (site / "assets/old").mkdir(parents=True)
    (site / "assets/a.svg").write_text("<svg/>")
    (site / "assets/old/b.svg").symlink_to("../a.svg")
    published(site)
    (file,) = (site / "output/assets/old").iterdir()
    assert file.read_text() == "<svg/>"
    assert not file.is_symlink()


def test_what_came_with_the_program_may_be_linked(tmp_path: Path) -> None:
    """Some installers link every file of a package to a store of theirs; the same in a site is refused."""
    (tmp_path / "store").mkdir()
    (tmp_path / "store/1").write_text("body {}")
    (tmp_path / "themes/plain/assets").mkdir(parents=True)
    (tmp_path / "themes/plain/assets/site.css").symlink_to(tmp_path / "store/1")
    trusted = Place(tmp_path, "themes/plain", trusted=True)
    assert find(trusted, "assets", LARGEST_ASSET).files == {"site.css": tmp_path / "themes/plain/assets/site.css"}
    assert not find(trusted._replace(trusted=False), "assets", LARGEST_ASSET).files


@pytest.mark.parametrize(
    ("folder", "largest"), [("assets", LARGEST_ASSET), ("templates", LARGEST_TEXT), ("strings", LARGEST_TEXT)]
)
def test_large_files_are_refused_unread(site: Path, folder: str, largest: int) -> None:
    """A file of 20 GB, or of one byte too many, is named with its size; it would be in memory as a whole."""
    (site / folder).mkdir()
    for name, size in (("en.toml", 20_000_000_000), ("xx.toml", largest + 1)):
        (site / folder / name).touch()
        os.truncate(site / folder / name, size)
    assert problems_of(site) == [(f"{folder}/en.toml", "file-too-large"), (f"{folder}/xx.toml", "file-too-large")]
    assert "20000.0 MB" in load_project(site)[1][0].message


def test_a_large_theme_toml_is_refused(site: Path) -> None:
    """The same holds for theme.toml."""
    os.truncate(own_theme(site) / "theme.toml", 20_000_000_000)
    assert problems_of(site) == [("themes/own/theme.toml", "file-too-large")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_folders_without_end_are_refused(site: Path, folder: str) -> None:
    """1,300 folders in each other are a problem, and no traceback."""
    (site / folder).mkdir()
    with deep_folders(site / folder):
        assert problems_of(site) == [(folder + "/d" * 51, "folder-deep")]


def test_long_names_of_assets(site: Path) -> None:
    """A name that is too long once its fingerprint is added is named; the longest that fits is published."""
    (site / "assets").mkdir()
    fits = site / "assets" / ("é" * 121 + ".svg")
    fits.touch()
    published(site)
    long = fits.rename(site / "assets" / ("x" * 251 + ".svg"))
    assert problems_of(site) == [(f"assets/{long.name}", "file-name-long")]
    assert load_project(site)[1][0].mend == "Make it shorter by 9 characters or more."


def test_a_style_sheet_may_hold_any_bytes(site: Path) -> None:
    """An address in a style sheet that is not UTF-8 is left as it is."""
    (site / "assets").mkdir()
    (site / "assets/own.css").write_bytes(b"a { background: url(caf\xe9.svg) }")
    published(site)
    (file,) = (site / "output/assets").glob("own.*.css")
    assert b"url(caf\xe9.svg)" in file.read_bytes()


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (
            lambda site: (site / "templates/page.html").write_bytes(b"\ncaf\xe9"),
            ("templates/page.html", 2, "file-encoding"),
        ),
        (lambda site: (site / "strings/en.toml").write_bytes(b"a = '\xe9'"), ("strings/en.toml", 1, "file-encoding")),
        (
            lambda site: (site / "strings/en.toml").write_text("a = " + "[" * 5000),
            ("strings/en.toml", 1, "toml-syntax"),
        ),
    ],
)
def test_texts_that_cannot_be_read(site: Path, write: Callable[[Path], object], expected: tuple[str, int, str]) -> None:
    """Templates and words that are no text of ours are told with their place."""
    (site / "templates").mkdir()
    (site / "strings").mkdir()
    write(site)
    (problem,) = load_project(site)[1]
    assert (problem.path, problem.line, problem.code) == expected


@pytest.mark.parametrize("name", ["x" * 5000, "../own", ""])
def test_a_theme_that_cannot_be_is_missing(site: Path, name: str) -> None:
    """A name that no folder can have, or that leads to another folder, is a theme that is not there."""
    own_theme(site).rename(site / "own")
    (site / "site.toml").write_text(SETTINGS + f'\n[theme]\nname = "{name}"\n')
    assert problems_of(site) in ([("site.toml", "theme-missing")], [("site.toml", "setting-wrong")])
