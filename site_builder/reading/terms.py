"""Terms in the words of postings: tags, the kind of employment, and where the work is done."""

import re
import unicodedata
from functools import lru_cache

from site_builder.model.posting import EmploymentType, RemoteRule
from site_builder.reading.values import read_boolean, read_text
from site_builder.reading.wrong import Question, Wrong, near, shown

_ENUM = ", ".join(EmploymentType)
_MOST_TYPES = 50  # and of the words between commas

_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "full time|fulltime|ft|vollzeit|temps plein|temps complet|à temps plein|tiempo completo|"
    "jornada completa|tempo pieno|tempo integral|voltijd|fulltime job|plný úvazek|pełny etat|heltid|フルタイム",
    EmploymentType.PART_TIME: "part time|parttime|pt|teilzeit|temps partiel|à temps partiel|tiempo parcial|media "
    "jornada|"
    "tempo parziale|tempo parcial|deeltijd|částečný úvazek|zkrácený úvazek|deltid|パートタイム",
    EmploymentType.CONTRACTOR: "contractor|contractors|freelance|freelancer|freelancing|freiberuflich|freie mitarbeit|"
    "indépendant|auto entrepreneur|autónomo|independent contractor|self employed|b2b|1099|freelance contract|"
    "contract work|contract position|contract basis",
    EmploymentType.TEMPORARY: "temporary|temp|fixed term|fixed term contract|temporary contract|limited term|"
    "befristet|zeitarbeit|"
    "befristeter vertrag|cdd|contrat à durée déterminée|durée déterminée|intérim|interim|seasonal|saisonnier|temporal|"
    "tempo determinato|tijdelijk|na dobu určitou",
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
    "job|employment|role"
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


_types_in_text = lru_cache(maxsize=1024)(_types)  # there are few kinds of employment


def _read_term(term: str) -> list[EmploymentType | None]:
    """Return the kinds in one term; None stands for words that are no kind."""
    key = _key(term[:_LONGEST_TERM])
    if len(term) > _LONGEST_TERM:
        return [None]
    if key in _WHOLE_TERMS:
        return [_WHOLE_TERMS[key]]
    meant = near(key, _CANONICAL, _LIKENESS)
    if meant is not None and abs(len(meant) - len(key)) <= 1:
        raise Wrong(f"{shown(term)} is not an employment type", f"Did you mean {_CANONICAL[meant]}?")
    return _segments(re.split(r"[\s_.\-‐-―]+", term))


_LONGEST_TERM = 80
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


_REMOTE = {
    RemoteRule.FULL: "full|fully|fully remote|full remote|full time remote|remote|100% remote|100 % remote|remote "
    "100%|remote only|"
    "only remote|remote first and only|always remote|remote job|remote work|remote position|telecommute|"
    "telecommuting|telework|"
    "home based|homebased|home office|homeoffice|100% home office|100% homeoffice|work from home|working from home|wfh|"
    "work from anywhere|li remote|télétravail complet|full télétravail|100% télétravail|teletrabajo|100% remoto|remoto|"
    "vollständig remote|komplett remote|completely remote|entirely remote",
    RemoteRule.HYBRID: "hybrid|hybrid remote|remote hybrid|hybrid working|hybrid work|partly|partial|partially|"
    "partly remote|"
    "partially remote|partial remote|li hybrid|hybride|híbrido|ibrido|teilweise|teilweise remote|télétravail partiel",
    RemoteRule.NONE: "none|never|not remote|no remote|on site|onsite|on site only|office|in office|office only|"
    "office based|in person|"
    "in the office|at the office|on location|li onsite|vor ort|sur site|presencial|in presence",
}
_REMOTE_RULES = {_key(word).replace("%", ""): rule for rule, words in _REMOTE.items() for word in words.split("|")}
_REMOTE_IN_A_PLACE = (
    "remote|remote job|remote work|remote position|remote only|fully remote|full remote|100% remote|"
    "100 % remote|remote 100%|telecommute|telecommuting|telework|home office|homeoffice|home based|work from home|wfh|"
    "télétravail|full télétravail|100% télétravail|teletrabajo|remoto|100% remoto|teleworking|distributed|"
    "li remote"
)
_REMOTE_PLACES = frozenset(map(_key, _REMOTE_IN_A_PLACE.split("|")))
_DAYS = re.compile(
    r"(?:[1-4](?:[-–][1-4])? days?|(?:one|two|three|four) days?)(?: (?:a|per|/) ?week)?"
    r"(?: (?:remote|remotely|wfh|home office|from home|at home|on ?-?site|(?:in|at|from) (?:the |our )?office))?"
    r"(?: (?:a|per) week)?"
)
_ASK_REMOTE = (
    "Write remote: full if the job is done away from the office all the time (only then Google calls it remote), "
    "remote: hybrid if partly, remote: none if not."
)


