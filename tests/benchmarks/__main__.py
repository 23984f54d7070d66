"""`make bench`: builds the same site with several generators and says what that took."""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from tests.benchmarks.cases import CASES
from tests.benchmarks.chart import draw
from tests.benchmarks.machine import this_machine
from tests.benchmarks.measuring import RunFailed
from tests.benchmarks.peers.finding import NAMES, find_peers
from tests.benchmarks.peers.peer import Peer
from tests.benchmarks.report import Measurements, load, markdown, merge, save
from tests.benchmarks.rounds import Plan, measure
from tests.benchmarks.serving import Served, measure_serving

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has a file system in memory
# Where `make bench` installs the other generators.
_INSTALLED = Path(__file__).parents[2] / ".bench"


def main() -> None:
    """Measure what the options ask for, and print and write the report."""
    # An end by `kill` removes the sites too, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = _options()
    parts = [load(file) for file in options.merge]
    if not options.only_merge:
        parts.append(_measure(options))
        if options.json:
            save(parts[-1], options.json)
    whole = merge(parts)
    if options.only_merge and options.json:
        save(whole, options.json)
    text = markdown(whole)
    print(text)  # noqa: T201 - the report
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    if options.chart:
        options.chart.write_text(draw(whole.results), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    add = parser.add_argument
    add("--postings", type=_numbers, default=[1_000], metavar="N,...", help="numbers of postings (default: 1000)")
    add("--tools", type=_names_of(NAMES), default=["site-builder", "hugo"], metavar="NAME,...", help=", ".join(NAMES))
    add("--cases", type=_names_of(tuple(CASES)), default=list(CASES), metavar="NAME,...", help=", ".join(CASES))
    add("--runs", type=int, default=3, help="measured runs of each case (default: 3)")
    add("--no-memory", action="store_true", help="leave out the further run of each case that looks at the memory")
    add("--apart", action="store_true", help="one generator after the other, each alone in the folder (less room)")
    add("--serve", type=int, default=0, metavar="EDITS", help="measure the dev servers too, by so many edits")
    add("--folder", type=Path, help="where the sites are laid out (default: in memory where Linux has that)")
    add("--installed", type=Path, default=_INSTALLED, help="where the other generators are installed")
    add("--json", type=Path, help="write what was measured (with --only-merge: all of it)")
    add("--markdown", type=Path, help="write the tables")
    add("--chart", type=Path, help="write the chart, as SVG")
    add(
        "--merge", type=Path, action="append", default=[], metavar="JSON", help="add what an earlier run wrote (repeat)"
    )
    add("--only-merge", action="store_true", help="measure nothing")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",")]


def _names_of(known: Sequence[str]) -> Callable[[str], list[str]]:
    def names(text: str) -> list[str]:
        asked = text.split(",")
        if unknown := set(asked) - set(known):
            raise argparse.ArgumentTypeError(f"not known: {', '.join(unknown)}; there are {', '.join(known)}")
        return [name for name in known if name in asked]

    return names


def _measure(options: argparse.Namespace) -> Measurements:
    peers, notes = find_peers(options.tools, options.installed)
    for line in notes:
        _say(line)
    above = options.folder or (_IN_MEMORY if _IN_MEMORY.is_dir() else None)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=above) as name:
        folder = Path(name)
        machine = this_machine(datetime.now().astimezone().date(), folder)
        plan = Plan(options.postings, options.cases, options.runs, memory=not options.no_memory, apart=options.apart)
        results = measure(plan, peers, folder, _say) if options.runs else []
        served = _serve(peers, options, folder, notes) if options.serve else []
    return Measurements(machine, results, served, notes)


def _serve(peers: list[Peer], options: argparse.Namespace, folder: Path, notes: list[str]) -> list[Served]:
    served = []
    for count in options.postings:
        for peer in peers:
            if peer.serve:
                try:
                    served.append(measure_serving(peer, count, options.serve, folder, _say))
                except RunFailed as failure:
                    notes.append(f"{peer.name}, dev server, {count:,} postings: {failure}")
    return served


def _say(line: str) -> None:
    print(f"{datetime.now().astimezone():%H:%M:%S} {line}", file=sys.stderr, flush=True)  # noqa: T201 - progress


if __name__ == "__main__":
    main()
