"""Old names in templates go on working, are found and mended."""

from pathlib import Path

import pytest

from site_builder.model.deprecated import Kind
from tests.deprecated.old_names import checked, put, row
from tests.site_checks import write_files
from tests.sites import build_site, write_site

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
