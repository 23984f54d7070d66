"""A field's value as a canonical posting writes it: the same to the field's reader, in its plainest form."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from site_builder.model.posting import Contact, Organization, Place
from site_builder.reading import pay
from site_builder.reading.mappings import plain_key
from site_builder.reading.rules import Rule
from site_builder.reading.salaries import SalaryRead
from site_builder.reading.wrong import Wrong


def canonical(rule: Rule, value: Any, zone: ZoneInfo) -> Any:
    """Return a value in the form in which people write it by hand. Raises Wrong where the field's reader refuses it.

    What is returned is read as the same value; where no plainer form is, the value stays as it is.
    """
    read = rule.read(value, zone)
    shape = _SHAPES.get(rule.name)
    written = shape(read, value, zone) if shape else _plain(read, value)
    try:
        return written if rule.read(written, zone) == read else value
    except Wrong:
        return value


def _plain(read: Any, value: Any) -> Any:
    if isinstance(read, tuple):
        return [*read]
    return read if isinstance(read, str | bool | int) else value


def _moment(read: datetime, _value: Any, zone: ZoneInfo) -> Any:
    local = read.astimezone(zone)
    return (
        local.date()
        if local.time() == time(23, 59, 59)
        else local.isoformat(timespec="minutes" if not local.second else "seconds")
    )


def _organization(read: Organization, _value: Any, _zone: ZoneInfo) -> Any:
    parts = {"name": read.name, "url": read.url, "logo": read.logo, "same_as": [*read.same_as]}
    kept = {name: part for name, part in parts.items() if part}
    return read.name if len(kept) == 1 else kept


def _contact(read: Contact, _value: Any, _zone: ZoneInfo) -> Any:
    parts = {"name": read.name, "email": read.email, "telephone": read.telephone, "url": read.url}
    return {name: part for name, part in parts.items() if part}


def _salary(read: SalaryRead, value: Any, _zone: ZoneInfo) -> Any:
    """Write pay on one line; where its words say more than it, they stay."""
    return value if read.salary is None or read.text is not None else pay.written(read.salary)


def _places(_read: Any, value: Any, _zone: ZoneInfo) -> Any:
    """Keep a place's own words; parts of an address go by our names."""
    entries = value if isinstance(value, list) else [value]
    written = [
        {_PARTS.get(plain_key(str(name)), name): part for name, part in entry.items()}
        if isinstance(entry, dict)
        else entry
        for entry in entries
    ]
    return written if isinstance(value, list) else written[0]


_PARTS = {
    plain_key(theirs): ours
    for theirs, ours in {
        "streetAddress": "street_address", "postalCode": "postal_code", "addressLocality": "locality", "addressRegion": "region",
        "addressCountry": "country",
    }.items()
}  # fmt: skip


def _applicants(read: tuple[Place, ...], value: Any, _zone: ZoneInfo) -> Any:
    """Write countries alone as their codes; states and cities keep their words."""
    bare = all(place.country and not (place.region or place.locality or place.street_address) for place in read)
    return [place.country for place in read] if bare else value


def _types(read: tuple[tuple[Any, ...], str | None], value: Any, _zone: ZoneInfo) -> Any:
    kinds, words = read
    if words is not None:
        return value
    return str(kinds[0]) if len(kinds) == 1 else [str(kind) for kind in kinds]


_SHAPES: dict[str, Callable[[Any, Any, ZoneInfo], Any]] = {
    "valid_through": _moment,
    "organization": _organization,
    "contact": _contact,
    "salary": _salary,
    "locations": _places,
    "applicant_locations": _applicants,
    "employment_type": _types,
    "date_posted": lambda read, _value, _zone: read,
    "date_modified": lambda read, _value, _zone: read,
    "opens_on": lambda read, _value, _zone: read,
    "remote": lambda read, _value, _zone: str(read),
}
