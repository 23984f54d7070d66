"""The site that the tests of the dev server serve and edit."""

SETTINGS = """\
[site]
title = "Jobs at Example"
base_url = "https://example.org/repo/"

[organization]
name = "Example Ltd"
"""
BAKER = """\
---
title: Baker
date_posted: 2026-11-02
locations: Berlin, Germany
apply_email: jobs@example.org
---

Bake bread.
"""
