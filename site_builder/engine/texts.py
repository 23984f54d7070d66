"""The texts that a ledger keeps, for processes that only look."""

import sqlite3
from pathlib import Path


class Texts:
    """The texts of a ledger that may not exist yet, for a process that only looks. Opened at the first look."""

    def __init__(self, file: Path) -> None:
        """Look into the ledger in this file."""
        self._file = file
        self._database: sqlite3.Connection | None = None

    def get(self, digest: str) -> bytes | None:
        """Return a text by its digest, None when there is none."""
        if self._database is None:
            if not self._file.exists():
                return None
            self._database = sqlite3.connect(
                f"{self._file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
        row = self._database.execute("SELECT html FROM texts WHERE digest = ?", (digest,)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close the file, if it was opened."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def __del__(self) -> None:
        """Close the file: a task has no end of its own at which it could."""
        self.close()
