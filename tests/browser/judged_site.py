"""The example with every kind of page, in each theme and either direction of writing, for those who judge pages in a browser."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from site_builder.build import Options
from tests.pages_server import pages_server
from tests.sites import build_site

ROOT = Path(__file__).parents[2]
THEMES = ("base", "studio")
LANGUAGES = {"ltr": "en", "rtl": "ar"}

# A page of each kind, and of jobs an ordinary one, one in another language, one without markup, a closed one and a draft.
PAGES = {
    "start": "",
    "second page": "page/2/",
    "list": "tags/flood-warning/",
    "terms": "tags/",
    "job": "jobs/embedded-software-engineer/",
    "job in another language": "jobs/technische-kundenberatung/",
    "job without markup": "jobs/warehouse-associate/",
    "closed job": "jobs/people-partner/",
    "draft": "jobs/partner-manager-france/",
    "job with tables": "jobs/long-words/",
    "page": "benefits/",
    "questions": "faq/",
    "not found": "404.html",
}
MOVED = "careers/firmware-developer/index.html"
EMPTY = "empty"
"""The start page of a site without open jobs, beside the others."""

TABLES = """\
---
title: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtin
slug: long-words
locations: [Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch]
date_posted: 2026-11-20
valid_through: 2026-11-25
apply_url: https://apply.example.org/x
apply_email: jobs@example.org
---

| Verantwortungsbereichsbezeichnung | Beschleunigungsgesetzgebungsverfahren | Number |
|:--|--:|--:|
| one | 1,000 | 7 |

```
a_line_of_code_that_is_longer_than_any_telephone_is_wide_and_has_no_place_to_break_at_all_in_it = true
```

| Other | Table |
|---|---|
| a | b |
"""


class Judged(NamedTuple):
    """A site as it is served: its address, and that of one without jobs; the folder of its files."""

    address: str
    empty: str
    folder: Path

    def urls(self) -> dict[str, str]:
        """Return the address of each kind of page."""
        return {name: self.address + path for name, path in PAGES.items()} | {EMPTY: self.empty}


@contextmanager
def judged_site(folder: Path, theme: str, direction: str) -> Iterator[Judged]:
    """Build the example, and serve it below a path."""
    site = _written(folder / "site", theme, LANGUAGES[direction])
    (site / "content/long-words.md").write_text(TABLES, "utf-8")
    empty = _written(folder / "empty", theme, LANGUAGES[direction])
    for path in (empty / "content").iterdir():
        if path.name != "pages":
            shutil.rmtree(path)
    for one in (site, empty):
        report = build_site(one, Options(drafts=one is site))
        assert report.published, report.problems
    with pages_server(site / "output", "/repo/") as address, pages_server(empty / "output", "/repo/") as other:
        yield Judged(address, other, site / "output")


def _written(folder: Path, theme: str, language: str) -> Path:
    folder.mkdir(parents=True)
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    text = (ROOT / "site.toml").read_text("utf-8")
    for setting, value in {
        "per_page": "8",
        "language": f'"{language}"',
        "base_url": '"https://org.example/repo/"',
    }.items():
        text = re.sub(rf"(?m)^{setting} = .*$", f"{setting} = {value}", text)
    text = re.sub(r"(\[theme\]\nname = ).*", rf'\1"{theme}"', text)
    (folder / "site.toml").write_text(text, "utf-8")
    return folder
