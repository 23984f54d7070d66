"""JSON: a JobPosting of schema.org, or the answer of an applicant-tracking system, of which every record is a posting."""

import json
import re
from collections.abc import Callable
from typing import Any

from site_builder.importing.blocks import Block, ordered, words_of, written
from site_builder.importing.found import Found, Said
from site_builder.importing.markdown_source import html_content
from site_builder.importing.page_source import read_job
from site_builder.importing.schema_org import html_of, job_postings
from site_builder.reading.wrong import Unreadable

Record = dict[str, Any]


def read_records(text: str) -> list[Found]:
    """Read JSON. Raises Unreadable where it is none, or holds no postings in a form that is known."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise Unreadable(
            "json-syntax", line, "the file is no JSON that can be read", "Save it again where it comes from."
        ) from None
    jobs = job_postings((text,))
    if jobs:
        return [read_job(job, "the JSON-LD") for job in jobs]
    records = (
        next(
            (
                value[name]
                for name in ("jobs", "offers", "content", "postings", "data")
                if isinstance(value.get(name), list)
            ),
            [],
        )
        if isinstance(value, dict)
        else value
    )
    found = [_found(record) for record in records if isinstance(record, dict)] if isinstance(records, list) else []
    known = [one for one in found if one is not None]
    if not known:
        raise Unreadable(
            "records-unknown",
            0,
            "the JSON is neither a JobPosting of schema.org nor a list of jobs that is known",
            "Save the job's page as HTML, or copy its text into a .txt file.",
        )
    return known


def _found(record: Record) -> Found | None:
    system = next((system for marks, system in _SYSTEMS if all(mark in record for mark in marks)), None)
    if system is None:
        return None
    said: list[Said] = []
    for name, path in system.items():
        if name != "sections":
            value = path(record) if callable(path) else _at(record, path)
            if value not in (None, "", [], {}):
                said.append(Said(name, value, f"the record's {path if isinstance(path, str) else name}"))
    blocks: list[Block] = []
    for heading, html in system["sections"](record):
        inner = html_content(html_of(html), "")[0] if isinstance(html, str) else []
        if heading and inner:
            blocks.append(Block("heading", str(heading).strip().rstrip(":"), level=1))
        blocks += inner
    blocks = ordered(blocks)
    return Found(tuple(said), written(blocks), words_of(blocks), 0)


def _at(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = record.get(name) if isinstance(record, dict) else None
    return record


def _texts(*paths: str) -> Callable[[Record], list[tuple[str, Any]]]:
    return lambda record: [("", _at(record, path)) for path in paths]


def _lever_texts(record: Record) -> list[tuple[str, Any]]:
    lists = [
        (one.get("text", ""), f"<ul>{one.get('content', '')}</ul>")
        for one in record.get("lists") or []
        if isinstance(one, dict)
    ]
    return [("", record.get("description")), *lists, ("", record.get("additional"))]


def _smart_texts(record: Record) -> list[tuple[str, Any]]:
    sections = _at(record, "jobAd.sections") or {}
    return [(one.get("title", ""), one.get("text")) for one in sections.values() if isinstance(one, dict)]


def _lever_pay(record: Record) -> Any:
    pay = record.get("salaryRange") or {}
    unit = re.sub(r"^per-|-(?:salary|wage)$", "", str(pay.get("interval", "")))
    return (
        {"currency": pay.get("currency"), "min": pay.get("min"), "max": pay.get("max"), "unit": unit} if pay else None
    )


def _smart_place(record: Record) -> Any:
    place = record.get("location") or {}
    parts = {
        "locality": place.get("city"),
        "region": place.get("region"),
        "country": str(place.get("country") or "").upper(),
    }
    return {name: part for name, part in parts.items() if part}


def _recruitee_pay(record: Record) -> Any:
    pay = record.get("salary") or {}
    return (
        {"currency": pay.get("currency"), "min": pay.get("min"), "max": pay.get("max"), "unit": pay.get("period")}
        if pay.get("min") or pay.get("max")
        else None
    )


def _recruitee_remote(record: Record) -> Any:
    return "full" if record.get("remote") else "hybrid" if record.get("hybrid") else None


_SYSTEMS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("absolute_url", "title", "location"), {  # Greenhouse
        "title": "title", "organization": "company_name", "locations": "location.name", "date_posted": "first_published", "date_modified": "updated_at",
        "valid_through": "application_deadline", "identifier": "requisition_id", "url": "absolute_url", "language": "language",
        "department": lambda record: ", ".join(str(one.get("name")) for one in record.get("departments") or [] if isinstance(one, dict)),
        "sections": _texts("content"),
    }),
    (("hostedUrl", "text", "categories"), {  # Lever
        "title": "text", "locations": lambda record: _at(record, "categories.allLocations") or _at(record, "categories.location"),
        "employment_type": "categories.commitment", "department": "categories.department", "date_posted": "createdAt", "remote": "workplaceType",
        "salary": _lever_pay, "url": "hostedUrl", "apply_url": "applyUrl", "sections": _lever_texts,
    }),
    (("jobUrl", "title", "descriptionHtml"), {  # Ashby
        "title": "title", "locations": "location", "employment_type": "employmentType", "department": "department", "date_posted": "publishedAt",
        "remote": "workplaceType", "url": "jobUrl", "apply_url": "applyUrl", "identifier": "id", "sections": _texts("descriptionHtml"),
    }),
    (("refNumber", "name", "company"), {  # SmartRecruiters
        "title": "name", "organization": "company.name", "locations": _smart_place, "employment_type": "typeOfEmployment.label",
        "department": "department.label", "industry": "industry.label", "date_posted": "releasedDate", "identifier": "refNumber", "url": "postingUrl",
        "apply_url": "applyUrl", "sections": _smart_texts,
    }),
    (("careers_url", "title", "description"), {  # Recruitee
        "title": "title", "organization": "company_name", "locations": "location", "department": "department", "remote": _recruitee_remote,
        "salary": _recruitee_pay, "date_posted": "published_at", "valid_through": "close_at", "tags": "tags", "url": "careers_url",
        "apply_url": "careers_apply_url", "sections": _texts("description", "requirements"),
    }),
)  # fmt: skip
"""The records of the systems whose answers are known: by names that stand in all of them, where each field's value is."""
