"""A build from its files to its report: what is published, what is left alone, what is counted and named."""

from datetime import date
from pathlib import Path

from site_builder.build import Options
from site_builder.engine.publish import Counts
from tests.builds.mill import BAKER, SETTINGS, codes, run
from tests.site_checks import tree, write_files


def test_a_build_publishes_and_counts(site: Path, today: date) -> None:
    """The first build reads every file and writes every output; the second finds nothing to do."""
    report = run(site, today)
    assert (report.published, report.files, report.read, report.open, report.problems) == (True, 1, 1, 1, ())
    built = tree(site / "output")
    assert report.counts == Counts(rendered=len(built), written=len(built))
    again = run(site, today)
    assert (again.published, again.read, again.counts) == (True, 0, Counts())
    assert tree(site / "output") == built


def test_a_language_without_words_is_told(site: Path, today: date) -> None:
    """The interface then speaks English; a site in a language of the theme, or in one of its own words, hears nothing."""
    write_files(site, {"site.toml": SETTINGS.replace("[site]", '[site]\nlanguage = "fr-CA"')})
    (problem,) = run(site, today).problems
    assert (problem.code, problem.path, problem.line) == ("language-without-words", "site.toml", 2)
    write_files(site, {"strings/fr.toml": 'jobs = "Emplois"\n'})
    assert run(site, today).problems == ()


def test_an_error_leaves_the_last_good_site(site: Path, today: date) -> None:
    """With one wrong posting nothing is published, although another one changed; with `keep_going` the others are."""
    run(site, today)
    good = tree(site / "output")
    write_files(
        site,
        {
            "content/wrong.md": "---\ndate_posted: soon\n---\nText",
            "content/baker.md": BAKER.replace("We bake", "We knead"),
        },
    )
    report = run(site, today)
    assert (report.published, report.counts, report.left_out["refused"]) == (False, Counts(), ("content/wrong.md",))
    assert tree(site / "output") == good
    report = run(site, today, Options(keep_going=True))
    assert (report.published, report.left_out["refused"]) == (True, ("content/wrong.md",))
    assert b"We knead" in (site / "output/jobs/baker/index.html").read_bytes()
    assert not (site / "output/jobs/wrong").exists()


def test_an_error_is_shown_again(site: Path, today: date) -> None:
    """A problem that was found when a file was read is told by every build until the file changes, though nothing is read."""
    write_files(site, {"content/wrong.md": "---\ndate_posted: soon\n---\nText"})
    first, second = run(site, today), run(site, today)
    assert (first.read, second.read) == (2, 0)
    assert first.problems == second.problems
    assert "title-missing" in codes(first)
    assert "date-posted-wrong" in codes(first)


def test_a_vast_file_is_not_opened_as_a_whole(site: Path, today: date) -> None:
    """A file of more than 250 kB is refused with its size, in the words of the reader."""
    write_files(site, {"content/vast.txt": "x" * 10_000_000})
    (problem,) = run(site, today).problems
    assert (problem.path, problem.code) == ("content/vast.txt", "file-too-large")
    assert problem.message == "the file has 10000 kB; at most 250 kB are read"


def test_two_postings_at_one_address(site: Path, today: date) -> None:
    """Of two files that would be one page, the second by path is refused, and the problem names the first."""
    write_files(site, {"content/north/baker.md": BAKER})
    report = run(site, today, Options(keep_going=True))
    (problem,) = report.problems
    assert (problem.path, problem.code) == ("content/north/baker.md", "slug-double")
    assert "content/baker.md" in problem.message
    assert report.left_out["refused"] == ("content/north/baker.md",)
    assert report.open == 1


def test_two_outputs_on_one_path(site: Path, today: date) -> None:
    """An alias that is another page's address is an error that names both."""
    write_files(site, {"content/baker.md": BAKER.replace("tags:", "aliases: [/tags/bread/]\ntags:")})
    report = run(site, today)
    assert not report.published
    (problem,) = report.problems
    assert (problem.path, problem.code) == ("content/baker.md", "path-clash")
    assert "tags/bread/index.html" in problem.message


def test_strict_stops_at_warnings(site: Path, today: date) -> None:
    """A warning is published, unless the build is strict."""
    write_files(site, {"content/cook.md": "---\ntitle: Cook\n---\nWe cook.\n"})
    assert not run(site, today, Options(strict=True)).published
    report = run(site, today)
    assert report.published
    assert {"date-posted-missing", "locations-missing", "apply-missing"} == set(codes(report))


def test_drafts_are_shown_when_asked_for(site: Path, today: date) -> None:
    """A draft is nowhere and counted; asked for, it is in the lists, and its page says that it is a draft."""
    write_files(site, {"content/cook.md": BAKER.replace("title: Baker", "title: Cook\ndraft: true")})
    report = run(site, today)
    assert (report.open, report.left_out["draft"]) == (1, ("content/cook.md",))
    assert not any(b"Cook" in data for data in tree(site / "output").values())
    report = run(site, today, Options(drafts=True))
    assert (report.open, report.left_out["draft"]) == (2, ())
    page = (site / "output/jobs/cook/index.html").read_text()
    assert "A draft." in page
    assert "ld+json" not in page


def test_a_broken_template_is_a_problem(site: Path, today: date) -> None:
    """A template's error names its file and line, and the last good site stays."""
    run(site, today)
    good = tree(site / "output")
    write_files(
        site,
        {"templates/job.html": '{% extends "plain/job.html" %}\n{% block main %}\n{{ page.nonsense }}{% endblock %}'},
    )
    report = run(site, today)
    assert not report.published
    (problem,) = report.problems
    assert (problem.path, problem.line, problem.code) == ("templates/job.html", 3, "template-error")
    assert "nonsense" in problem.message
    assert tree(site / "output") == good
