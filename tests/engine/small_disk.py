"""Build on disks that are full or read-only: `python -m tests.engine.small_disk FOLDER` prints what came of it as JSON.

To be run in a mount namespace of its own (`unshare -m`): the disks are small file systems in memory, mounted in FOLDER, and gone
with the process.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.sites import build_site, clean_build, hidden, snapshot, write_posting, write_site

_KIB = 1024
_DISK = 4 * _KIB * _KIB
POSTINGS = 30
# How many KiB are left on the disk. The ledger's are spread so that each of its transactions is once the one that fails.
_ROOMS = {"output": (0, 120, 240), ".cache": (0, 120, 300, 340, 370, 400)}


def main(folder: Path) -> None:
    """Fill the disk of the output, and that of the ledger, leaving more and more room; then make one read-only."""
    mount(folder, "size=256m")
    observed = []
    for where, rooms in _ROOMS.items():
        site = write_site(folder / where.strip(".") / "site", POSTINGS)
        mount(site / where, f"size={_DISK}")
        build_site(site)
        observed += [full(site, site / where, room * _KIB) for room in rooms]
    site = write_site(folder / "entries/site", POSTINGS)
    mount(site / "output", "nr_inodes=60")
    observed.append(build_on(site, site / "output", lambda: mount(site / "output", "remount,nr_inodes=0")))
    site = write_site(folder / "read-only/site", POSTINGS)
    mount(site / "output", "size=64m")
    build_site(site)
    mount(site / "output", "remount,ro")
    write_posting(site, 0, title="Arborist")
    observed.append(build_on(site, site / "output", lambda: mount(site / "output", "remount,rw")))
    print(json.dumps(observed))  # noqa: T201


def full(site: Path, disk: Path, room: int) -> dict[str, Any]:
    """Change every page of a site and add postings, and build it with so many bytes of room left on a disk."""
    settings = (site / "site.toml").read_text()
    (site / "site.toml").write_text(settings.replace("nursery", f"nursery of {room} roses"))
    for number in range(POSTINGS):
        write_posting(site, number, text=f"You look after {room} roses.\n\n" + f"Bed {number}. " * 300)
    filler = disk / ".filler"
    free = int(subprocess.run(["stat", "-f", "-c", "%a", disk], capture_output=True, check=True).stdout) * 4 * _KIB
    filler.write_bytes(bytes(max(0, free - room)))
    return build_on(site, disk, filler.unlink)


def build_on(site: Path, disk: Path, make_room: Any) -> dict[str, Any]:
    """Build a site, then once more when there is room, and tell what was seen."""
    old = snapshot(site / "output")
    report = build_site(site)
    left = snapshot(site / "output")
    make_room()
    healed = build_site(site)
    scratch = Path(f"{site}-{len(list(site.parent.iterdir()))}")
    now = snapshot(site / "output")
    clean = clean_build(site, scratch)
    return {
        "disk": str(disk),
        "published": report.published,
        "problems": [str(problem) for problem in report.problems],
        "as before": left == old,
        "whole": all(data in (old.get(path), clean.get(path)) for path, data in left.items()),
        "healed": healed.published,
        "healed problems": [str(problem) for problem in healed.problems],
        "clean": now == clean,
        "hidden": sorted(hidden(site / "output")),
    }


def mount(folder: Path, options: str) -> None:
    """Mount a small file system in memory on a folder, or change the options of one."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
