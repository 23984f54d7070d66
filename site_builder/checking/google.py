"""The rules of the group "google": what a posting lacks for Google for Jobs, beyond what reading it already asks for.

Reading reports what Google requires (title, organization, date_posted, a place with its country, or the countries of a remote job) and a way to
apply. Here is what it wants in addition, each with the line to add.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from site_builder.checking import google_policies
from site_builder.checking.amounts_of_pay import states_pay
from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_field, line_of
from site_builder.checking.texts import text_unbroken
from site_builder.model.posting import RemoteRule
from site_builder.model.problem import Severity


@rule("salary-missing", Group.GOOGLE, Severity.NOTE)
def salary_missing(subject: Subject, _: date) -> Iterator[Found]:
    """The posting does not say what the job pays.

    Pay is what people look for first, and Google shows and filters by it. It wants the employer's own base pay, never an estimate: leave it
    out if you do not know it. Say what the job pays.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (baseSalary, recommended)
    Right:
        salary: 60000-75000 EUR per YEAR
    """
    if subject.posting.salary or subject.posting.salary_text:
        return
    line = states_pay(subject)
    if line:
        yield Found(
            line,
            "the text states the pay, where search engines, feeds and filters do not read it",
            "Write it as a field, too: `salary: 60000-75000 EUR per YEAR`.",
        )
    else:
        yield Found(
            1,
            "the posting does not say what the job pays; Google for Jobs recommends it",
            "Add `salary: 60000-75000 EUR per YEAR` with your own figures.",
        )


@rule("salary-half-open", Group.GOOGLE)
def salary_half_open(subject: Subject, _: date) -> Iterator[Found]:
    """The pay has one end alone.

    Google takes one amount, or the lowest and the highest; "from" or "up to" alone is half of that. "Up to" promises what few are paid.
    Give pay both ends, or one amount.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (baseSalary: value, or minValue and maxValue)
    Wrong:
        salary: {currency: EUR, max: 75000, unit: YEAR}
    Right:
        salary: {currency: EUR, min: 60000, max: 75000, unit: YEAR}
    """
    salary = subject.posting.salary
    if salary and (salary.minimum is None) != (salary.maximum is None):
        lacking, amount = ("lowest", salary.maximum) if salary.minimum is None else ("highest", salary.minimum)
        yield Found(
            line_of(subject, "salary"),
            f"the pay does not say its {lacking} amount",
            f"Write both ends, such as `salary: 60000-75000 {salary.currency} per {salary.unit}`, or `{amount:f} {salary.currency} per {salary.unit}` if that is what everybody is paid.",
        )


@rule("employment-type-missing", Group.GOOGLE, Severity.NOTE)
def employment_type_missing(subject: Subject, _: date) -> Iterator[Found]:
    """The posting does not say whether the job is full-time, part-time, an internship.

    Google and boards filter by it; without it the job is left out where people choose "part-time". Say whether the job is full-time, part-
    time, an internship ...

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (employmentType, recommended)
    Right:
        employment_type: FULL_TIME
    """
    if not subject.posting.employment_types and not subject.posting.employment_text:
        yield Found(
            1,
            "the posting does not say whether the job is full-time or part-time; Google for Jobs recommends it",
            "Add `employment_type: FULL_TIME`, or PART_TIME, CONTRACTOR, TEMPORARY, INTERN, VOLUNTEER, PER_DIEM; `[FULL_TIME, PART_TIME]` leaves the choice.",
        )


@rule("valid-through-missing", Group.GOOGLE, Severity.NOTE)
def valid_through_missing(subject: Subject, _: date) -> Iterator[Found]:
    """The posting does not say until when one can apply.

    Google requires the day where there is one, and asks to leave it out where nobody knows it: do not invent one. With it the posting
    closes by itself, on the page and in Google. Say until when one can apply, if there is such a day.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (validThrough)
    Right:
        valid_through: 2027-01-31
    """
    if subject.posting.valid_through is None and subject.posting.open:
        yield Found(
            1,
            "the posting does not say until when one can apply",
            "Add `valid_through: YEAR-MONTH-DAY`, if the job has an end.",
        )


@rule("remote-unsaid", Group.GOOGLE)
def remote_unsaid(subject: Subject, _: date) -> Iterator[Found]:
    """The posting is remote, but its text does not say so.

    Google shows a job as remote only where its description says so, too. Say in the text of a remote job that it is remote.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (jobLocationType: the description must say that the job is 100% remote)
    Wrong:
        remote: full

        You answer our customers' questions in writing.
    Right:
        remote: full

        You answer our customers' questions in writing, always from home: the job is fully remote.
    """
    if subject.posting.remote is not RemoteRule.FULL or not subject.words:
        return
    speech = speech_of(subject)
    said = _SAYS_REMOTE.get(speech.language)
    if said and not said.search(f"{subject.posting.title}\n{subject.words}"):
        yield Found(
            line_of(subject, "remote", "locations"),
            "the posting is remote, but its text does not say so, as Google for Jobs wants",
            "Say in the text that the job is done remotely all the time, and from where.",
        )


@rule("direct-apply-elsewhere", Group.GOOGLE)
def direct_apply_elsewhere(subject: Subject, _: date) -> Iterator[Found]:
    """The posting says `direct_apply: true`, but applying happens on another site.

    Google means by it that nobody has to click "apply" again or to give the same data twice. A form on another site is rarely so. Write
    `direct_apply: true` only where people apply on your own site, or by e-mail, in one go.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (directApply)
    Wrong:
        direct_apply: true
        apply_url: https://boards.greenhouse.io/rillmark/jobs/7
    Right:
        direct_apply: true
        apply_email: jobs@rillmark.de
    """
    posting = subject.posting
    if posting.direct_apply and posting.apply_url and not posting.apply_email:
        there, here = urlsplit(posting.apply_url).hostname or "", urlsplit(subject.config.base_url).hostname or ""
        own = urlsplit(posting.organization.url or "").hostname or here
        if _domain(there) not in {_domain(here), _domain(own)}:
            yield Found(
                line_of(subject, "direct_apply"),
                f"`direct_apply` is true, but applying happens on {there}",
                "Leave `direct_apply` out, unless the form there is short and asks for nothing twice.",
            )


@rule("organization-url-missing", Group.GOOGLE, Severity.NOTE, asked=True)
def organization_url_missing(subject: Subject, _: date) -> Iterator[Found]:
    """The organization has no web site.

    Google uses it to tell the company from others of its name, and to find its logo. Name the company's own web site.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (hiringOrganization: sameAs, recommended)
    Right:
        organization_url: https://rillmark.de/
    """
    organization = subject.posting.organization
    if not organization.url and not organization.same_as and "organization" in subject.lines:
        yield in_field(subject, "organization", organization.name).found(
            f"{organization.name} has no web site here, which Google recommends",
            "Add `organization_url: https://…`.",
        )


def _domain(host: str) -> str:
    """Return a host's last two names, which is enough to tell `jobs.rillmark.de` from a program for applications."""
    return ".".join(host.casefold().split(".")[-2:])


_SAYS_REMOTE = {
    "en": re.compile(r"remote|telecommut|telework|work(?:ing)?[- ]from[- ](?:home|anywhere)|home[- ]?(?:based|office)|distributed|anywhere|\bWFH\b|from home", re.IGNORECASE),
    "de": re.compile(r"remote|home[- ]?office|ortsunabhängig|von zu ?hause|mobil|telearbeit|von überall|distanz", re.IGNORECASE),
    "fr": re.compile(r"remote|télétravail|à distance|distanciel|de chez (?:vous|toi|soi)|n'importe où", re.IGNORECASE),
}  # fmt: skip

RULES: tuple[Rule, ...] = (
    salary_missing, salary_half_open, employment_type_missing, valid_through_missing, remote_unsaid, direct_apply_elsewhere, organization_url_missing, text_unbroken, *google_policies.RULES,
)  # fmt: skip
