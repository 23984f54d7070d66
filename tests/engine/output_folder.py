"""An output folder with its ledger, and two states of it that differ in every way."""

from hashlib import sha256
from pathlib import Path

from site_builder.engine.ledger import Ledger
from site_builder.engine.publish import Published, is_published, publish
from site_builder.engine.workers import Workers
from tests.engine.tasks import Put
from tests.sites import snapshot

OLD = {"index.html": b"old", "jobs/a/index.html": b"a", "jobs/b/index.html": b"b"}
NEW = {"index.html": b"new", "jobs/a/index.html": b"a", "jobs/c/index.html": b"c"}


class Folder:
    """An output folder with its ledger."""

    def __init__(self, scratch: Path) -> None:
        self.path = scratch / "out"
        self.ledger = scratch / "ledger.db"

    def publish(self, files: dict[str, bytes], task: type[Put] = Put, prefix: str = "") -> Published:
        """Make the folder hold these files; keys are digests of their bytes, behind a prefix."""
        keys = _keys(files, prefix)
        with Ledger(self.ledger) as ledger, Workers(1) as workers:
            return publish(
                self.path,
                ledger,
                workers,
                keys,
                lambda stage, paths: (task(stage), [(path, files[path]) for path in paths]),
            )

    def is_published(self, files: dict[str, bytes]) -> bool:
        """Say whether the folder is known to hold these files, by their times."""
        with Ledger(self.ledger) as ledger:
            return is_published(self.path, ledger, _keys(files))

    def files(self) -> dict[str, bytes]:
        """Return the folder's files, without folders."""
        return {path: data for path, data in snapshot(self.path).items() if not path.endswith("/")}


def _keys(files: dict[str, bytes], prefix: str = "") -> dict[str, str]:
    return {path: prefix + sha256(data).hexdigest() for path, data in files.items()}
