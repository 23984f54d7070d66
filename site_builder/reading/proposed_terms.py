"""The kind of employment, the last day to apply, experience and education, as sentences state them."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from site_builder.model.posting import EducationLevel
from site_builder.reading.dates import read_date
from site_builder.reading.education import find_levels, may_substitute_experience
from site_builder.reading.employment import read_employment_types
from site_builder.reading.experience import find_durations, is_wished
from site_builder.reading.proposed import Found, found_in, yaml_list
from site_builder.reading.sentences import Sentence
from site_builder.reading.wrong import Question, Wrong

_EMPLOYMENT_LABELS = frozenset(
    "type|job type|employment|employment type|type of employment|contract|contract type|type of contract|commitment|hours|position type|job status|"
    "vertragsart|beschäftigungsart|anstellungsart|anstellung|art der anstellung|arbeitszeit|umfang|beschäftigungsumfang|type de contrat|contrat|"
    "temps de travail|tipo de contrato|contratto|雇用形態".split("|")
)
_TYPE = (
    r"full[- ]?time|part[- ]?time|fixed[- ]term|temporary|freelance|internship|voluntary|volunteer|vollzeit|teilzeit|befristet\w*|praktikum|werkstudent\w*|"
    r"à temps plein|temps plein|à temps partiel|temps partiel|cdd|cdi|stage|permanent|contract"
)
_JOB = r"position|role|job|opportunity|post|vacancy|contract|employment|internship|placement|stelle|anstellung|tätigkeit|poste|emploi|contrat|mission"
_TYPES = rf"(?:{_TYPE})(?:\s?(?:,|/|or|and|oder|und|ou|et|-)\s?(?:{_TYPE}))*"
_THIS_IS = re.compile(
    rf"\b(?:this|the|die|der|das|diese|le|il s['’]agit d['’]un)\b[^.,;:]{{0,40}}?\b(?:is|will be|ist|est|wird|s['’]agit)\b[^.;:]{{0,30}}?\b(?P<types>{_TYPES})\b"
    rf"(?:[ ,-]+(?:[\w%-]+[ ,-]+){{0,4}}?(?P<job>{_JOB})\b|(?P<end>\s*(?:[.,;(]|$)))",
    re.IGNORECASE,
)
_A_JOB = re.compile(
    rf"\b(?P<types>{_TYPES})[ ,-]+(?:[\w%-]+[ ,-]+){{0,2}}?(?:{_JOB})\b|\bin (?P<german>(?:vollzeit|teilzeit)(?: (?:oder|und|/) (?:vollzeit|teilzeit))?)\b|"
    r"\b(?P<compound>vollzeit|teilzeit)(?:stelle|position|anstellung)\b|\bà (?P<french>temps plein|temps partiel)\b",
    re.IGNORECASE,
)
_NOT_THIS_JOB = re.compile(
    r"\b(?:team|built|employees|staff|colleagues|developers|we have|years by|become|proving|possible|möglich|possibles?|considered|option\w*|welcome|envisag\w*|equivalent|not|no|nicht)\b",
    re.IGNORECASE,
)


def find_employment(sentence: Sentence) -> Iterator[Found]:
    """Yield the kinds of employment: of a line such as "Contract: full-time", and of "this is a full-time position"."""
    text = sentence.text
    if sentence.label in _EMPLOYMENT_LABELS:
        yield from _employment(sentence, sentence.after_label, len(text), certain=True)
        return
    if sentence.alone and len(text.split()) <= len("full time or part time".split()):
        whole = (
            [] if _NOT_THIS_JOB.search(text) else list(_employment(sentence, 0, len(text), certain=True, whole=True))
        )
        if whole:
            yield from whole
            return
    found = _THIS_IS.search(text)
    if found:
        yield from _employment(sentence, *found.span("types"), certain=not _NOT_THIS_JOB.search(text))
        return
    for found in _A_JOB.finditer(text):
        name = next(name for name in ("types", "german", "compound", "french") if found[name])
        if not _NOT_THIS_JOB.search(text):
            yield from _employment(sentence, *found.span(name), certain=False)


def _employment(sentence: Sentence, start: int, end: int, *, certain: bool, whole: bool = False) -> Iterator[Found]:
    said = " ".join(sentence.text[start:end].split()).strip(" .,;")
    try:
        types, words = read_employment_types(said)
    except Wrong:
        return
    if types and (words is None or not whole):
        value = types[0].value if len(types) == 1 else yaml_list([one.value for one in types])
        is_whole = words is None or (certain and len(said) < len("permanent, full-time, 40 hours"))
        yield found_in(
            sentence, (start, end), "employment_type", value, f'the text says "{said}"', certain=certain and is_whole
        )


_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = (
    rf"(?P<date>\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?{_MONTH},?\s(?:de\s)?\d{{4}}|"
    rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日)"
)
_DAY = re.compile(_DATE, re.IGNORECASE)
_WEEKDAY = (
    r"(?:\w+day,?\s(?:the\s)?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),?\s(?:(?:den|dem)\s)?)?"
)
_LAST_DAY = re.compile(
    r"\b(?P<what>appl(?:y|ication|ications|ying)|deadline|closing date|closes?|closing|bewerbungsfrist|bewerbungsschluss|bewerbung(?:en)?|bewerben|"
    r"candidatures?|candidater|postuler|date limite|submit|応募締切|fecha límite|scadenza)\b"
    r"[^.;\v]{0,70}?(?P<how>\b(?:by|until|till|before|on|is|bis(?: zum| spätestens)?|zum|am|avant le|avant|jusqu['’]au|au plus tard le|le|no later than|than|entro il|hasta el)|:|-|–|締切)\s*"
    + _WEEKDAY + _DATE,
    re.IGNORECASE,
)  # fmt: skip
_POSTED = re.compile(
    r"(?:date )?(?:first )?posted(?: on)?|date of posting|published(?: on)?|publication date|veröffentlicht(?: am)?|publié(?:e)? le|date de publication|eingestellt am|掲載日",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:start\w*|begin\w*|join\w*|eintritt\w*|ab dem|début|démarrage|prise de poste)\b", re.IGNORECASE
)


def find_dates(sentence: Sentence, zone: ZoneInfo) -> Iterator[Found]:
    """Yield the last day to apply, and the day of posting where a line names it."""
    text = sentence.text
    if not any(map(str.isdigit, text)):
        return
    if _POSTED.fullmatch(sentence.label):
        posted = _DAY.match(text, sentence.after_label)
        if posted:
            yield from _date(sentence, posted, "date_posted", zone, certain=True)
    if not _DAY.search(text):
        return
    for found in _LAST_DAY.finditer(text):
        between = text[found.start() : found.start("date")]
        if not _STARTS.search(between):
            yield from _date(
                sentence,
                found,
                "valid_through",
                zone,
                certain="before" not in found["how"] and "avant" not in found["how"],
            )


def _date(sentence: Sentence, found: re.Match[str], field: str, zone: ZoneInfo, *, certain: bool) -> Iterator[Found]:
    said = found["date"]
    span = found.span("date")
    try:
        day = read_date(said, zone).isoformat()
    except Question as question:
        first, *others = re.findall(r"\d{4}-\d{2}-\d{2}", question.mend)
        yield found_in(sentence, span, field, first, f'"{said}" can be read as two days', certain=False, others=others)
    except Wrong:
        return
    else:
        reason = (
            f'the text says "{" ".join(found[0].split())}"'
            if certain
            else f'the text says "{" ".join(found[0].split())}", which may leave that day out'
        )
        yield found_in(sentence, span, field, day, reason, certain=certain)


_EXPERIENCE = re.compile(
    r"\b(?:experience\w*|exp|track record|berufserfahrung|erfahrung\w*|berufspraxis|expérience\w*|experiencia|esperienza|ervaring|zkušenost\w*)\b",
    re.IGNORECASE,
)
_WORK = re.compile(r"\W*(?:of\s)?(?:\w+\s){0,3}(?:working|developing|development|building|coding)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\W*(?:(?:you|sie|vous)\s(?:should\s|must\s)?(?:have|bring|haben|bringen|avez)|requires?|requirements?|experience|with|at least|a minimum of|minimum(?: of)?|min\.?|more than|over|mindestens|mind\.|au moins|minimum de|erforderlich|\W)*\W*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\W*(?:of\s|d['’]|de\s)?(?:(?:professional|work|working|relevant|commercial|industry|industrial|practical|related|proven|solid|prior|previous|project|einschlägige|"
    r"praktische|relevante)\s)*(?:experience|berufserfahrung|erfahrung|berufspraxis|expérience)(?:\s(?:professionnelle|is|required|needed|necessary|erforderlich|exigée|requise))*\W*",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:we|we['’]ve|we['’]re|our|us|company|founded|established|ago|old|past|last|next|since|history|anniversary|growth|wir|unser\w*|seit|vor|firma|nous|notre|il y a|contract|"
    r"cdd|visa|funding|mission|renewable|extendable|duration|limited|befristet\w*|summary|juniors?|learn|hiring)\b",
    re.IGNORECASE,
)


def find_experience(sentence: Sentence) -> Iterator[Found]:
    """Yield the experience that is asked for: of "3+ years of experience", not of "we have 20 years of experience"."""
    text = sentence.text
    durations = find_durations(text)
    if not durations or _OF_OTHERS.search(text):
        return
    for duration in durations:
        if not _EXPERIENCE.search(text) and not _WORK.match(text, duration.end):
            continue
        plain = _BEFORE.fullmatch(text, 0, duration.start) and _AFTER.fullmatch(text, duration.end)
        certain = len(durations) == 1 and plain is not None and not is_wished(text)
        said = " ".join(text[duration.start :].split())[:60]
        reason = f'the text says "{said}"' + ("" if certain else ", which may be a wish, or about one skill")
        yield found_in(
            sentence, (duration.start, duration.end), "experience", duration.written, reason, certain=certain
        )


_ANY_DEGREE = re.compile(
    r"\b(?:university|college|academic|technical|relevant|scientific|mathematical|stem|science|engineering)\s(?:or \w+ )?degree\b|\bdegree in\b|\bhochschulabschluss\b|\bhochschulstudium\b|"
    r"\babgeschlossenes (?:\w+ ){0,2}?studium\b|\bdiplôme d['’]ingénieur\b",
    re.IGNORECASE,
)
_NO_DEGREE = re.compile(
    r"\bno (?:university |formal )?degree (?:is )?(?:needed|required|necessary)\b|\b(?:kein|ein) studium ist nicht (?:nötig|erforderlich)\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:require\w*|must|need|erforderlich|exigé\w*|you (?:have|hold)|minimum|at least|mindestens)\b", re.IGNORECASE
)
_OR_ELSE = re.compile(
    r"\bor (?:an? )?(?:similar|comparable|equivalent|commensurate|other|appropriate)\b|\bother relevant\b|\boder (?:vergleichbar|gleichwertig|ähnlich)",
    re.IGNORECASE,
)
_TOO_SHORT = frozenset({"high school", "high-school", "highschool", "matura"})
_TITLES = re.compile(
    r"\b(?:he|she|holds|founder|ceo|cto|our|team of|colleagues|phds|phd students?|students?)\b", re.IGNORECASE
)


def find_education(sentence: Sentence) -> Iterator[Found]:
    """Yield the education that is asked for, and whether experience will do instead."""
    text = sentence.text
    none = _NO_DEGREE.search(text)
    if none:
        yield found_in(
            sentence, none.span(), "education", EducationLevel.NONE.value, f'the text says "{none[0]}"', certain=True
        )
        return
    instead = may_substitute_experience(text)
    if _TITLES.search(text) or (is_wished(text) and not instead):
        return
    levels = [one for one in find_levels(text) if text[one[0] : one[1]].casefold() not in _TOO_SHORT]
    if levels:
        start, end, _ = levels[0]
        kinds = list(dict.fromkeys(level.value for _, _, level in levels))
        value = kinds[0] if len(kinds) == 1 else yaml_list(kinds)
        is_asked_for = (
            not re.search(r"\w", re.sub(r"\b(?:an?|the|ein|eine|un|une)\b", "", text[:start]))
            or _ASKED_FOR.search(text) is not None
        )
        certain = (
            is_asked_for and EducationLevel.PROFESSIONAL.value not in kinds and (instead or not _OR_ELSE.search(text))
        )
        yield found_in(
            sentence, (start, end), "education", value, f'the text says "{text[start:end].strip()}"', certain=certain
        )
    else:
        certain = False
        degree = _ANY_DEGREE.search(text)
        if degree is None:
            return
        start, end = degree.span()
        reason = f'the text says "{degree[0]}", but not which one'
        yield found_in(
            sentence,
            (start, end),
            "education",
            EducationLevel.BACHELOR.value,
            reason,
            certain=False,
            others=[EducationLevel.POSTGRADUATE.value],
        )
    if instead:
        yield found_in(
            sentence,
            (start, end),
            "experience_in_place_of_education",
            "true",
            "the text takes experience in place of a degree",
            certain=certain,
        )
