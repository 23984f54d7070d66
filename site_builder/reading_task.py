"""What a worker does with a source file: read it. A small picklable value that does its own input."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from site_builder.engine.regular_file import read_start
from site_builder.model.fingerprint import reading_key
from site_builder.model.posting import Facts
from site_builder.model.problem import Problem
from site_builder.model.value import Value
from site_builder.reading.posting import Reading, read
from site_builder.reading.reading_settings import ReadingSettings
from site_builder.reading.source_text import LARGEST_FILE, too_large


class ReadFile(NamedTuple):
    """A file that was read.

    The key of the reading (empty when the file could not be read), its facts as MessagePack, and its HTML in UTF-8 with its digest (both
    empty for a file that gives no page).
    """

    key: str
    facts: bytes
    digest: str = ""
    html: bytes = b""


class ReadTask(Value, frozen=True):
    """Read one file of the site in `root` by its path. `settings_key` begins the keys of all readings with these settings."""

    root: Path
    settings: ReadingSettings
    settings_key: str

    def __call__(self, path: str) -> ReadFile:
        """Return what came of the file."""
        return self.read(path)[0]

    def read(self, path: str) -> tuple[ReadFile, Reading | None, bytes]:
        """Return what came of the file, as it is kept and as it was read (None: it was not), and its bytes."""
        try:
            data, size = read_start(f"{self.root}/{path}", LARGEST_FILE + 1)
        except OSError as error:
            message = f"{error.strerror}"
            refused = _refused(path, "file-unreadable", message, "Correct the file's permissions, or delete it.")
            return refused, None, b""
        if size > LARGEST_FILE:
            refusal = too_large(size)
            return _refused(path, refusal.code, refusal.message, refusal.mend), None, b""
        reading = read(path, data, self.settings)
        one = reading.facts.posting or reading.facts.page
        key = reading_key(self.settings_key, path, data)
        facts = msgspec.msgpack.encode(reading.facts)
        kept = ReadFile(key, facts, one.description, reading.html.encode()) if one is not None else ReadFile(key, facts)
        return kept, reading, data


def _refused(path: str, code: str, message: str, mend: str) -> ReadFile:
    """Say why a file was not read; without a key, so that it is tried again the next time."""
    return ReadFile("", msgspec.msgpack.encode(Facts(problems=(Problem(path, 0, code, message, mend),))))
