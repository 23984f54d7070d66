"""Names of months and weekdays in the languages that postings write their dates in."""

import unicodedata
from functools import cache

from babel import Locale

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "cs")
"""The languages whose names of months are read. A name that means two months in two of them is not."""

_EXTRA_MONTHS = {"sept": 9}


@cache
def months() -> dict[str, int]:
    """Return the number (1 to 12) of every month's name, long and short, as `plain_name` writes it."""
    return _EXTRA_MONTHS | _numbers("months")


@cache
def weekdays() -> dict[str, int]:
    """Return the number (Monday is 0) of every weekday's long or abbreviated name, as `plain_name` writes it."""
    return _numbers("days")


def plain_name(name: str) -> str:
    """Return a name without dots, accents and capitals: `Févr.` -> `fevr`."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _numbers(kind: str) -> dict[str, int]:
    meanings: dict[str, set[int]] = {}
    for language in LANGUAGES:
        locale = Locale(language)
        by_context = locale.months if kind == "months" else locale.days
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in by_context[context][width].items():
                    plain = plain_name(name)
                    if len(plain) > 1 and not plain.isdigit():
                        meanings.setdefault(plain, set()).add(number)
    return {name: numbers.pop() for name, numbers in meanings.items() if len(numbers) == 1}
