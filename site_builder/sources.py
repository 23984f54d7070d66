"""All of a site's postings and pages: from the ledger where nothing changed, read anew where something did."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from site_builder.engine.folder import WRONG, Entry, Kind, scan
from site_builder.engine.ledger import Ledger, Source
from site_builder.engine.program import program_digest
from site_builder.engine.workers import Workers
from site_builder.model.fingerprint import fingerprint
from site_builder.model.posting import JobPosting, Page
from site_builder.model.problem import Problem, Severity
from site_builder.project import Project
from site_builder.reading.posting import Facts
from site_builder.tasks import ReadTask

CONTENT = "content"
SUFFIXES = (".md", ".markdown", ".html", ".htm", ".txt")


class Sources(Struct, frozen=True):
    """What lies in `content/`.

    The valid postings and pages, all problems, the names of refused files; how many files there are, and were read.
    """

    postings: tuple[JobPosting, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    refused: tuple[str, ...]
    files: int
    read: int


def read_sources(project: Project, ledger: Ledger, workers: Workers) -> Sources:
    """Read what changed since the last build, and take the rest from the ledger.

    One bad file never hides another's problems.
    """
    entries = scan(project.root, CONTENT)
    problems = [problem for entry in entries if (problem := _entry_problem(entry)) is not None]
    files = [entry for entry in entries if entry.kind is Kind.FILE and entry.path.lower().endswith(SUFFIXES)]
    known = ledger.sources()
    settings_key = fingerprint(program_digest(), project.reading)[:16]
    task = ReadTask(project.root, project.ledger, project.reading, settings_key)
    current = {
        entry.path: known[entry.path]
        for entry in files
        if entry.path in known and entry.stamp and known[entry.path].stamp == entry.stamp
        and known[entry.path].key.startswith(settings_key)
    }  # fmt: skip
    changed = [entry for entry in files if entry.path not in current]
    readings = workers.map(task, [entry.path for entry in changed], "reading")
    new = {
        entry.path: Source(entry.stamp, reading.key, reading.facts)
        for entry, reading in zip(changed, readings, strict=True)
    }
    results = [(reading.digest, reading.html.encode()) for reading in readings if reading.html is not None]
    decode = msgspec.msgpack.Decoder(Facts).decode
    facts = {path: decode(source.value) for path, source in sorted({**current, **new}.items())}
    # A file that could not be opened has no key: it is tried again the next time.
    unopened = {path for path, source in new.items() if not source.key}
    gone = known.keys() - facts.keys() | known.keys() & unopened
    replaced = any(path in known and known[path].key != source.key for path, source in new.items())
    if new or gone:
        opened = {path: source for path, source in new.items() if source.key}
        ledger.record_sources(opened, results, gone, _live(facts.values()) if gone or replaced else None)
    postings, slug_problems = _without_doubles(one.posting for one in facts.values() if one.posting is not None)
    problems += [problem for one in facts.values() for problem in one.problems] + slug_problems
    refused = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    return Sources(
        postings=postings,
        pages=tuple(one.page for one in facts.values() if one.page is not None),
        problems=tuple(sorted(problems)),
        refused=tuple(sorted(refused)),
        files=len(files),
        read=sum(reading.anew for reading in readings),
    )


def _live(facts: Iterable[Facts]) -> set[str]:
    return {one.description for fact in facts for one in (fact.posting, fact.page) if one is not None}


def _without_doubles(postings: Iterable[JobPosting]) -> tuple[tuple[JobPosting, ...], list[Problem]]:
    """Keep the first posting, by path, of those that share an address."""
    kept: dict[str, JobPosting] = {}
    problems = []
    for posting in postings:
        first = kept.setdefault(posting.slug.casefold(), posting)
        if first is not posting:
            problems.append(
                Problem(
                    posting.source,
                    1,
                    "slug-double",
                    f"its address /jobs/{posting.slug}/ is already that of {first.source}",
                    f"Give one of the two a `slug` of its own, or rename its file: `slug: {posting.slug}-2`.",
                )
            )
    return tuple(kept.values()), problems


def _entry_problem(entry: Entry) -> Problem | None:
    if entry.kind is not Kind.FILE:
        return Problem(entry.path, 0, *WRONG[entry.kind])
    if not entry.path.lower().endswith(SUFFIXES):
        return Problem(
            entry.path,
            0,
            "file-kind",
            "the file is no posting, and is left out",
            f"Postings end in {', '.join(SUFFIXES)}; images belong into assets/; names that begin with _ are passed over.",
            Severity.WARNING,
        )
    return None
