"""An output folder with its ledger, and two states of it that differ in every way."""

from collections import Counter, UserDict
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
    """An output folder with its ledger. `keys_asked` counts how often each key was asked for by the last publication."""

    def __init__(self, scratch: Path) -> None:
        self.path = scratch / "out"
        self.ledger = scratch / "ledger.db"
        self.keys_asked: Counter[str] = Counter()

    def publish(self, files: dict[str, bytes], task: type[Put] = Put, prefix: str = "") -> Published:
        """Make the folder hold these files; keys are digests of their bytes, behind a prefix."""
        keys = _Asked(_keys(files, prefix))
        self.keys_asked = keys.asked
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


class _Asked(UserDict[str, str]):
    """Keys that count how often each is asked for."""

    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__(keys)
        self.asked: Counter[str] = Counter()

    def __getitem__(self, path: str) -> str:
        self.asked[path] += 1
        return super().__getitem__(path)


def _keys(files: dict[str, bytes], prefix: str = "") -> dict[str, str]:
    return {path: prefix + sha256(data).hexdigest() for path, data in files.items()}
