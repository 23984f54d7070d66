"""What was read and written before: one SQLite file that makes every build after the first a small one.

Three tables: `sources` (path, stamp, key of the reading), `results` (key or digest -> value) and `outputs` (folder, path, key,
stamp). An output whose key is empty is unfinished: a build is about to write or remove it, or was killed while it did. Its path stays
known, so that the next build mends it.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

import msgspec

Result = TypeVar("Result")

_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS sources (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs (
    folder TEXT NOT NULL, path TEXT NOT NULL, key TEXT NOT NULL, stamp TEXT NOT NULL, PRIMARY KEY (folder, path)
) WITHOUT ROWID;
"""


class DamagedError(Exception):
    """The ledger does not hold what was laid down in it."""


class Source(NamedTuple):
    """A file that was read: its stamp then, the key of the reading and what came of it."""

    stamp: str
    key: str
    value: bytes


class Written(NamedTuple):
    """A file that was written: the key of what it shows ("" when unfinished) and its stamp then."""

    key: str
    stamp: str


def with_ledger(file: Path, work: Callable[["Ledger"], Result]) -> Result:
    """Do some work with the ledger in a file. A ledger found damaged is set aside, and the work done again with a new one.

    Raises what the work raises, and sqlite3.Error (a full disk, no permission).
    """
    try:
        with Ledger(file) as ledger:
            return work(ledger)
    except (sqlite3.DatabaseError, msgspec.DecodeError, DamagedError) as error:
        if not _is_damage(error):
            raise
    _set_aside(file)
    with Ledger(file) as ledger:
        return work(ledger)


class Ledger:
    """The ledger of one site, open for one build."""

    def __init__(self, file: Path) -> None:
        """Open the ledger, or begin one."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self.file = file
        self._database = _open(file)

    def sources(self) -> dict[str, Source]:
        """Return all that was read before, by path."""
        rows = self._database.execute(
            "SELECT path, stamp, sources.key, value FROM sources JOIN results ON results.key = sources.key"
        )
        return {path: Source(stamp, key, value) for path, stamp, key, value in rows}

    def record_sources(
        self,
        sources: Mapping[str, Source],
        results: Iterable[tuple[str, bytes]],
        gone: Iterable[str] = (),
        live_results: Collection[str] | None = None,
    ) -> None:
        """Remember what was read now, and results under their digests. Sources not among these stay as they are, but for those `gone`.

        With `live_results`, every result is forgotten that is neither a source's nor among them.
        """
        # All at once: what is read anew replaces something, and a build that fails between the two would leave both for ever.
        with self._database:
            self._database.executemany("DELETE FROM sources WHERE path = ?", ((path,) for path in gone))
            self._database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", results)
            self._database.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?)",
                ((source.key, source.value) for source in sources.values()),
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?)",
                ((path, source.stamp, source.key) for path, source in sources.items()),
            )
            if live_results is not None:
                self._forget_all_results_but(live_results)

    def _forget_all_results_but(self, live_results: Iterable[str]) -> None:
        self._database.execute("CREATE TEMP TABLE live (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._database.executemany("INSERT OR IGNORE INTO live VALUES (?)", ((key,) for key in live_results))
        self._database.execute("INSERT OR IGNORE INTO live SELECT key FROM sources")
        self._database.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM live)")
        self._database.execute("DROP TABLE live")

    def forget_all(self) -> None:
        """Forget what was read, and take every output for unfinished; which files are ours is still known."""
        with self._database:
            self._database.execute("DELETE FROM sources")
            self._database.execute("DELETE FROM results")
            self._database.execute("UPDATE outputs SET key = ''")

    def knows_folder(self, folder: str) -> bool:
        """Tell whether outputs in a folder were ever recorded here."""
        return (
            self._database.execute("SELECT 1 FROM outputs WHERE folder = ? LIMIT 1", (folder,)).fetchone() is not None
        )

    def outputs(self, folder: str) -> dict[str, Written]:
        """Return what was written into a folder before, by path."""
        rows = self._database.execute("SELECT path, key, stamp FROM outputs WHERE folder = ?", (folder,))
        return {path: Written(key, stamp) for path, key, stamp in rows}

    def record_outputs(self, folder: str, written: Mapping[str, Written], removed: Iterable[str] = ()) -> None:
        """Remember what was written into a folder, and forget what was removed from it."""
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?)",
                ((folder, path, file.key, file.stamp) for path, file in written.items()),
            )
            self._database.executemany(
                "DELETE FROM outputs WHERE folder = ? AND path = ?", ((folder, path) for path in removed)
            )

    def close(self) -> None:
        """Close the file."""
        # SQLite does this by itself when the last connection is closed, but workers may still have theirs, and the journal would grow.
        with suppress(sqlite3.Error):
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._database.close()

    def __enter__(self) -> Self:
        """Return the ledger; leaving the block closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()


class Results:
    """The results of a ledger that may not exist yet, for a process that only looks. Opened at the first look."""

    def __init__(self, file: Path) -> None:
        """Look into the ledger in this file."""
        self._file = file
        self._database: sqlite3.Connection | None = None

    def get(self, key: str) -> bytes | None:
        """Return a result by its key, None when there is none."""
        if self._database is None:
            if not self._file.exists():
                return None
            self._database = sqlite3.connect(
                f"{self._file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
        row = self._database.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close the file, if it was opened."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def __del__(self) -> None:
        """Close the file: a task has no end of its own at which it could."""
        self.close()


def _open(file: Path) -> sqlite3.Connection:
    # WAL lets workers read while the parent writes, and a killed or powerless machine cannot corrupt it.
    database = sqlite3.connect(file, timeout=30, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        # FULL: what a build is about to touch is on the disk before it is touched, even when the power fails.
        database.execute("PRAGMA synchronous = FULL")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version not in (0, _VERSION):
            # `outputs` never changes its shape: it alone knows which files in the output are ours.
            database.executescript("DROP TABLE IF EXISTS sources; DROP TABLE IF EXISTS results;")
        if version != _VERSION:
            database.executescript(_SCHEMA)
            database.execute(f"PRAGMA user_version = {_VERSION}")
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _is_damage(error: Exception) -> bool:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return True


def _set_aside(file: Path) -> None:
    # Its journal may stay: SQLite deletes the journal that it finds beside a new, empty file.
    file.replace(file.with_suffix(".broken"))
