"""The forms in which a page may write a value: numbers with any grouping, days, currencies and countries in its languages.

The forms are CLDR's, through Babel. A form is looked for in text whose white space is single spaces.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded where a form is made
    from babel import Locale

Languages = tuple[str, ...]
"""BCP 47 tags of a page and of its parts."""


NEAR = 24
"""Characters between what belongs together: `€60,000–€75,000`, `60.000–75.000 €`, `28 February 2027, at 18:00`."""


def holds(text: str, value: str, beside: Collection[str] = ()) -> bool:
    """Say whether a text holds a value as words of its own: `IT` is not in `WITH`, `東京` is in `東京都`.

    Where something shall stand `beside` it, one of these texts does, at most `NEAR` characters away.
    """
    start = text.find(value)
    while start >= 0:
        end = start + len(value)
        begins = start == 0 or not value or not _one_word(text[start - 1], value[0])
        ends = end == len(text) or not value or not _one_word(value[-1], text[end])
        around = text[max(0, start - NEAR) : end + NEAR]
        if begins and ends and (not beside or any(one in around for one in beside)):
            return True
        start = text.find(value, start + 1)
    return False


def _one_word(before: str, after: str) -> bool:
    # From U+2E80 on come the scripts that put no space between words.
    return before.isalnum() and after.isalnum() and max(before, after) < "\u2e80"


_NUMBER = re.compile(r"\d+(?:[ .,'’٬٫]\d+)*")
_SEPARATOR = re.compile(r"[ .,'’٬٫]")


def holds_amount(text: str, amount: Decimal, currencies: Iterable[str]) -> bool:
    """Say whether a text holds an amount of money, in any grouping, near to one of the forms of its currency."""
    for token in _NUMBER.finditer(text):
        if amount in _values(token[0]):
            around = text[max(0, token.start() - NEAR) : token.end() + NEAR]
            if any(form in around for form in currencies):
                return True
    return False


def holds_number(text: str, number: Decimal) -> bool:
    """Say whether a text holds a number, in any grouping."""
    return any(number in _values(token[0]) for token in _NUMBER.finditer(text))


@lru_cache(maxsize=20_000)
def _values(token: str) -> frozenset[Decimal]:
    """Return what digits with marks between them may mean: `60.000` is 60000 and 60; of `10 000 12 000`, each number."""
    groups, marks = _SEPARATOR.split(token), _SEPARATOR.findall(token)
    values = set()
    for first in range(len(groups)):
        number = groups[first]
        values.add(Decimal(number))
        for mark, group in zip(marks[first:], groups[first + 1 :], strict=True):
            if mark != " ":
                values.add(Decimal(f"{number}.{group}"))
            if len(group) not in (2, 3):  # of two: 12,34,567 in India
                break
            number += group
            values.add(Decimal(number))
    return frozenset(values)


@lru_cache(maxsize=10_000)  # ten thousand postings share some thousands of days
def long_day(day: date, languages: Languages) -> tuple[str, ...]:
    """Return a day in words in some languages: `21 November 2026`."""
    return _days(day, languages, ("long",))


@lru_cache(maxsize=10_000)
def day_forms(day: date, languages: Languages) -> tuple[str, ...]:
    """Return a day in the other forms of some languages, and as ISO 8601 writes it."""
    # Where a language has its own calendar or order, English orders are common on the web too.
    patterns = ("full", "medium", "short", "d MMMM y", "MMMM d, y")
    return (day.isoformat(), *_days(day, languages, patterns))


def _days(day: date, languages: Languages, patterns: Iterable[str]) -> tuple[str, ...]:
    from babel.dates import format_date

    forms = [format_date(day, pattern, locale) for locale in _locales(languages) for pattern in patterns]
    return tuple(" ".join(form.split()) for form in dict.fromkeys(forms))


@lru_cache(maxsize=1_000)
def time_forms(moment: time, languages: Languages) -> tuple[str, ...]:
    """Return a time of day, to the minute, as it is written in some languages."""
    from babel.dates import format_time

    forms = [moment.strftime("%H:%M")]
    forms += [format_time(moment, "short", locale=locale) for locale in _locales(languages)]
    return tuple(" ".join(form.split()) for form in dict.fromkeys(forms))


def parsed(value: str) -> tuple[date, time | None]:
    """Return the day and the time of an ISO 8601 date or date-time, both as it states them. Raises ValueError."""
    if len(value) == len("2026-11-21"):
        return date.fromisoformat(value), None
    moment = datetime.fromisoformat(value)
    return moment.date(), moment.time()


@lru_cache(maxsize=1_000)
def currency_forms(code: str, languages: Languages) -> tuple[str, ...]:
    """Return how a currency is written: by its code, its signs and its names."""
    from babel.numbers import get_currency_name, get_currency_symbol

    forms = [code]
    for locale in _locales(languages):
        forms += [get_currency_symbol(code, locale), get_currency_name(code, locale=locale)]
        forms += [get_currency_name(code, count, locale) for count in (1, 2, 5)]
        # `$` alone, where a language writes `US$` for others' dollars, is what most pages write.
        forms += re.findall(r"[^\w\s.]+", forms[1])
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=2_000)
def country_names(code: str, languages: Languages) -> tuple[str, ...]:
    """Return the names of a country: in some languages, in its own official ones, and as it is called every day."""
    from babel.languages import get_official_languages

    own = tuple(get_official_languages(code, regional=True, de_facto=True))
    names = [
        str(locale.territories[code]) for locale in _locales((*languages, *own, "en")) if code in locale.territories
    ]
    # `Hong Kong SAR China`, `Myanmar (Burma)`, `Congo - Kinshasa`, `Bosnia & Herzegovina`, `St. Lucia`.
    names += [re.sub(r" SAR China$| \(.*| - .*", "", name) for name in names]
    names += [name.replace(" & ", " and ").replace("St. ", "Saint ") for name in names]
    return tuple(dict.fromkeys((*names, *_EVERYDAY.get(code, ()))))


# Names that CLDR does not have, or has under another form.
_EVERYDAY = {
    "CZ": ("Czech Republic", "Tschechien"),
    "GB": ("UK", "U.K.", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "IE": ("Republic of Ireland",),
    "KR": ("Korea", "Republic of Korea"),
    "NL": ("Holland", "The Netherlands"),
    "TR": ("Turkey", "Türkei"),
    "US": ("USA", "U.S.", "U.S.A.", "United States of America", "America"),
}


@lru_cache(maxsize=1_000)
def _locales(languages: Languages) -> tuple["Locale", ...]:
    from babel import Locale, UnknownLocaleError

    found = {}
    for language in languages:
        for tag in (language, language.partition("-")[0]):
            try:
                locale = Locale.parse(tag, sep="-")
            except (UnknownLocaleError, ValueError):
                continue
            found[str(locale)] = locale
            break
    return tuple(found.values())
