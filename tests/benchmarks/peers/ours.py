"""site-builder: the default engine and theme, and a job page of the site's own, whose footer is what changes."""

import json
import sys
from compileall import compile_dir
from importlib.resources import files
from pathlib import Path

from site_builder import __version__
from tests.benchmarks.peers.peer import BASE_URL, DESCRIPTION, ORGANIZATION, TITLE, Peer, Words, write_tree
from tests.benchmarks.postings import Posting

NAME = "site-builder"

_SETTINGS = f"""\
[site]
title = {json.dumps(TITLE)}
base_url = {json.dumps(BASE_URL)}
description = {json.dumps(DESCRIPTION)}

[organization]
name = {json.dumps(ORGANIZATION)}
"""

# The site's own template adds one line below the facts, which all job pages show.
_TEMPLATE = """\
{% extends "base/job.html" %}

{% block job_organization %}
{{ super() }}
<p class="note">Apply in any language.</p>
{% endblock %}
"""

_PROGRAM = str(Path(sys.executable).with_name("site-builder"))


def site_builder() -> Peer:
    """This project's own generator, as it is in the work tree, with bytecode as pip makes it on installing."""
    compile_dir(str(files("site_builder")), quiet=1)
    return Peer(
        name=NAME,
        version=__version__,
        command=(_PROGRAM, "build"),
        serve=(_PROGRAM, "serve", "--port", "{port}"),
        content="content",
        output="output",
        caches=(".cache",),
        write_settings=_write_settings,
        source=_source,
        template=Words("templates/job.html", "any language"),
        settings=Words("site.toml", TITLE),
    )


def _write_settings(site: Path) -> None:
    write_tree(site, {"site.toml": _SETTINGS, "templates/job.html": _TEMPLATE})


def _source(posting: Posting) -> str:
    return f"""\
---
title: {json.dumps(posting.title)}
department: {posting.department}
locations: {json.dumps(posting.place)}
employment_type: {posting.employment_type}
date_posted: {posting.date_posted}
valid_through: {posting.valid_through}
salary:
  currency: {posting.currency}
  min: {posting.lowest_pay}
  max: {posting.highest_pay}
  unit: YEAR
tags: [{", ".join(posting.tags)}]
apply_url: {posting.apply_url}
identifier: {posting.identifier}
---

{posting.text}"""
