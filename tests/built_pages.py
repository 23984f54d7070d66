"""What the check says of the built pages of a whole site."""

from site_builder.checking.built.pages import BuiltSite as CheckedSite
from site_builder.checking.built.pages import problems_of_pages
from site_builder.model.problem import Problem
from site_builder.project import load_project
from tests.site_checks import BuiltSite


def said_of(site: BuiltSite, open_jobs: frozenset[str]) -> list[Problem]:
    """Return what is wrong with the pages of a site whose output lies in its folder; `open_jobs` are the paths of its open jobs' pages."""
    root = site.folder.parent
    project, problems = load_project(root, base_url=site.base_url)
    assert project is not None, problems
    # Where in a source a problem is, tests of the small sites ask.
    checked = CheckedSite(str(root), str(site.folder), site.base_url, {}, open_jobs, project.look.words)
    return problems_of_pages(checked)[0]
