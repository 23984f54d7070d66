"""Mistakes in site.toml, themes, templates and redirects: each problem names the file, the line, what is wrong and what to write."""

from pathlib import Path

import pytest

from site_builder.project import load_project
from site_builder.reading.settings import read_settings
from tests.site_checks import write_files
from tests.sites import SETTINGS, build_site, published, write_site

OWN = SETTINGS + '[theme]\nname = "own"\n'
THEME = 'name = "own"\nextends = "base"\n'
HEAD = '{% extends "base/job.html" %}\n'


def said(folder: Path) -> list[str]:
    """Return what a build says, each problem as it is printed."""
    project, problems = load_project(folder)
    if project is None:
        return list(map(str, problems))
    return [str(problem) for problem in build_site(folder).problems]


@pytest.mark.parametrize(
    ("files", "line", "mend"),
    [
        # site.toml
        ({"site.toml": ""}, "site.toml: error: the file is empty [file-empty]", "Name the site's folder with --site, or write the file:"),
        ({"site.toml": SETTINGS.replace('"Jobs at the nursery"', "“Jobs”")},
         "site.toml:2: error: the file cannot be read as TOML: a text stands in typographic quotation marks [toml-syntax]", 'Write `title = "Jobs"`, with straight ones.'),
        ({"site.toml": SETTINGS + '[redirects]\n"/f/" = "/f/"\n'}, "site.toml:8: error: `/f/` leads back to itself [setting-wrong]",
         "Let it lead to a page that is there, or take the line out."),
        ({"site.toml": SETTINGS + '[redirects]\n"a" = "/b"\n"/b/" = "/c/"\n"/c" = "/b/"\n'},
         "site.toml:9: error: `/b/` leads back to itself, by `/c` [setting-wrong]", "Let it lead to a page that is there, or take the line out."),
        ({"site.toml": SETTINGS + '[redirects]\n"/jobs/gardener-0000/" = "/"\n'},
         "site.toml:8: error: /jobs/gardener-0000/index.html is already made by content/gardener-0000.md [path-clash]",
         "Take the line out of [redirects], or give the page another `slug`."),
        # theme.toml
        ({"themes/own/theme.toml": "name = ‘own’\n"},
         "themes/own/theme.toml:1: error: the file cannot be read as TOML: a text stands in typographic quotation marks [toml-syntax]", 'Write `name = "own"`, with straight ones.'),
        ({"themes/own/theme.toml": 'name = "own"\nextends = "bass"\n'}, 'themes/own/theme.toml:2: error: there is no theme "bass" [theme-missing]', "Choose one of: base, own, studio."),
        ({"themes/own/theme.toml": 'name = "own"\nextends = ["base"]\n'}, 'themes/own/theme.toml:2: error: there is no theme ["base"] [theme-missing]', "Choose one of: base, own, studio."),
        ({"themes/own/theme.toml": 'name = "own"\nextends = "own"\n'}, "themes/own/theme.toml:2: error: the theme extends itself [theme-circle]", "Take `extends` out of one of the themes."),
        ({"themes/own/theme.toml": THEME + "settings = [1]\n"}, "themes/own/theme.toml:3: error: `settings` is no table [theme-wrong]", "Write [settings] on a line of its own, and `name = …` below it."),
        ({"themes/own/theme.toml": THEME + '[choices]\nhero = "x"\n'}, "themes/own/theme.toml:4: error: the choices of `hero` are no list [theme-wrong]", 'Write a list of values: `hero = ["one", "two"]`.'),
        ({"themes/own/theme.toml": THEME + '[kinds]\nhero = ["asset"]\n'}, 'themes/own/theme.toml:4: error: `hero` cannot be of the kind ["asset"] [theme-wrong]', 'Write one of: "colour", "asset", "font".'),
        ({"themes/own/theme.toml": THEME + '[settings]\n\nmood = "x"\n[choices]\nmood = ["y"]\n'},
         'themes/own/theme.toml:5: error: the default of `mood`, "x", is not among its [choices] [theme-default-wrong]', 'Choose one of: "y"; or add it to [choices].'),
        ({"themes/own/theme.toml": THEME + 'settngs = "base"\n'}, "themes/own/theme.toml:3: warning: theme.toml has no `settngs`, so nothing comes of it [theme-wrong]", "Did you mean `settings`?"),
        ({"themes/own/theme.toml": 'name = "own"\n'},
         'themes/own/theme.toml: error: neither the theme "own" nor one that it extends has a template "404.html" [template-error]',
         "Write `extends = \"base\"` above all tables, so that base's stand in; or write templates/404.html."),
        ({"themes/own/templates/x.html": ""}, 'site.toml:8: error: there is no theme "own": themes/own/ has no theme.toml [theme-missing]',
         'Write the file themes/own/theme.toml, with `name = "own"` and `extends = "base"`.'),
        # words
        ({"themes/own/theme.toml": THEME, "themes/own/strings/en.toml": "# ours\nsee_all_jobs = 3\n"},
         "themes/own/strings/en.toml:2: error: the words `see_all_jobs` are no text [theme-wrong]", 'Write them in double quotes: `see_all_jobs = "…"`.'),
        ({"strings/en.toml": 'open_jobs = "x"\n'}, "strings/en.toml:1: error: the words `open_jobs` are a table [theme-wrong]", "Write [open_jobs] on a line of its own, and below it `one`, `other`."),
        ({"strings/en.toml": '[skip]\none = "x"\n'}, "strings/en.toml:1: error: the words `skip` are one text, no table [theme-wrong]", 'Write `skip = "Skip to content"` in your words.'),
        ({"strings/en.toml": '\napply_until = "by {dat}"\n'}, "strings/en.toml:2: error: the words `apply_until` have a place for `{dat}`, which nothing fills in [theme-wrong]", "What is filled in is `{date}`."),
        ({"strings/de.toml": '[open_jobs]\none = "{counts} Stelle"\n'}, "strings/de.toml:2: error: the words `open_jobs.one` have a place for `{counts}`, which nothing fills in [theme-wrong]", "What is filled in is `{count}`."),
        # templates
        ({"templates/job.html": HEAD + "{% block main %}\n"}, "templates/job.html:2: error: Unexpected end of template.", "Close each `{%` with `%}`, each `{{` with `}}`, and each block with `{% endblock %}`"),
        ({"templates/job.html": HEAD + "{% block main %}{{ page.title|shout }}{% endblock %}\n"}, "templates/job.html:2: error: No filter named 'shout'. [template-error]", "Correct the name, or leave it out:"),
        ({"templates/job.html": HEAD + "{# {% block x %} #}\n{% block mian %}x{% endblock %}\n"},
         "templates/job.html:3: warning: base/job.html has no block `mian`, so nothing of it is shown [template-block-unknown]", "Did you mean `main`?"),
    ],
)  # fmt: skip
def test_what_is_said(tmp_path: Path, files: dict[str, str], line: str, mend: str) -> None:
    """The problem is on its line, and says what to write instead."""
    site = write_site(tmp_path, 1)
    write_files(site, {**({"site.toml": OWN} if any(path.startswith("themes/") for path in files) else {}), **files})
    problems = [one for one in said(site) if one.startswith(line)]
    assert len(problems) == 1, said(site)
    assert problems[0].partition("\n    ")[2].startswith(mend)


