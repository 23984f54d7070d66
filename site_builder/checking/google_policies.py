"""Rules of Google's policies on content: one job on a page, an open one, and no money asked."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_text, in_title


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
    title_several, title_no_job, fee_asked,
)  # fmt: skip
