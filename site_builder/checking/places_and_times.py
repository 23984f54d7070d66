"""Rules about where and when: what the text says otherwise than the fields, and dates that cannot be meant."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_text, in_title, line_of
from site_builder.model.posting import EmploymentType, RemoteRule
from site_builder.model.site import State, state_on

LONGEST_DAYS = 366
"""Days between a posting's day and its last above which the last is doubted."""


@rule("remote-text-office", Group.CONTENT)
def remote_text_office(subject: Subject, _: date) -> Iterator[Found]:
    """The posting is remote, but its text asks people to come to an office.

    Google allows TELECOMMUTE for jobs that are done from elsewhere all the time, not for hybrid ones. Applicants who live far away find out
    in the interview. Write `remote: full` only where nobody has to come to an office.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (jobLocationType)
    Wrong:
        remote: full

        You work three days a week in our office.
    Right:
        remote: hybrid

        You work three days a week in our office.
    """
    if subject.posting.remote is not RemoteRule.FULL or _OFFICE_WORDS.isdisjoint(speech_of(subject).words):
        return
    for spot in in_text(subject, _OFFICE):
        if not _NEGATED.search(subject.rows[spot.line - 1], 0, spot.column - 1):
            yield spot.found(
                f'`remote` says that the work is always done from elsewhere, but the text says "{spot.words}"',
                "Write `remote: hybrid` and the office in `locations`, or correct the text.",
            )
            return


@rule("remote-text-away", Group.CONTENT)
def remote_text_away(subject: Subject, _: date) -> Iterator[Found]:
    """The text says that the job is remote, but `remote` does not.

    A job whose text says "100% remote" and whose field says `none` or `hybrid` is not found by those who look for remote work. Let `remote`
    and the text say the same.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (jobLocationType)
    Wrong:
        remote: none

        This is a 100% remote position.
    Right:
        remote: full

        This is a 100% remote position.
    """
    if subject.posting.remote not in {RemoteRule.NONE, RemoteRule.HYBRID} or _AWAY_WORDS.isdisjoint(
        speech_of(subject).words
    ):
        return
    for spot in in_text(subject, _AWAY):
        if not _NEGATED.search(subject.rows[spot.line - 1], 0, spot.column - 1):
            yield spot.found(
                f'`remote` says {subject.posting.remote}, but the text says "{spot.words}"',
                "Write `remote: full` with `applicant_locations`, or correct the text.",
            )
            return


@rule("employment-type-title", Group.CONTENT)
def employment_type_title(subject: Subject, _: date) -> Iterator[Found]:
    """The title speaks of another kind of employment than `employment_type`.

    An internship that is marked as full-time only is shown to people who look for a permanent job. Let the title and `employment_type` say
    the same.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (employmentType)
    Wrong:
        title: Hydrology (internship)
        employment_type: FULL_TIME
    Right:
        title: Hydrology (internship)
        employment_type: [INTERN, FULL_TIME]
    """
    stated = subject.posting.employment_types
    if not stated:
        return
    found = _KIND.search(subject.posting.title)
    if found and found.lastgroup:
        meant = EmploymentType(found.lastgroup)
        if meant not in stated and not (meant is EmploymentType.INTERN and EmploymentType.OTHER in stated):
            yield in_title(subject, *found.span(found.lastgroup)).found(
                f'the title says "{found[found.lastgroup]}", but `employment_type` does not say {meant}',
                f"Write `employment_type: [{', '.join((meant, *stated))}]`, or correct the title.",
            )


@rule("valid-through-far", Group.CONTENT)
def valid_through_far(subject: Subject, _: date) -> Iterator[Found]:
    """The posting ends more than a year after its first day.

    More than a year after its first day, an end is mostly a slip (2072) or a way to say "never": leave `valid_through` out then, as Google
    asks. Give a posting an end that is meant.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (validThrough: leave it out where a job has no end)
    Wrong:
        date_posted: 2026-11-02
        valid_through: 2062-12-24
    Right:
        date_posted: 2026-11-02
        valid_through: 2026-12-24
    """
    posted, last = subject.posting.date_posted, subject.posting.valid_through
    if posted and last and (last.astimezone(subject.config.zone).date() - posted).days > LONGEST_DAYS:
        yield Found(
            line_of(subject, "valid_through"),
            f"the posting ends on {last.astimezone(subject.config.zone).date()}, more than a year after {posted}",
            "Correct the year, or leave `valid_through` out if nobody knows the end.",
        )


