"""The sections of `site.toml` about the fields of postings: the site's own names of them, and their values where a posting states none."""

from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from site_builder.model.source_files import below_content
from site_builder.reading.names import meant, normal
from site_builder.reading.rules import EXTRA, POSTING, Rule, by_name, old_names
from site_builder.reading.sections import Notes, read_section
from site_builder.reading.wrong import shown


def read_own_names(value: Any, notes: Notes) -> dict[str, Any]:
    """Read `[fields]`: a site's own names of fields, each with the field that it means."""
    known = by_name(POSTING)
    fields: dict[str, str] = {}
    for theirs, ours in read_section("fields", value, '`"position.name" = "title"`.').items():
        rule = known.get(normal(ours)) if isinstance(ours, str) else None
        if rule is None and ours != EXTRA:
            near = meant(ours, known) if isinstance(ours, str) else None
            mend = (
                f"Did you mean `{known[normal(near)].name}`?"
                if near
                else f'On the left your name, on the right ours, in quotes: {shown(theirs)} = "title".'
            )
            notes.add(
                f"fields.{theirs}",
                f"{shown(ours)} is no field of a posting",
                f"{mend} docs/writing-postings.md lists them.",
            )
        else:
            fields[theirs] = rule.name if rule else EXTRA
            if (old := old_names(POSTING).get(normal(ours))) is not None:
                notes.add_old(f"fields.{theirs}", old)
    return {"fields": fields}


_OF_ONE_POSTING = frozenset({"title", "slug", "aliases", "identifier", "translation_of", "check_off"})


def read_defaults(value: Any, notes: Notes) -> dict[str, Any]:
    """Read `[defaults]`: split it into values for all postings and tables for folders, whose names end with `/`."""
    known = by_name(POSTING)
    defaults: dict[str, dict[str, Any]] = {"": {}}
    for name, one in read_section("defaults", value, '`employment_type = "FULL_TIME"`.').items():
        if isinstance(one, dict) and (name.endswith("/") or normal(name) not in known):
            if not name.endswith("/"):
                notes.add(
                    f"defaults.{name}",
                    f"{shown(name)} is neither a field nor a folder",
                    f'Write a folder with a slash at its end: [defaults."{name}/"].',
                )
                continue
            folder = below_content(name.removeprefix("/"))
            defaults[folder] = {**defaults.get(folder, {}), **one}
            _check_defaults(f"defaults.{name}", one, notes)
        else:
            defaults[""][name] = one
    _check_defaults("defaults", defaults[""], notes)
    return {"defaults": {folder: values for folder, values in defaults.items() if values}}


def _check_defaults(section: str, values: dict[str, Any], notes: Notes) -> None:
    known = by_name(POSTING)
    for name, value in values.items():
        rule = known.get(normal(name))
        dotted = f"{section}.{name}"
        if (old := old_names(POSTING).get(normal(name))) is not None:
            notes.add_old(dotted, old)
        if rule is None:
            near = meant(name, known)
            mend = (
                f"Did you mean `{known[normal(near)].name}`?" if near else "docs/writing-postings.md lists the fields."
            )
            notes.add(dotted, f"{shown(name)} is no field of a posting", mend, "setting-unknown")
        elif rule.name in _OF_ONE_POSTING:
            notes.add(dotted, f"`{name}` cannot be the same for several postings", "Write it into the posting itself.")
        else:
            notes.read(dotted, partial(_read_default, rule), value)


def _read_default(rule: Rule, value: Any) -> Any:
    return rule.read(value, ZoneInfo("UTC"))
