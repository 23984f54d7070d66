"""Rules about how a title is written: as a name, not as an advertisement."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.spots import in_title


@rule("title-signs", Group.CONTENT)
def title_signs(subject: Subject, _: date) -> Iterator[Found]:
    """The title holds emoji, exclamation marks or rows of signs.

    They look like advertising: boards hide such postings, Google may take them for spam, and screen readers read each sign aloud. Keep
    emoji, exclamation marks and rows of signs out of the title.

    Source: https://www.indeed.com/hire/resources/howtohub/indeed-rules-and-policies-for-employers
    Wrong:
        title: Sales Manager wanted!!!
    Right:
        title: Sales Manager
    """
    found = _SIGNS.search(subject.posting.title)
    if found and found[0] not in subject.posting.organization.name:
        yield in_title(subject, *found.span()).found(
            f'the title holds "{found[0].strip()}", which reads like advertising', "Take it out of the title."
        )


@rule("title-capitals", Group.CONTENT)
def title_capitals(subject: Subject, _: date) -> Iterator[Found]:
    """The title is written in capitals.

    Capitals are harder to read and look like shouting; Google's editorial policy and Indeed's standards name them. Write the title in
    ordinary letters, not in CAPITALS.

    Source: https://www.indeed.com/hire/resources/howtohub/indeed-rules-and-policies-for-employers
    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (editorial content policy)
    Wrong:
        title: SENIOR DATA ENGINEER
    Right:
        title: Senior Data Engineer
    """
    title = subject.posting.title
    if title.islower() or title.istitle() or not any(map(str.isupper, title)):
        return
    long = [word for word in _LETTERS.findall(title) if len(word) > 3]  # noqa: PLR2004  # shorter ones are abbreviations
    if len(long) > 1 and all(map(str.isupper, long)) and max(map(len, long)) > 5:  # noqa: PLR2004  # SCADA is one, too
        ordinary = _LETTERS.sub(lambda word: word[0].capitalize() if len(word[0]) > 3 else word[0], title)  # noqa: PLR2004
        yield in_title(subject, 0, len(title)).found(
            "the title is written in capitals", f"Write it in ordinary letters: `title: {ordinary}`."
        )


@rule("title-call", Group.CONTENT)
def title_call(subject: Subject, _: date) -> Iterator[Found]:
    """The title calls for applicants instead of naming the job.

    "We are hiring" and "urgent" tell no one what the job is, and no one searches for them. Would it stand on a business card? Then it is a
    title. Let the title be the job's name, not a call.

    Source: https://www.indeed.com/lead/getting-your-job-on-indeed-the-dos-and-donts
    Wrong:
        title: We are hiring a gardener
    Right:
        title: Gardener
    """
    found = _CALL.search(subject.posting.title)
    if found:
        yield in_title(subject, *found.span()).found(
            f'the title calls for applicants: "{found[0].strip()}"',
            "Write the job's name alone, such as `title: Gardener`.",
        )


@rule("title-article", Group.CONTENT)
def title_article(subject: Subject, _: date) -> Iterator[Found]:
    """The title begins with "a" or "une", like a piece of a sentence.

    A title is a name: with an article it reads like a piece of a sentence, and lists that are sorted by title sort by the article. Begin
    the title with the job's name, not with "a" or "une".

    Wrong:
        title: une développeuse ou un développeur
    Right:
        title: Développeuse ou développeur
    """
    found = _ARTICLE.match(subject.posting.title)
    if found:
        yield in_title(subject, *found.span(1)).found(
            f'the title begins with "{found[1]}", like a piece of a sentence', "Begin with the job's name."
        )


@rule("title-vague", Group.CONTENT)
def title_vague(subject: Subject, _: date) -> Iterator[Found]:
    """The title does not say which job it is.

    "Vacancy" or "Join us" is the title of any job; nobody finds or opens it. Say in the title which job it is.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (title: the title of the job)
    Wrong:
        title: Vacancy
    Right:
        title: Bookkeeper
    """
    title = subject.posting.title
    if title.casefold().strip(" .!:-") in _VAGUE:
        yield in_title(subject, 0, len(title)).found(
            f'"{title}" does not say which job it is', "Write the job's name, such as `title: Bookkeeper`."
        )


_SIGNS = re.compile(
    r"[!¡]+|(?<![\w/])\*+(?!\))|\*+(?![\w)*])|\${2,}|\?{2,}|([^\w\s])\1{2,}"
    r"|[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff\ufe0f]+"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_CALL = re.compile(
    r"\bwe(?:['’]re| are)? (?:hiring|looking for|recruiting|seeking)\b|\b(?:is|are|now) (?:hiring|recruiting|looking for)\b|\bhiring now\b"
    r"|\bjoin (?:us|our|the)\b|\bto join\b|\burgent(?:ly)?\b|\bimmediate(?:ly)? (?:hir|need)\w+|\bapply (?:now|for|today)\b|\bwanted\b|\b(?:required|needed)$"
    r"|\bwir (?:suchen|stellen ein)\b|\bsucht (?=ein|dich|sie\b)|\bgesucht\b|\bdringend\b"
    r"|\brecrut(?:e|ons)\b|\brecherch(?:e|ons)(?= *:| une?\b| des\b| deux\b)|\brejoignez\b|^offre d(?:e |['’])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(une?(?:[·.\-(/]e\)?)?(?:\s*(?:/|ou)\s*une?)?|eine?n?|an?|the)\s+(?=[^\W\d])", re.IGNORECASE)
_VAGUE = frozenset(
    """job|jobs|vacancy|vacancies|position|opening|job opening|open position|new job|career|careers|hiring|we are hiring|join us|apply now|test|untitled
    |stelle|stellenangebot|stellenanzeige|offene stelle|wir suchen dich|mitarbeiter|mitarbeiterin|emploi|offre|offre d'emploi|offre d’emploi|poste|recrutement
    |empleo|oferta de empleo|lavoro|vacature""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)

RULES: tuple[Rule, ...] = (
    title_signs, title_capitals, title_call, title_article, title_vague,
)  # fmt: skip
