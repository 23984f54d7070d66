"""What one build of a site leaves in memory for the next."""

from collections.abc import Collection
from pathlib import Path

from site_builder.engine.folder import Entry, Folder, scan
from site_builder.engine.ledger import Ledger
from site_builder.engine.workers import Workers
from site_builder.model.memory import Memory
from site_builder.sources import CONTENT


class Kept:
    """The open ledger, the workers, what lies in `content/`, and what came of what.

    `in_step` says that the output folder holds what this process wrote last, so that its files need not be looked at.
    """

    def __init__(self, ledger: Ledger, workers: Workers, *, for_one_build: bool = False) -> None:
        """Begin with what is in the ledger."""
        self.ledger, self.workers = ledger, workers
        self._keeps = not for_one_build
        self.memory = Memory(keeps=self._keeps)
        self.in_step = False
        self._content: Folder | None = None
        self._circumstances: tuple[object, ...] = ()

    def begin(self, *circumstances: object) -> bool:
        """Begin a build, and return whether all is in step. In other circumstances than the last build's, what came of what is forgotten."""
        if self._circumstances != circumstances:
            self.memory, self.in_step, self._circumstances = Memory(keeps=self._keeps), False, circumstances
        self.memory.begin()
        return self.in_step

    def entries(self, root: Path, touched: Collection[str] | None) -> list[Entry]:
        """Return what lies in `content/`; with `touched`, no files of the site but these have changed since the last build."""
        if not self._keeps:
            return scan(root, CONTENT)
        if self._content is None:
            self._content = Folder(root, CONTENT)
        return self._content.entries(touched)
