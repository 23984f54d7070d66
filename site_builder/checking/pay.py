"""The rules of the group "pay": what the law asks of a posting where the applicant may live. Warnings, and no legal advice.

`pay_table` says which place asks what, since when, of whom, and by which source.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from site_builder.checking.amounts_of_pay import states_pay
from site_builder.checking.pay_table import LAWS, Law
from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_text, line_of
from site_builder.model.posting import Place, RemoteRule, SalaryUnit

_ADVICE = "This is not legal advice."


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
    laws = _laws(subject)
    if laws and not states_pay(subject):
        yield Found(
            _line(subject),
            f"{_names(laws)} {_ask(laws)} for the pay in the posting",
            f"Add `salary: 60000-75000 {_CURRENCIES[laws[0].country]} per YEAR` with your own figures. {_ADVICE}",
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
        laws = _laws(subject, lambda law: law.closed)
        if laws:
            yield Found(
                line_of(subject, "salary"),
                f"{_names(laws)} {_ask(laws)} for a range of pay with both ends",
                f"Write the lowest and the highest pay that you expect. {_ADVICE}",
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
    for law in _laws(subject, lambda law: bool(law.widest)):
        spread, most = ((amount * _A_YEAR[salary.unit]) for amount in (salary.maximum - salary.minimum, salary.maximum))
        if salary.currency == _CURRENCIES[law.country] and spread > law.widest and most <= law.widest_below:
            yield Found(
                line_of(subject, "salary"),
                f"the ends of the pay are {spread:,.0f} {salary.currency} a year apart; {law.name} allows {law.widest:,} to employers of {law.employees} people or more",
                f"Write a narrower range, or one posting for each level. {_ADVICE}",
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
    laws = [] if subject.posting.benefits else _laws(subject, lambda law: law.benefits)
    if laws and speech_of(subject).language == "en" and _BENEFITS.isdisjoint(speech_of(subject).words):
        yield Found(
            _line(subject),
            f"does the posting describe the benefits? {_names(laws)} {_ask(laws)} for it",
            f"Add `benefits: [health insurance, 25 days of holiday]` with your own, or a paragraph. {_ADVICE}",
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
    laws = [] if subject.posting.valid_through else _laws(subject, lambda law: law.deadline)
    if laws and not _DEADLINE.search(subject.words):
        yield Found(
            _line(subject),
            f"{_names(laws)} {_ask(laws)} for the last day to apply, or for a sentence that there is none",
            f'Add `valid_through: YEAR-MONTH-DAY`, or write "We accept applications on an ongoing basis". {_ADVICE}',
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
    laws = _laws(subject, lambda law: law.name == "Ontario")
    words = speech_of(subject).words if laws else frozenset[str]()
    lacking = []
    if laws and _VACANCY.isdisjoint(words):
        lacking.append("whether it is for an existing vacancy")
    if laws and not ("artificial" in words or "ai" in words):
        lacking.append("whether artificial intelligence screens applicants")
    if lacking:
        yield Found(
            _line(subject),
            f"{_names(laws)} {_ask(laws)} postings to say {' and '.join(lacking)}",
            f'Write for example "This posting is for an existing vacancy. We use no artificial intelligence to screen applicants." {_ADVICE}',
        )


@rule("pay-state-excluded", Group.PAY)
def pay_state_excluded(subject: Subject, _: date) -> Iterator[Found]:
    """The text shuts out applicants from a state that asks for the pay.

    "Not in Colorado" does not take a company with people in Colorado out of its law, and the state investigates such postings. This is not
    legal advice. Leave out sentences that shut out applicants from a state because of its law on pay.

    Source: https://www.koaa.com/rebound/hiring-during-coronavirus/why-some-remote-work-job-postings-are-excluding-coloradans
    Wrong:
        This job can be done from all states except Colorado.
    Right:
        This job can be done from all states.
    """
    if "colorado" not in speech_of(subject).words:
        return
    for spot in in_text(subject, _EXCLUDED):
        yield spot.found(
            f'"{spot.words}" does not free an employer with people in Colorado from its law',
            f"Take it out and state the pay. {_ADVICE}",
        )


@rule("pay-history-asked", Group.PAY)
def pay_history_asked(subject: Subject, _: date) -> Iterator[Found]:
    """The text asks for earlier pay, where the law forbids it.

    Many states and countries forbid to ask for earlier pay, since it carries an old difference into a new job. This is not legal advice.
    Ask what an applicant expects, not what an earlier employer paid.

    Source: https://www.aauw.org/resources/policy/state-and-local-salary-history-bans/
    Wrong:
        locations: Denver, Colorado, USA

        Please send your salary history.
    Right:
        locations: Denver, Colorado, USA

        Please send your salary expectations.
    """
    if _HISTORY_WORDS.isdisjoint(speech_of(subject).words):
        return
    laws = _laws(subject, lambda law: law.history)
    for spot in in_text(subject, _HISTORY) if laws else ():
        if not _NOT.search(subject.rows[spot.line - 1][: spot.column - 1]):
            yield spot.found(
                f'"{spot.words}": {_names(laws)} {"forbids" if len(laws) == 1 else "forbid"} to ask for earlier pay',
                f'Ask for "salary expectations" instead. {_ADVICE}',
            )


@rule("experience-canadian", Group.PAY)
def experience_canadian(subject: Subject, _: date) -> Iterator[Found]:
    """The text requires Canadian experience, where the law forbids it.

    Postings in Ontario may not require it since 2026. Say what has to be known, such as a building code. This is not legal advice. Ask for
    experience, not for Canadian experience.

    Source: https://employmentandlabour.com/the-countdown-is-on-for-ontario-employers-to-update-their-job-postings
    Wrong:
        locations: Toronto, Ontario, Canada

        Two years of Canadian experience are required.
    Right:
        locations: Toronto, Ontario, Canada

        Two years of experience with the Ontario Building Code are required.
    """
    if "canadian" in speech_of(subject).words and _laws(subject, lambda law: law.name == "Ontario"):
        for spot in in_text(subject, _CANADIAN):
            yield spot.found(
                f'Ontario forbids to require "{spot.words}"', f"Say what has to be known or done before. {_ADVICE}"
            )


def _laws(subject: Subject, asks: Callable[[Law], bool] = lambda _: True) -> list[Law]:
    """Return the laws of the places where the job may be done, as far as they ask for something."""
    posting = subject.posting
    places = {*posting.applicant_locations, *posting.locations}
    everywhere = posting.remote is RemoteRule.FULL
    return [law for law in LAWS if asks(law) and any(_holds(law, place, everywhere) for place in places)]


def _holds(law: Law, place: Place, everywhere: bool) -> bool:  # noqa: FBT001
    """Say whether a law holds at a place; in all states of a country where one may work `everywhere` in it."""
    if place.country != law.country:
        return False
    if not law.codes:
        return True
    return place.region.casefold() in law.codes if place.region else everywhere and not place.locality


def _names(laws: Sequence[Law]) -> str:
    """Name laws' places, the first three of them, with the size of employers that they mean."""
    named = [
        f"{law.name} (from {law.employees} employees on)" if law.employees > 1 else law.name for law in laws[:_NAMED]
    ]
    if len(laws) > _NAMED:
        named.append(f"{len(laws) - _NAMED} more {'places' if len(laws) > _NAMED + 1 else 'place'}")
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _ask(laws: Sequence[Law]) -> str:
    return "asks" if len(laws) == 1 else "ask"


def _line(subject: Subject) -> int:
    return line_of(subject, "applicant_locations", "locations", "remote")


_NAMED = 3
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
_EXCLUDED = re.compile(
    r"\b(?:not|except|excluding|exclude[sd]?|other than|outside of|outside)\b(?: \w+){0,6}? (?:in |from |for |of )?colorado(?: residents| applicants)?\b",
    re.IGNORECASE,
)
_HISTORY_WORDS = frozenset("salary compensation wage wages pay ctc".split())
_HISTORY = re.compile(
    r"\b(?:salary|wage|pay|compensation) history\b|\b(?:current|previous|past|last|most recent|present) (?:salary|wages?|compensation|ctc)\b(?! (?:range|scale|band))",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no|without|regardless of|don['’]t|do not)\b", re.IGNORECASE)
_CANADIAN = re.compile(r"\bcanadian (?:work |working |job |industry |market )?experience\b", re.IGNORECASE)

RULES: tuple[Rule, ...] = (
    pay_missing, pay_open_ended, pay_range_wide, pay_benefits_missing, pay_deadline_missing, pay_vacancy_unsaid, pay_state_excluded,
    pay_history_asked, experience_canadian,
)  # fmt: skip
