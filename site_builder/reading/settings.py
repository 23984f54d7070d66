"""`site.toml` becomes a Config. A setting that we do not know, or a wrong value, is a Problem with its line."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from msgspec import Struct

from site_builder.model.config import Config
from site_builder.model.deprecated import Deprecated, Kind, of_kinds
from site_builder.model.old_names import renewed
from site_builder.model.problem import Problem, Severity
from site_builder.reading.base_url import read_base_url
from site_builder.reading.language_sections import read_languages, with_main_tree
from site_builder.reading.names import meant
from site_builder.reading.plain_values import plain
from site_builder.reading.redirect_section import read_redirects
from site_builder.reading.sections import CLOSED, FILE, HOW_TO_BEGIN, Notes, Section
from site_builder.reading.sections import SECTIONS as OTHER_SECTIONS
from site_builder.reading.source_text import decode
from site_builder.reading.toml_fields import read_toml
from site_builder.reading.values import read_boolean, read_language, read_text
from site_builder.reading.wrong import Unreadable, Wrong, shown

__all__ = ["FILE", "SECTIONS", "SETTINGS", "Setting", "read_base_url", "read_settings"]


class Setting(Struct, frozen=True):
    """One setting of [site], which fills the field of the Config of its name: its reader, what it means, a right line."""

    name: str
    read: Callable[[Any], Any]
    says: str
    right: str
    required: bool = False


def read_settings(data: bytes) -> tuple[Config | None, dict[str, int], list[Problem]]:
    """Read site.toml's bytes. Returns the settings (None when an error makes them unusable), the lines of all names, the problems.

    Names that were replaced are read as the new ones; that is a warning.
    """
    try:
        values, lines = read_toml(decode(data), 1, "the file")
        table = plain(values, 1)
    except Unreadable as error:
        mend = HOW_TO_BEGIN if error.code == "file-empty" else error.mend
        return None, {}, [Problem(FILE, error.line, error.code, error.message, mend)]
    table, lines, old = _renewed(table, lines)
    notes = Notes(lines)
    for one, name in old:
        notes.add_old(name, one)
    _refuse_unknown(table, notes)
    config = _site(table.get("site", {}), notes)
    for name, read in SECTIONS.items():
        if name in table:
            config |= notes.read(name, partial(_read_section, read, notes), table[name]) or {}
    config = with_main_tree(config, notes)
    problems = sorted(notes.problems)
    is_usable = all(problem.severity is not Severity.ERROR for problem in problems)
    return (Config(**config) if is_usable else None), lines, problems


def _renewed(
    table: dict[str, Any], lines: dict[str, int]
) -> tuple[dict[str, Any], dict[str, int], list[tuple[Deprecated, str]]]:
    olds = of_kinds(Kind.SETTING)
    return renewed(table, lines, olds) if olds else (table, lines, [])


SECTIONS: dict[str, Section] = {**OTHER_SECTIONS, "redirects": read_redirects, "languages": read_languages}


def _site(table: Any, notes: Notes) -> dict[str, Any]:
    """Read [site], all settings in one go."""
    if not isinstance(table, dict):
        notes.add("site", "`site` is no section", "Write [site] on a line of its own, and the settings below it.")
        return {}
    values = {}
    for setting in SETTINGS:
        if setting.name in table:
            values[setting.name] = notes.read(f"site.{setting.name}", setting.read, table[setting.name])
        elif setting.required:
            notes.add(
                "site",
                f"[site] does not say its `{setting.name}`",
                f"Write `{setting.right}` under [site].",
                "setting-missing",
            )
    return values


def _read_section(read: Section, notes: Notes, value: Any) -> dict[str, Any]:
    return read(value, notes)


# These names stand for whatever zone the machine has at hand.
_OF_THE_MACHINE = frozenset({"localtime", "posixrules", "factory"})


def _timezone(value: Any) -> str:
    name = read_text(value)
    if not _is_zone(name):
        raise Wrong(f"{shown(name)} is no time zone", _zone_meant(name))
    return name


_ANYWHERE_ON_EARTH = "Etc/GMT+12"
"""UTC-12 by its IANA name, whose sign is POSIX's."""


