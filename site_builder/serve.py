"""The dev server: it watches a site's files, builds what changed, and has the browser reload. It survives every error.

The site is built into a folder of its own, with drafts, and served below its own path (`/repo/`), as it will be when
it is published.
"""

import asyncio
import errno
import secrets
import signal
import socket
import time
import traceback
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import date
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from tornado.httpserver import HTTPServer

from site_builder.build import Builder, Options, Report
from site_builder.engine.lock import BusyError, alone
from site_builder.engine.workers import Workers
from site_builder.model.problem import Problem, Severity
from site_builder.model.source_files import CONTENT
from site_builder.project import Project, load_project
from site_builder.reading.sections import HOW_TO_BEGIN
from site_builder.reading.settings import FILE
from site_builder.serve_http import WILDCARDS, Preview, View, application
from site_builder.serve_watch import Changes, watch
from site_builder.wording import errors_and_warnings, work_done

PORTS = 20
"""How many ports are tried, from the wanted one on."""


class ServeError(Exception):
    """The server cannot start. `mend` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.mend = mend


def serve(  # all that a server is started with
    root: Path,
    host: str,
    port: int,
    today: Callable[[Project], date],
    say: Callable[[str], None],
    *,
    as_of: bool = False,
) -> None:
    """Serve the site in a folder until Ctrl-C, or until asked to terminate. Runs in the main thread; see DevServer.

    Raises ServeError.
    """
    server = DevServer(root, host, port, today, say, as_of=as_of)
    before = {number: signal.signal(number, lambda *_: server.stop()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        server.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class DevServer:
    """One run of the server. `port` is the one it listens on, `address` what to open in a browser."""

    def __init__(  # all that a server is started with
        self,
        root: Path,
        host: str,
        port: int,
        today: Callable[[Project], date],
        say: Callable[[str], None],
        *,
        as_of: bool = False,
    ) -> None:
        """Take a free port: the wanted one, one of those after it, or any for port 0.

        `today` is asked at every build, as the server may run over midnight, and with `as_of` was chosen; `say` is given lines for the terminal.
        Raises ServeError.
        """
        self._root = root.resolve()
        if not (self._root / FILE).is_file():
            place = self._root.name or self._root
            raise ServeError(f"there is no {FILE} in {place}/", HOW_TO_BEGIN)
        self._today, self._print = today, say
        self._options = Options(as_of=as_of, drafts=True)
        self._host = host.strip("[]")
        self._socket = _listen(self._host, port)
        self.port: int = self._socket.getsockname()[1]
        self._port_is_taken = port not in (0, self.port)
        name = "127.0.0.1" if self._host in WILDCARDS else self._host
        self.address = f"http://[{name}]:{self.port}/" if ":" in name else f"http://{name}:{self.port}/"
        self._cache = self._root / ".cache" / "serve"
        run = secrets.token_hex(4)
        self._revisions = (f"{run}-{number}" for number in count(1))
        self._view = View(next(self._revisions))
        self._told: frozenset[Problem] = frozenset()
        self._project: Project | None = None
        # What changed since the last build that was told of it; None: anything may have.
        self._untold: set[str] | None = None
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        self._gives_up = False

    def run(self) -> None:
        """Serve until `stop`; once only. Raises ServeError when this site is being served already."""
        with closing(self._socket), asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            try:
                # Two servers would build into one folder, each with its own port in the addresses.
                with alone(self._cache / "server.lock"):
                    runner.run(self._run())
            except BusyError:
                mend = "Open that one in a browser, or stop it."
                raise ServeError("this site is being served already", mend) from None
            except PermissionError as error:
                mend = "The preview is kept there: give yourself the right."
                raise ServeError(f"{error.filename} cannot be written", mend) from error

    def stop(self) -> None:
        """End `run`, from any thread; a build that is under way ends with the file it has in hand."""
        self._gives_up = True
        with suppress(RuntimeError):  # its loop has been closed already: it has ended
            self._loop.call_soon_threadsafe(self._stopping.set)

    async def _run(self) -> None:
        taken = " (the port that was asked for is in use)" if self._port_is_taken else ""
        self._say(f"Serving at {self.address}{taken}. Ctrl-C ends it.")
        preview = Preview(self._cache / "site")
        changes = Changes(self._root)
        server = HTTPServer(application(preview, self._host))
        server.add_socket(self._socket)
        with (
            Workers(watch=self._watch_progress) as workers,
            closing(Builder(workers)) as builder,
            ThreadPoolExecutor(1, "build") as thread,
        ):
            async with asyncio.TaskGroup() as group:
                watching = group.create_task(watch(self._root, changes))
                building = group.create_task(self._build_after_changes(changes, preview, builder, thread))
                await self._stopping.wait()
                watching.cancel()
                building.cancel()
        server.stop()
        preview.close()
        await server.close_all_connections()

    async def _build_after_changes(
        self, changes: Changes, preview: Preview, builder: Builder, thread: ThreadPoolExecutor
    ) -> None:
        """Build after each burst of changes; those during a build lead to one more after it."""
        while True:
            touched = await changes.taken()
            started = time.perf_counter()
            built = await self._loop.run_in_executor(thread, self._build, builder, touched)
            self._tell(built, time.perf_counter() - started)
            self._view = self._view_after(built)
            preview.show(self._view)

    def _build(self, builder: Builder, touched: Collection[str] | None) -> "_Built":
        """Load and build the site, in a thread of its own. Our own mistakes too end in the page, not the server."""
        if touched is None or self._untold is None:
            self._untold = None
        else:
            self._untold |= set(touched)
        try:
            project = self._loaded(touched)
            if isinstance(project, Report):
                return _Built(project)
            today = self._today(project)
            report = builder.build(project, today, self._options, self._untold)
            self._untold = set()
        except _GivenUpError:
            return _Built(Report())
        except OSError as error:
            # A file of the settings or the theme may not be read, or went away at this moment.
            return _Built(Report(problems=(_unreadable(error, self._root),)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not end the server
            return _Built(Report(problems=(_own_mistake(error),)), trace=traceback.format_exc())
        return _Built(report, project.config.base_path)

    def _loaded(self, touched: Collection[str] | None) -> Project | Report:
        """Return the site's settings and theme, loaded anew when something but its content was touched, or why they cannot be had."""
        if self._project is None or touched is None or any(not path.startswith(f"{CONTENT}/") for path in touched):
            self._project = None
            project, problems = load_project(self._root, self._cache / "site", self._cache / "ledger.db")
            if project is None:
                return Report(problems=tuple(problems))
            local = self.address.removesuffix("/") + project.config.base_path
            self._project = replace(project, config=replace(project.config, base_url=local))
        return self._project

    def _watch_progress(self, _what: str, _done: int, _total: int) -> None:
        if self._gives_up:
            raise _GivenUpError

    def _view_after(self, built: "_Built") -> View:
        """Return the next view: the same one when nothing that a browser shows is another."""
        report = built.report
        if report.published:
            view = replace(self._view, base_path=built.base_path, errors=())
        else:
            view = replace(self._view, errors=_errors(report))
        if view == self._view and not report.counts.written and not report.counts.removed:
            return view
        return replace(view, revision=next(self._revisions))

    def _say(self, line: str) -> None:
        """Say a line in the terminal. Where nobody reads what is said any more (`serve | head`), the server ends."""
        try:
            self._print(line)
        except BrokenPipeError:
            self.stop()

    def _tell(self, built: "_Built", seconds: float) -> None:
        """Say what a build did: every error, and the warnings that the last build did not have."""
        report = built.report
        if built.trace:
            self._say(built.trace)
        for problem in report.problems:
            if problem.severity is Severity.ERROR or problem not in self._told:
                self._say(str(problem))
        self._told = frozenset(report.problems)
        if report.problems:
            self._say(errors_and_warnings(report.problems))
        if not report.published:
            self._say(f"Nothing new was published; the browser shows why ({seconds:.2f} s).")
            return
        self._say(work_done(report, seconds))


