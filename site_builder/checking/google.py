"""The rules of the group "google": what a posting lacks for Google for Jobs, beyond what reading it already asks for.

Reading reports what Google requires (title, organization, date_posted, a place with its country, or the countries of a remote job) and a way to
apply. Here is what it wants in addition, each with the line to add.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from site_builder.checking.amounts_of_pay import states_pay
from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_field, in_text, in_title, line_of
from site_builder.checking.texts import text_unbroken
from site_builder.model.posting import RemoteRule


@rule("salary-missing", Group.GOOGLE)
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


@rule("employment-type-missing", Group.GOOGLE)
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


@rule("valid-through-missing", Group.GOOGLE)
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


@rule("title-several", Group.GOOGLE)
def title_several(subject: Subject, _: date) -> Iterator[Found]:
    """The title speaks of several jobs.

    Google takes a page for one job. A collection is found under none of its jobs' names, and nobody can close one of them. Write one
    posting for each job.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (one job on a page)
    Wrong:
        title: Various jobs at the workshop
    Right:
        title: Electronics Technician
    """
    found = _SEVERAL.search(subject.posting.title)
    if found:
        yield in_title(subject, *found.span()).found(
            f'"{found[0].strip()}" in the title speaks of several jobs',
            "Write one posting for each of them, named for the job; how many people you seek for one job belongs into the text.",
        )


@rule("title-no-job", Group.GOOGLE)
def title_no_job(subject: Subject, _: date) -> Iterator[Found]:
    """The posting calls for a pool of applicants, not for a job.

    "Unsolicited application" is no job that somebody can have, and Google wants postings of open jobs alone. A page of its own says it
    better: `content/pages/`. Keep calls for a pool of applicants out of the postings.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (irrelevant content; jobs that do not exist)
    Wrong:
        title: Join our talent pool
    Right:
        title: Gardener
    """
    found = _NO_JOB.search(subject.posting.title)
    if found:
        yield in_title(subject, *found.span()).found(
            f'"{found[0]}" is no job that somebody can have now',
            "Make it a page under `content/pages/`; Google for Jobs wants open jobs only.",
        )


@rule("fee-asked", Group.GOOGLE)
def fee_asked(subject: Subject, _: date) -> Iterator[Found]:
    """The text asks applicants for money.

    Google shows no postings that do, and in many countries it is forbidden. Fees are a sign of fraud to job seekers. Ask applicants for no
    money.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (no payment from applicants)
    Wrong:
        An application fee of 20 euros is due with your letter.
    Right:
        Applying is free.
    """
    if _FEE_WORDS.isdisjoint(speech_of(subject).words):
        return
    for spot in in_text(subject, _FEE):
        if not _NO.search(subject.rows[spot.line - 1]):
            yield spot.found(
                f'"{spot.words}" asks applicants for money', "Take it out: Google for Jobs shows no such postings."
            )


@rule("organization-url-missing", Group.GOOGLE, asked=True)
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
_SEVERAL = re.compile(
    r"^(?:\d{1,2} ?x? +(?!(?:hours?|h|months?|weeks?|years?|std|stunden|monate|mois|semaines)\b)(?=[^\W\d]{3})|deux |trois |quatre |plusieurs |two |three |zwei |drei |mehrere |diverse |verschiedene )"
    r"|: (?:deux|trois|plusieurs)\b|\b(?:various|multiple|several) (?:jobs|roles|positions|openings|vacancies)\b|\b(?:jobs|stellen|openings|vacancies|postes)\b(?!@)",
    re.IGNORECASE,
)
_NO_JOB = re.compile(
    r"\b(?:talent (?:pool|community|network)|(?:open|general|spontaneous|speculative|unsolicited) application|initiativbewerbung|candidature spontanée|future (?:opportunities|openings)|expressions? of interest)\b",
    re.IGNORECASE,
)
_FEE_WORDS = frozenset("fee fees bewerbungsgebühr gebühr frais deposit kaution".split())
_FEE = re.compile(
    r"\b(?:application|registration|recruitment|processing|training|onboarding) fees?\b(?= (?:of|is|must|has|will|applies))|\bbewerbungsgebühr\w*|\bfrais (?:de dossier|de candidature|d['’]inscription)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|never|not|without|free|keine?|nicht|ohne|aucun\w*|sans|pas)\b", re.IGNORECASE)

RULES: tuple[Rule, ...] = (
    salary_missing, salary_half_open, employment_type_missing, valid_through_missing, remote_unsaid, direct_apply_elsewhere, title_several,
    title_no_job, fee_asked, text_unbroken, organization_url_missing,
)  # fmt: skip
