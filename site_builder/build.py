"""The pipeline: read, plan, render, publish."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from site_builder.engine.ledger import DamagedError, Ledger, with_ledger
from site_builder.engine.lock import alone
from site_builder.engine.place import refuse_overlap
from site_builder.engine.publish import Counts, keys_published, published_whole
from site_builder.engine.workers import FEW, Workers
from site_builder.failures import PUBLISHING_ERRORS, problem_of
from site_builder.kept import Kept
from site_builder.model.deprecated_uses import said_once
from site_builder.model.fingerprint import fingerprint
from site_builder.model.problem import Problem, Severity
from site_builder.model.source_files import FOLDERS
from site_builder.model.value import Value
from site_builder.project import Project
from site_builder.published_urls import read_published, write_published
from site_builder.sources import Found, Sources, find_sources, key_of_all, read_sources, readings

if TYPE_CHECKING:  # what reads is not loaded where there is nothing to read
    from site_builder.reading_task import ReadFile


class Options(Value, frozen=True):
    """What the caller chose.

    `as_of` says that the day was chosen, so that the site is looked at and not published. `drafts` are shown as open; `keep_going` leaves wrong postings out instead of stopping; `strict` lets warnings stop
    the build too; `clean` forgets earlier builds.
    """

    as_of: bool = False
    drafts: bool = False
    keep_going: bool = False
    strict: bool = False
    clean: bool = False


class Report(Value, frozen=True):
    """What a build did.

    `read_through` is false when the build was stopped before it could judge the site. `files` lie in `content/`, `read` of them were read anew; `open` postings and `pages` are on the site; `left_out`
    names, by reason, the files that are not on it as open postings.
    """

    problems: tuple[Problem, ...] = ()
    read_through: bool = False
    published: bool = False
    files: int = 0
    read: int = 0
    open: int = 0
    pages: int = 0
    left_out: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    counts: Counts = Counts()


def build(project: Project, today: date, workers: Workers, options: Options) -> Report:
    """Bring the output folder to what the site's files say on a day of its time zone.

    Whatever is wrong comes back as problems, and then the last good site stays as it was.
    """
    try:
        with _alone_with(project):
            return with_ledger(
                project.ledger,
                lambda ledger: _build(project, today, Kept(ledger, workers, for_one_build=True), options),
            )
    except PUBLISHING_ERRORS as error:
        return Report(problems=(problem_of(error, project),))


class Builder:
    """Builds a preview of one site again and again, for a process that alone does so: what did not change since the last build stays in memory."""

    def __init__(self, workers: Workers) -> None:
        """Begin with what the site's ledger knows."""
        self._workers = workers
        self._kept: Kept | None = None

    def build(self, project: Project, today: date, options: Options, touched: Collection[str] | None = None) -> Report:
        """Do what `build` does. With `touched`, no files of the site but these (relative to its folder) have changed since the last build."""
        try:
            with _alone_with(project):
                if self._kept is None:
                    self._kept = Kept(Ledger(project.ledger, for_power_cuts=False, most_new_texts=0), self._workers)
                return _build(project, today, self._kept, options, touched)
        except (DamagedError, msgspec.DecodeError, *PUBLISHING_ERRORS):
            # What is in memory may not be what is in the files any more.
            self.close()
            return build(project, today, self._workers, options)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the ledger, and forget all."""
        if self._kept is not None:
            self._kept.ledger.close()
            self._kept = None


@contextmanager
def _alone_with(project: Project) -> Iterator[None]:
    """Keep other builds of a site away, whose result may go where it shall. Raises FolderRefusedError and BusyError."""
    refuse_overlap(project.output, project.root, [project.root / name for name in FOLDERS])
    with alone(project.ledger.with_suffix(".lock")):
        yield


def _build(
    project: Project, today: date, kept: Kept, options: Options, touched: Collection[str] | None = None
) -> Report:
    ledger, workers = kept.ledger, kept.workers
    if options.clean:
        ledger.forget_all()
    kept.begin(project, today, options)
    last = kept.published
    found = find_sources(project, ledger, kept.entries(project.root, touched), kept.sources)
    templates_key = project.templates_key()
    published_before, unreadable = read_published(project.root)

    def site_key(sources_key: str, published_text: str = published_before) -> str:
        """Return the key of the whole site: equal keys, equal files in its folder, and an equal report."""
        circumstances = (
            templates_key,
            published_text,
            unreadable,
            today,
            options,
            project.warnings,
            project.config.check,
        )
        return fingerprint(sources_key, *circumstances) if sources_key else ""

    if last is None:
        report = _unchanged(project, ledger, site_key(key_of_all(found, found.keys)))
        if report is not None:
            return report

    sources = read_sources(found, ledger, kept.memory, lambda: _read(project, found, kept, templates_key), kept.sources)
    kept.read(sources)
    if last is None and sources.texts_alone:
        report = _unchanged(project, ledger, site_key(key_of_all(found, found.keys | found.keys_before)))
        if report is not None and not any(problem.severity is Severity.ERROR for problem in report.problems):
            return _with_other_texts(
                project, today, kept, options, sources, report, site_key(key_of_all(found, sources.keys))
            )
    from site_builder.planning import plan
    from site_builder.publication import publish_plan

    planned = plan(project, sources, published_before, today, kept.memory, drafts=options.drafts, as_of=options.as_of)
    # A preview shows where addresses lead, and notes none down.
    is_noted = not (options.drafts or options.as_of or unreadable or planned.published == published_before)
    report = Report(
        read_through=True,
        problems=_reported((*project.warnings, *unreadable, *sources.problems, *planned.problems), sources, project),
        files=sources.files,
        read=sources.read,
        open=planned.open,
        pages=planned.pages,
        left_out=planned.left_out,
    )
    if any(_stops(problem, options) for problem in report.problems):
        return report
    keys = project.keys_of(planned.outputs, kept.memory, sources.keys)
    whole = (
        None
        if last is not None
        else (
            site_key(key_of_all(found, sources.keys), planned.published if is_noted else published_before),
            msgspec.msgpack.encode(replace(report, published=True, read=0)),
        )
    )
    kept.published = None
    published = publish_plan(project, planned.outputs, keys, project.output, ledger, workers, whole, last)
    if published.failures:
        return replace(report, problems=tuple(sorted({*report.problems, *published.failures})))
    kept.published = keys
    unwritten = write_published(project.root, planned.published) if is_noted else ()
    problems = tuple(sorted((*report.problems, *unwritten)))
    return replace(report, problems=problems, published=True, counts=published.counts)


def _with_other_texts(  # noqa: PLR0913, PLR0917  # what, when, how, and what was there
    project: Project, today: date, kept: Kept, options: Options, sources: Sources, report: Report, key: str
) -> Report:
    """Publish a site of which nothing but texts of postings is other than in the output folder; `report` is of what lies there, `key` the site's to be."""
    from site_builder.planning import plan_texts
    from site_builder.publication import publish_plan

    edited = frozenset(sources.found.changed)
    outputs = plan_texts(project, sources, edited, today, kept.memory, drafts=options.drafts, as_of=options.as_of)
    keys = project.keys_of(outputs, kept.memory, sources.keys)
    last = keys_published(project.output, kept.ledger, keys)
    whole = key, msgspec.msgpack.encode(report)
    published = publish_plan(project, outputs, keys, project.output, kept.ledger, kept.workers, whole, last)
    if published.failures:
        problems = tuple(sorted({*report.problems, *published.failures}))
        return replace(report, problems=problems, published=False, read=sources.read)
    return replace(report, read=sources.read, counts=published.counts)


