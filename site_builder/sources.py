"""All of a site's postings and pages: from the ledger where nothing changed, read anew where something did."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from site_builder.engine.folder import WRONG, Entry, Kind
from site_builder.engine.ledger import Ledger, Source
from site_builder.engine.program import program_digest
from site_builder.engine.regular_file import read_start
from site_builder.engine.workers import Workers
from site_builder.model.check import Off
from site_builder.model.fingerprint import fingerprint, reading_key
from site_builder.model.joined import joined
from site_builder.model.memory import Memory, differing
from site_builder.model.posting import Facts, JobPosting, Page, is_same_but_text
from site_builder.model.problem import Problem, Severity
from site_builder.model.source_files import ENDINGS
from site_builder.model.tree import Tree
from site_builder.model.value import Value
from site_builder.project import Project
from site_builder.reading.source_text import LARGEST_FILE

if TYPE_CHECKING:
    from site_builder.reading_task import ReadFile


class Found(Value, frozen=True):
    """What lies in `content/` before any of it is read.

    `entries` are those that were found, `looked_at` the paths of those that may be others than before. `stamps` are those of all source files,
    `changed` the files to be read, `gone` those that are there no more. `keys` are the keys of all other readings, which begin with
    `settings_key`, and `keys_before` those that changed files had with these settings. `problems` are those of names and kinds of files. `trees` are those
    of a site in several languages.
    """

    entries: Sequence[Entry]
    looked_at: tuple[str, ...]
    stamps: dict[str, str]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    keys: dict[str, str]
    settings_key: str
    problems: tuple[Problem, ...]
    trees: tuple[Tree, ...] = ()
    keys_before: dict[str, str] = {}


class Sources(Value, frozen=True):
    """What lies in `content/`.

    The valid postings and pages, all problems, the names of refused files; how many files there are, and were read; what came of each file,
    and the keys of the readings, which those lack that could not be opened; what files do not want to be told of, by path;
    the versions of what is there in several languages, by the path of each. `texts_alone` says that nothing but texts of postings is other than
    it was in the ledger.
    """

    found: Found
    postings: tuple[JobPosting, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    refused: tuple[str, ...]
    files: int
    read: int
    facts: dict[str, Facts]
    keys: dict[str, str]
    off: dict[str, tuple[Off, ...]]
    versions: dict[str, tuple[JobPosting | Page, ...]] = {}
    texts_alone: bool = False


def find_sources(project: Project, ledger: Ledger, entries: Sequence[Entry], before: Sources | None = None) -> Found:
    """Find out which files of `content/` have to be read: those whose bytes the ledger does not know under their path and these settings.

    A stamp that is the ledger's saves looking at the bytes. `before` is what this process read last, with these settings: an entry that was among
    its entries, the same object, has not changed since.
    """
    settings_key = fingerprint(program_digest(), project.reading)[:16]
    known = ledger.sources()
    start = _start(entries, known) if before is None else _start_from(before, entries, known)
    stamps, keys, problems = start.stamps, start.keys, start.problems
    changed: list[str] = []
    keys_before: dict[str, str] = {}
    touched: dict[str, str] = {}
    for entry in start.looked_at:
        path, stamp = entry.path, entry.stamp
        problem = _entry_problem(entry)
        if problem is not None:
            problems.append(problem)
            continue
        stamps[path] = stamp
        source = known.get(path)
        if source is None or not source.key.startswith(settings_key):
            changed.append(path)
        elif stamp and stamp == source.stamp:
            keys[path] = source.key
        elif _key_now(project, path, settings_key) != source.key:
            changed.append(path)
            keys_before[path] = source.key
        else:
            keys[path] = source.key
            if stamp:
                touched[path] = stamp
    if touched:
        ledger.record_stamps(touched)
    return Found(
        entries=entries,
        looked_at=tuple(entry.path for entry in start.looked_at),
        stamps=stamps,
        changed=tuple(changed),
        gone=tuple(path for path in start.there_before if path not in stamps),
        keys=keys,
        settings_key=settings_key,
        problems=tuple(problems),
        trees=project.config.trees,
        keys_before=keys_before,
    )


class _Start(NamedTuple):
    """What is known of the files that need not be looked at, the entries of the others, and the paths that those may have taken the place of."""

    stamps: dict[str, str]
    keys: dict[str, str]
    problems: list[Problem]
    looked_at: Sequence[Entry]
    there_before: Collection[str]


def _start(entries: Sequence[Entry], there_before: Collection[str]) -> _Start:
    return _Start({}, {}, [], entries, there_before)


def _start_from(before: Sources, entries: Sequence[Entry], in_ledger: Mapping[str, Source]) -> _Start:
    found = before.found
    if len(before.keys) < len(found.stamps):
        # What could not be opened is tried again, though nobody touched it.
        return _start(entries, in_ledger.keys() | found.stamps.keys())
    start, end_before, end = differing(found.entries, entries)
    there_before = {entry.path for entry in found.entries[start:end_before]}
    stamps, keys = dict(found.stamps), dict(before.keys)
    for path in there_before:
        stamps.pop(path, None)
        keys.pop(path, None)
    problems = [problem for problem in found.problems if problem.path not in there_before]
    return _Start(stamps, keys, problems, entries[start:end], there_before)


def key_of_all(found: Found, keys: Mapping[str, str]) -> str:
    """Return the key of all sources, given those of the readings: equal keys, equal postings, pages and problems.

    It is empty where a file could not be opened.
    """
    if len(keys) < len(found.stamps):
        return ""
    # As pairs: msgspec takes quadratic time to order a large mapping of which nearly all is in order already.
    return fingerprint(found.settings_key, sorted(keys.items()), found.problems)


def read_sources(
    found: Found,
    ledger: Ledger,
    memory: Memory,
    readings_of_changed: Callable[[], Iterable[tuple[int, "ReadFile"]]],
    before: Sources | None = None,
) -> Sources:
    """Take the readings of what changed since the last build, and the rest from what this process read before, or from the ledger.

    One bad file never hides another's problems. `readings_of_changed` gives the readings of changed files by their positions among these.
    """
    decode = msgspec.msgpack.Decoder(Facts).decode
    all_in_ledger = cache(lambda: dict(ledger.facts(found.settings_key)))

    def in_ledger(path: str) -> Facts:
        return decode(all_in_ledger()[path])

    facts, keys = _known(found, in_ledger, before), dict(found.keys)
    texts_alone = False
    if found.changed or found.gone:
        may_be_texts = before is None and not found.gone and len(found.keys_before) == len(found.changed)
        then = {path: in_ledger(path) for path in found.changed} if may_be_texts else {}
        new_facts, new_keys = _recorded(found, ledger, readings_of_changed())
        facts |= new_facts
        keys |= new_keys
        texts_alone = (
            may_be_texts
            and all(is_same_but_text(then[path], now) for path, now in new_facts.items())
            # A page that leads to a heading changes with the text in which that is.
            and not _is_linked_to(new_facts, facts.values())
        )
    paths = sorted(facts)
    in_order = [facts[path] for path in paths]
    together = joined(in_order, memory, found.trees)
    own_problems = chain.from_iterable(memory.each("problems", in_order, attrgetter("problems")))
    off = memory.each("off", in_order, attrgetter("off"))
    problems = [*found.problems, *own_problems, *together.problems]
    refused = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    return Sources(
        found=found,
        postings=together.postings,
        pages=together.pages,
        problems=tuple(sorted(problems)),
        refused=tuple(sorted(refused)),
        files=len(found.stamps),
        read=len(found.changed),
        facts=facts,
        keys=keys,
        off=dict(compress(zip(paths, off, strict=True), off)),
        versions=together.versions,
        texts_alone=texts_alone,
    )


def _is_linked_to(paths: Collection[str], facts: Iterable[Facts]) -> bool:
    """Say whether a text links to one of some files."""
    ones = (one.posting or one.page for one in facts)
    return any(link.target in paths for one in ones if one is not None for link in one.file_links)


def _known(found: Found, in_ledger: Callable[[str], Facts], before: Sources | None) -> dict[str, Facts]:
    """Return what came of the files that need not be read."""
    facts = {} if before is None else dict(before.facts)
    for path in found.gone:
        facts.pop(path, None)
    for path, key in found.keys.items() if before is None else _looked_at(found):
        if before is None or before.keys.get(path) != key:
            facts[path] = in_ledger(path)
    return facts


def _looked_at(found: Found) -> Iterator[tuple[str, str]]:
    """Yield the files that need not be read, though they may be others than before, with the keys of their readings."""
    for path in found.looked_at:
        if path in found.keys:
            yield path, found.keys[path]


def _recorded(
    found: Found, ledger: Ledger, readings_of_changed: Iterable[tuple[int, "ReadFile"]]
) -> tuple[dict[str, Facts], dict[str, str]]:
    """Record the readings of changed files, and forget the files that are gone; return what came of each, and the keys."""
    decode = msgspec.msgpack.Decoder(Facts).decode
    facts: dict[str, Facts] = {}
    keys: dict[str, str] = {}
    with ledger.recording() as recording:
        texts = [recording.sources[path].text for path in (*found.changed, *found.gone) if path in recording.sources]
        for position, reading in readings_of_changed:
            path = found.changed[position]
            facts[path] = decode(reading.facts)
            if reading.key:
                keys[path] = reading.key
                recording.source(path, Source(found.stamps[path], reading.key, reading.digest), reading.facts)
            if reading.digest:
                recording.text(reading.digest, reading.html)
        # A file that could not be opened has no key: it is tried again the next time.
        recording.forget([*found.gone, *(path for path in found.changed if path not in keys)])
        recording.forget_texts(texts)
    return facts, keys


def readings(project: Project, found: Found, ledger: Ledger, workers: Workers) -> Iterable[tuple[int, "ReadFile"]]:
    """Read the changed files; others have begun to when this returns. Yields what came of each with its position."""
    if not found.changed:
        return ()
    from site_builder.reading_task import ReadTask  # what reads is not loaded where there is nothing to read

    task = ReadTask(project.root, project.reading, found.settings_key)
    return workers.each(task, found.changed, "reading", forking=ledger.closed)


def _key_now(project: Project, path: str, settings_key: str) -> str:
    """Return the key of the reading of a file as it is now; empty when it cannot be read."""
    try:
        data, _ = read_start(project.root / path, LARGEST_FILE + 1)
    except OSError:
        return ""
    return reading_key(settings_key, path, data)


def _entry_problem(entry: Entry) -> Problem | None:
    if entry.kind is not Kind.FILE:
        return Problem(entry.path, 0, *WRONG[entry.kind])
    if not entry.path.lower().endswith(ENDINGS):
        return Problem(
            entry.path,
            0,
            "file-kind",
            "the file is no posting, and is left out",
            f"Postings end in {', '.join(ENDINGS)}; images belong into assets/; names that begin with _ are passed over.",
            Severity.WARNING,
        )
    return None
