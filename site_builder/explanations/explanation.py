"""The explanation of one code."""

import re
from inspect import cleandoc

from site_builder.checking.built.explained import Explained
from site_builder.checking.rule import Group, Rule
from site_builder.model.problem import Severity
from site_builder.model.value import Value

ERROR, WARNING = Severity.ERROR, Severity.WARNING

GROUPS = {
    Group.CONTENT: "What a posting lacks, contradicts or says in a suspicious way",
    Group.GOOGLE: "Whether Google for Jobs may show a posting",
    Group.BOARDS: "What job boards would refuse",
    Group.PAY: "What the law asks about pay where applicants may live",
    Group.WORDING: "Words that may exclude people",
    Group.LINKS: "The links of the built site",
    Group.PAGES: "Whether everybody can use the built pages, and whether they are safe and light: what a theme owes to readers",
    Group.HOSTING: "Whether the built site can be served as it is (`check --output`)",
    "fields": "The fields of a file as a whole",
    "values": "The value of a single field",
    "text": "The text below the fields",
    "files": "Files and folders",
    "settings": "site.toml",
    "theme": "Themes and templates",
    "building": "What keeps a site from being built",
    "check": "What turns problems off",
    "import": "What `import` finds in the files that it is given",
}
"""All groups in their order, each with what it is about."""


class Explanation(Value, frozen=True):
    """What a code means.

    `says` is one sentence, `why` says what comes of it. `wrong` and `right` are an example each: lines of a file. `source` names who says so, beside
    ourselves. `own` is true for a rule, which may be turned off whatever its severity; `asked` for one that is off until it is asked for.
    """

    code: str
    group: str
    severity: Severity
    says: str
    why: str = ""
    wrong: str = ""
    right: str = ""
    source: str = ""
    own: bool = False
    asked: bool = False

    @property
    def can_be_off(self) -> bool:
        """Whether it can be turned off: an error that no rule found keeps a file off the site."""
        return self.own or self.severity is WARNING


_MARK = re.compile(r"^(Source|Wrong|Right):[ \t]*", re.MULTILINE)


def of_rule(rule: Rule | Explained) -> Explanation:
    """Return the explanation that a rule's docstring is.

    Its first paragraph is `says`; `Source:`, `Wrong:` and `Right:` begin lines, and what follows a mark up to the next belongs to it.
    """
    text, *marked = _MARK.split(cleandoc(rule.explanation))
    says, _, why = text.strip().partition("\n\n")
    parts: dict[str, list[str]] = {"Source": [], "Wrong": [], "Right": []}
    for mark, written in zip(marked[::2], marked[1::2], strict=True):
        parts[mark].append(cleandoc(written).strip("\n"))
    return Explanation(
        code=rule.code,
        group=rule.group,
        severity=rule.severity,
        says=" ".join(says.split()),
        why="\n\n".join(" ".join(paragraph.split()) for paragraph in why.split("\n\n")).strip(),
        wrong="\n".join(parts["Wrong"]),
        right="\n".join(parts["Right"]),
        source="; ".join(" ".join(one.split()) for one in parts["Source"]),
        own=True,
        asked=rule.asked,
    )
