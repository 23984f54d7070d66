"""Values as YAML: read back equal, and in quotes only where it matters."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.importing.yaml_values import Plain, field, in_line, scalar
from site_builder.reading.document import parse

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    "yes no true null ~ 1 1.0 1e3 0x1F 2026-11-21 2026-02-30 12:30 - -- --- ... <<  #a a#b a: b a:b : ? -x [a] {a} 'a' \"a\" a,b | > @ ` % & * ! = é 日本".split(
        " "
    )
)
simple = (
    texts
    | st.integers(-(2**63), 2**63)
    | st.booleans()
    | st.none()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates(date(1000, 1, 1))
)
values = st.recursive(
    simple, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=3), max_leaves=12
)


@settings(max_examples=500)
@given(value=values, name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8))
def test_what_is_written_is_read_back_equal(value: Plain, name: str) -> None:
    """Any value under any name, written as a field or on one line, is the same when it is read."""
    for written in (field(name, value), f"{scalar(name)}: {in_line(value)}\n"):
        read = parse(f"---\nfirst: 1\n{written}---\nText.\n").values
        assert read == {"first": 1, name: value} or name == "first"
        assert repr(list(read.values())[-1]) == repr(value) or name == "first"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Berlin, Germany", "a: Berlin, Germany\n"),
        ("R&D engineer (m/f/d) - 60%", "a: R&D engineer (m/f/d) - 60%\n"),
        ("C#", "a: C#\n"),
        ("https://example.com/?a=1#x", "a: https://example.com/?a=1#x\n"),
        ("Engineer: data", 'a: "Engineer: data"\n'),
        ("no", "a: no\n"),
        ("true", 'a: "true"\n'),
        ("01067", "a: 01067\n"),
        ("42", 'a: "42"\n'),
        ("", 'a: ""\n'),
        ("un·e responsable d'exploitation", "a: un·e responsable d'exploitation\n"),
        (["python", "c#", "a, b"], 'a: [python, c#, "a, b"]\n'),
        ({"name": "Ada", "email": "ada@example.com"}, "a:\n  name: Ada\n  email: ada@example.com\n"),
        ([{"locality": "Rom", "country": "IT"}], "a:\n  - locality: Rom\n    country: IT\n"),
    ],
)
def test_quotes_stand_only_where_they_matter(value: Plain, written: str) -> None:
    """Ordinary words, addresses and lists are written as a person writes them."""
    assert field("a", value) == written
