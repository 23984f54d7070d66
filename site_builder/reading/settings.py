"""`site.toml` becomes a Config. A setting that we do not know, or a wrong value, is a Problem with its line."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from msgspec import Struct

from site_builder.model.problem import Problem
from site_builder.model.site import Config, Markdown, MenuItem
from site_builder.reading.document import Unreadable, decode, toml_lines
from site_builder.reading.markdown import unknown_extensions
from site_builder.reading.names import near_miss, normal
from site_builder.reading.rules import EXTRA, POSTING, by_name
from site_builder.reading.site_paths import read_site_path
from site_builder.reading.values import read_language, read_organization, read_text, read_url
from site_builder.reading.wrong import Wrong

FILE = "site.toml"


class Setting(Struct, frozen=True):
    """One setting: where it stands, the Config's field it fills, its reader, what it means, a right line."""

    section: str
    name: str
    field: str
    read: Callable[[Any], Any]
    says: str
    right: str


def read_settings(data: bytes) -> tuple[Config | None, dict[str, int], list[Problem]]:
    """Read site.toml's bytes. Returns the settings (None when an error makes them unusable), the lines of all names, the problems."""
    try:
        text = decode(data)
        table = tomllib.loads(text)
    except Unreadable as error:
        return None, {}, [Problem(FILE, error.line, error.code, error.message, error.mend)]
    except tomllib.TOMLDecodeError as error:
        return None, {}, [Problem(FILE, 1, "toml-syntax", f"the file is not TOML: {error}", 'Write `name = "value"`, text in quotes.')]
    lines = {name: line for name, line in reversed(list(toml_lines(text)))}
    problems = list(_unknown(table, lines))
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        section = table.get(setting.section, {})
        if isinstance(section, dict) and setting.name in section:
            try:
                values[setting.field] = setting.read(section[setting.name])
            except Wrong as wrong:
                problems.append(_wrong(f"{setting.section}.{setting.name}", wrong, lines))
    for name, read in _SECTIONS.items():
        if name in table:
            try:
                values |= read(table[name], lines, problems)
            except Wrong as wrong:
                problems.append(_wrong(name, wrong, lines))
    for required in ("title", "base_url"):
        if required not in table.get("site", {}):
            right = next(setting.right for setting in SETTINGS if setting.field == required)
            problems.append(
                Problem(FILE, lines.get("site", 1), "setting-missing", f"[site] has no `{required}`", f"Write `{right}` under [site].")
            )
    problems.sort()
    if problems:
        return None, lines, problems
    return Config(**values), lines, []


def read_base_url(value: Any) -> str:
    """Read the address below which the site lies: absolute, returned with `/` at its end. Raises Wrong."""
    url = read_url(value)
    parts = urlsplit(url)
    if parts.query or parts.fragment:
        raise Wrong(f"“{url}” has a query or a fragment", "Write the address alone: https://org.github.io/repo/")
    return url if url.endswith("/") else url + "/"


def _timezone(value: Any) -> str:
    name = read_text(value)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        near = near_miss(name, available_timezones())
        raise Wrong(
            f"“{name}” is no time zone", f"Did you mean `{near}`?" if near else "Write a name such as Europe/Berlin or America/New_York."
        ) from None
    return name


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Wrong(f"{value!r} is not a number of at least 1", "Write a whole number, such as 50.")
    return value


def _engine(value: Any) -> str:
    if value not in ("gfm", "python-markdown"):
        raise Wrong(f"{value!r} is no Markdown engine", 'Write "gfm" or "python-markdown".')
    return str(value)


SETTINGS = (
    Setting("site", "title", "title", read_text, "The site's title.", 'title = "Jobs at Example"'),
    Setting("site", "base_url", "base_url", read_base_url, "The address at which the site will be found.", 'base_url = "https://org.github.io/repo/"'),
    Setting("site", "language", "language", read_language, "The language of the interface, and of postings that do not say (BCP 47).", 'language = "en"'),
    Setting("site", "timezone", "timezone", _timezone, "The time zone in which days begin and end (IANA).", 'timezone = "Europe/Berlin"'),
    Setting("site", "description", "description", read_text, "One or two sentences for the start page, feeds and search engines.", 'description = "Come and build bridges with us."'),
    Setting("site", "per_page", "per_page", _count, "How many jobs a page of a list shows (50).", "per_page = 50"),
    Setting("site", "feed_items", "feed_items", _count, "How many jobs a feed holds (30).", "feed_items = 30"),
)  # fmt: skip


def _organization(value: Any, _lines: Mapping[str, int], _problems: list[Problem]) -> dict[str, Any]:
    return {"organization": read_organization(value)}


def _theme(value: Any, _lines: Mapping[str, int], _problems: list[Problem]) -> dict[str, Any]:
    table = _table("theme", value)
    return {"theme": read_text(table.get("name", "base")), "theme_settings": _table("settings", table.get("settings"))}


def _markdown(value: Any, lines: Mapping[str, int], problems: list[Problem]) -> dict[str, Any]:
    table = _table("markdown", value)
    extensions = table.get("extensions", Markdown().extensions)
    if not isinstance(extensions, list | tuple) or not all(isinstance(one, str) for one in extensions):
        raise Wrong(f"`extensions` is {extensions!r}", 'Write a list of names: extensions = ["extra", "sane_lists"]')
    markdown = Markdown(_engine(table.get("engine", "gfm")), tuple(extensions))
    for name in unknown_extensions(markdown):
        problems.append(
            Problem(
                FILE,
                lines.get("markdown.extensions", 1),
                "setting-wrong",
                f"Python-Markdown has no extension “{name}”",
                "Take it out, or install the package that brings it.",
            )
        )
    return {"markdown": markdown}


