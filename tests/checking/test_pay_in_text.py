"""Which lines of a text state pay, and what is told about amounts."""

import pytest

from site_builder.checking import amounts_of_pay
from site_builder.checking.amounts_of_pay import states_pay
from tests.rule_subjects import TODAY, subject_of


@pytest.mark.parametrize(
    "row",
    [
        "- Salary: £45k to £60k depending on experience",
        "£25-35k depending on experience",
        "Salary of around 50-60k",
        "The daily contract rate is £450-500.",
        "Pay: 18.50 EUR an hour",
        "Compensation: USD 120,000 plus equity and bonus, salary reviewed every year",
        "The salary is $100,000, with equity and a bonus",
        "Vergütung: 52.000 € brutto im Jahr",
        "Gehalt 4.200 Euro im Monat",
        "Rémunération : 25\u202f000 – 50\u00a0000\u00a0€ brut selon expérience",
        "Salaire : entre 40K€ et 60K€",
        "We pay 3200 euros per month",
        "Basic pay 45k",
    ],
)
def test_pay_is_recognised(row: str) -> None:
    """Amounts beside words for pay, and ranges of money, are pay; the line is given."""
    assert states_pay(subject_of(f"---\ntitle: Baker\n---\nYou bake.\n\n{row}\n")) == 6


@pytest.mark.parametrize(
    "row",
    [
        "A learning budget of 2,000 USD per annum",
        "We raised $25M in our Series A",
        "500,000 users pay for it",
        "120k stars, 40k forks",
        "A referral bonus of €1,500, paid at once",
        "Tickets from €20 to €45k a year were sold to customers",
        "We pay £500 for each candidate who is hired",
        "Competitive salary",
        "The salary is paid on the 25th",
        "Founded in 2004, 65 people",
        "European salary bands in 12 countries",
        "Our 401(k) plan",
    ],
)
def test_what_is_no_pay(row: str) -> None:
    """Budgets, funding, bonuses, customers and words without amounts are no pay."""
    assert states_pay(subject_of(f"---\ntitle: Baker\n---\nYou bake.\n\n{row}\n")) == 0


@pytest.mark.parametrize(
    ("salary", "message", "mend"),
    [
        ("60 EUR per YEAR", "60 EUR per YEAR is very little", "Is it thousands (`60000`), or is it pay per HOUR?"),
        ("60000 EUR per HOUR", "60,000 EUR per HOUR is very much", "Is the amount right, or is it pay per YEAR?"),
        ("25 EUR per MONTH", "25 EUR per MONTH is very little", "Is it thousands (`25000`), or is it pay per HOUR?"),
        ("3 EUR per DAY", "3 EUR per DAY is very little", "Is the amount right?"),
        ("0.5 EUR per HOUR", "0.5 EUR per HOUR is very little", "Is the amount right?"),
        ("9000000 EUR per YEAR", "9,000,000 EUR per YEAR is very much", "Is the amount right?"),
        ("{currency: EUR, max: 75, unit: YEAR}", "75 EUR per YEAR is very little", "Is it thousands (`75000`), or is it pay per HOUR?"),
        ("60000000 VND per YEAR", "", ""),
        ("15 VND per YEAR", "", ""),
        ("1000 EUR per YEAR", "", ""),
        ("2000000 EUR per YEAR", "", ""),
    ],
)  # fmt: skip
def test_what_is_told_about_the_size_of_pay(salary: str, message: str, mend: str) -> None:
    """An amount that cannot be meant is named, with the unit for which it would be ordinary."""
    subject = subject_of(f"---\ntitle: Baker\nsalary: {salary}\n---\nYou bake.\n")
    found = list(amounts_of_pay.salary_size.finder(subject, TODAY))
    assert [(one.message, one.mend) for one in found] == ([(message, mend)] if message else [])