def test_an_alias_where_a_page_is(tmp_path: Path) -> None:
    """The line of the alias is named, however it is written."""
    site = write_site(tmp_path, 1)
    for number, alias in enumerate(("/jobs/gardener-0000/", "/jobs/gardener-0000", "jobs/gardener-0000")):
        write_files(site, {f"content/b{number}.md": f"---\ntitle: B{number}\naliases: [{alias}]\n---\n\nText.\n"})
    assert [(one.place, one.mend) for one in build_site(site).problems if one.code == "path-clash"] == [
        (f"content/b{number}.md:3", "Give one of the two another `slug` or alias.") for number in range(3)
    ]


def test_blocks_that_are_right(tmp_path: Path) -> None:
    """Blocks of any template above, blocks within those, in comments, and of templates that extend what is worked out, are not named."""
    site = write_site(tmp_path, 1)
    write_files(
        site,
        {
            "templates/job.html": HEAD
            + "{% block footer %}{% block ours %}x{% endblock ours %}{% endblock %}{# {% block mian %} #}\n",
            "templates/page.html": '{% extends "ours.html" %}{% block middle %}{% endblock %}\n',
            "templates/ours.html": '{% extends "base/page.html" %}{% block page_text %}{% block middle %}{% endblock %}{% endblock %}\n',
            "templates/404.html": '{% extends "base/" ~ "404.html" %}{% block other %}{% endblock %}\n',
            "templates/alone.html": "{% block anything %}{% endblock %}\n",
        },
    )
    published(site)


def test_redirects_that_end() -> None:
    """Addresses that lead on over others to a page are no circle."""
    settings = (
        SETTINGS
        + '[redirects]\n"/a/" = "/b/"\n"/b/" = "/c/"\n"/c/" = "/"\n"/d/" = "/b/"\n"/e/*" = "/jobs/*"\n"/f/" = "https://example.com/f/"\n'
    )
    assert read_settings(settings.encode())[2] == []


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    """A file called .cache is named, and what to do with it."""
    site = write_site(tmp_path, 1)
    write_files(site, {".cache": "x"})
    (found,) = build_site(site).problems
    assert (found.path, found.message) == (".cache", "a file stands where a folder belongs")
    assert found.mend.endswith("Move it away, and build again.")
