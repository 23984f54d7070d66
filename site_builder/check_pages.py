"""What is wrong with the pages of a site: dead links, structured data that no reader sees, and what its theme owes to readers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import rmtree
from typing import Any, TypedDict
from urllib.parse import unquote

import msgspec

from site_builder.checking.built.enclosed import allowed_hosts
from site_builder.checking.built.found import Looked
from site_builder.checking.built.look import LookTask
from site_builder.checking.built.look import Page as BuiltPage
from site_builder.checking.built.pages import BuiltSite, problems_of_pages
from site_builder.checking.built.weights import budget
from site_builder.engine.findings import Findings
from site_builder.engine.ledger import Ledger
from site_builder.engine.place import token_in
from site_builder.engine.publish import is_published
from site_builder.engine.workers import Workers
from site_builder.model.memory import Memory
from site_builder.model.problem import Problem
from site_builder.model.site import State
from site_builder.outputs.job_pages import JobPage
from site_builder.outputs.list_page import ListPage
from site_builder.planning import Plan
from site_builder.project import Project
from site_builder.publication import publish_plan
from site_builder.sources import Sources

FOLDER = "check/site"
"""Where the site is built that is looked at, below the folder of the ledger, while the output folder holds another."""
_START = "/"  # no source's path begins so


def check_pages(project: Project, sources: Sources, planned: Plan, ledger: Ledger, workers: Workers) -> list[Problem]:
    """Return what is wrong with the pages of a plan, which are those in the output folder or else built for this.

    Templates that cannot be rendered are all that is said then. Pages that are as they were the last time are not looked at again.
    """
    keys = project.keys_of(planned.outputs, Memory(keeps=False), sources.keys)
    folder = project.output
    if not is_published(folder, ledger, keys):
        folder = project.ledger.parent / FOLDER
        _discard_unknown(folder, ledger)
        published = publish_plan(project, planned.outputs, keys, folder, ledger, workers)
        if published.failures:
            return list(published.failures)
    site = BuiltSite(
        root=str(project.root),
        folder=str(folder),
        base_url=project.config.base_url,
        origins={path: output.origin for path, output in planned.outputs.items()},
        open_jobs=frozenset(
            path
            for path, output in planned.outputs.items()
            if isinstance(output, JobPage) and output.state is State.OPEN
        ),
        words=project.look.words,
        words_of_trees={tree.config.prefix: tree.look.words for tree in project.trees[1:]},
        **_of_theme(planned, project),
    )
    findings = Findings(ledger, _START)
    decode = msgspec.msgpack.Decoder(Looked).decode
    before = findings.keys()
    fresh = {path for path, key in before.items() if keys.get(path.removeprefix(_START)) == key}
    known = {path.removeprefix(_START): decode(data) for path, data in findings.all().items() if path in fresh}

    def each(task: LookTask, pages: Sequence[BuiltPage]) -> list[Looked]:
        return workers.map(task, pages, "checking", [page.path for page in pages], ledger.closed)

    problems, looked = problems_of_pages(site, each, known)
    new: dict[str, tuple[str, Any]] = {
        _START + path: (keys[path], msgspec.msgpack.encode(one))
        for path, one in looked.items()
        if path not in known and path in keys
    }
    findings.record(new, [path for path in before if path.removeprefix(_START) not in looked])
    return problems


class _OfTheme(TypedDict):
    kinds: dict[str, str]
    budgets: dict[str, int]
    samples: frozenset[str]
    hosts: frozenset[str]


def _of_theme(planned: Plan, project: Project) -> _OfTheme:
    """Return what the rules of themes need to know of a plan's pages (see BuiltSite)."""
    kinds: dict[str, str] = {}
    budgets: dict[str, int] = {}
    samples: dict[tuple[str, object], list[str]] = {}
    for path in sorted(planned.outputs):
        output = planned.outputs[path]
        kind = getattr(output, "kind", "") if output.template else ""
        if not kind:
            continue
        kinds[path] = kind
        budgets[path] = budget(kind, len(output.jobs) if isinstance(output, ListPage) else 0)
        alike = samples.setdefault((kind, getattr(output, "state", None)), [])
        if len(alike) < _SAMPLES:
            alike.append(path)
    return {
        "kinds": kinds,
        "budgets": budgets,
        "samples": frozenset(path for alike in samples.values() for path in alike),
        "hosts": allowed_hosts(project.config.content_security_policy),
    }


_SAMPLES = 3
"""Pages of each kind, and of jobs in each state, of which it is looked at what templates make: it takes 20 ms a page, and they share their templates."""


def without_told(found: Iterable[Problem], told: Iterable[Problem]) -> list[Problem]:
    """Leave out of what is `found` in pages the broken links of which reading has `told` already, on the same line of a file.

    Reading knows better what was meant: an address without a beginning, or a file that is not in `assets/`.
    """
    ends: defaultdict[tuple[str, int], list[re.Pattern[str]]] = defaultdict(list)
    for one in told:
        quoted = _QUOTED.search(one.message) if one.code in _TOLD else None
        if quoted:
            name = re.escape(_LEADING_DOTS.sub("", unquote(quoted["path"])))
            ends[one.path, one.line].append(re.compile(rf"[`/]{name}{'' if quoted['cut'] else '/?`'}"))
    return [
        one
        for one in found
        if one.code != "link-broken" or not any(end.search(unquote(one.message)) for end in ends[one.path, one.line])
    ]


_TOLD = frozenset({"relative-link", "asset-missing"})
# Of an address, only its path leads to a file; long ones are cut off in messages.
_QUOTED = re.compile('"(?P<path>[^"?#…]+)[^"…]*(?P<cut>…?)"')
_LEADING_DOTS = re.compile(r"^(?:\.{1,2}/)+")


def _discard_unknown(folder: Path, ledger: Ledger) -> None:
    """Delete what an earlier ledger, which is gone, built into the check's own folder: nobody else puts anything there."""
    token = "" if folder.is_symlink() else token_in(folder)
    if token and not ledger.knows_folder(token):
        rmtree(folder)
