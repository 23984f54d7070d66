"""The sections of `site.toml` beside [site]: each a reader that gives fields of the Config, and notes what is wrong."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from site_builder.model.config import Jobs, Markdown
from site_builder.model.deprecated import Deprecated
from site_builder.model.deprecated_uses import use_of
from site_builder.model.problem import Problem
from site_builder.model.tree import MenuItem
from site_builder.reading.check_settings import read_check
from site_builder.reading.culprit import culprit, shown_name
from site_builder.reading.policy_settings import DIRECTIVES, read_sources
from site_builder.reading.site_paths import read_target
from site_builder.reading.values import read_organization, read_text
from site_builder.reading.wrong import Wrong, shown

FILE = "site.toml"
HOW_TO_BEGIN = (
    'Name the site\'s folder with --site, or write the file: [site] with `title = "…"` and `base_url = "https://…/"`, '
    'and [organization] with `name = "…"`.'
)
CLOSED = {
    "theme": ("name", "settings"),
    "markdown": ("engine", "extensions"),
    "jobs": ("closed_days", "closing_soon_days", "equal_opportunity"),
    "content_security_policy": DIRECTIVES,
}
"""Sections whose settings are fixed, with their names."""


class Notes:
    """The problems found so far, each on the line of the setting that it is about."""

    def __init__(self, lines: Mapping[str, int]) -> None:
        self.problems: list[Problem] = []
        self._lines = lines

    def add(self, name: str, message: str, mend: str, code: str = "setting-wrong") -> None:
        """Note a problem of a setting, by its dotted name; its line is that of the nearest name above it that has one."""
        self.problems.append(Problem(FILE, self._line(name), code, message, mend))

    def add_old(self, name: str, one: Deprecated) -> None:
        """Note that a name is there which was replaced or will go, by its dotted name."""
        self.problems.append(use_of(one, FILE, self._line(name)))

    def _line(self, name: str) -> int:
        while name:
            if name in self._lines:
                return self._lines[name]
            name = name.rpartition(".")[0]
        return 1

    def read(self, name: str, read: Callable[[Any], Any], value: Any) -> Any:
        """Return what a reader makes of a value; None, and a note, if it is wrong."""
        try:
            return read(value)
        except Wrong as wrong:
            part = culprit(read, value, wrong.message)
            self.add(name + part, f"`{shown_name(name + part)}`: {wrong.message}", wrong.mend)
            return None


def read_section(name: str, value: Any, right: str) -> dict[str, Any]:
    """Return a section, or raise Wrong with a right one."""
    if not isinstance(value, dict):
        raise Wrong(f"{shown(value)} is no section", f"Write [{name}] on a line of its own, and below it {right}")
    return value


def _organization(value: Any, notes: Notes) -> dict[str, Any]:
    table = read_section("organization", value, '`name = "Example Ltd"`.')
    return {"organization": notes.read("organization", read_organization, table)}


def _theme(value: Any, notes: Notes) -> dict[str, Any]:
    table = read_section("theme", value, '`name = "base"`.')
    name = notes.read("theme.name", read_text, table.get("name", "base"))
    settings = notes.read(
        "theme.settings",
        lambda one: read_section("theme.settings", one, "the theme's settings."),
        table.get("settings", {}),
    )
    return {"theme": name, "theme_settings": settings}


ENGINES = ("gfm", "python-markdown")


def _engine(value: Any) -> str:
    if value not in ENGINES:
        raise Wrong(f"{shown(value)} is no Markdown engine", 'Write "gfm" or "python-markdown".')
    return str(value)


def _extensions(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise Wrong(f"{shown(value)} is no list of extensions", 'Write a list: extensions = ["extra", "sane_lists"].')
    return tuple(read_text(one) for one in value)


def _markdown(value: Any, notes: Notes) -> dict[str, Any]:
    table = read_section("markdown", value, '`engine = "gfm"`.')
    engine = notes.read("markdown.engine", _engine, table.get("engine", "gfm"))
    extensions = notes.read("markdown.extensions", _extensions, table.get("extensions", list(Markdown().extensions)))
    if engine is None or extensions is None:
        return {}
    markdown = Markdown(engine, extensions)
    if engine == "python-markdown":
        from site_builder.reading.markdown import unknown_extensions  # other settings are read without any engine

        for name in unknown_extensions(markdown):
            mend = "Take it out, or install the package that brings it."
            notes.add("markdown.extensions", f"Python-Markdown has no extension {shown(name)}", mend)
    return {"markdown": markdown}


_MOST_DAYS = 10_000


def _days(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_DAYS:
        raise Wrong(
            f"{shown(value)} is not a number of days from 0 to {_MOST_DAYS}",
            "Write a number without quotes, such as 60.",
        )
    return value


_LONGEST_PASSAGE = 20_000


def read_passage(value: Any) -> str:
    """Read a text of several lines."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f"{shown(value)} is no text", 'Write it in three double quotes: """We hire …""".')
    if len(value) > _LONGEST_PASSAGE:
        raise Wrong(f"the text has {len(value)} characters", f"Write at most {_LONGEST_PASSAGE}, or put it on a page.")
    read_text(value)  # refuses what nobody sees
    return value.strip()


_OF_JOBS: dict[str, Callable[[Any], Any]] = {
    "closed_days": _days,
    "closing_soon_days": _days,
    "equal_opportunity": read_passage,
}


def _jobs(value: Any, notes: Notes) -> dict[str, Any]:
    table = read_section("jobs", value, "`closed_days = 60`.")
    values = {name: notes.read(f"jobs.{name}", _OF_JOBS[name], table[name]) for name in CLOSED["jobs"] if name in table}
    return {"jobs": Jobs(**{name: one for name, one in values.items() if one is not None})}


def _policy(value: Any, notes: Notes) -> dict[str, Any]:
    table = read_section("content_security_policy", value, '`frame-src = ["https://player.example.org"]`.')
    read = {
        name: notes.read(f"content_security_policy.{name}", partial(read_sources, name), table[name])
        for name in DIRECTIVES
        if name in table
    }
    return {"content_security_policy": {name: sources for name, sources in read.items() if sources}}


# What reads the fields of postings is only loaded for these two: most sites have neither, and a build with nothing to do needs none of it.
def _fields(value: Any, notes: Notes) -> dict[str, Any]:
    from site_builder.reading.field_sections import read_own_names

    return read_own_names(value, notes)


def _defaults(value: Any, notes: Notes) -> dict[str, Any]:
    from site_builder.reading.field_sections import read_defaults

    return read_defaults(value, notes)


_LINK = 'Write [[navigation]], and below it `title = "Company"` and `url = "https://example.com/"`.'


def _navigation(value: Any, notes: Notes) -> dict[str, Any]:
    return {"navigation": read_navigation("navigation", value, notes)}


def read_navigation(section: str, value: Any, notes: Notes) -> tuple[MenuItem, ...]:
    """Read `[[navigation]]`, or that of a language. Raises Wrong for what is no list."""
    if not isinstance(value, list):
        raise Wrong(f"{shown(value)} is no list of links", _LINK)
    items = []
    for number, item in enumerate(value):
        name = f"{section}.{number}"
        if not isinstance(item, dict):
            notes.add(name, f"{shown(item)} is no link", _LINK)
            continue
        for wrong in sorted(set(item) ^ {"title", "url"}):
            says = "has no" if wrong in ("title", "url") else "knows no"
            notes.add(f"{name}.{wrong}", f"a link of the navigation {says} `{wrong}`", _LINK)
        title = notes.read(f"{name}.title", read_text, item["title"]) if "title" in item else None
        url = notes.read(f"{name}.url", read_target, item["url"]) if "url" in item else None
        if title is not None and url is not None:
            items.append(MenuItem(title, url))
    return tuple(items)


Section = Callable[[Any, Notes], dict[str, Any]]

SECTIONS: dict[str, Section] = {
    "organization": _organization,
    "theme": _theme,
    "markdown": _markdown,
    "jobs": _jobs,
    "content_security_policy": _policy,
    "fields": _fields,
    "defaults": _defaults,
    "navigation": _navigation,
    "check": read_check,
}
