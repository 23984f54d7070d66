"""Measurements as Markdown tables, and as JSON that another run's can be merged into."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from tests.benchmarks.cases import COLD
from tests.benchmarks.machine import Machine
from tests.benchmarks.rounds import Result
from tests.benchmarks.serving import Served

# What all times are compared with: its cold build of as many postings.
BASE = "Hugo"


@dataclass
class Measurements:
    """All that was measured on one machine; `notes` say what is not as it seems, or was left out."""

    machine: Machine
    results: list[Result] = field(default_factory=list)
    served: list[Served] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def save(measurements: Measurements, file: Path) -> None:
    """Write measurements as JSON."""
    file.write_bytes(msgspec.json.format(msgspec.json.encode(measurements), indent=1))


def load(file: Path) -> Measurements:
    """Read what `save` wrote."""
    return msgspec.json.decode(file.read_bytes(), type=Measurements)


def merge(parts: Sequence[Measurements]) -> Measurements:
    """One set of measurements of several: for the same tool, number and case the last one counts."""
    results = {(one.tool, one.postings, one.case): one for part in parts for one in part.results}
    served = {(one.tool, one.postings): one for part in parts for one in part.served}
    notes = dict.fromkeys(line for part in parts for line in part.notes)
    return Measurements(parts[-1].machine, list(results.values()), list(served.values()), list(notes))


def markdown(measurements: Measurements) -> str:
    """Return the report: the machine, tables for each number of postings, how times grow, and the dev servers."""
    results = [one for one in measurements.results if not one.failed]
    parts = [measurements.machine.described, _versions(measurements)]
    for count in sorted({one.postings for one in results}):
        here = [one for one in results if one.postings == count]
        parts += [f"### {count:,} postings", _cold_table(here), _changes_table(here), _work_table(here)]
    parts += ["### Time per posting", _growth_table(results)] if results else []
    parts += ["### Dev servers", _served_table(measurements.served)] if measurements.served else []
    failed = [
        f"{one.tool}, {one.postings:,} postings, {one.case}: {_in_short(one.failed)}"
        for one in measurements.results
        if one.failed
    ]
    parts += ["\n".join(f"- {line}" for line in [*measurements.notes, *failed])]
    return "\n\n".join(part for part in parts if part) + "\n"


def base_seconds(results: Sequence[Result], count: int) -> float | None:
    """Seconds of the cold build that others are compared with, if that was measured."""
    return next((one.seconds for one in results if (one.tool, one.case, one.postings) == (BASE, COLD, count)), None)


def _versions(measurements: Measurements) -> str:
    tools: list[Result | Served] = [*measurements.results, *measurements.served]
    versions = dict.fromkeys((one.tool, one.version) for one in tools)
    runs = sorted({len(one.wall) for one in measurements.results if one.wall})
    counted = f" Medians of {' to '.join(map(str, runs))} runs in turns." if runs else ""
    return "Versions: " + ", ".join(f"{tool} {version}" for tool, version in versions) + f".{counted}"


def _cold_table(results: Sequence[Result]) -> str:
    rows = [
        [
            one.tool,
            f"{one.seconds:.2f} s",
            _ratio(one, results),
            f"{one.cpu_seconds:.2f} s",
            _mebibytes(one.pss),
            _mebibytes(one.rss),
            f"{one.files.files:,}" if one.files else "",
            f"{one.files.size / 1e6:,.0f} MB" if one.files else "",
        ]
        for one in results
        if one.case == COLD
    ]
    return _table(["cold build", "time", f"× {BASE}", "CPU", "peak memory (PSS)", "RSS", "files", "size"], rows)


def _changes_table(results: Sequence[Result]) -> str:
    def cell(one: Result) -> str:
        ratio = _ratio(one, results)
        return f"{one.seconds:.2f} s" + (f" ({ratio})" if ratio else "")

    return _by_case(results, cell, f"time (× {BASE}'s cold build)")


def _work_table(results: Sequence[Result]) -> str:
    def cell(one: Result) -> str:
        return f"{one.files.written:,} files{', ' if one.pss else ''}{_mebibytes(one.pss)}" if one.files else ""

    return _by_case(results, cell, "files written, peak memory (PSS)")


def _by_case(results: Sequence[Result], cell: Callable[[Result], str], corner: str) -> str:
    tools = list(dict.fromkeys(one.tool for one in results))
    cells = {(one.case, one.tool): cell(one) for one in results}
    cases = list(dict.fromkeys(one.case for one in results))
    return _table([corner, *tools], [[case, *(cells.get((case, tool), "") for tool in tools)] for case in cases])


def _growth_table(results: Sequence[Result]) -> str:
    """Milliseconds per posting, and in brackets how many times those of the next smaller number."""
    counts = sorted({one.postings for one in results})
    seconds = {(one.tool, one.case, one.postings): one.seconds for one in results}
    rows = []
    for tool, case in dict.fromkeys((one.tool, one.case) for one in results):
        row, before = [tool, case], None
        for count in counts:
            each = seconds[tool, case, count] / count if (tool, case, count) in seconds else None
            growth = f" ({each / before:.2f} ×)" if each is not None and before is not None else ""
            row.append(f"{each * 1000:.3f} ms{growth}" if each is not None else "")
            before = each
        rows.append(row)
    return _table(["tool", "case", *(f"{count:,}" for count in counts)], rows)


def _served_table(served: Sequence[Served]) -> str:
    rows = [
        [one.tool, f"{one.postings:,}", *_milliseconds(one.reloads), *_milliseconds(one.pages), f"{len(one.pages)}"]
        for one in sorted(served, key=lambda one: one.postings)
    ]
    return _table(["dev server", "postings", "reload", "worst", "new page fetched", "worst", "edits"], rows)


def _in_short(failure: str) -> str:
    """The first and the last line of what a failed run said."""
    lines = failure.strip().splitlines()
    return " … ".join(dict.fromkeys((lines[0], lines[-1])))


def _milliseconds(seconds: Sequence[float]) -> tuple[str, str]:
    """The median and the worst."""
    return f"{statistics.median(seconds) * 1000:.0f} ms", f"{max(seconds) * 1000:.0f} ms"


def _ratio(one: Result, results: Sequence[Result]) -> str:
    base = base_seconds(results, one.postings)
    return "" if base is None else f"{one.seconds / base:.3f}"


def _mebibytes(size: int) -> str:
    return f"{size / 2**20:,.0f} MiB" if size else ""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