class _Built(Struct, frozen=True):
    """What came of a build, the path below which the site lies, and the traceback of a mistake of ours."""

    report: Report
    base_path: str = ""
    trace: str = ""


class _GivenUpError(Exception):
    """The server stops: the build under way is of no use any more."""


def _errors(report: Report) -> tuple[Problem, ...]:
    return tuple(problem for problem in report.problems if problem.severity is Severity.ERROR)


def _unreadable(error: OSError, root: Path) -> Problem:
    file = Path(str(error.filename or FILE))
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    mend = "Correct the file's permissions, or delete it."
    return Problem(path, 0, "file-unreadable", error.strerror or str(error), mend)


def _own_mistake(error: Exception) -> Problem:
    message = f"site-builder made a mistake: {type(error).__name__}: {error}"
    return Problem("site-builder", 0, "own-mistake", message, "Please report it with the traceback in the terminal.")


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on the first free port from the wanted one on. Raises ServeError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    ports = range(port, min(port + PORTS, 65_536)) if port else range(1)
    for one in ports:
        try:
            listening = socket.create_server((host, one), family=family, backlog=128)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            raise ServeError(
                f"the address {host}:{one} cannot be served: {error.strerror}", "Choose others with --host and --port."
            ) from error
        listening.setblocking(False)  # noqa: FBT003 - the socket's own signature
        return listening
    raise ServeError(f"the ports {ports.start} to {ports.stop - 1} are all in use", "Choose another with --port.")
