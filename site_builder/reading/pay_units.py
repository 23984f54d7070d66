"""The unit of time that pay is for, in the words around an amount: "a year", "p.a.", "/h", "Stundenlohn"."""

import re
from functools import cache

from site_builder.model.posting import SalaryUnit

_UNITS = {
    SalaryUnit.HOUR: "hour|hours|hr|hrs|h|std|stunde|heure|hora|ora|uur|hodina|hodinu|godzinę|godz|time|timme|tunti|時間",
    SalaryUnit.DAY: "day|days|d|tag|jour|día|giorno|dag|dzień|den|dia|日",
    SalaryUnit.WEEK: "week|weeks|wk|woche|semaine|semana|settimana|týden|tydzień|vecka|uge",
    SalaryUnit.MONTH: "month|months|mo|mth|calendar month|monat|mois|mes|lună|luna|mese|mês|maand|měsíc|miesiąc|miesięcznie|månad|måned|kuukausi|月",
    SalaryUnit.YEAR: "year|years|yr|annum|anum|annual|jahr|an|année|año|anno|ano|jaar|rok|år|vuosi|年",
}
_ADVERBS = {
    SalaryUnit.HOUR: r"hourly|stündlich|p\.\s?h\.?|ph|horaire|orari",
    SalaryUnit.DAY: r"daily|täglich|day\srate|journalier|p\.\s?d\.?|pd",
    SalaryUnit.WEEK: r"weekly|wöchentlich|p\.?\s?w\.|pw|hebdomadaire",
    SalaryUnit.MONTH: r"monthly|monatlich|mensuel(?:s|le|les)?|mensual(?:es)?|mensil[ie]|mtl\.?|p\.?c\.?m\.?|p\.\s?m\.?|měsíčně|miesięcznie|maandelijks",
    SalaryUnit.YEAR: r"yearly|annually|annual|jährlich|annuel(?:s|le|les)?|anual(?:es)?|annu[oi]|p\.?\s?a\.|pa|ročně|rocznie|jaarlijks|årligen",
}
_NOUNS = {
    SalaryUnit.HOUR: r"hourly|stundenlohn|stundensatz|stündliche\w*|salaire\shoraire|taux\shoraire|時給",
    SalaryUnit.DAY: r"daily|day\srate|tagessatz|tageslohn|taux\sjournalier|tjm|日給",
    SalaryUnit.WEEK: r"weekly|wochenlohn|週給",
    SalaryUnit.MONTH: r"monthly|monats(?:brutto)?(?:gehalt|lohn|entgelt)|monatliche\w*|bruttomonats\w+|salaire\smensuel|rémunération\smensuelle|月給|月額",
    SalaryUnit.YEAR: r"annual|yearly|annualised|annualized|jahres(?:brutto|ziel)?(?:gehalt|lohn|entgelt)|jährliche\w*|bruttojahres\w+|salaire\sannuel|"
    r"rémunération\sannuelle|salario\sanual|salario\sbruto\sanual|ral|年俸",
}
_PER = r"(?:/\s?(?:1\s)?|(?:per|each|pro|par|por|al|im|je|a|an|op|p\.|za|na|i|om|pe|1)\s)"
_GROSS = r"(?:\(?(?:gross|brutto|brut|brute|bruto|brutos|lordi|lordo|hrubého|base|fixed|fix|before\stax|net|netto|fixe)\)?[\s,]*)"


def unit_of(text: str) -> SalaryUnit | None:
    """Return the unit of a text that says nothing else: "YEAR", "per year", "p.a.", "/yr", "1 YEAR", "per-year-salary"."""
    plain = " ".join(text[:40].replace("-", " ").split())
    found = _whole().fullmatch(plain)
    return _unit(found) if found else None


def unit_after(text: str, end: int) -> tuple[SalaryUnit | None, int]:
    """Return the unit that follows an amount which ends there, and where it ends itself; the amount's end where there is none."""
    found = _after().match(text, end)
    return (_unit(found), found.end()) if found else (None, end)


def unit_before(text: str, start: int) -> SalaryUnit | None:
    """Return the unit that the words before an amount name: "annual salary of", "Stundenlohn:"; None where they name two."""
    units = {_unit(found) for found in _before().finditer(text, max(0, start - _NEAR), start)}
    return units.pop() if len(units) == 1 else None


_NEAR = 60


def _unit(found: re.Match[str]) -> SalaryUnit:
    return next(unit for unit in SalaryUnit if found[unit])


def _named(words: dict[SalaryUnit, str]) -> str:
    return "|".join(f"(?P<{unit}>{pattern})" for unit, pattern in words.items())


@cache
def _after() -> re.Pattern[str]:
    long = {
        unit: "|".join(word for word in words.split("|") if len(word) > len("hr") and word != "time")
        for unit, words in _UNITS.items()
    }
    both = {unit: rf"{_PER}(?:{_UNITS[unit]})|{long[unit]}|/?(?:{_ADVERBS[unit]})" for unit in SalaryUnit}
    return re.compile(rf"(?:[\s,(]{{0,3}}{_GROSS}{{1,3}})?[\s(]{{0,2}}(?:{_named(both)})(?![^\W_])\)?", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_named(_NOUNS)})(?![^\W_])" + "|(?!)", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    both = {unit: f"{_UNITS[unit]}|{_ADVERBS[unit]}" for unit in SalaryUnit}
    return re.compile(rf"(?:{_PER}){{0,2}}(?:{_named(both)})\.?(?:\s(?:salary|wage|pay))?", re.IGNORECASE)
