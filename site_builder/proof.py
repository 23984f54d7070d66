"""`check --output`: a built site, looked at as it will be served at its address, before it is uploaded."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from site_builder.check import Checked
from site_builder.checking.built.enclosed import allowed_hosts
from site_builder.checking.built.explained_hosting import HOSTING_RULES
from site_builder.checking.built.found import Looked
from site_builder.checking.built.hosting import problems_of_hosting
from site_builder.checking.built.look import LookTask, Page
from site_builder.checking.built.pages import problems_of_pages
from site_builder.checking.built.rules_of_pages import BUILT_RULES
from site_builder.checking.built.served import ServedSite
from site_builder.checking.switches import Switches
from site_builder.engine.folder import scan
from site_builder.engine.ledger import Ledger, with_ledger
from site_builder.engine.workers import Workers
from site_builder.explanations.catalogue import groups_of_codes
from site_builder.failures import PUBLISHING_ERRORS
from site_builder.model.memory import Memory
from site_builder.model.problem import Problem
from site_builder.model.site import State
from site_builder.model.source_files import CONTENT
from site_builder.outputs.job_pages import JobPage
from site_builder.planning import Plan, plan
from site_builder.project import Project
from site_builder.published_urls import read_published
from site_builder.sources import find_sources, read_sources


def prove(project: Project, folder: Path, today: date, workers: Workers, asked: Sequence[str] = ()) -> Checked:
    """Look at a built site in a folder, to be served at the project's `base_url`, on a day of the site's time zone.

    What is wrong is said of the postings, pages and templates that the built files were made of, where the ledger still knows them; else
    of the built files. Nothing is built, and nothing written.
    """
    folder = folder.absolute()
    if not (folder / "index.html").is_file():
        mend = "Build the site first, and name the folder that holds its index.html."
        message = "there is no built site in this folder"
        return Checked((Problem(folder.name, 0, "site-not-built", message, mend),), read_through=False)
    planned = _planned(project, today)
    outputs = planned.outputs if planned else {}
    site = ServedSite(
        root=str(project.root),
        folder=str(folder),
        base_url=project.config.base_url,
        origins={path: output.origin for path, output in outputs.items()},
        open_jobs=frozenset(
            path for path, output in outputs.items() if isinstance(output, JobPage) and output.state is State.OPEN
        ),
        words=project.look.words,
        hosts=allowed_hosts(project.config.content_security_policy),
    )

    def each(task: LookTask, pages: Sequence[Page]) -> list[Looked]:
        return workers.map(task, pages, "checking", [page.path for page in pages])

    of_pages, looked = problems_of_pages(site, each)
    of_hosting = problems_of_hosting(project.root, folder, project.config.base_url)
    if planned is None:
        # Which pages are open jobs' is not known then, and what their structured data should say is not judged.
        of_pages = [problem for problem in of_pages if problem.code not in _OF_OPEN_JOBS]
    switches = Switches(project.config.check, groups_of_codes(), (), always=asked)
    own = {rule.code for rule in (*BUILT_RULES, *HOSTING_RULES)}
    problems = switches.settled([*of_pages, *of_hosting], {}, own)
    return Checked(tuple(sorted(problems)), read_through=True, files=len(looked), looked_at=len(looked))


_OF_OPEN_JOBS = frozenset({"json-ld-misplaced", "json-ld-missing"})


def _planned(project: Project, today: date) -> Plan | None:
    """Return the plan of the site, if the ledger knows all its files as they are: that is so when it was just built."""
    if not project.ledger.is_file():
        return None
    try:
        return with_ledger(project.ledger, lambda ledger: _plan(project, ledger, today))
    except PUBLISHING_ERRORS:
        return None


def _plan(project: Project, ledger: Ledger, today: date) -> Plan | None:
    found = find_sources(project, ledger, scan(project.root, CONTENT))
    if found.changed or found.gone:
        return None
    memory = Memory(keeps=False)
    sources = read_sources(found, ledger, memory, lambda: ())
    published, _ = read_published(project.root)
    return plan(project, sources, published, today, memory, drafts=False, as_of=False)
