"""What the dev server watches: which of a site's files changed, after every burst of changes."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from pathlib import Path

from watchfiles import Change, awatch

from site_builder.model.source_files import FOLDERS
from site_builder.reading.settings import FILE
from site_builder.theming.chain import BUILT_IN

# Milliseconds without a change after which a burst is over (an editor's save, a checkout), and the longest burst.
_QUIET = 8
_LONGEST = 1_000

_Changes = set[tuple[Change, str]]


class Changes:
    """What changed in a site's folder since it was last taken. It belongs to the event loop's thread."""

    def __init__(self, root: Path) -> None:
        """Begin without changes in the folder `root`."""
        self._root = root
        self._some = asyncio.Event()
        self._paths: set[str] | None = set()

    def add(self, paths: Iterable[str]) -> None:
        """Add changed files and folders by their absolute paths."""
        for path in paths:
            file = Path(path)
            if self._paths is None or not file.is_relative_to(self._root):
                self._paths = None
                break
            self._paths.add(file.relative_to(self._root).as_posix())
        self._some.set()

    def add_anything(self) -> None:
        """Say that anything may have changed."""
        self._paths = None
        self._some.set()

    async def taken(self) -> Collection[str] | None:
        """Wait for changes and take them: paths relative to the site's folder, or None where anything may have changed."""
        await self._some.wait()
        self._some.clear()
        paths, self._paths = self._paths, set()
        return paths


async def watch(root: Path, changes: Changes) -> None:
    """Add what changes, from the moment when all is watched, after every burst of changes. Runs until it is cancelled.

    `root` is the site's folder, absolute and without symbolic links. It may hold far more than a site (.git, a virtual
    environment), so that only site.toml and the folders of a site are watched.
    """
    come_and_gone = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(_watch_root(root, changes, come_and_gone))
        group.create_task(_watch_folders(root, changes, come_and_gone))


async def _watch_root(root: Path, changes: Changes, come_and_gone: asyncio.Event) -> None:
    """See site.toml change, and the folders come and go."""
    names = {FILE, *FOLDERS}

    def is_ours(_change: Change, path: str) -> bool:
        return Path(path).name in names

    async for burst in _bursts([root], is_ours, recursive=False):
        paths = {path for _, path in burst}
        if any(Path(path).name != FILE for path in paths):
            come_and_gone.set()
        changes.add(paths)


async def _watch_folders(root: Path, changes: Changes, come_and_gone: asyncio.Event) -> None:
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
        asyncio.get_running_loop().call_soon(changes.add_anything)
        async for burst in _bursts(folders, is_ours, recursive=True, until=come_and_gone):
            changes.add(path for _, path in burst)


def _bursts(
    folders: list[Path], is_ours: Callable[[Change, str], bool], *, recursive: bool, until: asyncio.Event | None = None
) -> AsyncIterator[_Changes]:
    return awatch(*folders, watch_filter=is_ours, debounce=_LONGEST, step=_QUIET, stop_event=until, recursive=recursive)


def _is_passing(name: str) -> bool:
    """Say whether a file is hidden, or one that editors make for a moment (vim writes `4913` to see whether it may)."""
    return name.startswith((".", "#")) or name.endswith(("~", ".swp")) or name == "4913"
