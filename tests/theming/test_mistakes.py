"""Mistakes in templates, words and theme settings are told in words, once, at the file and line that have them."""

from pathlib import Path

import pytest

from site_builder.engine.staging import Stage
from site_builder.model.output import Output, Rendering
from site_builder.model.problem import Problem
from site_builder.project import load_project
from site_builder.rendering_task import RenderTask
from tests.sites import SETTINGS, build_site, published, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two postings in the theme base."""
    return write_site(tmp_path / "site", 2)


def write(site: Path, name: str, text: str) -> None:
    """Write a file of a site."""
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def only_problem(site: Path) -> Problem:
    """Build a site that cannot be published for one reason, and return it."""
    report = build_site(site)
    assert not report.published
    (problem,) = report.problems
    return problem


class Broken(Output, frozen=True, kw_only=True):
    """An output with a mistake of our own in it."""

    def render(self, rendering: Rendering) -> bytes:
        """Do with a value what cannot be done."""
        raise ValueError(rendering.config.title)


def test_a_mistake_of_ours_is_not_told_as_one_of_a_template(site: Path) -> None:
    """Where no template had a part in it, the error keeps its traceback: no author could mend it."""
    project, _ = load_project(site)
    assert project is not None
    project.output.mkdir()
    with pytest.raises(ValueError, match="Jobs"):
        RenderTask(project, "", Stage.begin(project.output))(Broken(path="x", origin="x"))


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_a_template_that_extends_itself(site: Path, theme: str) -> None:
    """The site's own template comes before the theme's, so its name is its own: the theme's has to be named."""
    write(site, "site.toml", f'{SETTINGS}\n[theme]\nname = "{theme}"\n')
    write(site, "templates/layout.html", '{# Ours. #}\n{% extends "layout.html" %}\n')
    problem = only_problem(site)
    assert (problem.path, problem.line, problem.code) == ("templates/layout.html", 2, "template-error")
    assert problem.message == "the template extends itself"
    assert problem.mend == f'Write {{% extends "{theme}/layout.html" %}}.'


def test_templates_that_extend_each_other(site: Path) -> None:
    """A circle of two ends with the problem at one of them."""
    write(site, "templates/layout.html", '{% extends "frame.html" %}')
    write(site, "templates/frame.html", '{% extends "layout.html" %}')
    problem = only_problem(site)
    assert (problem.path, problem.line, problem.code) == ("templates/frame.html", 1, "template-error")
    assert "circle" in problem.message


def test_a_template_that_includes_itself(site: Path) -> None:
    """Without end is without end, however a template comes to itself."""
    write(site, "templates/job_facts.html", '\n{% include "job_facts.html" %}')
    problem = only_problem(site)
    assert (problem.path, problem.line) == ("templates/job_facts.html", 2)
    assert "without end" in problem.message


def test_a_missing_parent_is_told_once_where_it_is_named(site: Path) -> None:
    """All pages fail by it, but the one file that names it is wrong, and the user's own."""
    write(site, "templates/layout.html", '\n{% extends "bas/layout.html" %}')
    problem = only_problem(site)
    assert (problem.path, problem.line, problem.code) == ("templates/layout.html", 2, "template-error")
    assert problem.message == 'there is no template "bas/layout.html"'
    assert "Did you mean base/layout.html?" in problem.mend


def test_a_syntax_error_has_its_line(site: Path) -> None:
    """Also in a theme of the site's own, whose file is named from the site's folder."""
    write(site, "site.toml", f'{SETTINGS}\n[theme]\nname = "own"\n')
    write(site, "themes/own/theme.toml", 'extends = "base"\n')
    write(site, "themes/own/templates/macros.html", "\n\n{% macro %}")
    problem = only_problem(site)
    assert (problem.path, problem.line) == ("themes/own/templates/macros.html", 3)


