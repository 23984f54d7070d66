"""Where the work is done, whether away from an office, and where applicants may live, as sentences state it."""

import re
from collections.abc import Iterator

from site_builder.model.posting import RemoteRule
from site_builder.reading.applicants import read_applicant_places
from site_builder.reading.countries import area_name, find_country, find_region
from site_builder.reading.places import PlacesRead, read_places
from site_builder.reading.proposed import Found, found_in, yaml_list, yaml_text
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

_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*\w|[A-Z])"
_NAME = rf"{_WORD}(?:[ ](?:{_WORD}|(?:am|an der|upon|on|de|la|le|sur|of|do|del)[ ]{_WORD})){{0,3}}"
_PLACE = rf"{_NAME}(?:,[ ]?{_NAME}){{0,2}}"
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
_NO_PLACES = frozenset(
    "a|an|the|we|you|our|remote|it|i|this|that|europe|python|java|linux|monday|january|english|german|french|computer science|home|full|part|cet|utc|gmt|est|pst".split(
        "|"
    )
)


def find_places(sentence: Sentence) -> Iterator[Found]:
    """Yield places, the remote rule and where applicants may live."""
    if sentence.label in _LABELS or sentence.label in _REMOTE_LABELS:
        labelled = list(_labelled(sentence))
        if labelled:
            yield from labelled
            return
    remote = list(_remote(sentence))
    yield from remote
    yield from _applicants(sentence, is_remote=any(one.value == RemoteRule.FULL for one in remote))
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
_SENTENCE_WORDS, said, re.IGNORECASE):
        return False
    yield from _of_read(sentence, (start, end), said, read)
    return True


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
        yield found_in(sentence, span, "applicant_locations", yaml_list(_names(read)), reason, certain=True)
    if read.region is not None:
        yield from _region(sentence, span, read.region)
    names = [place.text for place in read.places]
    if (
        names
        and not read.remote_beside_place
        and all(re.match(rf"(?:{_WORD}|\d|[^\x00-\x7f])", name) for name in names)
    ):
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


def _names(read: PlacesRead) -> list[str]:
    return [place.text if place.region else place.country or place.text for place in read.applicants]


_REMOTE = re.compile(
    r"remote|home ?office|work(?:ing)? from home|télétravail|telework|mobiles arbeiten|from anywhere|\bhybrid|on[- ]?site|vor ort|リモート",
    re.IGNORECASE,
)
_FULLY = r"(?:fully|100 ?%|completely|entirely|full|vollständig|komplett|zu 100 ?%|permanently)"
_FULL = re.compile(
    rf"\b(?:role|position|job|opportunity|post|stelle|poste)\b[^.;]{{0,40}}\b(?:is|will be|are|ist|est)\b[^.;]{{0,25}}\b(?:{_FULLY} )?(?:remote|based remotely|remotely based|en télétravail complet)\b|"
    rf"\bthis is an? (?:[\w%-]+,? ){{0,3}}remote (?:role|position|job|opportunity|internship)\b|"
    rf"\b{_FULLY}[ -]remote (?:role|position|job|opportunity|contract|stelle|arbeiten)\b|"
    rf"\b(?:you|employees|everyone|applicants|candidates|sie|vous)\b[^.;]{{0,25}}\bwork (?:{_FULLY} )(?:remote|remotely|from home)\b|"
    rf"\byou (?:may|can|will) work (?:\w+ )?(?:from anywhere|remotely from (?:anywhere|any))|\b100 ?% télétravail\b|\btélétravail (?:complet|à 100 ?%)|フルリモート",
    re.IGNORECASE,
)
_FULL_ALONE = re.compile(
    rf"\W*(?:{_FULLY}[ -])?remote(?: only)?\W*|\W*(?:100 ?%) (?:home ?office|télétravail)\W*", re.IGNORECASE
)
_FULLY_ALONE = re.compile(
    rf"\W*(?:{_FULLY}[ -]remote|remote only|(?:100 ?%) (?:home ?office|télétravail))(?: (?:role|position|job|work|opportunity))?\W*",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid (?:role|position|job|working|work|model|schedule)\b|\b(?:role|position|job) is hybrid\b|\btélétravail partiel\b|\bhybrides arbeiten\b|"
    r"\b(?:[1-4]|one|two|three|four)(?:[-–][1-4])? days? (?:a|per|each) week (?:in|at|from) (?:the|our) (?:\w+ )?office\b|\bpartly remote\b|\bteilweise (?:remote|im home ?office)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|not an?|not) remote(?: (?:work|working|position|role|job))?\b|\bon[- ]?site only\b|\bnot (?:recruiting|hiring|working) remotely\b|\bkein home ?office\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\bremote (?:work(?:ing)?|option|possible|friendly|ok)\b|\bwork(?:ing)? (?:remotely|from home)\b|\bhome ?office\b|\btélétravail\b|\bmobiles arbeiten\b|\bremote considered\b|\bpossible remote\b",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    r"\b(?:unless|possible|possibly|optional|options?|if you|if it|partly|partially|some|occasional\w*|days?|hybrid|considered|flexib\w*|preferably|may be|could|teilweise|möglich|"
    r"partiel|possibles?|bienvenue?|covid\w*|until|initially|after|mostly|or in|or from our|not|no|n['’]t|nicht|kein|pas|sometimes|ability|able)\b",
    re.IGNORECASE,
)
_OF_THE_COMPANY = re.compile(
    r"\b(?:team|company|culture|startup|environment|setup|set-up|budget|equipment|allowance|tools?|rides?|since|engineering teams|we are|we['’]re|clients?|devices?|support|access|sensing|control)\b",
    re.IGNORECASE,
)


