"""Rules about the size of the pay: amounts that cannot be meant for their unit, and amounts that the text states otherwise."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_text, line_of
from site_builder.model.posting import Salary, SalaryUnit


@rule("salary-size", Group.CONTENT)
def salary_size(subject: Subject, _: date) -> Iterator[Found]:
    """The pay is very little, or very much, for its unit.

    60 a year or 60,000 an hour is a slip: thousands left out, or the wrong unit. Boards sort and filter by this number. State pay in the
    unit that it is paid for.

    Wrong:
        salary: 60-75 EUR per YEAR
    Right:
        salary: 60000-75000 EUR per YEAR
    """
    salary = subject.posting.salary
    if salary is None or salary.currency not in _WORTH:
        return
    worth = _WORTH[salary.currency]
    least, most = (Decimal(bound) * worth for bound in _BOUNDS[salary.unit])
    for amount in dict.fromkeys((salary.minimum, salary.maximum)):
        if amount is None or least <= amount <= most:
            continue
        small = amount < least
        unit = _likely(amount / worth)
        is_short = small and salary.unit in {SalaryUnit.MONTH, SalaryUnit.YEAR} and least <= amount * 1000 <= most
        instead = f"Is it thousands (`{amount:f}000`)" if is_short else "Is the amount right"
        meant = f", or is it pay per {unit}?" if unit and unit is not salary.unit else "?"
        yield Found(
            line_of(subject, "salary"),
            f"{amount:,f} {salary.currency} per {salary.unit} is very {'little' if small else 'much'}",
            instead + meant,
        )
        return


@rule("salary-range", Group.CONTENT)
def salary_range(subject: Subject, _: date) -> Iterator[Found]:
    """The range of pay is so wide that it tells little.

    Where the highest pay is four times the lowest, one end is a slip, or the range covers several jobs. Readers believe neither end. State
    a range of pay that tells something.

    Wrong:
        salary: 30000-150000 EUR per YEAR
    Right:
        salary: 45000-60000 EUR per YEAR
    """
    salary = subject.posting.salary
    if salary and salary.minimum and salary.maximum and salary.maximum >= _WIDEST * salary.minimum:
        yield Found(
            line_of(subject, "salary"),
            f"the pay reaches from {salary.minimum:,f} to {salary.maximum:,f} {salary.currency}, which tells applicants little",
            "Write the range in which you expect to pay, or one posting for each level.",
        )


@rule("salary-contradiction", Group.CONTENT)
def salary_contradiction(subject: Subject, _: date) -> Iterator[Found]:
    """The text states other pay than `salary`.

    Pages, feeds and Google show `salary`; who reads another range in the text asks which one holds. Google calls a difference between page
    and structured data a violation. State the same pay in the text and in `salary`.

    Source: https://developers.google.com/search/docs/appearance/structured-data/sd-policies (the data is true to the page)
    Wrong:
        salary: 60000-75000 EUR per YEAR

        Salary: €50,000 - €65,000 a year.
    Right:
        salary: 60000-75000 EUR per YEAR

        Salary: €60,000 - €75,000 a year.
    """
    salary = subject.posting.salary
    if (
        salary is None
        or salary.minimum is None
        or salary.maximum is None
        or _PAY_WORDS.isdisjoint(speech_of(subject).words)
    ):
        return
    for spot in in_text(subject, _RANGE):
        low, high = _ends(spot.words)
        stated = {salary.minimum, salary.maximum}
        # Only what is near in size is meant for the same unit and the same thing.
        near = low is not None and high is not None and salary.minimum / 3 < low <= high < salary.maximum * 3
        if near and low not in stated and high not in stated:
            yield spot.found(
                f"the text says {spot.words.strip()}, but `salary` says {_shown(salary)}",
                "Write the same amounts in both places.",
            )
            return


def states_pay(subject: Subject) -> int:
    """Return the line on which the text states an amount of pay; 0 where it states none."""
    words = subject.words
    if (
        not any(map(words.__contains__, _MONEY))
        and _EUROS.isdisjoint(speech_of(subject).words)
        and not _THOUSANDS.search(words)
    ):
        return 0
    for line, row in enumerate(subject.rows[subject.body_line - 1 :], subject.body_line):
        if _NUMBERS.search(row) and _AMOUNT.search(row):
            is_other = _OF_OTHER_THINGS.search(row)
            if _CERTAINLY_PAY.search(row) or (not is_other and (_OF_PAY.search(row) or _RANGE.search(row))):
                return line
    return 0


def _shown(salary: Salary) -> str:
    """Return pay that has both ends."""
    ends = dict.fromkeys(f"{amount:,f}" for amount in (salary.minimum, salary.maximum))
    return f"{'-'.join(ends)} {salary.currency} per {salary.unit}"


def _likely(amount: Decimal) -> SalaryUnit | None:
    """Return the unit for which an amount, in about euros, is ordinary pay."""
    return next((unit for unit, (least, most) in _ORDINARY.items() if least <= amount <= most), None)


def _ends(words: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the two amounts of a range; None where thousands marks leave doubt."""
    found = _NUMBER.findall(words)
    if len(found) != 2:  # noqa: PLR2004  # the two ends
        return None, None
    thousands = any(sign for _, sign in found)
    ends = [Decimal(re.sub(r"\D", "", number)) * (1000 if thousands else 1) for number, _ in found]
    return min(ends), max(ends)


