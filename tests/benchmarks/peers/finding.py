"""Which generators are on this machine: installed for the benchmark alone, or on PATH."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.peers.eleventy import eleventy
from tests.benchmarks.peers.hugo import hugo, hugo_lean
from tests.benchmarks.peers.ours import site_builder
from tests.benchmarks.peers.peer import Peer
from tests.benchmarks.peers.pelican import pelican, pelican_cached

# The name of the option, the program that is looked for, and what makes the peer of it.
_PEERS: dict[str, tuple[str, Callable[[Path], Peer]]] = {
    "hugo": ("hugo", hugo),
    "hugo-lean": ("hugo", hugo_lean),
    "pelican": ("pelican", pelican),
    "pelican-cached": ("pelican", pelican_cached),
    "eleventy": ("eleventy", eleventy),
}
OURS = "site-builder"
NAMES = (OURS, *_PEERS)
_NOT_COMPARED = (
    "Zola is not compared: neither PyPI nor npm nor Debian has it, so that its templates could not be tried."
)


def find_peers(names: list[str], installed: Path) -> tuple[list[Peer], list[str]]:
    """The peers that were asked for, and lines about what they make less, and about those that are not on this machine.

    `installed` is a folder with a virtual environment `python` and an npm folder `node_modules`, either of which may lack.
    """
    peers, notes = [], [_NOT_COMPARED]
    for name in names:
        if name == OURS:
            peers.append(site_builder())
            continue
        program, make = _PEERS[name]
        path = _find(program, installed)
        if path is None:
            notes.append(f"{name} was left out: there is no `{program}` in {installed} or on PATH")
        else:
            peers.append(make(path))
    return peers, notes + [f"{peer.name}: {peer.note}" for peer in peers if peer.note]


def _find(program: str, installed: Path) -> Path | None:
    places = [installed / "python/bin", installed / "node_modules/.bin"]
    found = next((place / program for place in places if (place / program).exists()), None) or shutil.which(program)
    if found is None:
        return None
    path = Path(found).absolute()
    # The package from PyPI puts a Python script before the program, whose start would count as the program's.
    return next(iter(path.parent.parent.glob(f"lib/python3*/site-packages/hugo/binaries/{program}")), path)
