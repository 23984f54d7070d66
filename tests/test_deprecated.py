"""Names that were replaced go on working, are found where they stand, said once by a build, and mended by `check --fix`.

The product's table may be empty, so the tests put rows into it; what they ask is what people do: read, check, mend and build sites.
"""

import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from site_builder import __version__
from site_builder.build import Options
from site_builder.check import check
from site_builder.cli import main
from site_builder.commands.kinds import Command
from site_builder.engine.workers import Workers
from site_builder.explanations.catalogue import explanations
from site_builder.model import deprecated
from site_builder.model.deprecated import Deprecated, Kind
from site_builder.model.problem import Problem, Severity
from site_builder.project import load_project
from site_builder.reading.rules import PAGE, POSTING, by_name
from site_builder.reading.sections import CLOSED
from site_builder.reading.settings import SETTINGS as SITE_SETTINGS
from site_builder.starting.editor_schemas import site_schema
from site_builder.theming import old_names
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.mistakes import OWNERS
from tests.site_checks import write_files
from tests.sites import SETTINGS, TODAY, build_site, load, published, snapshot, write_site


def row(kind: Kind, name: str, instead: str = "", mend: str = "") -> Deprecated:
    """Return a row of the table."""
    return Deprecated(kind, name, since="1.4.0", until="2.0.0", instead=instead, mend=mend)


def put(monkeypatch: pytest.MonkeyPatch, *rows: Deprecated) -> None:
    """Let the table have these rows."""
    monkeypatch.setattr(deprecated, "NAMES", rows)


def checked(site: Path) -> list[Problem]:
    """Return what `check` finds of old names."""
    with Workers(1) as workers:
        found = check(load(site), TODAY, workers).problems
    return [problem for problem in found if problem.code.endswith("-deprecated")]


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return where problems are, and their codes."""
    return [(problem.place, problem.code) for problem in problems]


def mended(site: Path) -> None:
    """Let `check --fix` mend a site, and find nothing old after it."""
    done = CliRunner().invoke(main, ["check", "--site", str(site), "--fix", "--as-of", TODAY.isoformat()])
    assert done.exit_code == 0, done.output
    assert "-deprecated]" not in done.output
    assert checked(site) == []


# ------------------------------------------------------------------------------------------------ the table

KNOWN_SETTINGS = {f"site.{one.name}" for one in SITE_SETTINGS} | {
    f"{section}.{name}" for section, names in CLOSED.items() for name in names
}


def test_the_table_is_right() -> None:
    """Each row names versions in their order, of which the last is still to come, and what takes the name's place is there; the old name is not."""
    fields = {rule.name for rule in (*POSTING, *PAGE)}
    for one in deprecated.NAMES:
        assert version(one.since) < version(one.until), one
        assert version(__version__) < version(one.until), (
            f"{one.name} was to go with {one.until}: take it and its row out"
        )
        assert bool(one.instead) != bool(one.mend), one
        if one.kind is Kind.FIELD:
            assert (one.instead or one.name) in fields, one
            assert not one.instead or one.name not in fields, one
        if one.kind is Kind.SETTING and one.instead and one.instead.partition(".")[0] in ("site", *CLOSED):
            assert one.instead in KNOWN_SETTINGS, one
        if one.kind is Kind.VARIABLE and "." in one.name:
            assert one.name.rpartition(".")[0] in {*OWNERS.values(), "page"}, one
        assert one.message, one


