"""What the dev server watches: an event is set after every burst of changes to a site's files."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from watchfiles import Change, awatch

from site_builder.reading.settings import FILE
from site_builder.theming.theme import BUILT_IN

FOLDERS = ("content", "templates", "assets", "themes")
"""What is watched in a site's folder, beside site.toml."""
# Milliseconds without a change after which a burst is over (an editor's save, a checkout), and the longest burst.
_QUIET = 25
_LONGEST = 1_000

_Changes = set[tuple[Change, str]]


async def watch(root: Path, changed: asyncio.Event) -> None:
    """Set `changed` as soon as all is watched, and after every burst of changes. Runs until it is cancelled.

    `root` is the site's folder, absolute and without symbolic links. It may hold far more than a site (.git, a virtual
    environment), so that only site.toml and the folders of a site are watched.
    """
    come_and_gone = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(_watch_root(root, changed, come_and_gone))
        group.create_task(_watch_folders(root, changed, come_and_gone))


async def _watch_root(root: Path, changed: asyncio.Event, come_and_gone: asyncio.Event) -> None:
    """See site.toml change, and the folders come and go."""
    names = {FILE, *FOLDERS}

    def is_ours(_change: Change, path: str) -> bool:
        return Path(path).name in names

    async for changes in _bursts([root], is_ours, recursive=False):
        if any(Path(path).name != FILE for _, path in changes):
            come_and_gone.set()
        changed.set()


async def _watch_folders(root: Path, changed: asyncio.Event, come_and_gone: asyncio.Event) -> None:
    """See what changes in the folders; look anew which there are when one has come or gone."""
    while True:
        come_and_gone.clear()
        folders = [folder for name in FOLDERS if (folder := root / name).is_dir()]
        if not any(BUILT_IN.is_relative_to(folder) for folder in folders):
            folders.append(BUILT_IN)

        def is_ours(_change: Change, path: str, folders: list[Path] = folders) -> bool:
            file = Path(path)
            folder = next((one for one in folders if file.is_relative_to(one)), file.parent)
            return not any(map(_is_passing, file.relative_to(folder).parts))

        # This gets its turn when the loop below has begun to wait, and so to watch: nothing is missed in between.
        asyncio.get_running_loop().call_soon(changed.set)
        async for _ in _bursts(folders, is_ours, recursive=True, until=come_and_gone):
            changed.set()


def _bursts(
    folders: list[Path], is_ours: Callable[[Change, str], bool], *, recursive: bool, until: asyncio.Event | None = None
) -> AsyncIterator[_Changes]:
    return awatch(*folders, watch_filter=is_ours, debounce=_LONGEST, step=_QUIET, stop_event=until, recursive=recursive)


def _is_passing(name: str) -> bool:
    """Say whether a file is hidden, or one that editors make for a moment (vim writes `4913` to see whether it may)."""
    return name.startswith((".", "#")) or name.endswith(("~", ".swp")) or name == "4913"
