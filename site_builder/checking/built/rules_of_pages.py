"""All rules of the built pages: those of links and structured data, and those of themes."""

from site_builder.checking.built import explained, explained_themes

BUILT_RULES = (*explained.RULES, *explained_themes.RULES)
SEVERITY_OF = {rule.code: rule.severity for rule in BUILT_RULES}
