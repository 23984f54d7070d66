"""Whatever stands in front matter, a reader returns a value or says what is wrong."""

import time
from collections.abc import Callable
from datetime import UTC
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack

from site_builder.model.posting import Salary, SalaryUnit
from site_builder.reading.dates import read_date, read_moment
from site_builder.reading.document import parse
from site_builder.reading.education import read_education
from site_builder.reading.experience import read_experience
from site_builder.reading.names import normal
from site_builder.reading.places import read_applicant_places, read_places
from site_builder.reading.proposals import proposals
from site_builder.reading.rules import POSTING, by_name
from site_builder.reading.salaries import CURRENCIES, SalaryRead, read_salary, written
from site_builder.reading.terms import read_employment_types, read_remote, read_tags
from site_builder.reading.values import (
    read_boolean,
    read_contact,
    read_email,
    read_language,
    read_organization,
    read_slug,
    read_text,
    read_url,
)
from site_builder.reading.wrong import Wrong


def date_in_auckland(value: object) -> object:
    """Read a day far east of UTC."""
    return read_date(value, ZoneInfo("Pacific/Auckland"))


def moment_in_new_york(value: object) -> object:
    """Read a moment west of UTC."""
    return read_moment(value, ZoneInfo("America/New_York"))


def proposals_of(value: object) -> object:
    """Look for proposals in a text."""
    return proposals(value) if isinstance(value, str) else []


READERS: list[Callable[[object], object]] = [
    read_text,
    read_boolean,
    read_tags,
    read_url,
    read_email,
    read_language,
    read_slug,
    read_organization,
    read_contact,
    read_employment_types,
    read_remote,
    read_places,
    read_applicant_places,
    read_salary,
    read_education,
    read_experience,
    proposals_of,
    date_in_auckland,
    moment_in_new_york,
]

_WORDS = (
    "2026-11-21|21|11|2026|November|Nov.|T10:00|Z|+01:00|/|.|-|,|, |;| or | and | / |(|)|#|@|:|//|https://|www.|"
    "example.com|"
    "Berlin|Germany|DE|US|USA|CA|Georgia|New York|Texas|Remote|remote|hybrid|only|Worldwide|EU|EMEA|€|$|EUR|60,000|"
    "60k|75.000|"
    " per |year|hour|full|time|part|permanent|contract|true|no|c#|.net|🚀|\u00a0|\u202e|\x00|\ud800|\n|en|zh|Hant|"
    "con|..|é|日本"
)
WORDS = st.sampled_from(_WORDS.split("|"))
SCALARS = (
    st.text(max_size=30)
    | st.lists(WORDS, max_size=8).map("".join)
    | st.lists(WORDS, max_size=8).map(" ".join)
    | st.integers()
    | st.sampled_from([0, 20261121, 1795251600, 1795251600000, 10**400, -(10**400)])
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(UTC))
    | st.none()
)
_KEYS = (
    "name|url|logo|sameAs|email|phone|city|country|state|zip|street|address|currency|min|max|value|unit|@type|from|to"
)
KEYS = st.text(max_size=8) | st.sampled_from(_KEYS.split("|"))
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(KEYS | st.integers() | st.booleans() | st.none(), inner, max_size=5)
    ),
    max_leaves=8,
)

LONG = [
    "a" * 100_000,
    "1" * 100_000,
    " " * 100_000,
    "a " * 50_000,
    "a,b" * 33_000,
    "," * 100_000,
    "(" * 100_000,
    "#a" * 50_000,
    "/" * 100_000,
    " / " * 33_000,
    " or" * 33_000,
    "remote " * 14_000,
    "a@" * 50_000,
    "1.000" * 20_000,
    "€1-" * 33_000,
    "\u0301" * 100_000,
    "a-" * 50_000,
    "<!--" * 25_000,
    "3 years " * 12_000,
    "\n" * 100_000,
]


@pytest.mark.parametrize("read", READERS)
@given(value=VALUES)
def test_a_reader_returns_a_value_or_says_what_is_wrong(read: Callable[[object], object], value: Any) -> None:
    """No other exception leaves a reader, what it says can be printed, and what it returns can be kept."""
    result, wrong = _outcome(read, value)
    msgpack.encode(result)
    if wrong is not None:
        assert (wrong.message + wrong.mend).isprintable()
        assert len(wrong.message) < 300
        assert len(wrong.mend) < 600