def _remote(sentence: Sentence) -> Iterator[Found]:
    text = sentence.text
    if not _REMOTE.search(text):
        return
    found = _NONE.search(text)
    if found:
        yield found_in(
            sentence,
            found.span(),
            "remote",
            RemoteRule.NONE,
            f'the text says "{found[0]}"',
            certain=False,
            others=[RemoteRule.HYBRID],
        )
        return
    found = _FULL.search(text) or (_FULLY_ALONE.fullmatch(text) if sentence.alone else None)
    if found:
        certain = not _UNLESS.search(text)
        others = [] if certain else [RemoteRule.HYBRID]
        yield found_in(
            sentence,
            found.span(),
            "remote",
            RemoteRule.FULL,
            f'the text says "{_said(found)}"',
            certain=certain,
            others=others,
        )
        return
    found = _HYBRID.search(text)
    if found:
        certain = not re.search(
            r"\b(?:or|possible|possibly|bienvenu|accepté|option\w*|if|not|no)\b", text, re.IGNORECASE
        )
        others = [] if certain else [RemoteRule.NONE, RemoteRule.FULL]
        yield found_in(
            sentence,
            found.span(),
            "remote",
            RemoteRule.HYBRID,
            f'the text says "{_said(found)}"',
            certain=certain,
            others=others,
        )
        return
    found = _OPEN.search(text)
    if found and not _OF_THE_COMPANY.search(text):
        reason = f'the text says "{_said(found)}", which leaves open whether always or partly'
        yield found_in(
            sentence,
            found.span(),
            "remote",
            RemoteRule.HYBRID,
            reason,
            certain=False,
            others=[RemoteRule.FULL, RemoteRule.NONE],
        )


def _said(found: re.Match[str]) -> str:
    return " ".join(found[0].split())


_AREA = r"(?P<area>(?:the |all of )?(?:[A-ZÀ-Ž][\w.&'’-]*)(?:(?:,? (?:or|and|und|oder) |, ?| )(?:the )?(?:[A-ZÀ-Ž][\w.&'’-]*)){0,5})"
_MUST_LIVE = re.compile(
    rf"(?i:\b(?:must|needs? to|has to|have to|should|will|can|to)\b(?: \w+){{0,2}}? (?:be )?(?:located|based|reside|live|living|resident)(?: (?:in|within|anywhere in|from|inside))+) {_AREA}"
)
_ANYWHERE_IN = re.compile(rf"(?i:\b(?:from )?(?:anywhere|everywhere) (?:in|within|across)) {_AREA}|(?i:\bremote(?:ly)?(?: \w+){{0,2}}? (?:in|within|across|from)) {_AREA.replace('area', 'area_2')}|"
                          rf"(?i:\bwohnsitz in) {_AREA.replace('area', 'area_3')}")  # fmt: skip
_ONLY = re.compile(rf"(?P<area>{_NAME})[ -](?:only|based (?:developers|candidates|applicants|engineers|people|only))\b")
_IDEAL = re.compile(
    r"\b(?:ideal\w*|prefer\w*|willing|happy|team|company|clients?|customers?|offices?|hq|headquarter\w*)\b",
    re.IGNORECASE,
)


def _applicants(sentence: Sentence, *, is_remote: bool) -> Iterator[Found]:
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
            yield from _region(sentence, (span[0], end), said)
            return
        if not said or said.casefold() in _NO_PLACES or (len(said) == 2 and find_country(said) is None):  # noqa: PLR2004 - a code
            continue
        try:
            places = read_applicant_places(said)
        except Wrong:
            continue
        read = PlacesRead(applicants=places)
        yield found_in(
            sentence,
            (span[0], end),
            "applicant_locations",
            yaml_list(_names(read)),
            f'the text says "{said}"',
            certain=certain,
        )
        return


def _region(sentence: Sentence, span: tuple[int, int], name: str) -> Iterator[Found]:
    region = find_region(area_name(name))
    if region is None or not region[1]:
        return
    reason = f'"{name}" is a region: these are its countries; take out those where nobody may live'
    yield found_in(sentence, span, "applicant_locations", yaml_list(region[1]), reason, certain=False)


def _based(sentence: Sentence) -> Iterator[Found]:
    for pattern, certain in ((_BASED, True), (_OFFICE, False)):
        found = pattern.search(sentence.text)
        if found is None:
            continue
        said = " ".join(found["places"].split()).rstrip(".")
        names = [name.strip().rstrip(".") for name in _BETWEEN.split(said)]
        if any(name.casefold() in _NO_PLACES or find_region(name) is not None for name in names):
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
            f'the text says "{_said(found)}"',
            certain=certain and is_open is None,
        )
        return
