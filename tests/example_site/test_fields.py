"""The example shows a person who writes postings every field in use."""

import pytest

from site_builder.reading.document import decode, parse
from site_builder.reading.names import normal
from site_builder.reading.rules import POSTING, Rule, by_name
from tests.example_site.building import ROOT

CONTENT = ROOT / "content"


def fields_in_use() -> set[str]:
    """Return the canonical names of all fields that the example's postings give."""
    files = [file for file in CONTENT.rglob("*.*") if "pages" not in file.relative_to(CONTENT).parts]
    names = {name for file in files for name in parse(decode(file.read_bytes())).values}
    return {rule.name for name in names if (rule := by_name(POSTING).get(normal(name))) is not None}


# What the one turns off would have to be found, and the example has no problem; the other needs pages in several languages.
WITHOUT_USE = {"check_off", "translation_of"}


@pytest.mark.parametrize("rule", [rule for rule in POSTING if rule.name not in WITHOUT_USE], ids=lambda rule: rule.name)
def test_the_example_uses_every_field(rule: Rule) -> None:
    """Under whichever of its names."""
    assert rule.name in fields_in_use()
