"""Whether a job is done away from an office, as sentences state it."""

import re
from collections.abc import Iterator, Sequence

from site_builder.model.posting import RemoteRule
from site_builder.reading.proposed import Found, found_in, on_one_line
from site_builder.reading.sentences import Sentence

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
_PERHAPS_HYBRID = re.compile(r"\b(?:or|possible|possibly|bienvenu|accepté|option\w*|if|not|no)\b", re.IGNORECASE)


def find_remote(sentence: Sentence) -> Iterator[Found]:
    """Yield whether the work is always, partly or never done away from an office."""
    text = sentence.text
    if not _REMOTE.search(text):
        return
    if found := _NONE.search(text):
        yield _said(sentence, found, RemoteRule.NONE, [RemoteRule.HYBRID])
    elif found := _FULL.search(text) or (_FULLY_ALONE.fullmatch(text) if sentence.alone else None):
        yield _said(sentence, found, RemoteRule.FULL, [RemoteRule.HYBRID] if _UNLESS.search(text) else [])
    elif found := _HYBRID.search(text):
        others = [RemoteRule.NONE, RemoteRule.FULL] if _PERHAPS_HYBRID.search(text) else []
        yield _said(sentence, found, RemoteRule.HYBRID, others)
    elif (found := _OPEN.search(text)) and not _OF_THE_COMPANY.search(text):
        left_open = ", which leaves open whether always or partly"
        yield _said(sentence, found, RemoteRule.HYBRID, [RemoteRule.FULL, RemoteRule.NONE], left_open)


def _said(
    sentence: Sentence, found: re.Match[str], rule: RemoteRule, others: Sequence[RemoteRule], more: str = ""
) -> Found:
    """Return what a pattern has found; it is certain where nothing else can be meant."""
    reason = f'the text says "{on_one_line(found)}"{more}'
    return found_in(sentence, found.span(), "remote", rule, reason, certain=not others, others=others)
