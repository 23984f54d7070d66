"""Rules about the title: it names the job, and nothing else."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.spots import in_title


@rule("title-pay", Group.CONTENT)
def title_pay(subject: Subject, _: date) -> Iterator[Found]:
    """The title holds an amount of money.

    Search engines and boards compare titles to find jobs of one kind; an amount in it hides what the job is. Pay has a field of its own,
    which pages, feeds and Google show. Keep pay out of the title.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (title: no salaries)
    Wrong:
        title: Data Engineer (60-75k €)
    Right:
        title: Data Engineer
        salary: 60000-75000 EUR per YEAR
    """
    found = _PAY.search(subject.posting.title)
    if found:
        yield in_title(subject, *found.span()).found(
            f'the title holds an amount of money, "{found[0].strip()}"',
            "Write the job alone in the title, and the pay in `salary`: `salary: 60000-75000 EUR per YEAR`.",
        )


@rule("title-place", Group.CONTENT)
def title_place(subject: Subject, _: date) -> Iterator[Found]:
    """The title says where the work is done.

    Google asks for the job's title without addresses; people search for the job and choose the place beside it. `locations` and `remote`
    say it to pages, lists and search engines. Keep the place and the word "remote" out of the title.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (title: no addresses)
    Wrong:
        title: Account Executive - Hamburg
        locations: Hamburg, Germany
    Right:
        title: Account Executive
        locations: Hamburg, Germany
    """
    title = subject.posting.title
    for place in subject.posting.locations:
        town = place.locality
        if town and town in title and len(town) < len(title):
            found = re.search(rf"(?:{_BEFORE_PLACE}){re.escape(town)}(?!\w)|\s{re.escape(town)}$", title)
            if found:
                start = found.end() - len(town)
                yield in_title(subject, start, found.end()).found(
                    f'the title names the place, "{town}", which `locations` says',
                    "Take it out of the title.",
                )
                return
    away = _AWAY.search(title)
    if away:
        says = "" if subject.posting.remote else ", and write `remote: full` or `remote: hybrid`"
        yield in_title(subject, *away.span("word")).found(
            f'the title says where the work is done, "{away["word"]}"',
            f"Take it out of the title{says}.",
        )


@rule("title-company", Group.CONTENT)
def title_company(subject: Subject, _: date) -> Iterator[Found]:
    """The title names the company.

    It stands beside the title wherever a posting is shown, and Google asks for the job's title alone. Keep the company's name out of the
    title.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (title: no company names)
    Wrong:
        title: Baker at Example Ltd
        organization: Example Ltd
    Right:
        title: Baker
        organization: Example Ltd
    """
    title, name = subject.posting.title, subject.posting.organization.name
    for word in (name, _LEGAL_FORM.sub("", name).strip(" ,.")):
        start = title.casefold().find(word.casefold()) if len(word) >= _SHORTEST_NAME else -1
        end = start + len(word)
        if start < 0 or len(title.casefold()) != len(title):
            continue
        is_last = _COMPANY_BEFORE.search(title, 0, start) and _NAME_ENDS.match(title, end)
        if is_last or (start == 0 and _COMPANY_AFTER.match(title, end)):
            yield in_title(subject, start, end).found(
                f'the title names the company, "{title[start:end]}", which stands beside it anyway',
                "Take it out of the title.",
            )
            return


@rule("title-code", Group.CONTENT)
def title_code(subject: Subject, _: date) -> Iterator[Found]:
    """The title holds a number or a code of the job.

    They say nothing to applicants, and Google asks for titles without them. `identifier` keeps the number for your own records. Keep
    numbers and codes of the job out of the title.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (title: no job codes)
    Wrong:
        title: Nurse (Ref. 20417)
    Right:
        title: Nurse
        identifier: "20417"
    """
    title, identifier = subject.posting.title, subject.posting.identifier
    start = title.find(identifier) if identifier and len(identifier) > 2 and not identifier.isalpha() else -1  # noqa: PLR2004
    found = _CODE.search(title)
    if start >= 0 and identifier:
        yield in_title(subject, start, start + len(identifier)).found(
            f'the title holds the job\'s number, "{identifier}"', "Take it out of the title; `identifier` says it."
        )
    elif found and not _STANDARD.match(found[0]):
        yield in_title(subject, *found.span()).found(
            f'the title holds a code, "{found[0]}"',
            "Take it out of the title; if it is your own number of the job, write it in `identifier`.",
        )


@rule("title-date", Group.CONTENT)
def title_date(subject: Subject, _: date) -> Iterator[Found]:
    """The title holds a date, or says that the job begins soon.

    Google asks for titles without dates. When a job begins stands well in the first lines of the text. Keep dates and "as soon as possible"
    out of the title.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (title: no dates)
    Wrong:
        title: Warehouse Associate ASAP
    Right:
        title: Warehouse Associate
    """
    found = _DATE.search(subject.posting.title)
    if found:
        yield in_title(subject, *found.span()).found(
            f'the title says when, "{found[0]}"', "Write the job alone in the title, and when it begins in the text."
        )


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


_PAY = re.compile(
    r"(?:US|CA|AU|C|A)?[$€£¥₹] ?\d[\d.,]*(?: ?k\b)?(?: ?(?:-|–|to|bis) ?[$€£]?\d[\d.,]*k?)?"
    r"|\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?k? ?(?:€|£|EUR\b|USD\b|GBP\b|CHF\b)"
    r"|\b(?:EUR|USD|GBP|CHF) ?\d[\d.,']*|\b\d{2,3}(?: ?[-–] ?\d{2,3})? ?[kK]\b(?!\w)"
)
_BEFORE_PLACE = r"[-–—|(,/@:\[]\s*|\b(?:in|at|near|bei|à|en|im|am|based in|basé·e à)\s+"
_AWAY = re.compile(
    r"(?:[(\[（|,–—]|\s-)\s*(?P<word>(?:100 ?% |fully |partly )?(?:remote|home[ -]?office|hybrid|telecommute|télétravail|フルリモート)(?!\w)[^()\[\]（）]*?)\s*(?:[)\]）]|$)",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r"\s*\([^()]*\)|,?\s+(?:GmbH(?: & Co\. KG)?|AG|SE|KG|UG|Ltd|Limited|Inc|LLC|plc|PLC|Corp|Corporation|B\.?V|S\.?A\.?S?|S\.?r\.?l|Oy|AB|ApS|Pty)\.?(?=$|[\s,])"
)
_SHORTEST_NAME = 3
_COMPANY_BEFORE = re.compile(r"(?:[-–—|(,@:\[]\s*|\b(?:at|for|with|bei|für|chez|pour)\s+(?:the\s+)?)$", re.IGNORECASE)
_NAME_ENDS = re.compile(r"\s*(?:$|[-–—|)\],:/(])")
_COMPANY_AFTER = re.compile(r"\s*(?:[-–—|:]|\b(?:recrute|recherche|sucht|is hiring|seeks)\b)", re.IGNORECASE)
_CODE = re.compile(
    r"#\d{3,}"
    r"|\b(?:req|requisition|job|ref|reference|referenz|réf|référence|kennziffer|id|code)[.:# _-]{0,2}(?:id|nr|no|number|code)?[.:# _-]{0,3}[A-Z]{0,4}[-_]?\d{3,}\b"
    r"|(?<=[(\[])[A-Z]{0,4}[-_ ]?\d{4,}(?=[)\]])|\b[A-Z]{1,4}[-_]\d{4,}\b",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"(?:ISO|DIN|EN|IEC|IEEE|RFC|BS|NF|(?:19|20)\d\d$)", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b|\b[0-3]?\d[./][01]?\d[./](?:20)?\d\d\b|\bASAP\b"
    r"|\b(?:ab sofort|immediate start|start immediately|as soon as possible|dès que possible|zum nächstmöglichen)\b",
    re.IGNORECASE,
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
    title_pay, title_place, title_company, title_code, title_date, title_signs, title_capitals, title_call, title_article, title_vague,
)  # fmt: skip
