"""The value of a single field: what cannot be read (`salary-wrong`) and what can mean several things (`salary-unclear`), by the table of fields."""

from collections.abc import Iterator

from site_builder.explanations.explanation import ERROR, WARNING, Explanation
from site_builder.reading.rules import PAGE, POSTING, Rule

# A line that cannot be read, and why it is asked about instead of guessed.
_WRONG = {
    "title": ("title: [Data, Engineer]", ""),
    "organization": ("organization: {url: https://example.com/}", ""),
    "organization_url": ("organization_url: example", ""),
    "organization_logo": ("organization_logo: //example.com/logo.svg", ""),
    "locations": ("locations: {city: Berlin, planet: Earth}", ""),
    "remote": ("remote: [hybrid]", ""),
    "employment_type": ("employment_type: FULLTIM", ""),
    "department": ("department: true", ""),
    "industry": ("industry: false", ""),
    "date_posted": ("date_posted: yesterday", "Year-month-day is clear to all (ISO 8601)."),
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

_TWO_DAYS = "`06/05/2024` is 6 May to some and 5 June to others. Year-month-day is clear to all (ISO 8601)."
# A line that can mean several things, and what follows. (That of `remote` stands in fields.py, as it is about `locations` too.)
_UNCLEAR = {
    "date_posted": ("date_posted: 06/05/2024", _TWO_DAYS),
    "date_modified": ("date_modified: 06/05/2024", _TWO_DAYS),
    "applicant_locations": (
        "applicant_locations: EMEA",
        "“EMEA” and “North America” are regions: Google for Jobs takes countries and their states, and only you know which are meant.",
    ),
    "salary": ("salary: 45000", "A number alone is so much a year or an hour, in any currency."),
    "experience": ("experience: 3", "A number alone can be months or years."),
}


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


def _unclear() -> Iterator[Explanation]:
    for rule in POSTING:
        wrong, why = _UNCLEAR.get(rule.name, ("", ""))
        if wrong:
            yield Explanation(
                f"{rule.name.replace('_', '-')}-unclear",
                "values",
                WARNING,
                f"The value of `{rule.name}` can mean several things.",
                f"The posting is published without it, and the message names the possible answers. {why}",
                wrong,
                rule.right,
            )


TABLE = tuple({one.code: one for one in (*_of(PAGE), *_of(POSTING), *_unclear())}.values())
