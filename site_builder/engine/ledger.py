"""What was read and written before: one SQLite file that makes every build after the first a small one.

Five tables: `sources` (path, stamp, key of the reading, digest of its text, facts), `texts` (digest -> HTML), `outputs` (folder, path, key, stamp), `folders`
(folder, key of the site that lies in it whole, what was reported of it) and `findings` (see engine/findings.py). An output whose key is empty is unfinished: a build is about to
write or remove it, or was killed while it did. Its path stays known, so that the next build mends it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

import msgspec

Result = TypeVar("Result")

_VERSION = 3
# Rows of kilobytes are kept in the order in which they came, with an index beside them; small rows in the index itself.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS sources (
    path TEXT PRIMARY KEY, stamp TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, facts BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS texts (digest TEXT PRIMARY KEY, html BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS findings (path TEXT PRIMARY KEY, key TEXT NOT NULL, found BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS folders (folder TEXT PRIMARY KEY, key TEXT NOT NULL, report BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS outputs (
    folder TEXT NOT NULL, path TEXT NOT NULL, key TEXT NOT NULL, stamp TEXT NOT NULL, PRIMARY KEY (folder, path)
) WITHOUT ROWID;
"""


class DamagedError(Exception):
    """The ledger does not hold what was laid down in it."""


class Source(NamedTuple):
    """A file that was read: its stamp then, the key of the reading, and the digest of its text ("" where it gave none)."""

    stamp: str
    key: str
    text: str


class Written(NamedTuple):
    """A file that was written: the key of what it shows ("" when unfinished), its stamp then, and the digest of its bytes ("": not known)."""

    key: str
    stamp: str
    digest: str = ""


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
    """The ledger of one site, for this process alone to write. What was asked for once is kept in memory, in step with the file."""

    def __init__(self, file: Path, *, for_power_cuts: bool = True, most_new_texts: int = 96_000_000) -> None:
        """Open the ledger, or begin one.

        Without `for_power_cuts`, what was recorded last may be lost by one, and nothing waits for the disk. The
        texts recorded from now on stay in memory too, as `new_texts`, unless they are more than `most_new_texts` bytes.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        self.file, self._for_power_cuts = file, for_power_cuts
        self._database = _open(file, for_power_cuts=for_power_cuts)
        self._sources: dict[str, Source] | None = None
        self._outputs: dict[str, dict[str, Written]] = {}
        self.new_texts: dict[str, bytes] = {}
        self._room = most_new_texts

    @property
    def database(self) -> sqlite3.Connection:
        """The open file, which is another after it was `closed`."""
        return self._database

    def sources(self) -> Mapping[str, Source]:
        """Return all that was read before, by path."""
        if self._sources is None:
            rows = self._database.execute("SELECT path, stamp, key, text FROM sources")
            self._sources = {path: Source(*rest) for path, *rest in rows}
        return self._sources

    def facts(self, key_start: str) -> Iterator[tuple[str, bytes]]:
        """Yield what came of all that was read before under keys that begin so, with its path."""
        yield from self._database.execute(
            "SELECT path, facts FROM sources WHERE substr(key, 1, ?) = ?", (len(key_start), key_start)
        )

    @contextmanager
    def recording(self) -> Iterator["Recording"]:
        """Remember what is read within this block, as soon as the block ends and only if it ends well."""
        # All at once: what is read anew replaces something, and a build that fails between the two would leave both for ever.
        sources = self.sources()
        self._sources = None
        with self._database:
            recording = Recording(self._database, dict(sources), self._keep_text)
            yield recording
        self._sources = recording.sources

    def _keep_text(self, digest: str, html: bytes) -> None:
        self._room -= len(html)
        if self._room >= 0:
            self.new_texts[digest] = html
        else:
            self.new_texts.clear()

    def record_stamps(self, stamps: Mapping[str, str]) -> None:
        """Remember new stamps of sources that hold what they held before."""
        with self.recording() as recording:
            for path, stamp in stamps.items():
                recording.stamp(path, stamp)

    def forget_all(self) -> None:
        """Forget what was read, and take every output for unfinished; which files are ours is still known."""
        self._sources, self._outputs = None, {}
        with self._database:
            self._database.execute("DELETE FROM sources")
            self._database.execute("DELETE FROM texts")
            self._database.execute("DELETE FROM folders")
            self._database.execute("DELETE FROM findings")
            self._database.execute("UPDATE outputs SET key = ''")

    def whole(self, folder: str) -> tuple[str, bytes] | None:
        """Return the key of the site that lies in a folder, and what was reported of it; None when it is not there as a whole."""
        row = self._database.execute("SELECT key, report FROM folders WHERE folder = ?", (folder,)).fetchone()
        return (row[0], row[1]) if row else None

    def knows_folder(self, folder: str) -> bool:
        """Tell whether outputs in a folder were ever recorded here."""
        return (
            self._database.execute("SELECT 1 FROM outputs WHERE folder = ? LIMIT 1", (folder,)).fetchone() is not None
        )

    def outputs(self, folder: str) -> Mapping[str, Written]:
        """Return what was written into a folder before, by path."""
        if folder not in self._outputs:
            rows = self._database.execute("SELECT path, key, stamp FROM outputs WHERE folder = ?", (folder,))
            self._outputs[folder] = {
                # The digest stands behind the stamp, since this table keeps its columns (see _open).
                path: Written(key, *stamp.split(" ", 1))
                for path, key, stamp in rows
            }
        return self._outputs[folder]

    def record_outputs(
        self,
        folder: str,
        written: Mapping[str, Written],
        removed: Iterable[str] = (),
        whole: tuple[str, bytes] | None = None,
    ) -> None:
        """Remember what was written into a folder, and forget what was removed from it.

        With `whole`, the folder holds the site of that key, of which that was reported; without, it holds no site as a whole.
        """
        removed = list(removed)
        outputs = {**self.outputs(folder), **written}
        for path in removed:
            outputs.pop(path, None)
        del self._outputs[folder]
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?)",
                (
                    (folder, path, file.key, f"{file.stamp} {file.digest}" if file.digest else file.stamp)
                    for path, file in written.items()
                ),
            )
            self._database.executemany(
                "DELETE FROM outputs WHERE folder = ? AND path = ?", ((folder, path) for path in removed)
            )
            self._database.execute("DELETE FROM folders WHERE folder = ?", (folder,))
            if whole is not None:
                self._database.execute("INSERT INTO folders VALUES (?, ?, ?)", (folder, *whole))
        self._outputs[folder] = outputs

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Close the file for a while: no process may be forked while it is open (https://www.sqlite.org/howtocorrupt.html, 2.6)."""
        self.close()
        try:
            yield
        finally:
            self._database = _open(self.file, for_power_cuts=self._for_power_cuts)

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


