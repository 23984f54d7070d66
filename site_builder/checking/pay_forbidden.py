"""Rules about what the law forbids a posting to say where the applicant may live. Warnings, and no legal advice."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.pay_laws import ADVICE, laws_for, named
from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_text


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
            f"Take it out and state the pay. {ADVICE}",
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
    laws = laws_for(subject, lambda law: law.history)
    for spot in in_text(subject, _HISTORY) if laws else ():
        if not _NOT.search(subject.rows[spot.line - 1][: spot.column - 1]):
            yield spot.found(
                f'"{spot.words}": {named(laws)} {"forbids" if len(laws) == 1 else "forbid"} to ask for earlier pay',
                f'Ask for "salary expectations" instead. {ADVICE}',
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
    if "canadian" in speech_of(subject).words and laws_for(subject, lambda law: law.name == "Ontario"):
        for spot in in_text(subject, _CANADIAN):
            yield spot.found(
                f'Ontario forbids to require "{spot.words}"', f"Say what has to be known or done before. {ADVICE}"
            )


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
    pay_state_excluded, pay_history_asked, experience_canadian,
)  # fmt: skip
