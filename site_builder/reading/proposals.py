"""What a posting's running text says that a field could say: proposals for `import` and `check`, each with its place and reason."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_builder.reading.proposed import Found
from site_builder.reading.proposed_pay import find_salary
from site_builder.reading.proposed_places import find_places
from site_builder.reading.proposed_terms import find_dates, find_education, find_employment, find_experience
from site_builder.reading.sentences import Sentence, sentences, without_entities

__all__ = ["Proposal", "proposals"]


class Proposal(Struct, frozen=True):
    """A value that a text states for a field.

    `value` is ready to be written behind the field's name in YAML. `certain` says that the text cannot mean anything else, so that it
    may be filled in; else it is a question, `alternatives` are its other answers, and only the author can tell. `line` and `column`
    count from 1 (0: of no line that is known), `length` is in characters. `reason` says in plain words what the text says.
    """

    field: str
    value: str
    certain: bool
    line: int
    column: int
    length: int
    reason: str
    alternatives: tuple[str, ...] = ()


def proposals(text: str, first_line: int = 1, zone: ZoneInfo | None = None) -> list[Proposal]:
    """Return what a text proposes, by its place in the text; `first_line` is the number of the text's first line in its file.

    Of each field there are at most three different values. Where two of them are certain and differ, neither is.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    found: dict[str, list[Found]] = {}
    plain, shifts = without_entities(text)
    places = [_places_of(stems, plain) for stems, _ in _FINDERS]
    for sentence in sentences(plain):
        for one in _find_all(sentence, places, zone or ZoneInfo("UTC")):
            found.setdefault(one.field, []).append(one)
    chosen = [one for several in found.values() for one in _chosen(several)]
    chosen = (
        [replace(one, start=_before(one.start, shifts), end=_before(one.end, shifts)) for one in chosen]
        if shifts
        else chosen
    )
    return [_placed(one, text, starts, first_line) for one in sorted(chosen, key=lambda one: (one.start, one.field))]


_MOST = 3
_LONGEST = 2_000

_MONEY = (
    "€|£|$|¥|₹|₩|₽|₺|₴|₪|₱|₫|฿|₦|₸|eur|gbp|usd|chf|cad|aud|nzd|sgd|hkd|jpy|pln|czk|inr|huf|brl|zar|aed|ils|sek|nok|dkk|isk|kr|zł|zl|kč|korun|"
    "円|元|원|dollar|pound|pfund|livres|franc|frank|rupee|forint|ft|lei|руб|грн|reais|yuan|rmb|yen|nis"
)
_PLACES = "remot|home|anywhere|everywhere|hybrid|site|bas|locat|situ|resid|must|only|office|büro|bureau|standort|ort|wohnsitz|télétravail|telework|mobil|lieu|ubicación|lugar|sede|luogo|standplaats|place|where|city|リモート|勤務"
_EMPLOYMENT = "full|part|temp|fixed|free|intern|volunt|voll|teil|befrist|praktik|werkstud|cdd|cdi|stage|perman|contract|雇用|アルバイト|正社員"
_TIMES = "year|yr|month|jahr|monat| an |ans|année|mois|año|jaar| let|rok|år |meses|mesi|maand|měs| lat"
_EDUCATION = (
    "degree|bachelor|master|phd|ph.d|doctor|doktor|promotion|diplom|diplôm|abitur|studium|hochschul|matura|bac|mba|bsc|msc|b.sc|m.sc|beng|meng|b.eng|m.eng|school|ged|level|certificat|b.a|b.s|m.a|m.s|bs |ba |bs/|ba/|"
    "ms |ms/|laurea|大卒|修士|博士|学士|高卒|短大"
)
_Finder = Callable[[Sentence], Iterator[Found]]
_FINDERS: tuple[tuple[tuple[str, ...], _Finder], ...] = tuple(
    (tuple(stems.split("|")), find)
    for stems, find in (
        (_MONEY, find_salary),
        (_PLACES, find_places),
        (_EMPLOYMENT, find_employment),
        (_TIMES, find_experience),
        (_EDUCATION, find_education),
    )
)
"""The finders, each with beginnings of words: a sentence without any of them, as most are, holds nothing for it."""


def _places_of(stems: tuple[str, ...], text: str) -> list[int]:
    """Return where the beginnings of words stand in a text, in order: searching plain strings is many times faster than patterns."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals have small forms of two letters
        return list(range(len(text)))
    places = []
    for stem in stems:
        place = small.find(stem)
        while place >= 0:
            places.append(place)
            place = small.find(stem, place + 1)
    return sorted(places)


def _find_all(sentence: Sentence, places: list[list[int]], zone: ZoneInfo) -> Iterator[Found]:
    if len(sentence.text) > _LONGEST:
        return
    end = sentence.start + len(sentence.text)
    for (_, find), there in zip(_FINDERS, places, strict=True):
        following = bisect_left(there, sentence.start)
        if following < len(there) and there[following] < end:
            yield from find(sentence)
    yield from find_dates(sentence, zone)


def _chosen(several: list[Found]) -> list[Found]:
    """Return the different values of a field; the first place of each, and none certain where they contradict each other."""
    different: dict[str, Found] = {}
    for one in several:
        known = different.get(one.value)
        if known is None or (one.certain and not known.certain):
            different[one.value] = one
    certain = [one for one in different.values() if one.certain]
    if len(certain) > 1:
        values = ", ".join(one.value for one in certain)
        return [
            replace(one, certain=False, reason=f"{one.reason}; the text says other things, too ({values})")
            for one in certain[:_MOST]
        ]
    if certain:
        return certain
    return list(different.values())[:_MOST]


def _before(place: int, shifts: list[tuple[int, int]]) -> int:
    """Return where a place of the text without character references stands in the text with them."""
    number = bisect_right(shifts, place, key=lambda one: one[0])
    return place + (shifts[number - 1][1] if number else 0)


def _placed(one: Found, text: str, starts: list[int], first_line: int) -> Proposal:
    row = bisect_right(starts, one.start) - 1
    stretch = text[one.start : one.end]
    end = one.start + len(stretch.split("\n", 1)[0].rstrip())
    return Proposal(
        one.field,
        one.value,
        one.certain,
        first_line + row,
        one.start - starts[row] + 1,
        max(1, end - one.start),
        one.reason,
        one.alternatives,
    )
