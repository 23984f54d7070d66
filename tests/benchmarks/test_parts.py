"""The parts that all generators make: ours has them, the others' templates have them, and a page without one is no result."""

import re
import shutil
from pathlib import Path

import pytest

from tests.benchmarks.cases import CASES, Subject
from tests.benchmarks.measuring import RunFailed, run
from tests.benchmarks.parts import Part, file_of, missing, parts_of
from tests.benchmarks.peers.eleventy import eleventy
from tests.benchmarks.peers.finding import NAMES, find_peers
from tests.benchmarks.peers.hugo import hugo, hugo_lean
from tests.benchmarks.peers.ours import site_builder
from tests.benchmarks.peers.peer import Peer
from tests.benchmarks.peers.pelican import pelican
from tests.benchmarks.postings import make_posting, make_postings

_COUNT = 60
_CASES = [(path, part) for path, parts in parts_of(_COUNT).items() for part in parts]
_INSTALLED = Path(__file__).parents[2] / ".bench"
_MAKERS = {"Hugo": hugo, "Hugo (lean)": hugo_lean, "Eleventy": eleventy, "Pelican": pelican}


def _laid_out(peer: Peer, folder: Path) -> Subject:
    site = folder / peer.name.replace(" ", "-")
    peer.lay_out(site, make_postings(_COUNT))
    return Subject(peer, site, _COUNT, edited=make_posting(_COUNT // 2), newcomer=make_posting(_COUNT))


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """Our site, built."""
    subject = _laid_out(site_builder(), tmp_path_factory.mktemp("ours"))
    run(subject.peer.command, subject.site)
    return subject


def test_ours_has_all_parts(ours: Subject) -> None:
    """What the others are asked for is what ours makes."""
    CASES["cold"][0].check(ours, "x001")


@pytest.mark.parametrize(("path", "part"), _CASES, ids=[f"{part.name}, {path}" for path, part in _CASES])
def test_each_part_counts(ours: Subject, path: str, part: Part, tmp_path: Path) -> None:
    """A page without one of its parts, or with too few of it, is no result, and the part is named."""
    for one in parts_of(_COUNT):
        copy = tmp_path / file_of(one, ours.edited)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ours.site / "output" / file_of(one, ours.edited), copy)
    file = tmp_path / file_of(path, ours.edited)
    text = file.read_text(encoding="utf-8")
    for match in reversed(list(re.finditer(part.made, text))[part.times - 1 :]):
        text = text[: match.start()] + text[match.end() :]
    file.write_text(text, encoding="utf-8")
    assert f"{part.name} ({path})" in missing(tmp_path, ours.edited, _COUNT, frozenset())
    assert f"{part.name} ({path})" not in missing(tmp_path, ours.edited, _COUNT, frozenset([part.name]))


def test_a_build_without_a_part_is_no_result(ours: Subject, tmp_path: Path) -> None:
    """The cold build of the benchmark looks for the parts."""
    shutil.copytree(ours.site, tmp_path / "site")
    subject = Subject(ours.peer, tmp_path / "site", _COUNT, ours.edited, ours.newcomer)
    page = subject.peer.page_file(subject.site, subject.edited)
    page.write_text(page.read_text(encoding="utf-8").replace("similar-jobs", "").replace("<li data-closes", "<li"))
    with pytest.raises(RunFailed, match=r"site-builder does not make all.*: similar jobs \(jobs/"):
        CASES["cold"][0].check(subject, "x001")


@pytest.mark.parametrize("name", _MAKERS)
def test_templates_of_the_others_have_the_parts(name: str, tmp_path: Path) -> None:
    """Without the generator: its templates say what only the parts say, but for those that it is not asked for."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho program v1.0-0\n")
    program.chmod(0o755)
    subject = _laid_out(_MAKERS[name](program), tmp_path)
    files = [file for file in subject.site.rglob("*") if file.is_file() and file.suffix not in {".md", ".css", ".js"}]
    files += subject.site.glob("*.js")
    templates = "\n".join(file.read_text(encoding="utf-8") for file in files)
    wanted = [part for _, part in _CASES if part.name not in subject.peer.without]
    assert [part.name for part in wanted if part.mark not in templates] == []
    assert subject.peer.without <= {part.name for _, part in _CASES}


def test_the_others_make_the_parts_where_they_are_installed(tmp_path: Path) -> None:
    """Each of the generators that are on this machine (after `make bench`) makes all that it is asked for."""
    # What merely stands on PATH may be of another version.
    if not (_INSTALLED / "installed").is_file():
        pytest.skip("the other generators are not installed: `make bench` does that")
    peers, _ = find_peers(list(NAMES), _INSTALLED)
    assert peers
    for peer in peers:
        subject = _laid_out(peer, tmp_path)
        run(peer.command, subject.site, peer.environment)
        CASES["cold"][0].check(subject, "x001")
