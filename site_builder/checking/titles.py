"""Rules about the title: it names the job, and nothing that has a field of its own."""

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

RULES: tuple[Rule, ...] = (
    title_pay, title_place, title_company, title_code, title_date,
)  # fmt: skip
