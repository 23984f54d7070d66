"""What one field may hold: more than a person writes is refused before it is taken apart."""

from itertools import count
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from site_builder.reading.document import parse
from site_builder.reading.fields import read_fields
from site_builder.reading.rules import PAGE, POSTING, Rule
from site_builder.reading.terms import read_employment_types, read_tags
from site_builder.reading.wrong import Wrong

UTC = ZoneInfo("UTC")


@pytest.mark.parametrize("rule", [*POSTING, *PAGE], ids=map(str, count()))
@pytest.mark.parametrize(
    "value", ["1," * 450_000, ["x" * 200] * 101, [""] * 2_001, {"name": "x" * 20_001}, {"x" * 20_001: "name"}, [{"a": [1] * 2_001}]],
    ids=["text", "texts", "list", "mapping", "name", "nested"],
)  # fmt: skip
def test_every_field_refuses_excess(rule: Rule, value: object) -> None:
    """Whatever the field: a value of more than 20,000 characters or 2,000 items is not read."""
    with pytest.raises(Wrong, match=r"more than (20,000 characters|2,000 items)"):
        rule.read(value, UTC)


def test_what_fits() -> None:
    """A long summary is read."""
    rule = next(rule for rule in POSTING if rule.name == "summary")
    assert rule.read("x" * 20_000, UTC) == "x" * 20_000


@pytest.mark.parametrize(
    "text", ["1," * 9_000, "(a" * 9_000, "full-tiem," * 1_900, "Germany and " * 1_500, "Gremany;" * 2_000, "a or " * 3_000, "/x," * 6_000, "#a " * 6_000],
    ids=lambda text: text[:12],
)  # fmt: skip
@pytest.mark.parametrize("as_list", [False, True], ids=["text", "list"])
def test_no_field_takes_long(text: str, *, as_list: bool) -> None:
    """What just fits is read or refused in no time, by every field, as one text and as a list."""
    items = [text[start : start + 400] for start in range(0, len(text), 400)]
    matter = "\n".join(f"{rule.name}: {items if as_list else repr(text)}" for rule in POSTING)
    document = parse(f"---\n{matter}\n---\n")
    begun = process_time()
    read_fields("a.md", document, POSTING, {}, UTC)
    assert process_time() - begun < 3  # seconds, on a slow machine


def test_one_problem() -> None:
    """The problem names the field and its line, once."""
    document = parse("---\ntitle: Engineer\nsummary: " + "x" * 20_001 + "\n---\n")
    [problem] = read_fields("a.md", document, POSTING, {}, UTC).problems
    assert (problem.line, problem.code) == (3, "summary-wrong")
    assert problem.message == "`summary`: the value has more than 20,000 characters"


def test_limits_of_lists() -> None:
    """A posting has at most 100 tags and 50 kinds of employment."""
    assert len(read_tags([f"tag {number}" for number in range(100)])) == 100
    with pytest.raises(Wrong, match="there are 101 tags"):
        read_tags([f"tag {number}" for number in range(101)])
    with pytest.raises(Wrong, match="there are 51 kinds of employment"):
        read_employment_types("a," * 51)


def test_limit_of_joined_names() -> None:
    """Names that are joined have the limit of one together."""
    matter = "\n".join(
        f"{name}: [{', '.join(f'{name}{number}' for number in range(60))}]" for name in ("tags", "keywords")
    )
    read = read_fields("a.md", parse(f"---\n{matter}\n---\n"), POSTING, {}, UTC)
    [problem] = read.problems
    assert (problem.line, problem.code, set(read.wrong), "tags" in read.values) == (2, "tags-wrong", {"tags"}, False)
    assert problem.message == "`tags` and the other names for it have 120 values together"
