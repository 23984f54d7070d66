"""Amounts of money as people group their digits."""

import re
from decimal import Decimal

from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, shown


def amount_pattern(name: str) -> str:
    """Return the pattern of an amount in a text, as a group of that name: digits, groups of three, and a sign for thousands."""
    return (
        rf"(?<![\d.,])(?P<{name}>(?:\d{{1,3}}(?P<{name}_group>[.,'’_ ])\d{{3}}(?:(?P={name}_group)\d{{3}})*(?:[.,]\d{{1,2}})?"
        r"|\d{1,9}(?:[.,]\d{1,2})?)(?![.,'’_]?\d)"
        r"(?: ?(?:[kK]|[Tt]sd\.?|mille)(?![^\W\d_])| ?T(?= ?(?:€|EUR))| ?万)?)"
    )


_FACTORS = {"k": 1_000, "tsd": 1_000, "tsd.": 1_000, "mille": 1_000, "t": 1_000, "万": 10_000}

_LARGEST = 10**15
_GROUPED = re.compile(
    r"(?P<whole>\d{1,3}(?P<group>[.,'’_ ])\d{3}(?:(?P=group)\d{3})*)(?:(?P<point>[.,])(?P<part>\d{1,2}))?"
)
_PLAIN = re.compile(r"(?P<whole>\d{1,15})(?:[.,](?P<part>\d{1,2}|(?<=^0[.,])\d{1,6}))?")


def read_amount(value: object) -> Decimal:
    """Return an amount above zero: a number, or digits in groups of three (`60,000`, `60.000`, `60 000`, `60k`).

    A single separator before exactly three digits groups thousands, before one or two it begins the decimals. Raises
    Wrong for everything else.
    """
    match value:
        case bool():
            amount = None
        case Decimal() if value.is_nan():
            amount = None
        case int() | float() | Decimal():
            amount = _of_number(value)
        case _:
            amount = _of_text(value)
    if amount is None:
        raise Wrong(f"{shown(value)} is not an amount", "Write digits alone: 60000, or 17.50.")
    if not 0 < amount < _LARGEST:
        raise Wrong(f"the amount {shown(value)} is not pay", "Write what is paid, above zero: 60000.")
    return amount


def without_factor(text: str) -> tuple[str, int]:
    """Return an amount's digits, and what the letters after them multiply them by."""
    digits = text.rstrip("kKtTsdDmile.万 ") if not text[-1].isdigit() else text
    word = text[len(digits) :].strip().casefold()
    return (digits, _FACTORS[word]) if word in _FACTORS else (text, 1)


def _of_number(value: float | Decimal) -> Decimal | None:
    # Comparing comes first: no other operation takes an int of any size and a float that is no number.
    if not -_LARGEST < value < _LARGEST:
        return None
    if isinstance(value, int):
        return Decimal(value)
    return _short(value if isinstance(value, Decimal) else Decimal(str(value)))


def _of_text(value: object) -> Decimal | None:
    text = read_text(value)
    digits, factor = without_factor(text)
    if len(digits) > len("100,000,000,000.00"):
        return None
    found = _PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits)
    if found is None or (found.re is _GROUPED and (found["point"] == found["group"] or digits[0] == "0")):
        return None
    whole = re.sub(r"\D", "", found["whole"])
    amount = Decimal(f"{whole}.{found['part'] or '0'}") * factor
    return _short(amount)


def _short(amount: Decimal) -> Decimal:
    """Return an amount without decimals that say nothing, so that equal amounts are written alike: 45.50, but 60000."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()
