"""How much experience a job asks for: the least number of months, where it is certain (Google's experienceRequirements)."""

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from site_builder.reading.mappings import read_keys
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Question, Wrong, shown

_KEYS = {
    "months": "months",
    "monthsofexperience": "months",
    "minmonths": "months",
    "years": "years",
    "minyears": "years",
}
_EXAMPLE = "Write the least that is asked for: `experience: 3 years`, `experience: 6 months` or `experience: none`."
_MOST_MONTHS = 12 * 50


class ExperienceRead(Struct, frozen=True):
    """The least months of experience (0: none is asked for), and the author's words where they say more or cannot be read."""

    months: int | None = None
    text: str | None = None


def read_experience(value: object) -> ExperienceRead:
    """Return the experience that is asked for: of "3 years", "3+ years", "2-4 Jahre" the least; "none" is 0.

    A mapping has `years` or `months` (schema.org: `monthsOfExperience`). Words that say more than the time are kept beside it; of words
    that leave it open ("several years", "ideally 3 years") only they are. Raises Question for a number alone.
    """
    match value:
        case dict():
            return ExperienceRead(_of_mapping(value))
        case bool():
            raise Wrong(f"{shown(value)} does not say how much experience is asked for", _EXAMPLE)
        case int() | float():
            raise Question(
                f"the experience {shown(value)} may be years or months",
                f"Write `experience: {shown(value)} years` or `experience: {shown(value)} months`.",
            )
        case str():
            return _of_text(read_text(value))
        case _:
            raise Wrong(f"{shown(value)} does not say how much experience is asked for", _EXAMPLE)


def experience_question(text: str) -> tuple[str, str]:
    """Return what keeps a text from being read as experience, and what to write instead."""
    message = f"{shown(text)} does not say how many years or months are asked for at least"
    if is_wished(text):
        return message, "If it is a wish, leave it in the text and delete the line, or write `experience: none`."
    lengths = dict.fromkeys(duration.written for duration in find_durations(text))
    lines = " or ".join(f"`experience: {length}`" for length in lengths)
    return message, f"Write {lines}, whichever is asked for in all." if lines else _EXAMPLE


class Duration(Struct, frozen=True):
    """A length of time in a text, from `start` to `end`, as its least number of months."""

    start: int
    end: int
    months: int

    @property
    def written(self) -> str:
        """The least time as it is read back: "1 year", "36 months" as "3 years"."""
        years, months = divmod(self.months, 12)
        number, unit = (self.months, "month") if months else (years, "year")
        return f"{number} {unit}{'s' if number > 1 else ''}"


def find_durations(text: str) -> list[Duration]:
    """Return the lengths of time in a text: "3+ years", "two to three years", "6 Monate"; "up to 3 years" has no least one."""
    return [
        Duration(found.start(), found.end(), months)
        for found in _DURATION.finditer(text)
        if not found["up_to"] and (months := _months(found["low"], found["unit"])) is not None
    ]


_ONES = (
    "one two three four five six seven eight nine ten|eins zwei drei vier fünf sechs sieben acht neun zehn|"
    "un deux trois quatre cinq six sept huit neuf dix"
)
_NUMBERS = {word: number for words in _ONES.split("|") for number, word in enumerate(words.split(), 1)} | {
    "ein": 1, "eine": 1, "einem": 1, "einen": 1, "a": 1, "an": 1, "une": 1, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]5)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_YEARS = r"years?|yrs?\.?|yr|jahre?n?|années?|ans?|años?|anni|jaar|lata?|let|roky|år"