def _deadlines(value: Any) -> str:
    name = read_text(value)
    return _ANYWHERE_ON_EARTH if name.casefold() in {"anywhere on earth", "aoe"} else _timezone(value)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return name.casefold() not in _OF_THE_MACHINE


def _zone_meant(name: str) -> str:
    zones = sorted(zone for zone in available_timezones() if zone.casefold() not in _OF_THE_MACHINE)
    wanted = name.casefold().replace(" ", "_")
    near = next(
        (zone for zone in zones if wanted in (zone.casefold(), zone.casefold().rpartition("/")[2])), None
    ) or meant(name, zones)
    return f"Did you mean {near}?" if near else "Write a continent and a city: Europe/Berlin, America/New_York."


_MOST = 10_000


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _MOST:
        raise Wrong(
            f"{shown(value)} is not a whole number from 1 to {_MOST}", "Write a number without quotes, such as 50."
        )
    return value


SETTINGS = (
    Setting("title", read_text, "The site's title.", 'title = "Jobs at Example"', required=True),
    Setting("base_url", read_base_url, "The address at which the site will be found. On GitHub Pages a project's site lies below its repository's name.",
            'base_url = "https://org.github.io/repo/"', required=True),
    Setting("language", read_language, "The language of the interface, and of postings that do not name their own: a BCP 47 tag. Without it: `en`.", 'language = "de"'),
    Setting("timezone", _timezone, "The time zone in which days begin and end, by its IANA name. Without it: `UTC`.", 'timezone = "Europe/Berlin"'),
    Setting("deadlines", _deadlines, "The time zone in which the last day to apply ends, if not in `timezone`: `anywhere on earth` (UTC-12, where a day ends last), or an IANA name.", 'deadlines = "anywhere on earth"'),
    Setting("description", read_text, "One or two sentences for search engines and feeds.", 'description = "Come and build bridges with us."'),
    Setting("pages_only", read_boolean, "Whether the site has pages alone: no jobs, no lists, feeds or search. Its start page is the text of `content/pages/index.md`. Without it: `false`.", "pages_only = true"),
    Setting("per_page", _count, "How many jobs a page of a list shows. Without it: `50`.", "per_page = 50"),
    Setting("feed_items", _count, "How many jobs a feed holds. Without it: `30`.", "feed_items = 30"),
)  # fmt: skip

_KNOWN: dict[str, tuple[str, ...]] = {"site": tuple(setting.name for setting in SETTINGS), **CLOSED}


def _refuse_unknown(table: Mapping[str, Any], notes: Notes) -> None:
    sections = ("site", *SECTIONS)
    for name, value in table.items():
        if name not in sections:
            notes.add(
                name,
                f"there is no section or setting {shown(name)} here",
                _meant_section(name, sections),
                "setting-unknown",
            )
            continue
        for unknown in _unknown_in(name, value):
            near = meant(unknown, _KNOWN[name])
            names = ", ".join(f"`{known}`" for known in _KNOWN[name])
            mend = f"Did you mean `{near}`?" if near else _elsewhere(unknown) or f"[{name}] has {names}."
            notes.add(f"{name}.{unknown}", f"[{name}] has no setting {shown(unknown)}", mend, "setting-unknown")


def _unknown_in(section: str, value: Any) -> Iterator[str]:
    if section in _KNOWN and isinstance(value, dict):
        yield from (name for name in value if name not in _KNOWN[section])


def _meant_section(name: str, sections: tuple[str, ...]) -> str:
    near = meant(name, sections)
    if near:
        return f"Did you mean {'[[navigation]]' if near == 'navigation' else f'[{near}]'}?"
    return _elsewhere(name) or f"The sections are {', '.join(f'[{section}]' for section in sections)}."


def _elsewhere(name: str) -> str | None:
    """Say under which section a setting stands."""
    section = next((section for section, names in _KNOWN.items() if name in names), None)
    return f"Write it below [{section}]." if section else None
