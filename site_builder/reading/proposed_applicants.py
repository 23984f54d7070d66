"""Where applicants may live, as sentences state it."""

import re
from collections.abc import Iterator, Sequence

from site_builder.model.posting import Place
from site_builder.reading.applicants import read_applicant_places
from site_builder.reading.countries import area_name, find_country, find_region
from site_builder.reading.proposed import NAME, NO_PLACES, Found, found_in, yaml_list
from site_builder.reading.sentences import Sentence
from site_builder.reading.wrong import Wrong

_AREA = r"(?P<area>(?:the |all of )?(?:[A-ZÀ-Ž][\w.&'’-]*)(?:(?:,? (?:or|and|und|oder) |, ?| )(?:the )?(?:[A-ZÀ-Ž][\w.&'’-]*)){0,5})"
_MUST_LIVE = re.compile(
    rf"(?i:\b(?:must|needs? to|has to|have to|should|will|can|to)\b(?: \w+){{0,2}}? (?:be )?(?:located|based|reside|live|living|resident)(?: (?:in|within|anywhere in|from|inside))+) {_AREA}"
)
_ANYWHERE_IN = re.compile(rf"(?i:\b(?:from )?(?:anywhere|everywhere) (?:in|within|across)) {_AREA}|(?i:\bremote(?:ly)?(?: \w+){{0,2}}? (?:in|within|across|from)) {_AREA.replace('area', 'area_2')}|"
                          rf"(?i:\bwohnsitz in) {_AREA.replace('area', 'area_3')}")  # fmt: skip
_ONLY = re.compile(rf"(?P<area>{NAME})[ -](?:only|based (?:developers|candidates|applicants|engineers|people|only))\b")
_IDEAL = re.compile(
    r"\b(?:ideal\w*|prefer\w*|willing|happy|team|company|clients?|customers?|offices?|hq|headquarter\w*)\b",
    re.IGNORECASE,
)


def find_applicants(sentence: Sentence, *, is_remote: bool) -> Iterator[Found]:
    """Yield the countries and states where applicants may live; `is_remote` says that the sentence calls the job remote."""
    text = sentence.text
    for pattern, is_strict in ((_MUST_LIVE, True), (_ONLY, True), (_ANYWHERE_IN, is_remote)):
        for found in pattern.finditer(text):
            name = next(name for name in found.groupdict() if found[name])
            yield from _area(sentence, found.span(name), certain=is_strict and not _IDEAL.search(text))


def _area(sentence: Sentence, span: tuple[int, int], *, certain: bool) -> Iterator[Found]:
    """Yield the longest beginning of some words that names countries, states, or a region of the world."""
    words = sentence.text[span[0] : span[1]].split(" ")
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count]).strip(" .,;")
        end = span[0] + len(" ".join(words[:count]).rstrip(" .,;"))
        if find_region(area_name(said)) is not None:
            yield from find_region_in(sentence, (span[0], end), said)
            return
        if not said or said.casefold() in NO_PLACES or (len(said) == 2 and find_country(said) is None):  # noqa: PLR2004 - a code
            continue
        try:
            places = read_applicant_places(said)
        except Wrong:
            continue
        yield found_in(
            sentence,
            (span[0], end),
            "applicant_locations",
            yaml_list(names_of(places)),
            f'the text says "{said}"',
            certain=certain,
        )
        return


def find_region_in(sentence: Sentence, span: tuple[int, int], name: str) -> Iterator[Found]:
    """Yield the countries of a region of the world, as a question."""
    region = find_region(area_name(name))
    if region is None or not region[1]:
        return
    reason = f'"{name}" is a region: these are its countries; take out those where nobody may live'
    yield found_in(sentence, span, "applicant_locations", yaml_list(region[1]), reason, certain=False)


def names_of(places: Sequence[Place]) -> list[str]:
    """Return countries and states as they are written in a list: countries by their codes."""
    return [place.text if place.region else place.country or place.text for place in places]
