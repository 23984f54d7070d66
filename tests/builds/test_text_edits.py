"""An edit of nothing but the text of postings: what shows it is planned and made anew, and nothing else is looked at."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import site_builder.planning
from site_builder.build import Options, Report
from tests.builds.mill import BAKER, run
from tests.site_checks import tree, write_files
from tests.trilingual import write_trilingual

MARK = "\n\nAnd this, at the end, is new.\n"


@pytest.fixture
def whole_plans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that gets a line for every plan of a whole site."""
    plans: list[str] = []
    plan = site_builder.planning.plan

    def noted(*arguments: object, **named: object) -> object:
        plans.append("whole")
        return plan(*arguments, **named)  # type: ignore[arg-type]  # as they come

    monkeypatch.setattr("site_builder.planning.plan", noted)
    return plans


@pytest.fixture
def mill(site: Path) -> Path:
    """A site with eighty jobs whose texts go on behind what lists show of them, a closed one and a page. Feeds have three jobs."""
    text = BAKER.replace("We bake.", "We bake. " * 60)
    settings = (site / "site.toml").read_text().replace("[organization]", "feed_items = 3\n[organization]")
    jobs = {
        f"content/job-{number:02}.md": text.replace("Baker", f"Baker {number}").replace("-02", f"-{number % 20 + 1:02}")
        for number in range(80)
    }
    closed = text.replace("title: Baker", "title: Miller\nvalid_through: 2026-11-03")
    files = {"site.toml": settings, "content/closed.md": closed, "content/pages/about.md": "# About\n\nWe mill.\n"}
    write_files(site, {**jobs, **files})
    return site


def add(site: Path, *paths: str) -> None:
    """Write a line at the end of some files."""
    for path in paths:
        file = site / path
        file.write_text(file.read_text("utf-8") + MARK, "utf-8")


def clean(site: Path, today: date, options: Options | None = None) -> dict[str, bytes]:
    """Return what a first build makes of a site."""
    copy = site.with_name("clean")
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("output", ".cache"))
    run(copy, today, options)
    built = tree(copy / "output")
    shutil.rmtree(copy)
    return built


@pytest.mark.parametrize(
    "edited",
    [("content/job-07.md",), ("content/job-00.md", "content/job-19.md", "content/job-42.md"), ("content/closed.md",)],
    ids=" ".join,
)
@pytest.mark.parametrize("options", [Options(), Options(drafts=True)], ids=["site", "preview"])
def test_it_is_what_a_first_build_makes(
    mill: Path, today: date, whole_plans: list[str], edited: tuple[str, ...], options: Options
) -> None:
    """The pages of edited postings and the feeds they are in are made anew, and the folder is what a first build makes of it."""
    first = run(mill, today, options)
    before = tree(mill / "output")
    add(mill, *edited)
    report = run(mill, today, options)
    assert whole_plans == ["whole"]
    after = tree(mill / "output")
    changed = [path for path in after if after[path] != before[path]]
    assert {path for path in changed if path.endswith(".html")} == {
        f"jobs/{Path(path).stem}/index.html" for path in edited
    }
    assert (report.read, report.counts.written, report.counts.removed) == (len(edited), len(changed), 0)
    assert (report.open, report.pages, report.left_out, report.problems) == (
        first.open, first.pages, first.left_out, first.problems,
    )  # fmt: skip
    assert after == clean(mill, today, options)
    again = run(mill, today, options)
    assert (again.read, again.counts.rendered, whole_plans[1:]) == (0, 0, ["whole"])
    assert (again.open, again.published) == (first.open, True)


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_a_site_in_several_languages(tmp_path: Path, today: date, whole_plans: list[str], theme: str) -> None:
    """A job stands in the feeds of all its trees."""
    site = write_trilingual(tmp_path / "site", theme)
    run(site, today)
    # What lists show of a text is its beginning.
    jobs = [path for path in sorted((site / "content").rglob("*.md")) if "pages" not in path.parts]
    for file in jobs:
        file.write_text(file.read_text("utf-8") + "\n" + "The press is old. " * 60, "utf-8")
    run(site, today)
    whole_plans.clear()
    add(site, *(str(file.relative_to(site)) for file in jobs[:2]))
    report = run(site, today)
    assert (whole_plans, report.read) == ([], 2)
    assert tree(site / "output") == clean(site, today)


def _summary(site: Path) -> None:
    file = site / "content/job-07.md"
    file.write_text(file.read_text().replace("We bake.", "We mill.", 1))


def _title(site: Path) -> None:
    file = site / "content/job-07.md"
    file.write_text(file.read_text().replace("title: ", "title: Senior ") + MARK)


def _page(site: Path) -> None:
    add(site, "content/job-07.md", "content/pages/about.md")


def _another(site: Path) -> None:
    add(site, "content/job-07.md")
    write_files(site, {"content/new.md": BAKER})


def _fewer(site: Path) -> None:
    add(site, "content/job-07.md")
    (site / "content/job-08.md").unlink()


def _settings(site: Path) -> None:
    add(site, "content/job-07.md")
    file = site / "site.toml"
    file.write_text(file.read_text().replace('title = "Jobs"', 'title = "Work"'))


def _spoilt(site: Path) -> None:
    add(site, "content/job-07.md")
    (site / "output/jobs/job-11/index.html").write_text("spoilt")


def _addresses(site: Path) -> None:
    add(site, "content/job-07.md")
    file = site / "published.txt"
    file.write_text(file.read_text().replace("job-11", "job-old"))


@pytest.mark.parametrize("edit", [_summary, _title, _page, _another, _fewer, _settings, _spoilt, _addresses])
def test_whatever_else_changes_plans_the_whole_site(
    mill: Path, today: date, whole_plans: list[str], edit: Callable[[Path], None]
) -> None:
    """The beginning of a text, facts, pages, files that come and go, settings, files of the output, addresses: all is looked at."""
    run(mill, today)
    edit(mill)
    run(mill, today)
    assert whole_plans == ["whole", "whole"]
    assert tree(mill / "output") == clean(mill, today)


def test_another_day_plans_the_whole_site(mill: Path, today: date, whole_plans: list[str]) -> None:
    """Jobs may open and close with the day."""
    run(mill, today)
    add(mill, "content/job-07.md")
    run(mill, date(2026, 11, 22))
    assert whole_plans == ["whole", "whole"]


def test_a_site_with_errors_is_planned_whole(mill: Path, today: date, whole_plans: list[str]) -> None:
    """Where two want one address, who has it is for the whole plan to say."""
    write_files(mill, {"content/broken.md": "---\ntitle: [\n---\n"})
    options = Options(keep_going=True)
    assert run(mill, today, options).published
    add(mill, "content/job-07.md")
    report = run(mill, today, options)
    assert whole_plans == ["whole", "whole"]
    assert [problem.path for problem in report.problems] == ["content/broken.md"]


def test_a_failing_template_publishes_nothing(mill: Path, today: date) -> None:
    """It is told as ever, and the next build makes up for it."""
    template = mill / "templates/job.html"
    write_files(
        mill,
        {
            "templates/job.html": '{% extends "plain/job.html" %}{% block main %}{{ super() }}{% if "at the end" in description %}{{ nothing }}{% endif %}{% endblock %}'
        },
    )
    run(mill, today)
    before = tree(mill / "output")
    add(mill, "content/job-07.md")
    report: Report = run(mill, today)
    assert (report.published, [one.path for one in report.problems]) == (False, ["templates/job.html"])
    assert tree(mill / "output") == before
    template.unlink()
    run(mill, today)
    assert tree(mill / "output") == clean(mill, today)
