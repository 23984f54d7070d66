"""What was found when sources or pages were looked at, kept in the ledger: one table, `findings` (path, key of the look, what it found).

The path "" stands for all of a site together.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from site_builder.engine.ledger import Ledger


class Findings:
    """The findings that a ledger keeps, each under the key of all that it depends on."""

    def __init__(self, ledger: Ledger, start: str) -> None:
        """Look into an open ledger, at the paths that begin so."""
        self._ledger, self._start = ledger, start

    def keys(self) -> Mapping[str, str]:
        """Return the keys of all findings by path."""
        return self._of("key")

    def all(self) -> Mapping[str, bytes]:
        """Return all findings by path."""
        return self._of("found")

    def _of(self, column: str) -> dict[str, Any]:
        rows = self._ledger.database.execute(
            f"SELECT path, {column} FROM findings WHERE substr(path, 1, length(?)) = ?",  # noqa: S608  # a name of ours
            (self._start, self._start),
        )
        return dict(rows)

    def whole(self, key: str) -> bytes | None:
        """Return what was found in all of the site together under this key; None when another key was the last."""
        row = self._ledger.database.execute("SELECT found FROM findings WHERE path = '' AND key = ?", (key,)).fetchone()
        return row[0] if row else None

    def record(self, found: Mapping[str, tuple[str, bytes]], gone: Iterable[str] = ()) -> None:
        """Remember findings with their keys, and forget those of paths that are gone."""
        database = self._ledger.database
        with database:
            database.executemany(
                "INSERT OR REPLACE INTO findings VALUES (?, ?, ?)", ((path, *one) for path, one in found.items())
            )
            database.executemany("DELETE FROM findings WHERE path = ?", ((path,) for path in gone))
