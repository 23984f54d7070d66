"""The dev server: it watches a site's files, builds what changed, and has the browser reload. It survives every error.

The site is built into a folder of its own, with drafts, and served below its own path (`/repo/`), as it will be published.
"""

import asyncio
import errno
import secrets
import signal
import socket
import time
import traceback
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from tornado.httpserver import HTTPServer
from watchfiles import Change, awatch

from site_builder.build import Options, Report, build
from site_builder.engine.lock import BusyError, alone
from site_builder.engine.workers import Workers
from site_builder.model.problem import Problem, Severity
from site_builder.project import Project, load_project
from site_builder.reading.settings import FILE
from site_builder.serve_http import WILDCARDS, Preview, View, application
from site_builder.theming.theme import BUILT_IN

FOLDERS = ("content", "templates", "assets", "themes")
"""What is watched in a site's folder, beside site.toml."""
PORTS = 20
"""How many ports are tried, from the wanted one on."""
_QUIET = 25
"""Milliseconds without a change after which a burst of changes is over; an editor's save or a checkout is one."""
_LONGEST_BURST = 1_000


class ServeError(Exception):
    """The server cannot start. `mend` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.mend = mend


def serve(root: Path, host: str, port: int, today: Callable[[Project], date], say: Callable[[str], None]) -> None:
    """Serve the site in a folder until Ctrl-C (or a polite kill). Call it in the main thread; see DevServer. Raises ServeError."""
    server = DevServer(root, host, port, today, say)
    before = {number: signal.signal(number, lambda *_: server.stop()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        server.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class DevServer:
    """One run of the server. `port` is the one it listens on, `address` what to open in a browser."""

    def __init__(
        self, root: Path, host: str, port: int, today: Callable[[Project], date], say: Callable[[str], None]
    ) -> None:
        """Take a free port: the wanted one, one of the next 20, or any for port 0.

        `today` is asked at every build, as the server may run over midnight; `say` is given lines for the terminal. Raises ServeError.
        """
        self._root = root.resolve()
        if not (self._root / FILE).is_file():
            raise ServeError(f"there is no {FILE} in {root}", "Name the site's folder with --site.")
        self._host = host.strip("[]")
        self._wanted_port = port
        self._today, self._say = today, say
        self._cache = self._root / ".cache" / "serve"
        self._preview = Preview(self._cache / "site")
        self._revisions = _Revisions()
        self._view = View(self._revisions.next())
        self._told: frozenset[Problem] = frozenset()
        self._changed = asyncio.Event()
        self._rearm = asyncio.Event()
        self._stopping = asyncio.Event()
        self._gives_up = False
        self._socket = _listen(self._host, port)
        self.port: int = self._socket.getsockname()[1]
        name = "127.0.0.1" if self._host in WILDCARDS else self._host
        self.address = f"http://[{name}]:{self.port}/" if ":" in name else f"http://{name}:{self.port}/"

    def run(self) -> None:
        """Serve until `stop`. Raises ServeError when this site is being served already."""
        with closing(self._socket):
            try:
                # Two servers would build into one folder, each with its own port in the addresses.
                with alone(self._cache / "server.lock"):
                    asyncio.run(self._run())
            except BusyError:
                raise ServeError("this site is being served already", "Open that one in a browser, or stop it.") from None
            except PermissionError as error:
                raise ServeError(
                    f"{error.filename} cannot be written", "The dev server keeps its site there: give yourself the right to write."
                ) from error

    def stop(self) -> None:
        """End `run`, from any thread; a build that is under way ends with the file it has in hand."""
        self._gives_up = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stopping.set)

    _loop: asyncio.AbstractEventLoop | None = None

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._gives_up:
            return
        taken = f" (port {self._wanted_port} is in use)" if self._wanted_port not in (0, self.port) else ""
        self._say(f"Serving at {self.address}{taken}. Ctrl-C ends it.")
        server = HTTPServer(application(self._preview, self._host))
        server.add_socket(self._socket)
        with Workers(watch=self._watch_progress) as workers, ThreadPoolExecutor(1, "build") as thread:
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(self._watch_folders()),
                    group.create_task(self._watch_root()),
                    group.create_task(self._build_after_changes(workers, thread)),
                ]
                await self._stopping.wait()
                for task in tasks:
                    task.cancel()
        server.stop()
        self._preview.close()
        await server.close_all_connections()

    # ---- watching ----

    async def _watch_root(self) -> None:
        """See site.toml change, and the watched folders come and go."""
        names = {FILE, *FOLDERS}

        def is_ours(_change: Change, path: str) -> bool:
            return Path(path).name in names

        async for changes in _bursts(self._root, recursive=False, is_ours=is_ours):
            if any(Path(path).name != FILE for _, path in changes):
                self._rearm.set()
            self._changed.set()

    async def _watch_folders(self) -> None:
        """See what changes in the watched folders; look anew which there are when one comes or goes."""
        while True:
            self._rearm.clear()
            folders = [folder for name in FOLDERS if (folder := self._root / name).is_dir()]
            if not any(BUILT_IN.is_relative_to(folder) for folder in folders):
                folders.append(BUILT_IN)

            def is_ours(_change: Change, path: str, folders: list[Path] = folders) -> bool:
                folder = next(filter(Path(path).is_relative_to, folders), Path())
                return not any(map(_is_passing, Path(path).relative_to(folder).parts))

            # This comes to its turn when the loop below waits, and then watches: nothing is missed between the two.
            asyncio.get_running_loop().call_soon(self._changed.set)
            async for _ in _bursts(*folders, recursive=True, is_ours=is_ours, until=self._rearm):
                self._changed.set()

    # ---- building ----

    async def _build_after_changes(self, workers: Workers, thread: ThreadPoolExecutor) -> None:
        """Build once after each burst; changes during a build lead to one more after it."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            started = time.perf_counter()
            built = await asyncio.get_running_loop().run_in_executor(thread, self._build, workers)
            self._tell(built.report, time.perf_counter() - started)
            self._view = self._view_after(built)
            self._preview.show(self._view)

    def _build(self, workers: Workers) -> "_Built":
        """Load and build the site. Runs in a thread of its own. Our own mistakes too end in the page, and the server goes on."""
        try:
            project, problems = load_project(self._root, self._cache / "site", self._cache / "ledger.db")
            if project is None:
                return _Built(Report(problems=tuple(problems)))
            base_path = project.config.base_path
            local = replace(project.config, base_url=self.address.removesuffix("/") + base_path)
            report = build(replace(project, config=local), self._today(project), workers, Options(drafts=True))
            return _Built(report, base_path)
        except _GivenUpError:
            return _Built(Report())
        except OSError as error:  # a file went away while the settings or the theme were read, or may not be read
            return _Built(Report(problems=(_unreadable(error, self._root),)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not end the server
            self._loop and self._loop.call_soon_threadsafe(self._say, traceback.format_exc())
            return _Built(Report(problems=(_own_mistake(error),)))

    def _watch_progress(self, _what: str, _done: int, _total: int) -> None:
        if self._gives_up:
            raise _GivenUpError

    def _view_after(self, built: "_Built") -> View:
        """Return the next view: the same one when nothing that a browser shows is another."""
        if built.report.published:
            view = replace(self._view, base_path=built.base_path, errors=())
            is_new = built.report.counts.written + built.report.counts.removed > 0
        else:
            view = replace(self._view, errors=_errors(built.report))
            is_new = False
        if is_new or view != self._view:
            return replace(view, revision=self._revisions.next())
        return view

    def _tell(self, report: Report, seconds: float) -> None:
        """Say what a build did: every error, and the warnings that the last build did not have."""
        for problem in report.problems:
            if problem.severity is Severity.ERROR or problem not in self._told:
                self._say(str(problem))
        self._told = frozenset(report.problems)
        errors = len(_errors(report))
        warnings = len(report.problems) - errors
        found = f"{errors} errors, {warnings} warnings; "
        if not report.published:
            self._say(f"{found}the browser shows them, over the last good site if there is one ({seconds:.2f} s)")
            return
        counts = report.counts
        self._say(
            f"{found if warnings else ''}{report.read} of {report.files} files read, {counts.rendered} rendered, "
            f"{counts.written} written, {counts.removed} removed in {seconds:.2f} s"
        )


class _Built(Struct, frozen=True):
    """What came of a build, and the path below which the site lies ("" when the settings could not be read)."""

    report: Report
    base_path: str = ""


class _GivenUpError(Exception):
    """The server stops: the build under way is of no use any more."""
