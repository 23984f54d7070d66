"""The rules of the group "pay": what the law asks of a posting where the applicant may live. Warnings, and no legal advice.

`pay_table` says which place asks what, since when, of whom, and by which source.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from site_builder.checking import pay_forbidden
from site_builder.checking.amounts_of_pay import states_pay
from site_builder.checking.pay_laws import ADVICE, ask, laws_for, named
from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import line_of
from site_builder.model.posting import SalaryUnit


@rule("pay-missing", Group.PAY)
def pay_missing(subject: Subject, _: date) -> Iterator[Found]:
    """The posting does not say the pay, where the law wants it.

    A growing number of states and countries do, for all who may do the job there: a remote job that is open to the whole United States
    falls under the laws of each state. How many employees an employer has is nothing that a program knows. This is not legal advice; the
    table of the laws names sources and the day on which they were looked up. Say what the job pays, where the law wants it in the posting.

    Source: https://www.tcwglobal.com/pay-transparency-by-state
    Wrong:
        locations: Denver, Colorado, USA
    Right:
        locations: Denver, Colorado, USA
        salary: 60000-75000 USD per YEAR
    """
    posting = subject.posting
    if posting.salary or (posting.salary_text and any(map(str.isdigit, posting.salary_text))):
        return
    laws = laws_for(subject)
    if laws and not states_pay(subject):
        yield Found(
            _line(subject),
            f"{named(laws)} {ask(laws)} for the pay in the posting",
            f"Add `salary: 60000-75000 {_CURRENCIES[laws[0].country]} per YEAR` with your own figures. {ADVICE}",
        )


@rule("pay-open-ended", Group.PAY)
def pay_open_ended(subject: Subject, _: date) -> Iterator[Found]:
    """The pay has one end alone, where the law wants a range.

    "Up to" and "from" alone are not enough in some states: they want the lowest and the highest pay. This is not legal advice. Give the
    range of pay both ends, where the law wants a range.

    Source: https://mathewsdinsdale.com/?p=25654 (British Columbia)
    Source: https://blog.dciconsult.com/mn-pay-transparency-law-effective (Minnesota)
    Wrong:
        locations: Seattle, Washington, USA
        salary: {currency: USD, max: 90000, unit: YEAR}
    Right:
        locations: Seattle, Washington, USA
        salary: 70000-90000 USD per YEAR
    """
    salary = subject.posting.salary
    if salary and (salary.minimum is None) != (salary.maximum is None):
        laws = laws_for(subject, lambda law: law.closed)
        if laws:
            yield Found(
                line_of(subject, "salary"),
                f"{named(laws)} {ask(laws)} for a range of pay with both ends",
                f"Write the lowest and the highest pay that you expect. {ADVICE}",
            )


@rule("pay-range-wide", Group.PAY)
def pay_range_wide(subject: Subject, _: date) -> Iterator[Found]:
    """The range of pay is wider than the law allows.

    In Ontario the ends of a range may lie 50,000 dollars a year apart, unless the pay may exceed 200,000. This is not legal advice. Keep
    the range of pay as narrow as the law wants it.

    Source: https://sherrardkuzz.com/newsblast/job-posting-rules-for-ontario-employers-in-force-january-1-2026
    Wrong:
        locations: Toronto, Ontario, Canada
        salary: 60000-120000 CAD per YEAR
    Right:
        locations: Toronto, Ontario, Canada
        salary: 80000-120000 CAD per YEAR
    """
    salary = subject.posting.salary
    if salary is None or salary.minimum is None or salary.maximum is None:
        return
    for law in laws_for(subject, lambda law: bool(law.widest)):
        spread, most = ((amount * _A_YEAR[salary.unit]) for amount in (salary.maximum - salary.minimum, salary.maximum))
        if salary.currency == _CURRENCIES[law.country] and spread > law.widest and most <= law.widest_below:
            yield Found(
                line_of(subject, "salary"),
                f"the ends of the pay are {spread:,.0f} {salary.currency} a year apart; {law.name} allows {law.widest:,} to employers of {law.employees} people or more",
                f"Write a narrower range, or one posting for each level. {ADVICE}",
            )


@rule("pay-benefits-missing", Group.PAY)
def pay_benefits_missing(subject: Subject, _: date) -> Iterator[Found]:
    """The posting seems not to describe the benefits, where the law wants it.

    Some states want a general description of health insurance, retirement, paid days off and other pay. A program cannot read whether a
    text describes them; it asks where no usual word for them is found. This is not legal advice. Describe the benefits, where the law wants
    it in the posting.

    Source: https://regulations.justia.com/states/colorado/1100/1101-d-1/rule-7-ccr-1103-18/rule-7-ccr-1103-18-11
    Wrong:
        locations: Denver, Colorado, USA

        You repair gauges.
    Right:
        locations: Denver, Colorado, USA
        benefits: [health insurance, 25 days of holiday]
    """
    laws = [] if subject.posting.benefits else laws_for(subject, lambda law: law.benefits)
    if laws and speech_of(subject).language == "en" and _BENEFITS.isdisjoint(speech_of(subject).words):
        yield Found(
            _line(subject),
            f"does the posting describe the benefits? {named(laws)} {ask(laws)} for it",
            f"Add `benefits: [health insurance, 25 days of holiday]` with your own, or a paragraph. {ADVICE}",
        )


@rule("pay-deadline-missing", Group.PAY)
def pay_deadline_missing(subject: Subject, _: date) -> Iterator[Found]:
    """The posting does not say until when one can apply, where the law wants it.

    Colorado wants the last day to apply, or a sentence that there is none. This is not legal advice. Say until when one can apply, or that
    applications are taken all the time, where the law wants it.

    Source: https://regulations.justia.com/states/colorado/1100/1101-d-1/rule-7-ccr-1103-18/rule-7-ccr-1103-18-11
    Wrong:
        locations: Denver, Colorado, USA

        You repair gauges.
    Right:
        locations: Denver, Colorado, USA

        You repair gauges. We accept applications on an ongoing basis.
    """
    laws = [] if subject.posting.valid_through else laws_for(subject, lambda law: law.deadline)
    if laws and not _DEADLINE.search(subject.words):
        yield Found(
            _line(subject),
            f"{named(laws)} {ask(laws)} for the last day to apply, or for a sentence that there is none",
            f'Add `valid_through: YEAR-MONTH-DAY`, or write "We accept applications on an ongoing basis". {ADVICE}',
        )


@rule("pay-vacancy-unsaid", Group.PAY)
def pay_vacancy_unsaid(subject: Subject, _: date) -> Iterator[Found]:
    """The posting does not say what Ontario asks: whether the job is vacant, and whether a program screens applicants.

    Since 2026 postings in Ontario say whether they are for an existing vacancy, and whether artificial intelligence is used to screen,
    assess or select applicants. This is not legal advice. Say whether the job is vacant, and whether a program screens applicants, where
    the law wants it.

    Source: https://sherrardkuzz.com/newsblast/job-posting-rules-for-ontario-employers-in-force-january-1-2026
    Wrong:
        locations: Toronto, Ontario, Canada

        You repair gauges.
    Right:
        locations: Toronto, Ontario, Canada

        You repair gauges. This posting is for an existing vacancy. We use no artificial intelligence to screen applicants.
    """
    laws = laws_for(subject, lambda law: law.name == "Ontario")
    words = speech_of(subject).words if laws else frozenset[str]()
    lacking = []
    if laws and _VACANCY.isdisjoint(words):
        lacking.append("whether it is for an existing vacancy")
    if laws and not ("artificial" in words or "ai" in words):
        lacking.append("whether artificial intelligence screens applicants")
    if lacking:
        yield Found(
            _line(subject),
            f"{named(laws)} {ask(laws)} postings to say {' and '.join(lacking)}",
            f'Write for example "This posting is for an existing vacancy. We use no artificial intelligence to screen applicants." {ADVICE}',
        )


def _line(subject: Subject) -> int:
    return line_of(subject, "applicant_locations", "locations", "remote")


_CURRENCIES = {"US": "USD", "CA": "CAD", "AT": "EUR", "LV": "EUR", "LT": "EUR", "IT": "EUR"}
_A_YEAR = {
    SalaryUnit.HOUR: Decimal(2080),
    SalaryUnit.DAY: Decimal(260),
    SalaryUnit.WEEK: Decimal(52),
    SalaryUnit.MONTH: Decimal(12),
    SalaryUnit.YEAR: Decimal(1),
}
_BENEFITS = frozenset(
    "benefit benefits perks insurance health healthcare medical dental vision pension retirement 401k holiday holidays vacation pto vesting equity leave".split()
)
_DEADLINE = re.compile(
    r"\b(?:ongoing|rolling|continuous) (?:basis|recruitment|applications?)|\b(?:application )?deadline(?:(?: to apply| for applications?)? is|:| to apply| for appl)|\bapply (?:by|before|until) (?!e-?mail|sending)|\bappl(?:y|ications?) (?:must be |are )?(?:received |accepted |due )?(?:by|until|before|no later)\b|\bclosing date|\bcloses on\b|\buntil (?:the (?:position|job|role|vacancy) is )?filled\b|\bopen until\b",
    re.IGNORECASE,
)
_VACANCY = frozenset("vacancy vacancies vacant".split())

RULES: tuple[Rule, ...] = (
    pay_missing, pay_open_ended, pay_range_wide, pay_benefits_missing, pay_deadline_missing, pay_vacancy_unsaid, *pay_forbidden.RULES,
)  # fmt: skip
