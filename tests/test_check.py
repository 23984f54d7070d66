"""The check of a site: what it reports, what it does not do again, and what turns problems off."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder import checking_task, explanations
from site_builder.build import Options, build
from site_builder.check import Checked, check
from site_builder.checking import content
from site_builder.checking.catalogue import ALL
from site_builder.checking.rule import Found, Group, Subject, rule
from site_builder.engine.workers import Workers
from site_builder.explanations.explanation import of_rule
from site_builder.model.problem import Problem, Severity
from site_builder.project import load_project
from tests import sites
from tests.sites import SETTINGS, TODAY, load, snapshot

RULES = {rule.code for rule in ALL}
CAPITALS = "GARDENER FOR ROSES"
# What leaves the postings of `tests.sites` nothing to wish for.
MORE = "apply_email: jobs@example.org\nemployment_type: FULL_TIME\nsalary: 30000-36000 EUR per YEAR\nvalid_through: 2027-03-31\n"
TEXT = """You look after bed number {}.

In spring you plant it, in summer you water it, and in autumn you cut back what has grown too high. Three colleagues who know the
nursery well show you all there is to know about roses, soil and tools in your first weeks, so bring a love of plants and boots.

We pay for your way to work, and give you thirty days of holiday and as many flowers as you can carry home. Write us a few lines
about the plants that you have cared for until now, and come to see the beds before you decide.
"""


def write_posting(site: Path, number: int, title: str = "") -> Path:
    """Write a posting of a site in which no rule finds anything, and return its file."""
    file = sites.write_posting(site, number, title, TEXT.format(number))
    file.write_text(file.read_text("utf-8").replace("apply_email: jobs@example.org\n", MORE), "utf-8")
    return file


def write_site(folder: Path, postings: int) -> Path:
    """Write a site of such postings, and return its folder."""
    sites.write_site(folder, 0)
    for number in range(postings):
        write_posting(folder, number)
    return folder


def checked(site: Path, today: date = TODAY, asked: tuple[str, ...] = (), processes: int = 1) -> Checked:
    """Check a site whose settings are right."""
    with Workers(processes) as workers:
        return check(load(site), today, workers, asked)


def found(report: Checked) -> list[tuple[str, int, str]]:
    """Return path, line and code of each problem."""
    return [(one.path, one.line, one.code) for one in report.problems]


def without_rules(report: Checked) -> tuple[Problem, ...]:
    """Return the problems that no rule has found: those of which a build knows too."""
    return tuple(one for one in report.problems if one.code not in RULES)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three postings without a problem."""
    return write_site(tmp_path / "site", 3)


def test_nothing_is_looked_at_twice(site: Path) -> None:
    """The first check looks at all files, the next at none, one after an edit at the edited file alone."""
    assert checked(site).looked_at == 3
    assert checked(site).looked_at == 0
    write_posting(site, 1, title=CAPITALS)
    report = checked(site)
    assert report.looked_at == 1
    assert found(report) == [("content/gardener-0001.md", 2, "title-capitals")]
    assert checked(site).looked_at == 0
    assert found(checked(site)) == found(report)


def test_a_file_that_is_gone_has_no_findings(site: Path) -> None:
    """What was found in a file goes with it; the others are not looked at again."""
    write_posting(site, 1, title=CAPITALS)
    checked(site)
    (site / "content/gardener-0001.md").unlink()
    report = checked(site)
    assert (report.looked_at, report.problems, report.files) == (0, (), 2)


def test_build_and_check_read_for_each_other(site: Path) -> None:
    """After a check a build reads nothing, since the readings are in the ledger; after a build a check finds the same."""
    write_posting(site, 1, title=CAPITALS)
    report = checked(site)
    with Workers(1) as workers:
        assert build(load(site), TODAY, workers, Options()).read == 0
    again = checked(site)
    assert (again.looked_at, found(again)) == (0, found(report))


def test_a_check_writes_nothing_but_the_ledger(site: Path) -> None:
    """No output folder, and no file of the site is touched: the pages that are looked at are built beside the ledger."""
    before = snapshot(site)
    checked(site)
    assert snapshot(site) == before
    assert {path.name for path in (site / ".cache").iterdir()} <= {"ledger.db", "ledger.lock", "check"}


def test_processes_find_what_one_process_finds(tmp_path: Path) -> None:
    """With many files the work is shared, and the report is the same."""
    site = write_site(tmp_path / "site", 130)
    for number in range(0, 130, 7):
        write_posting(site, number, title=CAPITALS)
    alone = checked(site)
    (site / ".cache/ledger.db").unlink()
    assert checked(site, processes=2).problems == alone.problems
    assert len(alone.problems) == 19


