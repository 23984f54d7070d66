"""Runs the cases, the generators taking turns, and keeps what each run took."""

import itertools
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.cases import CASES, Step, Subject
from tests.benchmarks.measuring import RunFailed, Written, run, stamps, written
from tests.benchmarks.peers.peer import Peer
from tests.benchmarks.postings import make_posting, make_postings

# Seconds after which no file counts as just written, neither here nor in a generator's own cache.
_REST = 2.5


@dataclass
class Result:
    """The runs of one generator in one case: seconds, CPU seconds, bytes, and what was written by the last of them.

    `failed` says what went wrong when there is no result.
    """

    tool: str
    version: str
    postings: int
    case: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    pss: int = 0
    rss: int = 0
    files: Written | None = None
    failed: str = ""

    @property
    def seconds(self) -> float:
        """The median of the runs' seconds by the clock."""
        return statistics.median(self.wall)

    @property
    def cpu_seconds(self) -> float:
        """The median of the runs' CPU seconds."""
        return statistics.median(self.cpu)


@dataclass(frozen=True)
class Plan:
    """What to measure: numbers of postings, names of cases, how often, and whether the memory too.

    `apart` gives each generator the folder for itself, one after the other, for sites that would not all fit in it.
    """

    postings: Sequence[int]
    cases: Sequence[str]
    runs: int
    memory: bool
    apart: bool


def measure(plan: Plan, peers: Sequence[Peer], folder: Path, say: Callable[[str], None]) -> list[Result]:
    """Lay out the sites in a folder, run everything and remove the sites again."""
    groups = [[peer] for peer in peers] if plan.apart else [list(peers)]
    return [
        result
        for count in plan.postings
        for group in groups
        for result in _measure_together(plan, group, count, folder, say)
    ]


def _measure_together(
    plan: Plan, peers: list[Peer], count: int, folder: Path, say: Callable[[str], None]
) -> Iterator[Result]:
    subjects = []
    for peer in peers:
        say(f"{count} postings for {peer.name}")
        site = folder / f"{peer.name.replace(' ', '-')}-{count}"
        peer.lay_out(site, make_postings(count))
        subjects.append(Subject(peer, site, count, edited=make_posting(count // 2), newcomer=make_posting(count)))
    time.sleep(_REST)
    if plan.cases and plan.cases[0] != "cold":
        for subject in subjects:
            say(f"a first build by {subject.peer.name}, not measured")
            run(subject.peer.command, subject.site, subject.peer.environment)
    # No two runs write the same words, so that what a run should have done cannot be there from an earlier one.
    marks = (f"x{number:04}" for number in itertools.count())
    for case in plan.cases:
        yield from _measure_case(plan, CASES[case], subjects, marks, say)
    for subject in subjects:
        shutil.rmtree(subject.site)


def _measure_case(
    plan: Plan, steps: tuple[Step, ...], subjects: list[Subject], marks: Iterator[str], say: Callable[[str], None]
) -> list[Result]:
    results = {
        (subject.peer.name, step.name): Result(subject.peer.name, subject.peer.version, subject.count, step.name)
        for step in steps
        for subject in subjects
    }
    for number in range(plan.runs + plan.memory):
        for step in steps:
            for subject in subjects:
                result = results[subject.peer.name, step.name]
                if not result.failed:
                    _run_once(step, subject, result, next(marks), weigh=number == plan.runs)
                    say(f"{subject.count}, {step.name}, {subject.peer.name}: {_last(result)}")
    return list(results.values())


def _run_once(step: Step, subject: Subject, result: Result, mark: str, *, weigh: bool) -> None:
    peer = subject.peer
    step.change(subject, mark)
    before = stamps(subject.site / peer.output)
    try:
        usage = run(peer.command, subject.site, peer.environment, weigh=weigh)
        step.check(subject, mark)
    except RunFailed as failure:
        result.failed = str(failure)
        return
    result.files = written(before, stamps(subject.site / peer.output))
    if weigh:
        # Looking at the memory takes time, so the times of this run count for nothing.
        result.pss, result.rss = usage.pss, usage.rss
    else:
        result.wall.append(usage.wall)
        result.cpu.append(usage.cpu)


def _last(result: Result) -> str:
    if result.failed:
        return f"failed: {result.failed}"
    if result.pss:
        return f"{result.pss / 2**20:.0f} MiB"
    return f"{result.wall[-1]:.2f} s, CPU {result.cpu[-1]:.2f} s"
