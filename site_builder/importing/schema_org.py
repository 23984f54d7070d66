"""schema.org's JobPosting as others publish it (JSON-LD, microdata): the values it states, in names that our fields go by."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from msgspec import Struct

from site_builder.importing.found import Said
from site_builder.reading.names import normal
from site_builder.reading.rules import POSTING, by_name

Json = dict[str, Any]


class Published(Struct, frozen=True):
    """One JobPosting: its values, its text as HTML, and texts that stand in properties of their own, by their headings."""

    said: tuple[Said, ...]
    description: str
    sections: tuple[tuple[str, str], ...]


def job_postings(texts: tuple[str, ...]) -> list[Json]:
    """Return the JobPosting objects in texts of JSON-LD: alone, in lists, in `@graph`, or as what a page is about."""
    found: list[Json] = []
    for text in texts:
        found += _jobs_in(_loaded(text))
    return [job for place, job in enumerate(found) if job not in found[:place]]


def published(job: Json, where: str) -> Published:
    """Sort the properties of a JobPosting; `where` says for people where it stands ("the page's JSON-LD")."""
    said: list[Said] = []
    sections: list[tuple[str, str]] = []
    known = by_name(POSTING)
    for name, value in job.items():
        plain = _plain(value)
        if name in _PASSED_OVER or name.startswith("@") or plain in (None, "", [], {}):
            continue
        if name in _SHAPED:
            plain = _SHAPED[name](plain)
        heading = _SECTIONS.get(name)
        if heading and isinstance(plain, str) and normal(name) not in known:
            sections.append((heading, plain))
        elif plain not in (None, "", [], {}):
            said.append(Said(name, plain, where))
    description = job.get("description")
    return Published(tuple(said), html_of(description) if isinstance(description, str) else "", tuple(sections))


def html_of(text: str) -> str:
    """Return a description's HTML: many systems publish it escaped once or twice; a text without elements keeps its lines."""
    for _ in range(2):
        if re.search(r"<\w+[^<>]*>", text) or "&lt;" not in text:
            break
        text = unescape(text)
    return text if re.search(r"<(?:p|br|li|ul|ol|div|h[1-6])\b", text, re.IGNORECASE) else text.replace("\n", "<br>")


_PASSED_OVER = frozenset({"description", "mainEntityOfPage", "image", "geo", "potentialAction"})
_SECTIONS = {
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "experienceRequirements": "Experience",
    "educationRequirements": "Education",
    "incentiveCompensation": "Incentives",
}
_MOST_LEVELS = 30


def _loaded(text: str) -> Any:
    """Return what a script of JSON-LD holds; None where it is broken. Line ends within texts, which JSON forbids, are common."""
    bare = (
        re.sub(r"^\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*$", "", text.strip())
        .strip()
        .rstrip(";")
    )
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _jobs_in(value: Any) -> Iterator[Json]:
    pending = [(value, 0)]
    while pending:
        one, depth = pending.pop(0)
        if depth > _MOST_LEVELS:
            continue
        if isinstance(one, list):
            pending += [(item, depth + 1) for item in one]
        elif isinstance(one, dict):
            kinds = one.get("@type", [])
            if "JobPosting" in [
                str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])
            ]:
                yield one
            else:
                pending += [
                    (one[name], depth + 1)
                    for name in ("@graph", "mainEntity", "itemListElement", "item")
                    if name in one
                ]


def _plain(value: Any, depth: int = 0) -> Any:
    """Return a value without what only machines need (`@type`), texts without entities and markup's white space."""
    if depth > _MOST_LEVELS:
        return None
    if isinstance(value, list):
        return [plain for item in value if (plain := _plain(item, depth + 1)) not in (None, "", [], {})]
    if isinstance(value, dict):
        if "@value" in value:
            return _plain(value["@value"], depth + 1)
        pairs = {str(name): _plain(item, depth + 1) for name, item in value.items() if not str(name).startswith("@")}
        return {name: item for name, item in pairs.items() if item not in (None, "", [], {})}
    return unescape(value).strip() if isinstance(value, str) else value


def _alone(value: Any) -> Any:
    """Return the one item of a list of one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _organization(value: Any) -> Any:
    value = _alone(value)
    if not isinstance(value, dict):
        return value
    logo = value.get("logo")
    if isinstance(logo, dict):
        logo = logo.get("url") or logo.get("contentUrl")
    kept = {
        "name": value.get("name") or value.get("legalName"),
        "url": value.get("url"),
        "logo": logo,
        "sameAs": value.get("sameAs"),
    }
    kept = {name: item for name, item in kept.items() if item}
    return kept["name"] if set(kept) == {"name"} else kept


def _place(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    address = value.get("address", value)
    if not isinstance(address, dict):
        return address
    parts = ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry")
    return {name: _name(address[name]) for name in parts if name in address} or value.get("name")


def _name(value: Any) -> Any:
    value = _alone(value)
    return value.get("name", value) if isinstance(value, dict) else value


def _list(shape: Any) -> Any:
    return lambda value: _alone([shape(item) for item in value]) if isinstance(value, list) else shape(value)


def _benefits(value: Any) -> Any:
    return [item.strip() for item in re.split(r"[,;\n]", value) if item.strip()] if isinstance(value, str) else value


_SHAPED = {
    "hiringOrganization": _organization,
    "jobLocation": _list(_place),
    "applicantLocationRequirements": _list(_name),
    "identifier": lambda value: value.get("value") if isinstance(value, dict) else value,
    "employmentType": _alone,
    "industry": lambda value: ", ".join(map(str, value)) if isinstance(value, list) else value,
    "jobLocationType": _alone,
    "jobBenefits": _benefits,
    "baseSalary": _alone,
    "url": _alone,
}
