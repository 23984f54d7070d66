"""All rules, in the order of their groups: a new module of rules is a line here."""

from site_builder.checking import content
from site_builder.checking.rule import Rule

ALL: tuple[Rule, ...] = (*content.RULES,)
