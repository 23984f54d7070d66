"""All rules, in the order of their groups: a new module of rules is a line here."""

from site_builder.checking import boards, content, google, pay, wording
from site_builder.checking.rule import Rule

ALL: tuple[Rule, ...] = (*content.RULES, *google.RULES, *boards.RULES, *pay.RULES, *wording.RULES)
