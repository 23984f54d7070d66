"""Where the work is done, as sentences and lines such as "Location: ..." state it."""

import re
from collections.abc import Iterator

from site_builder.model.posting import RemoteRule
from site_builder.reading.countries import find_region
from site_builder.reading.places import PlacesRead, read_places
from site_builder.reading.proposed import NAME, NO_PLACES, WORD, Found, found_in, on_one_line, yaml_list, yaml_text
from site_builder.reading.proposed_applicants import find_applicants, find_region_in, names_of
from site_builder.reading.proposed_remote import find_remote
from site_builder.reading.sentences import Sentence
from site_builder.reading.wrong import Wrong

_LABELS = frozenset(
    "location|locations|job location|work location|place|place of work|where|office|office location|workplace|based in|city|"
    "ort|standort|arbeitsort|einsatzort|dienstort|lieu|lieu de travail|localisation|ubicación|lugar|sede|luogo|standplaats|勤務地".split(
        "|"
    )
)
_REMOTE_LABELS = frozenset(
    "remote|remote work|remote working|remote status|home office|homeoffice|télétravail|workplace type|work model|arbeitsmodell".split(
        "|"
    )
)

_PLACE = rf"{NAME}(?:,[ ]?{NAME}){{0,2}}"
_PLACES = rf"(?P<places>{_PLACE}(?:(?:[ ](?:or|and|oder|und|ou|et|o|y)[ ]|[ ]?/[ ]?)(?:in[ ])?{_PLACE}){{0,4}})"
_BETWEEN = re.compile(r"[ ](?:or|and|oder|und|ou|et|o|y)[ ](?:in[ ])?|[ ]?/[ ]?")
_JOB = (
    r"(?i:position|role|job|opportunity|post|vacancy|internship|contract|stelle|tätigkeit|arbeitsplatz|poste|mission)"
)
_BASED = re.compile(
    rf"\b{_JOB}\b[^.;:]{{0,60}}?\b(?:(?i:(?:is |will be |are )?(?:based|located|situated)(?: out of| at| near| in)?)|(?i:is|ist|im) (?i:in|büro in)|"
    rf"(?i:(?:est )?(?:basée?|située?|localisée?) (?:à|en)))\s(?i:(?:our|the|unserem|nos) (?:\w+ )?(?:offices?|büro|bureaux)(?: in| à)?\s)?(?i:our\s)?{_PLACES}"
)
_OFFICE = re.compile(
    rf"(?i:\b(?:our|unserem?|unserer) (?:(?:new|head|main|beautiful|\w+) )?(?:offices?|headquarters|hq|büro|standort|niederlassung) (?:in|is in|at)|am standort|\bstandort ist|"
    rf"arbeitsort ist|einsatzort ist|nos bureaux à|you(?: will|['’]ll)? work (?:in|from|at) our office in)\s{_PLACES}"
)


_OFFICE_ITSELF = re.compile(r"\s(?:Offices?|HQ|Headquarters|Büro|Campus)$")


def find_places(sentence: Sentence) -> Iterator[Found]:
    """Yield places, the remote rule and where applicants may live."""
    if sentence.label in _LABELS or sentence.label in _REMOTE_LABELS:
        labelled = list(_labelled(sentence))
        if labelled:
            yield from labelled
            return
    remote = list(find_remote(sentence))
    yield from remote
    yield from find_applicants(sentence, is_remote=any(one.value == RemoteRule.FULL for one in remote))
    yield from _based(sentence)


def _labelled(sentence: Sentence) -> Iterator[Found]:
    """Yield what a line such as "Location: Remote (US)" says, if it is no sentence."""
    start, end = sentence.after_label, len(sentence.text)
    said = " ".join(sentence.text[start:end].split()).strip(" .,;|-")
    if not said or len(said) > _LONGEST_PLACE or re.search(_SENTENCE_WORDS, said, re.IGNORECASE):
        return
    if sentence.label in _REMOTE_LABELS:
        rule = _RULE_WORDS.get(said.casefold())
        if rule is not None:
            yield found_in(sentence, (start, end), "remote", rule, f'the line says "{said}"', certain=True)
        return
    try:
        read = read_places(said)
    except Wrong:
        return
    yield from _of_read(sentence, (start, end), said, read)


_LONGEST_PLACE = 80
_SENTENCE_WORDS = r"\b(?:will|is|are|we|you|our|role|position|must|be|this|wird|sind|wir|est|nous|within|near|based)\b"
_RULE_WORDS = {
    word: rule
    for rule, words in (
        (RemoteRule.FULL, "full|fully|fully remote|100%|100 %|yes, fully|only|always"),
        (RemoteRule.HYBRID, "hybrid|partly|partial|partially|teilweise|partiel"),
        (RemoteRule.NONE, "no|none|not possible|nein|non|on-site|onsite|on site"),
    )
    for word in words.split("|")
}


def _of_read(sentence: Sentence, span: tuple[int, int], said: str, read: PlacesRead) -> Iterator[Found]:
    reason = f'the line says "{said}"'
    if read.remote is RemoteRule.FULL:
        yield found_in(sentence, span, "remote", RemoteRule.FULL, reason, certain=True)
    if read.applicants:
        yield found_in(
            sentence, span, "applicant_locations", yaml_list(names_of(read.applicants)), reason, certain=True
        )
    if read.region is not None:
        yield from find_region_in(sentence, span, read.region)
    names = [place.text for place in read.places]
    if names and not read.remote_beside_place and all(re.match(rf"(?:{WORD}|\d|[^\x00-\x7f])", name) for name in names):
        value = yaml_text(names[0]) if len(names) == 1 else yaml_list(names)
        yield found_in(sentence, span, "locations", value, reason, certain=True)
    elif names and read.remote_beside_place:
        reason += ", which names a place and remote work: whether one may always work from home, only you know"
        yield found_in(
            sentence,
            span,
            "remote",
            RemoteRule.HYBRID,
            reason,
            certain=False,
            others=[RemoteRule.FULL, RemoteRule.NONE],
        )


def _based(sentence: Sentence) -> Iterator[Found]:
    for pattern, certain in ((_BASED, True), (_OFFICE, False)):
        found = pattern.search(sentence.text)
        if found is None:
            continue
        said = " ".join(found["places"].split()).rstrip(".")
        names = [_OFFICE_ITSELF.sub("", name.strip().rstrip(".")) for name in _BETWEEN.split(said)]
        if any(name.casefold() in NO_PLACES or find_region(name) is not None for name in names):
            continue
        value = yaml_text(names[0]) if len(names) == 1 else yaml_list(names)
        is_open = re.search(
            r"\b(?:preferably|ideally|unless|mostly|initially|could|may)\b", sentence.text, re.IGNORECASE
        )
        yield found_in(
            sentence,
            found.span("places"),
            "locations",
            value,
            f'the text says "{on_one_line(found)}"',
            certain=certain and is_open is None,
        )
        return