def version(text: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", text), text
    return tuple(map(int, text.split(".")))


def test_no_built_in_theme_uses_an_old_name() -> None:
    """The themes that come with the program are written in new names alone."""
    for file in BUILT_IN.rglob("*"):
        if file.name.endswith(old_names.ENDINGS):
            text = file.read_text("utf-8")
            assert list(old_names.found_in(text, is_template=file.suffix == ".html")) == [], file


@pytest.mark.parametrize("code", ["field-deprecated", "setting-deprecated", "theme-deprecated", "option-deprecated"])
def test_the_codes_are_warnings(code: str) -> None:
    """Each kind of name has a code that is explained, and that is a warning, which may be turned off."""
    one = explanations()[code]
    assert (one.severity, one.can_be_off) == (Severity.WARNING, True)
    assert code in {row(kind, "a.b").code for kind in Kind}


# ------------------------------------------------------------------------------------------------ front matter

PAY = row(Kind.FIELD, "old_pay", "salary")


def test_an_old_field_is_read_as_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In YAML, TOML and JSON an old name fills its field, in any spelling; `check` names its line."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site,
        {
            "content/a.md": "---\ntitle: A\nOld-Pay: 60000-75000 EUR per YEAR\n---\n\nText.\n",
            "content/b.md": '+++\ntitle = "B"\n# our pay\nold_pay = "60000-75000 EUR per YEAR"\n+++\n\nText.\n',
            "content/c.md": '{\n"title": "C",\n"oldPay": "60000-75000 EUR per YEAR"\n}\n\nText.\n',
        },
    )
    found = checked(site)
    assert places(found) == [
        ("content/a.md:3", "field-deprecated"),
        ("content/b.md:4", "field-deprecated"),
        ("content/c.md:3", "field-deprecated"),
    ]
    assert (found[0].message, found[0].mend) == (
        "`old_pay` is now called `salary`; version 2.0.0 will not know the old name any more",
        "Write `salary`.",
    )
    assert build_site(site).published
    pages = snapshot(site / "output")
    assert all(b'"minValue":60000' in pages[f"jobs/{name}/index.html"] for name in "abc")


def test_an_old_field_beside_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new name counts, and that both are there is said as of any field with two names."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site, {"content/a.md": "---\ntitle: A\nold_pay: 10 EUR per HOUR\nsalary: 20 EUR per HOUR\n---\n\nText.\n"}
    )
    report = build_site(site)
    assert {"field-deprecated", "field-twice"} <= {problem.code for problem in report.problems}
    assert b'"value":20' in snapshot(site / "output")["jobs/a/index.html"]


def test_a_name_that_the_site_gives_a_meaning_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What [fields] says of a name goes before the table."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site,
        {
            "site.toml": SETTINGS + '[fields]\nold_pay = "extra"\n',
            "content/a.md": "---\ntitle: A\nold_pay: 3\n---\n\nText.\n",
        },
    )
    assert checked(site) == []


