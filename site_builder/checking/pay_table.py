"""What the law asks a posting to say about pay: one row for each state, province or country, with its source and the day of looking it up.

This is no legal advice: laws change, courts read them anew, and they have exceptions that no table holds. A row stands here only where a source
was read; `history` is by https://www.aauw.org/resources/policy/state-and-local-salary-history-bans/ and the rows' own sources. Left out on purpose: places that ask for pay on request only (Connecticut, Nevada, Rhode Island), before the interview (Poland, Malta,
Slovakia, the directive (EU) 2023/970 itself), by city (Cleveland, Columbus, Cincinnati), or from a day to come (Delaware, the Netherlands).
"""

from datetime import date
from typing import NamedTuple

LOOKED_UP = date(2026, 11, 21)
"""The day on which all rows were looked up."""


class Law(NamedTuple):
    """What one place asks.

    `country` is an ISO 3166-1 code; `codes` are the names and abbreviations of the state or province as postings write them, folded, none where
    the law is the country's. `since` is the day from which it holds, `employees` the least number of an employer's employees that it counts from.
    """

    name: str
    country: str
    codes: tuple[str, ...]
    since: date
    employees: int
    source: str
    closed: bool = False  # "up to" and "from" are not enough
    benefits: bool = False  # benefits have to be described
    deadline: bool = False  # the last day to apply, or that there is none
    history: bool = False  # applicants may not be asked for earlier pay
    widest: int = 0  # the largest difference between both ends, a year, in the country's currency
    widest_below: int = 0  # the pay a year above which no range is asked for


LAWS = (
    Law("Colorado", "US", ("colorado", "co"), date(2021, 1, 1), 1, "7 CCR 1103-18, rule 11.1: https://regulations.justia.com/states/colorado/1100/1101-d-1/rule-7-ccr-1103-18/rule-7-ccr-1103-18-11",
        closed=True, benefits=True, deadline=True, history=True),
    Law("California", "US", ("california", "ca", "calif"), date(2023, 1, 1), 15, "Labor Code 432.3 (SB 1162): https://calchamberalert.com/2023/01/13/new-pay-scale-disclosure-law-recap-of-frequently-asked-questions/", history=True),
    Law("Washington", "US", ("washington", "wa", "washington state"), date(2023, 1, 1), 15, "RCW 49.58.110: https://www.dunncarney.com/news-resources/washington-employers-prepare-to-disclose-pay-ranges-in-job-postings-starting-jan-1-2023/", closed=True, benefits=True, history=True),
    Law("New York", "US", ("new york", "ny", "new york state", "nyc"), date(2023, 9, 17), 4, "Labor Law 194-b: https://www.lawpf.com/post/new-york-state-transparency-law", closed=True, history=True),
    Law("Hawaii", "US", ("hawaii", "hi", "hawaiʻi"), date(2024, 1, 1), 50, "HRS 378-2.8: https://courtgpt.ai/laws/hawaii/title-21/chapter-378/section-378-2-8", history=True),
    Law("Washington, D.C.", "US", ("district of columbia", "dc", "d.c.", "washington dc", "washington d.c."), date(2024, 6, 30), 1,
        "Wage Transparency Omnibus Amendment Act of 2023: https://fortneyscott.com/new-pay-transparency-laws-soon-to-go-into-effect-in-the-district-of-columbia-and-maryland", closed=True, history=True),
    Law("Maryland", "US", ("maryland", "md"), date(2024, 10, 1), 1, "Wage Range Transparency: https://dllr.state.md.us/labor/wages/esswagerangefaq.shtml", closed=True, benefits=True, history=True),
    Law("Illinois", "US", ("illinois", "il"), date(2025, 1, 1), 15, "820 ILCS 112: https://www.illinoislawyernow.com/2025/02/requirements-of-the-new-illinois-pay-transparency-amendment/", benefits=True, history=True),
    Law("Minnesota", "US", ("minnesota", "mn"), date(2025, 1, 1), 30, "Minn. Stat. 181.173: https://blog.dciconsult.com/mn-pay-transparency-law-effective", closed=True, benefits=True, history=True),
    Law("New Jersey", "US", ("new jersey", "nj"), date(2025, 6, 1), 10, "S2310 (2024): https://www.payequityadvisor.com/", benefits=True, history=True),
    Law("Vermont", "US", ("vermont", "vt"), date(2025, 7, 1), 5, "21 V.S.A. 495t: https://manatt.com/insights/newsletters/employment-law/more-states-enact-pay-transparency-laws", closed=True, history=True),
    Law("Massachusetts", "US", ("massachusetts", "ma", "mass"), date(2025, 10, 29), 25, "Acts of 2024, chapter 141: https://www.saul.com/insights/blog/understanding-massachusetts-new-pay-transparency-law-what-employers-need-know", history=True),
    Law("Maine", "US", ("maine", "me"), date(2026, 7, 13), 10, "H.P. 18 (2026): https://complianceposter.com/2026/05/11/maine-2026-legislative-session-end/", history=True),
    Law("British Columbia", "CA", ("british columbia", "bc", "b.c."), date(2023, 11, 1), 1, "Pay Transparency Act, section 2: https://mathewsdinsdale.com/?p=25654", closed=True, history=True),
    Law("Prince Edward Island", "CA", ("prince edward island", "pei", "pe"), date(2022, 6, 1), 1, "Employment Standards Act, section 5.9: https://cphrpei.ca/2022/05/17/employment-standards-act-pay-transparency/", history=True),
    Law("Ontario", "CA", ("ontario", "on"), date(2026, 1, 1), 25, "O. Reg. 476/24: https://sherrardkuzz.com/newsblast/job-posting-rules-for-ontario-employers-in-force-january-1-2026",
        widest=50_000, widest_below=200_000),
    Law("Austria", "AT", (), date(2011, 3, 1), 1, "Gleichbehandlungsgesetz, § 9 Abs. 2: https://www.apothekerkammer.at/infothek/rechtliche-informationen/arbeitsrecht/angabe-des-mindestentgelts-in-stelleninseraten"),
    Law("Latvia", "LV", (), date(2018, 11, 28), 1, "Labour Law, section 32: https://vdi.gov.lv/en/article/content-job-advertisement"),
    Law("Lithuania", "LT", (), date(2019, 7, 27), 1, "Labour Code, article 25: https://iuslaboris.com/insights/what-salary-information-must-be-in-a-job-advertisement-in-lithuania/"),
    Law("Italy", "IT", (), date(2026, 6, 7), 1, "transposition of (EU) 2023/970: https://www.teamed.global/eu-pay-transparency/transposition-tracker", history=True),
)  # fmt: skip
