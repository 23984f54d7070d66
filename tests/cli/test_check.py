"""The command `check`: what it prints in each format, its exit statuses, and what its options choose."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from site_builder.explanations.catalogue import explanations
from tests.builds.mill import SETTINGS
from tests.cli import commands
from tests.cli.commands import WRONG
from tests.site_checks import write_files

TEXT = """We bake bread, cakes and rolls for the whole town, and we begin at three in the morning. You knead, shape and bake with two
colleagues, keep the ovens clean, and see to it that flour and butter never run out. Bring an apprenticeship as a baker, a driving
licence and a cheerful mood, for the sake of the others.

We give thirty days of holiday, free bread, and every second weekend off. Write us where you have baked until now, and come to
work with us for a morning before you decide.
"""
BAKER = commands.BAKER.replace(
    "\n---\n", "\nemployment_type: FULL_TIME\nsalary: 30000-36000 EUR per YEAR\n---\n"
).replace("We bake.\n", TEXT)
WARNED = "".join(
    line
    for line in BAKER.replace("title: Baker", "title: Cook").splitlines(keepends=True)
    if not line.startswith("apply")
)
CAPITALS = BAKER.replace("title: Baker", "title: MASTER BAKER")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one posting in which no rule finds anything, in the theme that shows all that its structured data says."""
    return write_files(tmp_path / "site", {"site.toml": SETTINGS.partition("[theme]")[0], "content/baker.md": BAKER})


def run(site: Path, *options: str, expected: int = 0) -> Result:
    """Run `check` on a site."""
    words = ["check", "--site", str(site), "--as-of", "2026-11-21", *options]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == expected, result.output
    return result


def test_nothing_to_mend(site: Path) -> None:
    """A good site has exit status 0, and one line."""
    assert run(site).output == "1 file checked: nothing to mend.\n"


def test_a_warning_with_its_line(site: Path) -> None:
    """The problem, its line with marks, what to write, and the counts; exit status 0, or 1 with --strict."""
    write_files(site, {"content/baker.md": CAPITALS})
    output = run(site).output
    assert output == (
        "content/baker.md:2:8: warning: the title is written in capitals [title-capitals]\n"
        "    2 | title: MASTER BAKER\n"
        "      |        ^^^^^^^^^^^^\n"
        "    Write it in ordinary letters: `title: Master Baker`.\n"
        "\n"
        "0 errors, 1 warning in 1 file (1 file checked)\n"
        "     1 warning   title-capitals  The title is written in capitals.\n"
        "`site-builder check --explain CODE` says why, and what to write.\n"
    )
    assert run(site, "--strict", expected=1).output == output


def test_an_error_ends_with_1(site: Path) -> None:
    """In every format."""
    write_files(site, {"content/wrong.md": WRONG})
    for form in ("text", "json", "sarif", "github"):
        assert "date-posted-wrong" in run(site, "--format", form, expected=1).output


def test_settings_that_are_wrong(site: Path) -> None:
    """What keeps the site from being loaded is reported in the format that was asked for."""
    write_files(site, {"site.toml": "[site]\ntitle = 1\n"})
    problems = json.loads(run(site, "--format", "json", expected=1).output)["problems"]
    assert [(one["code"], one["path"]) for one in problems] == [("setting-missing", "site.toml")]


def test_json(site: Path) -> None:
    """All that docs/checking.md promises is there."""
    write_files(site, {"content/baker.md": CAPITALS, "content/cook.md": WARNED})
    report = json.loads(run(site, "--format", "json").output)
    assert {name: report[name] for name in ("version", "day", "files", "errors", "warnings")} == {
        "version": 1, "day": "2026-11-21", "files": 2, "errors": 0, "warnings": 2,
    }  # fmt: skip
    assert report["problems"][0] == {
        "path": "content/baker.md", "line": 2, "column": 8, "length": 12, "severity": "warning", "code": "title-capitals", "group": "content",
        "message": "the title is written in capitals", "mend": "Write it in ordinary letters: `title: Master Baker`.",
    }  # fmt: skip
    assert (report["problems"][1]["line"], report["problems"][1]["column"]) == (1, None)
    names = {*report, *report["problems"][0]}
    documented = (Path(__file__).parents[2] / "docs/checking.md").read_text("utf-8")
    assert {name for name in names if f"`{name}`" not in documented} == set()


