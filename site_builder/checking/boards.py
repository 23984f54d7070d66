"""The rules of the group "boards": what Indeed, LinkedIn and other boards would refuse, by their own specifications."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.spots import in_field, in_title, line_of, row_of
from site_builder.checking.texts import BOARDS_LEAST
from site_builder.model.posting import RemoteRule


@rule("title-contact", Group.BOARDS)
def title_contact(subject: Subject, _: date) -> Iterator[Found]:
    """The title holds a telephone number, an e-mail address or a link.

    Boards take such titles for fraud and refuse the posting. Keep telephone numbers, e-mail addresses and links out of the title.

    Source: https://www.indeed.com/hire/resources/howtohub/indeed-rules-and-policies-for-employers
    Wrong:
        title: "Driver, call 030 5550 1234"
    Right:
        title: Driver
        contact: {telephone: "+49 30 5550 1234"}
    """
    found = _CONTACT.search(subject.posting.title)
    if found:
        yield in_title(subject, *found.span()).found(
            f'the title holds "{found[0].strip()}"', "Write it in `contact`, `apply_email` or `apply_url`."
        )


@rule("text-refused", Group.BOARDS)
def text_refused(subject: Subject, _: date) -> Iterator[Found]:
    """The text is so short that boards refuse it.

    LinkedIn and Adzuna refuse less, Talent.com less than fifty. Write at least a hundred characters of text.

    Source: https://learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide (description: at least 100 characters)
    Wrong:
        You bake bread and rolls.
    Right:
        You bake bread and rolls in our bakery in the middle of the town, five mornings a week from four o'clock, with four colleagues.
    """
    size = len(subject.words)
    if 0 < size < BOARDS_LEAST and subject.words.casefold() != subject.posting.title.casefold():
        yield Found(
            row_of(subject, subject.words.split("\n", 1)[0]),
            f"the text has only {size} characters; LinkedIn and other boards refuse less than {BOARDS_LEAST}",
            "Write what there is to do, what one has to bring, what is offered, and how to apply.",
        )


@rule("locations-without-city", Group.BOARDS)
def locations_without_city(subject: Subject, _: date) -> Iterator[Found]:
    """A place of work does not say its town.

    Indeed requires the city of each job; people search around the place where they live. A district or a street before it hides it from programs. Name the town, where the job is done at a place.

    Source: https://docs.indeed.com/indeed-apply/xml-feed (city, state, country)
    Wrong:
        locations: Germany
    Right:
        locations: Hamburg, Germany
    """
    if subject.posting.remote is RemoteRule.FULL:
        return
    for place in subject.posting.locations:
        if place.country and not place.locality:
            # What is more than a country and its state holds the city, as a part that nobody can tell from a district or a street.
            more = len(_BETWEEN_PARTS.split(place.text)) > (2 if place.region else 1)
            what = "region" if place.region else "country"
            yield in_field(subject, "locations", place.text).found(
                f'"{place.text}" '
                + ("does not say which of its parts is the city" if more else f"names the {what} alone")
                + "; Indeed and other boards want the city",
                f"Write the parts by name: `locations: {{locality: CITY, country: {place.country}}}`, with `street_address`, `postal_code` and `region` as far as you like."
                if more
                else f"Write `CITY, {place.text}`; for a job without an office `remote: full` and `applicant_locations`.",
            )


@rule("locations-without-state", Group.BOARDS)
def locations_without_state(subject: Subject, _: date) -> Iterator[Found]:
    """A place in the United States, Canada or Australia does not name its state.

    These have many towns of one name; Indeed and LinkedIn ask for the state, Google recommends it. Name the state of a place in the United
    States, Canada or Australia.

    Source: https://docs.indeed.com/indeed-apply/xml-feed (city, state, country)
    Wrong:
        locations: Portland, USA
    Right:
        locations: Portland, Oregon, USA
    """
    for place in subject.posting.locations:
        if place.locality and not place.region and place.country in _WITH_STATES:
            yield in_field(subject, "locations", place.text).found(
                f'"{place.text}" does not say its {_WITH_STATES[place.country]}, which boards ask for',
                f"Write it between the city and the country: `{place.locality}, {_WITH_STATES[place.country].upper()}, {_COUNTRIES[place.country]}`.",
            )


@rule("locations-several", Group.BOARDS, asked=True)
def locations_several(subject: Subject, _: date) -> Iterator[Found]:
    """The posting names several places, of which feeds for boards take one.

    The feeds of Indeed, LinkedIn and others hold one place for each job, with a number of its own that never changes. Google takes several.
    Write one posting for each place, where boards are to take them all.

    Source: https://docs.indeed.com/indeed-apply/xml-feed (referencenumber: one for each location)
    Wrong:
        locations: ["Hamburg, Germany", "Bremen, Germany"]
    Right:
        locations: Hamburg, Germany
    """
    count = len(subject.posting.locations)
    if count > 1:
        yield Found(
            line_of(subject, "locations"),
            f"the posting names {count} places, of which feeds for boards take one",
            "Write one posting for each place, if boards are to show them all.",
        )


@rule("apply-insecure", Group.BOARDS)
def apply_insecure(subject: Subject, _: date) -> Iterator[Found]:
    """The address to apply begins with http:.

    LinkedIn takes no other, and browsers warn of forms whose data anybody on the way can read. Give an address that begins with https.

    Source: https://learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide (applyUrl: https)
    Wrong:
        apply_url: http://rillmark.de/apply/gardener
    Right:
        apply_url: https://rillmark.de/apply/gardener
    """
    url = subject.posting.apply_url
    if url and url.startswith("http:"):
        yield in_field(subject, "apply_url", url).found(
            "the address to apply begins with http:, which LinkedIn refuses and browsers warn of",
            f"Write `apply_url: https{url[4:]}`, if the site answers there.",
        )


@rule("apply-shortened", Group.BOARDS)
def apply_shortened(subject: Subject, _: date) -> Iterator[Found]:
    """The address to apply is a short link.

    LinkedIn wants the address without a detour; short links hide where they lead, and people who fear fraud do not open them. Give the
    final address, not one that leads on.

    Source: https://learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide (applyUrl: the final address)
    Wrong:
        apply_url: https://bit.ly/3abcDEF
    Right:
        apply_url: https://rillmark.de/apply/gardener
    """
    url = subject.posting.apply_url
    host = (urlsplit(url).hostname or "") if url else ""
    if url and host.removeprefix("www.") in _SHORT:
        yield in_field(subject, "apply_url", url).found(
            f"{host} is a service for short links", "Open it, and write the address at which you arrive."
        )


@rule("identifier-long", Group.BOARDS)
def identifier_long(subject: Subject, _: date) -> Iterator[Found]:
    """The identifier has more characters than boards take.

    LinkedIn's feed takes no longer one. Keep your number of the job below forty characters.

    Source: https://learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide (partnerJobId: at most 40 characters)
    Wrong:
        identifier: human-resources-northern-region-2026-opening-number-17
    Right:
        identifier: north-2026-17
    """
    identifier = subject.posting.identifier
    if identifier and len(identifier) > _LONGEST_IDENTIFIER:
        yield in_field(subject, "identifier", identifier).found(
            f"the identifier has {len(identifier)} characters; LinkedIn takes {_LONGEST_IDENTIFIER}",
            "Write a shorter one, which no other job has.",
        )


_BETWEEN_PARTS = re.compile(r"[,/(]")
_CONTACT = re.compile(
    r"https?://\S+|www\.\S+|\S+@[\w-]+\.\w+|(?<![\w.])(?!\d{1,2}\.\d{1,2}\.\d{4})(?:\+|00?)[1-9]?\d{1,4}[ ()/.-]*(?:\d[ ()/.-]*){6,}|\(\d{3}\) ?\d{3}[- ]\d{4}|\b\d{3}-\d{3}-\d{4}\b"
)
_WITH_STATES = {"US": "state", "CA": "province", "AU": "state"}
_COUNTRIES = {"US": "USA", "CA": "Canada", "AU": "Australia"}
_SHORT = frozenset(
    "bit.ly tinyurl.com goo.gl t.co lnkd.in ow.ly rb.gy is.gd buff.ly cutt.ly rebrand.ly shorturl.at t.ly tiny.cc".split()
)
_LONGEST_IDENTIFIER = 40

RULES: tuple[Rule, ...] = (
    title_contact, text_refused, locations_without_city, locations_without_state, locations_several, apply_insecure, apply_shortened,
    identifier_long,
)  # fmt: skip
