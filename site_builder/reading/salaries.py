"""Base pay: an amount or a range with its currency and unit of time, where these are stated beyond doubt."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from site_builder.model.posting import Salary, SalaryUnit
from site_builder.reading.amounts import read_amount
from site_builder.reading.currencies import CURRENCIES, currencies_meant, currencies_of
from site_builder.reading.mappings import read_keys
from site_builder.reading.pay import Pay, find_pay, written
from site_builder.reading.pay_units import unit_of
from site_builder.reading.salary_words import doubts_in, is_no_pay, rest_of
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Question, Wrong, did_you_mean, shown

__all__ = ["CURRENCIES", "SalaryRead", "may_be_salary", "of_pay", "read_salary", "salary_question", "written"]

_UNIT_LIST = ", ".join(SalaryUnit)

_KEYS = {
    "currency": "currency",
    "currencycode": "currency",
    "min": "min",
    "minimum": "min",
    "minvalue": "min",
    "minamount": "min",
    "from": "min",
    "max": "max",
    "maximum": "max",
    "maxvalue": "max",
    "maxamount": "max",
    "to": "max",
    "value": "value",
    "amount": "value",
    "unit": "unit",
    "unittext": "unit",
    "period": "unit",
    "per": "unit",
    "interval": "unit",
}
_EXAMPLE = "{currency: EUR, min: 60000, max: 75000, unit: YEAR}"


class SalaryRead(Struct, frozen=True):
    """Pay that is read, and the author's words where these say more than it, or where nothing could be read."""

    salary: Salary | None = None
    text: str | None = None


def read_salary(value: object) -> SalaryRead:
    """Return base pay: of a mapping always, of a text where amount, currency and unit of time are certain.

    A mapping has `currency` (ISO 4217), `min` and `max` or `value`, and `unit`, also as schema.org nests them. Of a text that leaves
    anything open only the words are returned: `salary_question` asks what they mean. Raises Wrong for a number alone and for a
    mapping that leaves out or mistakes something.
    """
    match value:
        case dict():
            return SalaryRead(_of_mapping(value))
        case str():
            return _of_text(read_text(value))
        case int() | float() if not isinstance(value, bool):
            raise _bare(value)
        case _:
            raise Wrong(f"{shown(value)} is not a salary", f"Write {_EXAMPLE}.")


def may_be_salary(read: SalaryRead) -> bool:
    """Say whether what was read is pay, or would be if its author answered a question."""
    return read.salary is not None or (
        read.text is not None and bool((found := _pay_in(read.text)[0]) and found.currencies)
    )


def salary_question(text: str, countries: set[str | None]) -> tuple[str, str]:
    """Return what keeps a text from being read as base pay, and the lines to write instead, each with what it would mean.

    `countries` are those of the posting's places: they decide nothing, but name the dollars that are offered.
    """
    pay, doubts = _pay_in(text)
    if pay is None:
        return f"{shown(text)} is shown as written, but machines cannot read it", _PLAIN_MEND
    if not pay.currencies and not pay.doubts:
        doubts = [*doubts, "does not say the currency"]
    elif len(pay.currencies) > 1:
        doubts = [*doubts, f"does not say which currency it is in ({', '.join(pay.currencies)})"]
    if pay.unit is None:
        doubts = [*doubts, "does not say whether it is for a year, a month or an hour"]
    offers = of_pay(pay, countries)
    meaning = "that is the base pay" if len(offers) == 1 else "one of them is the base pay"
    if len(offers) == 1 and len(doubts) == 1 and pay.unit is None:
        meaning = f"{'an' if offers[0].unit is SalaryUnit.HOUR else 'a'} {offers[0].unit.lower()} is meant"
    lines = " or ".join(f"`salary: {written(offer)}`" for offer in offers)
    return f"{shown(text)} {' and '.join(doubts[-2:])}", f"Write {lines} if {meaning}."


_PLAIN_MEND = "Write for example `salary: 60000-75000 EUR per YEAR`, if that is the base pay."
_MOST_OFFERED = 3


def of_pay(pay: Pay, countries: set[str | None]) -> list[Salary]:
    """Return what pay that leaves something open can mean, the likeliest first, at most three: to be offered, never to be taken."""
    currencies = currencies_of(countries, pay.currencies or ("EUR", "USD", "GBP"))[:_MOST_OFFERED]
    low, high = pay.minimum, pay.maximum
    if low is not None and high is not None and low > high:
        low, high = high, low
    return [Salary(currency, pay.unit or _likely_unit(currency, low or high), low, high) for currency in currencies]


_LARGE = frozenset("JPY KRW HUF VND ISK CLP COP IDR INR".split())
"""Money of which a day's wages are thousands."""
_LEAST = ((12_000, SalaryUnit.YEAR), (1_000, SalaryUnit.MONTH), (150, SalaryUnit.DAY), (0, SalaryUnit.HOUR))


def _likely_unit(currency: str, amount: Decimal | None) -> SalaryUnit:
    """Return the unit to offer for an amount of which nobody says what time it is for."""
    size = (amount or 0) / (100 if currency in _LARGE else 1)
    return next(unit for least, unit in _LEAST if size >= least)