def test_the_problems_of_a_build_are_there(site: Path) -> None:
    """Readings' problems, two postings at one address, and two files on one path are reported as by a build, among what rules find."""
    for name, more in (
        ("a", "slug: same"),
        ("b", "slug: same"),
        ("c", "aliases: [/jobs/gardener-0002/]"),
        ("d", "date_posted: soon"),
    ):
        (site / f"content/{name}.md").write_text(f"---\ntitle: Cook\n{more}\n---\nWe cook.\n", "utf-8")
    with Workers(1) as workers:
        built = build(load(site), TODAY, workers, Options())
    assert without_rules(checked(site)) == built.problems
    assert {"slug-double", "path-clash", "date-posted-wrong"} <= {one.code for one in built.problems}


def test_a_broken_link_is_told_once(site: Path) -> None:
    """What reading says of an address is not said again of the page that has it; another link on the same line is."""
    file = write_posting(site, 1)
    links = "[a](../form.pdf), [b](/assets/my%20form.pdf), [c](/nowhere/) and ![d](owhere)\n"
    file.write_text(file.read_text("utf-8") + "\n" + links, "utf-8")
    line = file.read_text("utf-8").count("\n")
    assert [(one.line, one.code) for one in checked(site).problems] == [
        (line, "asset-missing"),
        (line, "link-broken"),
        (line, "relative-link"),
        (line, "relative-link"),
    ]


# ---- turned off ----


def test_a_site_turns_codes_off_for_build_and_check(site: Path) -> None:
    """`off` under [check] silences a warning in both; nothing is looked at again for that."""
    (site / "content/cook.md").write_text("---\ntitle: Cook\n---\nWe cook.\n", "utf-8")
    assert "apply-missing" in {one.code for one in checked(site).problems}
    (site / "site.toml").write_text(SETTINGS + '[check]\noff = ["apply-missing"]\n', "utf-8")
    report = checked(site)
    assert report.looked_at == 0
    assert "apply-missing" not in {one.code for one in report.problems}
    with Workers(1) as workers:
        assert build(load(site), TODAY, workers, Options()).problems == without_rules(report)


def test_turning_codes_off_renders_nothing_anew(site: Path) -> None:
    """[check] says nothing of pages: a change of it leaves all of them as they are."""
    with Workers(1) as workers:
        build(load(site), TODAY, workers, Options())
        (site / "site.toml").write_text(SETTINGS + '[check]\noff = ["pay"]\n', "utf-8")
        assert build(load(site), TODAY, workers, Options()).counts.rendered == 0


def test_a_file_turns_a_finding_off(site: Path) -> None:
    """By its field, or by a comment."""
    file = write_posting(site, 1, title=CAPITALS)
    text = file.read_text("utf-8")
    file.write_text(text.replace("tags:", "check_off: title-capitals\ntags:"), "utf-8")
    assert checked(site).problems == ()
    file.write_text(text + "<!-- check: off title-capitals -->\n", "utf-8")
    assert checked(site).problems == ()


def test_what_a_file_turns_off_in_vain_is_named(site: Path) -> None:
    """A code that is not found any more, one that does not exist and an error are warnings on their lines; a rule that does not run is none."""
    codes = "[title-capitals, title-capitls, title-missing, pay-of-someone]"
    file = write_posting(site, 1)
    file.write_text(file.read_text("utf-8").replace("tags:", f"check_off: {codes}\ntags:"), "utf-8")
    report = checked(site)
    assert [(one.line, one.code, one.severity) for one in report.problems] == [
        (4, "check-code-unknown", Severity.WARNING),
        (4, "check-code-unknown", Severity.WARNING),
        (4, "check-off-error", Severity.WARNING),
        (4, "check-off-unused", Severity.WARNING),
    ]
    assert report.problems[1].mend.startswith("Did you mean `title-capitals`?")


def test_a_code_that_site_toml_does_not_know_is_an_error(site: Path) -> None:
    """With the line, and the code that was probably meant; in a folder's table and among severities too."""
    more = (
        '[check]\noff = ["aply-missing"]\n[check."us/"]\nask = ["wordin"]\n[check.severity]\n"text-mising" = "error"\n'
    )
    (site / "site.toml").write_text(SETTINGS + more, "utf-8")
    first = SETTINGS.count("\n") + 2
    assert found(checked(site)) == [
        ("site.toml", first, "check-code-unknown"),
        ("site.toml", first + 2, "check-code-unknown"),
        ("site.toml", first + 4, "check-code-unknown"),
    ]
    assert all(one.severity is Severity.ERROR for one in checked(site).problems)