class Recording:
    """What is being read, on its way into the ledger. `sources` are those that it will have."""

    def __init__(
        self, database: sqlite3.Connection, sources: dict[str, Source], keep: Callable[[str, bytes], None]
    ) -> None:
        """Write into a database in which a transaction is open and these sources are; `keep` is told of each text."""
        self._execute, self._executemany = database.execute, database.executemany
        self.sources, self._keep = sources, keep

    def source(self, path: str, source: Source, facts: bytes) -> None:
        """Remember what came of a source."""
        self._execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?)", (path, *source, facts))
        self.sources[path] = source

    def stamp(self, path: str, stamp: str) -> None:
        """Remember the new stamp of a source that holds what it held before."""
        self._execute("UPDATE sources SET stamp = ? WHERE path = ?", (stamp, path))
        self.sources[path] = self.sources[path]._replace(stamp=stamp)

    def text(self, digest: str, html: bytes) -> None:
        """Remember a text (UTF-8) under its digest."""
        self._execute("INSERT OR REPLACE INTO texts VALUES (?, ?)", (digest, html))
        self._keep(digest, html)

    def forget(self, paths: Iterable[str]) -> None:
        """Forget sources."""
        paths = list(paths)
        for path in paths:
            self.sources.pop(path, None)
        self._executemany("DELETE FROM sources WHERE path = ?", ((path,) for path in paths))

    def forget_texts(self, digests: Iterable[str]) -> None:
        """Forget those of some texts that no source has any more."""
        live = {source.text for source in self.sources.values()}
        self._executemany("DELETE FROM texts WHERE digest = ?", ((one,) for one in digests if one not in live))


def _open(file: Path, *, for_power_cuts: bool) -> sqlite3.Connection:
    # WAL lets workers read while the parent writes, and a killed or powerless machine cannot corrupt it.
    database = sqlite3.connect(file, timeout=30, check_same_thread=False)
    try:
        database.execute("PRAGMA page_size = 16384")  # a text in one page; heeded where the file is new
        database.execute("PRAGMA journal_mode = WAL")
        # FULL: what a build is about to touch is on the disk before it is touched, even when the power fails.
        database.execute(f"PRAGMA synchronous = {'FULL' if for_power_cuts else 'NORMAL'}")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version not in (0, _VERSION):
            # `outputs` never changes its shape: it alone knows which files in the output are ours.
            for table in ("sources", "results", "texts", "folders", "findings"):
                database.execute(f"DROP TABLE IF EXISTS {table}")
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
