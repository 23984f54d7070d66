"""The value of a single field: one code for each (`salary-wrong`), explained by the table of fields."""

from collections.abc import Iterator

from site_builder.explanations.explanation import ERROR, Explanation
from site_builder.reading.rules import PAGE, POSTING, Rule

# A line that cannot be read, and why it is asked about instead of guessed.
_WRONG = {
    "title": ("title: [Data, Engineer]", ""),
    "organization": ("organization: {url: https://example.com/}", ""),
    "organization_url": ("organization_url: example", ""),
    "organization_logo": ("organization_logo: //example.com/logo.svg", ""),
    "locations": ("locations: {city: Berlin, planet: Earth}", ""),
    "remote": ("remote: possible", "Google calls a job remote only if it is so all of the time, so “possible” and “flexible” are questions."),
    "employment_type": ("employment_type: FULLTIM", ""),
    "department": ("department: true", ""),
    "industry": ("industry: false", ""),
    "date_posted": ("date_posted: 06/05/2024", "`06/05/2024` is 6 May to some and 5 June to others. Year-month-day is clear to all (ISO 8601)."),
    "date_modified": ("date_modified: last week", ""),
    "valid_through": ("valid_through: 2027-02-30", "By this date the posting closes by itself."),
    "opens_on": ("opens_on: soon", ""),
    "open": ("open: maybe", ""),
    "salary": ("salary: {currency: EUR, max: lots}", ""),
    "tags": ("tags: true", ""),
    "apply_url": ("apply_url: the web site", ""),
    "apply_email": ("apply_email: jobs at example", ""),
    "direct_apply": ("direct_apply: perhaps", ""),
    "contact": ("contact: {email: Ada}", ""),
    "url": ("url: our page", ""),
    "identifier": ("identifier: [1]", ""),
    "work_hours": ("work_hours: [38]", ""),
    "benefits": ("benefits: [true]", ""),
    "summary": ("summary: [short]", ""),
    "language": ("language: klingon-and-more", ""),
    "draft": ("draft: almost", ""),
    "slug": ("slug: data/engineer", ""),
    "aliases": ("aliases: ['https://example.com/old/']", ""),
    "check_off": ("check_off: Apply Missing", ""),
    "weight": ("weight: first", ""),
    "navigation": ("navigation: maybe", ""),
}  # fmt: skip


def _of(rules: tuple[Rule, ...]) -> Iterator[Explanation]:
    for rule in rules:
        wrong, why = _WRONG.get(rule.name, ("", ""))
        yield Explanation(
            f"{rule.name.replace('_', '-')}-wrong",
            "values",
            ERROR,
            f"The value of `{rule.name}` cannot be read.",
            f"{rule.says} {why}".rstrip(),
            wrong,
            rule.right,
        )


TABLE = tuple({one.code: one for one in (*_of(PAGE), *_of(POSTING))}.values())
