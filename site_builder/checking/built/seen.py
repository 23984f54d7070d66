"""Each value of a JobPosting traced to what its page shows: one row of a table for each property that is not shown as it stands.

Rule: developers.google.com/search/docs/appearance/structured-data/sd-policies, "Don't mark up content that is not visible to readers of
the page". Without a row, a text must be on the page word by word, and a number digit by digit.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from site_builder.checking.built import forms
from site_builder.checking.built.shown import Shown


class Unseen(NamedTuple):
    """A value that the page does not show: the names that lead to it (`baseSalary.value.maxValue`), and the value as text."""

    name: str
    value: str


def unseen(posting: Mapping[str, Any], shown: Shown) -> Iterator[Unseen]:
    """Yield the values of a JobPosting (parsed JSON-LD) that its page does not show."""
    yield from _of_object(posting, "", shown)


def _of_object(value: Mapping[str, Any], name: str, shown: Shown) -> Iterator[Unseen]:
    kind = value.get("@type", "")
    for key, one in value.items():
        if key.startswith("@"):
            continue
        path = f"{name}.{key}" if name else key
        row = _ROWS.get(f"{kind}.{key}", _ROWS.get(key, _plain))
        if kind == "MonetaryAmount" and isinstance(one, Mapping):
            yield from _of_pay(one, str(value.get("currency", "")), path, shown)
        else:
            yield from _of_value(one, path, row, shown)


def _of_value(value: Any, name: str, row: "Row", shown: Shown) -> Iterator[Unseen]:
    if isinstance(value, list):
        for one in value:
            yield from _of_value(one, name, row, shown)
    elif isinstance(value, Mapping):
        yield from _of_object(value, name, shown)
    elif value is not None and not row(value, shown):
        yield Unseen(name, _first_unseen(value, shown) if row is _html else str(value))


def _of_pay(value: Mapping[str, Any], currency: str, name: str, shown: Shown) -> Iterator[Unseen]:
    """Amounts are pay where their currency stands beside them: 40 hours are not 40 euros."""
    written = forms.currency_forms(currency, shown.languages)

    def is_amount(amount: Any, shown: Shown) -> bool:
        return forms.holds_amount(shown.text, Decimal(str(amount)), written)

    for key, one in value.items():
        if not key.startswith("@"):
            is_end = key in ("value", "minValue", "maxValue")
            yield from _of_value(one, f"{name}.{key}", is_amount if is_end else _ROWS.get(key, _plain), shown)


Row = Callable[[Any, Shown], bool]
"""Says whether a page shows a value."""


def _plain(value: Any, shown: Shown) -> bool:
    if isinstance(
        value, bool
    ):  # what is so or not so is said in a sentence, or seen by who applies: it has no one form
        return True
    if isinstance(value, int | float):
        return forms.holds_number(shown.text, Decimal(str(value)))
    return shown.has(" ".join(str(value).split()))


_TAG = re.compile(r"<[^>]*>")


def _html(value: Any, shown: Shown) -> bool:
    # Ordinary HTML need not be taken apart to be found; what is found is there.
    if " ".join(unescape(_TAG.sub(" ", str(value))).split()) in shown.text:
        return True
    return "".join(_html_text(str(value)).split()) in shown.squeezed


def _first_unseen(value: Any, shown: Shown) -> str:
    lines = [" ".join(line.split()) for line in _html_text(str(value), "\n").split("\n")]
    return next((line for line in lines if "".join(line.split()) not in shown.squeezed), " ".join(lines))


def _html_text(html: str, separator: str = "") -> str:
    body = LexborHTMLParser(html).body
    return body.text(separator=separator) if body is not None else ""


def _day(value: Any, shown: Shown) -> bool:
    try:
        day, moment = forms.parsed(str(value))
    except ValueError:
        return _plain(value, shown)
    # The last minute of a day stands for the whole of it, which nobody writes with a time.
    times = (
        ()
        if moment is None or (moment.hour, moment.minute) == _LAST_MINUTE
        else forms.time_forms(moment, shown.languages)
    )
    written = (forms.long_day(day, shown.languages), forms.day_forms(day, shown.languages))
    if any(shown.has_one(days, beside=times) for days in written):
        return True
    # A form that CLDR does not know is taken at its element's word, if that shows the day and the year.
    numbers = (Decimal(day.day), Decimal(day.year))
    return any(
        datetime[:10] == day.isoformat()
        and all(forms.holds_number(text, number) for number in numbers)
        and (not times or any(forms.holds(text, form) for form in times))
        for datetime, text in shown.times.items()
    )


_LAST_MINUTE = (23, 59)


def _word(prefix: str) -> Row:
    """Make a row of an enumeration: its value is shown by the interface's word for it."""

    def is_seen(value: Any, shown: Shown) -> bool:
        word = shown.words.get(f"{prefix}.{value}")
        return shown.has(" ".join(word.split())) if word else _plain(value, shown)

    return is_seen


