"""`new theme`: a theme that builds as it stands, with which no rule of the check finds anything wrong."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.check import check
from site_builder.cli import main
from site_builder.engine.workers import Workers
from site_builder.starting.new_theme import PARENTS, new_theme
from site_builder.starting.writing import NewError
from tests.sites import TODAY, load, published, snapshot, write_site


def with_theme(root: Path, parent: str, settings: str = "") -> Path:
    """Write a site that has chosen a new theme."""
    write_site(root, 12)
    new_theme(root, "harbour", parent)
    with (root / "site.toml").open("a") as file:
        file.write(f'[theme]\nname = "harbour"\n{settings}')
    return root


@pytest.mark.parametrize("parent", PARENTS)
def test_it_builds_as_it_stands(tmp_path: Path, parent: str) -> None:
    """A site with the new theme builds without a word said, in the theme's look, and the check finds nothing."""
    site = with_theme(tmp_path, parent)
    published(site)
    page = (site / "output/index.html").read_text()
    assert page.index("assets/site.") < page.index("assets/harbour.")
    assert ("assets/studio." in page) == (parent == "studio")
    assert "banner" not in page
    with Workers(1) as workers:
        found = check(load(site), TODAY, workers).problems
    assert [problem for problem in found if problem.path.startswith(("themes", "site.toml"))] == []


def test_its_setting_is_shown(tmp_path: Path) -> None:
    """The setting that the theme adds does what its comment says, on the start page alone."""
    site = with_theme(tmp_path, "base", '[theme.settings]\nbanner = "Ships & more"\n')
    published(site)
    assert '<p class="banner">Ships &amp; more</p>' in (site / "output/index.html").read_text()
    assert "banner" not in (site / "output/tags/bed-1/index.html").read_text()


def test_a_bad_colour_is_found(tmp_path: Path) -> None:
    """What the comment in the style sheet promises: the check names the rule whose text cannot be read, in the theme's own file."""
    site = with_theme(tmp_path, "base", '[theme.settings]\nbanner = "Ships"\n')
    sheet = site / "themes/harbour/assets/harbour.css"
    sheet.write_text(sheet.read_text().replace("color: var(--muted)", "color: var(--line)"))
    with Workers(1) as workers:
        found = check(load(site), TODAY, workers).problems
    assert {(one.path, one.code) for one in found if one.path.startswith("themes")} == {
        ("themes/harbour/assets/harbour.css", "contrast-low")
    }


@pytest.mark.parametrize(
    ("name", "parent", "says"),
    [
        ("Our Harbour", "base", "`new theme our-harbour`"),
        ("../x", "base", "`new theme x`"),
        ("", "base", "`new theme harbour`"),
        ("3d", "base", "`new theme harbour`"),
        ("base", "base", "another name"),
        ("harbour", "nothing", "base, studio"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, parent: str, says: str) -> None:
    """A name that is no folder's, one that is taken by a built-in theme, and a parent that is none; nothing is written."""
    site = write_site(tmp_path, 1)
    before = snapshot(site)
    with pytest.raises(NewError) as refused:
        new_theme(site, name, parent)
    assert says in refused.value.mend
    assert snapshot(site) == before


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A theme that is there stays as it is; without a site there is nothing to write into."""
    with pytest.raises(NewError, match=r"there is no site\.toml"):
        new_theme(tmp_path, "harbour")
    site = write_site(tmp_path, 1)
    new_theme(site, "harbour", "studio")
    before = snapshot(site)
    with pytest.raises(NewError, match="is there already"):
        new_theme(site, "harbour")
    assert snapshot(site) == before


def test_the_command(tmp_path: Path) -> None:
    """`new theme` says how to choose the theme, and what is wrong with a name."""
    site = write_site(tmp_path, 1)
    done = CliRunner().invoke(main, ["new", "theme", "harbour", "--extends", "studio", "--site", str(site)])
    assert done.exit_code == 0
    assert '[theme]\nname = "harbour"' in done.output
    assert 'extends = "studio"' in (site / "themes/harbour/theme.toml").read_text()
    refused = CliRunner().invoke(main, ["new", "theme", "Harbour", "--site", str(site)])
    assert refused.exit_code == 1
    assert "small letters" in refused.output
