"""What was found when sources were looked at, kept in the ledger: one table, `findings` (path, key of the look, what it found).

The path "" stands for all sources together.
"""

from collections.abc import Iterable, Mapping

from site_builder.engine.ledger import Ledger


class Findings:
    """The findings that a ledger keeps, each under the key of all that it depends on."""

    def __init__(self, ledger: Ledger) -> None:
        """Look into an open ledger."""
        self._ledger = ledger

    def keys(self) -> Mapping[str, str]:
        """Return the keys of all findings by path."""
        return dict(self._ledger.database.execute("SELECT path, key FROM findings WHERE path != ''"))

    def all(self) -> Mapping[str, bytes]:
        """Return all findings by path."""
        return dict(self._ledger.database.execute("SELECT path, found FROM findings WHERE path != ''"))

    def whole(self, key: str) -> bytes | None:
        """Return what was found in all sources together under this key; None when another key was the last."""
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
