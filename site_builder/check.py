"""The check: all problems of reading, what the rules find, and what a build would say of the site as a whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from site_builder.check_pages import check_pages, without_told
from site_builder.check_words import problems_of_files, problems_of_settings
from site_builder.check_workflows import problems_of_workflows
from site_builder.checking.catalogue import ALL
from site_builder.checking.looking import problems_of
from site_builder.checking.rule import Rule
from site_builder.checking.switches import Switches
from site_builder.checking_task import CheckedFile, CheckTask, Look, subject_of_day
from site_builder.engine.findings import Findings
from site_builder.engine.folder import scan
from site_builder.engine.ledger import Ledger, with_ledger
from site_builder.engine.lock import alone
from site_builder.engine.program import program_digest
from site_builder.engine.workers import Workers
from site_builder.explanations.catalogue import groups_of_codes
from site_builder.failures import PUBLISHING_ERRORS, problem_of
from site_builder.model.check import Check, Off
from site_builder.model.fingerprint import fingerprint
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting
from site_builder.model.problem import Problem
from site_builder.model.source_files import CONTENT
from site_builder.model.value import Value
from site_builder.planning import plan
from site_builder.project import Project
from site_builder.published_urls import read_published
from site_builder.reading_task import ReadFile, ReadTask
from site_builder.sources import Found, Sources, find_sources, key_of_all, read_sources


class Checked(Value, frozen=True):
    """What a check found.

    `read_through` is false when it was stopped before it could judge the site. Of the `files` in `content/`, rules looked at `looked_at` anew.
    """

    problems: tuple[Problem, ...] = ()
    read_through: bool = False
    files: int = 0
    looked_at: int = 0


class _Raw(Value, frozen=True):
    """All that was found, before it is asked what shall be reported."""

    problems: tuple[Problem, ...]
    off: dict[str, tuple[Off, ...]]
    refused: tuple[str, ...]
    files: int


def check(project: Project, today: date, workers: Workers, asked: Sequence[str] = ()) -> Checked:
    """Look at a site's files on a day of its time zone. `asked` are codes and groups of rules that are on although nobody turned them on.

    What was read or looked at before, by a build or a check, is not done again. Nothing but what lies beside the ledger is written.
    """
    try:
        with alone(project.ledger.with_suffix(".lock")):
            return with_ledger(project.ledger, lambda ledger: _Checking(project, today, workers, asked, ledger).run())
    except PUBLISHING_ERRORS as error:
        return Checked(problems=(problem_of(error, project),))


class _Checking:
    """One check: what it is made with, and its steps."""

    def __init__(  # all that a check is made with
        self, project: Project, today: date, workers: Workers, asked: Sequence[str], ledger: Ledger
    ) -> None:
        self._project, self._today, self._workers, self._ledger = project, today, workers, ledger
        self._findings = Findings(ledger, CONTENT)
        self._published, self._unreadable = read_published(project.root)
        must_be_asked_for = {rule.code for rule in ALL if rule.asked}
        self._switches = Switches(project.config.check, groups_of_codes(), must_be_asked_for, always=asked)
        self._rules = [rule for rule in ALL if self._switches.is_on_anywhere(rule.code)]
        # Rules see nothing of who turned them on.
        own = Check(oldest_days=project.config.check.oldest_days)
        self._config = replace(project.config, check=own)
        lasting = tuple(rule.code for rule in self._rules if not rule.by_day)
        self._task_codes = lasting
        self._look_key = fingerprint(program_digest(), self._config, lasting)

    def run(self) -> Checked:
        project, ledger = self._project, self._ledger
        found = find_sources(project, ledger, scan(project.root, CONTENT))
        known = self._findings.whole(self._whole_key(found, found.keys)) if not found.changed else None
        looked_at = 0
        if known is not None:
            raw = msgspec.msgpack.decode(known, type=_Raw)
        else:
            raw, looked_at = self._look(found)
        return Checked(tuple(sorted(self._reported(raw))), read_through=True, files=raw.files, looked_at=looked_at)

    def _whole_key(self, found: Found, keys: Mapping[str, str]) -> str:
        """Return the key of all that is found today; "-" where a file could not be opened: it is tried again."""
        sources_key = key_of_all(found, keys)
        if not sources_key:
            return "-"
        rules = [rule.code for rule in self._rules]
        theme = self._project.templates_key()
        others = (self._published, self._unreadable, self._today, self._project.warnings)
        return fingerprint(sources_key, self._look_key, rules, theme, *others)

    def _look(self, found: Found) -> tuple[_Raw, int]:
        """Read and look at what has to be, and take the rest from the ledger."""
        project = self._project
        kept = self._findings.keys()
        stale = [
            path for path in found.stamps if path not in found.keys or kept.get(path) != self._key(found.keys[path])
        ]
        task = CheckTask(ReadTask(project.root, project.reading, found.settings_key), self._config, self._task_codes)
        looks: dict[str, tuple[str, bytes]] = {}
        results = self._workers.each(task, stale, "checking", forking=self._ledger.closed)
        changed = {path: position for position, path in enumerate(found.changed)}
        readings = _readings(results, stale, changed, lambda path, key, look: looks.update({path: (key, look)}))
        sources = read_sources(found, self._ledger, Memory(keeps=False), lambda: readings)
        for _ in readings:  # those that read_sources had no use for, since it knows them
            pass
        self._findings.record(
            {path: (self._key(key), look) for path, (key, look) in looks.items() if key},
            [path for path in kept if path not in found.stamps],
        )
        memory = Memory(keeps=False)
        planned = plan(project, sources, self._published, self._today, memory, drafts=False, as_of=False)
        of_pages = check_pages(project, sources, planned, self._ledger, self._workers)
        problems = (
            *project.warnings,
            *self._unreadable,
            *sources.problems,
            *planned.problems,
            *without_told(of_pages, sources.problems),
            *self._of_rules(sources, looks),
        )
        raw = _Raw(tuple(sorted(problems)), sources.off, sources.refused, sources.files)
        key = self._whole_key(found, sources.keys)
        if key != "-":
            self._findings.record({"": (key, msgspec.msgpack.encode(raw))})
        return raw, len(stale)

    def _key(self, reading_key: str) -> str:
        return fingerprint(reading_key, self._look_key)

    def _of_rules(self, sources: Sources, new: Mapping[str, tuple[str, bytes]]) -> Iterator[Problem]:
        """Yield what rules found in the files, and what those `by_day` find today."""
        by_day = [rule for rule in self._rules if rule.by_day]
        postings = {posting.source: posting for posting in sources.postings}
        decode = msgspec.msgpack.Decoder(Look).decode
        kept = {**self._findings.all(), **{path: look for path, (_, look) in new.items()}}
        for path, data in kept.items():
            look = decode(data)
            yield from look.problems
            if by_day and path in postings:
                yield from self._today_s(by_day, postings[path], look)

    def _today_s(self, rules: Sequence[Rule], posting: JobPosting, look: Look) -> Iterator[Problem]:
        yield from problems_of(rules, subject_of_day(posting, look, self._config), self._today)

    def _reported(self, raw: _Raw) -> list[Problem]:
        """Return the problems that are to be reported, with what is wrong with the words that turn others off."""
        # What a rule `by_day` does not find today it may find tomorrow.
        not_always = {rule.code for rule in ALL if rule.by_day or rule not in self._rules}
        looked_for = groups_of_codes().keys() - not_always
        found = {(problem.path, problem.code) for problem in raw.problems}
        words = [
            *problems_of_files(raw.off, found, looked_for, frozenset(raw.refused)),
            *problems_of_settings(self._project),
            *problems_of_workflows(self._project.root),
        ]
        own = {rule.code for rule in ALL}
        return [*self._switches.settled([*raw.problems, *words], raw.off, own)]


def _readings(
    results: Iterator[tuple[int, CheckedFile]],
    paths: Sequence[str],
    changed: Mapping[str, int],
    keep: Callable[[str, str, bytes], None],
) -> Iterator[tuple[int, ReadFile]]:
    """Yield the readings of changed files by their positions among these, and keep all looks with the keys of their readings."""
    for position, checked in results:
        path = paths[position]
        keep(path, checked.read.key, checked.look)
        if path in changed:
            yield changed[path], checked.read