_MONTHS = r"months?|monate?n?|mois|meses|mesi|maanden|měsíců|måneder|månader"
_DURATION = re.compile(
    rf"(?<![\w.,])(?P<up_to>(?:up to|at most|less than|under|max\.?|bis zu|höchstens|jusqu['’]à|moins de)\s)?(?P<low>{_NUMBER})\s?\+?"
    rf"(?:\s?(?:-|–|—|to|or|bis|oder|à|ou|and)\s?{_NUMBER}\s?\+?)?[\s-]?(?P<unit>{_YEARS}|{_MONTHS})(?!\w)",
    re.IGNORECASE,
)
_IS_MONTH = re.compile(rf"(?:{_MONTHS})", re.IGNORECASE)
_NONE = re.compile(
    r"(?:no|none|0|not|keine?|aucune?|sans|ohne|ninguna)?\s?(?:(?:prior|previous|work|professional|industry|relevant|special)\s)*"
    r"(?:experience|requirements?|expérience|berufserfahrung|erfahrung|vorkenntnisse|vorerfahrung|experiencia)?\s?"
    r"(?:is\s)?(?:required|needed|necessary|requirements?|requise|exigée|nötig|erforderlich|notwendig)?",
    re.IGNORECASE,
)
_NONE_WORDS = re.compile(
    r"\b(?:no|none|not|0|kein|keine|aucune?|sans|ohne|ninguna|débutant|entry level welcome)\b", re.IGNORECASE
)
_WISHED = re.compile(
    r"prefer|ideal|nice to have|bonus|plus\b|desir|optional|advantage|valued|helpful|useful|welcome|benefi|asset\b|wünschenswert|von vorteil|idealerweise|gerne|souhait|apprécié|atout|would be|"
    r"(?:or|oder|ou) equivalent|maximum|max\b",
    re.IGNORECASE,
)


def is_wished(text: str) -> bool:
    """Say whether words make what stands beside them a wish rather than a requirement."""
    return _WISHED.search(text) is not None


def asks_for_none(text: str) -> bool:
    """Say whether a text is nothing but a word for "no experience needed"."""
    return bool(_NONE_WORDS.search(text) and _NONE.fullmatch(text.strip(" .!")))


_LONGEST = 300
_PLAIN = re.compile(
    r"(?:at least|min(?:imum|\.)?(?: of)?|mindestens|mind\.|au moins|minimum)?\s*(?:of\s)?(?:work |professional )?(?:experience)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def _of_text(text: str) -> ExperienceRead:
    if asks_for_none(text):
        return ExperienceRead(0)
    found = find_durations(text) if len(text) <= _LONGEST else []
    if re.fullmatch(r"\d{1,3}", text):
        raise Question(
            f"the experience {shown(text)} may be years or months",
            f"Write `experience: {text} years` or `experience: {text} months`.",
        )
    if len(found) != 1 or is_wished(text) or _NONE_WORDS.search(text):
        return ExperienceRead(text=text)
    [duration] = found
    beside = f"{text[: duration.start]} {text[duration.end :]}".strip(" ,.;:()+'’")
    inner = text[duration.start : duration.end]
    is_plain = (
        _PLAIN.fullmatch(beside) is not None
        and re.fullmatch(r"[^-–—]*?\+?\s?-?\w+\.?", inner) is not None
        and len(re.findall(r"\d+", inner)) <= 1
    )
    return ExperienceRead(duration.months, None if is_plain else text)


def _months(number: str, unit: str) -> int | None:
    amount = Decimal(number.replace(",", ".")) if number[0].isdigit() else Decimal(_NUMBERS[number.casefold()])
    months = amount * (1 if _IS_MONTH.fullmatch(unit) else 12)
    return int(months) if months == int(months) and 0 < months <= _MOST_MONTHS else None


def _of_mapping(value: dict[object, object]) -> int:
    given = read_keys(value, _KEYS, "the experience")
    if len(given) != 1:
        raise Wrong(
            "the experience says neither years nor months, or both", "Write one of them: {years: 3} or {months: 18}."
        )
    [(unit, number)] = given.items()
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    months = number * (12 if unit == "years" else 1) if is_number and isinstance(number, int | float) else -1
    if not 0 <= months <= _MOST_MONTHS or months != int(months):
        raise Wrong(
            f"{shown(number)} is no number of {unit}",
            f"Write a number alone: {{{unit}: {36 if unit == 'months' else 3}}}.",
        )
    return int(months)
