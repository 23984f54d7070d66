"""The table of countries says what CLDR says."""

from babel import Locale
from babel.core import get_global

from site_builder.reading import country_codes

NOT_ASSIGNED = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())
"""CLDR's two-letter codes that are not officially assigned in ISO 3166-1."""


def test_the_table_is_that_of_cldr() -> None:
    """Every country of CLDR with its English name and its codes of three letters, and no other.

    Where a new CLDR differs, `rows` is the table to write.
    """
    names = {
        code: name for code, name in Locale("en").territories.items() if len(code) == 2 and code not in NOT_ASSIGNED
    }
    codes: dict[str, list[str]] = {code: [] for code in names}
    for alias, meant in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(meant) == 1 and meant[0] in names:
            codes[meant[0]].append(alias)
    rows = "".join(f"{code} {'/'.join(sorted(codes[code]))} {name}\n" for code, name in names.items())
    assert rows == country_codes._TABLE  # noqa: SLF001 - the table is what is tested
    assert country_codes.english_names() == names
    assert country_codes.codes() == {alias: code for code in names for alias in (code, *codes[code])}
