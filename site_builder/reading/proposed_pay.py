"""Base pay in a sentence: not the budgets, perks and sums of the company that stand beside it."""

import re
from collections.abc import Iterator

from site_builder.reading.pay import Pay, find_pay, written
from site_builder.reading.proposed import Found, found_in
from site_builder.reading.salaries import of_pay
from site_builder.reading.salary_words import doubts_in, is_no_pay, rest_of
from site_builder.reading.sentences import Sentence

_CUE = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|pays|wages?|compensation|remuneration|earn|earning|(?:day|daily|hourly|contract|pay) rate|hourly|"
    r"rate is|rate of|gehalt|gehälter|vergütung|vergüten|entgelt|lohn|verdien\w*|bezahl\w*|\w*(?:gehalt|lohn|vergütung|gehalts\w+)|salaires?|"
    r"rémunération|rémunéré\w*|tjm|payé\w*|sueldo|salario|retribución|stipendio|retribuzione|ral|salaris|loon|lön|løn|lønn|wynagrodzenie|mzda|plat|"
    r"remuneração|salário|maaş|palkka|fizetés)\b|年俸|月給|時給|給与|зарплата",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;,()]\s|[;()]|\s(?:plus|with|mit|sowie|avec|as well as|along with|including|inklusive|und ein|and an?|\+)\s",
    re.IGNORECASE,
)


def find_salary(sentence: Sentence) -> Iterator[Found]:
    """Yield the base pay that a sentence states."""
    text = sentence.text
    if not any(map(str.isdigit, text)):
        return
    doubts = doubts_in(text)
    if any(word in doubt for doubt in doubts for word in ("OTE", "package", "after tax")):
        return
    pays = [pay for pay in find_pay(text) if _is_pay(sentence, pay)]
    for pay in pays:
        yield _found(sentence, pay, [*pay.doubts, *doubts], alone=len(pays) == 1)


def _is_pay(sentence: Sentence, pay: Pay) -> bool:
    """Say whether the words around an amount speak of pay, and of nothing else that is paid."""
    text = sentence.text
    around = _clause(text, pay).replace(text[pay.start : pay.end], " ")
    cued = _CUE.search(around) is not None
    if is_no_pay(around) or (is_no_pay(text) and not cued):
        return False
    is_bare = sentence.alone and not rest_of(f"{text[: pay.start]} {text[pay.end :]}")[1]
    return cued or is_bare or _CUE.search(text[: pay.start]) is not None


def _found(sentence: Sentence, pay: Pay, doubts: list[str], *, alone: bool) -> Found:
    said = " ".join(sentence.text[pay.start : pay.end].split())
    salary = pay.salary
    if salary is not None and not doubts and alone:
        reason = f'the text says "{said}", with currency and unit of time'
        return found_in(sentence, (pay.start, pay.end), "salary", written(salary), reason, certain=True)
    open_questions = list(doubts)
    if len(pay.currencies) != 1:
        open_questions.append("does not say which currency it is in")
    if pay.unit is None:
        open_questions.append("does not say what time it is for")
    if not alone:
        open_questions.append("names more than one amount")
    first, *others = [written(offer) for offer in of_pay(pay, set())]
    return found_in(
        sentence,
        (pay.start, pay.end),
        "salary",
        first,
        f'the text says "{said}", but {" and ".join(open_questions)}',
        certain=False,
        others=others,
    )


def _clause(text: str, pay: Pay) -> str:
    """Return the part of a sentence that an amount stands in, up to the nearest comma, bracket or "plus" on either side."""
    before = [found.end() for found in _CLAUSE.finditer(text, 0, pay.start)]
    after = _CLAUSE.search(text, pay.end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]
