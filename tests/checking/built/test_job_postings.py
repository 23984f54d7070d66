"""On which pages a JobPosting stands."""

from pathlib import Path

import pytest

from site_builder.checking.built.rules_of_pages import BUILT_RULES
from tests.checking.built.small_site import JOB, page, problems, said

EMPTY = '<script type="application/ld+json">{"@type": "JobPosting"}</script>'


@pytest.mark.parametrize(
    ("path", "head", "codes"),
    [
        (JOB, EMPTY, []),
        (JOB, "", ["json-ld-missing"]),
        (JOB, EMPTY * 2, ["json-ld-doubled"]),
        (JOB, '<script type="application/ld+json">[{"@type": "JobPosting"}, {"@graph": [{"@type": ["JobPosting"]}]}]</script>', ["json-ld-doubled"]),
        (JOB, EMPTY + '<meta name="robots" content="noindex">', ["json-ld-misplaced"]),
        (JOB, EMPTY + '<script type="application/ld+json">{oops}</script>', ["json-ld-unreadable"]),
        (JOB, EMPTY + '<script type="application/ld+json">{"@type": "Organization", "name": "Mill"}</script>', []),
        ("index.html", EMPTY, ["json-ld-misplaced"]),
        ("closed/baker/index.html", EMPTY, ["json-ld-misplaced"]),
        ("index.html", '<script type="application/ld+json">{"@type": "ItemList", "item": {"@type": "JobPosting"}}</script>', ["json-ld-misplaced"]),
        ("index.html", '<script type="application/ld+json">{"@type": "WebSite"}</script>', []),
    ],
)  # fmt: skip
def test_one_on_each_open_jobs_page_and_nowhere_else(path: str, head: str, codes: list[str], tmp_path: Path) -> None:
    """The page of an open job has one JobPosting, however it is wrapped up; lists, closed jobs and hidden pages have none."""
    found = problems(tmp_path, {path: page("", head)})
    origin = "content/baker.md" if path == JOB else "site.toml"
    assert said(found) == [(origin, 0, code) for code in codes]


def test_each_rule_is_explained() -> None:
    """Each code has a first sentence, a reason, a source, and an example of wrong and right."""
    for rule in BUILT_RULES:
        lines = [line.strip() for line in rule.explanation.splitlines()]
        assert lines[0].endswith("."), rule.code
        assert lines[1] == "", rule.code
        for mark in ("Source: ", "Wrong: ", "Right: "):
            assert sum(line.startswith(mark) for line in lines) == 1, (rule.code, mark)
    assert len({rule.code for rule in BUILT_RULES}) == len(BUILT_RULES)
