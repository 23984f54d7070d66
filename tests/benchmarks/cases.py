"""What is measured: the cold build, and builds after one change of each kind."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.measuring import RunFailed
from tests.benchmarks.parts import missing
from tests.benchmarks.peers.peer import Peer, Words
from tests.benchmarks.postings import Posting


@dataclass(frozen=True)
class Subject:
    """A peer's site of `count` postings, a posting of it that is edited, and one that is not there yet."""

    peer: Peer
    site: Path
    count: int
    edited: Posting
    newcomer: Posting


@dataclass(frozen=True)
class Step:
    """One change and what must be true once it is built.

    `change` gets the subject and a mark that no run before it had; `check` the same after the build, and raises RunFailed.
    """

    name: str
    change: Callable[[Subject, str], None]
    check: Callable[[Subject, str], None]


def _forget_all(subject: Subject, _: str) -> None:
    for path in (subject.peer.output, *subject.peer.caches):
        place = subject.site / path
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)


def _nothing(_subject: Subject, _: str) -> None:
    pass


def _edit_text(subject: Subject, mark: str) -> None:
    _write(subject, replace(subject.edited, text=f"{subject.edited.text}\nRevised: {mark}.\n"))


def _edit_title(subject: Subject, mark: str) -> None:
    _write(subject, replace(subject.edited, title=f"{subject.edited.title} {mark}"))


def _add(subject: Subject, _: str) -> None:
    _write(subject, subject.newcomer)


def _remove(subject: Subject, _: str) -> None:
    subject.peer.posting_file(subject.site, subject.newcomer).unlink()


def _edit_template(subject: Subject, mark: str) -> None:
    _edit_words(subject, subject.peer.template, mark)


def _edit_settings(subject: Subject, mark: str) -> None:
    _edit_words(subject, subject.peer.settings, mark)


def _write(subject: Subject, posting: Posting) -> None:
    subject.peer.posting_file(subject.site, posting).write_text(subject.peer.source(posting), encoding="utf-8")


def _edit_words(subject: Subject, where: Words, mark: str) -> None:
    file = subject.site / where.path
    before, words, after = file.read_text(encoding="utf-8").partition(where.words)
    assert words, f"{where.path} does not say {where.words!r}"
    # The mark of the last run goes; all marks are of one length.
    after = after[len(mark) + 1 :] if after.startswith(f" {mark[:1]}") else after
    file.write_text(f"{before}{words} {mark}{after}", encoding="utf-8")


def _page_is_there(subject: Subject, _: str) -> None:
    _must_say(subject.peer.page_file(subject.site, subject.edited), subject.edited.identifier)


def _all_parts_are_there(subject: Subject, mark: str) -> None:
    _page_is_there(subject, mark)
    lacking = list(missing(subject.site / subject.peer.output, subject.edited, subject.count, subject.peer.without))
    if lacking:
        raise RunFailed(f"{subject.peer.name} does not make all that the others make: {'; '.join(lacking)}")


def _page_says(subject: Subject, mark: str) -> None:
    _must_say(subject.peer.page_file(subject.site, subject.edited), mark)


def _home_says(subject: Subject, mark: str) -> None:
    _must_say(subject.site / subject.peer.output / "index.html", mark)


def _newcomer_is_there(subject: Subject, _: str) -> None:
    _must_say(subject.peer.page_file(subject.site, subject.newcomer), subject.newcomer.identifier)
    _must_say(subject.site / subject.peer.output / "sitemap.xml", f"/{subject.newcomer.slug}/")


def _newcomer_is_gone(subject: Subject, _: str) -> None:
    # Its page may stay where it was: some generators never remove a file.
    if f"/{subject.newcomer.slug}/" in _text(subject.site / subject.peer.output / "sitemap.xml"):
        raise RunFailed(f"{subject.peer.name} still names the removed posting in its sitemap")


def _must_say(file: Path, words: str) -> None:
    if words not in _text(file):
        raise RunFailed(f"{file} does not say {words!r}")


def _text(file: Path) -> str:
    if not file.is_file():
        raise RunFailed(f"{file} was not written")
    return file.read_text(encoding="utf-8")


# Steps of one case follow each other, so that what one does the next undoes.
CASES: dict[str, tuple[Step, ...]] = {
    "cold": (Step("cold", _forget_all, _all_parts_are_there),),
    "nothing": (Step("nothing changed", _nothing, _page_is_there),),
    "text": (Step("one text changed", _edit_text, _page_says),),
    "title": (Step("one title changed", _edit_title, _page_says),),
    "added": (Step("one added", _add, _newcomer_is_there), Step("one removed", _remove, _newcomer_is_gone)),
    "template": (Step("a template changed", _edit_template, _page_says),),
    "settings": (Step("the settings changed", _edit_settings, _home_says),),
}
COLD = CASES["cold"][0].name