def read_remote(value: object) -> RemoteRule:
    """Return where the work is done: true or "fully remote", "hybrid" or "2 days remote", false or "on-site".

    Raises Wrong with a question for "possible", "flexible" and the like: Google's TELECOMMUTE is for jobs that are
    always remote (JobPosting structured data, jobLocationType).
    """
    if isinstance(value, bool):
        return RemoteRule.FULL if value else RemoteRule.NONE
    if not isinstance(value, str) or len(value) > _LONGEST_TERM:
        raise Wrong(f"{shown(value)} does not say where the work is done", _ASK_REMOTE)
    text = read_text(value).casefold().lstrip("#")
    rule = _REMOTE_RULES.get(_key(text).replace("%", ""))
    if rule is not None:
        return rule
    if _DAYS.fullmatch(text) or re.match(r"hybrid\b", text):
        return RemoteRule.HYBRID
    try:
        return RemoteRule.FULL if read_boolean(text) else RemoteRule.NONE
    except Wrong:
        raise Question(f"{shown(value)} does not say where the work is done", _ASK_REMOTE) from None


def is_remote_word(text: str) -> bool:
    """Say whether a text is nothing but a word for remote work, as people write it in the field of the place."""
    return len(text) <= _LONGEST_TERM and _key(text.lstrip("#")) in _REMOTE_PLACES


_MOST_TAGS = 100


def read_tags(value: object) -> tuple[str, ...]:
    """Return tags in the order written: a list, or a text with commas, or hashtags (`#sales,#crm`, `#sales #crm`).

    Only a leading `#` is taken off, so `c#` stays. Of tags that differ by case or white space the first stays.
    """
    match value:
        case list():
            pieces = [read_text(piece) for piece in value if piece is not None and not _is_blank(piece)]
        case str():
            pieces = [piece for part in re.split(r"[,;\n]", value) for piece in _hashtags(part)]
        case int() | float() if not isinstance(value, bool):
            pieces = [read_text(value)]
        case _:
            raise Wrong(f"{shown(value)} is not a list of tags", "Write a list: [python, data].")
    tags: dict[str, str] = {}
    for piece in pieces:
        same, tag = _tag(piece) if len(piece) < _LONGEST_TERM else _tag.__wrapped__(piece)
        if tag:
            tags.setdefault(same, tag)
    if len(tags) > _MOST_TAGS:
        raise Wrong(
            f"there are {len(tags)} tags", f"Keep the few that job seekers look for; {_MOST_TAGS} is the limit."
        )
    return tuple(tags.values())


@lru_cache(maxsize=4096)  # postings share most of their tags
def _tag(piece: str) -> tuple[str, str]:
    """Return a tag's key, by which all its spellings are one, and the tag; both empty where there is none."""
    tag = read_text(piece).lstrip("#").strip() if not _is_blank(piece) else ""
    if not tag:
        return "", ""
    if not any(unicodedata.category(char)[0] in "LNS" for char in tag):
        raise Wrong(f"the tag {shown(tag)} has neither a letter nor a digit", "Delete it, or write a word: python.")
    return unicodedata.normalize("NFKC", tag).casefold(), unicodedata.normalize("NFC", tag)


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _hashtags(text: str) -> list[str]:
    words = text.split()
    return words if len(words) > 1 and all(word[0] == "#" and len(word) > 1 for word in words) else [text]
