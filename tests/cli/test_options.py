"""The options of `build`: what each changes in the site and in what is said of it."""

import re
from pathlib import Path

from click.testing import CliRunner

from site_builder.cli import main
from tests.builds.mill import SETTINGS
from tests.cli.commands import BAKER, WARNED, WRONG, run
from tests.site_checks import tree, write_files


def test_keep_going_leaves_wrong_postings_out(site: Path) -> None:
    """`--keep-going` publishes the others, says how many were refused and, with `--verbose`, which; exit status 0."""
    write_files(site, {"content/waiter.md": WRONG})
    result = run(site, "--keep-going", "--verbose")
    assert result.exit_code == 0
    assert "[date-posted-wrong]" in result.stderr
    assert "refused: content/waiter.md\n" in result.stdout
    assert "2026-11-21: 1 open posting, 1 refused" in result.stdout
    assert "jobs/baker/index.html" in tree(site / "output")


def test_strict_lets_warnings_stop_the_build(site: Path) -> None:
    """A warning is shown and published; with `--strict` it stops the build with exit status 1."""
    write_files(site, {"content/cook.md": WARNED})
    assert run(site, "--strict").exit_code == 1
    assert not (site / "output").exists()
    result = run(site)
    assert result.exit_code == 0
    assert "0 errors, 1 warning" in result.stderr


def test_verbose_names_every_posting_that_is_left_out(site: Path) -> None:
    """The closing line counts drafts, upcoming, closed and refused postings; `--verbose` names each with its reason."""
    write_files(
        site,
        {
            "content/draft.md": BAKER.replace("title:", "draft: true\ntitle:"),
            "content/upcoming.md": BAKER.replace("title:", "opens_on: 2026-12-01\ntitle:"),
            "content/closed.md": BAKER.replace("title:", "open: false\ntitle:"),
            "content/over.md": BAKER.replace("2026-12-24", "2026-11-20"),
            "content/wrong.md": WRONG,
        },
    )
    result = run(site, "--keep-going", "--verbose")
    named = [line for line in result.stdout.splitlines() if re.match("[a-z ]+: content/", line)]
    assert sorted(named) == [
        "closed: content/closed.md",
        "closed: content/over.md",
        "draft: content/draft.md",
        "not yet open: content/upcoming.md",
        "refused: content/wrong.md",
    ]
    counted = "2026-11-21: 1 open posting, 1 in draft, 1 not yet open, 2 closed, 1 refused; 0 pages"
    assert counted in result.stdout
    quiet = run(site, "--keep-going")
    assert counted in quiet.stdout
    assert "content/" not in quiet.stdout


def test_drafts_are_shown_on_request(site: Path) -> None:
    """`--drafts` puts drafts on the site."""
    write_files(site, {"content/draft.md": BAKER.replace("title:", "draft: true\ntitle:")})
    assert "1 open posting, 1 in draft;" in run(site).stdout
    assert "2 open postings;" in run(site, "--drafts").stdout
    assert "jobs/draft/index.html" in tree(site / "output")
    run(site)
    assert "jobs/draft/index.html" not in tree(site / "output")


def test_as_of_is_the_day_of_the_build(site: Path) -> None:
    """A posting is open on its last day and closed the day after."""
    assert "2026-12-24: 1 open posting;" in run(site, as_of="2026-12-24").stdout
    assert "2026-12-25: 0 open postings, 1 closed;" in run(site, as_of="2026-12-25").stdout


def test_without_as_of_it_is_today(site: Path) -> None:
    """The day is found in the site's time zone: at any moment at most two days are today somewhere."""
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # 25 hours apart
        write_files(site, {"site.toml": SETTINGS.replace("[organization]", f'timezone = "{zone}"\n[organization]')})
        result = CliRunner().invoke(main, ["build", "--site", str(site)], catch_exceptions=False)
        days.add(result.stdout[:10])
    assert len(days) == 2


def test_output_and_base_url_take_the_place_of_the_settings(site: Path, tmp_path: Path) -> None:
    """`--output` names another folder, `--base-url` another address; a slash at its end is added."""
    result = run(site, "--output", str(tmp_path / "public"), "--base-url", "https://org.example/repo")
    assert result.exit_code == 0
    assert not (site / "output").exists()
    page = tree(tmp_path / "public")["jobs/baker/index.html"].decode()
    assert "https://org.example/repo/jobs/baker/" in page
    assert "mill.example/jobs" not in page


def test_a_wrong_base_url_is_a_problem(site: Path) -> None:
    """What is no address is refused with the option's name."""
    result = run(site, "--base-url", "org.example/repo")
    assert result.exit_code == 1
    assert re.match(r"--base-url: error: .* \[setting-wrong\]\n {4}\S", result.stderr)
    assert not (site / "output").exists()


def test_clean_reads_and_renders_everything(site: Path) -> None:
    """`--clean` forgets earlier builds; what is in place already is not written again."""
    run(site)
    files = len(tree(site / "output"))
    assert f"1 of 1 file read, {files} rendered, 0 written" in run(site, "--clean").stdout