def _remote(value: Any, shown: Shown) -> bool:
    return value != "TELECOMMUTE" or _word("remote")("full", shown)


def _no_requirements(value: Any, shown: Shown) -> bool:
    word = shown.words.get("experience.none")
    return shown.has(" ".join(word.split())) if word else _plain(value, shown)


_MONTHS_OF_YEAR = 12


def _months(value: Any, shown: Shown) -> bool:
    """Tell of months of experience, which are said in the interface's words: in years, where they are whole ones."""
    months = Decimal(str(value))
    said = [("months", months)]
    if months % _MONTHS_OF_YEAR == 0:
        said.insert(0, ("years", months / _MONTHS_OF_YEAR))
    forms_of_words = [
        " ".join(words.replace("{count}", f"{count:f}").split())
        for unit, count in said
        for key, words in shown.words.items()
        if key.startswith(f"experience.{unit}.")
    ]
    return any(map(shown.has, forms_of_words)) if forms_of_words else _plain(value, shown)


def _currency(value: Any, shown: Shown) -> bool:
    return any(form in shown.text for form in forms.currency_forms(str(value), shown.languages))


def _country(value: Any, shown: Shown) -> bool:
    if len(str(value)) != 2:  # noqa: PLR2004  # the letters of a code (ISO 3166-1 alpha-2)
        return _plain(value, shown)
    names = forms.country_names(str(value), shown.languages)
    return forms.holds(shown.text, str(value)) or shown.has_one(names)


def _area(value: Any, shown: Shown) -> bool:
    """Tell of an area's name, whose parts may stand apart: `Bavaria, DE`."""
    if _plain(value, shown):
        return True
    *parts, last = str(value).split(", ")
    return _country(last, shown) and all(_plain(part, shown) for part in parts)


def _address(value: Any, shown: Shown) -> bool:
    return str(value).rstrip("/") in shown.addresses


def _own_address(value: Any, shown: Shown) -> bool:
    return unquote(str(value)) == unquote(shown.url)


def _picture(value: Any, shown: Shown) -> bool:
    # No page of ours asks another host for a picture, so one that lies there is named for search engines alone.
    return urlsplit(str(value)).netloc != urlsplit(shown.url).netloc or _address(value, shown)


_ROWS: dict[str, Row] = {
    "JobPosting.description": _html,
    "JobPosting.datePosted": _day,
    "JobPosting.validThrough": _day,
    "JobPosting.jobStartDate": _day,
    "JobPosting.employmentType": _word("employment"),
    "JobPosting.jobLocationType": _remote,
    "JobPosting.educationRequirements": _word("education"),
    "EducationalOccupationalCredential.credentialCategory": _word("education"),
    "JobPosting.experienceRequirements": _no_requirements,
    "OccupationalExperienceRequirements.monthsOfExperience": _months,
    "JobPosting.url": _own_address,
    "currency": _currency,
    "unitText": _word("salary"),
    "addressCountry": _country,
    "Country.name": _area,
    "State.name": _area,
    "City.name": _area,
    "url": _address,
    "sameAs": _address,
    "logo": _picture,
    "image": _picture,
}