def test_a_severity_of_the_site(site: Path) -> None:
    """A warning of a rule is an error where the site says so."""
    write_posting(site, 1, title=CAPITALS)
    (site / "site.toml").write_text(SETTINGS + '[check.severity]\ntitle-capitals = "error"\n', "utf-8")
    assert [one.severity for one in checked(site).problems] == [Severity.ERROR]


# ---- rules by day, and rules that are asked for ----

LOOKS: list[str] = []


@rule("age-of-test", Group.CONTENT, by_day=True)
def age_of_test(subject: Subject, today: date) -> Iterator[Found]:
    """The posting is older than ten days."""
    assert subject.rows == ()
    posted = subject.posting.date_posted
    if posted and today - posted > timedelta(days=10):
        yield Found(subject.lines["date_posted"], f"posted on {posted}", "Look at it again.")


@rule("wording-of-test", Group.WORDING, asked=True)
def wording_of_test(subject: Subject, _today: date) -> Iterator[Found]:
    """The text says bed."""
    LOOKS.append(subject.posting.source)
    for number, row in enumerate(subject.rows, 1):
        if "bed number" in row:
            yield Found(number, "it says bed", "Write flower bed.", row.index("bed") + 1, 3)


@pytest.fixture
def with_rules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A rule by day and one that has to be asked for, among the others."""
    rules = (*content.RULES, age_of_test, wording_of_test)
    for place in ("site_builder.check", "site_builder.checking_task"):
        monkeypatch.setattr(f"{place}.ALL", rules)
    explained = (*explanations.catalogue._TABLES, of_rule(age_of_test), of_rule(wording_of_test))  # noqa: SLF001
    monkeypatch.setattr(explanations.catalogue, "_TABLES", explained)
    kept = (checking_task._rules, explanations.catalogue.explanations, explanations.catalogue.groups_of_codes)  # noqa: SLF001
    for one in kept:
        one.cache_clear()
    LOOKS.clear()
    yield
    for one in kept:
        one.cache_clear()


@pytest.mark.usefixtures("with_rules")
def test_rules_by_day_look_anew_every_day_without_reading(site: Path) -> None:
    """The same files, looked at on a later day, have other findings, and no file is read or looked at for them."""
    assert checked(site).problems == ()
    later = checked(site, TODAY + timedelta(days=10))
    assert later.looked_at == 0
    assert found(later) == [(f"content/gardener-000{number}.md", 5, "age-of-test") for number in range(3)]
    assert checked(site).problems == ()


@pytest.mark.usefixtures("with_rules")
def test_rules_that_are_asked_for(site: Path) -> None:
    """Such a rule does not run at all until a folder, or the command, asks for it; then it is reported there alone."""
    (site / "content/us").mkdir()
    (site / "content/gardener-0001.md").rename(site / "content/us/gardener-0001.md")
    assert checked(site).problems == ()
    assert LOOKS == []
    assert len(checked(site, asked=("wording-of-test",)).problems) == 3
    (site / "site.toml").write_text(SETTINGS + '[check."us/"]\nask = ["wording-of-test"]\n', "utf-8")
    assert list(checked(site).problems) == [
        Problem(
            "content/us/gardener-0001.md",
            12,
            "wording-of-test",
            "it says bed",
            "Write flower bed.",
            Severity.WARNING,
            16,
            3,
        )
    ]


@pytest.mark.usefixtures("with_rules")
def test_what_may_be_found_another_day_is_not_turned_off_in_vain(site: Path) -> None:
    """A file may turn off a rule that finds something on other days only, and one that nobody asked for."""
    file = write_posting(site, 2)
    file.write_text(
        file.read_text("utf-8").replace("tags:", "check_off: [age-of-test, wording-of-test]\ntags:"), "utf-8"
    )
    assert checked(site).problems == ()
    assert found(checked(site, TODAY + timedelta(days=10)))[2:] == []
    assert [one.code for one in checked(site, asked=("wording-of-test",)).problems] == ["wording-of-test"] * 2


def test_settings_that_are_wrong_are_problems(site: Path) -> None:
    """A site that cannot be loaded is the business of load_project, whose problems the command shows."""
    (site / "site.toml").write_text("[site]\n", "utf-8")
    assert load_project(site)[1]
