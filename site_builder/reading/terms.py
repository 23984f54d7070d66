"""Terms in the words of postings: tags, and where the work is done; `employment` has the kinds of employment."""

import re
import unicodedata
from functools import lru_cache

from site_builder.model.posting import RemoteRule
from site_builder.reading.employment import read_employment_types
from site_builder.reading.values import read_boolean, read_text
from site_builder.reading.wrong import Question, Wrong, shown

__all__ = ["is_remote_word", "read_employment_types", "read_remote", "read_tags"]

_LONGEST_TERM = 80


def _key(text: str) -> str:
    """Return a term without what its spellings differ by: `on-site`, `On site` and `ONSITE` are one."""
    return re.sub(r"[\s_.\-‐-―]", "", text.casefold())


_REMOTE = {
    RemoteRule.FULL: "full|fully|fully remote|full remote|full time remote|remote|100% remote|100 % remote|remote "
    "100%|remote only|"
    "only remote|remote first and only|always remote|remote job|remote work|remote position|telecommute|"
    "telecommuting|telework|"
    "home based|homebased|home office|homeoffice|100% home office|100% homeoffice|work from home|working from home|wfh|"
    "work from anywhere|li remote|télétravail complet|full télétravail|100% télétravail|teletrabajo|100% remoto|remoto|"
    "vollständig remote|komplett remote|completely remote|entirely remote|full time telework|wfh only|remote within country|"
    "home office 100%|100 % home office|100 % homeoffice|à distance|100% à distance|à 100% à distance|en remoto|trabajo remoto|lavoro da remoto|da remoto|"
    "zdalnie|praca zdalna|thuiswerk|distans|フルリモート|完全リモート",
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
