"""What a worker does with a source file that is mended: read it, and say what it would be. A small picklable value that does its own input."""

from pathlib import Path
from typing import NamedTuple

from site_builder.engine.regular_file import read_start
from site_builder.fixing.mend import mend
from site_builder.model.value import Value
from site_builder.reading.reading_settings import ReadingSettings
from site_builder.reading.source_text import LARGEST_FILE


class MendedFile(NamedTuple):
    """A file's bytes as they are and as they would be, and what was done, in words."""

    before: bytes
    after: bytes
    done: tuple[str, ...]


class FixTask(Value, frozen=True):
    """Mend one file of the site in `root` by its path; nothing is written."""

    root: Path
    settings: ReadingSettings

    def __call__(self, path: str) -> MendedFile | None:
        """Return what would come of the file, None where there is nothing to do."""
        try:
            data, size = read_start(self.root / path, LARGEST_FILE + 1)
        except OSError:
            return None
        mended = mend(path, data, self.settings) if size <= LARGEST_FILE else None
        return MendedFile(data, mended.data, mended.done) if mended else None