@pytest.mark.parametrize("text", LONG, ids=map(str, count()))
@pytest.mark.parametrize("read", READERS)
def test_a_long_text_is_read_or_refused_at_once(read: Callable[[object], object], text: str) -> None:
    """100,000 characters take the time of a few passes over them, never of their square."""
    started = time.process_time()
    for value in (text, [text], {"name": text}):
        _, wrong = _outcome(read, value)
        assert wrong is None or len(wrong.message) < 300
    assert time.process_time() - started < 5


@given(value=VALUES)
def test_what_is_read_can_be_read_again(value: Any) -> None:
    """Text, addresses, languages and slugs are read from themselves."""
    for read in (read_text, read_url, read_email, read_language, read_slug, read_tags):
        first, wrong = _outcome(read, value)
        if wrong is None:
            assert read(list(first) if isinstance(first, tuple) else first) == first


def _outcome(read: Callable[[object], object], value: object) -> tuple[Any, Wrong | None]:
    try:
        return read(value), None
    except Wrong as wrong:
        return None, wrong


AMOUNTS = st.decimals("0.01", "9999999", places=2, allow_nan=False)
SALARIES = st.builds(
    lambda currency, unit, ends, opened: Salary(
        currency,
        unit,
        None if opened == "low" else min(ends).normalize(),
        None if opened == "high" else max(ends).normalize(),
    ),
    st.sampled_from(sorted(CURRENCIES)),
    st.sampled_from(list(SalaryUnit)),
    st.tuples(AMOUNTS, AMOUNTS),
    st.sampled_from(["low", "high", ""]),
)


@given(salary=SALARIES)
def test_pay_is_read_back_as_it_was_written(salary: Salary) -> None:
    """Every line that is offered for pay means the pay that it was made from, and nothing of it is kept as words."""
    assert read_salary(written(salary)) == SalaryRead(salary)


NO_PAY = (
    "learning budget|training allowance|401(k) match|stipend|voucher|sign-on bonus|home-office budget|Series A funding|in revenue|turnover|seed round|valuation|"
    "donation|relocation package|Weiterbildungsbudget|Gutschein|Umsatz|Zuschuss zum Jobticket|chiffre d'affaires|levée de fonds|OTE|on-target earnings|discount|"
    "for each candidate you refer|insurance|equipment budget|travel credit"
).split("|")
SUMS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["€", "£", "$", "CHF ", "US$", "EUR "]),
    st.integers(1, 900_000).map("{:,}".format),
    st.sampled_from(
        ["", " per year", " a month", "/hour", "k", "k per annum", " p.a.", " im Monat", "-2,000,000 per year"]
    ),
)


@given(
    money=SUMS,
    thing=st.sampled_from(NO_PAY),
    start=st.sampled_from(
        ["", "We offer ", "You get a ", "Benefits: ", "- ", "There is a ", "We pay a ", "Wir bieten "]
    ),
    first=st.booleans(),
)
def test_what_is_no_pay_never_is_pay(money: str, thing: str, start: str, first: bool) -> None:  # noqa: FBT001 - drawn
    """A budget, a perk, a sum of the company's or what is earned with targets is no base pay, in a field or in a sentence."""
    text = f"{money} {thing}" if first else f"{thing} of {money}"
    assert read_salary(text).salary is None
    assert [one for one in proposals(f"{start}{text}.") if one.field == "salary"] == []


@given(
    text=st.lists(
        WORDS
        | st.sampled_from(
            [*NO_PAY, "The salary is ", "Location: ", "\n", "- ", "&euro;", "<br>", "**", "3 years of experience"]
        ),
        max_size=14,
    ).map(" ".join)
)
def test_proposals_stand_in_the_text(text: str) -> None:
    """Every proposal names a stretch of a line that is there, and a value that YAML and its field's reader take."""
    lines = text.split("\n")
    for one in proposals(text):
        assert 1 <= one.column <= one.column + one.length - 1 <= len(lines[one.line - 1])
        for value in (one.value, *one.alternatives):
            [(name, read)] = parse(f"---\n{one.field}: {value}\n---\n").values.items()
            by_name(POSTING)[normal(name)].read(read, ZoneInfo("UTC"))
