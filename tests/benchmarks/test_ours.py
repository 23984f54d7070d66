"""Our own site of the benchmark: built without a problem, and every change of it arrives."""

from dataclasses import replace

import pytest

from tests.benchmarks.cases import CASES, Subject
from tests.benchmarks.measuring import RunFailed, run, stamps, written
from tests.benchmarks.peers.ours import site_builder
from tests.benchmarks.postings import make_posting, make_postings

_COUNT = 50


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """The site of fifty postings, not built yet."""
    peer = site_builder()
    site = tmp_path_factory.mktemp("bench")
    peer.lay_out(site, make_postings(_COUNT))
    return Subject(peer, site, _COUNT, edited=make_posting(_COUNT // 2), newcomer=make_posting(_COUNT))


def test_it_builds_without_a_problem(subject: Subject) -> None:
    """Nothing is warned of, and every posting has its page, every term of each listing a page and two feeds."""
    run([*subject.peer.command, "--strict"], subject.site)
    files = {path.removeprefix(f"{subject.site}/output/") for path in stamps(subject.site / "output")}
    postings = list(make_postings(_COUNT))
    assert {path for path in files if path.startswith("jobs/")} == {f"jobs/{one.slug}/index.html" for one in postings}
    tags = {tag for posting in postings for tag in posting.tags}
    others = [{getattr(posting, name) for posting in postings} for name in ("department", "town", "employment_type")]
    terms = len(tags) + sum(map(len, others))
    assert sum(path.endswith("feed.json") for path in files) == terms + 1
    assert sum(path.endswith("feed.xml") for path in files) == terms + 1
    # A page for each posting and term, one for each of the four listings, the start page and the one for what is not there.
    assert sum(path.endswith(".html") for path in files) == _COUNT + terms + 4 + 2


def test_every_change_arrives(subject: Subject) -> None:
    """What a case looks for is not there before the build and there after it; else it would be no result."""
    run(subject.peer.command, subject.site)
    changes = {f"x00{number}": CASES[case][0] for number, case in enumerate(("title", "added", "template", "settings"))}
    for mark, step in changes.items():
        step.change(subject, mark)
    for mark, step in changes.items():
        with pytest.raises(RunFailed):
            step.check(subject, mark)
    before = stamps(subject.site / "output")
    run(subject.peer.command, subject.site)
    for mark, step in changes.items():
        step.check(subject, mark)
    assert written(before, stamps(subject.site / "output")).written > _COUNT
    text, removed = CASES["text"][0], CASES["added"][1]
    text.change(subject, "x004")
    removed.change(subject, "x005")
    for step, mark in ((text, "x004"), (removed, "x005")):
        with pytest.raises(RunFailed):
            step.check(subject, mark)
    run(subject.peer.command, subject.site)
    text.check(subject, "x004")
    removed.check(subject, "x005")
    assert not subject.peer.page_file(subject.site, subject.newcomer).exists()


def test_a_mark_takes_the_place_of_the_last(subject: Subject) -> None:
    """Templates and settings do not grow from run to run, so that each run has the same work."""
    for case, words in (("template", subject.peer.template), ("settings", subject.peer.settings)):
        file = subject.site / words.path
        for mark in ("x001", "x002"):
            CASES[case][0].change(subject, mark)
        assert file.read_text().count(words.words) == 1
        assert f"{words.words} x002" in file.read_text()
        assert "x001" not in file.read_text()


def test_what_is_not_there_is_no_result(subject: Subject) -> None:
    """A generator that does not write the page of a posting has not built the site."""
    absent = replace(subject, edited=replace(subject.edited, slug="nobody"))
    with pytest.raises(RunFailed, match="was not written"):
        CASES["cold"][0].check(absent, "x001")
