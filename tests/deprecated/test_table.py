"""The table of old names is right, and no part of the product uses one."""

import re

import pytest

from site_builder import __version__
from site_builder.explanations.catalogue import explanations
from site_builder.model import deprecated
from site_builder.model.deprecated import Kind
from site_builder.model.problem import Severity
from site_builder.reading.rules import PAGE, POSTING
from site_builder.reading.sections import CLOSED
from site_builder.reading.settings import SETTINGS as SITE_SETTINGS
from site_builder.theming import old_names
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.mistakes import OWNERS
from tests.deprecated.old_names import row

KNOWN_SETTINGS = {f"site.{one.name}" for one in SITE_SETTINGS} | {
    f"{section}.{name}" for section, names in CLOSED.items() for name in names
}


def test_the_table_is_right() -> None:
    """Each row names versions in their order, of which the last is still to come, and what takes the name's place is there; the old name is not."""
    fields = {rule.name for rule in (*POSTING, *PAGE)}
    for one in deprecated.NAMES:
        assert version(one.since) < version(one.until), one
        assert version(__version__) < version(one.until), (
            f"{one.name} was to go with {one.until}: take it and its row out"
        )
        assert bool(one.instead) != bool(one.mend), one
        if one.kind is Kind.FIELD:
            assert (one.instead or one.name) in fields, one
            assert not one.instead or one.name not in fields, one
        if one.kind is Kind.SETTING and one.instead and one.instead.partition(".")[0] in ("site", *CLOSED):
            assert one.instead in KNOWN_SETTINGS, one
        if one.kind is Kind.VARIABLE and "." in one.name:
            assert one.name.rpartition(".")[0] in {*OWNERS.values(), "page"}, one
        assert one.message, one


def version(text: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", text), text
    return tuple(map(int, text.split(".")))


def test_no_built_in_theme_uses_an_old_name() -> None:
    """The themes that come with the program are written in new names alone."""
    for file in BUILT_IN.rglob("*"):
        if file.name.endswith(old_names.ENDINGS):
            text = file.read_text("utf-8")
            assert list(old_names.found_in(text, is_template=file.suffix == ".html")) == [], file


@pytest.mark.parametrize("code", ["field-deprecated", "setting-deprecated", "theme-deprecated", "option-deprecated"])
def test_the_codes_are_warnings(code: str) -> None:
    """Each kind of name has a code that is explained, and that is a warning, which may be turned off."""
    one = explanations()[code]
    assert (one.severity, one.can_be_off) == (Severity.WARNING, True)
    assert code in {row(kind, "a.b").code for kind in Kind}
