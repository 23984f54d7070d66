"""Base pay: read where amount, currency and unit are certain, else kept as words or asked about."""

from decimal import Decimal
from itertools import count

import pytest
from babel import Locale

from site_builder.model.posting import Salary, SalaryUnit
from site_builder.reading.amounts import read_amount
from site_builder.reading.salaries import CURRENCIES, SalaryRead, read_salary
from site_builder.reading.wrong import Wrong

HOUR, DAY, WEEK, MONTH, YEAR = SalaryUnit


def _range(currency: str, low: object, high: object, unit: SalaryUnit = YEAR) -> Salary:
    return Salary(
        currency, unit, None if low is None else Decimal(str(low)), None if high is None else Decimal(str(high))
    )


READ: list[tuple[object, Salary]] = [
    ("EUR 60000-75000 YEAR", _range("EUR", 60000, 75000)),
    ("60000-75000 EUR per YEAR", _range("EUR", 60000, 75000)),
    ("60,000–75,000 EUR per year", _range("EUR", 60000, 75000)),
    ("€60,000 - €75,000 a year", _range("EUR", 60000, 75000)),
    ("€60,000-75,000 per year", _range("EUR", 60000, 75000)),
    ("EUR 60.000 bis 75.000 pro Jahr", _range("EUR", 60000, 75000)),
    ("60 000 EUR par an", _range("EUR", 60000, 60000)),
    ("60\u202f000 EUR par an", _range("EUR", 60000, 60000)),
    ("60000 EUR - 75000 EUR per year", _range("EUR", 60000, 75000)),
    ("£45k-£55k per annum", _range("GBP", 45000, 55000)),
    ("€60k p.a.", _range("EUR", 60000, 60000)),
    ("CHF 110'000 per year", _range("CHF", 110000, 110000)),
    ("US$60/hour", _range("USD", 60, 60, HOUR)),
    ("€17,50 / hour", _range("EUR", "17.5", "17.5", HOUR)),
    ("1.250,50 EUR per month", _range("EUR", "1250.5", "1250.5", MONTH)),
    ("500 GBP per day", _range("GBP", 500, 500, DAY)),
    ("900 EUR weekly", _range("EUR", 900, 900, WEEK)),
    ("1,250,000 JPY per year", _range("JPY", 1250000, 1250000)),
    ({"currency": "EUR", "min": 60000, "max": 75000, "unit": "YEAR"}, _range("EUR", 60000, 75000)),
    ({"currency": "eur", "minimum": "60,000", "maximum": "75.000", "per": "yearly"}, _range("EUR", 60000, 75000)),
    ({"currency": "€", "from": "60k", "period": "p.a."}, _range("EUR", 60000, None)),
    ({"currency": "EUR", "to": 75000, "interval": "per-year-salary"}, _range("EUR", None, 75000)),
    ({"currency": "EUR", "value": 45.5, "unit": "per hour"}, _range("EUR", "45.5", "45.5", HOUR)),
    ({"currency": "EUR", "min": 60000, "max": None, "unit": "1 YEAR"}, _range("EUR", 60000, None)),
    (
        {"@type": "MonetaryAmount", "currency": "EUR", "value": {"minValue": 1, "maxValue": 2, "unitText": "HOUR"}},
        _range("EUR", 1, 2, HOUR),
    ),
    ({"currency": "EUR", "value": {"value": 20, "unitText": "HOUR"}}, _range("EUR", 20, 20, HOUR)),
]

WORDS = [
    "competitive",
    "$60/hour",
    "$60,000 per year",
    "¥5,000,000 per year",
    "500000 kr per year",
    "60000 EUR",
    "60000",
    "60k",
    "60,000 - 75,000",
    "€60,000",
    "60000 per year",
    "€60k per year plus bonus",
    "60000 EUR - 75000 USD per year",
    "99.999.99 EUR per year",
    "1000 € learning budget",
    "EUR " + "6" * 100_000 + " per year",
    "€" + "1 " * 50_000,
]

