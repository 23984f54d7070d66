"""`import`: the postings of many sources come into a site's `content/`; nothing that is there is written over unless that is asked for."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from site_builder.importing.addresses import Addresses
from site_builder.importing.adopting import Adopted, adopt
from site_builder.importing.sources import gather
from site_builder.model.config import Config
from site_builder.model.problem import Problem, Severity
from site_builder.reading.wrong import Unreadable


class Result(StrEnum):
    """What became of a posting."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"  # the file that is there is equal
    KEPT = "kept"  # it was made of the same source, and edited since
    REFUSED = "refused"
    PASSED_OVER = "passed over"  # a file in a folder that is no posting


class Outcome(Struct, frozen=True):
    """What became of a posting of a source, or of a source without one (`posting` is None), and what is to be known."""

    source: str
    result: Result
    posting: Adopted | None = None
    problems: tuple[Problem, ...] = ()


class Wanted(Struct, frozen=True):
    """How to import: the folder below `content/`, whether files are written over, whether none is written, and whether all postings are drafts."""

    folder: str = ""
    force: bool = False
    dry_run: bool = False
    drafts: bool = True


def import_files(
    root: Path, config: Config, arguments: Sequence[str], wanted: Wanted, read_stdin: Callable[[], bytes]
) -> Iterator[Outcome]:
    """Import what arguments name (files, folders, `-`) into the site in a folder, one outcome for each posting; a bad file stops no other."""
    addresses = Addresses(root)
    taken: dict[str, str] = {}
    for source in gather(arguments, read_stdin):
        if isinstance(source, Problem):
            passed_over = source.severity is Severity.WARNING
            yield Outcome(source.path, Result.PASSED_OVER if passed_over else Result.REFUSED, problems=(source,))
            continue
        try:
            postings = adopt(source, config, addresses, wanted.folder, drafts=wanted.drafts)
        except Unreadable as error:
            problem = Problem(source.name, error.line, error.code, error.message, error.mend)
            yield Outcome(source.name, Result.REFUSED, problems=(problem,))
            continue
        for posting in postings:
            first = taken.setdefault(posting.path.casefold(), source.name)
            if first != source.name:
                message = f"{posting.path} is what {first} becomes already"
                yield _refused(
                    source.name,
                    posting,
                    message,
                    "Rename one of the two, or import it with `--to` into another folder.",
                )
            else:
                yield _placed(root, source.name, posting, wanted)


def _placed(root: Path, source: str, posting: Adopted, wanted: Wanted) -> Outcome:
    file = root / posting.path
    data = posting.text.encode()
    try:
        there = file.read_bytes() if file.exists() or file.is_symlink() else None
        if there == data:
            return Outcome(source, Result.UNCHANGED, posting)
        if there is not None and not wanted.force:
            if posting.mark.encode() in there:
                return Outcome(source, Result.KEPT, posting)
            return _refused(
                source,
                posting,
                f"{posting.path} is there already and says something else; it stays as it is",
                "Compare the two; `--force` writes over the file that is there, `--to` puts the new one into another folder.",
            )
        if not wanted.dry_run:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    except OSError as error:
        message = f"{posting.path} cannot be written: {error.strerror}"
        return _refused(source, posting, message, "Correct it, and import the file again.")
    return Outcome(source, Result.WRITTEN, posting, posting.notes)


def _refused(source: str, posting: Adopted, message: str, mend: str) -> Outcome:
    return Outcome(source, Result.REFUSED, posting, (Problem(source, 0, "file-not-written", message, mend),))
