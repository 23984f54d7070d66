"""`new theme`: a theme to start from, which extends one of those that came with the program and builds as it stands."""

import re
from pathlib import Path

from site_builder.model.slug import slugify
from site_builder.reading.sections import HOW_TO_BEGIN
from site_builder.reading.settings import FILE
from site_builder.starting.writing import NewError

PARENTS = ("base", "studio")
"""Themes that came with the program."""


def new_theme(root: Path, name: str, parent: str = PARENTS[0]) -> Path:
    """Write a theme to start from into `themes/` of the site in a folder, and return its folder.

    `name` is that of the folder, `parent` the theme that it extends. Nothing is written over. Raises NewError.
    """
    if not (root / FILE).is_file():
        raise NewError(f"there is no {FILE} in {root}", HOW_TO_BEGIN)
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", name):
        like = slugify(name)[:40].strip("-") if name else ""
        example = like if re.fullmatch(r"[a-z][a-z0-9-]*", like) else "harbour"
        raise NewError(
            f"{name!r} cannot be the name of a theme", f"Use small letters, digits and hyphens: `new theme {example}`."
        )
    if name in PARENTS:
        raise NewError(f"“{name}” is a theme that came with the program", "Give yours another name.")
    if parent not in PARENTS:
        raise NewError(f"there is no theme “{parent}” to extend", f"Choose one of: {', '.join(PARENTS)}.")
    folder = root / "themes" / name
    if folder.exists():
        raise NewError(f"themes/{name} is there already, and stays as it is", "Choose another name.")
    try:
        for path, text in _FILES.items():
            file = folder / path.replace("NAME", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("NAME", name).replace("PARENT", parent), encoding="utf-8", newline="\n")
    except OSError as error:
        raise NewError(
            f"{error.filename} cannot be written: {error.strerror}", "Correct it, and run the command again."
        ) from error
    return folder


_FILES = {
    "theme.toml": """\
# A theme: what it is called, which theme it extends, and what a site can choose. docs/theming.md explains all of it.
name = "NAME"
description = "Ours."
# Whatever is not in this folder comes from there: templates, style sheets, words, settings.
extends = "PARENT"

# Settings of the parent that begin with another value here, and settings of our own. A site gives them values under
# [theme.settings] in site.toml; templates read them as theme.settings.banner.
[settings]
show_summaries = true
# A sentence at the head of the start page. Empty: none.
banner = ""
""",
    "templates/layout.html": """\
{# The frame of every page. It extends the parent's and adds one style sheet; every other block stays as it is there. #}
{# Write "PARENT/layout.html", not "layout.html": that would be this file itself. #}
{% extends "PARENT/layout.html" %}

{% block styles %}
{# super() is what the parent has in this block. asset() gives the address of a file of assets/. #}
{{ super() }}
<link rel="stylesheet" href="{{ asset('NAME.css') }}">
{% endblock %}
""",
    "templates/listing.html": """\
{# The start page and all lists of jobs. An example of changing one thing: a sentence before the links to departments, places and tags. #}
{# Delete the file if you do not need it: the parent's takes its place. #}
{% extends "PARENT/listing.html" %}

{% block browse %}
{# page.kind is "start" on the start page, "listing" on lists; docs/theming.md lists all that a page knows. #}
{% if page.kind == "start" and theme.settings.banner %}
<p class="banner">{{ theme.settings.banner }}</p>
{% endif %}
{{ super() }}
{% endblock %}
""",
    "assets/NAME.css": """\
/* Loaded after PARENT's style sheet, so what stands here goes before. Most of a new look is in these tokens; docs/theming.md
   lists them all. `site-builder check` works out whether text can be read on its ground, in the light and in the dark. */

:root {
  /* light-dark(in the light, in the dark) */
  --background: light-dark(#fbfaf7, #14130f);
  --surface: light-dark(#f1efe8, #1f1d18);
  --ink: light-dark(#1d1b16, #f0ede5);
  --muted: light-dark(#5a564b, #b3ad9f);
  --line: light-dark(#d9d4c7, #3b382f);
  /* Links and buttons. Set here, it goes before the setting `accent`. */
  --accent: light-dark(#0f6674, #6cc9d8);
  --on-accent: light-dark(#fff, #10131a);
  --radius: .75rem;
}

.banner { margin-top: 1rem; max-width: var(--measure); color: var(--muted); font-size: var(--large); }
""",
    "strings/en.toml": """\
# Words of the interface that differ from the parent's. Take the # off a line and change it; other languages have files of their
# own beside this one (de.toml). themes/base/strings/en.toml has all words with their names.
# see_all_jobs = "See all our jobs"
""",
}
"""The files of a new theme, by their names below its folder. NAME stands for the theme's name, PARENT for the one it extends."""