def _fields(value: Any, lines: Mapping[str, int], problems: list[Problem]) -> dict[str, Any]:
    known = by_name(POSTING)
    fields: dict[str, str] = {}
    for theirs, ours in _table("fields", value).items():
        rule = known.get(normal(ours)) if isinstance(ours, str) else None
        if rule is None and ours != EXTRA:
            near = near_miss(str(ours), [one.name for one in POSTING])
            problems.append(
                Problem(
                    FILE,
                    lines.get(f"fields.{theirs}", lines.get("fields", 1)),
                    "setting-wrong",
                    f"{ours!r} is no field of ours",
                    f"Did you mean `{near}`?" if near else f"Write theirs on the left and ours on the right: one of {', '.join(one.name for one in POSTING)}.",
                )
            )
        else:
            fields[theirs] = rule.name if rule else EXTRA
    return {"fields": fields}


def _defaults(value: Any, lines: Mapping[str, int], problems: list[Problem]) -> dict[str, Any]:
    """Split `[defaults]` into values for all postings and tables for folders, whose names end with `/`."""
    table = _table("defaults", value)
    defaults: dict[str, dict[str, Any]] = {"": {}}
    for name, one in table.items():
        if name.endswith("/") and isinstance(one, dict):
            defaults[name.removeprefix("content/")] = one
        else:
            defaults[""][name] = one
    known = by_name(POSTING)
    for folder, values in defaults.items():
        for name, one in values.items():
            dotted = f"defaults.{folder}.{name}" if folder else f"defaults.{name}"
            line = lines.get(dotted, lines.get("defaults", 1))
            rule = known.get(normal(name))
            if rule is None:
                near = near_miss(name, [other.name for other in POSTING])
                problems.append(
                    Problem(
                        FILE,
                        line,
                        "setting-unknown",
                        f"`{name}` is no field of a posting" + (f"; did you mean `{near}`?" if near else ""),
                        'Write a field and its value; for one folder write [defaults."folder/"].',
                    )
                )
                continue
            try:
                rule.read(one, ZoneInfo("UTC"))
            except Wrong as wrong:
                problems.append(Problem(FILE, line, "setting-wrong", f"`{name}`: {wrong.message}", wrong.mend))
    return {"defaults": {folder: values for folder, values in defaults.items() if values}}


def _redirects(value: Any, lines: Mapping[str, int], problems: list[Problem]) -> dict[str, Any]:
    redirects: dict[str, str] = {}
    for old, new in _table("redirects", value).items():
        try:
            target = read_text(new)
            redirects[read_site_path(old)] = target if target.startswith("/") else read_url(target)
        except Wrong as wrong:
            line = lines.get(f"redirects.{old}", lines.get("redirects", 1))
            problems.append(Problem(FILE, line, "setting-wrong", f"`redirects`: {wrong.message}", wrong.mend))
    return {"redirects": redirects}


def _navigation(value: Any, _lines: Mapping[str, int], _problems: list[Problem]) -> dict[str, Any]:
    if not isinstance(value, list):
        raise Wrong("`navigation` is no list", 'Write [[navigation]] with `title = "…"` and `url = "…"` below.')
    items = []
    for item in value:
        if not isinstance(item, dict) or set(item) != {"title", "url"}:
            raise Wrong(f"{item!r} is no link", 'Write [[navigation]] with `title = "…"` and `url = "…"` below.')
        url = read_text(item["url"])
        items.append(MenuItem(read_text(item["title"]), url if url.startswith("/") else read_url(url)))
    return {"navigation": tuple(items)}


_SECTIONS: dict[str, Callable[[Any, Mapping[str, int], list[Problem]], dict[str, Any]]] = {
    "organization": _organization,
    "theme": _theme,
    "markdown": _markdown,
    "fields": _fields,
    "defaults": _defaults,
    "redirects": _redirects,
    "navigation": _navigation,
}

_CLOSED_SECTIONS: dict[str, tuple[str, ...]] = {
    "site": tuple(setting.name for setting in SETTINGS if setting.section == "site"),
    "theme": ("name", "settings"),
    "markdown": ("engine", "extensions"),
}


def _unknown(table: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Problem]:
    sections = ["site", *_SECTIONS]
    for name, value in table.items():
        if name not in sections:
            near = near_miss(name, sections) or next(
                (f"{section}] with `{name}" for section, names in _CLOSED_SECTIONS.items() if name in names), None
            )
            yield Problem(
                FILE,
                lines.get(name, 1),
                "setting-unknown",
                f"`{name}` is no section that we know" + (f"; did you mean [{near}`?" if near and "`" in near else f"; did you mean [{near}]?" if near else ""),
                f"The sections are {', '.join(f'[{one}]' for one in sections)}.",
            )
        elif name in _CLOSED_SECTIONS and isinstance(value, dict):
            for setting in value:
                if setting not in _CLOSED_SECTIONS[name]:
                    near = near_miss(setting, _CLOSED_SECTIONS[name])
                    yield Problem(
                        FILE,
                        lines.get(f"{name}.{setting}", 1),
                        "setting-unknown",
                        f"[{name}] has no setting `{setting}`" + (f"; did you mean `{near}`?" if near else ""),
                        f"Its settings are {', '.join(_CLOSED_SECTIONS[name])}.",
                    )
        elif not isinstance(value, dict) and name != "navigation":
            yield Problem(FILE, lines.get(name, 1), "setting-wrong", f"`{name}` is no section", f"Write [{name}] on a line of its own.")


def _table(name: str, value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _wrong(name: str, wrong: Wrong, lines: Mapping[str, int]) -> Problem:
    return Problem(FILE, lines.get(name, 1), "setting-wrong", f"`{name}`: {wrong.message}", wrong.mend)