def test_old_fields_are_mended_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--fix` writes the new name in YAML and TOML front matter, in pages and in [defaults], and leaves all else as it stands."""
    put(monkeypatch, PAY, row(Kind.FIELD, "old_order", "weight"))
    site = write_site(tmp_path, 0)
    before = {
        "site.toml": SETTINGS
        + '\n[defaults]\nold_pay = "10 EUR per HOUR"   # for all\n[defaults."shop/"]\n"old_pay" = "9 EUR per HOUR"\n',
        "content/a.md": "---\ntitle: A   # ours\n\n'old_pay':   60000-75000 EUR per YEAR  # as agreed\n---\n\nold_pay: text.\n",
        "content/b.md": '+++\r\ntitle = "B" # old_pay\r\n"old_pay"   =  "10 EUR per HOUR"   # yes\r\n+++\r\n\r\nText.\r\n',
        "content/pages/p.md": "---\ntitle: P\nold_order: 3\n---\n\nText.\n",
    }
    for path, text in before.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text.encode())
    assert len(checked(site)) == 5
    mended(site)
    after = {path: (site / path).read_bytes().decode() for path in before}
    assert after["site.toml"] == before["site.toml"].replace("old_pay", "salary")
    assert after["content/a.md"] == before["content/a.md"].replace("'old_pay'", "'salary'")
    assert after["content/b.md"] == before["content/b.md"].replace('"old_pay"', '"salary"')
    assert after["content/pages/p.md"] == before["content/pages/p.md"].replace("old_order", "weight")


def test_a_field_that_goes_without_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nothing takes the place of works until its version comes; the table says what to do, and `--fix` leaves it."""
    put(monkeypatch, row(Kind.FIELD, "industry", mend="Put it into the text."))
    site = write_site(tmp_path, 0)
    text = "---\ntitle: A\nindustry: Bakery\n---\n\nText.\n"
    write_files(site, {"content/a.md": text})
    (found,) = checked(site)
    assert (found.message, found.mend) == (
        "`industry` will go, and nothing takes its place; version 2.0.0 will not know it any more",
        "Put it into the text.",
    )
    assert build_site(site).published
    assert b"Bakery" in snapshot(site / "output")["jobs/a/index.html"]
    assert CliRunner().invoke(main, ["check", "--site", str(site), "--fix"]).exit_code == 0
    assert (site / "content/a.md").read_text() == text


def test_a_build_says_an_old_name_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many postings with an old name `build` names the first and how many more; `check` names each; strict builds stop."""
    put(monkeypatch, PAY, row(Kind.FIELD, "old_team", "department"))
    site = write_site(tmp_path, 0)
    for number in range(120):
        team = "old_team: Bakery\n" if number % 2 else ""
        write_files(site, {f"content/{number:03}.md": f"---\ntitle: A\nold_pay: 10 EUR per HOUR\n{team}---\n\nText.\n"})
    told = [problem for problem in build_site(site).problems if problem.code == "field-deprecated"]
    assert [(one.place, one.message.rpartition(" (")[2]) for one in told] == [
        ("content/000.md:3", "here and in 119 more places)"),
        ("content/001.md:4", "here and in 59 more places)"),
    ]
    assert told[0].mend == "Write `salary`. `site-builder check` names all places."
    assert len(checked(site)) == 180
    assert not build_site(site, Options(strict=True)).published


def test_an_empty_table_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rows, the tables by which files are read are the same objects for every file, and no text is looked through."""
    put(monkeypatch)
    assert by_name(POSTING) is by_name(POSTING)
    monkeypatch.setattr(old_names, "_code", None)
    monkeypatch.setattr(old_names, "_patterns", None)
    published(write_site(tmp_path, 3))


# ------------------------------------------------------------------------------------------------ site.toml and theme.toml


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


# ------------------------------------------------------------------------------------------------ templates

CONTRACT = (
    row(Kind.VARIABLE, "page.heading_text", "page.title"),
    row(Kind.VARIABLE, "config.name", "config.title"),
    row(Kind.VARIABLE, "job.name", "job.title"),
    row(Kind.VARIABLE, "show_day", "format_date"),
    row(Kind.VARIABLE, "body_text", "description"),
    row(Kind.BLOCK, "foot", "footer"),
    row(Kind.TEMPLATE, "card.html", "job_card.html"),
    row(Kind.HOOK, "data-ends-at", "data-closes"),
    row(Kind.TOKEN, "--brand", "--accent"),
)
TEMPLATES = {
    "templates/layout.html": '{% extends "base/layout.html" %}\n{# page.heading_text #}\n'
    "{% block foot %}<footer>{{ page.heading_text }}: {{ config['name'] }}</footer>{% endblock foot %}\n",
    "templates/card.html": '<li data-ends-at="x">{% set one = job %}{{ one.name }}, {{ show_day(job.date_posted) }}, show_day(</li>\n',
    "templates/page.html": '{% extends "base/page.html" %}\n{% block page_text %}<div>{{ body_text }}</div>{% endblock %}\n',
    "assets/own.css": ":root { --brand: #123456; --brand-new: red }\n[data-ends-at] { color: var(--brand) }\n",
    "assets/own.js": "document.querySelector('[data-ends-at]').dataset.endsAt\n",
    "content/pages/about.md": "# About\n\nWords.\n",
}  # fmt: skip


def test_old_names_of_templates_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables, functions, blocks, templates, hooks and tokens of an earlier version make the same pages, and are named with line and column."""
    put(monkeypatch, *CONTRACT)
    site = write_site(tmp_path, 2)
    write_files(site, TEMPLATES)
    found = checked(site)
    assert [(one.place, one.column, one.message.split("`")[1]) for one in found] == [
        ("assets/own.css:1", 9, "--brand"),
        ("assets/own.css:2", 29, "--brand"),
        ("assets/own.css:2", 2, "data-ends-at"),
        ("assets/own.js:1", 26, "data-ends-at"),
        ("assets/own.js:1", 50, "data-ends-at"),
        ("templates/card.html", 0, "card.html"),
        ("templates/card.html:1", 5, "data-ends-at"),
        ("templates/card.html:1", 60, "show_day"),
        ("templates/layout.html:3", 61, "config.name"),
        ("templates/layout.html:3", 10, "foot"),
        ("templates/layout.html:3", 91, "foot"),
        ("templates/layout.html:3", 33, "page.heading_text"),
        ("templates/page.html:2", 30, "body_text"),
    ]
    assert {one.code for one in found} == {"theme-deprecated"}
    assert found[5].mend == "Rename the file to `job_card.html`."
    report = build_site(site)
    assert report.published
    assert len([one for one in report.problems if one.code == "theme-deprecated"]) == 8
    start = (site / "output/index.html").read_text("utf-8")
    assert "<footer>Jobs at the nursery: Jobs at the nursery</footer>" in start
    assert '<li data-closes="x">Gardener 0, November 20, 2026, show_day(</li>' in start
    assert "<div><p>Words.</p>" in (site / "output/about/index.html").read_text("utf-8")
    (sheet,) = (site / "output/assets").glob("own.*.css")
    assert (
        sheet.read_text() == ":root { --accent: #123456; --brand-new: red }\n[data-closes] { color: var(--accent) }\n"
    )
    (script,) = (site / "output/assets").glob("own.*.js")
    assert script.read_text() == "document.querySelector('[data-closes]').dataset.closes\n"


