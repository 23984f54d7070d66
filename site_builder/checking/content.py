"""The rules of the group "content": what is missing, contradictory or suspicious. Each module has one subject."""

from site_builder.checking import (
    amounts_of_pay,
    applying,
    lost_punctuation,
    organizations,
    places_and_times,
    text_remains,
    texts,
    title_manner,
    titles,
)
from site_builder.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    *titles.RULES,
    *title_manner.RULES,
    *organizations.RULES,
    *texts.RULES,
    *text_remains.RULES,
    *lost_punctuation.RULES,
    *places_and_times.RULES,
    *amounts_of_pay.RULES,
    *applying.RULES,
)
