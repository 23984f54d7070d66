"""What education a job asks for, by Google's five kinds of credentials (educationRequirements)."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from site_builder.model.posting import EducationLevel
from site_builder.reading.experience import is_wished
from site_builder.reading.mappings import read_keys
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, shown

_LEVELS = ", ".join(EducationLevel)
_EXAMPLE = f"Write one or a list of: {_LEVELS}."

_NONE = re.compile(
    r"none|no requirements?|no (?:formal )?(?:degree|education|qualifications?)(?: (?:is |are )?(?:required|needed|necessary))?|"
    r"keine?|keine? (?:abschluss|ausbildung|studium)(?: (?:nötig|erforderlich))?|aucun(?: diplôme(?: requis)?)?|sans diplôme",
    re.IGNORECASE,
)
_WORDS = {
    EducationLevel.HIGH_SCHOOL: r"high[- ]?school(?: (?:diploma|degree|graduate))?|secondary school diploma|(?-i:GED|A-[Ll]evels?|A Levels)|abitur|fachabitur|"
    r"matura|allgemeine hochschulreife|baccalauréat|bachillerato|高卒",
    EducationLevel.ASSOCIATE: r"associate(?:['’]?s)? degree|foundation degree|短大卒",
    EducationLevel.BACHELOR: r"bachelor(?:['’]?s)?(?:[- ]level)?(?:[- ](?:degree|abschluss))?|undergraduate degree|b\.?sc\.?|b\.?eng\.?|"
    r"(?-i:B\.?[AS]\.?)(?= degree| in |/| or )|bac ?\+ ?3|laurea triennale|大卒|学士",
    EducationLevel.PROFESSIONAL: r"professional certificates?|professional certification",
    EducationLevel.POSTGRADUATE: r"post[- ]?graduate degree|master(?:['’]s|s)(?:[- ]level)?(?: degree)?|master(?:[- ]level)?[- ](?:degree|abschluss)|"
    r"master of (?:science|arts|engineering|business)|^master$|(?<=bachelor or )master|(?<=bachelor oder )master|(?<=bachelor/)master|m\.?sc\.?|m\.?eng\.?|mba|"
    r"(?-i:M\.?[AS]\.?)(?= degree| in )|(?<=B[AS]/)(?-i:M[AS])|ph\.?d\.?|doctorate|doctoral degree|doktortitel|abgeschlossene promotion|bac ?\+ ?[58]|"
    r"laurea magistrale|修士|博士",
}
_EITHER = (
    r"(?:university|college|academic|higher|relevant|technical|advanced)? ?degree|university|hochschulabschluss|hochschulstudium|studium|"
    r"abgeschlossenes (?:hochschul)?studium|diplom|diplôme|école d['’]ingénieurs?|bac ?\+ ?4|título universitario|laurea|graduate"
)
_TRADE = r"ausbildung|berufsausbildung|lehre|apprenticeship|vocational training|cap|bep|bts|dut|bac ?\+ ?2|trade certificate|certificate|certification|fp"
_SUBSTITUTE = (
    r"(?:or|oder|ou) (?:an? )?(?:\w+ )?(?:equivalent|comparable|commensurate|similar|vergleichbare?|gleichwertige?|équivalente?)(?: \w+){0,3}? "
    r"(?:experience|erfahrung|berufserfahrung|expérience)|or (?:relevant |practical |work )+experience|experience in lieu|"
    r"(?:oder|ou) (?:einschlägige |vergleichbare )?(?:berufserfahrung|expérience équivalente)"
)


class EducationRead(Struct, frozen=True):
    """The kinds of education any of which will do; whether experience will, too; the author's words where they say more."""

    levels: tuple[EducationLevel, ...] = ()
    experience_instead: bool | None = None
    text: str | None = None


def read_education(value: object) -> EducationRead:
    """Return the education that is asked for: a list of Google's kinds, or a text such as "Bachelor's degree or equivalent experience".

    A mapping is schema.org's (`credentialCategory`). A text of which no part names one of the kinds, or that names a wish, is kept as
    words alone, for `education_question`.
    """
    match value:
        case list():
            read = [read_education(item) for item in value]
            texts = [one.text for one in read if one.text]
            levels = tuple(dict.fromkeys(level for one in read for level in one.levels))
            instead = any(one.experience_instead for one in read) or None
            return EducationRead(levels, instead, ", ".join(texts) or None)
        case dict():
            given = read_keys(
                value, {"credentialcategory": "credentialCategory", "name": "credentialCategory"}, "the education"
            )
            return read_education(given.get("credentialCategory"))
        case str():
            return _of_text(read_text(value))
        case _:
            raise Wrong(f"{shown(value)} does not say what education is asked for", _EXAMPLE)


def education_question(text: str) -> tuple[str, str]:
    """Return what keeps a text from being read as education, and the answers to choose from."""
    message = f"{shown(text)} does not say which of Google's kinds of education is asked for"
    if is_wished(text):
        return (
            message,
            "If it is a wish, leave it in the text and delete the line, or write `education: no requirements`.",
        )
    if re.search(rf"\b(?:{_TRADE})\b", text, re.IGNORECASE):
        return (
            message,
            "Write `education: professional certificate` or `education: associate degree`, whichever comes nearest.",
        )
    if re.search(rf"\b(?:{_EITHER})\b", text, re.IGNORECASE):
        return (
            message,
            "Write `education: bachelor degree` if a first degree will do, `education: postgraduate degree` if not.",
        )
    return message, _EXAMPLE


def find_levels(text: str) -> list[tuple[int, int, EducationLevel]]:
    """Return the kinds of education that a text names, each from where to where."""
    return [
        (found.start(), found.end(), level)
        for found in _pattern().finditer(text)
        for level in _WORDS
        if found[level.name]
    ]


def may_substitute_experience(text: str) -> bool:
    """Say whether a text takes experience in place of education."""
    return re.search(_SUBSTITUTE, text, re.IGNORECASE) is not None


_LONGEST = 300


@lru_cache(maxsize=1024)
def _of_text(text: str) -> EducationRead:
    if _NONE.fullmatch(text.rstrip(".!")):
        return EducationRead((EducationLevel.NONE,))
    levels = tuple(dict.fromkeys(level for _, _, level in find_levels(text))) if len(text) <= _LONGEST else ()
    if not levels or (is_wished(text) and not may_substitute_experience(text)):
        return EducationRead(text=text)
    rest = _pattern().sub(" ", text).strip(" .,;/()")
    is_plain = (
        re.sub(r"\b(?:or|and|oder|und|ou|et|a|an|minimum|at least|required)\b", "", rest, flags=re.IGNORECASE).strip(
            " .,;/()&"
        )
        == ""
    )
    return EducationRead(levels, True if may_substitute_experience(text) else None, None if is_plain else text)


@cache
def _pattern() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{level.name}>{words})" for level, words in _WORDS.items())
    return re.compile(rf"(?i:(?<![\w+])(?:{groups})(?![\w+]))")
