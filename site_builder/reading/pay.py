"""Pay in words, as people write it into a field or a sentence: "£45k–55k a year", "ab 4.000 € brutto im Monat"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from site_builder.model.posting import Salary, SalaryUnit
from site_builder.reading.amounts import amount_pattern, read_amount, without_factor
from site_builder.reading.currencies import CURRENCY, CURRENCY_IN_TEXT, currencies_meant
from site_builder.reading.pay_units import unit_after, unit_before
from site_builder.reading.wrong import Wrong


class Pay(Struct, frozen=True):
    """Pay as a text states it, from `start` to `end`: what is certain, and what keeps the rest from being so.

    `currencies` are ISO 4217 codes: several where the sign means several, none where nothing is said. `unit` is None where
    nothing says what time the pay is for. `doubts` are in plain words, after "the text" ("does not say ...").
    """

    start: int
    end: int
    currencies: tuple[str, ...]
    minimum: Decimal | None
    maximum: Decimal | None
    unit: SalaryUnit | None
    doubts: tuple[str, ...] = ()

    @property
    def salary(self) -> Salary | None:
        """The pay as a value, if nothing about it is in doubt."""
        if len(self.currencies) != 1 or self.unit is None or self.doubts:
            return None
        return Salary(self.currencies[0], self.unit, self.minimum, self.maximum)


def find_pay(text: str, *, whole: bool = False) -> Iterator[Pay]:
    """Yield the amounts of money in a text, each with its unit of time.

    In running text a currency must stand beside the amount, and codes that are words in capitals count for nothing; in a text that
    is `whole` a field's value, an amount may stand alone. White space is spaces alone.
    """
    for found in _expression(CURRENCY if whole else CURRENCY_IN_TEXT).finditer(text):
        pay = _pay(found, text, whole=whole)
        if pay is not None:
            yield pay


def written(salary: Salary) -> str:
    """Write pay as one line that is read back as the same: "60000-75000 EUR per YEAR", "up to 40000 GBP per YEAR"."""
    low, high = salary.minimum, salary.maximum
    if low is None or high is None:
        amount = f"from {low:f}" if high is None else f"up to {high:f}"
    else:
        amount = f"{low:f}" if low == high else f"{low:f}-{high:f}"
    return f"{amount} {salary.currency} per {salary.unit}"


_BETWEEN = "between|zwischen|entre|tussen|tra|mezi|mellan|mellem|mellom"
_RANGE_FROM = "von|de|da|från|fra|od|van"
_FROM = (
    r"from|starting\s(?:at|from|with)|starts\s(?:at|from)|at\sleast|minimum(?:\sof)?|min\.?|ab|mindestens|mind\.|à\spartir\sde|dès|"
    r"au\smoins|desde|a\spartir\sde|al\smenos|vanaf|minstens|minimaal|alespoň|minst|more\sthan"
)
_UP_TO = r"up\sto|upto|bis\szu|bis|maximum(?:\sof)?|max\.?|maximal|jusqu['’]à|jusqu['’]a|hasta|fino\sa|até|tot|maximaal|až|upp\still|at\smost"
_JOINTS = r"-|–|—|‑|−|~|〜|to|bis|à|a|al|tot|až|do|till|til|up\sto|bis\szu"
_ANDS = r"and|und|et|y|en|e|a|och|og"


@cache
def _expression(currency: str) -> re.Pattern[str]:
    """Return the pattern of an amount or a range; it is made when the first pay is read."""
    low, high = map(amount_pattern, ("low", "high"))
    return re.compile(
        rf"(?i:(?<![^\W_])(?:(?P<between>{_BETWEEN})|(?P<from>{_FROM})|(?P<up_to>{_UP_TO})|(?P<range_from>{_RANGE_FROM}))\s*)?"
        rf"(?:(?P<before>{currency})\s?)?{low}(?:\s?(?P<low_currency>{currency}))?"
        rf"(?:\s?(?i:(?P<joint>{_JOINTS})|(?P<and>{_ANDS}))\s?(?:(?P<again>{currency})\s?)?{high}(?:\s?(?P<after>{currency}))?)?"
        r"(?P<plus>\+(?![^\W_]))?",
    )


def _pay(found: re.Match[str], text: str, *, whole: bool) -> Pay | None:
    signs = [found[name] for name in ("before", "low_currency", "again", "after") if found[name]]
    if (not signs and not whole) or _MORE.match(text, found.end()):
        return None
    if found["and"] and not found["between"]:
        return None if whole else _first_only(found, text)
    unit, end = unit_after(text, found.end())
    if unit is None:
        unit = unit_before(text, found.start())
    doubts: list[str] = []
    try:
        low, high = _ends(found, unit, doubts)
    except Wrong:
        return None
    return Pay(found.start(), end, _currencies(signs, doubts), low, high, unit, tuple(doubts))


_MORE = re.compile(
    r"\s?(?:m|mn|mio|mln|million|millions|millionen|bn|b|billion|mrd|milliarden|milliards|trillion|cr|crore|lakh|lakhs|lac|%|x)\b",
    re.IGNORECASE,
)
"""What makes an amount one of a company, of a share of something, or of words that we do not count in."""


def _first_only(found: re.Match[str], text: str) -> Pay | None:
    """Read the first of two amounts that are merely listed: "£500 and €600"."""
    again = _expression(CURRENCY_IN_TEXT).match(text[: found.start("and")].rstrip(), found.start())
    return _pay(again, text[: found.start("and")], whole=False) if again and again.end() <= found.start("and") else None


def _currencies(signs: list[str], doubts: list[str]) -> tuple[str, ...]:
    """Return what all signs together may mean: "$60k-70k CAD" is in Canadian dollars."""
    meant: tuple[str, ...] = ()
    for number, sign in enumerate(signs):
        codes = currencies_meant(sign)
        meant = codes if number == 0 else tuple(code for code in meant if code in codes)
    if signs and not meant:
        doubts.append("names two currencies")
    return meant


def _ends(found: re.Match[str], unit: SalaryUnit | None, doubts: list[str]) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends of the pay; an end that is left open is None."""
    low = read_amount(found["low"])
    if found["high"] is None:
        if found["plus"] or found["from"]:
            return low, None
        return (None, low) if found["up_to"] else (low, low)
    high = read_amount(found["high"])
    if found["plus"]:
        doubts.append("has a plus sign behind the upper end")
    if found["up_to"] or (found["from"] and found["and"]):
        doubts.append("says both a limit and a range")
    low_factor, high_factor = (without_factor(found[end])[1] for end in ("low", "high"))
    if high_factor > low_factor == 1:
        low = _shared(low, high, high_factor, unit, doubts)
    elif low_factor > high_factor == 1:
        high = _shared(high, low, low_factor, unit, doubts)
    if low > high:
        doubts.append("has an upper end below its lower end")
    return low, high


def _shared(bare: Decimal, other: Decimal, factor: int, unit: SalaryUnit | None, doubts: list[str]) -> Decimal:
    """Return one end of a range of which only the other says that it counts in thousands.

    In "45-55k a year" both do, as nobody earns from 45 to 55,000 a year; in "500-1k a month" only one does, as nobody earns from
    500,000 to 1,000. What makes sense both ways, or neither, or is paid by the hour or day, is in doubt.
    """
    shared, alone = (max(end, other) <= _WIDEST * min(end, other) for end in (bare * factor, bare))
    if shared is alone or (shared and unit not in (None, SalaryUnit.MONTH, SalaryUnit.YEAR)):
        doubts.append("does not say whether both ends count in thousands")
    return bare * factor if shared else bare


_WIDEST = 4
"""How many times the lower end the upper end of a range may be for the range to make sense."""