def _of_mapping(value: Mapping[object, object]) -> Salary:
    given = read_keys(value, _KEYS, "a salary")
    inner = given.get("value")
    if isinstance(inner, dict):
        del given["value"]
        inner_given = read_keys(inner, _KEYS, "a salary")
        twice = next((name for name in inner_given if name in given), None)
        if twice is not None:
            raise Wrong(f"the salary says its {twice} twice", "Keep one of them.")
        given |= inner_given
    if "value" in given and ("min" in given or "max" in given):
        raise Wrong("the salary has a value and a range", "Keep value, or min and max.")
    for name, what in (("currency", "no currency"), ("unit", "no unit of time")):
        if name not in given:
            raise Wrong(f"the salary has {what}", f"Write all of it: {_EXAMPLE}; unit is one of {_UNIT_LIST}.")
    low, high = given.get("min", given.get("value")), given.get("max", given.get("value"))
    return _salary(
        _currency(given["currency"]),
        _unit(given["unit"]),
        None if low is None else read_amount(low),
        None if high is None else read_amount(high),
    )


def _salary(currency: str, unit: SalaryUnit, minimum: Decimal | None, maximum: Decimal | None) -> Salary:
    if minimum is None and maximum is None:
        raise Wrong("the salary has no amount", f"Write min and max, or value: {_EXAMPLE}.")
    if minimum is not None and maximum is not None and minimum > maximum:
        raise Wrong(
            f"the salary's minimum {minimum} is more than its maximum {maximum}", "Swap them, or correct the wrong one."
        )
    return Salary(currency=currency, unit=unit, minimum=minimum, maximum=maximum)


def _currency(value: object) -> str:
    text = read_text(value)
    meant = currencies_meant(text)
    if len(meant) > 1:
        raise Wrong(
            f"{shown(value)} is the sign of several currencies",
            f"Write the code of the one that is meant: {', '.join(meant)}.",
        )
    if not meant:
        raise Wrong(f"{shown(value)} is not a currency", "Write its code by ISO 4217: EUR, GBP, USD, CHF ...")
    return meant[0]


def _unit(value: object) -> SalaryUnit:
    text = read_text(value)
    unit = unit_of(text)
    if unit is None:
        raise Wrong(
            f"{shown(value)} is not a unit of time for pay",
            did_you_mean(text, list(SalaryUnit), f"Write one of {_UNIT_LIST}."),
        )
    return unit


_LONGEST_READ = 200
_PLAIN = re.compile(
    r"(?P<low>\d{1,9}(?:\.\d{1,2})?)(?:-(?P<high>\d{1,9}(?:\.\d{1,2})?))? (?P<currency>[A-Z]{3}) (?:per )?(?P<unit>HOUR|DAY|WEEK|MONTH|YEAR)"
)
"""What our own words recommend, which is read many times as fast as any other."""


@lru_cache(maxsize=1024)  # the scales of an employer stand in many postings
def _of_text(text: str) -> SalaryRead:
    plain = _PLAIN.fullmatch(text)
    if plain is not None and plain["currency"] in CURRENCIES:
        low, high = (read_amount(plain[end]) for end in ("low", "high" if plain["high"] else "low"))
        return SalaryRead(_salary(plain["currency"], SalaryUnit(plain["unit"]), low, high))
    pay, doubts = _pay_in(text)
    if pay is not None and not doubts and pay.salary is not None:
        tells_more, _ = rest_of(_around(text, pay))
        return SalaryRead(pay.salary, text if tells_more else None)
    if (
        pay is not None
        and pay.minimum is not None
        and pay.maximum is not None
        and pay.minimum > pay.maximum
        and pay.currencies
    ):
        raise Wrong(
            f"the salary's minimum {pay.minimum} is more than its maximum {pay.maximum}",
            "Swap them, or correct the wrong one.",
        )
    return SalaryRead(text=text)


def _pay_in(text: str) -> tuple[Pay | None, list[str]]:
    """Return the one amount or range of a field's text, if it is one, and what speaks against its being plain base pay."""
    if len(text) > _LONGEST_READ or not any(map(str.isdigit, text)) or is_no_pay(text):
        return None, []
    found = list(find_pay(text, whole=True))
    if len(found) != 1:
        return None, []
    [pay] = found
    around = _around(text, pay)
    doubts = [*pay.doubts, *doubts_in(f"{around} {text[pay.start : pay.end]}")]
    _, rest = rest_of(around)
    if rest and (any(map(str.isdigit, rest)) or not pay.currencies):
        return None, []
    return pay, doubts or ([f"says more than machines can read ({shown(rest)})"] if rest else [])


def _around(text: str, pay: Pay) -> str:
    """Return a text without its amount; the words of its unit are silent, but "gross" among them is not."""
    inner = text[pay.start : pay.end]
    gross = _GROSS.search(inner)
    return f"{text[: pay.start]} {'gross' if gross else ''} {text[pay.end :]}"


_GROSS = re.compile(r"\b(?:gross|brut|lord)", re.IGNORECASE)


def _bare(number: float) -> Question:
    try:
        offers = of_pay(Pay(0, 0, (), read_amount(number), read_amount(number), None), set())
    except Wrong:
        offers = []
    lines = " or ".join(f"`salary: {written(offer)}`" for offer in offers) or _EXAMPLE
    return Question(f"the salary {shown(number)} has neither currency nor unit of time", f"Write both: {lines}.")