@pytest.mark.parametrize(
    ("wrong", "message", "mend"),
    [
        ('text("nope")', 'there are no words "nope" in strings/', "Write them into strings/en.toml"),
        ('text("see_all_job")', 'there are no words "see_all_job" in strings/', "Did you mean see_all_jobs?"),
        ("config.titel", "`config` has no `titel`; did you mean `title`?", ""),
        ("page.adress", "`page` has no `adress`; did you mean `address`?", ""),
        ("theme.settings.acent", "the value has no `acent`; did you mean `accent`?", ""),
        ("nothing", "there is no `nothing` here", ""),
        ('asset("site.cs")', 'there is no asset "site.cs"; did you mean "site.css"?', ""),
        ("1 // 0", "integer division or modulo by zero", ""),
    ],
)
def test_a_wrong_name_is_told_with_the_right_one(site: Path, wrong: str, message: str, mend: str) -> None:
    """What a template asks for in vain is named in its own words, without Python's."""
    write(
        site,
        "templates/page.html",
        '{% extends "base/page.html" %}\n{% block page_text %}\n{{ ' + wrong + " }}\n{% endblock %}",
    )
    write(site, "content/pages/about.md", "---\ntitle: About\n---\nText.\n")
    problem = only_problem(site)
    assert (problem.path, problem.line, problem.code) == ("templates/page.html", 3, "template-error")
    assert message in problem.message
    assert mend in problem.mend
    assert "site_builder" not in problem.message


def test_words_with_a_brace_too_many(site: Path) -> None:
    """Words of a template's own that cannot be filled in are named where they are shown, with the values that they may use."""
    write(site, "strings/en.toml", 'ours = "For {titel}"\n')
    write(site, "templates/404.html", "<!doctype html>\n{{ text('ours', title=page.title) }}\n")
    problem = only_problem(site)
    assert (problem.path, problem.line, problem.code) == ("templates/404.html", 2, "template-error")
    assert '"ours"' in problem.message
    assert "{title}" in problem.message


def test_a_path_may_begin_with_a_slash(site: Path) -> None:
    """`url` and `absolute_url` take a path of the site with the slash before it, or without."""
    write(site, "site.toml", SETTINGS.replace("example.org/", "example.org/careers/"))
    write(
        site,
        "templates/404.html",
        "<!doctype html><title>{{ url('/about/') }} {{ url('about/') }} {{ absolute_url('/about/') }}</title>",
    )
    published(site)
    assert "/careers/about/ /careers/about/ https://jobs.example.org/careers/about/" in (
        site / "output/404.html"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("strings/en.toml", '# Ours.\n\njobs = "Openings\n', 3, "a quotation mark is never closed"),
        ("strings/de.toml", "jobs = Stellen\n", 1, "a text without quotes"),
        ("themes/own/theme.toml", 'extends = "base"\nname: own\n', 2, "a colon where TOML wants an equals sign"),
    ],
)
def test_words_that_are_no_toml_have_their_line(site: Path, name: str, text: str, line: int, said: str) -> None:
    """The line of the mistake, and how to write it."""
    if name.startswith("themes"):
        write(site, "site.toml", f'{SETTINGS}\n[theme]\nname = "own"\n')
    write(site, name, text)
    project, problems = load_project(site)
    assert project is None
    (problem,) = problems
    assert (problem.path, problem.line, problem.code) == (name, line, "toml-syntax")
    assert said in problem.message
    assert problem.mend.startswith(("Write `name =", "Close it"))


def test_a_theme_whose_default_is_no_choice(site: Path) -> None:
    """A theme cannot set by default what its own [choices] do not hold."""
    write(site, "site.toml", f'{SETTINGS}\n[theme]\nname = "own"\n')
    write(site, "themes/own/theme.toml", 'extends = "base"\n[settings]\naccent = "teal"\n')
    project, problems = load_project(site)
    assert project is None
    (problem,) = problems
    assert (problem.path, problem.code) == ("themes/own/theme.toml", "theme-default-wrong")
    assert '"teal"' in problem.message
    assert '"ochre"' in problem.mend
    write(
        site, "themes/own/theme.toml", 'extends = "base"\n[settings]\naccent = "teal"\n[choices]\naccent = ["teal"]\n'
    )
    published(site)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("settings = 3", "`settings` is no table"),
        ("choices = 4", "`choices` is no table"),
        ("[choices]\naccent = 3", "the choices of `accent` are no list"),
    ],
)
def test_a_theme_toml_of_another_shape(site: Path, table: str, says: str) -> None:
    """What is no table of settings, or no list of choices, is told at the theme's own file."""
    write(site, "site.toml", f'{SETTINGS}\n[theme]\nname = "ours"\n')
    write(site, "themes/ours/theme.toml", f'extends = "base"\n{table}\n')
    project, (problem,) = load_project(site)
    assert project is None
    assert (problem.path, problem.code, problem.message) == ("themes/ours/theme.toml", "theme-wrong", says)