@rule("date-posted-old", Group.CONTENT, by_day=True)
def date_posted_old(subject: Subject, today: date) -> Iterator[Found]:
    """The posting is old and has no end.

    Jobs that were filled long ago and still stand online are why people do not trust careers sites; Google takes action against sites with
    expired jobs. A posting of more than four months without an end is asked about. One that was looked through again says so in
    `date_modified`. Say when a posting ends, or say that it is still open.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (remove expired jobs)
    Wrong:
        date_posted: 2025-01-07
    Right:
        date_posted: 2025-01-07
        date_modified: 2026-11-02
    """
    posting = subject.posting
    if posting.date_posted is None or posting.valid_through is not None:
        return
    newest = max(day for day in (posting.date_posted, posting.date_modified, posting.opens_on) if day)
    age = today - newest
    if (
        age > timedelta(days=subject.config.check.oldest_days)
        and state_on(today, posting, subject.config.zone) is State.OPEN
    ):
        yield Found(
            line_of(subject, "date_posted"),
            f"the posting is {age.days} days old and has no end",
            "If the job is filled, write `open: false`; if not, add `valid_through: YEAR-MONTH-DAY`, or `date_modified` with the day on which you looked it through.",
        )


@rule("date-posted-future", Group.CONTENT, by_day=True)
def date_posted_future(subject: Subject, today: date) -> Iterator[Found]:
    """The posting says that it was posted on a day to come.

    Google wants the day of the first posting. A posting that is to appear later has `opens_on`. Write the day on which the job was first
    posted, not a day to come.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (datePosted)
    Wrong:
        date_posted: 2027-11-02
    Right:
        date_posted: 2026-11-02
    """
    posted = subject.posting.date_posted
    if posted and posted > today and state_on(today, subject.posting, subject.config.zone) is State.OPEN:
        yield Found(
            line_of(subject, "date_posted"),
            f"the posting says that it was posted on {posted}, which is still to come",
            f"Correct the date; if the job is to appear on that day, add `opens_on: {posted}`.",
        )


_DAYS = r"(?:[1-5]|one|two|three|four|five|ein|zwei|drei|vier|deux|trois|quatre)"
_OFFICE_WORDS = frozenset("office onsite site hybrid büro bureau bureaux".split())
_OFFICE = re.compile(
    rf"\b{_DAYS}(?: ?[-–] ?{_DAYS}| (?:to|or) {_DAYS})?(?: full)? days?(?: (?:per|a|each|every) week)?,? (?:in (?:the|our)|at (?:the|our)) (?:\w+ )?offices?\b"
    rf"|\b{_DAYS}(?: ?[-–] ?{_DAYS})? days?(?: (?:per|a|each|every) week)?,? (?:on[- ]?site)\b"
    r"|\bhybrid (?:work|working|role|position|schedule|model|job|arrangement)\b|\bthis is an? (?:on-?site|in-office|office-based) (?:role|position|job)\b"
    rf"|\b{_DAYS} tagen? (?:pro|in der|die) woche (?:im|in unserem) büro\b|\bhybride[sr]? (?:arbeit|arbeitsmodell|stelle)\w*"
    rf"|\b{_DAYS} jours? (?:par semaine )?(?:au|dans nos|dans le) bureaux?\b",
    re.IGNORECASE,
)
_AWAY_WORDS = frozenset("remote remotely telecommute ortsunabhängig télétravail".split())
_AWAY = re.compile(
    r"\b(?:100 ?%|fully|completely|entirely)[- ]remote (?:role|position|job|team member|work)\b|\b(?:role|position|job) (?:is|will be) (?:100 ?%|fully|completely|entirely) remote\b"
    r"|\b100 ?% (?:remote|ortsunabhängig|télétravail|en télétravail)\b|\btélétravail (?:complet|total)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|no|never|kein\w*|nicht|pas|aucun)\b[^.;]{0,30}$", re.IGNORECASE)
_KIND = re.compile(
    r"(?:[(\[,–—|]|\s-)\s*(?:(?P<INTERN>intern(?:ship)?|praktikum|praktikant(?:in)?|stage|stagiaire)|(?P<PART_TIME>part[- ]time|teilzeit|temps partiel)"
    r"|(?P<CONTRACTOR>freelance|contractor)|(?P<VOLUNTEER>volunteer|ehrenamt\w*|bénévole))\s*(?:[)\]]|$)",
    re.IGNORECASE,
)

RULES: tuple[Rule, ...] = (
    remote_text_office, remote_text_away, employment_type_title, valid_through_far, date_posted_old, date_posted_future,
)  # fmt: skip
