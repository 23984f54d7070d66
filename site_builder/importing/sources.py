"""The files to import: those that are named, those in folders, and what comes in by standard input."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from site_builder.engine.folder import WRONG, Kind, scan
from site_builder.engine.regular_file import read_start
from site_builder.importing.html_page import LARGEST_PAGE
from site_builder.importing.recognising import ENDINGS
from site_builder.model.problem import Problem, Severity
from site_builder.reading.file_names import stem_and_ending

STDIN = "-"
STANDARD_INPUT = "standard input"


class Source(Struct, frozen=True):
    """A file to import: its name for people, the folder below `content/` in which its posting belongs, and its bytes."""

    name: str
    folder: str
    data: bytes


def gather(arguments: Sequence[str], read_stdin: Callable[[], bytes]) -> Iterator[Source | Problem]:
    """Give the sources that arguments name, or what is wrong with one; the others go on. A folder's files keep their folders."""
    for argument in arguments:
        if argument == STDIN:
            yield Source(STANDARD_INPUT, "", read_stdin())
        elif Path(argument).is_dir():
            yield from _in_folder(Path(argument))
        else:
            yield _read(Path(argument), argument, "")


def _in_folder(root: Path) -> Iterator[Source | Problem]:
    found = False
    for entry in scan(root):
        name = (root / entry.path).as_posix()
        if entry.kind is not Kind.FILE:
            yield Problem(name, 0, *WRONG[entry.kind])
            continue
        found = True
        if stem_and_ending(entry.path)[1].lower() not in ENDINGS:
            mend = "Save it as HTML, Markdown or plain text if it is a posting, and import that."
            yield Problem(
                name, 0, "file-kind", "the file is none that can be imported, and was left out", mend, Severity.WARNING
            )
            continue
        yield _read(root / entry.path, name, PurePosixPath(entry.path).parent.as_posix().removeprefix("."))
    if not found:
        yield Problem(
            root.as_posix(),
            0,
            "folder-empty",
            "the folder holds no files",
            "Name the files, or the folder in which they are.",
        )


def _read(file: Path, name: str, folder: str) -> Source | Problem:
    try:
        data, _ = read_start(file, LARGEST_PAGE + 1)
    except OSError as error:
        return Problem(
            name,
            0,
            "file-unreadable",
            f"the file cannot be read: {error.strerror}",
            "Correct its name or its permissions.",
        )
    return Source(name, folder, data)
