"""JSON Schemas of front matter and of site.toml for editors, made from the tables that read them.

They are draft 7, which the YAML and TOML extensions of editors understand. An editor helps while somebody types; what is right is decided by
reading alone. So a schema refuses only what reading would refuse as well.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

import yaml

from site_builder.model.deprecated import Kind, of_kinds
from site_builder.model.posting import EmploymentType, RemoteRule, SalaryUnit
from site_builder.reading.check_settings import SETTINGS as CHECK_SETTINGS
from site_builder.reading.rules import EXTRA, PAGE, POSTING, Rule, Wanted
from site_builder.reading.sections import CLOSED, ENGINES, SECTIONS
from site_builder.reading.settings import SETTINGS, Setting

Schema = dict[str, Any]
_DRAFT = "http://json-schema.org/draft-07/schema#"

_TEXT: Schema = {"type": ["string", "number"]}
_LIST_OF_TEXTS: Schema = {"type": "array", "items": {"type": ["string", "number", "null"]}}
_TEXTS: Schema = {"anyOf": [_TEXT, _LIST_OF_TEXTS]}
_MAPPING: Schema = {"type": "object"}
_TEXT_OR_MAPPING: Schema = {"anyOf": [_TEXT, _MAPPING]}
_ANY_OF_THEM: Schema = {"anyOf": [_TEXT, _MAPPING, {"type": "array", "items": {"anyOf": [_TEXT, _MAPPING]}}]}


def _words(*offered: str) -> list[Schema]:
    """Offer some words, and take any text: everyday words are understood as well."""
    return [{"enum": list(offered)}, _TEXT]


_SHAPES: Mapping[str, Schema] = {
    "locations": _ANY_OF_THEM,
    "applicant_locations": _ANY_OF_THEM,
    "organization": _TEXT_OR_MAPPING,
    "contact": _TEXT_OR_MAPPING,
    "identifier": _TEXT_OR_MAPPING,
    "education": _ANY_OF_THEM,
    "experience": _TEXT_OR_MAPPING,
    "salary": {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {"currency": {"type": "string"}, "unit": {"anyOf": _words(*SalaryUnit)}},
            },
        ]
    },
    "remote": {"anyOf": [*_words(*RemoteRule), {"type": "boolean"}]},
    "employment_type": {"anyOf": [*_words(*EmploymentType), _LIST_OF_TEXTS]},
    "tags": _TEXTS,
    "aliases": _TEXTS,
    "check_off": _TEXTS,
    "benefits": _TEXTS,
}
"""Values that are not of the one kind that the example in the table shows."""


def posting_schema() -> Schema:
    """Return the schema of a posting's front matter."""
    return _of_fields("A job posting", POSTING)


def page_schema() -> Schema:
    """Return the schema of a page's front matter."""
    return _of_fields("A page", PAGE)


def site_schema() -> Schema:
    """Return the schema of site.toml."""
    sections: dict[str, Schema] = {name: {"type": ["object", "array"]} for name in SECTIONS}
    for name, settings in CLOSED.items():
        sections[name] = _closed({setting: {} for setting in settings})
    sections["markdown"]["properties"]["engine"] = {"enum": list(ENGINES)}
    sections["site"] = _closed({setting.name: _of_setting(setting) for setting in SETTINGS})
    sections["site"]["required"] = [setting.name for setting in SETTINGS if setting.required]
    sections["organization"] = _closed(
        {"name": _TEXT, "url": _TEXT, "logo": _TEXT, "same_as": _TEXTS} | sections["organization"].get("properties", {})
    )
    sections["fields"] = {
        "type": "object",
        "additionalProperties": {"anyOf": [{"enum": [*(rule.name for rule in POSTING), EXTRA]}, {"type": "string"}]},
    }
    sections["defaults"] = {"type": "object", "properties": _properties(POSTING)}
    sections["redirects"] = {"type": "object", "additionalProperties": {"type": ["string", "array"]}}
    sections["navigation"] = {"type": "array", "items": {"type": "object", "required": ["title", "url"]}}
    sections["check"] = {"type": "object", "properties": dict.fromkeys(CHECK_SETTINGS, _LIST_OF_TEXTS)}
    for one in of_kinds(Kind.SETTING):
        section, _, name = one.name.partition(".")
        names = sections.get(section, {}).get("properties", {}) if name else sections
        names.setdefault(name or section, {"description": one.message})
    return {"$schema": _DRAFT, "title": "site.toml", "required": ["site"], **_closed(sections)}


SCHEMAS = {"posting": posting_schema, "page": page_schema, "site": site_schema}
"""All schemas by their names."""


def _of_fields(title: str, rules: tuple[Rule, ...]) -> Schema:
    return {
        "$schema": _DRAFT,
        "title": title,
        "type": "object",
        "properties": _properties(rules),
        # Fields of one's own are kept for templates. Names are read without regard to case and separators.
        "additionalProperties": True,
    }


def _properties(rules: tuple[Rule, ...]) -> dict[str, Schema]:
    """Return the schemas of all fields by all their names, the canonical ones first."""
    properties = {rule.name: _of_field(rule) for rule in rules}
    for rule in rules:
        for other in rule.others:
            same = {"description": f"Another name of `{rule.name}`.", **_shape(rule)}
            properties.setdefault(other, same)
    return properties


def _of_field(rule: Rule) -> Schema:
    wanted = "" if rule.wanted is Wanted.OPTIONAL else f" ({rule.wanted})"
    return {"description": f"{rule.says}{wanted}\nExample: {rule.right}", **_shape(rule)}


def _shape(rule: Rule) -> Schema:
    """Return which values a field takes: as the table of shapes says, or else of the kind of its example."""
    if rule.name in _SHAPES:
        return _SHAPES[rule.name]
    example = yaml.safe_load(rule.right)[rule.name]
    if isinstance(example, bool):
        return {"anyOf": [{"type": "boolean"}, {"enum": [0, 1]}, {"type": "string"}]}
    if isinstance(example, int):
        return {"type": "integer"}
    return _TEXT


def _of_setting(setting: Setting) -> Schema:
    example = next(iter(tomllib.loads(setting.right).values()))
    return {"description": f"{setting.says}\nExample: {setting.right}", **_KINDS.get(type(example), {})}


_KINDS: Mapping[type, Schema] = {str: _TEXT, int: {"type": "integer"}, list: _TEXTS, bool: {"type": "boolean"}}


def _closed(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}