def test_old_template_names_in_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that extends or shows another by its old name gets that one."""
    put(monkeypatch, row(Kind.TEMPLATE, "old_page.html", "page.html"))
    site = write_site(tmp_path, 1)
    own = '{% extends "base/old_page.html" %}\n{% block page_text %}Ours{% endblock %}\n'
    write_files(site, {"templates/page.html": own, "content/pages/about.md": "# About\n\nWords.\n"})
    assert [one.place for one in checked(site)] == ["templates/page.html:1"]
    assert build_site(site).published
    assert "Ours" in (site / "output/about/index.html").read_text("utf-8")


def test_new_names_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only looks like an old name (in texts, comments, longer names, arguments, others' attributes) is neither said nor changed."""
    put(monkeypatch, *CONTRACT)
    site = write_site(tmp_path, 1)
    write_files(
        site,
        {
            "templates/404.html": "show_day body_text {# show_day(1) #}{% set x = dict(show_day=1) %}{{ x.show_day }}{{ 'show_day' }}{{ x['show_day'] }}\n"
            "data-ends-at-all --brand-x {% block footing %}{% endblock %}\n",
            "assets/own.css": ".foot { --my--brand: 1 } /* page.heading_text */\n",
        },
    )
    assert checked(site) == []
    assert build_site(site).published
    assert (site / "output/404.html").read_text().endswith("show_day body_text 1show_day1\ndata-ends-at-all --brand-x ")


# ------------------------------------------------------------------------------------------------ options


def test_an_old_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old option, with its value behind a space or an equals sign, does what the new one does, and says so."""
    put(
        monkeypatch,
        row(Kind.OPTION, "build --day", "build --as-of"),
        row(Kind.OPTION, "build --verbose", mend="Leave it out."),
    )
    site = write_site(tmp_path, 1)
    for words in (["--day", "2026-11-21"], ["--day=2026-11-21"]):
        done = CliRunner().invoke(main, ["build", "--site", str(site), *words])
        assert done.exit_code == 0
        assert done.output.startswith(
            "--day: warning: `build --day` is now called `build --as-of`; version 2.0.0 will not know the old name any more [option-deprecated]\n"
            "    Write `build --as-of`.\n"
        )
        assert "2026-11-21: 1 open posting" in done.output
    assert "nothing takes its place" in CliRunner().invoke(main, ["build", "--site", str(site), "--verbose"]).output
    assert CliRunner().invoke(main, ["check", "--site", str(site), "--day", "2026-11-21"]).exit_code == 2


def test_an_old_option_in_a_workflow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` names the line of a workflow on which an old option stands, in a call of its command alone."""
    put(monkeypatch, row(Kind.OPTION, "build --day", "build --as-of"))
    site = write_site(tmp_path, 1)
    text = "jobs:\n  - run: site-builder build --clean --day 2026-11-21\n  - run: |\n      site-builder build \\\n        --day=x\n  - run: site-builder check --day x; other --day\n  - run: site-builder build --days\n"
    write_files(site, {".github/workflows/pages.yml": text})
    assert [(one.place, one.column, one.code) for one in checked(site)] == [
        (".github/workflows/pages.yml:2", 37, "option-deprecated"),
        (".github/workflows/pages.yml:5", 9, "option-deprecated"),
    ]


def test_every_command_takes_old_options() -> None:
    """No command is of another kind than the one that knows old options."""
    commands = [main]
    for one in commands:
        commands += getattr(one, "commands", {}).values()
    assert all(isinstance(one, Command) for one in commands if not hasattr(one, "commands"))


def test_codes_can_be_turned_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who knows it turns the word off, in a file or in site.toml."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site, {"content/a.md": "---\ntitle: A\nold_pay: 10 EUR per HOUR\ncheck_off: [field-deprecated]\n---\n\nText.\n"}
    )
    assert checked(site) == []
    assert not [one for one in build_site(site).problems if one.code.endswith("deprecated")]