def _read(project: Project, found: Found, kept: Kept, templates_key: str) -> Iterable[tuple[int, "ReadFile"]]:
    """Begin to read what changed; and load what plans and renders, while others read, where they do."""
    others_read = readings(project, found, kept.ledger, kept.workers)
    import site_builder.planning  # noqa: F401  # only loaded here
    from site_builder.rendering_task import make_ready

    if len(found.changed) >= FEW:
        make_ready(project, templates_key)
    return others_read


def _unchanged(project: Project, ledger: Ledger, site_key: str) -> Report | None:
    """Return what was reported of the site that lies in the output folder, when it is the one to build."""
    report = published_whole(project.output, ledger, site_key)
    return None if report is None else msgspec.msgpack.decode(report, type=Report)


def _reported(problems: Iterable[Problem], sources: Sources, project: Project) -> tuple[Problem, ...]:
    """Return problems in order, each old name once, without those that site.toml or their files have turned off.

    Severities are the business of `check` alone.
    """
    check = replace(project.config.check, severity={})
    if check.off or sources.off:
        from site_builder.checking.switches import Switches
        from site_builder.explanations.catalogue import groups_of_codes  # with all rules, which a build does not need

        problems = Switches(check, groups_of_codes()).settled(problems, sources.off, ())
    return tuple(sorted(said_once(problems)))


def _stops(problem: Problem, options: Options) -> bool:
    if problem.severity is Severity.ERROR:
        return not options.keep_going
    return options.strict
