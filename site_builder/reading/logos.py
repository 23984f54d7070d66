"""Logos of organizations that are no asset: named on their line, and left out."""

from collections.abc import Collection, Mapping
from typing import Any

from msgspec.structs import replace

from site_builder.model.posting import Organization
from site_builder.model.problem import Problem, Severity
from site_builder.reading.document import Document
from site_builder.reading.fields import Sorted
from site_builder.reading.mappings import plain_key
from site_builder.reading.wrong import did_you_mean, shown


def without_missing_logos(
    path: str, values: Mapping[str, Any], assets: Collection[str], document: Document, given: Sorted
) -> tuple[dict[str, Any], list[Problem]]:
    """Return a posting's values without logos that are neither URLs nor assets, and a warning for each.

    `values` are those read, the defaults among them; the site's own logo was checked with its settings.
    """
    kept = dict(values)
    problems = []
    organization: Organization | None = values.get("organization")
    if organization is not None and _is_missing(organization.logo, assets):
        kept["organization"] = replace(organization, logo=None)
        problems.append(_missing(path, _line(document, given, "organization"), str(organization.logo), assets))
    if _is_missing(values.get("organization_logo"), assets):
        logo = kept.pop("organization_logo")
        problems.append(_missing(path, _line(document, given, "organization_logo"), logo, assets))
    return kept, problems


def _is_missing(logo: str | None, assets: Collection[str]) -> bool:
    return logo is not None and "://" not in logo and logo not in assets


def _line(document: Document, given: Sorted, field: str) -> int | None:
    """Return the line of a field's logo; None where the field has its value from site.toml."""
    name = given.names.get(field)
    if name is None:
        return None
    whole = document.values.get(name)
    keys = whole if isinstance(whole, dict) else {}
    key = next((key for key in keys if plain_key(key) == "logo"), None)
    return document.line_of(name if key is None else f"{name}.{key}")


def _missing(path: str, line: int | None, logo: str, assets: Collection[str]) -> Problem:
    name = logo.removeprefix("/").removeprefix("assets/")
    where = "" if line is not None else ", which [defaults] in site.toml names"
    otherwise = "Put the file into assets/, and write its name alone: `logo.svg`."
    return Problem(
        path,
        line or 1,
        "logo-missing",
        f"there is no asset {shown(logo)}{where}; this logo is left out",
        f"Write {shown(name)}." if name in assets else did_you_mean(name, assets, otherwise),
        Severity.WARNING,
    )
