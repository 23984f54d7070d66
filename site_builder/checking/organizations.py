"""Rules about who hires: the organization that applicants will work for, under its own name."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.spots import Spot, in_field


@rule("organization-board", Group.CONTENT)
def organization_board(subject: Subject, _: date) -> Iterator[Found]:
    """The organization is a job board, or the title of a page with jobs.

    Postings that were copied or exported often have the board's name, or the title of its page, where the company's belongs. Google wants
    the company; applicants look for it. Name the company that hires, not the board or program that its jobs come from.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (hiringOrganization: the name of the company)
    Wrong:
        organization: Current Job Openings at Example Ltd
    Right:
        organization: Example Ltd
    """
    name = subject.posting.organization.name
    if _is_own(subject):
        return
    page = _PAGE_TITLE.fullmatch(name)
    if page:
        company = (page["before"] or page["after"]).strip(" -–|:")
        yield _at_name(subject).found(
            f'"{name}" is the title of a page with jobs, not a company',
            f"Write the company: `organization: {company}`.",
        )
    elif _HOST_ENDING.sub("", name.casefold()).strip() in _BOARDS:
        yield _at_name(subject).found(
            f'"{name}" is a job board or a program for applications, not the company that hires',
            "Write the company's name: `organization: Example Ltd`.",
        )


@rule("organization-hidden", Group.CONTENT)
def organization_hidden(subject: Subject, _: date) -> Iterator[Found]:
    """The organization's name does not say who hires.

    Few people apply to a company without a name, and LinkedIn asks for pay to show jobs of "Confidential Company". Where the name has to
    stay hidden, Google wants the word `confidential`, written so. Say who hires.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (hiringOrganization: confidential)
    Source: https://learn.microsoft.com/linkedin/talent/middleware-platform/sync-jobs (companies with generic names)
    Wrong:
        organization: Confidential Company
    Right:
        organization: Example Ltd
    """
    name = subject.posting.organization.name
    if name != "confidential" and not _is_own(subject) and _HIDDEN.fullmatch(name):
        yield _at_name(subject).found(
            f'"{name}" does not say who hires',
            "Write the company's name; if it has to stay hidden, `organization: confidential`, the word that Google knows.",
        )


@rule("organization-agency", Group.CONTENT)
def organization_agency(subject: Subject, _: date) -> Iterator[Found]:
    """The organization's name names who recruits, not only who hires.

    Google wants the organization that hires, and asks agencies for the right to post in its name. Say in the text that you recruit for it.
    Name the company that hires, where an agency writes the posting.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (misrepresentation)
    Wrong:
        organization: Example Recruiting on behalf of Bakery Ltd
    Right:
        organization: Bakery Ltd
    """
    found = None if _is_own(subject) else _AGENCY.search(subject.posting.organization.name)
    if found:
        yield in_field(subject, "organization", found[0]).found(
            f'"{subject.posting.organization.name}" names who recruits, not only who hires',
            "Write the company that hires alone; the text can say who recruits for it.",
        )


def _is_own(subject: Subject) -> bool:
    """Say whether it is the site's own organization that hires: job boards hire, too."""
    own = subject.config.organization
    return own is not None and own.name.casefold() == subject.posting.organization.name.casefold()


def _at_name(subject: Subject) -> Spot:
    return in_field(subject, "organization", subject.posting.organization.name)


_PAGE_TITLE = re.compile(
    r"(?:(?:current |open |our )?(?:job openings|open positions|jobs|job board|careers|vacancies|stellenangebote|karriere|offres d['’]emploi|carrières)"
    r"\s*(?:at|bei|chez|[-–|:])\s+(?P<after>.+))"
    r"|(?:(?P<before>.+?)\s*[-–|:]?\s+(?:job openings|job board|careers|open positions|vacancies|stellenangebote|karriere))",
    re.IGNORECASE,
)
_HOST_ENDING = re.compile(r"\.(?:com|io|co|de|fr|net|org|hr|ai)$")
_BOARDS = frozenset(
    "indeed|linkedin|linkedin jobs|glassdoor|monster|stepstone|ziprecruiter|careerbuilder|simplyhired|adzuna|jooble|talent|jobrapido|xing|xing jobs|reed"
    "|totaljobs|cv-library|seek|jobteaser|welcome to the jungle|wttj|apec|hellowork|meteojob|pôle emploi|pole emploi|france travail|infojobs|idealist"
    "|wellfound|angellist|angellist talent|hired|dice|remoteok|remote ok|we work remotely|weworkremotely|greenhouse|greenhouse software|lever|workday"
    "|workable|smartrecruiters|ashby|ashbyhq|recruitee|teamtailor|personio|jobvite|icims|taleo|oracle taleo|successfactors|bamboohr|breezy|breezy hr"
    "|jazzhr|freshteam|recruiterbox|bullhorn|softgarden|rexx|join|kununu|google for jobs|google jobs|craigslist|handshake|snagajob|bundesagentur für arbeit"
    "|arbeitsagentur|jobs|careers|job board|jobboard|the muse|builtin|built in|otta|hacker news|who is hiring|arbeitnow|jobicy|himalayas".split(
        "|"
    )
)
_HIDDEN = re.compile(
    r"(?:strictly )?(?:confidential|anonymous|undisclosed|private|hidden|vertraulich|anonym|confidentiel|anonyme)(?: (?:company|client|employer|advertiser|kunde|entreprise|société))?"
    r"|(?:our|unser|notre) (?:client|kunde|customer)|n/?a|none|unknown|unbekannt|company|company name|firma|unternehmen|employer|arbeitgeber|entreprise|client|tbd|tba"
    r"|(?:[\w'’.-]+ ){0,6}(?-i:startup|start-up|client|agency|company)\.?",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\bon behalf of\b|\bim auftrag\b|\bpour le compte de\b|\(\s*(?:recruitment )?agency\s*\)|\bvia (?=\w)",
    re.IGNORECASE,
)

RULES: tuple[Rule, ...] = (organization_board, organization_hidden, organization_agency)