def test_files_and_codes_are_chosen(site: Path) -> None:
    """Files and folders as arguments, and --only with codes or groups, choose what is reported and what the exit status is of."""
    write_files(site, {"content/baker.md": CAPITALS, "content/more/wrong.md": WRONG})
    assert "wrong.md" not in run(site, str(site / "content/baker.md")).output
    assert "baker.md" not in run(site, str(site / "content/more"), expected=1).output
    assert "wrong.md" in run(site, str(site), expected=1).output
    assert "[date-posted-wrong]" not in run(site, "--only", "content").output
    assert "[title-capitals]" in run(site, "--only", "title-capitals").output
    assert "nothing to mend" in run(site, "--only", "google").output


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--only", "title-capitols"], "There is no code or group title-capitols; did you mean title-capitals?"),
        (["--explain", "zzz"], "There is no code or group zzz."),
        (["nowhere.md"], "There is no nowhere.md."),
        (["/"], "/ is not in the site's folder."),
        (["--diff"], "--diff shows what --fix would change"),
        (["--format", "xml"], "'xml' is not one of"),
    ],
)
def test_wrong_usage_ends_with_2(site: Path, options: list[str], says: str) -> None:
    """With what is wrong, and what was probably meant."""
    assert says in run(site, *options, expected=2).output


def test_many_warnings_of_one_code(site: Path) -> None:
    """Of a whole site ten of a code are shown and the others counted; --only shows all. Errors are never counted only."""
    write_files(site, {f"content/cook-{number}.md": WARNED for number in range(12)})
    write_files(site, {f"content/wrong-{number}.md": WRONG for number in range(12)})
    output = run(site, expected=1).output
    assert output.count("cook-") == 10
    assert output.count("[date-posted-wrong]") == 12
    assert "    12 errors    date-posted-wrong" in output
    code = "apply-missing"
    assert f"14 more of `{code}`: `site-builder check --only {code}` shows all." in output
    assert run(site, "--only", code).output.count(f"[{code}]") == 24


def test_explain_every_code(site: Path) -> None:
    """`--explain` shows a code's explanation, without a site; a group's codes, and all, in lists."""
    for code, one in explanations().items():
        output = CliRunner().invoke(main, ["check", "--explain", code], catch_exceptions=False).output
        assert output.startswith(f"{code} (")
        assert one.says in output
    assert "title-capitals" in run(site, "--explain", "content").output
    assert len(run(site, "--explain", "all").output.splitlines()) > len(explanations())


def test_fix_and_diff(site: Path) -> None:
    """--diff shows and writes nothing, with exit status 1 where there is something to do; --fix writes, says what, and checks."""
    foreign = BAKER.replace("title:", "jobTitle:")
    write_files(site, {"content/baker.md": foreign})
    shown = run(site, "--fix", "--diff", expected=1)
    assert "-jobTitle: Baker\n+title: Baker\n" in shown.output
    assert (site / "content/baker.md").read_text("utf-8") == foreign
    fixed = run(site, "--fix")
    assert "content/baker.md: `jobTitle` is now `title`" in fixed.stderr
    assert "1 file was mended." in fixed.stderr
    assert fixed.stdout == "1 file checked: nothing to mend.\n"
    assert (site / "content/baker.md").read_text("utf-8") == BAKER
    assert "0 files were mended." in run(site, "--fix").stderr
    assert run(site, "--fix", "--diff").stdout == ""


def test_fix_mends_only_what_was_named(site: Path) -> None:
    """Files that were not named stay as they are."""
    foreign = BAKER.replace("title:", "jobTitle:")
    write_files(site, {"content/a.md": foreign, "content/b.md": foreign})
    run(site, "--fix", str(site / "content/a.md"))
    assert (site / "content/a.md").read_text("utf-8") == BAKER
    assert (site / "content/b.md").read_text("utf-8") == foreign


def test_paths_for_github_begin_where_it_was_started(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site below the folder in which the program runs is named with its folder."""
    write_files(site, {"content/baker.md": CAPITALS})
    monkeypatch.chdir(site.parent)
    assert "file=site/content/baker.md," in run(Path("site"), "--format", "github").output
    sarif = json.loads(run(Path("site"), "--format", "sarif").output)
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "site/content/baker.md"


def test_a_check_while_a_build_runs(site: Path) -> None:
    """Is refused with a problem, since both use the ledger."""
    from site_builder.engine.lock import alone

    with alone(site / ".cache/ledger.lock"):
        assert "[build-running]" in run(site, expected=1).output
