"""The kind of employment: Google's eight values, in the words of postings."""

import re
from functools import lru_cache

from site_builder.model.posting import EmploymentType
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, near, shown

_ENUM = ", ".join(EmploymentType)
_MOST_TYPES = 50  # and of the words between commas

_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "full time|fulltime|ft|vollzeit|temps plein|temps complet|à temps plein|tiempo completo|"
    "jornada completa|tempo pieno|tempo integral|voltijd|fulltime job|plný úvazek|pełny etat|heltid|teljes munkaidő|フルタイム|正社員フルタイム|全职",
    EmploymentType.PART_TIME: "part time|parttime|pt|teilzeit|temps partiel|à temps partiel|tiempo parcial|media "
    "jornada|"
    "tempo parziale|tempo parcial|deeltijd|částečný úvazek|zkrácený úvazek|deltid|část úvazku|pół etatu|パートタイム|アルバイト",
    EmploymentType.CONTRACTOR: "contractor|contractors|freelance|freelancer|freelancing|freiberuflich|freie mitarbeit|"
    "indépendant|auto entrepreneur|autónomo|independent contractor|self employed|b2b|1099|freelance contract|"
    "contract work|contract position|contract basis|freelance basis|zzp|zzp er|業務委託",
    EmploymentType.TEMPORARY: "temporary|temp|fixed term|fixed term contract|temporary contract|limited term|"
    "befristet|zeitarbeit|"
    "befristeter vertrag|cdd|contrat à durée déterminée|durée déterminée|intérim|interim|seasonal|saisonnier|temporal|"
    "tempo determinato|tijdelijk|na dobu určitou|zeitvertrag|tidsbegränsad|umowa na czas określony|契約社員",
    EmploymentType.INTERN: "intern|interns|internship|internships|praktikum|praktikant|praktikantin|stage|stagiaire|"
    "stagiair|tirocinio|prácticas|pasantía|becario|estágio|staż|stáž|praktik|pflichtpraktikum|インターン",
    EmploymentType.VOLUNTEER: "volunteer|volunteers|volunteering|voluntary|ehrenamt|ehrenamtlich|bénévole|bénévolat|"
    "voluntario|"
    "voluntariado|volontario|vrijwilliger|dobrovolník",
    EmploymentType.PER_DIEM: "per diem|perdiem",
    EmploymentType.OTHER: "other|others|sonstige|sonstiges|autre|otro|otros|altro|anders",
}
_WORDS_ONLY = (
    "permanent|perm|permanent position|permanent contract|unlimited|unlimited contract|regular|indefinite|open "
    "ended|unbefristet|"
    "festanstellung|cdi|contrat à durée indéterminée|durée indéterminée|indefinido|tempo indeterminato|"
    "vast|vast contract|employee|werkstudent|werkstudentin|working student|minijob|mini job|midijob|apprentice|"
    "apprenticeship|"
    "ausbildung|alternance|apprentissage|trainee|traineeship|casual|zero hours|project based|on call|contract|position|"
    "job|employment|role|正社員"
)
"""What no value of the enumeration says: how long a contract runs, or a kind of work of one country."""


def _key(text: str) -> str:
    """Return a term without what its spellings differ by: `Full-time`, `full_time` and `FULLTIME` are one."""
    return re.sub(r"[\s_.\-‐-―]", "", text.casefold())


_TYPES: dict[str, EmploymentType | None] = {_key(word): None for word in _WORDS_ONLY.split("|")} | {
    _key(word): kind for kind, words in _EMPLOYMENT.items() for word in words.split("|")
}
_WHOLE_TERMS: dict[str, EmploymentType | None] = {**_TYPES, "contract": EmploymentType.CONTRACTOR}
"""Alone, "contract" is a contractor's; beside other words (a full-time contract) it is anybody's."""

_BETWEEN_TYPES = re.compile(r"[,;/|+&()\n]|\s(?:and|or|und|oder|et|ou|y|o|e|en|of)\s", re.IGNORECASE)
_CANONICAL = {_key(kind): kind for kind in EmploymentType}
_LIKENESS = 0.88
"""A misspelling of a canonical name: high enough that "internal" and "interim" are words of their own."""


def read_employment_types(value: object) -> tuple[tuple[EmploymentType, ...], str | None]:
    """Return the employment types that a value names, in its order, and the author's words where these say more.

    Read are names of Google's enumeration in any spelling and common words of several languages, as a list or joined by
    commas, slashes or "and". Where any part is none of these ("permanent") all of it is kept as words too. Raises Wrong
    for a misspelt name of the enumeration.
    """
    return _types_in_text(value) if isinstance(value, str) and len(value) < _LONGEST_TERM else _types(value)


