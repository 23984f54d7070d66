"""What may change in a site: fields, texts, names, settings and other files, each with the values it may have."""

from typing import Any

from tests.site_checks import GOLDEN

FIELDS: dict[str, tuple[Any, ...]] = {
    "title": ("Baker", "Miller", "C++ / .NET <Developer> & more", "面包师 🥐"),
    "organization": ("Mill Ltd", {"name": "Bakery", "logo": "logo.svg"}, None),
    "tags": (["bread"], ["Bread", "page", "C#"], "#ui/ux,#bread", ["b r e a d", "B R  E A D"], None),
    "department": ("Bakery", "bakery", "Mill", None),
    "locations": (["Berlin, Germany"], ["Springfield, Illinois, US", "Springfield, Oregon, US"], None),
    "remote": ("full", "hybrid", None),
    "employment_type": ("FULL_TIME", ["INTERN", "PART_TIME"], None),
    "date_posted": ("2026-11-01", "2026-11-19", "2026-11-25", None),
    "date_modified": ("2026-11-20", "2026-11-22", None),
    "valid_through": ("2026-11-20", "2026-11-21", "2026-11-23", "2026-11-25T12:00:00+02:00", "2026-11-10", None),
    "identifier": ("B-1", "B-2", None),
    "opens_on": ("2026-11-19", "2026-11-22", None),
    "open": (False, True, None),
    "salary": ("50000-60000 EUR per YEAR", {"currency": "USD", "value": 30.5, "unit": "HOUR"}, None),
    "slug": ("baker", "page", "baecker", None),
    "aliases": (["/old/"], ["/old/", "/careers/old.html"], ["/tags/bread/"], None),
    "language": ("de", "fr-CA", None),
    "translation_of": ("baker.md", "nobody.md", None),
    "draft": (True, None),
    "summary": ("Early to rise.", None),
    "team_size": (3, None),
}
BODIES = (
    "We bake.\n",
    "We bake.  \n\n## Daily\n\n- bread\n- rolls #LI-Remote\n",
    "See [benefits](/benefits/), [here](#daily) and ![a loaf](/assets/loaf.svg).\n",
    "",
)
NAMES = (
    "baker.md",
    "baker.de.md",
    "miller.md",
    "north/baker.md",
    "north/2026-11-18-cook.md",
    "note.txt",
    "south/waiter.html",
)
ENGLISH = (GOLDEN / "_theme/plain/strings/en.toml").read_text(encoding="utf-8")

# Files beside the postings, each with the texts it may have; None: the file is not there.
OTHERS: dict[str, tuple[str | None, ...]] = {
    "templates/job.html": (
        None,
        '{% extends "layout.html" %}{% block main %}{{ page.posting.title }} {{ page.state }}{% endblock %}',
        '{% extends "plain/job.html" %}{% block main %}{{ super() }}ours{% endblock %}',
    ),
    "templates/job_card.html": (None, "<p>{{ job.title }}\n", "<p>{{ job.title }} {{ job.valid_through }}\n"),
    "templates/layout.html": (None, '{% include ["banner.html", "banner.txt"] %}{% block main %}{% endblock %}'),
    "templates/banner.txt": ("Hiring", None, "Hiring!"),
    "themes/plain/templates/layout.html": ("{{ page.title }}{% block main %}{% endblock %}",),
    "themes/plain/strings/en.toml": (ENGLISH, ENGLISH.replace('"{count} job"', '"{count} position"'), ENGLISH.replace("closed", "over")),
    "themes/plain/strings/fr.toml": (None, 'closed = "Pourvu."\n[listing]\ntags = "Étiquettes"\n'),
    "themes/plain/strings/de.toml": ('closed = "Besetzt."\n', None),
    "assets/loaf.svg": (None, "<svg/>", "<svg></svg>"),
    "assets/dot.svg": (None, "<svg/>"),
    "assets/site.css": (None, "body { background: url(dot.svg) }", "body {}"),
    "assets/logo.svg": ("<svg/>", None),
    "content/pages/benefits.md": (None, "# Benefits\n\nBread.\n", "---\ntitle: Perks\ndraft: true\n---\n", "---\ntitle: A\nslug: a\n---\n"),
    "content/pages/benefits.de.md": (None, "# Vorteile\n", "---\ntitle: Vorteile\nslug: vorteile\n---\nBrot.\n"),
    "content/pages/about.md": (None, "---\ntitle: About\nweight: 1\naliases: [/old/]\n---\nUs.\n", "# About\n\n[Jobs](/)\n"),
    "published.txt": (None, "old | moved to | baker\nbaker | gone | - | x | B-1 | 0 | Baker\n", "<<<<<<< HEAD\n"),
    "content/notes.pdf": (None, "no posting"),
    "content/_ignored.md": (None, "no posting either"),
}  # fmt: skip
SETTINGS: dict[str, tuple[str, ...]] = {
    "site.title": ('"Jobs"', '"Work <here>"'),
    "site.base_url": ('"https://mill.example/"', '"https://org.example/repo/"'),
    "site.language": ('"en"', '"de"', '"fr"'),
    "site.timezone": ('"UTC"', '"Pacific/Auckland"'),
    "site.description": ('"Bread and rolls."', '"Rolls."'),
    "site.per_page": ("50", "1", "2"),
    "site.feed_items": ("30", "1"),
    "theme.name": ('"plain"', '"plain"', '"plain"', '"base"'),
    "markdown.engine": ('"gfm"', '"python-markdown"'),
    "organization.name": ('"Mill Ltd"', '"Bakery"'),
    "organization.logo": ('"logo.svg"', '"https://cdn.example/logo.svg"'),
    "redirects": ("{}", '{ "/old/" = "/" }', '{ "/gone" = "https://elsewhere.example/" }'),
    "defaults": ("{}", '{ department = "Mill", "north/" = { tags = ["north"] } }'),
    "jobs.closed_days": ("60", "0", "1", "10"),
    "jobs.closing_soon_days": ("7", "0", "2"),
    "fields": ("{}", '{ "team_size" = "extra" }', '{ "team_size" = "identifier" }'),
    "languages": (
        "{}",
        "{ de = {} }",
        '{ de = { title = "Stellen", description = "Brot.", navigation = [{ title = "Laden", url = "/de/tags/" }] }, fr = { path = "fr-ca" } }',
        '{ de = { path = "deutsch", theme = { settings = { greeting = "Hallo" } } } }',
    ),
    "navigation": ("[]", '[{ title = "Shop", url = "https://shop.example/" }]'),
}  # fmt: skip

# What people get wrong, by the file: each is an error, and nothing may be published until it is mended.
MISTAKES = (
    ("content/baker.md", "---\ntitle: [\n---\nText"),
    ("content/baker.md", "---\ntitle: Baker\ndate_posted: soon\n---\nText"),
    ("content/north/cook.md", "---\ntitel: Cook\n---\nText"),
    ("content/pages/about.md", "\x00"),
    ("templates/job.html", '{% extends "plain/job.html" %}{% block main %}{{ page.nonsense }}{% endblock %}'),
    ("templates/404.html", "{% if %}"),
    ("themes/plain/strings/en.toml", "closed ="),
    ("site.toml", "[site]\ntitle = 7\n"),
    ("site.toml", ""),
)
