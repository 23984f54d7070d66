"""Dates, money, places and words as a reader of a language expects them (CLDR, through Babel)."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_time as babel_time
from babel.dates import get_timezone_gmt
from babel.numbers import format_currency

from site_builder.model.posting import EmploymentType, Place, Salary


@cache
def locale_of(language: str) -> Locale:
    """Return the locale of a BCP 47 tag.

    Of its language alone where the whole is not known; English where nothing is.
    """
    for tag in (language, language.partition("-")[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("English is always known")


def format_date(value: date, language: str, zone: ZoneInfo) -> str:
    """Return a date in words: `21 November 2026`. A moment is the day it falls on in the site's zone."""
    day = value.astimezone(zone).date() if isinstance(value, datetime) else value
    return babel_date(day, "long", locale_of(language))


def format_moment(value: date, language: str, zone: ZoneInfo) -> str:
    """Return a day in words, with the time and its distance from Greenwich where a moment is not the end of the day: `…, 18:00 GMT+01:00`."""
    day = format_date(value, language, zone)
    if not isinstance(value, datetime):
        return day
    moment, locale = value.astimezone(zone), locale_of(language)
    if (moment.hour, moment.minute) == (23, 59):
        return day
    time = babel_time(moment, "short", zone, locale)
    joined: str = locale.datetime_formats["long"].format(time, day)
    return f"{joined} {get_timezone_gmt(moment, 'long', locale)}"


def iso_date(value: date, zone: ZoneInfo) -> str:
    """Return a date for `<time datetime>`: `2026-11-21`; a moment with its time in the site's zone."""
    return value.astimezone(zone).isoformat() if isinstance(value, datetime) else value.isoformat()