def _types(value: object) -> tuple[tuple[EmploymentType, ...], str | None]:
    pieces: list[object] = value if isinstance(value, list) else [value]
    if not all(isinstance(piece, str) or piece is None for piece in pieces) or len(pieces) > _MOST_TYPES:
        raise Wrong(f"{shown(value)} is not an employment type", f"Write one or more of {_ENUM}.")
    texts = [read_text(piece) for piece in pieces if isinstance(piece, str) and piece.strip()]
    found: dict[EmploymentType, None] = {}
    says_more = False
    terms = [term for text in texts for term in filter(None, map(str.strip, _BETWEEN_TYPES.split(text)))]
    if len(terms) > _MOST_TYPES:
        raise Wrong(f"there are {len(terms)} kinds of employment", f"Write one or more of {_ENUM}.")
    for term in terms:
        kinds = _read_term(term)
        says_more = says_more or None in kinds
        found |= dict.fromkeys(kind for kind in kinds if kind is not None)
    return tuple(found), ", ".join(texts) if says_more else None


def employment_question(types: tuple[EmploymentType, ...], text: str) -> tuple[str, str] | None:
    """Return what a text about employment leaves open, and the answers to choose from; None where it only says more.

    `types` are the kinds that were read of it. Someone permanent is no contractor: where both are named, a kind of the other is missing.
    """
    hours = {EmploymentType.FULL_TIME, EmploymentType.PART_TIME}
    if not types:
        ends = _TIME.search(text) is not None
        answers = (
            "`employment_type: [FULL_TIME, TEMPORARY]` for somebody employed for that time, `employment_type: CONTRACTOR` for somebody who is not"
            if ends and _PERMANENT.search(text) is None
            else "`employment_type: [FULL_TIME, CONTRACTOR]` where either will do, `employment_type: FULL_TIME` where not"
            if ends
            else "`employment_type: FULL_TIME`, `employment_type: PART_TIME`, or `employment_type: [FULL_TIME, PART_TIME]` where either will do"
        )
        return (
            f"{shown(text)} is shown as written, but does not say whether the job is full-time or part-time",
            f"Write {answers}.",
        )
    if hours & set(types) or _PERMANENT.search(text) is None:
        return None
    both = ", ".join(("FULL_TIME", *types))
    return (
        f"{shown(text)} is read as {', '.join(types)} alone: of those who are permanent it does not say whether they work full-time or part-time",
        f"Write `employment_type: [{both}]`, with PART_TIME for FULL_TIME if that is meant.",
    )


_PERMANENT = re.compile(r"\b(?:perm|permanent|unbefristet|festanstellung|cdi|indefinido|unlimited)\b", re.IGNORECASE)

_types_in_text = lru_cache(maxsize=1024)(_types)  # there are few kinds of employment


def _read_term(term: str) -> list[EmploymentType | None]:
    """Return the kinds in one term; None stands for words that are no kind."""
    if len(term) > _LONGEST_TERM:
        return [None]
    untimed = _TIME.sub(" ", term)
    if untimed != term:
        # How long a contract runs says that it ends, but "6 month contract" does not say whose: an employee's or a contractor's.
        return [*_segments(untimed.split()), None] if untimed.strip() else [None]
    key = _key(term)
    if key in _WHOLE_TERMS:
        return [_WHOLE_TERMS[key]]
    meant = near(key, _CANONICAL, _LIKENESS)
    if meant is not None and abs(len(meant) - len(key)) <= 1:
        raise Wrong(f"{shown(term)} is not an employment type", f"Did you mean {_CANONICAL[meant]}?")
    return _segments(re.split(r"[\s_.\-‐-―]+", term))


_LONGEST_TERM = 80
_TIME = re.compile(
    r"(?:\b(?:of|de|for|auf|pour|à)\s)?\b\d{1,3}\+?(?:\s?[-–]\s?\d{1,3})?[\s-]?(?:months?|mths?|years?|yrs?|weeks?|monate?n?|jahre?n?|mois|ans?)\b(?:\s?\+)?",
    re.IGNORECASE,
)
_WORDS_OF_LONGEST = 4


def _segments(words: list[str]) -> list[EmploymentType | None]:
    """Read words one known term after another ("permanent part-time"); if any word stays over, nothing is read."""
    kinds: list[EmploymentType | None] = []
    start = 0
    while start < len(words):
        for end in range(min(start + _WORDS_OF_LONGEST, len(words)), start, -1):
            key = _key("".join(words[start:end]))
            if key in _TYPES:
                kinds.append(_TYPES[key])
                start = end
                break
        else:
            return [None]
    return kinds