# What one euro is worth, roughly and for years to come: only orders of magnitude are compared.
_WORTH = {
    **dict.fromkeys(["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"], 1),
    **dict.fromkeys(["PLN", "ILS", "BRL", "MYR", "RON", "AED", "SAR"], 4),
    **dict.fromkeys(["SEK", "NOK", "DKK", "CNY", "HKD", "ZAR", "MXN"], 10),
    **dict.fromkeys(["CZK"], 25),
    **dict.fromkeys(["INR", "PHP"], 70),
    **dict.fromkeys(["JPY"], 130),
    **dict.fromkeys(["HUF"], 400),
    **dict.fromkeys(["KRW"], 1_400),
}
_BOUNDS = {
    SalaryUnit.HOUR: (1, 1_000),
    SalaryUnit.DAY: (5, 8_000),
    SalaryUnit.WEEK: (20, 30_000),
    SalaryUnit.MONTH: (80, 100_000),
    SalaryUnit.YEAR: (1_000, 2_000_000),
}
"""Pay in about euros that nobody means below or above, apprentices in poor countries and heads of banks included."""
_ORDINARY = {
    SalaryUnit.HOUR: (8, 150),
    SalaryUnit.DAY: (200, 900),
    SalaryUnit.MONTH: (1_000, 9_000),
    SalaryUnit.YEAR: (15_000, 300_000),
}
_WIDEST = 4
_PAY_WORDS = frozenset(
    "salary salaries pay compensation wage wages remuneration ote gehalt jahresgehalt vergütung lohn bezahlung salaire rémunération brut brutto".split()
)
_SPACE = "[ \u00a0\u202f]"
_DIGITS = rf"\d[\d.,' \u00a0\u202f]*\d{_SPACE}?k?|\d{_SPACE}?k"
_AMOUNT = re.compile(
    rf"[$€£¥₹]{_SPACE}?(?:{_DIGITS})|(?:{_DIGITS}){_SPACE}?(?:€|£|EUR\b|USD\b|GBP\b|CHF\b|euros?\b)|\b(?:EUR|USD|GBP|CHF){_SPACE}?(?:{_DIGITS})|\b\d{{2,3}}k\b",
    re.IGNORECASE,
)
_MONEY = ("$", "€", "£", "¥", "₹", "EUR", "USD", "GBP", "CHF")
_EUROS = frozenset({"euro", "euros"})
_NUMBERS = re.compile(r"\d\d")
_THOUSANDS = re.compile(r"\d\d[kK]\b")
_CERTAINLY_PAY = re.compile(
    r"\b(?:base )?salar(?:y|ies)\b(?! sacrifice)|gehalt|vergütung|rémunération|salaire|remuneration", re.IGNORECASE
)
_OF_PAY = re.compile(
    r"\bpay|compensat|wage|\brate\b|per (?:year|annum|hour|day|month)|p\.a\.|a year|an hour|/ ?(?:hr|hour|year|yr|day|month)|annual"
    r"|lohn|brutto|pro (?:jahr|monat|stunde)|\bbrut\b|par (?:an|mois|jour)",
    re.IGNORECASE,
)
_OF_OTHER_THINGS = re.compile(
    r"budget|training|conference|learning|bonus|stipend|allowance|401|referral|funding|funded|series [a-e]\b|revenue|turnover|million|billion|raised|invest|valu|equity|options|customers|tickets|prize|gift|(?:for|per) (?:each|every)|weiterbildung|zuschuss|umsatz|formation",
    re.IGNORECASE,
)
_END = rf"(?:[$€£]{_SPACE}?)?\d{{2,3}}(?:[.,' \u00a0\u202f]\d{{3}})?"
_RANGE = re.compile(
    rf"{_END}{_SPACE}?k?{_SPACE}?(?:€|EUR|USD|GBP)?{_SPACE}?(?:-|–|—|to|bis|à){_SPACE}?{_END}(?:(?<=\d[.,' \u00a0\u202f]\d{{3}})(?!{_SPACE}?%)|{_SPACE}?k(?![^\W€]))"
    rf"(?:{_SPACE}?(?:€|euros?\b|EUR\b|USD\b|GBP\b))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(\d{{2,3}}(?:[.,' \u00a0\u202f]\d{{3}})?){_SPACE}?(k?)", re.IGNORECASE)

RULES: tuple[Rule, ...] = (salary_size, salary_range, salary_contradiction)