@lru_cache(maxsize=10_000)  # ten thousand salaries share some hundreds of amounts, and Babel takes its time
def format_amount(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount of money, without cents where there are none: `€60,000`, `18,50 €`."""
    return format_currency(
        amount, currency, locale=locale_of(language), currency_digits=amount % 1 != 0, format=_pattern(amount, language)
    )


def _pattern(amount: Decimal, language: str) -> str:
    """Return the locale's currency pattern, without decimals for whole amounts."""
    pattern: str = locale_of(language).currency_formats["standard"].pattern
    return pattern if amount % 1 else pattern.replace(".00", "").replace(",00", "")


def format_salary(salary: Salary, language: str, words: "Words") -> str:
    """Return pay with its unit: `€60,000–€75,000 per year`."""
    low, high = (
        format_amount(end, salary.currency, language) if end is not None else None
        for end in (salary.minimum, salary.maximum)
    )
    unit = words.text(f"salary.{salary.unit}")
    if low is None or high is None:
        return words.text("salary.from" if high is None else "salary.up_to", amount=low or high, unit=unit)
    if salary.minimum == salary.maximum:
        return words.text("salary.single", amount=low, unit=unit)
    return words.text("salary.range", low=low, high=high, unit=unit)


def format_place(place: Place, language: str) -> str:
    """Return a place as written, with its country's name for a code: `12459 Berlin, DE` -> `12459 Berlin, Germany`."""
    before, separator, last = place.text.rpartition(", ")
    if place.country is None or last.upper() != place.country:
        return place.text
    return before + separator + str(locale_of(language).territories.get(place.country, last))


def short_place(place: Place, language: str) -> str:
    """Return a place for a list: the town of a full address with its state or country, else the place as written."""
    if place.street_address is None or place.locality is None:
        return format_place(place, language)
    beyond = place.region or place.country
    return place.locality if not beyond or beyond.lower() == place.locality.lower() else f"{place.locality}, {beyond}"


def rest_of_address(place: Place, language: str) -> str:
    """Return the parts of a place's address that the place as written leaves out, so that nothing is told to machines alone."""
    shown = format_place(place, language)
    stated = (place.street_address, place.postal_code, place.locality, place.region)
    rest = [part for part in stated if part is not None and part.lower() not in shown.lower()]
    if place.country is not None and _ends_before_country(shown, stated):
        rest.append(str(locale_of(language).territories.get(place.country, place.country)))
    return ", ".join(rest)


def _ends_before_country(shown: str, stated: Iterable[str | None]) -> bool:
    """Say whether the last part of a place as written is of its address: what stands behind that is the country, whatever it is called there."""
    last = shown.lower().rstrip(" )").replace("(", ",").replace("/", ",").rpartition(",")[2]
    for part in stated:
        last = last.replace(part.lower(), "") if part else last
    return not any(character.isalpha() for character in last)


def employment(types: Iterable[EmploymentType], others: str | None, words: "Words") -> str | None:
    """Return kinds of employment as one text: the known ones by name, then the author's words if they say something else."""
    names = ", ".join(words.text(f"employment.{type_}") for type_ in types)
    if not names:
        return others
    return names if others is None or others.lower() in names.lower() else f"{names} ({others})"


# Languages that are written from right to left, unless their tag names a script that is not.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he khw nqo pnb prs ps sd syr ug ur yi".split())


def direction(language: str) -> str:
    """Return the direction in which a language is written, `ltr` or `rtl`, from its primary subtag or its script."""
    parts = language.lower().replace("_", "-").split("-")
    if "latn" in parts or "cyrl" in parts:
        return "ltr"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT or "arab" in parts or "hebr" in parts else "ltr"


def language_name(tag: str, language: str) -> str:
    """Return a language's name in another language: `de` in `en` is `German`."""
    named = locale_of(language)
    name = locale_of(tag).get_display_name(named)
    return name or tag


class MissingWordsError(LookupError):
    """A template asks for words that no language file of the theme has; `key` is their name."""

    def __init__(self, key: str) -> None:
        super().__init__(f'there are no words "{key}"')
        self.key = key


class WordsValuesError(ValueError):
    """Words have braces that no value of the template's fits."""


class Words:
    """The words of the interface in one language; English where it has none."""

    def __init__(self, strings: dict[str, dict[str, Any]], language: str) -> None:
        """Choose from strings by language; keys may be nested tables."""
        tags = dict.fromkeys((language, language.partition("-")[0], "en"))
        self._tables = [strings[tag] for tag in tags if tag in strings]
        self._plural = locale_of(language).plural_form
        self._plural_of_integer = lru_cache(maxsize=1_000)(self._plural)
        self._known: dict[tuple[str, str | None], str] = {}

    def text(self, key: str, **values: Any) -> str:
        """Return the words for a key (`state.closed`), with `{name}` replaced.

        A table of plural forms is chosen from by `count`.

        Plural categories are CLDR's (`one`, `few`, `other`, ...). Raises MissingWordsError and WordsValuesError.
        """
        plural = self._category(values["count"]) if "count" in values else None
        words = self._known.get((key, plural))
        if words is None:
            words = self._known[key, plural] = self._find(key, plural)
        return _filled(key, words, values) if values else words

    def forms(self, key: str) -> dict[str, str]:
        """Return the words for a key by CLDR's plural categories of the language, those that differ from `other`, and `other`."""
        other = self._find(key, "other")
        forms = {category: self._find(key, category) for category in sorted(self._plural.tags)}
        return {category: words for category, words in forms.items() if words != other} | {"other": other}

    def table(self, key: str) -> dict[str, Any]:
        """Return the words of a table as they are, for a script; those that one language lacks from the next.

        Raises MissingWordsError.
        """
        merged: dict[str, Any] = {}
        for table in reversed(self._tables):
            found: Any = table
            for part in key.split("."):
                found = found.get(part) if isinstance(found, dict) else None
            if isinstance(found, dict):
                merged |= found
        if not merged:
            raise MissingWordsError(key)
        return merged

    def _category(self, count: Any) -> str:
        # Of other numbers none is remembered: 1.0 equals 1, but what is one may not be one.
        return self._plural_of_integer(count) if type(count) is int else self._plural(count)

    def _find(self, key: str, plural: str | None) -> str:
        for table in self._tables:
            found: Any = table
            for part in key.split("."):
                found = found.get(part) if isinstance(found, dict) else None
            if isinstance(found, dict) and plural is not None:
                found = found.get(plural, found.get("other"))
            if isinstance(found, str):
                return found
        raise MissingWordsError(key)


def _filled(key: str, words: str, values: dict[str, Any]) -> str:
    try:
        return words.format_map(values)
    except (LookupError, ValueError, AttributeError):
        names = ", ".join(f"{{{name}}}" for name in values)
        raise WordsValuesError(
            f'the words "{key}" cannot be filled in: "{words}" has to do with {names} alone'
        ) from None
