"""What one build of a site leaves in memory for the next."""

from collections.abc import Collection, Mapping
from pathlib import Path

from site_builder.engine.folder import Entry, Folder, scan
from site_builder.engine.ledger import Ledger
from site_builder.engine.workers import Workers
from site_builder.model.memory import Memory
from site_builder.model.source_files import CONTENT
from site_builder.sources import Sources


class Kept:
    """The open ledger, the workers, what lies in `content/`, what was read of it, and what came of what.

    `published` are the keys of the files that this process wrote into the output folder last, which need not be looked at; None where it did not.
    """

    def __init__(self, ledger: Ledger, workers: Workers, *, for_one_build: bool = False) -> None:
        """Begin with what is in the ledger."""
        self.ledger, self.workers = ledger, workers
        self._keeps = not for_one_build
        self.memory = Memory(keeps=self._keeps)
        self.published: Mapping[str, str] | None = None
        self.sources: Sources | None = None
        self._content: Folder | None = None
        self._circumstances: tuple[object, ...] = ()

    def begin(self, *circumstances: object) -> None:
        """Begin a build. In other circumstances than the last build's, what came of what is forgotten."""
        if self._circumstances != circumstances:
            self.memory, self._circumstances = Memory(keeps=self._keeps), circumstances
            self.published = self.sources = None
        self.memory.begin()

    def read(self, sources: Sources) -> None:
        """Keep what was read, for the next build."""
        if self._keeps:
            self.sources = sources

    def entries(self, root: Path, touched: Collection[str] | None) -> list[Entry]:
        """Return what lies in `content/`; with `touched`, no files of the site but these have changed since the last build."""
        if not self._keeps:
            return scan(root, CONTENT)
        if self._content is None:
            self._content = Folder(root, CONTENT)
        return self._content.entries(touched)
