"""Lines of a text that read like a field: `Location: Berlin`, `Bewerbungsschluss: 15.1.2027`."""

import re
from zoneinfo import ZoneInfo

from site_builder.reading.names import normal
from site_builder.reading.rules import POSTING, by_name
from site_builder.reading.salaries import salary_question
from site_builder.reading.wrong import Wrong


def label_of(line: str) -> tuple[str, str] | None:
    """Return the field and the value of a line such as `Location: Berlin`, by our names or those of postings in German and French; None for others."""
    found = _LABEL.fullmatch(line.strip()[:_LONGEST_LABEL]) if len(line) <= _LONGEST_LABEL else None
    if found is None:
        return None
    name = normal(found["name"])
    rule = by_name(POSTING).get(name)
    field = rule.name if rule is not None and rule.name in _LABELLED else _LABELS.get(name)
    value = " ".join(re.sub(r"<[^<>]*>", " ", found["value"]).split()).strip(" *_")
    return (field, value) if field and value else None


def can_be(field: str, value: str, zone: ZoneInfo) -> bool:
    """Say whether the value of a label is one of its field beyond doubt: short, no sentence, and read by the field's reader."""
    if (
        len(value) > _LONGEST_VALUE
        or re.search(r"[.!?] [A-Z]|[!?]$", value)
        or (field == "locations" and _is_sentence(value))
    ):
        return False
    try:
        read = by_name(POSTING)[normal(field)].read(value, zone)
    except Wrong:
        return False
    if field == "salary":
        return read.salary is not None
    return field != "employment_type" or bool(read[0])


def question_about(field: str, value: str, zone: ZoneInfo) -> str | None:
    """Return why the value of a label cannot be read, and what to write; None where it can, or is none of its field at all."""
    if field not in _ASKED or len(value) > _LONGEST_VALUE or not any(map(str.isdigit, value)):
        return None
    try:
        read = by_name(POSTING)[normal(field)].read(value, zone)
    except Wrong as wrong:
        return f"{wrong.message}. {wrong.mend}"
    if field == "salary" and read.salary is None:
        return ". ".join(salary_question(value, set()))
    return None


_ASKED = frozenset({"date_posted", "valid_through", "opens_on", "salary"})
_LONGEST_VALUE = 80
_MOST_WORDS_OF_PLACE = 8
_MOST_SMALL_WORDS = 2


def _is_sentence(value: str) -> bool:
    words = value.split()
    lower = [word for word in words if word[0].islower()]
    return (
        len(words) > _MOST_WORDS_OF_PLACE
        or len(lower) > _MOST_SMALL_WORDS
        or bool({"will", "is", "be", "you", "we", "wird", "est"} & set(lower))
    )


_LABEL = re.compile(r"[ \t>*_•-]*(?P<name>[^\W\d_][\w ./’'()-]{1,30}?)[*_]*[ \t]*[:：][*_]*[ \t]*(?P<value>\S.{0,80})")
_LABELLED = frozenset(
    "title organization locations remote employment_type department date_posted valid_through opens_on salary apply_url apply_email identifier work_hours "
    "tags industry applicant_locations".split()
)
_LONGEST_LABEL = 140
_LABELS = {
    normal(name): field
    for field, names in {
        "title": "role|stelle|position|poste|intitulé du poste|stellenbezeichnung",
        "organization": "unternehmen|firma|arbeitgeber|entreprise|société|employeur",
        "locations": "ort|standort|arbeitsort|einsatzort|dienstort|lieu|lieu de travail|localisation|city|where|based in|job location|勤務地",
        "employment_type": "type|job type|anstellungsart|beschäftigungsart|arbeitszeit|type de contrat|contrat|hours|雇用形態",
        "department": "abteilung|bereich|service|部署",
        "valid_through": "apply by|application deadline|closing date|bewerbungsschluss|bewerbungsfrist|date limite|応募締切",
        "salary": "gehalt|vergütung|salaire|rémunération|salary range|pay range|wage|給与",
        "opens_on": "",
        "date_posted": "posted on|date posted|veröffentlicht am",
        "identifier": "job id|job number|reference number|kennziffer|referenznummer|référence",
        "work_hours": "working hours|wochenstunden",
        "apply_email": "email to apply|bewerbung an|apply to",
    }.items()
    for name in names.split("|")
    if name
}
