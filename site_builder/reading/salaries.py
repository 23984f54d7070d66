"""Base pay: an amount or a range with its currency and unit of time, where these are stated beyond doubt."""

import re
from collections.abc import Mapping
from decimal import Decimal

from site_builder.model.posting import Salary, SalaryUnit
from site_builder.reading.amounts import AMOUNT, read_amount
from site_builder.reading.mappings import read_keys
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, did_you_mean, shown

_IN_USE = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
    "LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
    "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
    "TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
)
CURRENCIES = frozenset(_IN_USE.split())
"""ISO 4217's currencies that are in use in 2026."""

_SIGNS = {"€": "EUR", "£": "GBP", "US$": "USD", "CA$": "CAD", "AU$": "AUD", "NZ$": "NZD", "zł": "PLN", "₹": "INR"}
"""Signs that mean one currency; `$`, `¥` and `kr` mean several."""

_UNITS = {
    SalaryUnit.HOUR: "hour hours hourly hr h stunde stündlich heure horaire hora",
    SalaryUnit.DAY: "day days daily d tag täglich jour día",
    SalaryUnit.WEEK: "week weeks weekly wk woche wöchentlich semaine semana",
    SalaryUnit.MONTH: "month months monthly mo mth monat monatlich mois mes",
    SalaryUnit.YEAR: "year years yearly yr annual annually annum pa jahr jährlich an année annuel año",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
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


def read_salary(value: object) -> Salary | str:
    """Return base pay: of a mapping always, of a text where it says amount, currency and unit and nothing else.

    A mapping has `currency` (ISO 4217), `min` and `max` or `value`, and `unit`, also as schema.org nests them. Read as
    text are "EUR 60000-75000 YEAR", "60,000 - 75,000 EUR per year", "€60k - €75k a year"; any other text is returned as
    it is. Raises Wrong for a number alone and for a mapping that leaves out or mistakes something.
    """
    match value:
        case dict():
            return _of_mapping(value)
        case str():
            return _of_text(read_text(value))
        case int() | float() if not isinstance(value, bool):
            raise _bare(value)
        case _:
            raise Wrong(f"{shown(value)} is not a salary", f"Write {_EXAMPLE}.")


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
    code = _SIGNS.get(text) or (text.upper() if text.upper() in CURRENCIES else None)
    if code is None:
        raise Wrong(f"{shown(value)} is not a currency", "Write its code by ISO 4217: EUR, GBP, USD, CHF ...")
    return code


def _unit(value: object) -> SalaryUnit:
    text = read_text(value)
    unit = _unit_of(text)
    if unit is None:
        raise Wrong(
            f"{shown(value)} is not a unit of time for pay",
            did_you_mean(text, list(SalaryUnit), f"Write one of {_UNIT_LIST}."),
        )
    return unit


def _unit_of(text: str) -> SalaryUnit | None:
    """Return the unit in words as "YEAR", "per year", "p.a." or "/yr"; also "1 YEAR" and "per-year-salary"."""
    words = text[:40].casefold().replace(".", "").replace("/", " per ").replace("-", " ").split()
    while len(words) > 1 and words[0] in _PER:
        words = words[1:]
    while len(words) > 1 and words[-1] in _PAY:
        words = words[:-1]
    return _UNIT_OF.get(words[0]) if len(words) == 1 else None


_PER = frozenset({"per", "a", "an", "each", "pro", "par", "por", "al", "im", "1"})
_PAY = frozenset({"salary", "wage"})
_CURRENCY = r"(?!PER\b|DAY\b)[A-Z]{3}\b|(?:US|CA|AU|NZ)?\$|[€£₹]|zł"
_TEXT = re.compile(
    rf"(?P<before>{_CURRENCY})? ?(?P<low>{AMOUNT})(?: (?P<low_currency>{_CURRENCY}))?"
    rf"(?: ?(?:-|–|—|to|bis|à) ?(?P<again>{_CURRENCY})? ?(?P<high>{AMOUNT}))? ?(?P<after>{_CURRENCY})?"
    r"(?P<unit>(?: |/)[^\d]{1,20})?",
)
_LONGEST_READ = 80


def amount_without_unit(text: str) -> str | None:
    """Return the amount of a text that says it with its currency, and no unit of time: "50k-60k EUR" is "50000-60000 EUR"."""
    found = _TEXT.fullmatch(text) if len(text) <= _LONGEST_READ else None
    if found is None or found["unit"] is not None:
        return None
    read = _of_text(f"{text} per {SalaryUnit.YEAR}")
    if isinstance(read, str):
        return None
    ends = dict.fromkeys(f"{end:f}" for end in (read.minimum, read.maximum) if end is not None)
    return f"{'-'.join(ends)} {read.currency}"


def _of_text(text: str) -> Salary | str:
    found = _TEXT.fullmatch(text) if len(text) <= _LONGEST_READ else None
    if found is None:
        return text
    if found["before"] is found["low_currency"] is found["again"] is found["after"] is found["unit"] is None:
        raise _bare(text)
    signs = {found[name] for name in ("before", "low_currency", "again", "after")} - {None}
    codes = {_SIGNS.get(sign) or (sign if sign in CURRENCIES else None) for sign in signs}
    unit = _unit_of(found["unit"] or "")
    currency = codes.pop() if len(codes) == 1 else None
    if currency is None or unit is None or _shares_thousands(found["low"], found["high"]):
        return text
    try:
        low = read_amount(found["low"])
        high = read_amount(found["high"]) if found["high"] else low
    except Wrong:
        return text
    return _salary(currency, unit, low, high)


def _shares_thousands(low: str, high: str | None) -> bool:
    """Say whether only one end of a range counts in thousands: "45-55k" leaves open what the 45 are."""
    return high is not None and (low[-1] in "kK") is not (high[-1] in "kK")


def _bare(value: object) -> Wrong:
    return Wrong(f"the salary {shown(value)} has neither currency nor unit of time", f"Write {_EXAMPLE}.")