REFUSED: list[tuple[object, str]] = [
    (60000, "60000 EUR per YEAR"),
    (60.5, "60.5 EUR per HOUR"),
    (True, "currency: EUR"),
    ([60000], "currency: EUR"),
    ("75000-60000 EUR per year", "Swap them"),
    ({"currency": "EUR", "min": 75000, "max": 60000, "unit": "YEAR"}, "Swap them"),
    ({"currency": "EUR", "min": 60000}, "HOUR, DAY, WEEK, MONTH, YEAR"),
    ({"min": 60000, "unit": "YEAR"}, "currency: EUR"),
    ({"currency": "EUR", "unit": "YEAR"}, "Write min and max"),
    ({"currency": "EUR", "value": 1, "min": 1, "unit": "YEAR"}, "Keep value"),
    ({"currency": "$", "min": 1, "unit": "YEAR"}, "USD, CAD, AUD"),
    ({"currency": "DEM", "min": 1, "unit": "YEAR"}, "ISO 4217"),
    ({"currency": "EUR", "min": 1, "unit": "fortnight"}, "HOUR, DAY, WEEK, MONTH, YEAR"),
    ({"currency": "EUR", "min": 1, "unit": "yaer"}, "Did you mean YEAR?"),
    ({"currncy": "EUR"}, "Did you mean currency?"),
    ({"currency": "EUR", "value": {"value": 1, "currency": "EUR"}, "unit": "YEAR"}, "Keep one"),
    ({"currency": "EUR", "min": 1, "minimum": 1, "unit": "YEAR"}, "Keep one"),
    ({"currency": "EUR", "min": 0, "unit": "YEAR"}, "above zero"),
    ({"currency": "EUR", "min": -5, "unit": "YEAR"}, "above zero"),
    ({"currency": "EUR", "min": "a lot", "unit": "YEAR"}, "digits alone"),
    ({"currency": "EUR", "min": "€60000", "unit": "YEAR"}, "digits alone"),
    ({"currency": "EUR", "min": True, "unit": "YEAR"}, "digits alone"),
    ({"currency": "EUR", "min": float("nan"), "unit": "YEAR"}, "digits alone"),
    ({"currency": "EUR", "min": 10**400, "unit": "YEAR"}, "digits alone"),
    ({"currency": "EUR", "value": {"value": {"value": 1}}, "unit": "YEAR"}, "Write one line"),
    ({}, "currency: EUR"),
]

AMOUNTS = [
    ("60000", "60000"),
    ("60,000", "60000"),
    ("60.000", "60000"),
    ("60 000", "60000"),
    ("60'000", "60000"),
    ("60_000", "60000"),
    ("1,250,000", "1250000"),
    ("1.250.000,50", "1250000.5"),
    ("60k", "60000"),
    ("62.5K", "62500"),
    ("45.5", "45.5"),
    ("45,50", "45.5"),
    ("0.125", "0.125"),
    (0.1, "0.1"),
    ("٦٠", "60"),
    (Decimal("17.50"), "17.5"),
]

NO_AMOUNTS = [
    "60,00,000",
    "6,0000",
    "1,250.000,5",
    "1,250,50",
    "60.0000",
    "0,125,000",
    "k",
    "60kk",
    "-5",
    "1e5",
    Decimal("sNaN"),
]


@pytest.mark.parametrize(("value", "salary"), READ, ids=map(str, count()))
def test_certain_pay_is_read(value: object, salary: Salary) -> None:
    """Amount, currency and unit are all stated and mean one thing."""
    assert read_salary(value) == SalaryRead(salary)


@pytest.mark.parametrize("value", WORDS, ids=map(str, count()))
def test_uncertain_pay_stays_in_the_authors_words(value: str) -> None:
    """A sign of several currencies, no unit, a limit, a bonus: nothing is made of it."""
    assert read_salary(value) == SalaryRead(text=value.strip())


@pytest.mark.parametrize(("value", "mend"), REFUSED, ids=map(str, count()))
def test_wrong_pay_is_refused_with_what_to_write(value: object, mend: str) -> None:
    """A number alone, what is left out, contradictions and misspelt keys."""
    with pytest.raises(Wrong) as wrong:
        read_salary(value)
    assert mend in wrong.value.mend


@pytest.mark.parametrize(("value", "amount"), AMOUNTS, ids=map(str, count()))
def test_digits_are_read_in_groups_of_three(value: object, amount: str) -> None:
    """One way to group digits means one amount, written without decimals that say nothing."""
    assert str(read_amount(value)) == amount


@pytest.mark.parametrize("value", NO_AMOUNTS, ids=map(str, count()))
def test_other_digits_are_no_amount(value: object) -> None:
    """Groups of two or four, mixed separators, and signs."""
    with pytest.raises(Wrong):
        read_amount(value)


def test_currencies_are_iso_4217() -> None:
    """Every code is known to CLDR, which has the historic ones too."""
    assert set(Locale("en").currencies) >= CURRENCIES
    assert {"EUR", "USD", "GBP", "JPY", "CHF"} <= CURRENCIES
    assert not {"DEM", "XXX", "XTS"} & CURRENCIES
