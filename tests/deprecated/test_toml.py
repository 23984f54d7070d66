"""Old names of settings, of the site's and of a theme's, go on working, are found and mended."""

import tomllib
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.model.deprecated import Kind
from site_builder.project import load_project
from site_builder.starting.editor_schemas import site_schema
from tests.deprecated.old_names import checked, mended, places, put, row
from tests.site_checks import write_files
from tests.sites import SETTINGS, build_site, load, write_site


def test_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting, a section and a setting that moved to another section are read as the new ones, and named with their lines."""
    put(
        monkeypatch,
        row(Kind.SETTING, "site.old_page", "site.per_page"),
        row(Kind.SETTING, "postings", "jobs"),
        row(Kind.SETTING, "site.soon", "jobs.closing_soon_days"),
        row(Kind.SETTING, "languages.*.folder", "languages.*.path"),
    )
    site = write_site(tmp_path, 1)
    settings = SETTINGS.replace("[organization]", "old_page = 7 # a list\nsoon = 3\n\n[organization]") + (
        '\n[postings]\nclosed_days = 9\n\n[languages.de]\nfolder = "deutsch"\n'
    )
    write_files(site, {"site.toml": settings})
    project = load(site)
    config = project.config
    assert (config.per_page, config.jobs.closed_days, config.jobs.closing_soon_days) == (7, 9, 3)
    assert config.trees[1].prefix == "deutsch/"
    found = checked(site)
    assert places(found) == [(f"site.toml:{line}", "setting-deprecated") for line in (5, 6, 11, 15)]
    assert found[0].message.startswith("`old_page` is now called `per_page`;")
    assert found[1].mend == "Write `jobs.closing_soon_days`."
    assert [problem.place for problem in build_site(site).problems] == [one.place for one in found]


def test_editors_take_old_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The schema for editors refuses no name that reading takes."""
    settings = '[site]\ntitle = "Jobs"\nbase_url = "https://example.org/"\nold_page = 7\n[postings]\nclosed_days = 3\n'
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(settings), site_schema())
    put(monkeypatch, row(Kind.SETTING, "site.old_page", "site.per_page"), row(Kind.SETTING, "postings", "jobs"))
    jsonschema.validate(tomllib.loads(settings), site_schema())
    assert site_schema()["properties"]["site"]["properties"]["old_page"]["description"].startswith(
        "`old_page` is now called `per_page`"
    )


def test_what_is_wrong_with_an_old_setting_is_said_on_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong value under an old name is a problem of its line, as under the new."""
    put(monkeypatch, row(Kind.SETTING, "site.old_page", "site.per_page"))
    write_files(tmp_path, {"site.toml": SETTINGS.replace("[organization]", 'old_page = "many"\n[organization]')})
    _, problems = load_project(tmp_path)
    assert places(problems) == [("site.toml:5", "setting-deprecated"), ("site.toml:5", "setting-wrong")]


def test_old_settings_are_mended_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--fix` writes new names where comments and layout stay; what belongs into another section, or is there twice, is left to people."""
    put(
        monkeypatch,
        row(Kind.SETTING, "site.old_page", "site.per_page"),
        row(Kind.SETTING, "postings", "jobs"),
        row(Kind.SETTING, "languages.*.folder", "languages.*.path"),
    )
    site = write_site(tmp_path, 1)
    settings = SETTINGS.replace("[organization]", "'old_page'   = 7 # old_page = 3\n\n[organization]") + (
        '\n# postings\n[ postings ] # [postings]\nclosed_days = 9\nequal_opportunity = """\nold_page = 1\n[postings]\n"""\n'
        '\n[languages]\nde.folder = "deutsch"\n'
    )
    write_files(site, {"site.toml": settings})
    mended(site)
    wanted = (
        settings.replace("'old_page'", "'per_page'").replace("[ postings ]", "[ jobs ]").replace("de.folder", "de.path")
    )
    assert (site / "site.toml").read_text("utf-8") == wanted


def test_what_moves_is_left_to_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--fix` moves nothing between sections, and takes no name out beside which the new one stands."""
    put(
        monkeypatch,
        row(Kind.SETTING, "site.soon", "jobs.closing_soon_days"),
        row(Kind.SETTING, "site.old_page", "site.per_page"),
    )
    site = write_site(tmp_path, 1)
    settings = SETTINGS.replace("[organization]", "soon = 3\nold_page = 4\nper_page = 5\n[organization]")
    write_files(site, {"site.toml": settings})
    assert load(site).config.per_page == 5
    assert CliRunner().invoke(main, ["check", "--site", str(site), "--fix"]).exit_code == 0
    assert (site / "site.toml").read_text("utf-8") == settings
    assert len(checked(site)) == 2


THEME = {
    "themes/own/theme.toml": '# ours\nname = "own"\nparent = "base"  # the parent\n\n[settings]\nold_layout = "compact"\n\n[choices]\nold_layout = ["compact", "airy"]\n',
}


def test_old_names_of_theme_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of theme.toml and a setting of base are read as the new ones in theme.toml and site.toml, and mended in both."""
    put(monkeypatch, row(Kind.THEME, "parent", "extends"), row(Kind.THEME_SETTING, "old_layout", "density"))
    site = write_site(tmp_path, 1)
    settings = SETTINGS + '\n[theme]\nname = "own"\n[theme.settings]\nold_layout = "airy"\n'
    write_files(site, {**THEME, "site.toml": settings, "templates/404.html": "{{ theme.settings.old_layout }}"})
    project = load(site)
    assert project.theme.settings["density"] == "airy"
    found = checked(site)
    assert places(found) == [
        ("site.toml:11", "theme-deprecated"),
        ("themes/own/theme.toml:3", "theme-deprecated"),
        ("themes/own/theme.toml:6", "theme-deprecated"),
        ("themes/own/theme.toml:9", "theme-deprecated"),
    ]
    assert build_site(site).published
    assert b"airy" in (site / "output/404.html").read_bytes()
    mended(site)
    wanted = THEME["themes/own/theme.toml"].replace("old_layout", "density").replace("parent =", "extends =")
    assert (site / "themes/own/theme.toml").read_text("utf-8") == wanted
    assert (site / "site.toml").read_text("utf-8") == settings.replace("old_layout", "density")


def test_a_setting_of_a_theme_without_our_parent_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A theme that extends none of ours may call its settings as it likes; `--fix` leaves them, too."""
    put(
        monkeypatch,
        row(Kind.THEME_SETTING, "old_layout", "density"),
        row(Kind.SETTING, "site.old_page", "site.per_page"),
    )
    site = write_site(tmp_path, 0)
    own = 'name = "own"\n[settings]\nold_layout = "x"\n'
    settings = (
        SETTINGS.replace("[organization]", "old_page = 9\n[organization]")
        + '[theme]\nname = "own"\n[theme.settings]\nold_layout = "y"\n'
    )
    write_files(site, {"themes/own/theme.toml": own, "site.toml": settings})
    project = load(site)
    assert project.theme.settings == {"old_layout": "y"}
    assert [one.code for one in project.warnings if one.code.endswith("deprecated")] == ["setting-deprecated"]
    CliRunner().invoke(main, ["check", "--site", str(site), "--fix"])
    assert (site / "site.toml").read_text("utf-8") == settings.replace("old_page", "per_page")
    assert (site / "themes/own/theme.toml").read_text("utf-8") == own
